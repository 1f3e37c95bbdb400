import { expect, test } from 'vitest'
import { keyFrom } from '../../shared/commands/change'
import { answerCheck, takeBackCheck } from '../../shared/commands/checks'
import { addControl, assignControl, endControl, removeControl } from '../../shared/commands/controls'
import { addDepartment, changeDepartment, removeDepartment } from '../../shared/commands/departments'
import { addMember, changeMember, objectionToMember, removeMember } from '../../shared/commands/members'
import { nameOrganisation } from '../../shared/commands/organisation'
import { say } from '../../shared/commands/say'
import { undoStatement } from '../../shared/commands/undo'
import type { RunningFold } from '../../shared/fold'
import { control } from '../../shared/kinds/control'
import { department } from '../../shared/kinds/department'
import { type Kind, readRecord } from '../../shared/kinds/kind'
import { member } from '../../shared/kinds/member'
import { isKey, parse, type Statement, toTuple } from '../../shared/statement'
import { grant, makeAuthor, makeOrg, makeStatement, moment, recordsOf, valuesOf } from '../make'

const CHECK = { control: 'c065', period: '2026-11' }
const ABOUT = 'check:c065/2026-11'
const els = makeAuthor('els')
const jan = makeAuthor('jan')

/** Puts statements into records, and makes sure that they are such as a ledger takes. */
const put = (records: RunningFold, statements: readonly Statement[]): Statement => {
  for (const statement of statements) expect(parse(toTuple(statement))).toEqual(statement)
  records.insert(records.length, statements)
  return statements[0] as Statement
}
const read = <K extends Kind>(records: RunningFold, kind: K, key: string) => {
  const folded = records.get(`${kind.name}:${key}`)
  return folded && readRecord(kind, folded)
}

test('an answer says outcome, note and who did it in one statement', () => {
  const [statement, ...more] = answerCheck(
    recordsOf([]),
    { ...CHECK, outcome: 'partly', note: 'Eén te weinig.' },
    els,
  )
  expect(more).toEqual([])
  expect(statement).toMatchObject({
    by: 'els',
    about: ABOUT,
    set: { outcome: 'partly', note: 'Eén te weinig.', performer: 'els' },
  })
  expect(statement).not.toHaveProperty('over')
})

test('a correction replaces what was seen and leaves the rest unsaid', () => {
  const records = recordsOf([])
  const first = put(
    records,
    answerCheck(records, { ...CHECK, outcome: 'partly', note: 'Eén te weinig.' }, els),
  )
  const correction = put(
    records,
    answerCheck(records, { ...CHECK, outcome: 'in-order', note: 'Eén te weinig.' }, els),
  )
  expect(correction.set).toEqual({ outcome: 'in-order' })
  expect(correction.over).toEqual({ outcome: [first.id] })
})

test('saying what stands already says nothing', () => {
  const records = recordsOf([])
  put(records, answerCheck(records, { ...CHECK, outcome: 'in-order' }, els))
  expect(answerCheck(records, { ...CHECK, outcome: 'in-order' }, els)).toEqual([])
})

test('an answer to a clash settles it, also when it agrees with the last one', () => {
  const records = recordsOf([])
  const blind = recordsOf([])
  put(records, answerCheck(blind, { ...CHECK, outcome: 'in-order' }, els))
  put(records, answerCheck(blind, { ...CHECK, outcome: 'partly' }, jan))
  expect(records.get(ABOUT)?.fields.get('outcome')?.clash).toBe(true)
  put(records, answerCheck(records, { ...CHECK, outcome: 'partly' }, jan))
  expect(valuesOf(records.get(ABOUT))).toMatchObject({ outcome: 'partly', performer: 'jan' })
})

test('a clash of three hundred, made to hurt, is settled by statements that a ledger takes', () => {
  const records = recordsOf(Array.from({ length: 300 }, (_, n) => makeStatement({ set: { outcome: n } })))
  for (let turn = 0; turn < 2; turn += 1)
    put(records, answerCheck(records, { ...CHECK, outcome: 'in-order' }, els))
  expect(valuesOf(records.get(ABOUT))).toMatchObject({ outcome: 'in-order' })
})

