/** Takes the rows of a spreadsheet over in small parts, so that the page stays awake, and takes them back as one. */
import type { Seen } from '../../shared/commands/say'
import { roomOfMeasure } from '../../shared/kinds/measure'
import type { Statement } from '../../shared/statement'
import { type Row, statementsOf, undoImport } from '../../shared/work-import'
import type { Library, Tick } from './library-types'
import type { Base } from './quality-base'

/** So long the page may be kept busy at once, in milliseconds. */
const BREATH = 16
/** Rows that are said in one transaction: few enough for one message to the server. */
const PART = 250

export const importInto = (base: Base): Pick<Library, 'previewRows' | 'importRows'> => {
  const seen = (room: string): Seen => base.rooms.peek().get(room)?.ledger.peek()?.fold ?? NOTHING
  const isOpen = (room: string): boolean =>
    base.mayWriteIn(room) && base.rooms.peek().get(room)?.ledger.peek() !== undefined

  const undo =
    (said: readonly Said[]) =>
    async (tick: Tick): Promise<number> => {
      let done = 0
      let undone = 0
      for (const { room, statements } of said.toReversed()) {
        for (const part of undoImport([{ room, statements }], seen, base.author()))
          undone += base.say(part.room, () => part.statements).length
        done += 1
        if (tick(done, said.length)) break
        await pause()
      }
      return undone
    }

  return {
    async previewRows(sheet, _target, read, tick) {
      const rows: Row[] = []
      let since = performance.now()
      for (const [index, cells] of sheet.rows.entries()) {
        rows.push(read(cells, index))
        if (performance.now() - since < BREATH) continue
        if (tick(rows.length, sheet.rows.length)) break
        await pause()
        since = performance.now()
      }
      tick(rows.length, sheet.rows.length)
      return rows
    },
    async importRows(rows, tick) {
      const fresh = rows.filter(({ standing }) => standing === 'new')
      const barred = [...new Set(fresh.map(roomOf))].filter((room) => !isOpen(room))
      const taken = fresh.filter((row) => !barred.includes(roomOf(row)))
      const said: Said[] = []
      let added = 0
      for (let from = 0; from < taken.length; from += PART) {
        for (const { room, statements } of statementsOf(
          taken.slice(from, from + PART),
          seen,
          base.author(),
        )) {
          base.say(room, () => statements)
          said.push({ room, statements })
          added += statements.length
        }
        if (tick(Math.min(from + PART, taken.length), taken.length)) break
        await pause()
      }
      return { added, barred, undo: undo(said) }
    },
  }
}

type Said = { readonly room: string; readonly statements: readonly Statement[] }

const NOTHING: Seen = { get: () => undefined }

const roomOf = ({ control, measure }: Row): string =>
  control ? 'org' : roomOfMeasure(measure?.department ?? undefined)

/** Lets the browser draw and answer in between. */
const pause = (): Promise<unknown> => new Promise((over) => setTimeout(over))
