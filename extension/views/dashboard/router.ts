/** Keeps route and address bar in step, so that links, the back button and a reload work. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { homeOf, hrefOf, type Page, parseRoute, type Route, type Sheet } from './route'

export type LinesSheet = Sheet & { readonly sheet: 'lines' }
export type CheckSheet = Sheet & { readonly sheet: 'check' }
export type MeasureSheet = Sheet & { readonly sheet: 'measure' }
export type NewSheet = Sheet & { readonly sheet: 'new' }

export type Router = {
  /** The page that is drawn, also underneath what lies over it. */
  readonly page: ReadonlySignal<Page>
  /** A list of lines over the page; it stays beneath a check that was opened from it. */
  readonly lines: ReadonlySignal<LinesSheet | undefined>
  /** A check over page or lines. */
  readonly check: ReadonlySignal<CheckSheet | undefined>
  /** A measure over all of these. */
  readonly measure: ReadonlySignal<MeasureSheet | undefined>
  /** The form of something new, over whatever one is on. */
  readonly fresh: ReadonlySignal<NewSheet | undefined>
  go(route: Route): void
  /** Changes the address without a new step in the browser's history: for filters and orders. */
  swap(route: Route): void
  /** Takes the upmost sheet away; what lies below stays as it was. */
  closeSheet(): void
  stop(): void
}

/** The part of `window` that a router needs. */
export type Place = Pick<Window, 'location' | 'history' | 'addEventListener' | 'removeEventListener'>

export const createRouter = (place: Place): Router => {
  const first = parseRoute(place.location.hash)
  const page = signal<Page>('sheet' in first ? homeOf(first) : first)
  const lines = signal<LinesSheet | undefined>(undefined)
  const check = signal<CheckSheet | undefined>(undefined)
  const measure = signal<MeasureSheet | undefined>(undefined)
  const fresh = signal<NewSheet | undefined>(undefined)

  const follow = (): void => {
    const next = parseRoute(place.location.hash)
    if ('sheet' in next && next.sheet === 'new') {
      fresh.value = samePlace(fresh.value, next)
      return
    }
    fresh.value = undefined
    if ('sheet' in next && next.sheet === 'measure') {
      measure.value = samePlace(measure.value, next)
      return
    }
    measure.value = undefined
    if (!('sheet' in next)) {
      page.value = samePlace(page.value, next)
      lines.value = undefined
      check.value = undefined
    } else if (next.sheet === 'lines') {
      lines.value = samePlace(lines.value, next)
      check.value = undefined
    } else check.value = samePlace(check.value, next)
  }
  const swap = (next: Route): void => {
    place.history.replaceState(null, '', hrefOf(next))
    follow()
  }
  const go = (next: Route): void => {
    if (place.location.hash === hrefOf(next)) return
    place.history.pushState(null, '', hrefOf(next))
    follow()
  }
  // Followed by hand: a browser that goes to a fragment takes the focus away from the link.
  const followLink = (event: MouseEvent): void => {
    const href = (event.target as Element | null)?.closest?.('a[href^="#/"]')?.getAttribute('href')
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    if (!href || !isPlain || event.defaultPrevented) return
    event.preventDefault()
    go(parseRoute(href))
  }
  follow()
  place.addEventListener('hashchange', follow)
  place.addEventListener('popstate', follow)
  place.addEventListener('click', followLink)

  return {
    page,
    lines,
    check,
    measure,
    fresh,
    swap,
    go,
    closeSheet: () => {
      const open = [fresh.value, measure.value, check.value, lines.value].filter(
        (sheet) => sheet !== undefined,
      )
      if (open.length > 0) swap(open[1] ?? page.value)
    },
    stop: () => {
      place.removeEventListener('hashchange', follow)
      place.removeEventListener('popstate', follow)
      place.removeEventListener('click', followLink)
    },
  }
}

// The same object for the same place: nothing is drawn again because an address was written twice.
const samePlace = <R extends Route>(before: R | undefined, next: R): R =>
  before !== undefined && hrefOf(before) === hrefOf(next) ? before : next
