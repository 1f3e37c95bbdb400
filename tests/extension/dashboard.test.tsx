// @vitest-environment happy-dom
/** The dashboard as the director sees it: figures that lead to their lines, checks that are answered, people. */
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { language } from '../../extension/text'
import { packPicture, unpackPicture } from '../../extension/views/dashboard/picture'
import { answerCheck } from '../../shared/commands/checks'
import { createFold } from '../../shared/fold'
import { NOW, openDashboard, type World } from './dashboard-world'

let world: World | undefined
const open = (options?: Parameters<typeof openDashboard>[0]): World => {
  world = openDashboard(options)
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

const sheet = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('dialog.sheet')
  if (!found) throw new Error('no sheet lies over the page')
  return found
}
const dialog = (): HTMLElement => screen.getByRole('dialog')
const grid = (): HTMLTableElement => screen.getByRole('grid')
const cell = (department: string, theme: string): HTMLElement => {
  const heads = within(grid()).getAllByRole('columnheader')
  const column = heads.findIndex((head) => head.textContent?.includes(theme))
  const row = within(grid()).getByRole('rowheader', { name: department }).closest('tr')
  const found = row?.cells[column]?.querySelector<HTMLElement>('[data-stop]')
  if (!found) throw new Error(`no cell for ${department} and ${theme}`)
  return found
}
const order = (): (string | null)[] =>
  within(grid())
    .getAllByRole('rowheader')
    .map((head) => head.textContent)
const follow = (link: HTMLElement): void => void act(() => void fireEvent.click(link))
const press = (key: string, more: KeyboardEventInit = {}): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })
}

