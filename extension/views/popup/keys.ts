/** What a key means in the run through one's checks. */
import type { Outcome } from '../../../shared/kinds/check'

export type Verb =
  | { readonly verb: 'answer'; readonly outcome: Outcome }
  | { readonly verb: 'next' | 'previous' | 'note' | 'undo' | 'news' | 'open' | 'help' }

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
  '?': { verb: 'help' },
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** The verb of a key, or nothing. Shortcuts of the browser are never taken. */
export const verbOf = ({ key, code, ctrlKey, metaKey, altKey }: Pressed): Verb | undefined => {
  if (ctrlKey || metaKey || altKey) return undefined
  const verb = VERB_OF_KEY[key.length === 1 ? key.toLowerCase() : key]
  if (verb) return verb
  // By place too: on a Belgian keyboard the digits need Shift, and "&" lies where "1" is printed.
  const outcome = OUTCOME_OF_DIGIT[key] ?? OUTCOME_OF_DIGIT[/^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? '']
  return outcome && { verb: 'answer', outcome }
}