test('taking an answer back leaves the check open, and its history whole', () => {
  const records = recordsOf([])
  put(records, answerCheck(records, { ...CHECK, outcome: 'partly', note: 'x' }, els))
  put(records, takeBackCheck(records, CHECK, els))
  expect(valuesOf(records.get(ABOUT))).toEqual({ outcome: null, note: null, performer: null })
  expect(records.get(ABOUT)?.statements).toHaveLength(2)
  expect(takeBackCheck(records, CHECK, els)).toEqual([])
})

test('undo of a correction brings back what stood before', () => {
  const records = recordsOf([])
  put(records, answerCheck(records, { ...CHECK, outcome: 'partly', note: 'x' }, els))
  const wrong = put(records, answerCheck(records, { ...CHECK, outcome: 'in-order', note: 'y' }, els))
  put(records, undoStatement(records.get(ABOUT), wrong.id, els))
  expect(valuesOf(records.get(ABOUT))).toEqual({ outcome: 'partly', note: 'x', performer: 'els' })
})

test('undo of a first answer opens the check again', () => {
  const records = recordsOf([])
  const wrong = put(records, answerCheck(records, { ...CHECK, outcome: 'in-order' }, els))
  put(records, undoStatement(records.get(ABOUT), wrong.id, els))
  expect(valuesOf(records.get(ABOUT))).toEqual({ outcome: null, performer: null })
})

test('undo can itself be undone', () => {
  const records = recordsOf([])
  const first = put(records, answerCheck(records, { ...CHECK, outcome: 'partly' }, els))
  const undone = put(records, undoStatement(records.get(ABOUT), first.id, els))
  put(records, undoStatement(records.get(ABOUT), undone.id, els))
  expect(valuesOf(records.get(ABOUT))).toEqual({ outcome: 'partly', performer: 'els' })
})

test('undo leaves alone what someone has changed since', () => {
  const records = recordsOf([])
  const mine = put(records, answerCheck(records, { ...CHECK, outcome: 'partly', note: 'x' }, els))
  put(records, say(records, ABOUT, { outcome: 'in-order' }, jan))
  put(records, undoStatement(records.get(ABOUT), mine.id, els))
  expect(valuesOf(records.get(ABOUT))).toEqual({ outcome: 'in-order', note: null, performer: null })
})

test('undo of one of two answers given apart leaves the other one standing, without a clash', () => {
  const [records, blind] = [recordsOf([]), recordsOf([])]
  const mine = put(records, answerCheck(blind, { ...CHECK, outcome: 'in-order' }, els))
  put(records, answerCheck(blind, { ...CHECK, outcome: 'partly', note: 'x' }, jan))
  put(records, undoStatement(records.get(ABOUT), mine.id, els))
  expect(valuesOf(records.get(ABOUT))).toEqual({ outcome: 'partly', note: 'x', performer: 'jan' })
})

test("undo of another's statement, of one that is replaced, or of none says nothing", () => {
  const records = recordsOf([])
  const theirs = put(records, answerCheck(records, { ...CHECK, outcome: 'partly' }, jan))
  expect(undoStatement(records.get(ABOUT), theirs.id, els)).toEqual([])
  expect(undoStatement(records.get(ABOUT), 'AAAAAAAAAAAAAAAA', els)).toEqual([])
  expect(undoStatement(undefined, theirs.id, jan)).toEqual([])
  put(records, answerCheck(records, { ...CHECK, outcome: 'in-order', performer: 'els' }, els))
  expect(undoStatement(records.get(ABOUT), theirs.id, jan)).toEqual([])
})

test('a member is added with roles, changed and removed', () => {
  const org = makeOrg({ an: [grant('director')] })
  const roles = [grant('auditor', [], '2027-11-21'), grant('manager', ['tec'])]
  put(org, addMember(org, 'katrien', { name: 'Katrien Segers', title: 'Auditor', roles }, els))
  expect(read(org, member, 'katrien')).toMatchObject({
    name: 'Katrien Segers',
    title: 'Auditor',
    roles,
    gone: false,
  })
  put(org, changeMember(org, 'katrien', { title: 'Extern auditor', name: undefined }, els))
  expect(read(org, member, 'katrien')).toMatchObject({ name: 'Katrien Segers', title: 'Extern auditor' })
  put(org, removeMember(org, 'katrien', els))
  expect(read(org, member, 'katrien')?.gone).toBe(true)
  put(org, addMember(org, 'katrien', { name: 'Katrien Segers', title: '', roles: [] }, els))
  expect(read(org, member, 'katrien')).toMatchObject({ gone: false, roles: [] })
})

