/** Whether a key that is pressed belongs to a text that is being written, and not to the page. */

/** In a field, a choice or a text; there no single letter is a shortcut. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    'textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"]), [contenteditable="true"]',
  ) !== null

/** A key by itself, or with Shift: those of the browser are never taken. */
export const isBare = ({
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey'>): boolean => !ctrlKey && !metaKey && !altKey

/** A key that writes something where one types. */
export const isCharacter = (event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean =>
  event.key.length === 1 && isBare(event)

/** Ctrl+K, and Cmd+K where that is the custom. */
export const isPalette = ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): boolean =>
  key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey
