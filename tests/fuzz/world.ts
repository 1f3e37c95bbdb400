/** The world of a simulation: a municipality, its devices with their pages, a server, and all that was ever said. */

import { createRoom, type Room } from '../../extension/state/room'
import { createAuthor } from '../../server/author'
import type { Organisation } from '../../server/organisation'
import { mayWrite, type Org, refusalAtDoor } from '../../shared/access'
import { addControl } from '../../shared/commands/controls'
import { addDepartment } from '../../shared/commands/departments'
import { addMember } from '../../shared/commands/members'
import { nameOrganisation } from '../../shared/commands/organisation'
import type { Author } from '../../shared/commands/say'
import { createFold } from '../../shared/fold'
import type { Grant, Role } from '../../shared/kinds/member'
import type { Ledger } from '../../shared/ledger'
import { parseRoom } from '../../shared/rooms'
import { type Json, type Statement, type Tuple, toTuple } from '../../shared/statement'
import { type Chance, seeded } from './chance'
import { type Clock, createClock, during, turns } from './clock'
import { createDisks, type Disks } from './disk'
import { createNetwork, type Network } from './network'
import { createMachine, type Machine } from './server'
import { createWitness } from './witness'

/** The moment at which a simulation begins: Wednesday 18 November 2026, noon in Brussels. */
export const START = Date.UTC(2026, 10, 18, 11)

/** The director's own computer. */
export const OFFICE = 'office.test'
const MAY_NOT_WRITE = 'may not write here'

export const DEPARTMENTS = ['bur', 'tec'] as const
export const ROOMS = ['org', 'dept/bur/2026', 'dept/tec/2026', 'dept/bur/2025', 'dept/bur'] as const

const grant = (role: Role, ...departments: string[]): Grant => ({ role, departments, until: undefined })

/** Who is who at the start. The director's own rights never change: somebody has to give others theirs back. */
export const PEOPLE: Readonly<Record<string, readonly Grant[]>> = {
  p01: [grant('director')],
  p02: [grant('coordinator')],
  p03: [grant('team')],
  p04: [grant('manager', 'tec')],
  p05: [grant('manager', 'bur')],
  p06: [grant('contributor', 'bur', 'tec')],
  p08: [grant('auditor')],
}

/** A statement that was made, and what only the simulation knows of it. */
export type Said = {
  readonly id: string
  readonly tuple: Tuple
  readonly room: string
  readonly by: string
  readonly about: string
  readonly set: Readonly<Record<string, Json>>
  /** What its author saw of the subject, and meant to replace: by field for an undo, otherwise in all that it sets. */
  readonly replaces: ReadonlySet<string>
  /** The page that said it; none for what stood there at the start. */
  readonly page: Page | undefined
  /** Was shown as being on the disk of the device. */
  stored: boolean
  /** Was shown as being on the disk of the server. */
  confirmed: boolean
}

/** One page of the extension: a popup, a dashboard, or a visit of the background. */
export type Page = {
  readonly name: string
  readonly host: string
  readonly member: string
  readonly rooms: ReadonlyMap<string, Room>
  /** How far its clock is off; it may jump. */
  offset: number
  /** Runs a newer version of the extension. */
  readonly isNewer: boolean
  /** What it said and has not seen confirmed. */
  readonly waiting: Set<Said>
  /** Its acts, for undo. */
  readonly acts: Act[]
  /** The state of `org` at which a closed room was last asked for again. */
  readonly asked: Map<string, number>
  readonly ending: AbortController
}
/** @property before by field: the value that stood there, and whether more than one head did */
export type Act = {
  readonly said: Said
  readonly before: ReadonlyMap<string, { readonly value: Json; readonly isClash: boolean }>
}

export type World = {
  readonly chance: Chance
  readonly clock: Clock
  readonly network: Network
  readonly disks: Disks
  readonly machine: Machine
  readonly hosts: readonly string[]
  /** Where everyone has signed in, once and for all: host and member -> token. */
  readonly tokens: Map<string, string>
  readonly pages: Set<Page>
  /** Every device and member that a page was ever opened for, with the rooms. */
  readonly visited: Map<string, { readonly host: string; readonly member: string }>
  readonly said: Map<string, Said>
  readonly isSteered: boolean
  /** How often people do many things in a row. */
  readonly haste: number
  /** What has happened, in words. */
  readonly log: string[]
  note(line: string): void
  /** Something that must never happen has happened. */
  fail(line: string): void
  readonly failures: string[]
  end(): Promise<void>
}

