/** Indicators in a real browser: a figure with its judgement, a chart with its table and files, the scorecard, other days. */
import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { periodWords } from '../../extension/text/dates'
import { addEvent } from '../../shared/commands/charts'
import { answerCheck } from '../../shared/commands/checks'
import { addControl, addTheme } from '../../shared/commands/controls'
import { addIndicator } from '../../shared/commands/indicators'
import { giveFigure } from '../../shared/commands/measurements'
import { addMeasure } from '../../shared/commands/measures'
import { addPlan } from '../../shared/commands/plans'
import { addDays, dayOf } from '../../shared/days'
import { createFold } from '../../shared/fold'
import { type Indicator, indicator } from '../../shared/kinds/indicator'
import { readRecord } from '../../shared/kinds/kind'
import { spansOfYear } from '../../shared/queries/measuring-periods'
import type { Statement } from '../../shared/statement'
import { makeId, makeMunicipality, PEOPLE, type RunningServer, startServer } from '../server/make'
import { violations } from './axe'
import { type Device, makeDevice } from './device'

const TODAY = dayOf(Date.now())
const THIS_YEAR = Number(TODAY.slice(0, 4))
const SINCE = `${THIS_YEAR - 2}-01-01`

const NOTHING = { get: () => undefined }
const by = (member: string, at: number) => ({ by: member, at, id: makeId })

const definition = (name: string, target: number): readonly Statement[] =>
  addIndicator(
    NOTHING,
    name.toLowerCase(),
    {
      name,
      unit: '%',
      direction: 'higher',
      rhythm: 'monthly',
      // So many working days to give a figure in that none is late, on whatever day this runs.
      moment: 250,
      data: 'proportion',
      factor: 100,
      decimals: 1,
      numerator: 'op tijd',
      denominator: 'dossiers',
      chart: 'p',
      target,
      departments: ['tec'],
      perspective: 'citizen',
      since: SINCE,
    },
    by(PEOPLE.director, Date.parse(`${SINCE}T09:00:00Z`)),
  )

const recordOf = (name: string, target: number): Indicator => {
  const fold = createFold()
  fold.insert(0, definition(name, target))
  const folded = fold.get(`indicator:${name.toLowerCase()}`)
  if (!folded) throw new Error('no indicator')
  return readRecord(indicator, folded)
}

const VERGUNNINGEN = recordOf('Vergunningen', 85)
const MELDINGEN = recordOf('Meldingen', 80)

/** Every month that is over. */
const months = (measured: Indicator): readonly string[] =>
  [THIS_YEAR - 2, THIS_YEAR - 1, THIS_YEAR]
    .flatMap((year) => spansOfYear(measured, year))
    .filter(({ to }) => to < TODAY)
    .map(({ period }) => period)

/** Controls with their titles, and how often they were not in order. */
const CONTROLS = [
  ['kas', 'Kas geteld', 5],
  ['stock', 'Stock geteld', 1],
] as const

/** A plan for the reports with a measure in it, and a measure that the cash led to. */
const work = (): readonly Statement[] => {
  const manager = by(PEOPLE.managerTec, Date.now())
  const fields = { owner: PEOPLE.managerTec, department: 'tec', due: TODAY, status: 'planned' } as const
  return [
    ...addPlan(
      NOTHING,
      'sneller',
      { title: 'Sneller op meldingen', departments: ['tec'], links: ['indicator:meldingen'] },
      manager,
    ),
    ...addMeasure(NOTHING, 'ploeg', { ...fields, title: 'Tweede ploeg', plan: 'plan:sneller' }, manager),
    ...addMeasure(
      NOTHING,
      'kluis',
      { ...fields, title: 'Kluis plaatsen', origin: `check:kas/${months(MELDINGEN).at(-6)}` },
      manager,
    ),
  ]
}

type Town = {
  readonly server: RunningServer
  readonly address: string
  readonly codes: Readonly<Record<string, string>>
}

