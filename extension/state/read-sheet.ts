/** Reads a spreadsheet in a worker, so that neither a large nor a hostile one holds up the page. */
import type { Sheet } from '../../shared/work-import'
import { LIMITS } from '../../shared/work-import'
import type { SheetTrouble } from './sheet-bytes'

export type { SheetTrouble }

/** Longer than any list of people takes; a file that was made to take long is given up. */
const PATIENCE = 30_000

export const readSheetFile = async (file: File): Promise<Sheet | SheetTrouble> => {
  if (file.size > LIMITS.bytes) return 'too-large'
  const bytes = await file.arrayBuffer().catch(() => undefined)
  if (!bytes) return 'unreadable'
  const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module' })
  try {
    return await answerOf(worker, bytes)
  } finally {
    worker.terminate()
  }
}

const answerOf = (worker: Worker, bytes: ArrayBuffer): Promise<Sheet | SheetTrouble> =>
  new Promise((resolve) => {
    const patience = setTimeout(() => resolve('too-slow'), PATIENCE)
    const answer = (found: Sheet | SheetTrouble): void => {
      clearTimeout(patience)
      resolve(found)
    }
    worker.onmessage = ({ data }) => answer(data as Sheet | SheetTrouble)
    worker.onerror = () => answer('unreadable')
    worker.postMessage(bytes, [bytes])
  })
