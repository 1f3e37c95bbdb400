/** Plans and measures in real browsers: from a template to a line, a moved day, a question and its answer, many at once. */
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { dayWords } from '../../extension/text/dates'
import { addMeasure as addMeasureTo, stepMeasure } from '../../shared/commands/measures'
import { addPlan, changePlan } from '../../shared/commands/plans'
import type { Author } from '../../shared/commands/say'
import { addDays, dayOf } from '../../shared/days'
import { createFold } from '../../shared/fold'
import type { Statement } from '../../shared/statement'
import { makeId, makeMunicipality, PEOPLE, startServer } from '../server/make'
import { violations } from './axe'
import { type Device, makeDevice } from './device'

const NOTHING = { get: () => undefined }
const TODAY = dayOf(Date.now())
const MEASURE = 'Wachttijd meten aan het loket'

type Town = {
  readonly address: string
  readonly codes: Readonly<Record<string, string>>
}

const makeTown = async (given: (by: Author) => readonly Statement[] = () => []): Promise<Town> => {
  const { data, codes } = await makeMunicipality(undefined, async ({ write }) => {
    const by = { by: PEOPLE.director, at: Date.now(), id: makeId }
    await write('dept/bur', PEOPLE.director, given(by))
  })
  const server = await startServer(data)
  onTestFinished(async () => void (await server.stop()))
  return { address: server.http, codes }
}

const signedIn = async (town: Town, person: string): Promise<Device> => {
  const device = await makeDevice()
  await (await device.signIn(town, town.codes[person] ?? '')).close()
  return device
}

const region = (page: Page, name: string) => page.getByRole('region', { name })

/** From the template to the page of the plan. */
const makePlan = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Nieuw plan' }).click()
  const form = page.getByRole('dialog', { name: 'Nieuw verbeterplan' })
  await form.getByRole('button', { name: 'Plan maken' }).click()
  await form.getByText('Schrijf eerst wat er beter moet.').waitFor()
  await form.getByLabel('Wat moet er beter?').fill('Minder wachten aan het loket')
  await form.getByText('Vijf keer waarom').click()
  await form.locator('summary', { hasText: 'Diensten' }).click()
  await form.getByLabel('bur', { exact: true }).check()
  await form.getByRole('button', { name: 'Plan maken' }).click()
  await page.getByRole('heading', { level: 1, name: 'Minder wachten aan het loket' }).waitFor()
}

const addMeasure = async (page: Page): Promise<void> => {
  const lines = region(page, 'Maatregelen')
  await lines.getByLabel('Wat moet er gebeuren?').fill(MEASURE)
  await lines.getByLabel('Verantwoordelijke').selectOption({ label: 'Naam p05' })
  await lines.getByLabel('Einddatum', { exact: true }).fill(addDays(TODAY, 10))
  await lines.getByRole('button', { name: 'Toevoegen' }).click()
  await lines.getByRole('link', { name: MEASURE }).waitFor()
}

test('a plan from a template leads to a measure that moves for a reason, and whose owner answers in the popup', async () => {
  const town = await makeTown()
  const director = await signedIn(town, 'director')
  const page = await director.openDashboard('#/plannen')
  await makePlan(page)
  await region(page, '5 keer waarom').waitFor()
  // The text begins with the questions of the template.
  await region(page, 'Tekst van het plan').getByText('Wat gaat er mis?').waitFor()
  await addMeasure(page)
  const line = page.getByRole('listitem').filter({ hasText: MEASURE }).first()
  await line.getByText('Gepland').waitFor()

  // A day that moves asks why, and the count shows.
  await page.getByRole('button', { name: `Einddatum van ${MEASURE} verschuiven` }).click()
  const moving = page.getByRole('dialog')
  await moving.getByLabel('Nieuwe einddatum').fill(addDays(TODAY, 24))
  await moving.getByRole('button', { name: 'Bewaren' }).click()
  await moving.getByText('Schrijf kort waarom.').waitFor()
  await moving.getByLabel('Waarom verschuift de datum?').fill('De tellers worden later geleverd')
  await moving.getByRole('button', { name: 'Bewaren' }).click()
  await line.getByText(`1 keer verschoven, eerst ${dayWords(addDays(TODAY, 10), TODAY)}`).waitFor()

  // The director asks; the head of the department answers without leaving the popup.
  await page.getByRole('link', { name: MEASURE }).click()
  const sheet = page.getByRole('dialog', { name: MEASURE })
  await sheet.getByText('De tellers worden later geleverd').first().waitFor()
  await sheet.getByRole('button', { name: 'Stand van zaken vragen' }).click()
  await sheet.getByLabel('Uw vraag').fill('Zijn de tellers er?')
  await sheet.getByRole('button', { name: 'Vragen', exact: true }).click()
  await sheet.getByText('vroeg op').waitFor()

  const manager = await signedIn(town, 'managerBur')
  const popup = await manager.openPopup()
  await popup.getByText('Zijn de tellers er?').waitFor()
  await popup.getByRole('button', { name: `Antwoorden op: ${MEASURE}` }).click()
  await popup.getByLabel('Uw antwoord').fill('Twee van de drie hangen.')
  await popup.getByRole('button', { name: 'Antwoord bewaren' }).click()
  await popup.getByText(`Uw antwoord bij “${MEASURE}” is bewaard.`).waitFor()
  await sheet.getByRole('blockquote').getByText('Twee van de drie hangen.').waitFor()

  // Verifying is not for who is responsible.
  const own = await manager.openDashboard((await page.evaluate(() => location.hash)) as string)
  const ownSheet = own.getByRole('dialog', { name: MEASURE })
  await ownSheet.getByRole('button', { name: 'Uitgevoerd' }).click()
  await ownSheet.getByRole('button', { name: 'Bevestigen' }).click()
  await ownSheet.getByRole('button', { name: 'Heropenen: in uitvoering' }).waitFor()
  expect(await ownSheet.getByRole('button', { name: 'Nazien en bevestigen' }).count()).toBe(0)
  await sheet.getByRole('button', { name: 'Nazien en bevestigen' }).click()
  await sheet.getByLabel('Wat hebt u gezien?').fill('De tellers hangen er')
  await sheet.getByRole('button', { name: 'Bevestigen', exact: true }).click()
  await sheet.getByText('Nagezien door Naam p01').waitFor()
})

