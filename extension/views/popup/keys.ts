/** What a key means in the run through one's checks. */
import type { Outcome } from '../../../shared/kinds/check'
import { isBare, isPalette } from '../shared/typing'

export type Verb =
  | { readonly verb: 'answer'; readonly outcome: Outcome }
  | { readonly verb: 'next' | 'previous' | 'note' | 'undo' | 'news' | 'open' | 'measure' }
  | { readonly verb: 'palette' | 'jump' | 'help' }
  | { readonly verb: 'press'; readonly key: string }

const OUTCOME_OF_DIGIT: Readonly<Record<string, Outcome>> = {
  '1': 'in-order',
  '2': 'partly',
  '3': 'not-in-order',
  '0': 'not-applicable',
}

const VERB_OF_KEY: Readonly<Record<string, Verb>> = {
  n: { verb: 'next' },
  j: { verb: 'next' },
  ArrowDown: { verb: 'next' },
  p: { verb: 'previous' },
  k: { verb: 'previous' },
  ArrowUp: { verb: 'previous' },
  c: { verb: 'note' },
  u: { verb: 'undo' },
  l: { verb: 'news' },
  Enter: { verb: 'open' },
  a: { verb: 'measure' },
  g: { verb: 'jump' },
  '/': { verb: 'palette' },
  '?': { verb: 'help' },
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/**
 * The verb of a key, or nothing. Shortcuts of the browser are never taken.
 * @param isOn whether keys of one letter act by themselves
 * @param isTyping whether the key belongs to a text that is being written
 */
export const verbOf = (
  pressed: Pressed,
  { isOn, isTyping }: { readonly isOn: boolean; readonly isTyping: boolean },
): Verb | undefined => {
  if (isPalette(pressed)) return { verb: 'palette' }
  const { key, code } = pressed
  const isLetter = key.length === 1
  if (!isBare(pressed) || isTyping || (isLetter && !isOn)) return undefined
  const verb = VERB_OF_KEY[isLetter ? key.toLowerCase() : key]
  if (verb) return verb
  // By place too: on a Belgian keyboard the digits need Shift, and "&" lies where "1" is printed.
  const outcome = OUTCOME_OF_DIGIT[key] ?? OUTCOME_OF_DIGIT[/^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? '']
  if (outcome) return { verb: 'answer', outcome }
  return /^[a-z]$/.test(key) ? { verb: 'press', key } : undefined
}
