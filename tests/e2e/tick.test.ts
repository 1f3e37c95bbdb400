/** A control ticked in the popup reaches the director's dashboard. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeDevice } from './device'
import { aboutOfLate, eventually, makeTown, titleOfLate } from './town'

/** The row of a check in the popup. */
const row = (popup: Page, title: string) => popup.getByRole('listitem').filter({ hasText: title })
/** Waits until the popup stands on what is on the disk, not only on the picture of last time. */
const isLive = (popup: Page): Promise<void> => popup.getByText('Alles bevestigd').first().waitFor()

test('a check ticked by keyboard is on this device, then confirmed, and then the server has it', async () => {
  const town = await makeTown()
  const device = await makeDevice()
  await device.signIn(town, town.codes.managerBur)
  const popup = await device.openPopup()
  await isLive(popup)
  const words = await wordsOfLine(popup)

  await popup.keyboard.press('1')
  await row(popup, titleOfLate(1)).getByText('bevestigd', { exact: true }).waitFor()
  expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'in-order' })
  // Confirmed is said once, at the end, and never taken back.
  await popup.getByText('Alles bevestigd').first().waitFor()
  expect(await words()).not.toContain('niet opgeslagen')
  expect((await words()).filter((word) => word === 'bevestigd')).toHaveLength(1)
  expect((await words()).at(-1)).toBe('bevestigd')

  await town.stop()
  await popup.getByText('Geen verbinding, werk gaat door').first().waitFor()
  await popup.keyboard.press('1')
  await row(popup, titleOfLate(2)).getByText('op dit toestel', { exact: true }).waitFor()
  await popup.getByText('Geen verbinding · 1 op dit toestel').first().waitFor()
  await town.start()
  await row(popup, titleOfLate(2)).getByText('bevestigd', { exact: true }).waitFor({ timeout: 40_000 })
  expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'in-order', [aboutOfLate(2)]: 'in-order' })
})

test('a tick elsewhere comes to the dashboard by itself, and nothing there moves', async () => {
  const town = await makeTown({ late: 30 })
  const manager = await makeDevice()
  const director = await makeDevice()
  await manager.signIn(town, town.codes.managerBur)
  await director.signIn(town, town.codes.director)
  const besides = await manager.openDashboard('#/te-laat')
  const boss = await director.openDashboard('#/te-laat')
  const popup = await manager.openPopup()
  await isLive(popup)

  // Someone reads further down and has the focus on a line.
  for (const page of [besides, boss]) {
    await page.getByRole('link', { name: titleOfLate(20) }).focus()
    await page.getByRole('link', { name: titleOfLate(20) }).scrollIntoViewIfNeeded()
  }
  const before = await Promise.all([besides, boss].map(placeOfFocus))
  await popup.keyboard.press('1')
  for (const page of [besides, boss]) await page.getByText('zonet ingevuld').first().waitFor()
  expect(await Promise.all([besides, boss].map(placeOfFocus))).toEqual(before)
})

/** Every word that the first row's line status has shown, in order. */
const wordsOfLine = async (popup: Page): Promise<() => Promise<string[]>> => {
  await popup.evaluate(() => {
    const words: string[] = []
    Object.assign(window, { words })
    const look = (): void => {
      const word = document.querySelector('.line-status')?.textContent
      if (word && words.at(-1) !== word) words.push(word)
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  return () => popup.evaluate(() => (window as unknown as { words: string[] }).words)
}

/** Where the eye is: what has the focus, where that stands on the screen, and how far everything is scrolled. */
const placeOfFocus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    const { top, left } = element?.getBoundingClientRect() ?? { top: -1, left: -1 }
    const scrolled = [...document.querySelectorAll('*')].map((each) => each.scrollTop).filter((by) => by > 0)
    return { text: element?.textContent, top, left, scrolled }
  })

test('what is partly or not in order asks for a note, and a half-typed note outlives the popup', async () => {
  const town = await makeTown()
  const device = await makeDevice()
  await device.signIn(town, town.codes.managerBur)
  const popup = await device.openPopup()
  await isLive(popup)

  await popup.keyboard.press('2')
  const note = popup.getByLabel('Wat is nog niet in orde?')
  await note.press('Enter')
  await popup.getByText('Schrijf eerst wat er aan de hand is').waitFor()
  expect(await town.answers()).toEqual({})
  await note.pressSequentially('Er ontbreekt een kwitan')
  await popup.close()

  const again = await device.openPopup()
  const half = again.getByLabel('Wat is nog niet in orde?')
  await half.waitFor()
  expect(await half.inputValue()).toBe('Er ontbreekt een kwitan')
  await half.press('End')
  await half.pressSequentially('tie.')
  await half.press('Enter')
  await eventually(async () => expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'partly' }))
  await row(again, titleOfLate(1)).getByText('Er ontbreekt een kwitantie.').waitFor()

  await again.keyboard.press('3')
  const second = again.getByLabel('Wat is er niet in orde?')
  await second.pressSequentially('Geen telling gevonden')
  await second.press('Escape')
  expect(await second.count()).toBe(0)
  expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'partly' })
  await again.keyboard.press('3')
  expect(await second.inputValue()).toBe('Geen telling gevonden')
  await second.press('Enter')
  await eventually(async () =>
    expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'partly', [aboutOfLate(2)]: 'not-in-order' }),
  )
})