describe('overview', () => {
  test('a cell says how much is in order, how much was on time and what is late', () => {
    open()
    const text = cell('Burgerzaken', 'Financieel').textContent
    expect(text).toContain('90% in orde')
    expect(text).toContain('91% op tijd')
    expect(text).toContain('1 te laat')
  })

  test('a department without controls says so, in every cell', () => {
    open()
    expect(cell('Klachten', 'Financieel').textContent).toContain('geen controles')
    expect(cell('Klachten', 'ICT').textContent).toContain('geen controles')
  })

  test('a cell opens exactly the checks that it counts', () => {
    open()
    follow(cell('Burgerzaken', 'Financieel'))
    const lines = within(sheet()).getAllByRole('link')
    expect(lines).toHaveLength(11)
    expect(sheet().textContent).toContain('Burgerzaken · Financieel management')
    expect(sheet().textContent).toContain('Eén kassabon ontbrak.')
  })

  test('each key figure opens as many lines as it says', () => {
    open()
    const figures = within(screen.getByRole('list', { name: 'Kerncijfers' })).getAllByRole('link')
    const late = figures.find((figure) => figure.textContent?.startsWith('Nu te laat')) as HTMLElement
    const shown = Number(/Nu te laat(\d+)/.exec(late.textContent ?? '')?.[1])
    expect(shown).toBeGreaterThan(3)
    follow(late)
    expect(within(sheet()).getAllByRole('listitem')).toHaveLength(shown)
  })

  test('arrow keys walk the matrix and one stop is left for the Tab key', () => {
    open()
    cell('Burgerzaken', 'Financieel').focus()
    press('ArrowRight')
    expect(document.activeElement).toBe(cell('Burgerzaken', 'ICT'))
    press('ArrowDown')
    expect(document.activeElement).toBe(cell('Technische uitvoering', 'ICT'))
    press('Home')
    expect(document.activeElement?.textContent).toBe('Technische uitvoering')
    press('End', { ctrlKey: true })
    expect(document.activeElement?.closest('tfoot')).not.toBeNull()
    expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1)
  })

  test('the focused cell is told in a full sentence', async () => {
    open()
    cell('Technische uitvoering', 'Financieel').focus()
    await waitFor(() =>
      expect(document.querySelector('.matrix-readout')?.textContent).toMatch(
        /^Technische uitvoering, Financieel management: 2 van 11 controles gedaan, 1 op tijd; 1 van 2 in orde; 9 te laat\.$/,
      ),
    )
  })

  test('sorting puts the weakest department on top and stays in the address', () => {
    open()
    fireEvent.change(screen.getByLabelText('Volgorde'), { target: { value: 'late' } })
    expect(location.hash).toContain('volgorde=late')
    return waitFor(() => expect(order()[0]).toBe('Technische uitvoering'))
  })

  test('a tick elsewhere changes the figure at once, and moves no row under the pointer', async () => {
    const { store } = open({ hash: '#/overzicht?volgorde=late' })
    fireEvent.pointerEnter(document.querySelector('.matrix') as Element)
    const fold = createFold()
    const months = ['03', '04', '05', '06', '07', '08', '09', '10', '11']
    for (const month of months)
      store.arrive(
        'dept/tec/2026',
        answerCheck(
          fold,
          { control: 'kas', period: `2026-${month}`, outcome: 'in-order' },
          store.author('p05', NOW),
        ),
      )
    await waitFor(() => expect(cell('Technische uitvoering', 'Financieel').textContent).toContain('91%'))
    expect(order()[0]).toBe('Technische uitvoering')
    fireEvent.pointerLeave(document.querySelector('.matrix') as Element)
    await waitFor(() => expect(order()[0]).toBe('Burgerzaken'))
  })

  test('the window can be last year, and the address keeps it', () => {
    open()
    fireEvent.click(screen.getByLabelText('Vorig jaar'))
    expect(location.hash).toContain('periode=vorig-jaar')
    return waitFor(() =>
      expect(cell('Burgerzaken', 'Financieel').textContent).toContain('nog niets te doen geweest'),
    )
  })

  test('the trend has the same figures as a table, each month leading to its checks', async () => {
    open()
    fireEvent.click(
      within(screen.getByRole('group', { name: 'Weergave van het verloop' })).getByLabelText('Tabel'),
    )
    const table = await screen.findByRole('table', { name: 'Verloop van twaalf maanden' })
    const june = within(table).getByRole('row', { name: /juni 2026/ })
    expect(june.textContent).toContain('50%')
    follow(within(june).getByRole('link'))
    expect(within(sheet()).getAllByRole('link')).toHaveLength(2)
  })

  test('a narrow window gets the figures as a list', () => {
    open({ isNarrow: true })
    expect(screen.queryByRole('grid')).toBeNull()
    const list = screen.getByRole('list', { name: /Per dienst en per thema/ })
    const entry = within(list).getByRole('heading', { name: 'Burgerzaken' }).closest('li')
    expect(entry?.textContent).toContain('13 van 20 controles gedaan, 13 op tijd; 10 van 12 in orde')
    follow(within(entry as HTMLElement).getByRole('link', { name: 'ICT' }))
    expect(sheet().textContent).toContain('Burgerzaken · ICT')
  })

  test('what others answered since the last visit is said in a sentence with a way to the lines', () => {
    open({ lastVisit: Date.UTC(2026, 9, 1) })
    const news = document.querySelector('.news') as HTMLElement
    expect(news.textContent).toContain('2 controles ingevuld door 1 persoon')
    follow(within(news).getByRole('link'))
    expect(within(sheet()).getAllByRole('listitem')).toHaveLength(2)
  })

  test('the hint for newcomers goes for good once it was read', async () => {
    const { model } = open()
    fireEvent.click(screen.getByRole('button', { name: 'Begrepen' }))
    await waitFor(() => expect(screen.queryByText(/In de tabel staat/)).toBeNull())
    expect(model.tools.memory.get('matrix-hint')).toBe('read')
  })

  test('what is being read has its heading already', () => {
    for (const [hash, title] of [
      ['#/overzicht', 'Overzicht'],
      ['#/te-laat', 'Te laat'],
      ['#/dienst/bur', 'Diensten'],
    ] as const) {
      const { unmount } = open({ hash, arriving: 2 })
      expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(title)
      unmount()
    }
  })

  test('on a new device no figure is shown before all of it has come', async () => {
    open({ arriving: 3 })
    expect(screen.getByText(/komen binnen/)).toBeTruthy()
    expect(screen.getByText('Nog 3 delen te gaan.')).toBeTruthy()
    expect(screen.queryByText('Kerncijfers')).toBeNull()
    expect(screen.queryByRole('grid')).toBeNull()
    act(() => {
      if (world) world.store.arriving.value = 0
    })
    expect(await screen.findByRole('grid')).toBeTruthy()
  })

  test('a stored picture draws the same figures as the checks themselves', () => {
    const { model } = open()
    const picture = { member: 'p01', name: 'An', organisation: 'Zandrode', board: model.board.value }
    const again = unpackPicture(JSON.parse(JSON.stringify(packPicture(picture))), 'p01')
    expect(again?.board).toEqual(model.board.value)
    expect(unpackPicture(packPicture(picture), 'p02')).toBeUndefined()
    expect(unpackPicture({ v: 1, member: 'p01', board: 'broken' }, 'p01')).toBeUndefined()
  })

  test('the language switches everywhere, and names of departments with it', () => {
    open()
    language.value = 'en'
    return waitFor(() => {
      expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Overview')
      expect(within(grid()).getByRole('rowheader', { name: 'Civil affairs' })).toBeTruthy()
    })
  })
})

