/** Which checks belong to the page one is on. Compared here, on the device: no address goes anywhere. */
import type { Check } from './schedule'

/**
 * Whether an address fits one of these patterns: "https://host/path*", where * stands for anything. Without a path every
 * page of the host; "*." before a host for those under it. Other addresses than http and https fit none.
 */
export const matchesPage = (patterns: readonly string[], url: string): boolean => {
  if (!URL.canParse(url)) return false
  const page = new URL(url)
  return /^https?:$/.test(page.protocol) && patterns.some((pattern) => fits(pattern, page))
}

/** Whether a pattern can be read at all: what is refused when it is written down. */
export const isPattern = (pattern: string): boolean => partsOf(pattern) !== undefined

/** The checks that are open now and belong to a page, the first due first. */
export const checksHere = (checks: readonly Check[], url: string): Check[] =>
  checks
    .filter(({ control, state }) => state !== 'done' && state !== 'later' && control.patterns.length > 0)
    .filter(({ control }) => matchesPage(control.patterns, url))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))

const PATTERN = /^(https?|\*):\/\/((?:\*\.)?[a-z0-9.-]+(?::\d+)?)(\/.*)?$/i
const LONGEST = 300

const partsOf = (pattern: string) => {
  const [, scheme, host, path] = (pattern.length <= LONGEST && PATTERN.exec(pattern.trim())) || []
  return scheme && host
    ? { scheme: scheme.toLowerCase(), host: host.toLowerCase(), path: path ?? '/*' }
    : undefined
}

const fits = (pattern: string, { protocol, host, pathname, search }: URL): boolean => {
  const parts = partsOf(pattern)
  if (!parts || (parts.scheme !== '*' && `${parts.scheme}:` !== protocol)) return false
  const isHost = parts.host.startsWith('*.')
    ? host === parts.host.slice(2) || host.endsWith(parts.host.slice(1))
    : host === parts.host
  return isHost && fitsPath(parts.path, pathname + search)
}

// Piece by piece instead of by a regular expression, which a pattern of many stars would make slow.
const fitsPath = (pattern: string, path: string): boolean => {
  const [head = '', ...pieces] = pattern.split('*')
  if (!path.startsWith(head)) return false
  if (pieces.length === 0) return path === head
  let at = head.length
  const last = pieces.pop() ?? ''
  for (const piece of pieces) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return path.length - last.length >= at && path.endsWith(last)
}
