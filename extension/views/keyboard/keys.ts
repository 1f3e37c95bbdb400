/** What a key means on a page of the dashboard. Pure: what it does is up to who asks. */
import { isBare, isPalette } from '../shared/typing'

export type Meaning =
  | { readonly act: 'palette' | 'help' | 'jump' | 'search' | 'measure' | 'choose' | 'clear' }
  | { readonly act: 'step' | 'extend'; readonly by: 1 | -1 }
  /** A button on the page that names this key as its own. */
  | { readonly act: 'press'; readonly key: string }

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const MEANINGS: Readonly<Record<string, Meaning>> = {
  '?': { act: 'help' },
  '/': { act: 'search' },
  g: { act: 'jump' },
  a: { act: 'measure' },
  x: { act: 'choose' },
  j: { act: 'step', by: 1 },
  k: { act: 'step', by: -1 },
  J: { act: 'extend', by: 1 },
  K: { act: 'extend', by: -1 },
}

/**
 * @param isOn whether keys of one letter act by themselves
 * @param isTyping whether the key belongs to a text that is being written
 */
export const meaningOf = (
  pressed: Pressed,
  { isOn, isTyping }: { readonly isOn: boolean; readonly isTyping: boolean },
): Meaning | undefined => {
  if (isPalette(pressed)) return { act: 'palette' }
  if (!isBare(pressed) || isTyping) return undefined
  if (pressed.key === 'Escape') return { act: 'clear' }
  if (!isOn || pressed.key.length > 1) return undefined
  const key = pressed.shiftKey ? pressed.key : pressed.key.toLowerCase()
  return MEANINGS[key] ?? { act: 'press', key: digitOf(pressed) ?? key }
}

// By place too: on a Belgian keyboard the digits need Shift, and "&" lies where "1" is printed.
const digitOf = ({ key, code }: Pressed): string | undefined =>
  /^\d$/.test(key) ? key : /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
