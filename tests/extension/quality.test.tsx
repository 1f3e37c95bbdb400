// @vitest-environment happy-dom
/** The pages about indicators, as a director and a head of department work with them. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { language } from '../../extension/text'
import { indicatorOf, openQuality, type QualityWorld, shareLedgers } from './quality-world'

let world: QualityWorld | undefined
const open = async (options: Parameters<typeof openQuality>[0]): Promise<QualityWorld> => {
  world = openQuality(options)
  await screen.findByRole('heading', { level: 1 })
  return world
}

beforeEach(() => {
  language.value = 'nl'
})
afterEach(() => {
  world?.unmount()
  world = undefined
  cleanup()
})

const plain = (text: string | null | undefined): string => (text ?? '').replaceAll('\u00a0', ' ')
const row = (name: string): HTMLElement => {
  const found = screen.getByRole('rowheader', { name: new RegExp(name) }).closest('tr')
  if (!found) throw new Error(`no row for ${name}`)
  return found
}
const type = (label: string | RegExp, text: string): void => {
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } })
}
const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }))
}
const toast = async (text: string | RegExp): Promise<HTMLElement> => screen.findByText(text)

// The pages themselves are loaded at the first look, which takes its time.
vi.setConfig({ testTimeout: 20_000 })

describe('scorecard', () => {
  test('a line has the newest figure, the target, a picture with a sentence, and two judgements in words', async () => {
    await open({ hash: '#/kwaliteit?dienst=bur' })
    const line = row('Telefonische bereikbaarheid')
    const text = plain(line.textContent)
    expect(text).toContain('82,5 %')
    expect(text).toContain('oktober 2026')
    expect(text).toContain('minstens 90 %')
    expect(text).toContain('aandacht')
    expect(text).toContain('wisselend')
    expect(text).toContain('Oktober 2026 (82,5 %) ligt onder de ondergrens')
    expect(plain(within(line).getByRole('img').getAttribute('aria-label'))).toMatch(
      /^Telefonische bereikbaarheid: 22 maanden, nieuwste 82,5 % in oktober 2026; aandacht; wisselend; 1 signaal\.$/,
    )
  })

  test('the summary counts what asks for attention and what is missing', async () => {
    await open({ hash: '#/kwaliteit' })
    const summary = screen.getByText(/1 indicator in 2 reeksen\./)
    expect(summary.textContent).toContain('Eén vraagt nu aandacht.')
    expect(summary.textContent).toContain('Bij één ontbreekt het nieuwste cijfer.')
  })

  test('departments unfold below the whole, and one without its newest figure says since when', async () => {
    await open({ hash: '#/kwaliteit' })
    expect(screen.queryByRole('rowheader', { name: /Technische/ })).toBeNull()
    press('Diensten van Telefonische bereikbaarheid')
    expect(row('Technische').textContent).toContain('te laat sinds')
    expect(row('Burgerzaken').textContent).not.toContain('te laat sinds')
  })

  test('lines are grouped by the criteria of CAF, by theme and by objective', async () => {
    const { model } = await open({ hash: '#/kwaliteit?groep=caf' })
    expect(screen.getByRole('rowheader', { name: /6\. Resultaten bij de burgers/ })).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Groeperen'), { target: { value: 'objective' } })
    expect(screen.getByRole('rowheader', { name: /BD 1 Een vlotte dienstverlening/ })).toBeTruthy()
    expect(model.router.page.value).toMatchObject({ group: 'objective' })
    fireEvent.change(screen.getByLabelText('Groeperen'), { target: { value: 'department' } })
    expect(screen.getByRole('rowheader', { name: /^Burgerzaken/ })).toBeTruthy()
  })

  test('as of a day before the last figure, that figure is not there and the page says of when it is', async () => {
    await open({ hash: '#/kwaliteit?dienst=bur&op=2026-09-30' })
    expect(screen.getByText(/U ziet de stand van wo 30 sep 2026/)).toBeTruthy()
    const text = plain(row('Telefonische').textContent)
    expect(text).toContain('augustus 2026')
    expect(text).toContain('gewone schommeling')
    press('Terug naar nu')
    await waitFor(() => expect(plain(row('Telefonische').textContent)).toContain('oktober 2026'))
  })

  test('before anything was said there is nothing, and the page says so', async () => {
    await open({ hash: '#/kwaliteit?op=2020-01-01' })
    expect(screen.getByText('Van vóór wo 1 jan 2020 is er niets ingevuld.')).toBeTruthy()
  })

  test('a search that finds nothing says what to do', async () => {
    await open({ hash: '#/kwaliteit' })
    type('Zoeken', 'bestaat niet')
    await screen.findByText('Geen indicatoren in deze lijst')
    type('Zoeken', 'TELEFON')
    await screen.findByRole('rowheader', { name: /Telefonische/ })
  })

  test('without indicators the director is sent to the library, others to the director', async () => {
    const nothing = new Map([['org', []]])
    await open({ hash: '#/kwaliteit', ledgers: nothing })
    expect(screen.getByRole('link', { name: 'Naar de bibliotheek' }).getAttribute('href')).toBe(
      '#/kwaliteit/bibliotheek/overnemen',
    )
    world?.unmount()
    cleanup()
    await open({ hash: '#/kwaliteit', me: 'p30', ledgers: nothing })
    expect(screen.getByText(/kan ze uit de bibliotheek overnemen/)).toBeTruthy()
  })

  test('figures that have not arrived are not called missing without a word', async () => {
    const { quality } = await open({ hash: '#/kwaliteit' })
    quality.progress.value = { known: 3, all: 8 }
    await screen.findByText(/3 van 8 jaren van diensten zijn er/)
  })

  test('it speaks English as well', async () => {
    language.value = 'en'
    await open({ hash: '#/kwaliteit?dienst=bur' })
    const text = plain(row('Telephone answer rate').textContent)
    expect(text).toContain('attention')
    expect(text).toContain('at least 90 %')
    expect(text).toContain('October 2026 (82.5 %) lies below the lower limit')
  })
})

describe('indicator', () => {
  test('the newest signal stands on top as a sentence, and asks to be explained', async () => {
    const { quality } = await open({ hash: '#/kwaliteit/tel/bur' })
    const panel = screen.getByRole('region', { name: 'Signalen' })
    expect(plain(panel.textContent)).toContain('Oktober 2026 (82,5 %) ligt onder de ondergrens van 87,')
    expect(panel.textContent).toContain('nog niet verklaard')
    fireEvent.click(within(panel).getByRole('button', { name: 'Verklaren' }))
    type(/Wat is er gebeurd/, 'De centrale viel twee dagen uit.')
    press('Toelichting bewaren')
    await toast('De toelichting is bewaard.')
    expect(quality.said.at(-1)?.statement.set).toEqual({ comment: 'De centrale viel twee dagen uit.' })
    expect(panel.textContent).toContain('De centrale viel twee dagen uit.')
  })

  test('the table says the same as the chart: limits, signal, and who entered it when', async () => {
    await open({ hash: '#/kwaliteit/tel/bur' })
    fireEvent.click(screen.getByRole('radio', { name: 'Tabel' }))
    const line = plain(row('oktober 2026').textContent)
    expect(line).toContain('82,5 %')
    expect(line).toContain('330')
    expect(line).toContain('400')
    expect(line).toContain('Oktober 2026 (82,5 %) ligt onder de ondergrens')
    expect(line).toContain('Els Goossens')
    expect(screen.getAllByRole('row')).toHaveLength(23)
  })

  test('with the arrow keys one walks over the chart and hears each figure', async () => {
    await open({ hash: '#/kwaliteit/tel/bur' })
    const points = screen.getByRole('slider', { name: 'Punten van de grafiek' })
    fireEvent.focus(points)
    expect(plain(points.getAttribute('aria-valuetext'))).toContain('oktober 2026: 82,5 % (330 op 400)')
    fireEvent.keyDown(points, { key: 'ArrowLeft' })
    expect(plain(points.getAttribute('aria-valuetext'))).toContain('september 2026')
    expect(plain(points.getAttribute('aria-valuetext'))).toContain('ingevuld door Els Goossens')
    fireEvent.keyDown(points, { key: 'Home' })
    expect(points.getAttribute('aria-valuenow')).toBe('1')
    fireEvent.keyDown(points, { key: 'Enter' })
    expect(screen.getByRole('dialog', { name: /januari 2025/ })).toBeTruthy()
  })

  test('a correction asks why, keeps the old figure in the history, and can be undone', async () => {
    const { quality } = await open({ hash: '#/kwaliteit/tel/bur' })
    fireEvent.click(screen.getByRole('radio', { name: 'Tabel' }))
    press('september 2026')
    const dialog = screen.getByRole('dialog')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Verbeteren' }))
    type('Beantwoorde oproepen', '380')
    expect(plain(dialog.textContent)).toContain('Dit wordt 95,0 %')
    expect(plain(dialog.textContent)).toContain('Hier stond 91,3 %')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Bewaren' }))
    expect(quality.said).toEqual([])
    expect(dialog.textContent).toContain('Schrijf waarom het vorige cijfer niet klopte.')
    type(/Waarom klopte het vorige cijfer niet/, 'De tweede lijn was vergeten.')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Bewaren' }))
    await toast(/Telefonische bereikbaarheid, september 2026: 95,0/)
    press('september 2026')
    const told = plain(screen.getByRole('region', { name: 'Geschiedenis van dit cijfer' }).textContent)
    expect(told).toContain('An Verlinden verbeterde 91,3 % in 95,0 %')
    expect(told).toContain('Reden: De tweede lijn was vergeten.')
    expect(told).toContain('Els Goossens vulde in: 91,3 %')
  })

  test('a point left out of the limits needs a reason, and comes back', async () => {
    const { quality } = await open({ hash: '#/kwaliteit/tel/bur' })
    fireEvent.click(screen.getByRole('radio', { name: 'Tabel' }))
    press('maart 2025')
    const dialog = screen.getByRole('dialog')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Niet meetellen voor de grenzen' }))
    const leaveOut = (): void => {
      fireEvent.submit(
        within(dialog)
          .getByLabelText(/Waarom hoort dit cijfer niet/)
          .closest('form') as HTMLElement,
      )
    }
    leaveOut()
    expect(dialog.textContent).toContain('Schrijf eerst een reden.')
    type(/Waarom hoort dit cijfer niet/, 'Verhuis van de centrale.')
    leaveOut()
    await toast('maart 2025 telt niet meer mee voor de grenzen.')
    expect(row('maart 2025').textContent).toContain('niet meegeteld: Verhuis van de centrale.')
    press('maart 2025')
    press('Weer laten meetellen')
    await toast('maart 2025 telt weer mee voor de grenzen.')
    expect(quality.said).toHaveLength(2)
  })

  test('an event opens a phase, and the chart then answers whether it helped', async () => {
    await open({ hash: '#/kwaliteit/tel/bur' })
    expect(screen.getByRole('region', { name: 'Heeft het geholpen?' }).textContent).toContain('Open een fase')
    press('Gebeurtenis toevoegen')
    type('Wat gebeurde er?', 'Nieuwe telefooncentrale')
    fireEvent.change(screen.getByLabelText('Vanaf'), { target: { value: '2026-02' } })
    fireEvent.click(screen.getByRole('checkbox', { name: /Een nieuwe fase openen/ }))
    press('Bewaren')
    await toast('“Nieuwe telefooncentrale” staat op de grafiek.')
    const answer = plain(screen.getByRole('region', { name: 'Heeft het geholpen?' }).textContent)
    expect(answer).toMatch(/^Heeft het geholpen\?(Ja|Nee)/)
    expect(answer).toContain('Sinds “Nieuwe telefooncentrale” (februari 2026)')
    expect(answer).toContain('over negen maanden')
  })

  test('recalculating limits says what will change before it is done, and needs a reason', async () => {
    const { quality } = await open({ hash: '#/kwaliteit/tel/bur' })
    press('Grenzen herberekenen')
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByRole('table', { name: 'Dit verandert er' })).toBeTruthy()
    fireEvent.change(within(dialog).getByLabelText('Van'), { target: { value: '2026-08' } })
    expect(dialog.textContent).toContain('Drie maanden is weinig')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Grenzen herberekenen' }))
    expect(quality.said).toEqual([])
    type('Waarom?', 'De nieuwe werkwijze is bevestigd.')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Grenzen herberekenen' }))
    await toast('De grenzen zijn herberekend.')
    expect(quality.said[0]?.statement.set).toMatchObject({
      baselineFrom: '2026-08',
      reason: 'De nieuwe werkwijze is bevestigd.',
    })
    expect(screen.getByText(/Grenzen herberekend uit augustus 2026 tot oktober 2026: De nieuwe/)).toBeTruthy()
  })

  test('small numbers are explained where they make limits wide', async () => {
    await open({ hash: '#/kwaliteit/tel/tec' })
    expect(screen.getByRole('region', { name: 'Goed om te weten' }).textContent).toContain('Dat is normaal')
    expect(screen.getByText(/Het cijfer van oktober 2026 ontbreekt/)).toBeTruthy()
  })

  test('departments stand beside each other, and in a funnel that is fair to the small one', async () => {
    await open({ hash: '#/kwaliteit/tel' })
    const side = screen.getByRole('region', { name: 'Diensten naast elkaar' })
    expect(within(side).getAllByRole('img')).toHaveLength(2)
    const funnel = screen.getByRole('region', { name: 'Diensten vergelijken' })
    expect(plain(funnel.textContent)).toMatch(/Burgerzaken.*4\.\d{3}/)
    expect(within(funnel).getByRole('link', { name: 'Burgerzaken' }).getAttribute('href')).toBe(
      '#/kwaliteit/tel/bur',
    )
  })

  test('the thread leads up to the objective and down to the controls', async () => {
    await open({ hash: '#/kwaliteit/tel/bur' })
    const thread = screen.getByRole('region', { name: 'De draad' })
    expect(within(thread).getByRole('link', { name: 'BD 1 Een vlotte dienstverlening' })).toBeTruthy()
    expect(within(thread).getByRole('link', { name: 'Kas geteld' }).getAttribute('href')).toMatch(
      /^#\/controle\//,
    )
    expect(thread.textContent).toContain('prioritair')
  })

  test('a check leads back to the indicator it keeps in order, and to its objective', async () => {
    await open({ hash: '#/controle/dept/bur/2026/check:kas/2026-10' })
    const sheet = screen.getByRole('dialog')
    const link = await within(sheet).findByRole('link', { name: 'Telefonische bereikbaarheid' })
    expect(link.getAttribute('href')).toBe('#/kwaliteit/tel')
    expect(within(sheet).getByRole('link', { name: 'BD 1 Een vlotte dienstverlening' })).toBeTruthy()
  })

  test('the chart is kept as a drawing with department, period and day on it', async () => {
    const { shell } = await open({ hash: '#/kwaliteit/tel/bur' })
    press('Bewaren of afdrukken')
    press('Als tekening (SVG)')
    const [file] = shell.files
    expect(file?.name).toBe('telefonische-bereikbaarheid-bur-2026-11-21.svg')
    const text = plain(await file?.file.text())
    expect(text).toContain('Gemeente Zandrode · Burgerzaken')
    expect(text).toContain('januari 2025 tot oktober 2026')
    expect(text).toContain('Gemaakt met Waarborg op')
    press('Bewaren of afdrukken')
    press('Als tabel (CSV)')
    expect(await shell.files[1]?.file.text()).toContain('oktober 2026;82,5;330;400;')
  })

  test('who only reads sees everything and changes nothing', async () => {
    await open({ hash: '#/kwaliteit/tel/bur', me: 'p30' })
    expect(screen.queryByRole('button', { name: 'Gebeurtenis toevoegen' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Definitie wijzigen' })).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: 'Tabel' }))
    press('oktober 2026')
    const dialog = screen.getByRole('dialog')
    expect(dialog.textContent).toContain('niet invullen')
    expect(within(dialog).queryByText('Verbeteren')).toBeNull()
    expect(within(dialog).getByRole('region', { name: 'Geschiedenis van dit cijfer' })).toBeTruthy()
  })

  test('an indicator that is not there leads back', async () => {
    world = openQuality({ hash: '#/kwaliteit/bestaat-niet' })
    await screen.findByText('Deze indicator bestaat niet (meer)')
  })
})

describe('entry', () => {
  test('the judgement stands there before the figure is saved, and a signal asks what happened', async () => {
    const { quality } = await open({ hash: '#/kwaliteit/invullen' })
    press(/Telefonische bereikbaarheid, oktober 2026 invullen/)
    expect(document.activeElement).toBe(screen.getByLabelText('Beantwoorde oproepen'))
    type('Beantwoorde oproepen', '11')
    type('Aangeboden oproepen', '12')
    expect(plain(screen.getByText(/Dit wordt/).parentElement?.textContent)).toContain(
      'Gewone schommeling, tussen',
    )
    type('Beantwoorde oproepen', '4')
    expect(plain(screen.getByText(/Dit wordt/).parentElement?.textContent)).toContain(
      'Dit wordt 33,3 %. Oktober 2026 (33,3 %) ligt onder de ondergrens',
    )
    press('Bewaren en volgende')
    expect(quality.said).toEqual([])
    expect(screen.getByText(/Schrijf in één zin wat er gebeurd is/)).toBeTruthy()
    type(/Wat is er gebeurd/, 'Nog niet bekend')
    press('Bewaren en volgende')
    await toast(/oktober 2026: 33,3/)
    expect(quality.said[0]?.statement.set).toMatchObject({
      numerator: 4,
      denominator: 12,
      comment: 'Nog niet bekend',
    })
    expect(screen.getByText('U hebt nu geen cijfers in te vullen')).toBeTruthy()
    press('Ongedaan maken')
    await screen.findByRole('button', { name: /oktober 2026 invullen/ })
  })

  test('what cannot be is said at once, what is only not finished when one saves', async () => {
    const { quality } = await open({ hash: '#/kwaliteit/invullen' })
    press(/oktober 2026 invullen/)
    type('Beantwoorde oproepen', '11')
    expect(screen.queryByText(/De noemer ontbreekt/)).toBeNull()
    press('Bewaren en volgende')
    expect(screen.getByText(/De noemer ontbreekt/)).toBeTruthy()
    type('Aangeboden oproepen', '5')
    expect(screen.getByText(/De teller is groter dan de noemer/)).toBeTruthy()
    type('Aangeboden oproepen', 'vijf')
    expect(screen.getByText('Dit is geen getal.')).toBeTruthy()
    press('Bewaren en volgende')
    expect(quality.said).toEqual([])
  })

  test('without all earlier figures there is no judgement, and nobody is asked to explain it', async () => {
    const { quality } = await open({ hash: '#/kwaliteit/invullen' })
    quality.progress.value = { known: 1, all: 4 }
    press(/oktober 2026 invullen/)
    type('Beantwoorde oproepen', '4')
    type('Aangeboden oproepen', '12')
    expect(screen.getByText(/Dit wordt/).parentElement?.textContent).toContain('het oordeel volgt')
    press('Bewaren en volgende')
    await toast(/oktober 2026: 33,3/)
  })

  test('a column from a spreadsheet is shown row by row before it is taken over, and undone as one', async () => {
    const { quality } = await open({ hash: '#/kwaliteit/invullen', me: 'p05' })
    press('Kolom plakken of bestand openen')
    type(
      'Plak hier de cellen',
      'Maand\tTeller\tNoemer\nsep 2026\t380\t400\nokt 2026\tabc\t400\nnov 2026\t1\t2\ndec 2024\t350\t400',
    )
    const preview = await screen.findByRole('table', { name: 'Wat er gebeurt' })
    const lines = within(preview)
      .getAllByRole('row')
      .map((each) => plain(each.textContent))
    expect(lines[1]).toContain('september 202695,0 %91,3 %verbetering')
    expect(lines[2]).toContain('“abc” is geen getal.')
    expect(lines[3]).toContain('Deze periode is nog niet voorbij.')
    expect(lines[4]).toContain('december 202487,5 %nieuw')
    press('Eén cijfer overnemen')
    await toast(/1 cijfer overgenomen bij Telefonische bereikbaarheid, Burgerzaken/)
    expect(quality.said.map(({ room }) => room)).toEqual(['dept/bur/2024'])
  })

  test('corrections from a spreadsheet are taken over only with a reason', async () => {
    const { quality } = await open({ hash: '#/kwaliteit/invullen', me: 'p05' })
    press('Kolom plakken of bestand openen')
    type('Plak hier de cellen', 'Maand;Teller;Noemer\n2026-09;380;400\n2026-08;381;400')
    await screen.findByText('2 verbeteringen')
    expect(screen.getByText('Er is niets om over te nemen.')).toBeTruthy()
    type('Waarom worden bestaande cijfers verbeterd?', 'Herteld')
    press('2 cijfers overnemen')
    await toast(/2 cijfers overgenomen/)
    expect(quality.said.every(({ statement }) => statement.set.reason === 'Herteld')).toBe(true)
  })
})

describe('library and objectives', () => {
  test('a definition is adopted in own words, for departments that exist here', async () => {
    const { quality } = await open({ hash: '#/kwaliteit/bibliotheek/overnemen' })
    expect(
      screen.getAllByRole('listitem').filter((item) => item.classList.contains('library-item')),
    ).toHaveLength(56)
    press('Aantal klachten overnemen')
    type('Naam', 'Klachten aan het loket')
    press('Overnemen')
    await toast('Klachten aan het loket is overgenomen.')
    expect(quality.said[0]?.statement).toMatchObject({
      about: 'indicator:kl01',
      set: { name: 'Klachten aan het loket', library: { id: 'kl01' } },
    })
  })

  test('an own indicator needs a name and a department', async () => {
    const { quality } = await open({ hash: '#/kwaliteit/bibliotheek' })
    press('Eigen indicator maken')
    const dialog = screen.getByRole('dialog')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Bewaren' }))
    expect(within(dialog).getAllByText('Vul een naam in.').length).toBeGreaterThan(0)
    type('Naam', 'Vergaderingen met verslag')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Bewaren' }))
    expect(within(dialog).getAllByText(/Kies minstens één dienst/).length).toBeGreaterThan(0)
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Burgerzaken' }))
    fireEvent.click(within(dialog).getByRole('button', { name: 'Bewaren' }))
    await toast('Vergaderingen met verslag is bewaard.')
    expect(quality.said[0]?.statement.set).toMatchObject({ departments: ['bur'], chart: 'p', factor: 100 })
  })

  test('changing a definition says only what was changed', async () => {
    const { quality } = await open({ hash: '#/kwaliteit/bibliotheek' })
    press('Meer voor Telefonische bereikbaarheid')
    press('Wijzigen')
    type('Streefwaarde', '92,5')
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Bewaren' }))
    await toast('Telefonische bereikbaarheid is bewaard.')
    expect(quality.said[0]?.statement.set).toEqual({ target: 92.5 })
  })

  test('who may not manage reads', async () => {
    await open({ hash: '#/kwaliteit/bibliotheek/overnemen', me: 'p05' })
    expect(screen.getByText(/Alleen de algemeen directeur/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /overnemen$/ })).toBeNull()
  })

  test('the plan hangs together: an objective with its plans, its indicators and their controls', async () => {
    const { quality } = await open({ hash: '#/kwaliteit/doelstellingen' })
    expect(screen.getByText('BD 1 Een vlotte dienstverlening')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Telefonische bereikbaarheid' })).toBeTruthy()
    expect(screen.getByText('Kas geteld')).toBeTruthy()
    press('Meer voor Een vlotte dienstverlening')
    press('Actieplan toevoegen')
    const dialog = screen.getByRole('dialog')
    type('Naam', 'Bereikbaar zijn')
    type('Nummer', 'AP 1.1')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Bewaren' }))
    await toast('Bereikbaar zijn is bewaard.')
    expect(quality.said[0]?.statement.set).toMatchObject({ level: 'plan', parent: 'bd1', code: 'AP 1.1' })
    expect(screen.getByText('AP 1.1 Bereikbaar zijn')).toBeTruthy()
  })
})

describe('causes', () => {
  test('what was not in order is counted by control, largest first, as a picture and as a table; of two, both matter', async () => {
    await open({ hash: '#/kwaliteit/oorzaken' })
    const picture = screen.getByRole('group', { name: /^Controles die niet in orde waren\./ })
    expect(
      within(picture)
        .getAllByRole('link')
        .map((link) => plain(link.getAttribute('aria-label'))),
    ).toEqual(['Kas geteld: 2, 67 %, opgeteld 67 %', 'Rechten nagekeken: 1, 33 %, opgeteld 100 %'])
    fireEvent.click(screen.getByLabelText('Tabel'))
    expect(plain(row('Kas geteld').textContent)).toBe('Kas geteld267 %67 %')
  })

  test('reasons are the notes, and behind a bar stand the checks that it counts', async () => {
    const { model } = await open({ hash: '#/kwaliteit/oorzaken?wat=reden&dienst=tec' })
    const bar = screen.getByRole('link', { name: /^Verschil van 40 euro\.: 1/ })
    fireEvent.click(bar)
    const lines = await screen.findByRole('region', { name: 'Wat telt in “Verschil van 40 euro.”' })
    expect(within(lines).getAllByRole('listitem')).toHaveLength(1)
    expect(within(lines).getByRole('link', { name: 'Kas geteld' }).getAttribute('href')).toContain(
      '#/controle/dept/tec/2026/check:kas/2026-02',
    )
    // Another question has other lines behind it.
    fireEvent.change(screen.getByLabelText('Tel per'), { target: { value: 'outcome' } })
    expect(model.router.page.value).toMatchObject({ by: 'outcome', department: 'tec', bar: undefined })
  })

  test('the drawing says what was chosen, of whom and when it was made', async () => {
    const { shell } = await open({ hash: '#/kwaliteit/oorzaken?wat=uitkomst&dienst=bur&thema=financieel' })
    press('Bewaren of afdrukken')
    press('Als tekening (SVG)')
    const svg = plain(await shell.files[0]?.file.text())
    expect(svg).toContain('Uitkomsten van alle controles')
    expect(svg).toContain('Gemeente Zandrode · Burgerzaken · Financieel management')
    expect(svg).toContain('Controles met een einddatum van')
    expect(svg).toContain('Gemaakt met Waarborg op')
    expect(svg).toContain('In orde')
    press('Bewaren of afdrukken')
    press('Als tabel (CSV)')
    expect(await shell.files[1]?.file.text()).toContain('In orde;9;90;90;x')
  })

  test('where nothing went wrong the page says so', async () => {
    await open({ hash: '#/kwaliteit/oorzaken?dienst=kla' })
    expect(screen.getByText('Niets dat deels of niet in orde was')).toBeTruthy()
  })
})

test('each page about indicators has a title of its own for its tab', async () => {
  for (const [hash, title] of [
    ['#/kwaliteit', 'Scorekaart · Gemeente Zandrode'],
    ['#/kwaliteit/tel/bur', 'Telefonische bereikbaarheid, Burgerzaken · Gemeente Zandrode'],
    ['#/kwaliteit/tel', 'Telefonische bereikbaarheid · Gemeente Zandrode'],
    ['#/kwaliteit/oorzaken', 'Oorzaken · Gemeente Zandrode'],
    ['#/kwaliteit/bibliotheek/overnemen', 'Over te nemen · Gemeente Zandrode'],
  ] as const) {
    const { titles } = await open({ hash })
    await waitFor(() => expect(titles.at(-1)).toBe(title))
    world?.unmount()
    cleanup()
  }
})

describe('a form that was closed', () => {
  test('comes back as it was, says so, and can be begun anew', async () => {
    await open({ hash: '#/kwaliteit/tel/bur' })
    press('Grenzen herberekenen')
    type(/Waarom/, 'Sinds de nieuwe centrale')
    press('Sluiten')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    press('Grenzen herberekenen')
    expect(screen.getByText('U gaat verder met wat u eerder begon.')).toBeTruthy()
    expect((screen.getByLabelText(/Waarom/) as HTMLTextAreaElement).value).toBe('Sinds de nieuwe centrale')
    press('Opnieuw beginnen')
    await waitFor(() => expect((screen.getByLabelText(/Waarom/) as HTMLTextAreaElement).value).toBe(''))
    expect(screen.queryByText('U gaat verder met wat u eerder begon.')).toBeNull()
  })

  test('keeps a half-typed figure until it is given', async () => {
    const { quality } = await open({ hash: '#/kwaliteit/invullen' })
    const [figure] = quality.myFigures.value
    const name = `figure/${figure?.room}/${figure?.about}`
    press('Telefonische bereikbaarheid, oktober 2026 invullen')
    type('Beantwoorde oproepen', '11')
    press('Sluiten: Telefonische bereikbaarheid')
    press('Telefonische bereikbaarheid, oktober 2026 invullen')
    expect((screen.getByLabelText('Beantwoorde oproepen') as HTMLInputElement).value).toBe('11')
    type('Aangeboden oproepen', '12')
    press('Bewaren en volgende')
    await toast(/Telefonische bereikbaarheid, oktober 2026: 91,7/)
    expect(quality.drafts.read(name)).toBeUndefined()
  })

  test('is forgotten once it is saved or cancelled', async () => {
    const { quality } = await open({ hash: '#/kwaliteit/bibliotheek' })
    press('Eigen indicator maken')
    type('Naam', 'Half')
    expect(quality.drafts.read('indicator/new')).toBeDefined()
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Annuleren' }))
    expect(quality.drafts.read('indicator/new')).toBeUndefined()
  })

  test('does not come back over what somebody else did in between', async () => {
    const { quality } = await open({ hash: '#/kwaliteit/tel/bur' })
    press('Grenzen herberekenen')
    type(/Waarom/, 'Sinds de nieuwe centrale')
    press('Sluiten')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    quality.rebaseChart(
      { indicator: indicatorOf(), department: 'bur' },
      { baseline: { from: '2025-03', to: '2026-02' }, reason: 'Door de directeur' },
    )
    press('Grenzen herberekenen')
    expect((screen.getByLabelText(/Waarom/) as HTMLTextAreaElement).value).toBe('')
    expect(screen.queryByText('U gaat verder met wat u eerder begon.')).toBeNull()
  })
})

test('a phase in the ledger is drawn as a phase, with its event in words', async () => {
  await open({ hash: '#/kwaliteit/tel/bur', ledgers: shareLedgers({ phaseAt: '2026-02' }) })
  const chart = screen.getByRole('region', { name: 'Regelkaart' })
  expect(within(chart).getByText('Nieuwe telefooncentrale')).toBeTruthy()
  expect(chart.textContent).toContain('opent een nieuwe fase')
})
