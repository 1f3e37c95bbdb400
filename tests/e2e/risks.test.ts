/** The risk register in a real browser, by keyboard: noted, rated, accepted until a day, covered, filtered on the map. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { addDays, dayOf } from '../../shared/days'
import { violations } from './axe'
import { makeDevice } from './device'
import { aboutOfLate, lateRoom, makeTown, titleOfLate } from './town'

const TODAY = dayOf(Date.now())
const RISK = 'Kasgeld verdwijnt zonder dat iemand het merkt'
const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

const addRisk = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Risico toevoegen' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Nieuw risico' })
  await form.getByRole('button', { name: 'Bewaren' }).press('Enter')
  await form.getByText('Schrijf eerst wat er kan misgaan.').waitFor()
  await form.getByLabel('Wat kan er misgaan?').fill(RISK)
  await form.getByLabel('Waardoor?').fill('Niemand telt na')
  await form.getByLabel('Van welke dienst?').selectOption({ label: 'bur' })
  await form.getByText('Meteen waarderen').click()
  const before = form.getByRole('group', { name: 'Zonder controles' })
  await before.getByLabel('Kans', { exact: true }).selectOption('4')
  await form.getByRole('button', { name: 'Bewaren' }).press('Enter')
  await form.getByText('Kies zowel een kans als minstens één impact').waitFor()
  await before.getByLabel('Impact op geld').selectOption('3')
  await before.getByLabel('Impact op vertrouwen').selectOption('4')
  await before.getByText('16 kritiek').waitFor()
  const after = form.getByRole('group', { name: 'Met controles' })
  await after.getByLabel('Kans', { exact: true }).selectOption('5')
  await after.getByLabel('Impact op vertrouwen').selectOption('4')
  await form.getByRole('button', { name: 'Bewaren' }).press('Enter')
  await form.getByText('Met controles kan een risico niet groter zijn dan zonder.').waitFor()
  await after.getByLabel('Kans', { exact: true }).selectOption('2')
  await form.getByRole('button', { name: 'Bewaren' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: RISK }).waitFor()
}

const accept = async (page: Page, until: string): Promise<void> => {
  await page.getByRole('button', { name: 'Behandeling kiezen' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Behandeling' })
  await form.getByRole('radio', { name: /^Aanvaarden/ }).check()
  if (until === '') {
    await form.getByRole('button', { name: 'Bewaren' }).press('Enter')
    await form.getByText('Kies tot en met welke dag u het aanvaardt.').waitFor()
    return page.keyboard.press('Escape')
  }
  await form.getByLabel('Aanvaard tot en met').fill(until)
  await form.getByRole('button', { name: 'Bewaren' }).press('Enter')
  await expect.poll(() => form.count()).toBe(0)
}

test('a risk is noted, rated and accepted until a day; the map finds it, and says what covers it and what does not', async () => {
  const town = await makeTown({ late: 2, open: 0 })
  onTestFinished(() => town.stop())
  const device = await makeDevice()
  await (await device.signIn(town, town.codes.director)).close()
  const page = await device.openDashboard('#/risicos')
  await page.getByText('Er staan nog geen risico’s in het register').waitFor()
  await addRisk(page)
  await page.getByRole('img', { name: /Van kans 4, impact 4 .* naar kans 2, impact 4/ }).waitFor()
  await accept(page, '')
  await accept(page, addDays(TODAY, -1))
  await page.getByText('Aanvaarding verlopen sinds').first().waitFor()

  // Covered by a control that nobody did in time.
  await page.getByRole('button', { name: 'Controles kiezen' }).press('Enter')
  const choice = page.getByRole('dialog', { name: 'Controles kiezen' })
  await choice.getByLabel('Zoeken in de controles').fill('loket 01')
  await choice.getByLabel(titleOfLate(1)).check()
  await choice.getByRole('button', { name: 'Bewaren' }).press('Enter')
  const controls = region(page, 'Controles die het tegenhouden')
  await controls.getByText('werkt niet').waitFor()
  expect(await violations(page)).toEqual([])

  // On the map, with the arrow keys: the cell holds it, and the list follows.
  await page.getByRole('link', { name: '← Alle risico’s' }).press('Enter')
  const cell = page.getByRole('button', { name: /^Kans 2 Klein, impact 4 Ernstig: 8, matig. 1 risico\./ })
  await cell.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await page.getByText('0 van 1 risico.').waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: new RegExp(`${RISK}.*16 kritiek.*8 matig.*Aanvaarden`) }).waitFor()
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('vak=2x4')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Als tabel (CSV)' }).press('Enter'),
  ])
  expect(readFileSync(await download.path(), 'utf8')).toContain(RISK)
  expect(await violations(page)).toEqual([])

  // Where register and library do not meet.
  await page.getByRole('link', { name: 'Dekking' }).press('Enter')
  await region(page, 'Risico’s zonder werkende controle').getByRole('link', { name: RISK }).waitFor()
  await region(page, /^Controles zonder risico/)
    .getByText(titleOfLate(2))
    .waitFor()
  expect(await violations(page)).toEqual([])

  // And on the thread of the control.
  const check = await device.openDashboard(`#/controle/${lateRoom('bur')}/${aboutOfLate(1)}`)
  await check.getByRole('dialog').getByRole('link', { name: RISK }).press('Enter')
  await check.getByRole('heading', { level: 1, name: RISK }).waitFor()
  await check.getByRole('button', { name: 'English' }).click()
  await check.getByText('Acceptance expired since').first().waitFor()
})
