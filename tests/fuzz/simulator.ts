/**
 * A deterministic simulation of one municipality: one seed decides who does what, what fails and when. The code that runs is
 * the product's; only the edges of the process are replaced: clock, chance, network, disks.
 */
import { addDepartment } from '../../shared/commands/departments'
import { reopenYear } from '../../shared/commands/organisation'
import type { Grant } from '../../shared/kinds/member'
import { yearAbout } from '../../shared/kinds/year'
import { act, restoreMember, sayIn, steer } from './acts'
import { checkPromises, checkQuiet, type Quiet } from './check'
import { during, turn, turns } from './clock'
import {
  closePage,
  createWorld,
  DEPARTMENTS,
  killPage,
  ledgerOf,
  OFFICE,
  openPage,
  type Page,
  PEOPLE,
  ROOMS,
  type Said,
  skew,
  type World,
  type WorldOptions,
} from './world'

export type Outcome = {
  readonly failures: readonly string[]
  readonly log: readonly string[]
  /** How much was said, and how many arrived. */
  readonly said: number
  readonly arrived: number
}

/** Plays one seed to its end. */
export const simulate = async (options: WorldOptions): Promise<Outcome> => {
  const world = await createWorld(options)
  try {
    await play(world)
  } catch (error) {
    world.fail(error instanceof Error ? (error.stack ?? error.message) : String(error))
  } finally {
    await world.end()
  }
  const { failures, log, said, machine } = world
  const arrived = [...said.values()].filter(({ room, id }) => machine.onDisk(room).has(id)).length
  return { failures, log, said: said.size, arrived }
}

const play = async (world: World): Promise<void> => {
  const { chance } = world
  const members = Object.keys(PEOPLE)
  for (const host of world.hosts) openPage(world, host, chance.pick(members))
  for (const member of ['p02', 'p05']) openPage(world, chance.pick(world.hosts), member)
  await turns(chance.between(0, 60))
  const steps = chance.between(60, 160)
  const quietAt = chance.between(1, steps)
  for (let n = 0; n < steps && world.failures.length === 0; n++) {
    await step(world)
    if (n === quietAt) {
      await becomeQuiet(world)
      await look(world, { everything: false })
    }
  }
  await becomeQuiet(world)
  await look(world, { everything: false })
  await makePeace(world)
  await look(world, { everything: true })
}

/** One thing happens, and a little of what is on its way arrives. */
const step = async (world: World): Promise<void> => {
  const { chance, network } = world
  await chance.weigh(HAPPENINGS).happen(world)
  for (let n = chance.between(0, 12); n > 0; n--) {
    if (chance.flip(0.7)) network.deliver(chance)
    else if (chance.flip()) network.deliverNews(chance)
    else await turn()
  }
  await turns(chance.below(4))
  await world.machine.calm()
  tryClosedRooms(world)
  checkPromises(world)
}

type Happening = { readonly weight: number; readonly happen: (world: World) => void | Promise<void> }

