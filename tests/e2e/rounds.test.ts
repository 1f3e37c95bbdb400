/** A self-assessment round in real browsers: scored apart and blind, without a network too; agreed on; frozen. */
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { submitScores } from '../../shared/commands/rounds'
import { createFold } from '../../shared/fold'
import { submissionAbout } from '../../shared/kinds/round'
import { connect, makeId, makeStatement } from '../server/make'
import { violations } from './axe'
import { type Device, makeDevice } from './device'
import { eventually, makeTown, PEOPLE, type Person, patiently, type Town } from './town'

const SUBJECTS = ['T4 Financieel management', 'T10 ICT'] as const
const SECRET = 'De kasafsluiting hangt aan één persoon'
const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

const openedBy = async (
  town: Town,
  person: Person,
  hash: string,
): Promise<{ device: Device; page: Page }> => {
  const device = await makeDevice()
  await (await device.signIn(town, town.codes[person])).close()
  return { device, page: await device.openDashboard(hash) }
}

/** Prepares a round about two themes for three people, and opens the scoring. @returns its address */
const prepare = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Ronde voorbereiden' }).click()
  const form = page.getByRole('dialog', { name: 'Nieuwe ronde' })
  await form.getByRole('button', { name: 'Ronde voorbereiden' }).click()
  await form.getByText('Geef de ronde een naam.').first().waitFor()
  await form.getByLabel('Naam van de ronde').fill('Zelfevaluatie van de proef')
  await form.getByRole('button', { name: 'Niets' }).click()
  for (const subject of SUBJECTS) await form.getByLabel(subject, { exact: true }).check()
  await form.getByLabel('Naam p05', { exact: true }).check()
  await form.getByLabel('Naam p05', { exact: true }).press('Enter')
  await form.getByText('Kies minstens twee mensen die scoren.').first().waitFor()
  for (const member of ['Naam p04', 'Naam p06']) await form.getByLabel(member, { exact: true }).check()
  await form.getByLabel('Tweede lezer').selectOption({ label: 'Naam p01' })
  await form.getByRole('button', { name: 'Ronde voorbereiden' }).click()
  await page.getByRole('heading', { level: 1, name: 'Zelfevaluatie van de proef' }).waitFor()
  await page.getByRole('button', { name: 'Scoren openen' }).click()
  await region(page, 'Wie is klaar?').getByText('0 van 3 mensen klaar').waitFor()
  await page.getByText('Alles bevestigd').first().waitFor()
  return page.evaluate(() => location.hash)
}

/** Chooses a level with the keyboard, and says why. */
const score = async (page: Page, subject: string, level: number, why: string): Promise<void> => {
  await page.getByRole('heading', { level: 2, name: subject }).waitFor()
  const levels = page.getByRole('group', { name: 'Uw score' })
  await levels.getByRole('radio').first().focus()
  await page.keyboard.press('Space')
  for (let pressed = 0; pressed < level; pressed++) await page.keyboard.press('ArrowDown')
  await expect.poll(() => levels.getByRole('radio').nth(level).isChecked()).toBe(true)
  await page.getByLabel('Waarom deze score?').fill(why)
  await page
    .getByRole('button', { name: /^Bewaren( en volgende)?$/ })
    .last()
    .press('Enter')
  await page.getByText(`Uw score voor “${subject}” is bewaard.`).waitFor()
}

const submit = async (page: Page): Promise<void> => {
  await page.getByText('2 van 2 onderdelen gescoord.').waitFor()
  await page.getByRole('button', { name: 'Ik ben klaar: indienen' }).press('Enter')
  await page.getByText('U hebt ingediend op').waitFor()
}

/** What a program made by hand gets of somebody's scores: the code with which the server closes the door. */
const peek = async (town: Town, as: Person, room: string): Promise<number> => {
  const client = connect(town.server(), { token: await town.token(as), room })
  return (await client.closed).code
}

/** A third person scores with a program of his own. */
const scoreByHand = async (town: Town, round: string): Promise<void> => {
  const member = PEOPLE.contributorBur
  const token = await town.token('contributorBur')
  const own = connect(town.server(), { token, room: `round/${round}/${member}` })
  await own.synced
  await own.write(
    makeStatement(member, 'score:T4', { level: 3, comment: 'Afsluiting staat op papier' }),
    makeStatement(member, 'score:T10', { level: 2 }),
  )
  const department = connect(town.server(), { token, room: 'dept/bur' })
  await department.synced
  const said = submitScores(createFold(), round, member, { by: member, at: Date.now(), id: makeId })
  expect(said[0]?.about).toBe(submissionAbout(round, member))
  await department.write(...said)
}

