/** How soon pages can be used, beside a page of the same extension that has nothing on it. In turns. */
import type { Page } from 'playwright-core'
import { type Browser, call, startBrowser } from './client-browser'
import { noteMoments } from './client-moments'
import type { Town } from './client-town'
import { median, quantile, type Row } from './table'

const ROUNDS = process.env.BENCH_QUICK ? 8 : 40

/** The popup of the manager of the demo: as it is, and with ten years on the disk. */
export const benchPopup = async (town: Town): Promise<Row[]> => {
  const browser = await startBrowser(noteMoments)
  await browser.signIn(town.server, town.organisation, town.codes.p05 ?? '')
  const asItIs = await measurePopup(browser, 'demo')
  // The server would ask for what it never had.
  await town.stop()
  const page = await browser.openBench()
  const prefix = `waarborg/${new URL(town.server).host}/${town.organisation}/p05/`
  const years = await call(page, 'seed', prefix, new Date().getFullYear(), 10, 4_800)
  await page.close()
  const full = await measurePopup(browser, `${years.length} years, 48 000 statements on the disk, server off`)
  await browser.close()
  await town.start()
  return [...asItIs, ...full]
}

const measurePopup = async (browser: Browser, what: string): Promise<Row[]> => {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 380, height: 600 })
  // The first opening leaves the picture that the next ones paint.
  await momentsOf(page, browser.address('popup.html'), ['live'])
  const [rows, live, blank]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    const floor = await momentsOf(page, browser.address('blank.html'), ['blank'])
    const popup = await momentsOf(page, browser.address('popup.html'), ['rows', 'live'])
    blank.push(floor.blank as number)
    rows.push(popup.rows as number)
    live.push(popup.live as number)
  }
  await page.close()
  return [
    overBlank(`popup interactive, ${what}, p50`, rows, blank, 0.5, 10),
    overBlank(`popup interactive, ${what}, p95`, rows, blank, 0.95, 25),
    overBlank(`popup living data, ${what}, p50`, live, blank, 0.5, 60),
  ]
}

const overBlank = (
  subject: string,
  times: readonly number[],
  floors: readonly number[],
  share: number,
  most: number,
): Row => {
  const [ours, beside] = [quantile(times, share), quantile(floors, share)]
  const over = ours - beside
  return {
    subject,
    unit: 'ms',
    ours,
    beside,
    ratio: ours / beside,
    goal: `<= +${most} ms`,
    met: over <= most,
    note: `${over < 0 ? '' : '+'}${over.toFixed(1)} ms over a blank page of the extension`,
  }
}

/** The dashboard of the director: 22 departments and two years. */
export const benchDashboard = async (town: Town): Promise<Row[]> => {
  const browser = await startBrowser(noteMoments)
  await browser.signIn(town.server, town.organisation, town.codes.p01 ?? '')
  const page = await browser.context.newPage()
  // Each leaves its picture for the next opening.
  await momentsOf(page, browser.address('dashboard.html'), ['complete'])
  await momentsOf(page, browser.address('popup.html'), ['live'])
  const [board, complete, popup]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < Math.ceil(ROUNDS / 2); round += 1) {
    const small = await momentsOf(page, browser.address('popup.html'), ['popup', 'live'])
    const large = await momentsOf(page, browser.address('dashboard.html'), ['board', 'complete'])
    popup.push(small.popup as number)
    board.push(large.board as number)
    complete.push(large.complete as number)
  }
  await browser.close()
  const [first, beside, whole] = [median(board), median(popup), median(complete)]
  const common = { unit: 'ms' }
  return [
    {
      ...common,
      subject: "director's dashboard, 22 departments, first content",
      ours: first,
      beside,
      ratio: first / beside,
      goal: '<= 1.1x',
      met: first <= beside * 1.1,
      note: `beside: the first content of the popup${first > beside * 1.1 ? `; ${Math.round(first - beside)} ms later, of which drawing the matrix is not told apart` : ''}`,
    },
    {
      ...common,
      subject: "director's dashboard, two years, complete from disk",
      ours: whole,
      goal: '<= 1000 ms',
      met: whole <= 1_000,
      note: `p95 ${Math.round(quantile(complete, 0.95))} ms, from the navigation on`,
    },
  ]
}

/** Goes to a page and waits until some moments have been painted there. */
const momentsOf = async (
  page: Page,
  address: string,
  wanted: readonly string[],
): Promise<Record<string, number>> => {
  await page.goto(address)
  const found = await page.waitForFunction((names) => {
    const { moments } = globalThis as unknown as { moments: Record<string, number> }
    return names.every((name) => (moments[name] ?? 0) > 0) && moments
  }, wanted)
  return (await found.jsonValue()) as Record<string, number>
}
