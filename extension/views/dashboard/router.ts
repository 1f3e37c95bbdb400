/** Keeps route and address bar in step, so that links, the back button and a reload work. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { homeOf, hrefOf, type Page, parseRoute, type Route, type Sheet } from './route'

export type Router = {
  /** The page that is drawn, also underneath a sheet. */
  readonly page: ReadonlySignal<Page>
  /** What lies over the page, if anything. */
  readonly sheet: ReadonlySignal<Sheet | undefined>
  /** Whether the sheet was opened from another sheet, so that one step back leads there. */
  readonly nested: ReadonlySignal<boolean>
  go(route: Route): void
  /** Changes the address without a new step in the browser's history: for filters and orders. */
  swap(route: Route): void
  /** One step back, from a check to the list it was opened from. */
  back(): void
  /** Takes the sheet away; the page below stays as it was. */
  closeSheet(): void
  stop(): void
}

/** The part of `window` that a router needs. */
export type Place = Pick<Window, 'location' | 'history' | 'addEventListener' | 'removeEventListener'>

export const createRouter = (place: Place): Router => {
  const route = signal<Route>(parseRoute(place.location.hash))
  const page = signal<Page>(pageOf(route.value))
  const nested = signal(false)

  const follow = (): void => {
    const next = parseRoute(place.location.hash)
    nested.value = 'sheet' in next && 'sheet' in route.value && !sameRoute(next, route.value)
    if (!('sheet' in next)) page.value = next
    route.value = next
  }
  place.addEventListener('hashchange', follow)
  place.addEventListener('popstate', follow)

  const swap = (next: Route): void => {
    place.history.replaceState(null, '', hrefOf(next))
    follow()
  }

  return {
    page,
    sheet: computed(() => ('sheet' in route.value ? route.value : undefined)),
    nested,
    go: (next) => {
      if (sameRoute(next, route.value)) return
      place.history.pushState(null, '', hrefOf(next))
      follow()
    },
    swap,
    back: () => place.history.back(),
    closeSheet: () => {
      if ('sheet' in route.value) {
        place.history.pushState(null, '', hrefOf(page.value))
        follow()
      }
    },
    stop: () => {
      place.removeEventListener('hashchange', follow)
      place.removeEventListener('popstate', follow)
    },
  }
}

const pageOf = (route: Route): Page => ('sheet' in route ? homeOf(route) : route)

const sameRoute = (a: Route, b: Route): boolean => hrefOf(a) === hrefOf(b)