export type WorldOptions = {
  readonly seed: number
  /** Years are closed and opened, roles change, people and departments come and go. */
  readonly isSteered: boolean
  /** The server has the real engine on a real disk. */
  readonly isRealStore: boolean
}

export const createWorld = async ({ seed, isSteered, isRealStore }: WorldOptions): Promise<World> => {
  const { chance, release } = seeded(seed)
  const clock = createClock(START)
  const network = createNetwork()
  const disks = createDisks()
  const log: string[] = []
  const failures: string[] = []
  const said = new Map<string, Said>()
  const { error } = console
  const listeners = process.getMaxListeners()
  // In Node every room's provider listens for the end of the process.
  process.setMaxListeners(0)
  console.error = (...given: unknown[]) => void failures.push(`console.error: ${given.map(String).join(' ')}`)
  const fail = (line: string): void => {
    failures.push(line)
    log.push(`FAILED: ${line}`)
  }
  const machine: Machine = await createMachine({
    network,
    now: clock.now,
    isReal: isRealStore,
    onStored: createWitness(fail),
  })
  network.onClosing = ({ host, page, room }, code, reason) => {
    const member = page.split('.')[0] as string
    log.push(`  the server closes ${room} of ${page} on ${host}: ${code} ${reason}`)
    const wrong =
      !isSteered && code === 4403 && reason === MAY_NOT_WRITE
        ? 'refused though nobody has steered'
        : wrongClosing(machine.running(), member, room, code, clock.now())
    if (wrong) fail(`${wrong}: ${code} ${reason} for ${member} in ${room}`)
  }
  const world: World = {
    chance,
    clock,
    network,
    disks,
    machine,
    hosts: Array.from({ length: chance.between(3, 5) }, (_, index) => `device-${index}.test`),
    tokens: new Map(),
    pages: new Set(),
    visited: new Map(),
    said,
    isSteered,
    haste: chance.pick([0, 0.05, 0.25]),
    log,
    note: (line) => void log.push(line),
    fail,
    failures,
    async end() {
      for (const page of world.pages) page.ending.abort()
      await turns(20)
      // An engine may wait a moment before it closes.
      await during(machine.end(), () => clock.advance(1))
      clock.release()
      network.release()
      disks.release()
      release()
      console.error = error
      process.setMaxListeners(listeners)
    },
  }
  await found(world)
  await during(signIn(world), machine.calm)
  return world
}

/** Why a closing is not in order; `undefined` when it is. */
const wrongClosing = (
  organisation: Organisation | undefined,
  member: string,
  room: string,
  code: number,
  now: number,
): string | undefined => {
  const place = parseRoom(room)
  if (!place) return 'a room without a name'
  if (!organisation) return undefined
  const { org } = organisation
  const atDoor = refusalAtDoor(org, member, place, now)
  if (code === 4205) return atDoor ? undefined : 'sent away without a reason'
  if (code === 4403)
    return atDoor === 'not-for-you' || !mayWrite(org, member, place, now)
      ? undefined
      : 'refused without a reason'
  if (code === 4404) return atDoor === 'no-such-room' ? undefined : 'told of no such room'
  // The store failed, which is simulated; a real trouble is reported as such. Or the server stops.
  return code === 1011 || code === 1012 ? undefined : 'refused though honest'
}