test('a page that one goes to begins at its top, however far one had scrolled', async () => {
  const { visit } = open()
  window.scrollTo(0, 500)
  visit('#/te-laat')
  await screen.findByRole('heading', { level: 1, name: 'Te laat' })
  await waitFor(() => expect(window.scrollY).toBe(0))
})

describe('late list', () => {
  test('what waits longest comes first, with who is to do it', () => {
    open({ hash: '#/te-laat' })
    const rows = screen.getAllByRole('row').slice(1)
    expect(rows[0]?.textContent).toContain('dagen te laat')
    const days = rows.map((row) => Number(/(\d+) dag/.exec(row.textContent ?? '')?.[1]))
    expect(days).toEqual(days.toSorted((a, b) => b - a))
    expect(rows.find((row) => row.textContent?.includes('Burgerzaken'))?.textContent).toContain(
      'Els Goossens',
    )
  })

  test('one department at a time, kept in the address', () => {
    open({ hash: '#/te-laat' })
    fireEvent.change(screen.getByLabelText('Dienst'), { target: { value: 'tec' } })
    expect(location.hash).toBe('#/te-laat?dienst=tec')
    for (const row of screen.getAllByRole('row').slice(1))
      expect(row.textContent).toContain('Technische uitvoering')
  })

  test('a line that someone answers stays in place under the pointer, and says so', async () => {
    const { store } = open({ hash: '#/te-laat?dienst=tec' })
    fireEvent.pointerEnter(document.querySelector('.late .panel') as Element)
    const before = screen.getAllByRole('row').length
    const [first] = store.checks.value.filter(({ state }) => state === 'late')
    if (!first) throw new Error('nothing is late')
    store.answer(first, { outcome: 'in-order' })
    await waitFor(() => expect(screen.getByText('zonet ingevuld')).toBeTruthy())
    expect(screen.getAllByRole('row')).toHaveLength(before)
    fireEvent.pointerLeave(document.querySelector('.late .panel') as Element)
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(before - 1))
  })
})

