// @vitest-environment happy-dom
/** The run through one's checks, as a user sees it: by keyboard and by hand, with and without the store. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Snapshot } from '../../extension/state/snapshot-types'
import type { Check } from '../../extension/state/types'
import { language } from '../../extension/text'
import { createAgenda } from '../../extension/views/popup/agenda'
import { Popup } from '../../extension/views/popup/Popup'
// Loaded beforehand: the popup asks for them when its store is there, and a test may be over by then.
import '../../extension/views/popup/Figures'
import '../../extension/views/popup/MyWork'
import { Welcome } from '../../extension/views/popup/Welcome'
import type { Draft } from '../../extension/views/shared/drafts'
import {
  CONFIRMED,
  check,
  createFakeDrafts,
  createFakeShell,
  createFakeStore,
  member,
  NOW,
  snapshotOf,
  TODAY,
} from './fake-store'
import './patience'

const CASH = check('kas', 'Kastelling', '2026-11-13')
const COMPLAINTS = check('klacht', 'Klachtenregister', TODAY)
const RIGHTS = check('rechten', 'Toegangsrechten', '2026-11-30')
const THREE = [CASH, COMPLAINTS, RIGHTS]

type Options = {
  readonly snapshot?: Snapshot
  readonly drafts?: Map<string, Draft>
  readonly ready?: boolean
  readonly connect?: boolean
  readonly mayAnswer?: (check: Check) => boolean
}

const open = (checks: readonly Check[], options: Options = {}) => {
  const { snapshot, drafts = new Map(), ready = true, connect = true, mayAnswer = () => true } = options
  const store = createFakeStore(checks, { ready, mayAnswer })
  const shell = createFakeShell()
  const agenda = createAgenda({ snapshot, drafts: createFakeDrafts(drafts) })
  if (connect) agenda.connect(store)
  const { unmount } = render(<Popup agenda={agenda} shell={shell} />)
  return { store, shell, agenda, unmount }
}

/** Presses a key where the focus is. */
const press = (key: string, more: Partial<KeyboardEventInit> = {}): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })
}
const type = (text: string): void => {
  fireEvent.input(document.activeElement as HTMLTextAreaElement, { target: { value: text } })
}
const row = (title: string): HTMLElement => {
  const item = screen.getByText(title, { selector: '.row-title' }).closest('li')
  if (!item) throw new Error(`${title} is not in a list`)
  return item
}
const head = (title: string): HTMLElement => within(row(title)).getAllByRole('button')[0] as HTMLElement
const titles = (): string[] =>
  Array.from(document.querySelectorAll('.row-title'), (element) => element.textContent ?? '')
const settled = (assertion: () => void) => waitFor(assertion)

beforeEach(() => {
  language.value = 'nl'
})
afterEach(cleanup)

describe('the list', () => {
  test('groups what is late, of today and soon, in that order, each due day absolute and relative', () => {
    open([RIGHTS, COMPLAINTS, CASH])
    const groups = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)
    expect(groups).toEqual(['Te laat1', 'Vandaag1', 'Binnenkort1'])
    expect(titles()).toEqual(['Kastelling', 'Klachtenregister', 'Toegangsrechten'])
    expect(row('Kastelling').textContent).toContain('vr 13 nov · 8 dagen te laat')
    expect(row('Klachtenregister').textContent).toContain('za 21 nov · vandaag')
    expect(row('Toegangsrechten').textContent).toContain('ma 30 nov · over 9 dagen')
  })

  test('names the department only when there are several', async () => {
    open(THREE)
    expect(screen.queryByText('Burgerzaken en onthaal')).toBeNull()
    cleanup()
    open([CASH, check('klacht', 'Klachtenregister', TODAY, { department: 'kla' })])
    expect(screen.getByText('Burgerzaken en onthaal')).toBeTruthy()
    expect(screen.getByText('Klachtenbehandeling en meldingen')).toBeTruthy()
  })

  test('shows a few of those that are due later, and the rest when asked', async () => {
    const soon = Array.from({ length: 7 }, (_, index) =>
      check(`c${index}`, `Controle ${index}`, '2026-11-30'),
    )
    open(soon)
    expect(titles()).toHaveLength(4)
    fireEvent.click(screen.getByRole('button', { name: 'Nog 3 controles tonen' }))
    await settled(() => expect(titles()).toHaveLength(7))
    await settled(() => expect(document.activeElement).toBe(head('Controle 4')))
  })

  test('says how far one is', () => {
    open([...THREE, check('d', 'Gedaan', '2026-11-30', { outcome: 'in-order', answeredAt: NOW })])
    expect(screen.getByText('1 van 4 gedaan deze periode')).toBeTruthy()
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(1)
  })

  test('opens with the focus on the first check', () => {
    open(THREE)
    expect(document.activeElement).toBe(head('Kastelling'))
  })
})

