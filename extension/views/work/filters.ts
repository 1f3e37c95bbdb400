/** What one chose to see of a list is still so at the next visit to its page. */
import { useEffect, useRef } from 'preact/hooks'
import { useModel } from '../dashboard/context'
import { hrefOf, type Page, parseRoute } from '../dashboard/route'

/**
 * Keeps the filters of a page on this device, for the person who is signed in.
 * @param bare the page without filters: who comes to it from elsewhere gets those of the last time
 */
export const useKeptFilters = (page: Page, bare: Page): void => {
  const { router, tools } = useModel()
  const { memory } = tools
  const name = `${bare.page}/filters`
  const address = hrefOf(page)
  const isArriving = useRef(true)
  useEffect(() => {
    const kept = isArriving.current && address === hrefOf(bare) ? memory.get(name) : undefined
    isArriving.current = false
    const route = kept === undefined ? undefined : parseRoute(kept)
    if (route && 'page' in route && route.page === bare.page && kept !== address) router.swap(route)
    else memory.set(name, address)
  }, [address])
}
