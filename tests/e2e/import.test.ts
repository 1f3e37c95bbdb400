/** From a spreadsheet to records in a real browser: mapped, previewed, taken over and back; a large one, and hostile ones. */

import { zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeWorkbook } from '../workbook'
import { violations } from './axe'
import { makeDevice } from './device'
import { eventually, makeTown } from './town'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MANY = 5_000

/** Opens a file as a person would, by the field of the form. */
const choose = (page: Page, name: string, bytes: Uint8Array | string): Promise<void> =>
  page.getByLabel('Rekenblad').setInputFiles({
    name,
    mimeType: name.endsWith('xlsx') ? XLSX : 'text/csv',
    buffer: Buffer.from(bytes),
  })

const openImport = async (
  inject?: () => void,
): Promise<{ page: Page; town: Awaited<ReturnType<typeof makeTown>> }> => {
  const town = await makeTown()
  const director = await makeDevice(inject ? { inject } : {})
  await (await director.signIn(town, town.codes.director)).close()
  const page = await director.openDashboard('#/controles/inlezen')
  await page.getByLabel('Rekenblad').waitFor()
  return { page, town }
}

test('controls come from a workbook by columns one chooses, with a reason for each row that cannot, and go again as one', async () => {
  const { page } = await openImport()
  for (const [name, bytes, words] of [
    ['bom.xlsx', zipSync({ 'xl/workbook.xml': new Uint8Array(70_000_000) }), /pakt uit tot veel meer/],
    ['brief.xlsx', zipSync({ 'word/document.xml': new Uint8Array(10) }), /geen rekenblad/],
    ['stuk.xlsx', makeWorkbook([['Titel']]).slice(0, 200), /beschadigd/],
    ['programma.csv', 'MZ\u0000\u0000', /geen rekenblad/],
  ] as const) {
    await choose(page, name, bytes)
    await page.getByText(words).waitFor()
    await page.getByText('Er is niets bewaard of gewijzigd.').waitFor()
  }
  expect(await violations(page), 'a refused file').toEqual([])

  await choose(
    page,
    'controles.xlsx',
    makeWorkbook([
      ['Wat', 'Thema', 'Diensten', 'Frequentie'],
      ['Sleutelkast nagezien', 'Geld en goederen', 'bur; tec', 'maandelijks'],
      ['Brandblussers gekeurd', 'Geld en goederen', 'tec', 'jaarlijks'],
      ['Onbekend ritme', 'Geld en goederen', 'bur', 'soms'],
      ['Stock van het magazijn geteld', 'Geld en goederen', 'tec', 'jaarlijks'],
    ]),
  )
  // No column is called a title here: nothing is guessed that does not stand there.
  await page.getByText('Duid eerst aan in welke kolom de titel staat.').waitFor()
  await page.getByLabel('Wat', { exact: true }).selectOption({ label: 'Titel' })
  await page.getByText('2 rijen om over te nemen, 1 met een fout, 1 bestaan al.').waitFor()
  await page.getByText(/Ritme "soms": Dit ritme is niet bekend/).waitFor()
  expect(await violations(page), 'a preview').toEqual([])
  await page.getByRole('button', { name: '2 rijen overnemen' }).press('Enter')
  await page.getByText('2 rijen overgenomen.').first().waitFor()

  await page.getByRole('link', { name: 'Eigen controles' }).press('Enter')
  await page.getByRole('link', { name: 'Sleutelkast nagezien' }).waitFor()
  await page.getByRole('link', { name: 'Brandblussers gekeurd' }).waitFor()
  // The way back stays as long as one stays on the page of controls.
  await page.keyboard.press('Control+z')
  await eventually(async () =>
    expect(await page.getByRole('link', { name: /Sleutelkast|Brandblussers/ }).count()).toBe(0),
  )
})

test('five thousand actions are taken over while the page stays awake, and taken back', async () => {
  const { page, town } = await openImport(watchTasks)
  const lines = Array.from(
    { length: MANY },
    (_, index) => `Actie ${index};bur;${index % 7 === 0 ? 'gisteren' : ''}`,
  )
  await page.getByText('Acties (maatregelen)').click()
  await choose(page, 'acties.csv', ['Actie;Dienst;Einddatum', ...lines].join('\n'))
  const wrong = Math.ceil(MANY / 7)
  await page.getByText(`${MANY - wrong} rijen om over te nemen, ${wrong} met een fout.`).waitFor()
  await page.getByRole('button', { name: `${MANY - wrong} rijen overnemen` }).press('Enter')
  await page
    .getByText(`${MANY - wrong} rijen overgenomen.`)
    .first()
    .waitFor({ timeout: 120_000 })
  await page
    .getByText(/^Alles bevestigd/)
    .first()
    .waitFor({ timeout: 120_000 })
  await eventually(async () => expect(Object.values(await read(town))).toHaveLength(MANY - wrong))
  await page.getByRole('button', { name: 'Ongedaan maken' }).press('Enter')
  await page
    .getByText(/De invoer is ongedaan gemaakt: \d+ rijen teruggenomen\./)
    .waitFor({ timeout: 120_000 })
  const { longest, seen } = await page.evaluate(() => (window as unknown as { tasks: Tasks }).tasks)
  // What a person notices as a hitch, on a machine that does other things as well.
  expect(longest, 'the longest task').toBeLessThan(1_000)
  expect(seen, 'how far it was').toBeGreaterThan(1)
})

const read = (town: Awaited<ReturnType<typeof makeTown>>): Promise<Readonly<Record<string, string>>> =>
  town.titles('dept/bur')

type Tasks = { longest: number; seen: number }

// Runs in the page: how long the longest task held it up, and how often one saw how far it was.
const watchTasks = (): void => {
  const tasks: Tasks = { longest: 0, seen: 0 }
  Object.assign(window, { tasks })
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) {
      // Not what the page needs to open.
      if (startTime > 3_000) tasks.longest = Math.max(tasks.longest, duration)
    }
  }).observe({ type: 'longtask', buffered: true })
  const values = new Set<number>()
  new MutationObserver(() => {
    const bar = document.querySelector<HTMLProgressElement>('.doing progress')
    if (bar) values.add(bar.value)
    tasks.seen = values.size
  }).observe(document, { subtree: true, childList: true, attributes: true })
}
