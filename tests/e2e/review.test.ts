/** Four eyes: one answers, another looks at it, also without a network; nobody looks at his own. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { reviewCheck } from '../../shared/commands/checks'
import { addControl } from '../../shared/commands/controls'
import { createFold } from '../../shared/fold'
import { parse } from '../../shared/statement'
import { connect, makeId, statementsIn } from '../server/make'
import { violations } from './axe'
import { type Device, makeDevice } from './device'
import { MONTHLY, MONTHS, makeTown, PEOPLE, type Person, patiently, type Town } from './town'

const CONTROL = 'Loonmutaties nagekeken'
const { last } = MONTHS
const ROOM = `dept/bur/${last.slice(0, 4)}`
const NAMED = { control: 'loon', period: last }

const makeReviewedTown = (): Promise<Town> =>
  makeTown({
    late: 0,
    open: 0,
    build: async ({ write, seen }) => {
      const by = { by: PEOPLE.director, at: Date.now() - 60_000, id: makeId }
      const input = {
        title: CONTROL,
        theme: 'geld',
        departments: ['bur'],
        needsReview: true,
        reviewers: [PEOPLE.contributorBur, PEOPLE.managerBur],
        ...MONTHLY,
      }
      await write('org', PEOPLE.director, addControl(await seen('org'), 'loon', input, by))
    },
  })

const opened = async (town: Town, person: Person): Promise<Device> => {
  const device = await makeDevice()
  await (await device.signIn(town, town.codes[person])).close()
  return device
}
const popupOf = async (device: Device): Promise<Page> => {
  const popup = await device.openPopup()
  await popup.getByText('Alles bevestigd').first().waitFor()
  return popup
}
const region = (page: Page, name: string) => page.getByRole('region', { name })
const row = (popup: Page) => popup.getByRole('listitem').filter({ hasText: CONTROL }).first()
const sheetOf = (device: Device) =>
  device.openDashboard(`#/controle/${ROOM}/check:${NAMED.control}/${NAMED.period}`)

test('an answer waits for another, comes back with a remark given offline, and is accepted when it is put right', async () => {
  const town = await makeReviewedTown()
  const [head, clerk] = [await opened(town, 'managerBur'), await opened(town, 'contributorBur')]
  const popup = await popupOf(head)
  await popup.keyboard.press('1')
  await row(popup).getByText('Wacht op nazicht').waitFor()
  await row(popup).getByText('bevestigd', { exact: true }).waitFor()
  await popup.close()

  // Whoever answered finds nothing to judge: not in his list, not on the check.
  const own = await sheetOf(head)
  await region(own, 'Nazicht').getByText('Uw eigen antwoord ziet iemand anders na.').waitFor()
  expect(await region(own, 'Nazicht').getByRole('button').count()).toBe(0)
  expect(await violations(own), 'an answer that waits').toEqual([])
  await own.goto(own.url().replace(/#.*/, '#/na-te-zien'))
  await own.getByText('Er is niets na te zien').waitFor()
  await region(own, 'Wacht op nazicht door een ander').getByRole('link', { name: CONTROL }).waitFor()

  const list = await clerk.openDashboard('#/na-te-zien')
  await list.getByText('1 antwoord na te zien.').waitFor()
  expect(await violations(list), 'answers to review').toEqual([])
  await town.stop()
  await list.getByText('Geen verbinding').first().waitFor()
  await list.getByRole('button', { name: `Terugsturen: ${CONTROL}` }).press('Enter')
  await list.locator('textarea:focus').waitFor()
  await list.keyboard.press('Enter')
  await list.getByRole('alert').getByText('Schrijf eerst wat er anders moet').waitFor()
  await list.keyboard.type('De lijst van oktober ontbreekt')
  await list.keyboard.press('Enter')
  await list.getByText('Er is niets na te zien').waitFor()
  await town.start()

  // It asks for its performer again, above everything else, with what is to be different.
  await patiently(async () => expect(await verdicts(town)).toEqual(['returned']))
  await own.close()
  const again = await popupOf(head)
  await region(again, 'Teruggestuurd').getByText('Teruggestuurd door Naam p06').waitFor()
  await region(again, 'Teruggestuurd').getByText('De lijst van oktober ontbreekt').waitFor()
  await again.keyboard.press('2')
  await again.keyboard.type('Lijst toegevoegd, één handtekening volgt')
  await again.keyboard.press('Enter')
  await row(again).getByText('Wacht op nazicht').waitFor()

  await list.getByText('Lijst toegevoegd, één handtekening volgt').waitFor()
  await list.getByRole('button', { name: `Klopt: ${CONTROL}` }).press('Enter')
  await list.getByText(`“${CONTROL}” is nagezien.`).waitFor()
  const done = await sheetOf(head)
  await region(done, 'Nazicht').getByText('Nagezien door Naam p06').waitFor()
  await done.getByText('stuurde het antwoord terug').waitFor()
  await done.getByText('De lijst van oktober ontbreekt').waitFor()
})

test('a judgement of one’s own answer is refused by the server, and does not count where it came through', async () => {
  const town = await makeReviewedTown()
  const head = await opened(town, 'managerBur')
  const popup = await popupOf(head)
  await popup.keyboard.press('1')
  await row(popup).getByText('bevestigd', { exact: true }).waitFor()
  // The same person with a program of his own making.
  const client = connect(town.server(), { token: await town.token('managerBur'), room: ROOM })
  await client.synced
  const fold = createFold()
  fold.insert(
    0,
    statementsIn(client.doc).flatMap((each) => parse(each) ?? []),
  )
  const me = { by: PEOPLE.managerBur, at: Date.now(), id: makeId }
  expect(reviewCheck(fold, NAMED, { verdict: 'accepted' }, me)).toEqual([])
  const [forged] = reviewCheck(fold, NAMED, { verdict: 'accepted' }, { ...me, by: PEOPLE.contributorBur })
  if (!forged) throw new Error('nothing to forge')
  client.write({ ...forged, by: PEOPLE.managerBur }).catch(() => undefined)
  expect((await client.closed).code).toBe(4422)
  const sheet = await sheetOf(head)
  await region(sheet, 'Nazicht').getByText('Uw eigen antwoord ziet iemand anders na.').waitFor()
  expect(await verdicts(town)).toEqual([])
})

/** What was judged, as the server has it on its disk. */
const verdicts = async (town: Town): Promise<string[]> => {
  const client = connect(town.server(), { token: await town.token('director'), room: ROOM })
  await client.synced
  await client.close()
  return statementsIn(client.doc)
    .flatMap((each) => String(parse(each)?.set.review ?? ''))
    .filter((word) => word === 'accepted' || word === 'returned')
}