/** Sets the municipality up, through the gate, as an installation does. */
const found = async (world: World): Promise<void> => {
  const { chance, clock, machine, said } = world
  const author = createAuthor(machine.running() as Organisation, clock.now)
  const fold = createFold()
  const by: Author = { by: 'p01', at: START - 400 * 86_400_000, id: chance.id }
  const statements: Statement[] = []
  const put = (made: readonly Statement[]): void => {
    fold.insert(fold.length, made)
    statements.push(...made)
  }
  put(nameOrganisation(fold, 'Gemeente Zandrode', by))
  for (const key of DEPARTMENTS) put(addDepartment(fold, key, { name: key, place: key }, by))
  for (const [key, roles] of Object.entries(PEOPLE))
    put(addMember(fold, key, { name: key, title: '', roles }, by))
  for (const key of ['kas', 'loket', 'sleutels'])
    put(
      addControl(
        fold,
        key,
        { title: key, theme: 'fin', departments: [...DEPARTMENTS], rhythm: 'monthly' },
        by,
      ),
    )
  for (const statement of statements)
    said.set(statement.id, {
      ...statement,
      tuple: toTuple(statement),
      room: 'org',
      replaces: new Set(),
      page: undefined,
      stored: true,
      confirmed: true,
    })
  await during(author.write('org', 'p01', statements), machine.calm)
}

const signIn = async ({ hosts, machine, tokens }: World): Promise<void> => {
  const { signIn: desk } = machine.running() as Organisation
  for (const member of Object.keys(PEOPLE)) {
    const { code } = await desk.makeCode(member, { reusable: true })
    const there = [...hosts, OFFICE]
    const used = await Promise.all(there.map((host) => desk.use(code, host)))
    for (const [index, host] of there.entries()) tokens.set(`${host} ${member}`, used[index]?.token ?? '')
  }
}

// --- Pages ---

export const openPage = (world: World, host: string, member: string, names?: readonly string[]): Page => {
  const { chance, disks } = world
  const ending = new AbortController()
  const rooms = new Map<string, Room>()
  const name = `${member}.${world.log.length}`
  const page: Page = {
    name,
    host,
    member,
    rooms,
    offset: chance.flip(0.3) ? skew(chance) : 0,
    isNewer: chance.flip(0.2),
    waiting: new Set(),
    acts: [],
    asked: new Map(),
    ending,
  }
  const session = {
    server: `http://${host}/${name}`,
    organisation: 'zandrode',
    token: world.tokens.get(`${host} ${member}`) ?? '',
    member,
  }
  const now = (): number => timeOf(world, page)
  const chosen = names ?? ['org', ...ROOMS.slice(1).filter(() => chance.flip(0.6))]
  for (const name of chosen)
    rooms.set(
      name,
      disks.as(page, () => createRoom(name, { session, now, signal: AbortSignal.any([ending.signal]) })),
    )
  for (const room of rooms.values()) room.connect()
  world.pages.add(page)
  world.visited.set(`${host} ${member}`, { host, member })
  world.note(
    `${page.name} opens on ${host} for ${member}${page.isNewer ? ', newer' : ''}: ${chosen.join(' ')}`,
  )
  return page
}

/** Wrong by minutes, or by years. */
export const skew = (chance: Chance): number =>
  chance.flip() ? chance.between(-600_000, 600_000) : chance.between(-5, 20) * 365 * 86_400_000

export const timeOf = (world: World, page: Page): number => world.clock.now() + page.offset

/** Ends a page in the middle of whatever it does. */
export const killPage = (world: World, page: Page): void => {
  const { chance, disks, network } = world
  for (const link of linksOf(world, page)) network.cut(link, chance, { client: false, server: chance.flip() })
  disks.kill(page, chance)
  network.leave(() => page.ending.abort(), chance)
  world.pages.delete(page)
}

/** Closes a page as people do: what it was told to write is written, also when it was said in the same moment. */
export const closePage = (world: World, page: Page): void => {
  for (const said of page.waiting)
    if (!world.disks.full.has(page) && page.rooms.get(said.room)?.state.peek().disk === undefined)
      said.stored = true
  page.ending.abort()
  world.pages.delete(page)
}

const linksOf = (world: World, page: Page) =>
  [...world.network.links].filter((link) => link.page === page.name)

export const ledgerOf = (page: Page, room: string): Ledger | undefined => page.rooms.get(room)?.ledger.peek()

export const orgOf = (page: Page): Org => ledgerOf(page, 'org')?.fold ?? { get: () => undefined }