const HAPPENINGS: readonly Happening[] = [
  {
    weight: 90,
    happen: (world) => {
      const page = pickWriter(world)
      if (page) act(world, page)
    },
  },
  {
    weight: 14,
    happen: (world) => {
      if (world.isSteered) steer(world)
    },
  },
  {
    weight: 4,
    // A popup is gone in the moment in which something was ticked.
    happen: (world) => {
      const page = pickWriter(world)
      if (!page || world.pages.size < 3) return
      act(world, page)
      world.note(`${page.name} is closed at once`)
      closePage(world, page)
    },
  },
  {
    weight: 12,
    async happen({ clock, chance, note }) {
      const passed = chance.pick([1, 10, 20, 100, 500, 2_000, 5_000, 40_000])
      note(`${passed} ms pass`)
      await clock.advance(passed)
    },
  },
  {
    weight: 4,
    happen: (world) => {
      const { chance, hosts, pages } = world
      if (pages.size > 7) return
      const known = [...world.visited.values()]
      const again = chance.flip(0.6) ? chance.pick(known) : undefined
      openPage(world, again?.host ?? chance.pick(hosts), again?.member ?? chance.pick(Object.keys(PEOPLE)))
    },
  },
  {
    weight: 5,
    happen: (world) => {
      const page = pickPage(world)
      if (!page) return
      world.note(`${page.name} is killed`)
      killPage(world, page)
    },
  },
  {
    weight: 2,
    happen: (world) => {
      const page = pickPage(world)
      if (!page) return
      world.note(`${page.name} is closed`)
      closePage(world, page)
    },
  },
  {
    weight: 4,
    happen: (world) => {
      const page = pickPage(world)
      if (page) page.offset = world.chance.flip(0.3) ? 0 : skew(world.chance)
    },
  },
  {
    weight: 8,
    happen: ({ network, hosts, chance, note }) => {
      const host = chance.pick(hosts)
      if (network.offline.delete(host)) return note(`${host} is back on the network`)
      network.offline.add(host)
      note(`${host} has no network`)
      for (const link of network.links)
        if (link.host === host) network.cut(link, chance, { client: chance.flip(0.7), server: chance.flip() })
    },
  },
  {
    weight: 5,
    happen: ({ network, chance, note }) => {
      const links = [...network.links]
      if (links.length === 0) return
      const link = chance.pick(links)
      note(`the connection of ${link.page} with ${link.room} breaks`)
      network.cut(link, chance, { client: chance.flip(0.7), server: chance.flip(0.7) })
    },
  },
  { weight: 2, happen: hearOfDeath },
  {
    weight: 4,
    happen: ({ network, chance, note }) => {
      const room = chance.flip() ? 'org' : chance.pick(ROOMS)
      if (network.stalled.delete(room)) return note(`${room} arrives again`)
      network.stalled.add(room)
      note(`nothing arrives of ${room}`)
    },
  },
  {
    weight: 3,
    happen: ({ disks, pages, chance, note }) => {
      if (pages.size === 0) return
      const page = chance.pick([...pages])
      if (disks.full.delete(page)) return note(`the disk of ${page.name} has room again`)
      disks.full.add(page)
      note(`the disk of ${page.name} is full`)
    },
  },
  { weight: 8, happen: letGo },
  { weight: 5, happen: changeMood },
  {
    weight: 8,
    async happen({ machine }) {
      await machine.releaseCommit()
    },
  },
  {
    weight: 3,
    async happen(world) {
      if (!world.machine.running()) await bootServer(world)
      else if (world.chance.flip(0.7)) await killServer(world)
      else await stopServer(world)
    },
  },
  {
    weight: 4,
    async happen({ machine, note }) {
      note('the server tidies up')
      await machine.running()?.rooms.tidy()
    },
  },
]

const pickWriter = ({ pages, chance }: World): Page | undefined => {
  const able = [...pages].filter((page) => ledgerOf(page, 'org')?.fold.get(`member:${page.member}`))
  return able.length > 0 ? chance.pick(able) : undefined
}

const pickPage = ({ pages, chance }: World): Page | undefined =>
  pages.size > 2 ? chance.pick([...pages]) : undefined

/** The server finds out about connections that broke without a word; a browser gives up one that does not come about. */
function hearOfDeath({ network }: World): void {
  for (const { dead, client, up, down } of network.links) {
    if (!dead) continue
    if (!up.some(({ kind }) => kind === 'end')) up.push({ kind: 'end' })
    if (client === 'connecting' && !down.some(({ kind }) => kind === 'end')) down.push({ kind: 'end' })
  }
}

/** Somebody gives up what is refused. Another page may still have it: then it may come back, and need not. */
function letGo({ pages, said, note }: World): void {
  for (const page of pages) {
    const refused = [...page.rooms.values()].find((room) => room.isRefused())
    if (!refused) continue
    note(`${page.name} lets go of what is refused in ${refused.name}`)
    for (const { id } of refused.missing().statements) giveUp(said.get(id))
    for (const { host, member, waiting } of pages)
      for (const each of waiting) {
        if (each.room !== refused.name || host !== page.host || member !== page.member) continue
        giveUp(each)
        waiting.delete(each)
      }
    void refused.letGo()
    return
  }
}

const giveUp = (said: Said | undefined): void => {
  if (said) said.stored = false
}

function changeMood({ machine, chance, note }: World): void {
  machine.mood = chance.weigh([
    { weight: 5, mood: 'quick' as const },
    { weight: 4, mood: 'slow' as const },
    { weight: 1, mood: 'failing' as const },
  ]).mood
  note(`the server's disk is ${machine.mood}`)
}

const killServer = async (world: World): Promise<void> => {
  const { machine, network, chance } = world
  const arriving = chance.between(0, machine.waitingCommits())
  world.note(`the server is killed; ${arriving} of ${machine.waitingCommits()} commits still arrive`)
  for (const link of network.links) {
    network.cut(link, chance, { client: true, server: false })
    link.up.length = 0
    link.server?.destroy()
  }
  await waiting(world, machine.kill(arriving))
}

const stopServer = async (world: World): Promise<void> => {
  world.note('the server is asked to stop')
  await during(world.machine.stop(), async () => {
    await world.machine.calm()
    await world.clock.advance(1)
  })
}

const bootServer = async (world: World): Promise<void> => {
  world.note('the server starts')
  if (world.machine.mood === 'failing') world.machine.mood = 'quick'
  await world.machine.boot()
}