describe('run mode by keyboard', () => {
  test('1 answers in order and moves on; the answered row stays, ticked, with its status', async () => {
    const { store } = open(THREE)
    press('1')
    expect(store.said).toEqual([
      { about: CASH.about, room: CASH.room, verb: 'answer', outcome: 'in-order', note: '' },
    ])
    await settled(() => expect(document.activeElement).toBe(head('Klachtenregister')))
    expect(titles()).toEqual(['Kastelling', 'Klachtenregister', 'Toegangsrechten'])
    expect(within(row('Kastelling')).getByText('In orde')).toBeTruthy()
    expect(within(row('Kastelling')).getByText('op dit toestel')).toBeTruthy()
    store.lines.value = 'confirmed'
    await settled(() => expect(within(row('Kastelling')).getByText('bevestigd')).toBeTruthy())
  })

  test('0 answers not applicable', () => {
    const { store } = open(THREE)
    press('0')
    expect(store.said[0]?.outcome).toBe('not-applicable')
  })

  test('on a Belgian keyboard the digit keys answer without Shift', () => {
    const { store } = open(THREE)
    press('&', { code: 'Digit1' })
    press('à', { code: 'Digit0' })
    expect(store.said.map(({ outcome }) => outcome)).toEqual(['in-order', 'not-applicable'])
  })

  test.each([
    ['n', 'p'],
    ['j', 'k'],
    ['ArrowDown', 'ArrowUp'],
  ])('%s goes to the next check and %s back', async (next, previous) => {
    open(THREE)
    press(next)
    await settled(() => expect(document.activeElement).toBe(head('Klachtenregister')))
    press(previous)
    await settled(() => expect(document.activeElement).toBe(head('Kastelling')))
  })

  test.each([
    ['2', 'partly', 'Wat is nog niet in orde?'],
    ['3', 'not-in-order', 'Wat is er niet in orde?'],
  ])('%s asks for a note first and says both as one statement', async (key, outcome, question) => {
    const { store } = open(THREE)
    press(key)
    const note = await screen.findByLabelText(question)
    await settled(() => expect(document.activeElement).toBe(note))
    expect(store.said).toEqual([])
    type('Twee bedragen verschillen')
    press('Enter')
    expect(store.said).toEqual([
      { about: CASH.about, room: CASH.room, verb: 'answer', outcome, note: 'Twee bedragen verschillen' },
    ])
    await settled(() => expect(document.activeElement).toBe(head('Klachtenregister')))
  })

  test('Ctrl+Enter saves the note and Shift+Enter does not', async () => {
    const { store } = open(THREE)
    press('3')
    await screen.findByRole('textbox')
    type('Regel')
    press('Enter', { shiftKey: true })
    expect(store.said).toEqual([])
    press('Enter', { ctrlKey: true })
    expect(store.said).toHaveLength(1)
  })

  test('an owed note that is empty is asked for again, and nothing is said', async () => {
    const { store } = open(THREE)
    press('2')
    const note = await screen.findByRole('textbox')
    press('Enter')
    expect(await screen.findByText('Schrijf eerst wat er aan de hand is: één zin is genoeg.')).toBeTruthy()
    expect(note.getAttribute('aria-invalid')).toBe('true')
    expect(store.said).toEqual([])
  })

  test('Escape leaves the note; the check stays open, and the text is there again', async () => {
    const { store } = open(THREE)
    press('3')
    await screen.findByRole('textbox')
    type('Half geschreven')
    press('Escape')
    await settled(() => expect(screen.queryByRole('textbox')).toBeNull())
    expect(store.said).toEqual([])
    expect(within(row('Kastelling')).getByText('Toelichting begonnen')).toBeTruthy()
    await settled(() => expect(document.activeElement).toBe(head('Kastelling')))
    press('2')
    expect(((await screen.findByRole('textbox')) as HTMLTextAreaElement).value).toBe('Half geschreven')
  })

  test('digits typed in a note are text, not answers', async () => {
    const { store } = open(THREE)
    press('3')
    await screen.findByRole('textbox')
    press('1')
    expect(store.said).toEqual([])
  })

  test('c writes a note that goes along with the answer that follows', async () => {
    const { store } = open(THREE)
    press('c')
    await screen.findByLabelText('Toelichting')
    type('Samen met de politie')
    press('Enter')
    await settled(() => expect(screen.queryByRole('textbox')).toBeNull())
    press('1')
    expect(store.said).toEqual([
      {
        about: CASH.about,
        room: CASH.room,
        verb: 'answer',
        outcome: 'in-order',
        note: 'Samen met de politie',
      },
    ])
  })

  test('u undoes the last answer, brings one back to it, and keeps the note as a draft', async () => {
    const { store } = open(THREE)
    press('3')
    await screen.findByRole('textbox')
    type('Vergissing')
    press('Enter')
    await settled(() => expect(document.activeElement).toBe(head('Klachtenregister')))
    press('u')
    expect(store.said.map(({ verb }) => verb)).toEqual(['answer', 'undo'])
    await settled(() => expect(document.activeElement).toBe(head('Kastelling')))
    expect(within(row('Kastelling')).getByText('Toelichting begonnen')).toBeTruthy()
  })

  test('u says so when there is nothing to undo', async () => {
    const { store } = open(THREE)
    press('u')
    expect(await screen.findByText('Er is niets om ongedaan te maken.')).toBeTruthy()
    expect(store.said).toEqual([])
  })

  test('? shows the keys, and Escape brings one back to the check', async () => {
    open(THREE)
    press('?')
    const dialog = await screen.findByRole('dialog', { name: 'Hulp en sneltoetsen' })
    expect(within(dialog).getByText('Toelichting schrijven')).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Sluiten' }))
    await settled(() => expect(screen.queryByRole('dialog')).toBeNull())
    await settled(() => expect(document.activeElement).toBe(head('Kastelling')))
  })

  test('Enter opens the check in the dashboard, but presses a button that has the focus', () => {
    const { shell } = open(THREE)
    press('Enter')
    expect(shell.did).toEqual([`dashboard ${CASH.room} ${CASH.about}`])
    screen.getByRole('button', { name: 'Menu' }).focus()
    press('Enter')
    expect(shell.did).toHaveLength(1)
  })

  test("the browser's own shortcuts are left alone", () => {
    const { store } = open(THREE)
    press('1', { ctrlKey: true })
    press('0', { metaKey: true })
    expect(store.said).toEqual([])
  })

  test('all answers given, the last one says that everything is done', async () => {
    open([CASH])
    press('1')
    expect(await screen.findByText('Kastelling: In orde. Alles gedaan')).toBeTruthy()
  })

  test('moves on to checks that were not shown yet', async () => {
    const soon = Array.from({ length: 5 }, (_, index) =>
      check(`c${index}`, `Controle ${index}`, '2026-11-30'),
    )
    const { store } = open(soon)
    for (let count = 0; count < 5; count += 1) press('1')
    expect(store.said.map(({ about }) => about)).toEqual(soon.map(({ about }) => about))
  })
})

describe('run mode by hand', () => {
  test('the active row offers four answers, each a labelled button', () => {
    open(THREE)
    const answers = within(row('Kastelling')).getByRole('group', { name: 'Uitkomst' })
    expect(
      within(answers)
        .getAllByRole('button')
        .map((each) => each.textContent),
    ).toEqual(['In orde1', 'Deels2', 'Niet in orde3', 'N.v.t. (Niet van toepassing)0'])
  })

  test('a click answers; the second click of a double click does not undo it', async () => {
    const { store } = open(THREE)
    fireEvent.click(within(row('Kastelling')).getByRole('button', { name: /^In orde/ }), { detail: 1 })
    const undo = await within(row('Kastelling')).findByRole('button', { name: /^Ongedaan maken/ })
    fireEvent.click(undo, { detail: 2 })
    expect(store.said.map(({ verb }) => verb)).toEqual(['answer'])
    fireEvent.click(undo, { detail: 1 })
    expect(store.said.map(({ verb }) => verb)).toEqual(['answer', 'undo'])
  })

  test('a row that was opened by hand stays unfolded, so that nothing moves under the pointer', async () => {
    open(THREE)
    fireEvent.click(head('Klachtenregister'))
    await settled(() => expect(screen.getAllByRole('group', { name: 'Uitkomst' })).toHaveLength(2))
  })

  test('an earlier answer is taken back, not the last one', async () => {
    const { store } = open(THREE)
    press('1')
    press('1')
    fireEvent.click(await within(row('Kastelling')).findByRole('button', { name: /^Ongedaan maken/ }))
    expect(store.said[2]).toEqual({ about: CASH.about, room: CASH.room, verb: 'take-back' })
  })

  test('one who may not answer is told so', () => {
    const { store } = open(THREE, { mayAnswer: () => false })
    expect(screen.getByText('U kunt deze controle bekijken, maar niet beantwoorden.')).toBeTruthy()
    press('1')
    expect(store.said).toEqual([])
  })
})

