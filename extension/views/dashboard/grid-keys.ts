/**
 * Moving through a table with the arrow keys, as in a spreadsheet: one stop for the Tab key, then arrows, Home and End.
 * Works on the drawn table, so that moving redraws nothing. Cells may be wider than one column.
 */

const STOP = '[data-stop]'

/** Handles a key in a table; says whether it did. */
export const moveInGrid = (table: HTMLTableElement, event: KeyboardEvent): boolean => {
  const from = (event.target as Element | null)?.closest<HTMLElement>(STOP)
  const target = from && table.contains(from) ? targetOf(table, from, event) : undefined
  if (!target) return false
  event.preventDefault()
  target.focus()
  return true
}

/** Makes the element that got the focus the one stop for the Tab key. */
export const settleStop = (table: HTMLTableElement, target: EventTarget | null): void => {
  const stop = (target as Element | null)?.closest<HTMLElement>(STOP)
  if (!stop) return
  for (const other of table.querySelectorAll<HTMLElement>(`${STOP}[tabindex="0"]`)) other.tabIndex = -1
  stop.tabIndex = 0
}

const targetOf = (
  table: HTMLTableElement,
  from: HTMLElement,
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
): HTMLElement | undefined => {
  if (altKey) return undefined
  const all = ctrlKey || metaKey
  switch (key) {
    case 'ArrowRight':
      return inRow(from, 1)
    case 'ArrowLeft':
      return inRow(from, -1)
    case 'ArrowDown':
      return inColumn(table, from, 1)
    case 'ArrowUp':
      return inColumn(table, from, -1)
    case 'Home':
      return edge(all ? stopsIn(table) : stopsIn(rowOf(from)), 0)
    case 'End':
      return edge(all ? stopsIn(table) : stopsIn(rowOf(from)), -1)
    default:
      return undefined
  }
}

const inRow = (from: HTMLElement, by: number): HTMLElement | undefined => {
  const stops = stopsIn(rowOf(from))
  return stops[stops.indexOf(from) + by]
}

// The nearest row that has something to stop at, at the same place or as near as can be.
const inColumn = (table: HTMLTableElement, from: HTMLElement, by: number): HTMLElement | undefined => {
  const rows = [...table.rows]
  const at = columnOf(from)
  for (let index = rows.indexOf(rowOf(from)) + by; index >= 0 && index < rows.length; index += by) {
    const stops = stopsIn(rows[index] as HTMLTableRowElement)
    const nearest = stops.reduce<HTMLElement | undefined>(
      (best, stop) => (best === undefined || distance(stop, at) < distance(best, at) ? stop : best),
      undefined,
    )
    if (nearest) return nearest
  }
  return undefined
}

const distance = (stop: HTMLElement, at: number): number => {
  const first = columnOf(stop)
  const last = first + (stop.closest<HTMLTableCellElement>('td, th')?.colSpan ?? 1) - 1
  if (at >= first && at <= last) return 0
  return Math.min(Math.abs(at - first), Math.abs(at - last))
}

const columnOf = (stop: HTMLElement): number => {
  let column = 0
  for (const cell of rowOf(stop).cells) {
    if (cell.contains(stop)) return column
    column += cell.colSpan
  }
  return column
}

const rowOf = (stop: HTMLElement): HTMLTableRowElement => stop.closest('tr') as HTMLTableRowElement
const stopsIn = (root: Element): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(STOP)]
const edge = (stops: readonly HTMLElement[], at: number): HTMLElement | undefined => stops.at(at)
