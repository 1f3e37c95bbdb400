/** What people do in a simulation: on the page that they have before them, with the commands of the product. */
import { mayWrite } from '../../shared/access'
import { answerCheck, takeBackCheck } from '../../shared/commands/checks'
import {
  addControl,
  addTheme,
  assignControl,
  changeControl,
  endControl,
  removeControl,
} from '../../shared/commands/controls'
import { addDepartment, changeDepartment, removeDepartment } from '../../shared/commands/departments'
import { giveFigure } from '../../shared/commands/measurements'
import { addMember, changeMember, removeMember } from '../../shared/commands/members'
import { closeYear, nameOrganisation, reopenYear } from '../../shared/commands/organisation'
import { type Author, say } from '../../shared/commands/say'
import { undoStatement } from '../../shared/commands/undo'
import type { RunningFold } from '../../shared/fold'
import { OUTCOMES } from '../../shared/kinds/check'
import type { Grant } from '../../shared/kinds/member'
import { parseRoom } from '../../shared/rooms'
import { type Json, type Statement, sameJson, type Tuple, toTuple } from '../../shared/statement'
import type { Chance } from './chance'
import {
  type Act,
  DEPARTMENTS,
  ledgerOf,
  orgOf,
  type Page,
  PEOPLE,
  type Said,
  timeOf,
  type World,
} from './world'

type Command = (seen: RunningFold, author: Author) => readonly Statement[]

/** Someone does something on a page, if he may. @returns whether anything was said */
export const act = (world: World, page: Page): boolean => {
  const { chance } = world
  const rooms = [...page.rooms.keys()].filter((room) => mayWriteIn(world, page, room))
  if (rooms.length === 0) return false
  // The work of every day is in the rooms of departments.
  const daily = rooms.filter((room) => room !== 'org')
  const room = daily.length > 0 && chance.flip(0.8) ? chance.pick(daily) : chance.pick(rooms)
  if (chance.flip(0.15)) return undoLast(world, page)
  const many = chance.flip(world.haste) ? chance.between(5, 40) : 1
  let said = false
  for (let n = 0; n < many; n++) said = sayOnce(world, page, room) || said
  return said
}

const sayOnce = (world: World, page: Page, room: string): boolean => {
  const command = room === 'org' ? pickForOrg(world) : pickForRoom(world.chance, room)
  return sayIn(world, page, room, command)
}

export const mayWriteIn = (world: World, page: Page, room: string): boolean => {
  const place = parseRoom(room)
  return (
    place !== undefined &&
    ledgerOf(page, room) !== undefined &&
    mayWrite(orgOf(page), page.member, place, timeOf(world, page))
  )
}

/** Runs a command as the store does, and looks at once whether it stands as it was meant. */
export const sayIn = (world: World, page: Page, room: string, command: Command): boolean => {
  const ledger = ledgerOf(page, room)
  if (!ledger) return false
  const author = { by: page.member, at: timeOf(world, page), id: world.chance.id }
  const statements = command(ledger.fold, author)
  for (const statement of statements) {
    const folded = ledger.fold.get(statement.about)
    const replaces = new Set(folded?.statements.map(({ id }) => id))
    const before = new Map(
      Object.keys(statement.set).map((field) => {
        const standing = folded?.fields.get(field)
        return [field, { value: standing?.value ?? null, isClash: standing?.clash ?? false }]
      }),
    )
    const said = push(world, page, room, statement, replaces)
    page.acts.push({ said, before })
    for (const [field, value] of Object.entries(said.set)) {
      const standing = ledger.fold.get(said.about)?.fields.get(field)
      if (!standing || standing.clash || !sameJson(standing.value, value))
        world.fail(`${field} of ${said.about} does not stand as ${page.name} just said in ${said.id}`)
    }
  }
  return statements.length > 0
}

const push = (
  world: World,
  page: Page,
  room: string,
  statement: Statement,
  replaces: ReadonlySet<string>,
  isNewer = page.isNewer,
): Said => {
  const { chance } = world
  const tuple = isNewer && chance.flip(0.7) ? newerTuple(statement, chance) : toTuple(statement)
  const set = tuple[5] as Said['set']
  const { id, by, about } = statement
  const said: Said = { id, tuple, room, by, about, set, replaces, page, stored: false, confirmed: false }
  world.said.set(id, said)
  page.waiting.add(said)
  world.note(`${page.name} says in ${room} ${JSON.stringify(tuple)}`)
  const { doc } = ledgerOf(page, room) as NonNullable<ReturnType<typeof ledgerOf>>
  doc.transact(() => doc.getArray<Tuple>('statements').push([tuple]))
  return said
}

/** As a version will write that is not there yet: an eighth element, and fields nobody knows. */
const newerTuple = ({ id, at, by, about, set, over = {} }: Statement, chance: Chance): Tuple => [
  2,
  id,
  at,
  by,
  about,
  { ...set, [`since${id.replace(/[^A-Za-z0-9]/g, '')}`]: { depth: [1, { a: null }] } },
  over,
  chance.pick([null, 'signature', { key: [1.5, true, null] }]),
]

/** Takes back what was done last on this page and not taken back yet. */
const undoLast = (world: World, page: Page): boolean => {
  const last = page.acts.pop()
  if (!last || !mayWriteIn(world, page, last.said.room)) return false
  const { room, about, id } = last.said
  const ledger = ledgerOf(page, room)
  const fold = ledger?.fold.get(about)
  if (!ledger || !fold) return false
  const author = { by: page.member, at: timeOf(world, page), id: world.chance.id }
  const [statement] = undoStatement(fold, id, author)
  if (!statement) return false
  const alone = Object.keys(statement.set).filter((field) => fold.fields.get(field)?.heads.length === 1)
  push(world, page, room, statement, new Set(Object.values(statement.over ?? {}).flat()), false)
  for (const field of alone) checkUndone(world, last, field, ledger.fold.get(about)?.fields.get(field)?.value)
  return true
}

const checkUndone = (world: World, { said, before }: Act, field: string, now: Json | undefined): void => {
  const old = before.get(field)
  if (old && !old.isClash && !sameJson(now ?? null, old.value))
    world.fail(`undo of ${said.id} leaves ${field} of ${said.about} at ${JSON.stringify(now)}`)
}

// --- Commands ---

const NOTES = ['', 'Eén kaart te weinig.', 'Sleutel 7 ontbreekt', '𝌆 \u0000 "x"', 'Zie verslag.'] as const
const CONTROLS = ['kas', 'loket', 'sleutels'] as const
const INDICATOR = { key: 'fi01', data: 'proportion', factor: 100, chart: 'p' } as const

const pickForRoom = (chance: Chance, room: string): Command => {
  const place = parseRoom(room)
  if (place?.kind !== 'year')
    return (seen, by) =>
      say(
        seen,
        chance.pick(['finding:f1', 'risk:r1', 'plan:k2f7']),
        { name: chance.pick(NOTES), rank: chance.below(3) },
        by,
      )
  const control = chance.pick(CONTROLS)
  const period = `${place.year}-${chance.pick(['11', '10', 'Q4', 'W47', 'H2'])}`
  return chance.weigh<Choice>([
    {
      weight: 10,
      command: (seen, by) => {
        const outcome = chance.pick(OUTCOMES)
        return answerCheck(seen, { control, period, outcome, note: chance.pick(NOTES) }, by)
      },
    },
    { weight: 3, command: (seen, by) => takeBackCheck(seen, { control, period }, by) },
    { weight: 2, command: (seen, by) => settleClash(seen, chance, by) },
    {
      weight: 2,
      command: (seen, by) =>
        giveFigure(
          seen,
          INDICATOR,
          period,
          { numerator: chance.below(50), denominator: 50, reason: chance.pick(NOTES) },
          by,
        ),
    },
    { weight: 1, command: (seen, by) => say(seen, `riddle:${chance.below(3)}`, { gone: chance.flip() }, by) },
  ]).command
}

