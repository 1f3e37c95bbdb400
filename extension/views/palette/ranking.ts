/** Finds what is meant by a few letters: each word must be found, the title counts most. Pure. */

export type Entry = {
  readonly kind:
    | 'page'
    | 'act'
    | 'department'
    | 'check'
    | 'control'
    | 'measure'
    | 'plan'
    | 'finding'
    | 'risk'
    | 'person'
    | 'meeting'
  /** Unique among all. */
  readonly key: string
  readonly title: string
  /** What stands below the title; is searched too. */
  readonly more: string
  /** Other words by which it may be called; not shown. */
  readonly words?: string
  /** Before others that fit as well; 0 for what is of the past. */
  readonly weight: number
  /** Of those alike, as the checks of one control, only the best few are shown. */
  readonly family?: string
}

export type Found<E extends Entry> = { readonly entry: E; readonly score: number }

type Prepared<E extends Entry> = { readonly entry: E; readonly title: string; readonly rest: string }

/** Lower case, without accents: who types quickly leaves them out. */
export const plainOf = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Reads all entries once, for as many queries as are typed. */
export const prepare = <E extends Entry>(entries: readonly E[]): readonly Prepared<E>[] =>
  entries.map((entry) => ({
    entry,
    title: plainOf(entry.title),
    rest: plainOf(`${entry.more} ${entry.words ?? ''}`),
  }))

const MOST = 40
const PER_FAMILY = 2

/** What fits a query, the best first; what has most weight when nothing is asked. */
export const rank = <E extends Entry>(prepared: readonly Prepared<E>[], query: string, most = MOST): E[] => {
  const words = plainOf(query).split(/\s+/).filter(Boolean)
  const isNamed = prepared.some(({ entry, title }) => isPlace(entry) && startsWith(title, words))
  const found: Found<E>[] = []
  for (const each of prepared) {
    if (isNamed && !isPhrased(each, words)) continue
    const score = scoreOf(each, words)
    if (score > 0) found.push({ entry: each.entry, score })
  }
  // The shorter of two titles that fit as well is nearer to what was typed; with nothing typed they stay as they are.
  const length = ({ entry }: Found<E>): number => (words.length === 0 ? 0 : entry.title.length)
  found.sort((a, b) => b.score - a.score || length(a) - length(b))
  const families = new Map<string, number>()
  const kept: E[] = []
  for (const { entry } of found) {
    if (kept.length === most) break
    if (entry.family !== undefined) {
      const before = families.get(entry.family) ?? 0
      if (before >= PER_FAMILY) continue
      families.set(entry.family, before + 1)
    }
    kept.push(entry)
  }
  return kept
}

const isPlace = ({ kind }: Entry): boolean => kind === 'page' || kind === 'act'
const startsWith = (title: string, words: readonly string[]): boolean =>
  words.length > 0 && title.startsWith(words.join(' '))

// Who types the name of a page means that: elsewhere each word begins a word. Little ones are everywhere, so that they
// count only beside the word they were typed with.
const isPhrased = <E extends Entry>({ title, rest }: Prepared<E>, words: readonly string[]): boolean =>
  words.every((word, at) => {
    if (word.length >= LITTLE || words.length === 1) return begins(title, word) || begins(rest, word)
    const pairs = [words.slice(Math.max(at - 1, 0), at + 1), words.slice(at, at + 2)]
    return pairs.some((pair) => {
      const said = pair.join(' ')
      return pair.length === 2 && (begins(title, said) || begins(rest, said))
    })
  })

const LITTLE = 3
const begins = (text: string, word: string): boolean => text.startsWith(word) || startsLater(text, word)

// Nothing when one of the words is nowhere. Weight decides between what fits as well, never over a better fit.
const scoreOf = <E extends Entry>({ entry, title, rest }: Prepared<E>, words: readonly string[]): number => {
  if (words.length === 0) return entry.weight >= ALWAYS ? entry.weight : 0
  let score = 0
  for (const word of words) {
    const fit = fitOf(title, rest, word)
    if (fit === 0) return 0
    score += fit
  }
  const whole = words.join(' ')
  if (title === whole) score += 60
  else if (title.startsWith(whole)) score += 30
  return score / words.length + entry.weight
}

/** So much weight has what is offered before anything is typed. */
export const ALWAYS = 8

const fitOf = (title: string, rest: string, word: string): number => {
  const at = title.indexOf(word)
  if (at === 0) return 50
  if (at > 0) return isStart(title, at) || startsLater(title, word) ? 40 : 25
  const beside = rest.indexOf(word)
  if (beside >= 0) return beside === 0 || isStart(rest, beside) || startsLater(rest, word) ? 18 : 10
  return word.length >= 3 && isScattered(title, word) ? 4 : 0
}

const isStart = (text: string, at: number): boolean => !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')

const startsLater = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (isStart(text, at)) return true
  return false
}

// The letters in their order, each next one in the same word or at the start of another: "kte" for "kas tellen".
const isScattered = (text: string, word: string): boolean => {
  let at = -1
  for (const letter of word) {
    let next = text.indexOf(letter, at + 1)
    while (next >= 0 && next !== at + 1 && !isStart(text, next)) next = text.indexOf(letter, next + 1)
    if (next < 0) return false
    at = next
  }
  return true
}
