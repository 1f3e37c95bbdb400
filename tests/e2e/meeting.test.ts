/** A meeting of the management team in real browsers: prepared, run by two people while the server falls away, and closed. */
import { readFileSync } from 'node:fs'
import JSZip from 'jszip'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { addMeeting, openMeeting } from '../../shared/commands/meetings'
import { addPoint } from '../../shared/commands/points'
import { addDays, dayOf } from '../../shared/days'
import { createFold } from '../../shared/fold'
import type { Statement } from '../../shared/statement'
import { makeId, makeMunicipality, PEOPLE, startServer } from '../server/make'
import { violations } from './axe'
import { makeDevice } from './device'
import { freePort, makeTown, titleOfLate } from './town'

const TODAY = dayOf(Date.now())

/** An open meeting of today with two points. */
const meetingStatements = (): Statement[] => {
  const fold = createFold()
  const by = { by: PEOPLE.director, at: Date.now(), id: makeId }
  const say = (statements: Statement[]): void => void fold.insert(fold.length, statements)
  say(addMeeting(fold, 'mt', { day: TODAY, chair: PEOPLE.director, length: 60 }, by))
  say(openMeeting(fold, 'mt', by))
  say(addPoint(fold, 'a', { title: 'Sluitingsdagen', meeting: 'mt', section: 'decision', minutes: 10 }, by))
  say(addPoint(fold, 'b', { title: 'Telewerk', meeting: 'mt', section: 'decision', minutes: 20 }, by))
  say(addMeeting(fold, 'volgende', { day: addDays(TODAY, 14) }, by))
  return [...fold.all()].flatMap(({ statements }) => statements)
}

const makeMeetingTown = async () => {
  const { data, codes } = await makeMunicipality(undefined, ({ write }) =>
    write('team', PEOPLE.director, meetingStatements()),
  )
  const port = await freePort()
  const run = () => startServer(data, { env: { WAARBORG_PORT: String(port) } })
  const first = await run()
  return {
    address: `http://127.0.0.1:${port}`,
    codes,
    kill: async (): Promise<void> => {
      const ended = new Promise((resolve) => first.process.once('exit', resolve))
      first.process.kill('SIGKILL')
      await ended
    },
    start: async (): Promise<void> => {
      const again = await run()
      onTestFinished(async () => void (await again.stop()))
    },
  }
}

