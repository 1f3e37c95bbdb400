/**
 * What was put forward for the agenda from a web page, kept in extension storage until it stands in a ledger on this
 * device's disk: the background may be stopped at any moment. Each under a key of its own, so that two never overwrite
 * each other.
 */
import { browser } from 'wxt/browser'
import type { Session } from './types'

export type Capture = {
  readonly id: string
  /** Who clicked, and for which organisation: nobody else says it. */
  readonly member: string
  readonly organisation: string
  readonly at: number
  readonly title: string
  readonly url: string
  /** What was marked on the page. */
  readonly quote: string
}

/** What became of the latest one, for the word on the toolbar button. */
export type Filed = {
  readonly title: string
  /** team: in its backlog; department: put forward in one's own; nowhere: one may not. */
  readonly where: 'team' | 'department' | 'nowhere'
  readonly at: number
  /** Whose it was: the next one on this device does not see it. */
  readonly member: string
}

const PREFIX = 'capture/'
const FILED = 'filed'
const MOST_TITLE = 200
const MOST_URL = 2_000
const MOST_QUOTE = 2_000

export const keepCapture = async (capture: Capture): Promise<void> => {
  await browser.storage.local.set({
    [PREFIX + capture.id]: {
      ...capture,
      title: capture.title.slice(0, MOST_TITLE),
      url: capture.url.slice(0, MOST_URL),
      quote: capture.quote.slice(0, MOST_QUOTE),
    },
  })
}

/** Those of this person in this organisation, oldest first. */
export const readCaptures = async ({ member, organisation }: Session): Promise<Capture[]> =>
  Object.entries(await browser.storage.local.get(null))
    .flatMap(([key, value]) => (key.startsWith(PREFIX) ? (captureFrom(value) ?? []) : []))
    .filter((each) => each.member === member && each.organisation === organisation)
    .sort((a, b) => a.at - b.at)

export const forgetCapture = async (id: string): Promise<void> => {
  await browser.storage.local.remove(PREFIX + id)
}

export const noteFiled = async (filed: Filed): Promise<void> => {
  await browser.storage.local.set({ [FILED]: filed })
}

export const readFiled = async ({ member }: Pick<Session, 'member'>): Promise<Filed | undefined> => {
  const value: unknown = (await browser.storage.local.get(FILED))[FILED]
  if (typeof value !== 'object' || value === null) return undefined
  const { title, where, at, member: whose } = value as Record<string, unknown>
  const known = (['team', 'department', 'nowhere'] as const).find((word) => word === where)
  return typeof title === 'string' && known && typeof at === 'number' && whose === member
    ? { title, where: known, at, member }
    : undefined
}

/**
 * What a click on a page says. Browsers do not tell the title of a page without leave to read pages, which is not asked
 * for: then what was marked names it, or its address.
 */
export const titleOfPage = ({
  title = '',
  url,
  quote,
}: {
  readonly title?: string | undefined
  readonly url: string
  readonly quote: string
}): string => {
  const plain = title.trim() || firstWords(quote)
  if (plain !== '') return plain.slice(0, MOST_TITLE)
  if (!URL.canParse(url)) return url.slice(0, MOST_TITLE)
  const { host, pathname } = new URL(url)
  const last = wordsOf(
    pathname
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '',
  )
  const words = [last, host && (last === '' ? host : `(${host})`)].filter((part) => part !== '')
  return words.join(' ').slice(0, MOST_TITLE)
}

const MOST_WORDS = 80

const firstWords = (quote: string): string => {
  const line = quote.trim().split('\n')[0]?.trim() ?? ''
  return line.length <= MOST_WORDS ? line : `${line.slice(0, MOST_WORDS).replace(/\s+\S*$/, '')}…`
}

/** "besluit-van-12-mei.html" reads as "besluit van 12 mei". */
const wordsOf = (part: string): string => {
  try {
    return decodeURIComponent(part)
      .replace(/\.[a-z0-9]{1,5}$/i, '')
      .replace(/[-_+]+/g, ' ')
      .trim()
  } catch {
    // A broken escape in the address of some site.
    return ''
  }
}

const captureFrom = (value: unknown): Capture | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const { id, member, organisation, at, title, url, quote } = value as Record<string, unknown>
  if (typeof id !== 'string' || typeof member !== 'string' || typeof organisation !== 'string')
    return undefined
  if (typeof at !== 'number' || typeof title !== 'string') return undefined
  return {
    id,
    member,
    organisation,
    at,
    title,
    url: typeof url === 'string' ? url : '',
    quote: typeof quote === 'string' ? quote : '',
  }
}