test('many measures change at once after a preview, come back together, and no page has an axe violation', async () => {
  const town = await makeTown((by) => [
    ...addPlan(NOTHING, 'loket', { title: 'Minder wachten', departments: ['bur'], template: 'a3' }, by),
    ...addMeasureTo(
      NOTHING,
      'tellen',
      {
        title: MEASURE,
        plan: 'plan:loket',
        owner: PEOPLE.managerBur,
        department: 'bur',
        due: addDays(TODAY, 10),
        status: 'planned',
      },
      by,
    ),
  ])
  const director = await signedIn(town, 'director')
  const page = await director.openDashboard('#/plannen')
  await page.getByRole('link', { name: 'Minder wachten' }).click()
  await page.getByRole('link', { name: MEASURE }).waitFor()
  expect(await violations(page), 'the page of a plan').toEqual([])

  await page.getByRole('link', { name: 'Maatregelen', exact: true }).click()
  await page.getByLabel('Alle getoonde maatregelen kiezen').check()
  const bulk = region(page, 'Wat met de gekozen maatregelen?')
  await bulk.getByLabel('Wat met de gekozen maatregelen?').selectOption({ label: 'Einddatum opschuiven' })
  await bulk.getByText('Schrijf kort waarom.').waitFor()
  await bulk.getByLabel('Waarom?').fill('Verlof')
  const before = dayWords(addDays(TODAY, 10), TODAY)
  const after = dayWords(addDays(TODAY, 24), TODAY)
  await bulk.getByText(`${before} wordt ${after}`).waitFor()
  expect(await violations(page), 'measures with a preview').toEqual([])
  await bulk.getByRole('button', { name: '1 maatregel wijzigen' }).click()
  const row = page.getByRole('row', { name: new RegExp(MEASURE) })
  await expect.poll(() => row.textContent()).toContain(after)
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect.poll(() => row.textContent()).toContain(before)

  await row.getByRole('link', { name: MEASURE }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Naar de prullenbak' }).click()
  await page.getByRole('link', { name: 'Prullenbak' }).click()
  await page.getByRole('button', { name: `${MEASURE} terugzetten` }).click()
  await page.getByText('De prullenbak is leeg').waitFor()
  await page.goto(page.url().replace(/#.*/, '#/plannen?toon=tijdlijn'))
  await page.getByRole('link', { name: 'Minder wachten' }).waitFor()
  expect(await violations(page), 'plans').toEqual([])

  // What one chose to see is still so when one comes back.
  await page.getByRole('link', { name: 'Maatregelen', exact: true }).click()
  await page.getByRole('heading', { name: 'Maatregelen', level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Plannen', exact: true }).click()
  await expect.poll(() => page.url()).toContain('toon=tijdlijn')
})

test('what two people said apart of a plan and of a measure is shown, and either of it can be chosen', async () => {
  const town = await makeTown((by) => {
    const fold = createFold()
    const say = (statements: readonly Statement[]): void => void fold.insert(fold.length, statements)
    say(addPlan(fold, 'loket', { title: 'Minder wachten', departments: ['bur'], template: 'five-why' }, by))
    const measure = { owner: PEOPLE.managerBur, department: 'bur', due: addDays(TODAY, 10) } as const
    say(
      addMeasureTo(fold, 'tellen', { title: MEASURE, plan: 'plan:loket', status: 'running', ...measure }, by),
    )
    const why = (answer: string) => changePlan(fold, 'loket', { whys: [{ answer, evidence: false }] }, by)
    const step = (to: 'done' | 'stopped') => stepMeasure(fold, 'tellen', { to, reason: 'Geen geld' }, by)
    // Neither has seen the other.
    const apart = [
      ...why('Te weinig loketten'),
      ...why('Te veel papier'),
      ...step('stopped'),
      ...step('done'),
    ]
    say(apart)
    return [...fold.all()].flatMap(({ statements }) => statements)
  })
  const page = await (await signedIn(town, 'director')).openDashboard('#/plannen/loket')
  const whys = region(page, '5 keer waarom')
  await whys.getByText('Te veel papier').waitFor()
  await page.getByRole('heading', { name: 'Los van elkaar anders gezegd: 5 keer waarom' }).waitFor()
  expect(await violations(page), 'the page of a plan with a contradiction').toEqual([])
  await page.getByRole('button', { name: 'Te weinig loketten geldt' }).click()
  await whys.getByText('Te weinig loketten').waitFor()
  await expect.poll(() => page.getByText('Los van elkaar anders gezegd').count()).toBe(0)

  await page.getByRole('listitem').filter({ hasText: MEASURE }).getByText('Tegenspraak').waitFor()
  await page.getByRole('link', { name: MEASURE }).click()
  const sheet = page.getByRole('dialog', { name: MEASURE })
  await sheet.getByRole('button', { name: 'Stopgezet geldt' }).click()
  await sheet.getByText('Geen geld').first().waitFor()
  await expect.poll(() => sheet.getByText('Los van elkaar anders gezegd').count()).toBe(0)
})