/** Settles a clash that is open in this room, by hand. */
const settleClash = (seen: RunningFold, chance: Chance, by: Author): Statement[] => {
  const open = [...seen.all()].flatMap(({ about, fields }) =>
    [...fields].filter(([, { clash }]) => clash).map(([field, { heads }]) => ({ about, field, heads })),
  )
  if (open.length === 0) return []
  const { about, field, heads } = chance.pick(open)
  return say(seen, about, { [field]: chance.pick(heads).set[field] ?? null }, by)
}

/** Somebody who may steers: what others are doing at that moment may be refused for it. */
export const steer = (world: World): void => {
  const able = [...world.pages].filter((page) => mayWriteIn(world, page, 'org'))
  if (able.length > 0)
    sayIn(world, world.chance.pick(able), 'org', world.chance.weigh(steering(world.chance)).command)
}

type Choice = { readonly weight: number; readonly command: Command }

const pickForOrg = ({ chance, isSteered }: World): Command =>
  chance.weigh(isSteered && chance.flip(0.3) ? steering(chance) : library(chance)).command

/** What changes nothing in who may do what. */
const library = (chance: Chance): Choice[] => {
  const key = chance.pick([...CONTROLS, `c${chance.below(4)}`])
  const department = chance.pick(DEPARTMENTS)
  const departments = DEPARTMENTS.filter(() => chance.flip())
  const title = chance.pick(NOTES)
  const month = chance.between(1, 12)
  const place = chance.pick(['a', 'b'])
  return [
    { weight: 3, command: (seen, by) => addControl(seen, key, { title, theme: 'fin', departments }, by) },
    { weight: 3, command: (seen, by) => changeControl(seen, key, { month }, by) },
    { weight: 3, command: (seen, by) => assignControl(seen, key, { departments, performers: ['p05'] }, by) },
    { weight: 1, command: (seen, by) => endControl(seen, key, '2026-12-31', by) },
    { weight: 1, command: (seen, by) => removeControl(seen, key, by) },
    { weight: 1, command: (seen, by) => addTheme(seen, 'fin', { name: title }, by) },
    { weight: 1, command: (seen, by) => nameOrganisation(seen, title, by) },
    { weight: 1, command: (seen, by) => changeDepartment(seen, department, { place }, by) },
  ]
}

const steering = (chance: Chance): Choice[] => {
  const department = chance.pick(DEPARTMENTS)
  const year = chance.pick([2025, 2026, 2026])
  // The director and the coordinator stay, for somebody has to steer.
  const member = chance.pick(Object.keys(PEOPLE).filter((key) => key !== 'p01' && key !== 'p02'))
  const roles = chance.flip() ? rolesFrom(chance) : (PEOPLE[member] ?? [])
  return [
    { weight: 5, command: (seen, by) => closeYear(seen, department, year, 'hash', by) },
    { weight: 3, command: (seen, by) => reopenYear(seen, department, year, by) },
    { weight: 4, command: (seen, by) => changeMember(seen, member, { roles }, by) },
    { weight: 1, command: (seen, by) => removeMember(seen, member, by) },
    { weight: 2, command: (seen, by) => restoreMember(seen, member, by) },
    { weight: 0.5, command: (seen, by) => removeDepartment(seen, department, by) },
    { weight: 1, command: (seen, by) => addDepartment(seen, department, { name: department }, by) },
  ]
}

/** Gives somebody back what he had at the start, and more. */
export const restoreMember = (
  seen: RunningFold,
  member: string,
  by: Author,
  more: readonly Grant[] = [],
): Statement[] =>
  addMember(seen, member, { name: member, title: '', roles: [...(PEOPLE[member] ?? []), ...more] }, by)

const rolesFrom = (chance: Chance): Grant[] => {
  const departments = DEPARTMENTS.filter(() => chance.flip())
  const role = chance.pick(['manager', 'contributor', 'reader', 'team', 'auditor'] as const)
  return chance.flip(0.2) ? [] : [{ role, departments, until: undefined }]
}
