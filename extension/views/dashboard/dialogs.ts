/** Closes the dialog around an element in the browser's own way, so that the focus returns to where it came from. */
export const closeAround = (target: EventTarget | null): void =>
  (target as Element | null)?.closest('dialog')?.close()
