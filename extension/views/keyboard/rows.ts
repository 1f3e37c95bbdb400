/**
 * Moving through the rows of a page with j and k, and choosing them with x. Works on what is drawn, as grid-keys does, so
 * that moving redraws nothing. A row carries `data-row` with its place; its box to choose it carries `data-choose`.
 */

/** "<room> <subject>" of a row. */
export const rowAt = ({ room, about }: { readonly room: string; readonly about: string }) => ({
  'data-row': `${room} ${about}`,
})

/** Where a row lives and what it is about. */
export type RowPlace = { readonly room: string; readonly about: string }

/** What lies on top: keys are for that, and for nothing below it. */
export const topOf = (page: Document): HTMLElement => {
  const open = page.querySelectorAll<HTMLElement>('dialog[open]')
  return open[open.length - 1] ?? page.body
}

/** The row that has the focus. */
export const rowHere = (root: HTMLElement): HTMLElement | undefined => {
  const focused = root.ownerDocument.activeElement
  return focused && root.contains(focused)
    ? (focused.closest<HTMLElement>('[data-row]') ?? undefined)
    : undefined
}

export const placeOfRow = (row: HTMLElement | undefined): RowPlace | undefined => {
  const [room, about] = row?.dataset.row?.split(' ') ?? []
  return room && about ? { room, about } : undefined
}

/** Goes to the next row or the one before; to the first when none has the focus. Says whether there was one. */
export const stepRow = (root: HTMLElement, by: 1 | -1): boolean => {
  const rows = rowsIn(root)
  const here = rowHere(root)
  const at = here ? rows.indexOf(here) + by : by > 0 ? 0 : rows.length - 1
  const next = rows[at]
  if (!next) return rows.length > 0
  headOf(next)?.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
  return true
}

/** Chooses the row that has the focus, or no longer. Says whether it could. */
export const toggleRow = (root: HTMLElement): boolean => {
  const box = boxOf(rowHere(root))
  box?.click()
  return box !== undefined
}

/** Chooses the row that has the focus, goes on, and chooses that one too. */
export const extendRows = (root: HTMLElement, by: 1 | -1): boolean => {
  const choose = (): void => {
    const box = boxOf(rowHere(root))
    if (box && !box.checked) box.click()
  }
  choose()
  const isMoved = stepRow(root, by)
  choose()
  return isMoved
}

/** Lets go of every row. Says whether any was chosen. */
export const clearRows = (root: HTMLElement): boolean => {
  const chosen = [...root.querySelectorAll<HTMLInputElement>('[data-row] input[data-choose]:checked')]
  for (const box of chosen) box.click()
  return chosen.length > 0
}

const rowsIn = (root: HTMLElement): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('[data-row]')].filter(isShown)
const headOf = (row: HTMLElement): HTMLElement | null =>
  row.querySelector<HTMLElement>('a[href], button:not(:disabled)')
const boxOf = (row: HTMLElement | undefined): HTMLInputElement | undefined =>
  row?.querySelector<HTMLInputElement>('input[data-choose]') ?? undefined

/** What is folded away or covered by what lies on top is no place to go to. */
export const isShown = (element: HTMLElement): boolean =>
  typeof element.checkVisibility === 'function' ? element.checkVisibility() : true