describe('what others do meanwhile', () => {
  test('a new check waits behind a button once one has begun', async () => {
    const { store } = open([CASH, RIGHTS])
    press('n')
    store.arrive(COMPLAINTS)
    const button = await screen.findByRole('button', { name: '1 nieuwe controle tonen' })
    expect(titles()).toEqual(['Kastelling', 'Toegangsrechten'])
    fireEvent.click(button)
    await settled(() => expect(titles()).toEqual(['Kastelling', 'Klachtenregister', 'Toegangsrechten']))
  })

  test('before one touches anything the list simply follows', async () => {
    const { store } = open([CASH, RIGHTS])
    store.arrive(COMPLAINTS)
    await settled(() => expect(titles()).toEqual(['Kastelling', 'Klachtenregister', 'Toegangsrechten']))
  })

  test("another's answer is shown in its place and moves nothing", async () => {
    const { store } = open(THREE)
    press('n')
    store.arrive({ ...CASH, outcome: 'in-order', state: 'done', answeredBy: 'p01', answeredAt: NOW })
    expect(await within(row('Kastelling')).findByText('In orde · door An Verlinden')).toBeTruthy()
    expect(titles()).toEqual(['Kastelling', 'Klachtenregister', 'Toegangsrechten'])
  })

  test('does not retype the note one is writing', async () => {
    const { store } = open(THREE)
    press('3')
    await screen.findByRole('textbox')
    type('Mijn zin')
    store.arrive({ ...CASH, outcome: 'partly', note: 'Hun zin', state: 'done', answeredBy: 'p01' })
    await settled(() => expect(row('Kastelling').textContent).toContain('door An Verlinden'))
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Mijn zin')
  })

  test('answers that contradict each other come first, with who said what, and one settles them', async () => {
    const clash: Check = {
      ...COMPLAINTS,
      outcome: 'not-in-order',
      state: 'done',
      clash: true,
      heads: [
        { outcome: 'in-order', note: '', by: 'p05', at: NOW },
        { outcome: 'not-in-order', note: 'Eén klacht ontbreekt', by: 'p01', at: NOW },
      ],
    }
    const { store } = open([CASH, clash])
    expect(titles()).toEqual(['Klachtenregister', 'Kastelling'])
    expect(row('Klachtenregister').textContent).toContain('An VerlindenEén klacht ontbreekt')
    press('1')
    expect(store.said).toEqual([
      { about: clash.about, room: clash.room, verb: 'answer', outcome: 'in-order', note: '' },
    ])
  })

  test('a contradiction says who said what before the store is there', () => {
    const heads = [
      { outcome: 'in-order', note: '', by: 'p05', at: NOW },
      { outcome: 'not-in-order', note: 'Eén klacht ontbreekt', by: 'p01', at: NOW },
    ] as const
    const clash: Check = { ...COMPLAINTS, outcome: 'not-in-order', state: 'done', clash: true, heads }
    open([], { snapshot: snapshotOf([clash]), connect: false })
    expect(row('Klachtenregister').textContent).toContain('An VerlindenEén klacht ontbreekt')
  })

  test('a key control without evidence is not in order: it stays open, and says why', () => {
    const { store } = open([{ ...CASH, control: { ...CASH.control, isKey: true } }, COMPLAINTS])
    press('1')
    expect(store.said).toEqual([])
    expect(screen.getByText(/Kastelling: dit is een sleutelcontrole/)).toBeTruthy()
    expect(row('Kastelling').textContent).not.toContain('Ongedaan maken')
  })

  test('nor when it was ticked before the store was there; the popup says so as soon as it knows', async () => {
    const key = { ...CASH, control: { ...CASH.control, isKey: true } }
    const { store } = open([key], { snapshot: snapshotOf([key]), ready: false })
    press('1')
    store.ready.value = true
    await settled(() => expect(screen.getByText(/Kastelling: dit is een sleutelcontrole/)).toBeTruthy())
    expect(store.said).toEqual([])
    expect(row('Kastelling').textContent).not.toContain('Ongedaan maken')
  })
})

