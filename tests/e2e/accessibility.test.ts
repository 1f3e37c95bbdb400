/** Everybody can use it: no axe violations on any screen, and everything by keyboard. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violations } from './axe'
import { type Device, makeDevice } from './device'
import { aboutOfLate, eventually, lateRoom, makeTown, titleOfLate } from './town'

const speak = ({ context }: Device, language: string): Promise<unknown> =>
  context.addInitScript((chosen) => {
    if (location.protocol === 'chrome-extension:') localStorage.setItem('waarborg.language', chosen)
  }, language)

/** A page is looked at once this stands on it, in Dutch and in English. */
const DASHBOARD = [
  ['#/', 'Diensten en thema’s', 'Departments and themes'],
  ['#/dienst/bur', 'Gepland en gedaan in', 'Planned and done in'],
  ['#/te-laat', titleOfLate(2), titleOfLate(2)],
  ['#/mensen', 'Naam p06', 'Naam p06'],
  ['#/mensen/diensten', 'tec', 'tec'],
  ['#/controles', 'Stock van het magazijn geteld', 'Stock van het magazijn geteld'],
  [`#/controle/${lateRoom('bur')}/${aboutOfLate(1)}`, 'Geschiedenis', 'History'],
  ['#/lijnen?welke=te-laat', titleOfLate(2), titleOfLate(2)],
] as const

for (const language of ['nl', 'en'] as const)
  test(`no screen has an axe violation, light or dark, in ${language}`, async () => {
    const inLanguage = (dutch: string, english: string): string => (language === 'nl' ? dutch : english)
    const found: Record<string, string[]> = {}
    const look = async (name: string, page: Page, text: string): Promise<void> => {
      await page.locator('h1').first().waitFor({ state: 'attached' })
      await page.getByText(text).first().waitFor()
      const wrong = await violations(page)
      if (wrong.length > 0) found[name] = wrong
      await page.close()
    }
    const town = await makeTown()

    const clerk = await makeDevice()
    await speak(clerk, language)
    await look('welcome', await clerk.openPopup(), inLanguage('Welkom bij Waarborg', 'Welcome to Waarborg'))
    const signIn = await clerk.open('options.html')
    await signIn.locator('button[type=submit]').click()
    await look('sign-in', signIn, inLanguage('Er is nog geen serveradres', 'No server address'))

    await clerk.signIn(town, town.codes.managerBur)
    const popup = await clerk.openPopup()
    await popup.getByText(titleOfLate(1)).first().waitFor()
    await popup.keyboard.press('1')
    await popup.keyboard.press('3')
    await popup.getByRole('textbox').fill('De kas had 20 euro te kort')
    await look('popup', popup, titleOfLate(2))
    const help = await clerk.openPopup()
    await help.getByRole('textbox').press('Escape')
    await help.keyboard.press('?')
    await look('help', help, inLanguage('Hoe veilig is mijn werk?', 'How safe is my work?'))
    await look(
      'options',
      await clerk.open('options.html'),
      inLanguage('Wat staat waar', 'What is kept where'),
    )

    const director = await makeDevice()
    await speak(director, language)
    await director.signIn(town, town.codes.director)
    for (const [hash, dutch, english] of DASHBOARD)
      await look(hash, await director.openDashboard(hash), inLanguage(dutch, english))
    expect(found).toEqual({})
  })

test('axe does find a button without a name and words that are too faint', async () => {
  const device = await makeDevice()
  const page = await device.openPopup()
  await page.getByRole('heading').first().waitFor()
  await page.evaluate(() => {
    const button = document.body.appendChild(document.createElement('button'))
    button.id = 'nameless'
    const faint = document.body.appendChild(document.createElement('p'))
    faint.textContent = 'bleek'
    faint.style.color = '#ddd'
    faint.style.background = '#fff'
  })
  expect(await violations(page)).toEqual(
    expect.arrayContaining(['light button-name: #nameless', expect.stringContaining('color-contrast')]),
  )
})

test('a run through one’s checks needs no mouse', async () => {
  const town = await makeTown({ late: 4, open: 0 })
  const device = await makeDevice()
  const dashboard = await device.signIn(town, town.codes.managerBur)
  const popup = await device.openPopup()
  await popup.getByText('Alles bevestigd').first().waitFor()
  const active = (): Promise<string> => popup.locator('[aria-current="true"] .row-title').innerText()

  expect(await active()).toBe(titleOfLate(1))
  await popup.keyboard.press('n')
  await popup.keyboard.press('ArrowDown')
  expect(await active()).toBe(titleOfLate(3))
  await popup.keyboard.press('p')
  expect(await active()).toBe(titleOfLate(2))
  await popup.keyboard.press('0')
  expect(await active()).toBe(titleOfLate(3))
  // From here on what is undone has been said: on the stored picture it would simply not be said.
  await popup
    .getByRole('listitem')
    .filter({ hasText: titleOfLate(2) })
    .getByText('bevestigd', { exact: true })
    .waitFor()
  await popup.keyboard.press('c')
  await popup.keyboard.type('Kas 3 staat in de kluis')
  await popup.keyboard.press('Escape')
  await popup.keyboard.press('1')
  expect(await active()).toBe(titleOfLate(4))
  await popup.keyboard.press('2')
  await popup.keyboard.type('Een bon ontbreekt')
  await popup.keyboard.press('Enter')
  expect(await active()).toBe(titleOfLate(1))
  await popup.keyboard.press('u')
  await popup.keyboard.press('?')
  await popup.getByRole('dialog', { name: 'Hulp en sneltoetsen' }).waitFor()
  await popup.keyboard.press('Escape')
  await eventually(async () => expect(await popup.getByRole('dialog').count()).toBe(0))
  await eventually(async () =>
    expect(await town.answers()).toMatchObject({
      [aboutOfLate(2)]: 'not-applicable',
      [aboutOfLate(3)]: 'in-order',
      [aboutOfLate(4)]: 'null',
    }),
  )

  // Enter opens the check in the dashboard that is there, with its history.
  await popup.keyboard.press('Enter')
  await dashboard.getByRole('dialog').getByRole('heading', { name: 'Geschiedenis' }).waitFor()
})

test('from the overview to an answered check needs no mouse', async () => {
  const town = await makeTown({ late: 2 })
  const device = await makeDevice()
  const page = await device.signIn(town, town.codes.director)
  await page.getByRole('grid').first().waitFor()

  await tabTo(page, page.getByRole('link', { name: /Te laat/ }).first())
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: titleOfLate(1) }))
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog')
  await tabTo(page, sheet.getByRole('button', { name: 'Niet in orde' }))
  await page.keyboard.press('Enter')
  await page.keyboard.type('Niet geteld')
  await page.keyboard.press('Enter')
  await eventually(async () => expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'not-in-order' }))
  await page.keyboard.press('Escape')
  await eventually(async () => expect(await sheet.count()).toBe(0))

  // The year plan is walked with the arrow keys.
  await tabTo(page, page.getByRole('link', { name: /^bur/ }))
  await page.keyboard.press('Enter')
  const grid = page.getByRole('grid')
  await tabTo(page, grid.locator('[tabindex="0"]'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await sheet.getByRole('heading', { name: titleOfLate(2) }).waitFor()
})

/** Presses Tab, as often as a person would, until the focus is there. */
const tabTo = async (page: Page, goal: ReturnType<Page['locator']>): Promise<void> => {
  await goal.first().waitFor()
  for (let pressed = 0; pressed < 60; pressed++) {
    if (await goal.first().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('sixty tabs did not lead there')
}
