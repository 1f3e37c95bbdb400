/** From a failed check to an effect that is shown, by keyboard; and what two people did apart about the same. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dayWords } from '../../extension/text/dates'
import { answerCheck } from '../../shared/commands/checks'
import { addControl } from '../../shared/commands/controls'
import { addMeasure } from '../../shared/commands/measures'
import { addDays, dayOf } from '../../shared/days'
import { makeId } from '../server/make'
import { violations } from './axe'
import { type Device, makeDevice } from './device'
import { MONTHLY, MONTHS, makeTown, PEOPLE, type Person, type Town, type TownOptions } from './town'

const NOTHING = { get: () => undefined }
const TODAY = dayOf(Date.now())
const CONTROL = 'Voorschotten afgerekend'
const MEASURE = 'Afrekening in de agenda zetten'
const by = (person: Person) => ({ by: PEOPLE[person], at: Date.now() - 60_000, id: makeId })

const townWith = (more: object, build?: TownOptions['build']): Promise<Town> =>
  makeTown({
    late: 0,
    open: 0,
    build: async (author) => {
      await author.write(
        'org',
        PEOPLE.director,
        addControl(
          await author.seen('org'),
          'voorschot',
          { title: CONTROL, theme: 'geld', departments: ['bur'], ...MONTHLY, ...more },
          by('director'),
        ),
      )
      await build?.(author)
    },
  })

const opened = async (town: Town, person: Person): Promise<Device> => {
  const device = await makeDevice()
  await (await device.signIn(town, town.codes[person])).close()
  return device
}

const region = (page: Page, name: string) => page.getByRole('region', { name })
const effect = (page: Page) => region(page, 'Heeft het geholpen?')
/** Presses what has a name, as by Tab and Enter. */
const press = async (page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> =>
  page
    .getByRole(role, { name, exact: typeof name === 'string' })
    .first()
    .press('Enter')
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })

test('a failed check leads by keyboard to a finding that closes only once its effect is shown', async () => {
  const town = await townWith({})
  const device = await opened(town, 'managerBur')
  const popup = await device.openPopup()
  await popup.getByText('Alles bevestigd').first().waitFor()
  await popup.keyboard.press('3')
  await popup.keyboard.type('Twee voorschotten staan nog open')
  await popup.keyboard.press('Enter')
  // One goes on to the next check at once: the key means the answer that was just given.
  await popup.getByRole('button', { name: `Bevinding maken: ${CONTROL}` }).waitFor()
  await popup.keyboard.press('b')
  await popup.getByRole('button', { name: `Bevinding openen: ${CONTROL}` }).waitFor()
  await popup.keyboard.press('u')
  await popup.getByRole('button', { name: `Bevinding maken: ${CONTROL}` }).waitFor()
  await popup.keyboard.press('b')
  await popup.getByRole('button', { name: `Bevinding openen: ${CONTROL}` }).waitFor()
  await popup.close()

  const page = await device.openDashboard('#/overzicht')
  await page.getByText('Alles bevestigd').first().waitFor()
  await page.keyboard.press('g')
  await dialog(page, /./).waitFor()
  await page.keyboard.press('b')
  await page.getByText('Oorzaak zoeken (1)').waitFor()
  expect(await violations(page), 'findings').toEqual([])
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: CONTROL }).waitFor()
  await region(page, 'Vastgesteld').getByText('Twee voorschotten staan nog open').waitFor()

  await press(page, 'button', 'Wijzigen: Oorzaak')
  await page.getByLabel('Waarom gebeurt het?').fill('Niemand heeft er een vast moment voor')
  await page.getByLabel('gezien, niet alleen gedacht').press('Space')
  await page.getByLabel('Soort oorzaak').selectOption({ label: 'Methode' })
  await press(page, 'button', 'Bewaren')
  await region(page, 'Oorzaak').getByText('Niemand heeft er een vast moment voor').waitFor()

  await press(page, 'button', 'Afsluiten')
  await page.getByRole('alert').getByText('Er is nog niets aan gedaan').waitFor()

  await page.keyboard.press('a')
  const form = dialog(page, 'Nieuwe maatregel')
  await form.getByLabel('Wat gaat er gebeuren?').fill(MEASURE)
  await form.getByLabel('Verantwoordelijke').selectOption({ label: 'Naam p05' })
  await form.getByLabel('Einddatum').fill(addDays(TODAY, 7))
  await form.getByLabel('Einddatum').press('Enter')
  await region(page, 'Wat eraan gedaan wordt').getByRole('link', { name: MEASURE }).waitFor()
  await press(page, 'button', 'Afsluiten')
  const alert = page.getByRole('alert')
  await alert.getByText('Deze maatregel is nog niet uitgevoerd').waitFor()
  expect(await violations(page), 'a finding that is refused').toEqual([])

  await alert.getByRole('link', { name: MEASURE }).press('Enter')
  const sheet = dialog(page, MEASURE)
  await sheet.getByRole('button', { name: 'Uitgevoerd' }).press('Enter')
  await sheet.getByRole('button', { name: 'Bevestigen' }).press('Enter')
  await sheet.getByRole('button', { name: 'Heropenen: in uitvoering' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('Effect aantonen').first().waitFor()
  await press(page, 'button', 'Afsluiten')
  await alert.getByText('Nu moet blijken of het helpt').waitFor()

  // The way to the check that can show it is right there.
  await alert.getByRole('link').press('Enter')
  const check = dialog(page, CONTROL)
  await check.getByRole('button', { name: 'In orde', exact: true }).waitFor()
  await page.keyboard.press('1')
  await check.getByRole('button', { name: 'Antwoord terugnemen' }).waitFor()
  await page.keyboard.press('Escape')
  await effect(page).getByText('Klaar om af te sluiten.').waitFor()
  await press(page, 'button', 'Afsluiten')
  await effect(page).getByText('Afgesloten door Naam p05').waitFor()
  await effect(page).getByText('De controle is nog altijd in orde.').waitFor()
  expect(await violations(page), 'a finding that is closed').toEqual([])

  // The effect is gone as soon as that check is no longer in order, and one sees it without looking for it.
  await effect(page).getByRole('link').first().press('Enter')
  await check.getByRole('button', { name: 'Niet in orde' }).waitFor()
  await page.keyboard.press('3')
  await page.keyboard.type('Er is er weer een')
  await page.keyboard.press('Enter')
  await check.getByText('Er is er weer een').first().waitFor()
  await page.keyboard.press('Escape')
  await effect(page).getByText('Het effect is weg').waitFor()
  await press(page, 'button', 'Heropenen')
  await effect(page).getByLabel('Waarom gaat ze weer open?').fill('Het is terug')
  await effect(page).getByRole('button', { name: 'Heropenen' }).last().press('Enter')
  await region(page, 'Vastgesteld').getByText('Het is terug').waitFor()
})

