/** Addresses of the dashboard, written and read: what is asked stands behind the "?", in Dutch words. */

/** "#/plannen/x?toon=bord": what is `undefined` or empty is left out. */
export const addressOf = (
  path: readonly string[],
  asked: Readonly<Record<string, string | undefined>> = {},
): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value)
  const text = query.toString()
  return `#/${path.map(encodeURIComponent).join('/')}${text === '' ? '' : `?${text}`}`
}

/** The key of a Dutch word; the fallback for any other. */
export const keyOfWord = <K extends string>(
  words: Readonly<Record<K, string>>,
  word: unknown,
  fallback: K,
): K => (Object.keys(words) as K[]).find((key) => words[key] === word) ?? fallback

/** The same, where nothing may be chosen. */
export const keyOfWordOrNone = <K extends string>(
  words: Readonly<Record<K, string>>,
  word: unknown,
): K | undefined => (Object.keys(words) as K[]).find((key) => words[key] === word)
