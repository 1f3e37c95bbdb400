/** Waarborg beside the page: the same run through one's checks, and those that belong to the page one is on. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violations } from './axe'
import { type Device, makeDevice } from './device'
import { aboutOfLate, eventually, makeTown, titleOfLate } from './town'

const PANEL = { width: 420, height: 800 }
const PATTERN = 'https://boekhouding.zandrode.example/kas*'

/** The panel as a page: a test has no way to open the real one, which comes upon a click only. */
const openPanel = async (device: Device): Promise<Page> => {
  const panel = await device.open('sidepanel.html', PANEL)
  await panel.getByText('Alles bevestigd').first().waitFor()
  return panel
}

test('beside the page one answers by the same keys as in the popup, as wide as the browser makes it', async () => {
  const town = await makeTown()
  const device = await makeDevice()
  await device.signIn(town, town.codes.managerBur).then((page) => page.close())
  const panel = await openPanel(device)
  await panel.keyboard.press('1')
  await panel
    .getByRole('listitem')
    .filter({ hasText: titleOfLate(1) })
    .getByText('bevestigd', { exact: true })
    .waitFor()
  await eventually(async () => expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'in-order' }))
  const { wide, high } = await panel.evaluate(() => {
    const { width, height } = document.querySelector('.popup')?.getBoundingClientRect() ?? {
      width: 0,
      height: 0,
    }
    return { wide: width, high: height }
  })
  expect([wide, high]).toEqual([PANEL.width, PANEL.height])
  // Nothing asks for a site where no control names one.
  expect(await panel.getByText('Welke controles horen bij een pagina?').count()).toBe(0)
})

test('it may look at no page until one turns that on, names the sites, and then shows what belongs to the page', async () => {
  const town = await makeTown({ patterns: [PATTERN] })
  const device = await makeDevice({ inject: giveLeave })
  await device.signIn(town, town.codes.managerBur).then((page) => page.close())
  const panel = await openPanel(device)
  await panel.getByText('boekhouding.zandrode.example').waitFor()
  expect(await panel.evaluate(() => chrome.permissions.getAll())).toMatchObject({ origins: [] })

  await panel.getByRole('button', { name: 'Aanzetten' }).click()
  const here = panel.getByRole('region', { name: 'Hoort bij deze pagina' })
  await here.getByText('hoort geen open controle').waitFor()
  expect(await panel.evaluate(() => (window as unknown as { asked: unknown }).asked)).toEqual([
    { origins: ['https://boekhouding.zandrode.example/*'] },
  ])
  await panel.evaluate(() =>
    (window as unknown as { goTo(url: string): void }).goTo(
      'https://boekhouding.zandrode.example/kas/loket-1',
    ),
  )
  await here.getByRole('button', { name: titleOfLate(2) }).click()
  await expect.poll(() => panel.locator('.row-active .row-title').textContent()).toBe(titleOfLate(2))
  expect(await violations(panel)).toEqual([])
  await here.getByRole('button', { name: 'Niet meer kijken' }).click()
  await panel.getByText('Welke controles horen bij een pagina?').waitFor()
})

// At the edge of the browser: the question whether a site may be seen is one that no test can answer, and the panel stands in a tab of its own.
const giveLeave = (): void => {
  if (location.pathname !== '/sidepanel.html') return
  const { permissions, tabs } = chrome as unknown as {
    permissions: Record<string, unknown>
    tabs: { query: unknown; onUpdated: { addListener: unknown } }
  }
  const world = window as unknown as { asked: object[]; goTo: (url: string) => void }
  world.asked = []
  let origins: string[] = []
  let url: string | undefined
  const listeners: ((id: number, change: { url: string }) => void)[] = []
  permissions.getAll = async () => ({ permissions: [], origins })
  permissions.request = async (wanted: { origins: string[] }) => {
    world.asked.push(wanted)
    origins = wanted.origins
    return true
  }
  permissions.remove = async () => {
    origins = []
    return true
  }
  tabs.query = async () => [{ id: 1, url }]
  tabs.onUpdated.addListener = (listener: (typeof listeners)[number]) => void listeners.push(listener)
  world.goTo = (next) => {
    url = next
    for (const listener of listeners) listener(1, { url: next })
  }
}