const at = (page: Page, hash: string): Promise<unknown> =>
  page.goto(new URL(hash, page.url().replace(/[?#].*/, '')).href)
// Runs in the background. The browser offers no other hand on its menus.
const clickMenu = (): void => {
  const { contextMenus } = chrome as unknown as {
    readonly contextMenus: { readonly onClicked: { dispatch(info: object, tab: object): void } }
  }
  contextMenus.onClicked.dispatch(
    {
      menuItemId: 'agenda',
      pageUrl: 'https://www.zandrode.be/sporthal',
      selectionText: 'Het dak van de sporthal lekt',
    },
    {},
  )
}

const minutes = (page: Page) => page.locator('.team-minutes [contenteditable=true]')
const confirmed = (page: Page): Promise<void> =>
  page
    .getByText(/Alles bevestigd/)
    .first()
    .waitFor()

test('two people run a meeting while the server is killed and comes back, and its report is the same on both', async () => {
  const town = await makeMeetingTown()
  const [chairs, writes] = await Promise.all([makeDevice(), makeDevice()])
  const [chair, writer] = await Promise.all([
    chairs.signIn(town, town.codes.director),
    writes.signIn(town, town.codes.coordinator),
  ])
  await Promise.all([at(chair, '#/team/mt'), at(writer, '#/team/mt')])
  await chair.getByRole('button', { name: 'Vergadering starten' }).click()
  await chair.getByRole('button', { name: 'Iedereen aanwezig' }).click()
  await minutes(chair).waitFor()
  await minutes(writer).click()
  await writer.keyboard.type('De sluitingsdagen zijn overlopen. ')
  await chair.getByText('De sluitingsdagen zijn overlopen.').waitFor()

  await town.kill()
  await chair
    .getByText(/Geen verbinding/)
    .first()
    .waitFor()
  // Both go on.
  await chair.getByRole('button', { name: 'Behandelen: Sluitingsdagen' }).click()
  await chair.getByText('Beslissing', { exact: true }).last().click()
  await chair.getByLabel('Wat is beslist?').fill('Op 2 november is alles dicht.')
  await chair.getByRole('button', { name: 'Uitkomst bewaren' }).click()
  await chair.getByText('De uitkomst van “Sluitingsdagen” is bewaard.').waitFor()
  await writer.keyboard.type('Dit werd zonder verbinding geschreven.')
  await town.start()
  await Promise.all([chair, writer].map(confirmed))
  await chair.getByText('Dit werd zonder verbinding geschreven.').waitFor()
  await writer.getByText('Op 2 november is alles dicht.').waitFor()
  expect(await violations(chair)).toEqual([])

  await chair.getByRole('button', { name: 'Afsluiten…' }).click()
  const dialog = chair.getByRole('dialog')
  await dialog.getByText('1 punt heeft nog geen uitkomst en schuift door:').waitFor()
  await dialog.getByRole('button', { name: 'Afsluiten en verslag bevriezen' }).click()
  await dialog.getByText('Vink de zin aan om af te sluiten.').waitFor()
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Afsluiten en verslag bevriezen' }).click()
  await chair.getByRole('heading', { level: 1, name: /^Verslag: Managementteam/ }).waitFor()
  const hash = await chair.locator('.team-hash').innerText()
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  await at(writer, '#/team/mt/verslag')
  await expect.poll(() => writer.locator('.team-hash').innerText()).toBe(hash)
  const decisions = writer.getByRole('region', { name: 'Besluitenlijst' })
  expect(await decisions.innerText()).toContain('Op 2 november is alles dicht.')
  await writer.getByText('Dit werd zonder verbinding geschreven.').waitFor()
  expect(await violations(writer)).toEqual([])

  const [download] = await Promise.all([
    writer.waitForEvent('download'),
    writer.getByRole('button', { name: 'Als Word-bestand' }).click(),
  ])
  const zip = await JSZip.loadAsync(readFileSync(await download.path()))
  const words = ((await zip.file('word/document.xml')?.async('string')) ?? '').replace(/<[^>]*>/g, '')
  for (const part of ['Op 2 november is alles dicht.', 'De sluitingsdagen zijn overlopen.', 'Telewerk'])
    expect(words).toContain(part)

  // What was not got to is on the agenda of the next one.
  await at(writer, '#/team/volgende')
  await writer.getByRole('heading', { level: 4, name: 'Telewerk' }).waitFor()
})

test('a proposal becomes a point with its link, then a measure that is seen from both sides, by keyboard', async () => {
  const town = await makeTown({ late: 1, open: 0 })
  const device = await makeDevice()
  const page = await device.signIn(town, town.codes.director)
  await at(page, '#/team')
  await page.getByRole('button', { name: 'Nieuwe vergadering' }).click()
  await page.getByLabel('Dag').fill(TODAY)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Managementteam' }).waitFor()
  const title = `Te late controle: ${titleOfLate(1)} (bur)`
  await page.getByRole('button', { name: `Op de agenda: ${title}` }).click()
  await page.getByRole('heading', { level: 4, name: title }).waitFor()
  await page.getByText(`${title} staat op de agenda.`).waitFor()

  // A second one is put before it by the arrows.
  await page.getByRole('button', { name: 'Punt toevoegen' }).first().click()
  await page.getByLabel('Punt', { exact: true }).fill('Rondje')
  await page.getByLabel('Onderdeel').selectOption('follow-up')
  await page.keyboard.press('Enter')
  const order = (): Promise<string[]> => page.getByRole('heading', { level: 4 }).allInnerTexts()
  await expect.poll(order).toEqual([title, 'Rondje'])
  await page.getByRole('button', { name: 'Rondje verplaatsen' }).press('ArrowUp')
  await expect.poll(order).toEqual(['Rondje', title])
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Rondje verplaatsen',
  )
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: 'Vergadering starten' }).click()
  await page.getByRole('button', { name: `Behandelen: ${title}` }).click()
  await page.getByText('Maatregel', { exact: true }).last().click()
  await page.getByLabel('Wat moet er gebeuren?').fill('Elke vrijdag tellen')
  await page.getByLabel('Wie doet het?').selectOption(PEOPLE.managerBur)
  await page.getByRole('button', { name: 'Uitkomst bewaren' }).click()
  await page.getByText('Kies tegen wanneer.').waitFor()
  await page.getByLabel('Tegen wanneer?').fill(addDays(TODAY, 30))
  await page.getByRole('button', { name: 'Uitkomst bewaren' }).click()
  await page.getByRole('link', { name: 'Elke vrijdag tellen' }).click()
  // From the other side: the measure says which point it came from.
  await page.getByRole('dialog').getByText(title).first().waitFor()

  // From the menu of a web page: the background brings it, whatever page is open.
  await device.context.serviceWorkers()[0]?.evaluate(clickMenu)
  await at(page, '#/team/voorstellen')
  const waiting = page.getByRole('region', { name: 'Nog in te plannen' })
  await waiting.getByText('Het dak van de sporthal lekt').first().waitFor()
  expect(await violations(page)).toEqual([])

  // The big screen shows the point that is being treated.
  const screen = await device.openDashboard('#/team')
  const href = await screen.getByRole('link', { name: 'Naar de vergadering' }).getAttribute('href')
  await at(screen, `${href}/scherm`)
  await screen.getByRole('heading', { level: 1, name: title }).waitFor()
  await screen.getByText('Elke vrijdag tellen').waitFor()
  expect(await violations(screen)).toEqual([])
})