describe('what one wrote goes along', () => {
  const CLASH: Check = {
    ...COMPLAINTS,
    outcome: 'in-order',
    note: '',
    state: 'done',
    clash: true,
    answeredAt: NOW - 7 * 86_400_000,
    heads: [
      { outcome: 'not-in-order', note: 'Twee klachten zonder nummer', by: 'p05', at: NOW },
      { outcome: 'in-order', note: '', by: 'p01', at: NOW },
    ],
  }

  test.each([
    ['1', 'in-order'],
    ['0', 'not-applicable'],
  ])('when %s settles a contradiction', (key, outcome) => {
    const { store } = open([CLASH])
    press(key)
    expect(store.said).toMatchObject([{ outcome, note: 'Twee klachten zonder nummer' }])
  })

  test('when a contradiction of the stored view is settled before the store is there', async () => {
    const { store } = open([CLASH], { snapshot: snapshotOf([CLASH]), ready: false })
    press('1')
    expect(store.said).toEqual([])
    store.ready.value = true
    await settled(() =>
      expect(store.said).toMatchObject([{ outcome: 'in-order', note: 'Twee klachten zonder nummer' }]),
    )
  })

  test('with the note of whoever gave the answer that is chosen, each once', () => {
    const heads = [
      { outcome: 'in-order', note: 'Register volledig', by: 'p05', at: NOW },
      { outcome: 'in-order', note: 'Nagekeken met An', by: 'p01', at: NOW },
      { outcome: 'in-order', note: 'Register volledig', by: 'p03', at: NOW },
      { outcome: 'partly', note: 'Eén ontbreekt', by: 'p04', at: NOW },
    ] as const
    const { store } = open([{ ...CLASH, heads }])
    press('1')
    expect(store.said).toMatchObject([{ note: 'Register volledig\nNagekeken met An' }])
  })

  test('when an answer is corrected', async () => {
    const { store } = open(THREE)
    press('3')
    await screen.findByRole('textbox')
    type('Lade klemt')
    press('Enter')
    press('p')
    press('0')
    expect(store.said[1]).toMatchObject({ outcome: 'not-applicable', note: 'Lade klemt' })
  })

  test('and the count of what is done moves when a contradiction is settled', async () => {
    open([CLASH, RIGHTS])
    expect(screen.getByText('0 van 2 gedaan deze periode')).toBeTruthy()
    press('1')
    await settled(() => expect(screen.getByText('1 van 2 gedaan deze periode')).toBeTruthy())
  })
})

