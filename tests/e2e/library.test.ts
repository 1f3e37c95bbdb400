/** The control library in real browsers: adopt, add, reword and confirm; another rhythm after a look at what it does; the year. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dayOf } from '../../shared/days'
import { violations } from './axe'
import { type Device, makeDevice } from './device'
import { eventually, makeTown, type Town } from './town'

const YEAR = dayOf(Date.now()).slice(0, 4)

const signedIn = async (town: Town, code: string): Promise<Device> => {
  const device = await makeDevice()
  await (await device.signIn(town, code)).close()
  return device
}

const month = (form: ReturnType<Page['getByRole']>, name: string) =>
  form.getByRole('group', { name: 'In deze maanden' }).getByRole('checkbox', { name })

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

test('a control is added by keyboard, with a rhythm in plain words, and its rhythm changes only after a look at what that does', async () => {
  const town = await makeTown()
  const director = await signedIn(town, town.codes.director)
  const page = await director.openDashboard('#/controles')
  await page.getByRole('link', { name: 'Stock van het magazijn geteld' }).waitFor()
  expect(await violations(page), 'own controls').toEqual([])

  await page.getByRole('button', { name: 'Controle toevoegen' }).focus()
  await page.keyboard.press('Enter')
  const form = dialog(page, 'Nieuwe controle')
  await form.getByLabel('Vraag of bewering').fill('Badges van wie vertrok, zijn ingetrokken.')
  await form.getByRole('button', { name: 'Bewaren' }).focus()
  await page.keyboard.press('Enter')
  await form.getByText('Kies eerst een thema.').first().waitFor()
  await form.getByLabel('Thema').selectOption({ label: 'Geld en goederen' })
  await form.getByRole('checkbox', { name: 'bur', exact: true }).check()
  await form.getByRole('checkbox', { name: 'tec', exact: true }).check()
  await form.getByLabel('Vervaldag').selectOption({ label: 'Op een werkdag van de maand' })
  await form.getByText('Op de vijfde werkdag van elke maand.').waitFor()
  await month(form, 'maart').press('Space')
  await form.getByText('Op de vijfde werkdag van maart.').waitFor()
  await month(form, 'maart').press('Space')
  await form.getByLabel(/Begin voor te bereiden/).fill('10')
  expect(await violations(page), 'the form of a control').toEqual([])
  await form.getByRole('button', { name: 'Bewaren' }).press('Enter')
  await page.getByText('Toegevoegd: Badges van wie vertrok').waitFor()

  await page.getByLabel('Zoeken', { exact: true }).fill('badges')
  await page.getByRole('link', { name: 'Badges van wie vertrok, zijn ingetrokken.' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Badges van wie vertrok' }).waitFor()
  const when = page.getByRole('region', { name: 'Wanneer' })
  await when.getByText('Op de vijfde werkdag van elke maand.').waitFor()
  await when.getByText('10 dagen vóór de einddatum').waitFor()
  await page.getByRole('region', { name: 'Wie' }).getByText('bur en tec').waitFor()
  expect(await violations(page), 'the page of a control').toEqual([])

  // What it would do is said before anything is saved; closing it changes nothing.
  await page.getByRole('button', { name: 'Ritme wijzigen' }).press('Enter')
  const rhythm = dialog(page, 'Ritme wijzigen')
  await rhythm.getByText('Geen enkele beurt verandert.').waitFor()
  await rhythm.getByLabel('Hoe vaak').selectOption({ label: 'Per kwartaal' })
  await rhythm.getByText(/beurten erbij.*beurten minder\. Telkens voor 2 diensten\./).waitFor()
  await rhythm.getByLabel('Vervaldag').selectOption({ label: 'Op een dag van de maand' })
  await month(rhythm, 'januari').check()
  await rhythm
    .getByText(/meer dan één beurt in één periode/)
    .first()
    .waitFor()
  await rhythm.getByRole('button', { name: 'Ritme wijzigen' }).press('Enter')
  expect(await rhythm.getByRole('alert').innerText()).toContain('meer dan één beurt')
  expect(await violations(page), 'another rhythm').toEqual([])
  await page.keyboard.press('Escape')
  await when.getByText('Op de vijfde werkdag van elke maand.').waitFor()

  await page.getByRole('button', { name: 'Ritme wijzigen' }).press('Enter')
  await rhythm.getByLabel('Hoe vaak').selectOption({ label: 'Per kwartaal' })
  await rhythm.getByLabel('Vervaldag').selectOption({ label: 'Op de laatste dag van het kwartaal' })
  await rhythm.getByRole('button', { name: 'Ritme wijzigen' }).press('Enter')
  await page.getByText(/Het ritme van "Badges.*" is gewijzigd/).waitFor()
  await when.getByText('Op de laatste dag van elk kwartaal', { exact: false }).waitFor()
  await page.keyboard.press('Control+z')
  await when.getByText('Op de vijfde werkdag van elke maand.').waitFor()
})

test('a reworded control asks again, shows word by word what changed, and one key lets the answer stand', async () => {
  const town = await makeTown({ late: 0 })
  const manager = await signedIn(town, town.codes.managerBur)
  const popup = await manager.openPopup()
  const row = popup.getByRole('listitem').filter({ hasText: 'Register 1' })
  await row.waitFor()
  await popup.getByText('Alles bevestigd').first().waitFor()
  await popup.keyboard.press('1')
  await eventually(async () =>
    expect(Object.values(await town.answers(`dept/bur/${YEAR}`))).toEqual(['in-order']),
  )
  await popup.close()

  const director = await signedIn(town, town.codes.director)
  const page = await director.openDashboard('#/controles/register-1')
  await page.getByRole('button', { name: 'Wijzigen', exact: true }).press('Enter')
  const form = dialog(page, 'Controle wijzigen')
  await form.getByLabel('Vraag of bewering').fill('Register 1 nagezien en ondertekend')
  await form.getByText(/worden opnieuw gevraagd/).waitFor()
  await form.getByRole('button', { name: 'Bewaren' }).press('Enter')
  await page.getByText('Bewaard: Register 1 nagezien en ondertekend').waitFor()
  await page.getByRole('region', { name: 'Teksten door de tijd' }).getByText('en ondertekend').waitFor()
  await page
    .getByText(/^Alles bevestigd/)
    .first()
    .waitFor()

  const again = await manager.openPopup()
  const asked = again.getByRole('region', { name: 'De vraag is gewijzigd nadat er geantwoord werd' })
  await asked.locator('ins', { hasText: 'en ondertekend' }).waitFor()
  await asked.getByRole('button', { name: /Het antwoord blijft: in orde/ }).waitFor()
  expect(await violations(again), 'an answer to another text in the popup').toEqual([])
  await again.keyboard.press('b')
  await again
    .getByText(/Alles is gedaan|Alles gedaan/)
    .first()
    .waitFor()
  // On the sheet of the director it is done too.
  const sheet = await director.openDashboard(`#/controle/dept/bur/${YEAR}/check:register-1/${YEAR}`)
  const found = sheet.getByRole('dialog', { name: 'Register 1 nagezien en ondertekend' })
  await found.getByText('In orde', { exact: true }).first().waitFor()
  await eventually(async () => expect(await found.getByText(/De vraag is gewijzigd/).count()).toBe(0))
})

test('controls and a framework are adopted, covered, and seen over the year of the whole organisation', async () => {
  const town = await makeTown()
  const director = await signedIn(town, town.codes.director)
  const page = await director.openDashboard('#/controles/bibliotheken')
  await page.getByLabel('Zoeken in de bibliotheek').fill('kader organisatiebeheersing')
  await page.getByRole('checkbox', { name: /Het kader organisatiebeheersing is goedgekeurd/ }).press('Space')
  await page.getByRole('button', { name: '1 controle overnemen' }).press('Enter')
  const adopting = dialog(page, 'Controles overnemen')
  await adopting.getByRole('checkbox', { name: 'bur', exact: true }).press('Space')
  await adopting.getByRole('button', { name: '1 controle overnemen' }).press('Enter')
  await page.getByText('1 controle overgenomen.').waitFor()
  await page.getByText(/^1 van \d+ overgenomen$/).waitFor()
  expect(await violations(page), 'the libraries').toEqual([])

  await page.getByText('COSO 2013', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Kader overnemen' }).press('Enter')
  await page.getByRole('button', { name: '1 herschrijven', exact: true }).press('Enter')
  const rewording = dialog(page, '1 herschrijven')
  await rewording.getByLabel('Omschrijving').fill('Wij zijn integer')
  await rewording.getByRole('button', { name: 'Bewaren' }).press('Enter')
  await page.getByText('Wij zijn integer').waitFor()
  expect(await violations(page), 'a framework').toEqual([])

  await page.getByRole('link', { name: 'Dekking' }).press('Enter')
  await page.getByLabel('Kader').selectOption({ label: 'COSO 2013' })
  await page.getByText('0 van 17 eisen hebben een controle; 17 niet.').waitFor()
  await page.getByRole('button', { name: 'Controles koppelen aan 1', exact: true }).press('Enter')
  const linking = dialog(page, 'Controles koppelen aan 1')
  // First what belongs to the same theme by the crosswalk.
  const first = linking.getByRole('checkbox').first()
  await linking.getByText('past bij hetzelfde thema').first().waitFor()
  await first.press('Space')
  await linking.getByRole('button', { name: 'Bewaren' }).press('Enter')
  await page.getByText('1 van 17 eisen hebben een controle; 16 niet.').waitFor()
  expect(await violations(page), 'coverage').toEqual([])

  await page.getByRole('link', { name: 'Jaarplanning' }).press('Enter')
  const grid = page.getByRole('grid', { name: /De hele organisatie/ })
  await grid.waitFor()
  await grid.locator('[data-stop]').first().focus()
  await page.keyboard.press('Control+End')
  expect(await page.evaluate(() => document.activeElement?.closest('table') !== null)).toBe(true)
  expect(await violations(page), 'the year by month').toEqual([])
  await page.getByText('Weken', { exact: true }).click()
  await eventually(async () => expect(await grid.getByRole('columnheader').count()).toBeGreaterThan(52))
  expect(await violations(page), 'the year by week').toEqual([])

  // In English too, and nothing of it in Dutch.
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: /Planned and done in/ }).waitFor()
})
