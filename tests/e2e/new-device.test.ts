/** A device that signs in for the first time says nothing that is not so while the history is still on its way. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startServer } from '../server/make'
import { type Device, makeDevice } from './device'
import { eventually, freePort, makeDirectory } from './town'

/** Two years of twenty-two departments: enough to take a moment. */
const startDemo = async (): Promise<{ address: string; codeOf(member: string): string }> => {
  const data = makeDirectory()
  const port = await freePort()
  await startServer(data, { args: ['demo'], env: { WAARBORG_PORT: String(port), WAARBORG_LOG: 'info' } })
  const { codes } = JSON.parse(readFileSync(join(data, 'demo.json'), 'utf8')) as {
    codes: { member: string; code: string }[]
  }
  return {
    address: `http://127.0.0.1:${port}`,
    codeOf: (member) => codes.find((each) => each.member === member)?.code ?? '',
  }
}

type Watched = { seen: string[] }

/** Notes every text that elements of this kind ever show, in every page, and keeps it over reloads. */
const watch = (context: BrowserContext, selector: string): Promise<unknown> =>
  context.addInitScript((wanted) => {
    if (location.protocol !== 'chrome-extension:') return
    const seen = new Set<string>(JSON.parse(sessionStorage.getItem('seen') ?? '[]') as string[])
    const look = (): void => {
      for (const element of document.querySelectorAll(wanted)) seen.add(element.textContent ?? '')
      sessionStorage.setItem('seen', JSON.stringify([...seen]))
      Object.assign(window, { seen: [...seen] })
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
  }, selector)

const seenOn = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as Watched).seen)

const signedIn = async (device: Device, address: string, code: string): Promise<Page> => {
  const page = await device.signIn({ address }, code)
  await page.getByText('Alles bevestigd').first().waitFor()
  return page
}

/** How many checks are late, as the dashboard says it. */
const lateOn = (page: Page): Promise<string> =>
  page.locator('a.figure').filter({ hasText: 'Nu te laat' }).locator('.figure-value').innerText()

test('the director never sees a figure that counts history which has not come yet as late', async () => {
  const demo = await startDemo()
  const code = demo.codeOf('p01')
  const settled = await signedIn(await makeDevice(), demo.address, code)
  const truth = await steady(() => lateOn(settled))

  const device = await makeDevice()
  await watch(device.context, '.figure-value')
  const page = await signedIn(device, demo.address, code)
  // Who reads "everything confirmed" believes what stands beneath it.
  expect(await lateOn(page)).toBe(truth)
  expect(worstOf(await seenOn(page))).toBeLessThanOrEqual(toNumber(truth))
})

test('a dashboard that is closed while history comes in does not call the rest late when it opens again', async () => {
  const demo = await startDemo()
  const code = demo.codeOf('p01')
  const settled = await signedIn(await makeDevice(), demo.address, code)
  const truth = await steady(() => lateOn(settled))

  const device = await makeDevice()
  await watch(device.context, '.figure-value')
  await device.signIn(demo, code).then((page) => page.close())
  const page = await device.openDashboard()
  await eventually(async () => expect(await lateOn(page)).toBe(truth))
  expect(worstOf(await seenOn(page))).toBeLessThanOrEqual(toNumber(truth))
})

test('nobody is asked for what was answered already on another device', async () => {
  const demo = await startDemo()
  const code = demo.codeOf('p05')
  const first = await makeDevice()
  await signedIn(first, demo.address, code)
  const settled = await first.openPopup()
  await settled.getByText('Alles bevestigd').first().waitFor()
  const asked = await steady(async () => (await settled.locator('.row-title').allInnerTexts()).join('\n'))

  const device = await makeDevice()
  await watch(device.context, '.row-title')
  const options = await device.open('options.html')
  await options.getByLabel('Adres van de server').fill(demo.address)
  await options.getByLabel('Organisatie').fill('zandrode')
  await options.getByLabel('Code', { exact: true }).fill(code)
  await options.getByRole('button', { name: 'Aanmelden' }).click()
  await device.context.pages()[0]?.bringToFront()
  await eventually(async () =>
    expect(await options.evaluate(() => chrome.storage.local.get('session'))).toHaveProperty('session'),
  )
  const popup = await device.openPopup()
  await popup.locator('.row-title').first().waitFor()
  await popup.getByText('Alles bevestigd').first().waitFor()
  expect((await seenOn(popup)).filter((title) => !asked.includes(title))).toEqual([])
})

/** The highest of the counts among figures. */
const worstOf = (figures: readonly string[]): number =>
  Math.max(...figures.filter((text) => /^[\d.]+$/.test(text)).map(toNumber))

const toNumber = (text: string): number => Number(text.replaceAll('.', ''))

/** What is read twice the same, a second apart, and not before. */
const steady = (read: () => Promise<string>): Promise<string> => {
  let before: string | undefined
  let since = 0
  return eventually(async () => {
    const now = await read()
    if (now !== before) since = Date.now()
    before = now
    expect(now).not.toBe('')
    expect(Date.now() - since).toBeGreaterThan(3_000)
    return now
  })
}
