/** A long text with many comments, beside plain y-prosemirror on the same text in the same run. */
import type { Page } from 'playwright-core'
import { type Browser, call, startBrowser } from './client-browser'
import { quantile, type Row } from './table'

const PAGES = 100
const STROKES = process.env.BENCH_QUICK ? 20 : 100
const ROUNDS = process.env.BENCH_QUICK ? 1 : 3
/** What one stroke may cost beyond what y-prosemirror itself costs: a frame at sixty a second. */
const FRAME = 16

export const benchWriting = async (): Promise<Row[]> => {
  const browser = await startBrowser(() => undefined)
  const times = { ours: [] as number[], plain: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1)
    for (const kind of ['plain', 'ours'] as const) times[kind].push(...(await typeIn(browser, kind)))
  await browser.close()
  const [ours, plain] = [quantile(times.ours, 0.95), quantile(times.plain, 0.95)]
  return [
    {
      subject: `a stroke in ${PAGES} pages with 500 comments, to paint, p95`,
      unit: 'ms',
      ours,
      beside: plain,
      ratio: ours / plain,
      goal: `<= theirs + ${FRAME} ms`,
      met: ours <= plain + FRAME,
      note: 'beside: y-prosemirror alone on the same text, without comments',
    },
  ]
}

const typeIn = async (browser: Browser, kind: 'ours' | 'plain'): Promise<number[]> => {
  const page = await browser.openBench()
  await call(page, 'openWriting', kind, PAGES)
  // The first are spent on compiling.
  await type(page, 10)
  await call(page, 'strokes')
  await type(page, STROKES)
  const found = await call(page, 'strokes')
  await page.close()
  return found
}

const type = async (page: Page, count: number): Promise<void> => {
  for (let stroke = 0; stroke < count; stroke += 1) await page.keyboard.press('a', { delay: 5 })
}
