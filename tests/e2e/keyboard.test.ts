/** Everything by keyboard in a real browser, in Dutch: many answers as one act, the palette, jumping, and letters switched off. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violations } from './axe'
import { makeDevice } from './device'
import { aboutOfLate, eventually, makeTown, titleOfLate } from './town'

/** How far from the top of the window a row is drawn. */
const topOf = (page: Page, title: string): Promise<number> =>
  page
    .getByRole('listitem')
    .filter({ hasText: title })
    .evaluate((row) => row.getBoundingClientRect().top)

test('many checks are answered as one act by keyboard, a key control without evidence is left with its reason, and one undo takes all back', async () => {
  const town = await makeTown({ late: 4, open: 0, keys: 1 })
  const device = await makeDevice()
  await device.signIn(town, town.codes.managerBur).then((page) => page.close())
  const page = await device.openDashboard('#/mijn-werk')
  const row = (title: string) => page.getByRole('listitem').filter({ hasText: title })
  await row(titleOfLate(1)).waitFor()
  const before = await topOf(page, titleOfLate(4))

  // Four rows in the order of the list, chosen from the first on.
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  for (const _step of [2, 3, 4]) await page.keyboard.press('Shift+J')
  await page.getByText('4 controles gekozen').waitFor()
  expect(await topOf(page, titleOfLate(4))).toBe(before)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('1')
  const left = page.getByRole('region', { name: '1 controle bleef zoals ze was' })
  await left.getByText(titleOfLate(1)).waitFor()
  await left.getByText('Sleutelcontrole: voeg eerst een bewijs toe').waitFor()
  const open = left.getByRole('link', { name: `Bewijs toevoegen: ${titleOfLate(1)}` })
  expect(await open.getAttribute('href')).toMatch(/^#\/controle\//)
  await page.getByText('3 controles: in orde. 1 bleef zoals ze was.').waitFor()
  await eventually(async () => expect(Object.values(await town.answers())).toEqual(Array(3).fill('in-order')))

  await page.keyboard.press('u')
  await page.getByText('Ongedaan gemaakt').waitFor()
  await eventually(async () => {
    const answers = await town.answers()
    expect([2, 3, 4].map((n) => answers[aboutOfLate(n)])).toEqual(['null', 'null', 'null'])
  })

  // A key answers the row one is at; where a note is owed, its sheet opens with that answer begun.
  await row(titleOfLate(3)).getByRole('link').focus()
  await page.keyboard.press('1')
  await eventually(async () => expect((await town.answers())[aboutOfLate(3)]).toBe('in-order'))
  await page.keyboard.press('u')
  await eventually(async () => expect((await town.answers())[aboutOfLate(3)]).toBe('null'))
  await row(titleOfLate(3)).getByRole('link').focus()
  await page.keyboard.press('2')
  const sheet = page.getByRole('dialog', { name: titleOfLate(3) })
  await sheet.getByRole('textbox').first().waitFor()
  await sheet.getByRole('button', { name: 'Deels', pressed: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })

  // What is the matter is said once, for all that are chosen.
  await page.getByRole('checkbox', { name: `${titleOfLate(2)} kiezen` }).click()
  await page.getByRole('checkbox', { name: `${titleOfLate(4)} kiezen` }).click({ modifiers: ['Shift'] })
  await page.getByText('3 controles gekozen').waitFor()
  await page.keyboard.press('3')
  const note = page.getByRole('dialog', { name: '3 controles: niet in orde' })
  await note.getByRole('button', { name: 'Antwoorden' }).press('Enter')
  await note.getByText('Schrijf eerst wat er aan de hand is').waitFor()
  await note.getByRole('textbox').fill('De kluis ging niet open')
  await note.getByRole('button', { name: 'Antwoorden' }).press('Enter')
  await eventually(async () =>
    expect(Object.values(await town.notes())).toEqual(expect.arrayContaining(['De kluis ging niet open'])),
  )
  await page.getByText('3 controles: niet in orde.').waitFor()
})

test('the palette finds a check, a person and an act; g and a letter jump; and letters can be switched off', async () => {
  const town = await makeTown({ late: 3, open: 0 })
  const device = await makeDevice()
  const first = await device.signIn(town, town.codes.director)
  await first.close()
  const page = await device.openDashboard('#/te-laat')
  await page.getByRole('link', { name: titleOfLate(2) }).waitFor()

  // A measure for the row one is at.
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  const measure = page.getByRole('dialog', { name: 'Nieuwe maatregel' })
  await measure.getByText(/^Vanuit: /).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1, name: 'Te laat' }).waitFor()

  // Typed at once, while it is still being loaded: no letter of it is a key of the page.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('02 gete')
  const palette = page.getByRole('dialog', { name: 'Zoeken en doen' })
  const found = palette.getByRole('option', { name: titleOfLate(2) }).first()
  await found.waitFor()
  expect(await palette.getByRole('combobox').inputValue()).toBe('02 gete')
  expect(await violations(page)).toEqual([])
  // Accents and order do not matter.
  await palette.getByRole('combobox').fill('gétéld 02')
  await found.waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: titleOfLate(2) }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('p05')
  await palette.getByRole('option', { name: 'Naam p05' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Mensen en diensten' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('nieuwe maa')
  await palette.getByRole('option', { name: 'Nieuwe maatregel' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Nieuwe maatregel' }).waitFor()
  await page.keyboard.press('Escape')

  await page.keyboard.press('g')
  await page.getByRole('dialog', { name: 'Ga naar' }).waitFor()
  await page.keyboard.press('m')
  await page.getByRole('heading', { level: 1, name: 'Maatregelen' }).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Hulp en sneltoetsen' }).getByText('Zoeken op deze pagina').waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')

  const popup = await device.openPopup()
  await popup.getByRole('button', { name: 'sneltoetsen' }).waitFor()
  await popup.keyboard.press('g')
  await popup.keyboard.press('t')
  await page.getByRole('heading', { level: 1, name: 'Managementteam' }).waitFor()

  const options = await device.open('options.html')
  await options.getByRole('checkbox', { name: 'Toetsen van één letter doen iets' }).press('Space')
  await page.keyboard.press('g')
  await page.keyboard.press('?')
  // Ctrl+K goes on, and is what comes up: neither letter brought anything.
  await page.keyboard.press('Control+k')
  await palette.waitFor()
  expect(await page.getByRole('dialog').count()).toBe(1)
})