/** Permits were in time nine times of ten until the last month but one; reports fell low in that month. */
const makeTown = async (): Promise<Town> => {
  const { data, codes } = await makeMunicipality(undefined, async ({ write }) => {
    const director = by(PEOPLE.director, Date.parse(`${SINCE}T09:00:00Z`))
    await write('org', PEOPLE.director, [
      ...definition('Vergunningen', 85),
      ...definition('Meldingen', 80),
      ...addTheme(NOTHING, 'geld', { name: 'Geld', place: '01' }, director),
      ...CONTROLS.flatMap(([key, title]) =>
        addControl(
          NOTHING,
          key,
          { title, theme: 'geld', rhythm: 'monthly', departments: ['tec'], since: SINCE },
          director,
        ),
      ),
    ])
    const rooms = new Map<string, Statement[]>()
    const say = (room: string, statements: readonly Statement[]): void => {
      rooms.set(room, [...(rooms.get(room) ?? []), ...statements])
    }
    for (const measured of [VERGUNNINGEN, MELDINGEN]) {
      const all = months(measured).slice(0, -1)
      for (const [index, period] of all.entries()) {
        const isLast = index === all.length - 1
        const numerator = measured === MELDINGEN && isLast ? 120 : 178 + (index % 5)
        const at = Date.parse(`${period}-28T12:00:00Z`) + 5 * 24 * 3_600_000
        say(
          `dept/tec/${period.slice(0, 4)}`,
          giveFigure(
            NOTHING,
            measured,
            period,
            { numerator, denominator: 200 },
            by(PEOPLE.managerTec, Math.min(at, Date.now())),
          ),
        )
      }
    }
    say(
      'dept/tec',
      addEvent(
        NOTHING,
        'meldingen',
        months(MELDINGEN).at(-10) ?? '',
        { title: 'Nieuwe meldkamer', phase: true },
        by(PEOPLE.managerTec, Date.now()),
      ),
    )
    // Cash fell short five times in the last months, stock once.
    for (const [key, , failures] of CONTROLS)
      for (const period of months(MELDINGEN).slice(-6, -6 + failures))
        say(
          `dept/tec/${period.slice(0, 4)}`,
          answerCheck(
            NOTHING,
            { control: key, period, outcome: 'not-in-order', note: 'Verschil in de kas' },
            by(PEOPLE.managerTec, Date.now()),
          ),
        )
    say('dept/tec', work())
    for (const [room, statements] of rooms) await write(room, PEOPLE.managerTec, statements)
  })
  const server = await startServer(data)
  onTestFinished(async () => void (await server.stop()))
  return { server, address: server.http, codes }
}

const signedIn = async (person: keyof typeof PEOPLE): Promise<{ town: Town; device: Device }> => {
  const town = await makeTown()
  const device = await makeDevice()
  const page = await device.signIn(town, town.codes[person] ?? '')
  await page.close()
  return { town, device }
}

const plain = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ')
const LAST = months(VERGUNNINGEN).at(-1) ?? ''
const BEFORE = months(VERGUNNINGEN).at(-2) ?? ''

test('a figure is judged before it is saved, and a signal is saved with what happened', async () => {
  const { device } = await signedIn('managerTec')
  const page = await device.openDashboard('#/kwaliteit/invullen')
  await page.getByRole('button', { name: `Vergunningen, ${periodWords(LAST)} invullen` }).click()
  await page.keyboard.type('150')
  await page.keyboard.press('Tab')
  await page.keyboard.type('200')
  const verdict = page.locator('.verdict')
  await expect.poll(async () => plain(await verdict.textContent())).toContain('Dit wordt 75,0 %.')
  await expect.poll(async () => plain(await verdict.textContent())).toContain('ligt onder de ondergrens van')

  await page.keyboard.press('Enter')
  await page.getByText('Schrijf in één zin wat er gebeurd is').waitFor()
  await page.keyboard.type('Twee dossierbeheerders vielen uit')
  await page.getByRole('button', { name: 'Bewaren en volgende' }).click()
  await page.getByText(/Vergunningen, .*: 75,0/).waitFor()

  // The sentence stands on the page of the indicator, with its explanation.
  await page.goto(page.url().replace(/#.*/, '#/kwaliteit/vergunningen/tec'))
  const signals = page.getByRole('region', { name: 'Signalen' })
  await expect.poll(async () => plain(await signals.textContent())).toContain('ligt onder de ondergrens van')
  expect(await signals.textContent()).toContain('Twee dossierbeheerders vielen uit')
})

test('the chart has the same figures as a table, and is kept with department, period and day on it', async () => {
  const { device } = await signedIn('director')
  const page = await device.openDashboard('#/kwaliteit/meldingen/tec')
  const points = page.getByRole('slider', { name: 'Punten van de grafiek' })
  await points.focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => plain(await points.getAttribute('aria-valuetext'))).toContain('Naam p04')

  // It is really drawn: the canvas holds ink.
  await expect
    .poll(() =>
      page.locator('.chart-canvas canvas').evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement
        const pixels =
          (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? []
        return pixels.some((value) => value > 0)
      }),
    )
    .toBe(true)

  await page.locator('.segment', { hasText: 'Tabel' }).click()
  const line = page.getByRole('row', { name: new RegExp(periodWords(BEFORE)) })
  expect(plain(await line.textContent())).toContain('60,0 %')
  expect(plain(await line.textContent())).toContain('ligt onder de ondergrens')
  await page.locator('.segment', { hasText: 'Grafiek' }).click()
  await page.getByText('Nieuwe meldkamer').first().waitFor()

  const keep = async (name: string): Promise<Buffer> => {
    await page.getByRole('button', { name: 'Bewaren of afdrukken' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ])
    return readFileSync(await download.path())
  }
  const svg = plain((await keep('Als tekening (SVG)')).toString('utf8'))
  expect(svg).toContain('Meldingen')
  expect(svg).toContain('Zandrode · tec')
  expect(svg).toContain(`tot ${periodWords(months(MELDINGEN).at(-1) ?? '')}`)
  expect(svg).toContain('Gemaakt met Waarborg op')
  expect((await keep('Als afbeelding (PNG)')).subarray(1, 4).toString('latin1')).toBe('PNG')
  expect((await keep('Als tabel (CSV)')).toString('utf8')).toContain(`${periodWords(BEFORE)};60;120;200;`)
})