describe('drafts', () => {
  test('a half-typed note survives the closing of the popup, with its answer, and opens again', async () => {
    const drafts = new Map<string, Draft>()
    const { unmount } = open(THREE, { drafts })
    press('n')
    press('3')
    await screen.findByRole('textbox')
    type('Half')
    unmount()
    expect(drafts.get(`${COMPLAINTS.room}|${COMPLAINTS.about}`)).toEqual({
      outcome: 'not-in-order',
      note: 'Half',
    })
    const { store } = open(THREE, { drafts, snapshot: snapshotOf(THREE) })
    const note = screen.getByLabelText<HTMLTextAreaElement>('Wat is er niet in orde?')
    expect(note.value).toBe('Half')
    await settled(() => expect(document.activeElement).toBe(note))
    press('Enter')
    expect(store.said[0]).toEqual({
      about: COMPLAINTS.about,
      room: COMPLAINTS.room,
      verb: 'answer',
      outcome: 'not-in-order',
      note: 'Half',
    })
    expect(drafts.size).toBe(0)
    expect(await within(row('Klachtenregister')).findByText('op dit toestel')).toBeTruthy()
  })

  test('a note with an answer that was begun opens again without a stored view too', async () => {
    const drafts = new Map<string, Draft>([
      [`${COMPLAINTS.room}|${COMPLAINTS.about}`, { outcome: 'partly', note: 'Half' }],
    ])
    open(THREE, { drafts })
    expect(screen.getByLabelText<HTMLTextAreaElement>('Wat is nog niet in orde?').value).toBe('Half')
  })

  test('the same control in two departments has two drafts', async () => {
    const drafts = new Map<string, Draft>()
    open([CASH, check('kas', 'Kastelling KLA', '2026-11-13', { department: 'kla' })], { drafts })
    press('n')
    press('3')
    await screen.findByRole('textbox')
    type('Alleen hier')
    expect([...drafts.keys()]).toEqual(['dept/kla/2026|check:kas/2026-11'])
  })
})