/** A real engine waits a moment now and then. */
const waiting = ({ clock }: World, work: Promise<void>): Promise<void> => during(work, () => clock.advance(1))

/** As the store does: what is closed is asked for again, once for each state of `org` that the server has too. */
const tryClosedRooms = ({ pages }: World): void => {
  for (const { rooms, asked } of pages) {
    const org = rooms.get('org')
    if (!org || org.unsettled.peek().size > 0) continue
    for (const room of rooms.values()) {
      if (room.state.peek().wire !== 'closed' || asked.get(room.name) === org.version.peek()) continue
      asked.set(room.name, org.version.peek())
      room.connect()
    }
  }
}

/** Looks whether all that must hold does. */
export const look = async (world: World, how: Quiet): Promise<void> => {
  if (world.failures.length === 0) await waiting(world, checkQuiet(world, how))
}

/** Everything works again, and there is time, until nothing is on its way any more. */
export const becomeQuiet = async (world: World): Promise<void> => {
  const { machine, network, disks, chance } = world
  world.note('everything works again')
  network.offline.clear()
  network.stalled.clear()
  disks.full.clear()
  machine.mood = 'quick'
  if (!machine.running()) await bootServer(world)
  while (await machine.releaseCommit());
  let calm = 0
  for (let round = 0; round < 400 && calm < 3; round++) {
    if (world.failures.length > 0) return
    hearOfDeath(world)
    while (network.deliver(chance) || network.deliverNews(chance)) if (chance.flip(0.2)) await turn()
    await turns(6)
    await machine.calm()
    await turns(6)
    tryClosedRooms(world)
    checkPromises(world)
    const isStill = !network.isBusy() && !disks.isBusy()
    if (isStill && !isQuiet(world)) await world.clock.advance(500)
    calm = isStill && isQuiet(world) ? calm + 1 : 0
  }
}

/** Nobody waits for anything, nor takes a dead line for a live one. */
const isQuiet = ({ pages, network }: World): boolean =>
  ![...network.links].some(({ dead, client }) => dead && client !== 'closed') &&
  [...pages].every((page) =>
    [...page.rooms.values()].every(
      ({ ledger, state, unsettled }) =>
        ledger.peek() !== undefined &&
        state.peek().disk === undefined &&
        (state.peek().wire === 'closed' || (state.peek().wire === 'online' && unsettled.peek().size === 0)),
    ),
  )

/** Everyone opens all he ever had; the director gives rights back and opens what is closed, until nobody is refused. */
const makePeace = async (world: World): Promise<void> => {
  for (let round = 0; round < 5 && world.failures.length === 0; round++) {
    world.note('peace')
    for (const page of [...world.pages]) killPage(world, page)
    for (const { host, member } of [...world.visited.values()])
      openPage(world, host, member, roomsFor(world, member))
    const director = openPage(world, OFFICE, 'p01', ['org'])
    await becomeQuiet(world)
    const isClosed = ({ rooms }: Page): boolean =>
      [...rooms.values()].some(({ state }) => state.peek().wire === 'closed')
    if (![...world.pages].some(isClosed)) return
    restoreAll(world, director)
    await becomeQuiet(world)
  }
}

const restoreAll = (world: World, director: Page): void => {
  for (const member of Object.keys(PEOPLE))
    sayIn(world, director, 'org', (seen, by) => restoreMember(seen, member, by, ROLES_FOR_ALL))
  for (const department of DEPARTMENTS) {
    sayIn(world, director, 'org', (seen, by) => addDepartment(seen, department, { name: department }, by))
    for (const year of [2025, 2026])
      if (ledgerOf(director, 'org')?.fold.get(yearAbout(department, year)))
        sayIn(world, director, 'org', (seen, by) => reopenYear(seen, department, year, by))
  }
}

/** Whatever somebody said in a department, he may have said it in a role that he had for a while only. */
const ROLES_FOR_ALL: readonly Grant[] = [
  { role: 'contributor', departments: DEPARTMENTS, until: undefined },
  { role: 'team', departments: [], until: undefined },
]

/** Every room that a member may ever have written in. */
const roomsFor = ({ isSteered }: World, member: string): readonly string[] => {
  if (isSteered) return ROOMS
  const grants = PEOPLE[member] ?? []
  const isEverywhere = grants.some(({ role }) =>
    ['director', 'coordinator', 'team', 'auditor'].includes(role),
  )
  const departments = grants.flatMap(({ departments }) => departments)
  return ROOMS.filter(
    (room) => room === 'org' || isEverywhere || departments.includes(room.split('/')[1] ?? ''),
  )
}