test('the scorecard puts signals first, orders by name, and shows any earlier day', async () => {
  const { device } = await signedIn('director')
  const page = await device.openDashboard('#/kwaliteit')
  const names = (): Promise<string[]> => page.locator('.line-row th a').allInnerTexts()
  await expect.poll(names).toEqual(['Meldingen', 'Vergunningen'])
  await page.getByLabel('Groeperen').selectOption('none')
  await page.getByLabel('Volgorde').selectOption('name')
  await page.getByText('Signalen', { exact: true }).click()
  await expect.poll(names).toEqual(['Meldingen'])
  expect(new URL(page.url()).hash).toContain('tonen=signalen')

  // A day before the figure that is a signal was given.
  const earlier = addDays(`${BEFORE}-28`, -20)
  await page.goto(page.url().replace(/#.*/, `#/kwaliteit?op=${earlier}`))
  await page.getByText('U ziet de stand van').waitFor()
  const line = page.getByRole('row', { name: /^Meldingen/ })
  await expect.poll(async () => plain(await line.textContent())).not.toContain(periodWords(BEFORE))
  expect(plain(await line.textContent())).toContain('gewone schommeling')
  await page.getByRole('button', { name: 'Terug naar nu' }).click()
  await expect.poll(async () => plain(await line.textContent())).toContain('aandacht')
})

test('who only looks is offered nothing to change', async () => {
  const { device } = await signedIn('auditor')
  const page = await device.openDashboard('#/kwaliteit/meldingen/tec')
  await page.getByRole('heading', { level: 1, name: 'Meldingen' }).waitFor()
  await page.getByRole('region', { name: 'Signalen' }).waitFor()
  for (const name of ['Gebeurtenis toevoegen', 'Grenzen herberekenen', 'Definitie wijzigen', 'Verklaren'])
    expect(await page.getByRole('button', { name }).count()).toBe(0)
})

test('the thread leads to plans and their measures, also from another check of the same control', async () => {
  const { device } = await signedIn('director')
  const page = await device.openDashboard('#/kwaliteit/meldingen/tec')
  const found = page.getByRole('region', { name: 'Plannen en maatregelen' })
  await found.getByRole('link', { name: 'Sneller op meldingen' }).waitFor()
  await found.getByRole('listitem').filter({ hasText: 'Tweede ploeg' }).last().getByText('Gepland').waitFor()

  // Paper is light, whatever the screen is, and has the whole chart.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.locator('.chart-print').waitFor()
  const ink = () => found.evaluate((element) => getComputedStyle(element).backgroundColor)
  await expect.poll(ink).toBe('rgb(255, 255, 255)')
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })

  const later = `check:kas/${months(MELDINGEN).at(-2)}`
  await page.goto(
    page.url().replace(/#.*/, `#/controle/dept/tec/${months(MELDINGEN).at(-2)?.slice(0, 4)}/${later}`),
  )
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('link', { name: 'Kluis plaatsen' }).click()
  await page.getByRole('heading', { name: 'Kluis plaatsen' }).waitFor()
})

test('a file from a Belgian spreadsheet is taken over, and one that is no text changes nothing', async () => {
  const { device } = await signedIn('managerTec')
  const page = await device.openDashboard('#/kwaliteit/invullen')
  await page.getByRole('button', { name: 'Kolom plakken of bestand openen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Indicator').selectOption('vergunningen')
  const choose = (name: string, content: string | Buffer) =>
    dialog
      .getByLabel('CSV-bestand openen')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  const [year, month] = LAST.split('-')
  await choose('cijfers.csv', `\ufeffMaand;Percentage\r\n${month}/${year};91,5\r\n`)
  const preview = dialog.getByRole('table', { name: 'Wat er gebeurt' })
  await expect
    .poll(async () => plain(await preview.textContent()))
    .toContain(`${periodWords(LAST)}91,5 %nieuw`)

  // A workbook itself is no text: what was read before does not stay either.
  await choose('cijfers.csv', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]))
  await dialog.getByText(/Dit bestand is geen tekst.*Er is niets overgenomen\./).waitFor()
  expect(await preview.count()).toBe(0)
  expect(await dialog.getByRole('button', { name: /overnemen$/ }).count()).toBe(0)

  await choose('cijfers.csv', `\ufeffMaand;Percentage\r\n${month}/${year};91,5\r\nhierna;abc\r\n`)
  await expect.poll(async () => plain(await preview.textContent())).toContain('is geen')
  await dialog.getByRole('button', { name: 'Eén cijfer overnemen' }).click()
  await page.getByText(/1 cijfer overgenomen bij Vergunningen/).waitFor()
})