test('three people score apart and blind, two of them without a network; the group agrees, and the result is frozen', async () => {
  const town = await makeTown({ late: 1, open: 0 })
  onTestFinished(() => town.stop())
  const lead = await openedBy(town, 'coordinator', '#/zelfevaluatie')
  await lead.page.getByText('Er is nog geen zelfevaluatie').waitFor()
  const address = await prepare(lead.page)
  const round = address.split('/').pop() ?? ''

  const els = await openedBy(town, 'managerBur', '#/zelfevaluatie')
  await els.page.getByText('Uw scores worden gevraagd').waitFor()
  await els.page.getByRole('link', { name: 'Zelfevaluatie van de proef' }).press('Enter')
  const tom = await openedBy(town, 'managerTec', address)
  for (const { page } of [els, tom]) await page.getByRole('group', { name: 'Uw score' }).waitFor()
  await scoreByHand(town, round)
  await town.stop()
  for (const { page } of [els, tom]) await page.getByText('Geen verbinding').first().waitFor()

  await score(els.page, SUBJECTS[0], 1, SECRET)
  await score(els.page, SUBJECTS[1], 2, 'Hersteltest lukte')
  await submit(els.page)
  await score(tom.page, SUBJECTS[0], 2, 'Er is een begin')
  await score(tom.page, SUBJECTS[1], 2, 'Begonnen')
  await submit(tom.page)
  // Taken back and given again: that is one's own affair as long as scoring is open.
  await tom.page.getByRole('button', { name: 'Indienen terugnemen' }).press('Enter')
  await submit(tom.page)

  await town.start()
  await patiently(async () => {
    await expect(await region(lead.page, 'Wie is klaar?').getByText('3 van 3 mensen klaar').count()).toBe(1)
  })
  for (const { page } of [els, tom])
    await patiently(() => page.getByText('Alles bevestigd').first().waitFor())

  // Nobody sees what another scored: not a colleague, not whoever leads, not with a program made by hand.
  const room = `round/${round}/${PEOPLE.managerBur}`
  for (const peeker of ['managerTec', 'coordinator', 'director', 'auditor'] as const)
    expect(await peek(town, peeker, room), peeker).toBe(4403)
  for (const { page } of [lead, tom]) {
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Zelfevaluatie van de proef' }).waitFor()
    await page.getByText('Apart scoren').waitFor()
    expect(await page.getByText(SECRET).count()).toBe(0)
  }

  // Closed: from now on the group reads each other's scores.
  await region(lead.page, 'Wie is klaar?').getByRole('button', { name: 'Scoren sluiten' }).press('Enter')
  for (const { page } of [lead, tom]) {
    await page.getByRole('link', { name: SUBJECTS[0] }).press('Enter')
    await page.getByText(SECRET).waitFor()
    await page.getByText('Van 1 Ad-hocbasis tot 3 Gedefinieerd: 2 verschil. Gemiddeld 2.').waitFor()
  }
  expect(await peek(town, 'auditor', room)).toBe(4403)
  await lead.page
    .getByRole('img', { name: /^Scores voor T4/ })
    .first()
    .waitFor()

  // Agreed, with an action that is a measure as everywhere.
  const talk = lead.page
  await talk.getByText('Nog niet afgesproken: T4, T10.').waitFor()
  await agree(talk, SUBJECTS[0], /^2 Gestructureerde aanzet/, 'Eén persoon kan de kas afsluiten')
  await region(talk, 'Acties').getByRole('button', { name: 'Maatregel maken' }).click()
  const measure = talk.getByRole('dialog')
  await measure.getByText('Zelfevaluatie').or(measure.getByText('T4')).first().waitFor()
  await expect
    .poll(() => measure.getByLabel('Wat gaat er gebeuren?').inputValue())
    .toBe('Eén persoon kan de kas afsluiten')
  await measure.getByLabel('Wat gaat er gebeuren?').fill('Tweede persoon opleiden')
  await measure.getByRole('button', { name: 'Bewaren' }).click()
  await region(talk, 'Acties').getByRole('link', { name: 'Tweede persoon opleiden' }).waitFor()
  expect(await violations(talk)).toEqual([])
  await talk.getByRole('link', { name: SUBJECTS[1] }).press('Enter')
  await agree(talk, SUBJECTS[1], /^2 Gestructureerde aanzet/, '')
  await talk.getByRole('button', { name: 'Valideren' }).press('Enter')

  // Frozen, with its hash, for everybody.
  for (const { page } of [lead, els]) {
    await patiently(() =>
      page.getByText('Dit resultaat is ongewijzigd sinds het gevalideerd werd.').waitFor(),
    )
    await eventually(async () =>
      expect(await page.locator('code').first().innerText()).toMatch(/^[0-9a-f]{64}$/),
    )
    await region(page, 'Resultaat')
      .getByRole('row', { name: /T4 .*2 Gestructureerde aanzet.*1 – 3/ })
      .waitFor()
  }
  await els.page.getByRole('link', { name: '← Alle rondes' }).click()
  await els.page.getByRole('link', { name: 'Vergelijken' }).press('Enter')
  await els.page
    .getByRole('img', { name: /Zelfevaluatie van de proef · Hele organisatie/ })
    .first()
    .waitFor()
  await els.page.getByRole('row', { name: /T10 ICT.*2 Gestructureerde aanzet/ }).waitFor()
  expect(await violations(els.page)).toEqual([])
})

const agree = async (page: Page, subject: string, level: RegExp, weak: string): Promise<void> => {
  await page.getByRole('heading', { level: 2, name: subject }).waitFor()
  const form = region(page, 'Wat de groep afspreekt')
  await form.getByRole('radio', { name: level }).check()
  await form.getByLabel('Zwakke punten').fill(weak)
  await form.getByLabel('Ambitie voor de volgende ronde').selectOption({ label: '3 Gedefinieerd' })
  await form.getByLabel('Opmerking van de tweede lezer').fill('Mee eens')
  await form.getByRole('button', { name: 'Bewaren' }).press('Enter')
  await page.getByText(`De afspraak over “${subject}” is bewaard.`).waitFor()
}
