/** The client half: the built extension in a real browser, each figure in turns with what it is compared with. */
import { call, startBrowser } from './client-browser'
import { benchDashboard, benchPopup } from './client-pages'
import { benchClosing, benchTick } from './client-ticks'
import { startDemo, type Town } from './client-town'
import { foldRows } from './fold'
import { SIZES, YEARS } from './fold-history'
import { median, type Row } from './table'
import { benchWriting } from './writing'

const ROUNDS = process.env.BENCH_QUICK ? 3 : 9

const PARTS: Readonly<Record<string, (demo: () => Promise<Town>) => Promise<Row[]>>> = {
  popup: async (demo) => benchPopup(await demo()),
  dashboard: async (demo) => benchDashboard(await demo()),
  tick: async (demo) => benchTick(await demo()),
  rooms: () => benchRooms(),
  pictures: () => benchPictures(),
  closing: () => benchClosing(),
  writing: () => benchWriting(),
}

/** Measures all, or one part by its name. */
export const benchClient = async (only?: string): Promise<Row[]> => {
  let town: Promise<Town> | undefined
  const demo = (): Promise<Town> => {
    town ??= startDemo()
    return town
  }
  const rows: Row[] = []
  for (const [name, measure] of Object.entries(PARTS)) {
    if (only !== undefined && only !== name) continue
    process.stderr.write(`  ${name} ...\n`)
    rows.push(...(await measure(demo)))
  }
  await (await town)?.stop()
  return rows
}

/** Rooms from the disk to records, each time in a page that has done nothing before. */
const benchRooms = async (): Promise<Row[]> => {
  const browser = await startBrowser(() => undefined)
  const rows: Row[] = []
  const measure = async (part: 'foldRooms' | 'readRooms', names: readonly string[]): Promise<number> => {
    const page = await browser.openBench()
    const took = await call(page, part, names)
    await page.close()
    return took
  }
  for (const { statements, name } of SIZES) {
    const page = await browser.openBench()
    const rooms = await call(page, 'seed', `bench-${statements}/`, 2026, YEARS, statements / YEARS)
    await page.close()
    for (const [subject, names, most] of [
      [`ten years, ${name}, folded (browser, from disk)`, rooms, 100],
      [`one year of ${name}, folded (browser, from disk)`, rooms.slice(-1), 25],
    ] as const) {
      const turns: { ours: number[]; raw: number[] } = { ours: [], raw: [] }
      for (let round = 0; round < ROUNDS; round += 1) {
        turns.raw.push(await measure('readRooms', names))
        turns.ours.push(await measure('foldRooms', names))
      }
      rows.push(...foldRows(subject, turns, most))
    }
  }
  await browser.close()
  return rows
}

/** The small pictures of a scorecard beside one paint, and beside as many canvases of Chart.js. */
const benchPictures = async (): Promise<Row[]> => {
  const browser = await startBrowser(() => undefined)
  const page = await browser.openBench()
  const times = { drawNothing: [] as number[], drawPictures: [] as number[], drawCanvases: [] as number[] }
  const parts = ['drawNothing', 'drawPictures', 'drawCanvases'] as const
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const part of parts) {
      const took = await call(page, part)
      // The first of each is spent on compiling.
      if (round > 0) times[part].push(took)
    }
  await browser.close()
  const [paint, pictures, canvases] = parts.map((part) => median(times[part])) as [number, number, number]
  const common = { unit: 'ms', ours: pictures }
  const [overPaint, faster] = [pictures / paint, canvases / pictures]
  return [
    {
      ...common,
      subject: '40 small pictures of 120 points',
      beside: paint,
      ratio: overPaint,
      goal: '<= 1.5x',
      met: overPaint <= 1.5,
      note: `beside: one paint${overPaint > 1.5 ? `; their strokes and up to ${40 * 8} paths take ${(pictures - paint).toFixed(1)} ms` : ''}`,
    },
    {
      ...common,
      subject: '40 small pictures: faster than canvases',
      beside: canvases,
      ratio: faster,
      goal: '>= 12x',
      met: faster >= 12,
      note: 'beside: 40 canvases of Chart.js without animation, one line each; ratio: theirs over ours',
    },
  ]
}