describe('before the store is there', () => {
  test('the stored view is painted at once', () => {
    open([], { connect: false, snapshot: snapshotOf(THREE, { done: 1, total: 4 }) })
    expect(screen.getByText('Gemeente Zandrode')).toBeTruthy()
    expect(screen.getByText('Els Peeters')).toBeTruthy()
    expect(titles()).toEqual(['Kastelling', 'Klachtenregister', 'Toegangsrechten'])
    expect(screen.getByText('1 van 4 gedaan deze periode')).toBeTruthy()
    expect(screen.getByText('Alles bevestigd 14:02')).toBeTruthy()
  })

  test('keys are heard, and said once the store is ready', async () => {
    const { store } = open(THREE, { snapshot: snapshotOf(THREE), ready: false })
    press('1')
    press('3')
    await screen.findByRole('textbox')
    type('Twee klachten zonder datum')
    press('Enter')
    expect(store.said).toEqual([])
    expect(within(row('Kastelling')).getByText('wordt bewaard')).toBeTruthy()
    store.ready.value = true
    expect(store.said.map(({ about, outcome, note }) => [about, outcome, note])).toEqual([
      [CASH.about, 'in-order', ''],
      [COMPLAINTS.about, 'not-in-order', 'Twee klachten zonder datum'],
    ])
    await settled(() => expect(within(row('Kastelling')).getByText('op dit toestel')).toBeTruthy())
    expect(document.activeElement).toBe(head('Toegangsrechten'))
  })

  test('an answer undone before the store is ready is never said', () => {
    const { store } = open(THREE, { snapshot: snapshotOf(THREE), ready: false })
    press('1')
    press('u')
    store.ready.value = true
    expect(store.said).toEqual([])
  })

  test('an answer on what someone else has answered meanwhile is not said over theirs', async () => {
    const theirs: Check = {
      ...CASH,
      outcome: 'not-in-order',
      state: 'done',
      answeredBy: 'p01',
      note: 'Kapot',
    }
    const { store } = open([theirs, COMPLAINTS], { snapshot: snapshotOf(THREE), ready: false })
    press('1')
    store.ready.value = true
    expect(store.said).toEqual([])
    expect(await screen.findByText(/Kastelling: intussen door iemand anders beantwoord/)).toBeTruthy()
    press('u')
    expect(store.said).toEqual([])
  })

  test('a note given with it is kept as a draft', async () => {
    const theirs: Check = { ...CASH, outcome: 'in-order', state: 'done', answeredBy: 'p01' }
    const drafts = new Map<string, Draft>()
    const { store } = open([theirs, COMPLAINTS], { snapshot: snapshotOf(THREE), ready: false, drafts })
    press('3')
    await screen.findByRole('textbox')
    type('Er ontbreekt geld')
    press('Enter')
    store.ready.value = true
    expect(store.said).toEqual([])
    expect(drafts.get(`${CASH.room}|${CASH.about}`)).toEqual({ note: 'Er ontbreekt geld' })
  })

  test('a check that is no longer one’s own is not answered', () => {
    const { store } = open([COMPLAINTS], { snapshot: snapshotOf(THREE), ready: false })
    press('n')
    press('p')
    store.ready.value = true
    press('1')
    expect(store.said).toEqual([])
  })

  test('nothing is said to be missing while it is not known who one is', async () => {
    const { store } = open(THREE, { connect: false })
    cleanup()
    store.me.value = undefined
    const agenda = createAgenda({ snapshot: undefined, drafts: createFakeDrafts() })
    agenda.connect(store)
    render(<Popup agenda={agenda} shell={createFakeShell()} />)
    store.sync.value = { ...CONFIRMED, word: 'offline', online: false }
    expect(await screen.findByText(/Ze verschijnen hier vanzelf/)).toBeTruthy()
    expect(screen.queryByText('Geen controles op uw naam')).toBeNull()
    store.me.value = member('p05', 'Els Peeters')
    await settled(() => expect(titles()).toEqual(['Kastelling', 'Klachtenregister', 'Toegangsrechten']))
  })

  test('without a stored view it says that it is reading, not that there is nothing', () => {
    open([], { connect: false })
    expect(screen.getByText('Uw controles worden van dit toestel gelezen.')).toBeTruthy()
    expect(screen.queryByText('Geen controles op uw naam')).toBeNull()
  })
})

