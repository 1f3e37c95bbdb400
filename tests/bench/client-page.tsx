/** What the bench does inside the browser, in a page of the extension: the product's own parts, called one by one. */
import '../../extension/ui/index.css'
import '../../extension/views/quality/css/scorecard.css'
import { Chart, registerables } from 'chart.js'
import { render } from 'preact'
import * as Y from 'yjs'
import { countRows, keep, openDatabase, readKept } from '../../extension/state/database'
import { openDisk } from '../../extension/state/disk'
import { raise, readVector } from '../../extension/state/vector'
import { SmallPicture } from '../../extension/views/quality/SmallPicture'
import { declareRoots, openLedger } from '../../shared/ledger'
import { type Row, rowOf } from '../../shared/queries/scorecard'
import { seriesOf } from '../../shared/queries/series'
import { makeIndicator, makeWorld, monthsFrom } from '../shared/make-indicators'
import { makeYears } from './fold-history'
import { writingParts } from './writing-page'

/** Puts years of history on this device, as if the server had brought them. */
const seed = async (prefix: string, last: number, years: number, perYear: number): Promise<string[]> => {
  const names: string[] = []
  for (const { room, update, vector } of makeYears(last, years, perYear)) {
    const db = await openDatabase(prefix + room)
    const { confirmed, at, said } = await readKept(db)
    const known = new Map(confirmed)
    raise(known, readVector(vector))
    await keep(db, { confirmed: known, at, said: [], update })
    if (said.length > 0) throw new Error('there is unsent work here')
    db.close()
    names.push(prefix + room)
  }
  return names
}

/** Reads rooms from the disk and folds every record, as the store does; gives milliseconds. */
const foldRooms = async (names: readonly string[]): Promise<number> => {
  const ending = new AbortController()
  const start = performance.now()
  const fields = await Promise.all(
    names.map(async (name) => {
      const { doc } = await openDisk(name, {
        signal: ending.signal,
        isFromServer: () => false,
        confirmed: () => new Map(),
        recall: () => undefined,
        changed: () => undefined,
      })
      let count = 0
      for (const record of openLedger(doc).fold.all()) count += record.fields.size
      return count
    }),
  )
  const took = performance.now() - start
  ending.abort()
  if (fields.some((count) => count === 0)) throw new Error('a room was empty')
  return took
}

/** The floor: the same rows read and applied by Yjs, and nothing else. */
const readRooms = async (names: readonly string[]): Promise<number> => {
  const start = performance.now()
  await Promise.all(names.map(readRoom))
  return performance.now() - start
}

const readRoom = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const reading = db.transaction('updates').objectStore('updates').getAll()
      reading.onerror = () => reject(reading.error)
      reading.onsuccess = () => {
        const doc = new Y.Doc()
        const array = declareRoots(doc)
        for (const row of reading.result as Uint8Array[]) Y.applyUpdate(doc, row)
        if (array.toArray().length === 0) reject(new Error('nothing was read'))
        db.close()
        resolve()
      }
    }
  })

/** Rows in all databases of this device, and the answers in them. */
const countAll = async (): Promise<{ most: number; sum: number; answers: number }> => {
  let [most, sum] = [0, 0]
  const answered = new Set<string>()
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith('waarborg/')) continue
    const rows = await countRows(name)
    most = Math.max(most, rows)
    sum += rows
    if (name.includes('/dept/')) for (const about of await answersIn(name)) answered.add(about)
  }
  return { most, sum, answers: answered.size }
}

const answersIn = async (name: string): Promise<string[]> => {
  const ending = new AbortController()
  const { doc } = await openDisk(name, {
    signal: ending.signal,
    isFromServer: () => true,
    confirmed: () => new Map(),
    recall: () => undefined,
    changed: () => undefined,
  })
  const found = openLedger(doc)
    .read()
    .filter(({ set }) => 'outcome' in set)
    .map(({ about }) => about)
  ending.abort()
  return found
}

// Drawing

const CHARTS = 40
const POINTS = 120

/** Forty series of ten years, each read anew: what was worked out for an earlier drawing does not count. */
const makeRows = (): Row[] => {
  const months = monthsFrom(2016, POINTS)
  const world = makeWorld('2026-01-20')
  return Array.from({ length: CHARTS }, (_, index) => {
    const indicator = makeIndicator(`i${index}`, { since: '2016-01-01', data: 'measure', target: 60 })
    for (const [month, period] of months.entries())
      world.give(indicator, 'fin', period, { value: 50 + ((month * 7_919 + index * 104_729) % 23) })
    return rowOf(seriesOf(indicator, 'fin', world), world.today)
  })
}
let rows: Row[] | undefined

/** Milliseconds from drawing, at any moment of a frame, to after the paint that shows it. */
const painted = async (draw: () => void): Promise<number> => {
  await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 17))
  const start = performance.now()
  draw()
  return new Promise((resolve) => {
    requestAnimationFrame(() => afterPaint(() => resolve(performance.now() - start)))
  })
}
// A message that is sent in a frame arrives when that frame has been painted.
const afterPaint = (then: () => void): void => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = then
  port2.postMessage(undefined)
}

const box = (): HTMLElement => {
  const made = document.createElement('div')
  made.style.cssText = 'display:grid;grid-template-columns:repeat(5,220px);gap:8px'
  document.body.append(made)
  return made
}

const drawPictures = async (): Promise<number> => {
  rows ??= makeRows()
  // Their words are known before anything is drawn, as in the product; their pictures are not.
  const fresh = rows.map(({ series }) => rowOf({ ...series }, '2026-01-20'))
  const parent = box()
  const took = await painted(() =>
    render(
      fresh.map((row) => <SmallPicture key={row.indicator.key} row={row} />),
      parent,
    ),
  )
  if (parent.querySelectorAll('svg path.picture-line').length !== CHARTS)
    throw new Error('not all were drawn')
  render(null, parent)
  parent.remove()
  return took
}

const drawCanvases = async (): Promise<number> => {
  Chart.register(...registerables)
  rows ??= makeRows()
  const parent = box()
  const charts: Chart[] = []
  const took = await painted(() => {
    for (const { series } of rows ?? []) {
      const canvas = document.createElement('canvas')
      const frame = document.createElement('div')
      frame.style.cssText = 'position:relative;width:200px;height:60px'
      frame.append(canvas)
      parent.append(frame)
      charts.push(
        new Chart(canvas, {
          type: 'line',
          data: {
            labels: series.figures.map(({ period }) => period),
            datasets: [{ data: series.chart.points.map(({ value }) => value) }],
          },
          options: { animation: false },
        }),
      )
    }
  })
  for (const chart of charts) chart.destroy()
  parent.remove()
  return took
}

const drawNothing = async (): Promise<number> => {
  const parent = box()
  const took = await painted(() => parent.append('x'))
  parent.remove()
  return took
}

const bench = {
  ...writingParts,
  seed,
  foldRooms,
  readRooms,
  countAll,
  drawPictures,
  drawCanvases,
  drawNothing,
}
export type BenchPage = typeof bench
Object.assign(globalThis, { bench })
