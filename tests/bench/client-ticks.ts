/** Ticks: how long one takes, and whether it is kept when the popup closes in the same task. */
import type { Page } from 'playwright-core'
import { type Browser, call, startBrowser } from './client-browser'
import { startDesk, type Town } from './client-town'
import { median, quantile, type Row } from './table'

const isQuick = process.env.BENCH_QUICK !== undefined
const TICKS = isQuick ? 30 : 200
/** Openings with one tick each, in so many fresh profiles. */
const CLOSINGS = isQuick ? { profiles: 1, each: 40 } : { profiles: 4, each: 250 }
const SESSIONS = isQuick ? 30 : 300
const OPENINGS = isQuick ? 10 : 50
/** The goals are of 1 000 ticks, 300 sessions and 50 openings. */
const LESS = isQuick ? '; a quick run proves less than the goal asks' : ''

/** From the key to a painted answer that is on the disk, beside a change and a write of the same size. */
export const benchTick = async (town: Town): Promise<Row[]> => {
  const browser = await startBrowser(noteStored)
  await browser.signIn(town.server, town.organisation, town.codes.p05 ?? '')
  const page = await browser.open('popup.html')
  await page
    .getByText(/Alles bevestigd/)
    .first()
    .waitFor()
  await page.waitForSelector('[aria-current="true"]')
  const { ours, floor } = await page.evaluate(tickAndUndo, TICKS)
  await browser.close()
  const own = quantile(ours, 0.95)
  const beside = quantile(floor, 0.95)
  return [
    {
      subject: 'tick painted and on disk, p95',
      unit: 'ms',
      ours: own,
      beside,
      ratio: own / beside,
      goal: '<= 16.7 ms',
      met: own <= 16.7,
      note: `beside: one paint and one strict write; p50 ${median(ours).toFixed(1)} beside ${median(floor).toFixed(1)}${
        own > 16.7 && beside > 10 ? '; the floor leaves no room on a machine this busy' : ''
      }`,
    },
  ]
}

// In the page: when a strict write was told, and when it was on the disk.
const noteStored = (): void => {
  const stored: number[] = []
  Object.assign(globalThis, { stored })
  const open = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    const transaction = open.call(this, names, mode, options)
    if (options?.durability === 'strict')
      transaction.addEventListener('complete', () => stored.push(performance.now()))
    return transaction
  }
}

// In the page.
const tickAndUndo = async (count: number): Promise<{ ours: number[]; floor: number[] }> => {
  const { stored } = globalThis as unknown as { stored: number[] }
  const title = (): string => document.querySelector('[aria-current="true"] .row-title')?.textContent ?? ''
  const press = (key: string): void => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  }
  const frame = (): Promise<number> => new Promise(requestAnimationFrame)
  const painted = (): Promise<number> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now())
      port2.postMessage(undefined)
    })
  const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 40))
  const until = async (isSo: () => boolean): Promise<void> => {
    for (const end = performance.now() + 20_000; !isSo(); ) {
      if (performance.now() > end) throw new Error('a tick had no effect')
      await rest()
    }
  }

  const scratch = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench-floor')
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { autoIncrement: true })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const mark = document.querySelector('.popup-name') as HTMLElement
  const blank = async (): Promise<number> => {
    await frame()
    const start = performance.now()
    mark.style.opacity = mark.style.opacity === '1' ? '0.99' : '1'
    const transaction = scratch.transaction('rows', 'readwrite', { durability: 'strict' })
    const done = new Promise<number>((resolve) => {
      transaction.oncomplete = () => resolve(performance.now())
    })
    transaction.objectStore('rows').add(new Uint8Array(130))
    transaction.commit()
    return Math.max(await painted(), await done) - start
  }
  const tick = async (): Promise<number> => {
    const before = title()
    stored.length = 0
    await frame()
    const start = performance.now()
    press('1')
    let shown = await painted()
    while (title() === before) {
      await frame()
      shown = await painted()
    }
    await until(() => stored.length > 0)
    return Math.max(shown, stored[0] ?? Number.NaN) - start
  }

  // A clash comes first, and a clash that was settled once is not there a second time.
  press('n')
  await rest()
  const [ours, floor]: [number[], number[]] = [[], []]
  for (let n = 0; n < count; n += 1) {
    floor.push(await blank())
    await rest()
    const before = title()
    ours.push(await tick())
    await rest()
    press('u')
    await until(() => title() === before)
    await rest()
  }
  return { ours, floor }
}