describe('nothing to do', () => {
  const DONE = check('d', 'Gedaan', '2026-11-30', { outcome: 'in-order', answeredAt: NOW })

  test('says until when all is done, and which control comes next', () => {
    open([DONE, check('n', 'Jaarlijkse telling', '2026-12-31', { opens: '2026-12-01' })])
    expect(screen.getByText('Alles gedaan tot di 1 dec')).toBeTruthy()
    expect(screen.getByText('Jaarlijkse telling')).toBeTruthy()
    expect(screen.getByText('Uiterlijk do 31 dec')).toBeTruthy()
  })

  test('without a next control the way leads to the dashboard', () => {
    const { shell } = open([DONE])
    expect(screen.getByText('Alles gedaan')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Dashboard openen' }))
    expect(shell.did).toEqual(['dashboard'])
  })

  test('one without controls is told whom to ask', () => {
    open([])
    expect(screen.getByText('Geen controles op uw naam')).toBeTruthy()
    expect(screen.getByText(/Vraag uw coördinator/)).toBeTruthy()
  })

  test('not signed in: one button, which leads to signing in', () => {
    const shell = createFakeShell()
    render(<Welcome shell={shell} />)
    fireEvent.click(screen.getByRole('button', { name: 'Aanmelden' }))
    expect(shell.did).toEqual(['options'])
  })
})

describe('the one word on sync', () => {
  test.each([
    [{ word: 'confirmed' }, 'Alles bevestigd 14:02'],
    [{ word: 'here', unsent: 1 }, '1 wijziging op dit toestel'],
    [{ word: 'here', unsent: 7 }, '7 wijzigingen op dit toestel'],
    [{ word: 'offline', online: false }, 'Geen verbinding, werk gaat door'],
    [{ word: 'offline', online: false, unsent: 2 }, 'Geen verbinding · 2 op dit toestel'],
    [{ word: 'not-saved', problem: 'disk-full' }, 'Niet opgeslagen'],
    [{ word: 'refused', problem: 'refused-by-gate' }, 'Geweigerd door de server'],
    [{ word: 'signed-out', problem: 'signed-out' }, 'Afgemeld'],
  ] as const)('%j reads "%s"', async (more, words) => {
    const { store } = open(THREE)
    store.sync.value = { ...CONFIRMED, ...more }
    expect(await screen.findByRole('button', { name: words })).toBeTruthy()
  })

  test('what is not saved can be kept in a rescue file', async () => {
    const { store, shell } = open(THREE)
    store.sync.value = { ...CONFIRMED, word: 'not-saved', problem: 'disk-full', unsent: 2 }
    fireEvent.click(await screen.findByRole('button', { name: 'Reddingsbestand downloaden' }))
    expect(shell.files.map(({ name }) => name)).toEqual(['waarborg-2026-11-21.json'])
  })

  test('one who is signed out is led to signing in', async () => {
    const { store, shell } = open(THREE)
    store.sync.value = { ...CONFIRMED, word: 'signed-out', problem: 'signed-out' }
    fireEvent.click(await screen.findByRole('button', { name: 'Opnieuw aanmelden' }))
    expect(shell.did).toEqual(['options'])
  })

  test('says what it means, when pressed', async () => {
    open(THREE)
    fireEvent.click(screen.getByRole('button', { name: 'Alles bevestigd 14:02' }))
    const dialog = await screen.findByRole('dialog', { name: 'Alles bevestigd 14:02' })
    expect(within(dialog).getByText('Alles wat u deed, staat op de schijf van de server.')).toBeTruthy()
  })

  test('is read out politely when the work becomes less safe, and not at every count', async () => {
    const { store } = open(THREE)
    const spoken = () => screen.getAllByRole('status').map((each) => each.textContent)
    store.sync.value = { ...CONFIRMED, word: 'here', unsent: 3 }
    await settled(() => expect(screen.getByText('3 wijzigingen op dit toestel')).toBeTruthy())
    expect(spoken()).not.toContain('3 wijzigingen op dit toestel')
    store.sync.value = { ...CONFIRMED, word: 'offline', online: false }
    await settled(() => expect(spoken()).toContain('Geen verbinding, werk gaat door'))
  })
})

describe('the menu', () => {
  const choose = (name: string) => {
    fireEvent.click(screen.getByRole('button', { name: 'Menu' }))
    fireEvent.click(screen.getByRole('button', { name }))
  }

  test('leads to the dashboard, the settings and the other language', () => {
    const { shell } = open(THREE)
    choose('Dashboard openen')
    choose('Instellingen')
    choose('English')
    expect(shell.did).toEqual(['dashboard', 'options', 'language en'])
  })

  test('another language changes every word at once, and the due days', async () => {
    open(THREE)
    language.value = 'en'
    await settled(() => expect(row('Kastelling').textContent).toContain('Fri 13 Nov · 8 days late'))
    expect(screen.getByText('Today', { exact: false, selector: 'h2 span' })).toBeTruthy()
  })

  test('signing out says what is not on the server yet, and asks first', async () => {
    const { store, shell } = open(THREE)
    store.sync.value = { ...CONFIRMED, word: 'here', unsent: 2 }
    choose('Afmelden')
    const dialog = await screen.findByRole('dialog', { name: 'Afmelden op dit toestel?' })
    expect(dialog.textContent).toContain('2 wijzigingen staan nog niet op de server.')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Toch afmelden' }))
    await settled(() => expect(shell.did).toEqual(['reload']))
  })
})