test('the last director is neither removed nor demoted, and the reason can be asked', () => {
  const org = makeOrg({ an: [grant('director')], els: [grant('manager', ['tec'])] })
  expect(removeMember(org, 'an', els)).toEqual([])
  expect(changeMember(org, 'an', { roles: [grant('coordinator')] }, els)).toEqual([])
  expect(changeMember(org, 'an', { roles: null }, els)).toEqual([])
  expect(changeMember(org, 'an', { roles: [grant('director', [], '2026-01-01')] }, els)).toEqual([])
  expect(objectionToMember(org, 'an', [], els.at)).toBe('last-director')
  expect(objectionToMember(org, 'els', [], els.at)).toBeUndefined()
})

test('a director may change name and function, and give other roles beside', () => {
  const org = makeOrg({ an: [grant('director')] })
  put(
    org,
    changeMember(org, 'an', { title: 'Algemeen directeur', roles: [grant('director'), grant('team')] }, els),
  )
  expect(read(org, member, 'an')?.roles).toHaveLength(2)
})

test('one of two directors may go; whose term is over does not count as the other', () => {
  const two = makeOrg({ an: [grant('director')], bo: [grant('director', [], '2026-12-31')] })
  expect(removeMember(two, 'an', makeAuthor('bo', moment('2026-12-31')))).toHaveLength(1)
  expect(removeMember(two, 'an', makeAuthor('an', moment('2027-01-01')))).toEqual([])
})

test('a department is added, renamed and removed', () => {
  const org = makeOrg({ an: [grant('director')] }, [])
  put(org, addDepartment(org, 'tec', { name: 'Techniek', cluster: 'Ruimte', place: '01' }, els))
  put(org, changeDepartment(org, 'tec', { name: 'Technische uitvoering' }, els))
  expect(read(org, department, 'tec')).toMatchObject({
    name: 'Technische uitvoering',
    cluster: 'Ruimte',
    place: '01',
  })
  put(org, removeDepartment(org, 'tec', els))
  expect(read(org, department, 'tec')?.gone).toBe(true)
})

test('a control is added, assigned, ended and removed', () => {
  const org = recordsOf([])
  put(org, addControl(org, 'c1', { title: 'Kas geteld', theme: 'financieel', rhythm: 'monthly' }, els))
  put(org, assignControl(org, 'c1', { departments: ['fin', 'cul'], performers: ['p02'] }, els))
  put(org, assignControl(org, 'c1', { departments: ['fin'] }, els))
  expect(read(org, control, 'c1')).toMatchObject({
    departments: ['fin'],
    performers: ['p02'],
    rhythm: 'monthly',
  })
  put(org, endControl(org, 'c1', '2026-12-31', els))
  expect(read(org, control, 'c1')?.until).toBe('2026-12-31')
  put(org, removeControl(org, 'c1', els))
  expect(read(org, control, 'c1')?.gone).toBe(true)
})

test('the organisation has a name', () => {
  const org = recordsOf([])
  put(org, nameOrganisation(org, 'Gemeente Zandrode', els))
  expect(nameOrganisation(org, 'Gemeente Zandrode', els)).toEqual([])
})

test('a key made from a name is readable, fit for a room name, and not the same twice', () => {
  expect(keyFrom('Els Goossens', 'AbCdEfGh12345678')).toMatch(/^els-goossens-[a-z0-9]{4}$/)
  expect(keyFrom('Zoë D’Hondt', 'x')).toMatch(/^zoe-d-hondt-/)
  for (const name of ['', '…', '北京', 'A'.repeat(200), '-x-', 'Gemeente & OCMW'])
    expect(isKey(keyFrom(name, 'AbCdEfGh12345678')), name).toBe(true)
  expect(keyFrom('Els', 'AbCdEfGh12345678')).not.toBe(keyFrom('Els', 'AbCdEfGh12345679'))
})