describe('department', () => {
  test('each control has a row over the year, each period a cell that says how it stands', () => {
    open({ hash: '#/dienst/bur' })
    const row = within(grid()).getByRole('row', { name: /Kas geteld/ })
    const cells = within(row).getAllByRole('link')
    expect(cells).toHaveLength(12)
    expect(cells[5]?.textContent).toContain('juni 2026: Deels in orde, op tijd gedaan')
    expect(cells[10]?.textContent).toContain('te laat sinds')
    expect(cells[11]?.textContent).toContain('vanaf')
  })

  test('a quarter stands in the month in which it is due, which is the one after it', () => {
    open({ hash: '#/dienst/bur' })
    const row = within(grid()).getByRole('row', { name: /Rechten nagekeken/ }) as HTMLTableRowElement
    const months = [...row.cells].slice(1)
    expect(months).toHaveLength(12)
    for (const [quarter, month] of [
      [1, 4],
      [2, 7],
      [3, 10],
    ] as const)
      expect(months[month - 1]?.textContent).toContain(`${quarter}e kwartaal 2026`)
    expect(months[1]?.textContent).toBe('')
  })

  test('weeks are condensed to a cell per month that opens the weeks', async () => {
    open({ hash: '#/dienst/bur' })
    const row = within(grid()).getByRole('row', { name: /Post opgevolgd/ })
    const [october] = within(row).getAllByRole('button')
    expect(october?.textContent).toContain('0/3')
    fireEvent.click(october as HTMLElement)
    await waitFor(() => expect(within(dialog()).getAllByRole('link')).toHaveLength(3))
  })

  test('arrow keys walk to the nearest cell, over months in which nothing is due', () => {
    open({ hash: '#/dienst/bur' })
    const kas = within(within(grid()).getByRole('row', { name: /Kas geteld/ })).getAllByRole('link')
    kas[9]?.focus()
    press('ArrowDown')
    press('ArrowDown')
    expect(document.activeElement?.closest('tr')?.textContent).toContain('Rechten nagekeken')
    expect(document.activeElement?.textContent).toContain('3e kwartaal 2026')
    press('ArrowUp')
    press('ArrowUp')
    expect(document.activeElement).toBe(kas[9])
  })

  test('others who look at the department are named', async () => {
    const { store } = open({ hash: '#/dienst/bur' })
    expect(store.lookedAt.value).toEqual({ room: 'dept/bur/2026' })
    store.presence.value = [{ member: 'p05', name: 'Els Goossens', room: 'dept/bur/2026', at: undefined }]
    await waitFor(() => expect(screen.getByText('Els Goossens bekijkt deze dienst ook')).toBeTruthy())
  })

  test('an address of a department that does not exist says so', () => {
    open({ hash: '#/dienst/weg' })
    expect(screen.getByText('Deze dienst bestaat niet (meer)')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Naar het overzicht' }).getAttribute('href')).toBe('#/overzicht')
  })
})

const KAS_NOVEMBER = '#/controle/dept/bur/2026/check:kas/2026-11'
const RIGHTS_Q3 = '#/controle/dept/bur/2026/check:rechten/2026-Q3'

describe('check', () => {
  test('an address of a check opens it over its department', () => {
    const { store } = open({ hash: KAS_NOVEMBER })
    expect(within(sheet()).getByRole('heading', { name: 'Kas geteld' })).toBeTruthy()
    expect(sheet().textContent).toContain('Telblad')
    expect(screen.getByRole('heading', { level: 1, hidden: true }).textContent).toBe('Burgerzaken')
    expect(store.lookedAt.value).toEqual({ room: 'dept/bur/2026', about: 'check:kas/2026-11' })
  })

  test('"in order" is answered at once, and the way back stands beside it', async () => {
    const { store } = open({ hash: KAS_NOVEMBER })
    fireEvent.click(within(sheet()).getByRole('button', { name: /In orde/ }))
    await waitFor(() => expect(sheet().textContent).toContain('An Verlinden vulde in: In orde'))
    expect(store.said).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Ongedaan maken' }))
    await waitFor(() => expect(sheet().textContent).toContain('te laat sinds'))
  })

  test('"not in order" owes a note before it is an answer', async () => {
    const { store } = open({ hash: KAS_NOVEMBER })
    fireEvent.click(within(sheet()).getByRole('button', { name: 'Niet in orde' }))
    const note = await within(sheet()).findByRole('textbox')
    const save = within(sheet()).getByRole('button', { name: 'Bewaren' })
    fireEvent.click(save)
    expect(await within(sheet()).findByRole('alert')).toBeTruthy()
    expect(store.said).toHaveLength(0)
    fireEvent.input(note, { target: { value: 'Verschil van 12 euro.' } })
    fireEvent.click(save)
    await waitFor(() => expect(store.said).toHaveLength(1))
    expect(store.said[0]?.statement.set).toMatchObject({
      outcome: 'not-in-order',
      note: 'Verschil van 12 euro.',
    })
  })

  test('a clash shows both answers with who gave them, and a person settles it', async () => {
    const { store } = open({ hash: RIGHTS_Q3 })
    const heads = within(within(sheet()).getByRole('region', { name: /spreken elkaar tegen/ }))
    expect(heads.getByText('Els Goossens')).toBeTruthy()
    expect(heads.getByText('Twee accounts bleven open.')).toBeTruthy()
    fireEvent.click(heads.getByRole('button', { name: /Dit antwoord geldt.*Els Goossens/ }))
    await waitFor(() => expect(sheet().textContent).not.toContain('spreken elkaar tegen'))
    const check = store.checks.value.find(({ about }) => about === 'check:rechten/2026-Q3')
    expect(check).toMatchObject({ outcome: 'in-order', clash: false })
    expect(sheet().textContent).toContain('koos tussen 2 antwoorden: In orde')
  })

  test('taking an answer back opens the check again and stays in its history', async () => {
    open({ hash: '#/controle/dept/bur/2026/check:kas/2026-06' })
    fireEvent.click(within(sheet()).getByRole('button', { name: /Antwoord terugnemen/ }))
    await waitFor(() => expect(sheet().textContent).toContain('nam het antwoord "Deels in orde" terug'))
    expect(sheet().textContent).toContain('Sofie Dewaele vulde in: Deels in orde')
  })

  test('who may not write sees the check and its history without verbs', () => {
    open({ hash: KAS_NOVEMBER, me: 'p30' })
    expect(within(sheet()).queryByRole('button', { name: /In orde/ })).toBeNull()
    expect(sheet().textContent).toContain('niet beantwoorden')
  })

  test('a check opened from a list lies over it; closing leads back to the list, then to the page', async () => {
    open()
    follow(cell('Burgerzaken', 'Financieel'))
    follow(within(sheet()).getAllByRole('link')[0] as HTMLElement)
    const sheets = () => document.querySelectorAll('dialog.sheet')
    expect(sheets()).toHaveLength(2)
    fireEvent.click(screen.getByRole('button', { name: 'Terug naar de lijst' }))
    await waitFor(() => expect(sheets()).toHaveLength(1))
    expect(location.hash).toContain('#/lijnen')
    fireEvent.click(within(sheet()).getByRole('button', { name: 'Sluiten' }))
    await waitFor(() => expect(sheets()).toHaveLength(0))
    expect(location.hash).toBe('#/overzicht')
  })

  test('others who look at the same check are named', async () => {
    const { store } = open({ hash: KAS_NOVEMBER })
    store.presence.value = [
      { member: 'p05', name: 'Els Goossens', room: 'dept/bur/2026', at: 'check:kas/2026-11' },
    ]
    await waitFor(() => expect(sheet().textContent).toContain('Els Goossens bekijkt deze controle ook'))
  })
})

describe('people and departments', () => {
  const row = (name: string): HTMLElement => screen.getByRole('row', { name: new RegExp(name) })
  const choose = (name: string, item: string): void => {
    fireEvent.click(within(row(name)).getByRole('button', { name: `Meer voor ${name}` }))
    fireEvent.click(within(row(name)).getByRole('button', { name: item }))
  }
  const fill = (label: string, value: string): void => {
    fireEvent.input(within(dialog()).getByLabelText(label), { target: { value } })
  }
  const save = (): void => {
    fireEvent.click(within(dialog()).getByRole('button', { name: 'Bewaren' }))
  }

  test('roles are said in words, with their departments', () => {
    open({ hash: '#/mensen' })
    expect(row('Els Goossens').textContent).toContain('Diensthoofd Burgerzaken')
  })

  test('a person is added with a role in a department, as one statement', async () => {
    const { store } = open({ hash: '#/mensen' })
    fireEvent.click(screen.getByRole('button', { name: 'Persoon toevoegen' }))
    fill('Naam', 'Nora Wouters')
    fireEvent.click(within(dialog()).getByLabelText('Technische uitvoering'))
    save()
    await waitFor(() => expect(row('Nora Wouters').textContent).toContain('Medewerker Technische uitvoering'))
    expect(store.said).toHaveLength(1)
  })

  test('a form says what is missing and keeps what was filled in', async () => {
    const { store } = open({ hash: '#/mensen' })
    fireEvent.click(screen.getByRole('button', { name: 'Persoon toevoegen' }))
    fill('Functie', 'Boekhouder')
    save()
    await waitFor(() => expect(within(dialog()).getByText('Vul een naam in.')).toBeTruthy())
    expect(within(dialog()).getByText('Kies minstens één dienst voor deze rol.')).toBeTruthy()
    expect(within(dialog()).getByLabelText('Functie')).toHaveProperty('value', 'Boekhouder')
    expect(store.said).toHaveLength(0)
  })

  test('a person is removed with a way back', async () => {
    open({ hash: '#/mensen' })
    choose('Sofie Dewaele', 'Verwijderen')
    await waitFor(() => expect(screen.queryByRole('row', { name: /Sofie Dewaele/ })).toBeNull())
    fireEvent.click(screen.getByRole('button', { name: 'Ongedaan maken' }))
    await waitFor(() => expect(row('Sofie Dewaele')).toBeTruthy())
  })

  test('the only director can neither be removed nor lose that role', async () => {
    const { store } = open({ hash: '#/mensen', me: 'p01' })
    choose('An Verlinden', 'Wijzigen')
    fireEvent.change(within(dialog()).getByLabelText('Rol'), { target: { value: 'reader' } })
    save()
    await waitFor(() => expect(within(dialog()).getByText(/enige algemeen directeur/)).toBeTruthy())
    expect(store.said).toHaveLength(0)
  })

  test('a reader reads in departments, which the form asks for and the list names', async () => {
    const { store } = open({ hash: '#/mensen' })
    fireEvent.click(screen.getByRole('button', { name: 'Persoon toevoegen' }))
    fill('Naam', 'Nora Wouters')
    fireEvent.change(within(dialog()).getByLabelText('Rol'), { target: { value: 'reader' } })
    save()
    await waitFor(() =>
      expect(within(dialog()).getByText('Kies minstens één dienst voor deze rol.')).toBeTruthy(),
    )
    fireEvent.click(within(dialog()).getByLabelText('Burgerzaken'))
    save()
    await waitFor(() => expect(row('Nora Wouters').textContent).toContain('Lezer Burgerzaken'))
    expect(store.members.value.find(({ name }) => name === 'Nora Wouters')?.roles).toMatchObject([
      { role: 'reader', departments: ['bur'] },
    ])
  })

  test('departments that were ticked for another role give no rights', async () => {
    const { store } = open({ hash: '#/mensen' })
    choose('Sofie Dewaele', 'Wijzigen')
    fireEvent.change(within(dialog()).getByLabelText('Rol'), { target: { value: 'complaints' } })
    save()
    await waitFor(() => expect(row('Sofie Dewaele').textContent).toContain('Klachtencoördinator'))
    expect(store.members.value.find(({ key }) => key === 'p24')?.roles).toMatchObject([
      { role: 'complaints', departments: [] },
    ])
  })

  test('no code is made by looking, and an open one is said before a new one ends it', async () => {
    const { store } = open({ hash: '#/mensen' })
    store.openCodeList.value = [{ created: NOW, expires: NOW + 14 * 86_400_000 }]
    fireEvent.click(screen.getByRole('button', { name: 'Code maken voor Els Goossens' }))
    await waitFor(() =>
      expect(within(dialog()).getByText(/gemaakt op za 21 nov 2026 14:02, geldig tot za 5 dec/)).toBeTruthy(),
    )
    expect(within(dialog()).getByText(/dan werkt de vorige niet meer/)).toBeTruthy()
    expect(within(dialog()).queryByText('7KQM-3XWD-9FTP')).toBeNull()
    fireEvent.click(within(dialog()).getByRole('button', { name: 'Nieuwe code maken' }))
    const code = await within(dialog()).findByText('7KQM-3XWD-9FTP')
    await waitFor(() => expect(document.activeElement).toBe(code))
  })

  test('an open code is taken back without making another', async () => {
    const { store } = open({ hash: '#/mensen' })
    store.openCodeList.value = [{ created: NOW, expires: NOW + 14 * 86_400_000 }]
    fireEvent.click(screen.getByRole('button', { name: 'Code maken voor Els Goossens' }))
    fireEvent.click(await within(dialog()).findByRole('button', { name: 'Ongebruikte code intrekken' }))
    await waitFor(() => expect(store.openCodeList.value).toEqual([]))
    await screen.findByText('De codes van Els Goossens zijn ingetrokken.')
  })

  test('a code comes with a text to pass on', async () => {
    const { copied } = open({ hash: '#/mensen' })
    fireEvent.click(screen.getByRole('button', { name: 'Code maken voor Els Goossens' }))
    fireEvent.click(await within(dialog()).findByRole('button', { name: 'Code maken' }))
    await waitFor(() => expect(within(dialog()).getByText('7KQM-3XWD-9FTP')).toBeTruthy())
    fireEvent.click(within(dialog()).getByRole('button', { name: 'Tekst kopiëren' }))
    await waitFor(() => expect(within(dialog()).getByText('Gekopieerd')).toBeTruthy())
    expect(copied[0]).toMatch(
      /server http:\/\/127\.0\.0\.1:4321, organisatie zandrode, code 7KQM-3XWD-9FTP\./,
    )
  })

  test('devices of a person are listed and can be revoked', async () => {
    const { store } = open({ hash: '#/mensen' })
    store.deviceList.value = [{ id: 'd1', label: 'Laptop onthaal', created: NOW, seen: undefined }]
    choose('Els Goossens', 'Toestellen')
    fireEvent.click(await within(dialog()).findByRole('button', { name: 'Laptop onthaal intrekken' }))
    await waitFor(() => expect(within(dialog()).getByText('Nog geen toestel aangemeld')).toBeTruthy())
  })

  test('a department is added', async () => {
    const { store } = open({ hash: '#/mensen/diensten' })
    fireEvent.click(screen.getByRole('button', { name: 'Dienst toevoegen' }))
    fill('Naam', 'Archief')
    save()
    await waitFor(() => expect(store.departments.value.map(({ name }) => name)).toContain('Archief'))
  })

  test('a reader sees the lists without the verbs', () => {
    open({ hash: '#/mensen', me: 'p05' })
    expect(screen.getByText(/Alleen de algemeen directeur/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Persoon toevoegen' })).toBeNull()
    expect(screen.queryByRole('button', { name: /code maken/i })).toBeNull()
  })

  test('a manager has only the own department in the navigation', () => {
    open({ me: 'p05' })
    const navigation = screen.getByRole('navigation', { name: 'Hoofdmenu' })
    expect(within(navigation).getByRole('link', { name: /Burgerzaken/ })).toBeTruthy()
    expect(within(navigation).queryByRole('link', { name: /Technische/ })).toBeNull()
  })
})