/** Openings of one tick each, offline, closed in the same task; and how many rows they leave. */
export const benchClosing = async (): Promise<Row[]> => {
  const sessions = Math.max(CLOSINGS.each, SESSIONS)
  const town = await startDesk(sessions + 5)
  const rows: Row[] = []
  let [ticked, kept] = [0, 0]
  for (let profile = 0; profile < CLOSINGS.profiles; profile += 1) {
    const browser = await startBrowser(tickWhenReady)
    await browser.signIn(town.server, town.organisation, town.codes.p05 ?? '')
    await town.stop()
    const bench = await browser.openBench()
    const rounds = profile === 0 ? sessions : CLOSINGS.each
    for (let round = 0; round < rounds; round += 1) await openAndClose(browser, bench, true)
    const counted = await call(bench, 'countAll')
    ticked += rounds
    kept += counted.answers
    if (profile === 0) rows.push(...(await rowsOnDisk(browser, bench, rounds, counted.most)))
    await browser.close()
    await town.start()
  }
  await town.stop()
  return [
    {
      subject: 'ticks kept, popup closed in the same task, offline',
      unit: `of ${ticked}`,
      ours: kept,
      goal: `${ticked} of ${ticked}`,
      met: kept === ticked,
      note: `one tick in each opening, each of another check${LESS}; y-indexeddb kept 54 of 80 when that was measured, not in this run`,
    },
    ...rows,
  ]
}

const rowsOnDisk = async (browser: Browser, bench: Page, rounds: number, most: number): Promise<Row[]> => {
  // What the sessions left is trimmed by whoever opens next; only growth after that is growth.
  await openAndClose(browser, bench, false)
  let last = (await call(bench, 'countAll')).sum
  let growth = 0
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    await openAndClose(browser, bench, false)
    const { sum } = await call(bench, 'countAll')
    // Looked at each time: a trim would hide what was added before it.
    growth += Math.max(0, sum - last)
    last = sum
  }
  return [
    {
      subject: `rows of a room after ${rounds} sessions of one tick`,
      unit: '',
      ours: most,
      goal: '<= 32',
      met: most <= 32,
      note: `the fullest room of the device${LESS}; y-indexeddb left 600 after 300 when that was measured, not in this run`,
    },
    {
      subject: `rows that ${OPENINGS} openings without a tick add`,
      unit: '',
      ours: growth,
      goal: '0',
      met: growth === 0,
      note: `all rooms of the device together${LESS}; y-indexeddb added 50 when that was measured, not in this run`,
    },
  ]
}

// In the page. Without the stored picture it shows no check before the disk has been read.
const tickWhenReady = (): void => {
  if (location.protocol !== 'chrome-extension:' || location.pathname !== '/popup.html') return
  localStorage.removeItem('waarborg.snapshot')
  const isTicking = localStorage.getItem('bench.tick') === 'yes'
  new MutationObserver((_, observer) => {
    if (!document.querySelector('[aria-current="true"]')) return
    observer.disconnect()
    setTimeout(() => {
      if (isTicking) document.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }))
      window.close()
    })
  }).observe(document, { subtree: true, childList: true })
}

const openAndClose = async (browser: Browser, bench: Page, isTicking: boolean): Promise<void> => {
  await bench.evaluate((value) => localStorage.setItem('bench.tick', value), isTicking ? 'yes' : 'no')
  const page = await browser.context.newPage()
  const closed = page.waitForEvent('close')
  // It may be gone before it has answered.
  await Promise.all([closed, page.goto(browser.address('popup.html')).catch(() => undefined)])
}