test('two people who answer, review and move the same measure apart find all of it afterwards, and settle it', async () => {
  const { now, last } = MONTHS
  const town = await townWith(
    { needsReview: true, reviewers: [PEOPLE.contributorBur] },
    async ({ write }) => {
      await write('dept/bur', PEOPLE.director, [
        ...addMeasure(
          NOTHING,
          'agenda',
          {
            title: MEASURE,
            owner: PEOPLE.managerBur,
            department: 'bur',
            due: addDays(TODAY, 7),
            status: 'running',
            origin: `check:voorschot/${last}`,
          },
          by('director'),
        ),
      ])
      await write(
        `dept/bur/${last.slice(0, 4)}`,
        PEOPLE.managerBur,
        answerCheck(
          NOTHING,
          { control: 'voorschot', period: last, outcome: 'in-order', submit: true },
          by('managerBur'),
        ),
      )
    },
  )
  const [head, clerk] = await Promise.all([opened(town, 'managerBur'), opened(town, 'contributorBur')])
  const boss = await head.openDashboard('#/maatregel/agenda')
  const helper = await clerk.openDashboard('#/maatregel/agenda')
  for (const page of [boss, helper])
    await dialog(page, MEASURE).getByText('In uitvoering', { exact: true }).waitFor()
  await go(boss, `#/controle/dept/bur/${now.slice(0, 4)}/check:voorschot/${now}`)
  await go(helper, '#/na-te-zien')
  await helper.getByRole('button', { name: `Klopt: ${CONTROL}` }).waitFor()
  const check = dialog(boss, CONTROL)
  await check.getByRole('button', { name: 'In orde', exact: true }).waitFor()
  await town.stop()
  for (const page of [boss, helper]) await page.getByText('Geen verbinding').first().waitFor()

  await check.getByRole('button', { name: 'In orde', exact: true }).press('Enter')
  await check.getByText('Wacht op nazicht').first().waitFor()
  await moveMeasure(boss, 14, 'De software komt later')
  await helper.getByRole('button', { name: `Klopt: ${CONTROL}` }).press('Enter')
  await helper.getByText('Er is niets na te zien').waitFor()
  await moveMeasure(helper, 21, 'Verlof')

  await town.start()
  // The answer that was given apart waits for the other; what he looked at is looked at on both.
  await go(helper, '#/na-te-zien')
  await helper.getByRole('button', { name: `Klopt: ${CONTROL}` }).waitFor({ timeout: 40_000 })
  await boss.goto(
    boss.url().replace(/#.*/, `#/controle/dept/bur/${last.slice(0, 4)}/check:voorschot/${last}`),
  )
  await dialog(boss, CONTROL).getByText('Nagezien door Naam p06').waitFor({ timeout: 40_000 })

  await go(boss, '#/maatregel/agenda')
  const sheet = dialog(boss, MEASURE)
  await sheet.getByText('Los van elkaar anders gezegd: einddatum').waitFor({ timeout: 40_000 })
  await sheet.getByRole('button', { name: `${dayWords(addDays(TODAY, 21), TODAY)} geldt` }).press('Enter')
  await go(helper, '#/maatregel/agenda')
  const other = dialog(helper, MEASURE)
  await expect.poll(() => other.getByText('Los van elkaar anders gezegd').count()).toBe(0)
  // Both moves stay to be read, with their reasons.
  for (const reason of ['De software komt later', 'Verlof'])
    await other.getByRole('region', { name: 'Verschoven einddatums' }).getByText(reason).waitFor()
})

const go = (page: Page, hash: string): Promise<unknown> => page.goto(page.url().replace(/#.*/, hash))

const moveMeasure = async (page: Page, days: number, reason: string): Promise<void> => {
  await go(page, '#/maatregel/agenda')
  const sheet = dialog(page, MEASURE)
  await sheet.getByRole('button', { name: 'Einddatum verschuiven' }).press('Enter')
  await sheet.getByLabel('Nieuwe einddatum').fill(addDays(TODAY, days))
  await sheet.getByLabel('Waarom verschuift de datum?').fill(reason)
  await sheet.getByRole('button', { name: 'Bewaren', exact: true }).press('Enter')
  await sheet.getByText(reason).first().waitFor()
}