test('causes are bars with their lines, kept with what was chosen, and free of axe violations', async () => {
  const { device } = await signedIn('director')
  const page = await device.openDashboard('#/kwaliteit')
  await page.getByRole('link', { name: 'Oorzaken' }).click()
  const bars = page.getByRole('group', { name: /^Controles die niet in orde waren/ }).getByRole('link')
  await expect.poll(() => bars.count()).toBe(2)
  expect(plain(await bars.first().getAttribute('aria-label'))).toBe(
    'Kas geteld: 5, 83 %, opgeteld 83 %, belangrijkste',
  )
  expect(await page.title()).toMatch(/^Oorzaken · /)
  await bars.first().click()
  const behind = page.getByRole('region', { name: 'Wat telt in “Kas geteld”' })
  await expect.poll(() => behind.getByRole('listitem').count()).toBe(5)
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: 'Bewaren of afdrukken' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Als afbeelding (PNG)' }).click(),
  ])
  expect(
    readFileSync(await download.path())
      .subarray(1, 4)
      .toString('latin1'),
  ).toBe('PNG')
})

test('dialogs about indicators are free of axe violations, and what one typed outlives them', async () => {
  const { device } = await signedIn('director')
  const page = await device.openDashboard('#/kwaliteit/meldingen/tec')
  const dialog = page.getByRole('dialog')
  const found: Record<string, string[]> = {}
  const look = async (name: string, there = dialog): Promise<void> => {
    await there.first().waitFor()
    const wrong = await violations(page)
    if (wrong.length > 0) found[name] = wrong
  }
  await look('indicator', page.getByRole('region', { name: 'Signalen' }))
  const close = async (): Promise<void> => {
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }
  await page.getByRole('button', { name: 'Gebeurtenis toevoegen' }).click()
  await look('event')
  await dialog.getByLabel('Wat gebeurde er?').fill('Nieuwe ploeg')
  await close()
  await page.getByRole('button', { name: 'Grenzen herberekenen' }).click()
  await look('rebase')
  await close()

  await page.reload()
  await page.getByRole('button', { name: 'Gebeurtenis toevoegen' }).click()
  await dialog.getByText('U gaat verder met wat u eerder begon.').waitFor()
  expect(await dialog.getByLabel('Wat gebeurde er?').inputValue()).toBe('Nieuwe ploeg')
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await page.getByText('Nieuwe ploeg').first().waitFor()

  await page.goto(page.url().replace(/#.*/, '#/kwaliteit/bibliotheek/overnemen'))
  await page.getByRole('button', { name: 'Aantal klachten overnemen' }).click()
  await look('adopt')
  await dialog.getByRole('button', { name: 'Annuleren' }).click()

  await page.goto(page.url().replace(/#.*/, '#/kwaliteit/bibliotheek'))
  const choose = async (verb: string): Promise<void> => {
    await page.getByRole('button', { name: 'Meer voor Meldingen' }).click()
    await page.getByRole('button', { name: verb, exact: true }).click()
  }
  await choose('Stoppen met meten')
  await look('end')
  await dialog.getByRole('button', { name: 'Stoppen met meten' }).click()
  await page.getByText(/Meldingen wordt gemeten tot en met/).waitFor()
  await choose('Verwijderen')
  await look('remove')
  await dialog.getByRole('button', { name: 'Verwijderen' }).click()
  await expect.poll(() => page.getByRole('link', { name: 'Meldingen' }).count()).toBe(0)

  for (const [name, hash, text] of [
    ['scorecard', '#/kwaliteit', 'Vergunningen'],
    ['side by side', '#/kwaliteit/vergunningen', 'Vergunningen'],
    ['entry', '#/kwaliteit/invullen?wie=iedereen', 'Vergunningen'],
    ['objectives', '#/kwaliteit/doelstellingen', 'Doelstellingen'],
  ] as const) {
    await page.goto(page.url().replace(/#.*/, hash))
    await look(name, page.locator('main').getByText(text))
  }
  expect(found).toEqual({})
})
