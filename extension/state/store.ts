/**
 * The store: what views know of the world, from rooms that it opens, follows and closes. Each verb is one command, one
 * statement, one transaction.
 */
import { batch, computed, effect, type ReadonlySignal, signal as signalOf, untracked } from '@preact/signals'
import { mayWrite } from '../../shared/access'
import { keyFrom } from '../../shared/commands/change'
import {
  answerCheck,
  answerMany,
  answerTo,
  confirmAnswer,
  objectionToAnswer,
  objectionToReview,
  reviewCheck,
  submitCheck,
  takeBackCheck,
} from '../../shared/commands/checks'
import { assignControl } from '../../shared/commands/controls'
import { addDepartment, changeDepartment, removeDepartment } from '../../shared/commands/departments'
import {
  addMember,
  changeMember,
  endStandIn,
  objectionToStandIn,
  removeMember,
  standIn,
} from '../../shared/commands/members'
import type { Author } from '../../shared/commands/say'
import { undoStatement } from '../../shared/commands/undo'
import type { RunningFold } from '../../shared/fold'
import { textHash } from '../../shared/kinds/control'
import type { Ledger } from '../../shared/ledger'
import { Refusal } from '../../shared/protocol'
import { type EvidenceLine, evidenceIn } from '../../shared/queries/evidence'
import { history } from '../../shared/queries/history'
import { mayReview } from '../../shared/queries/reviews'
import { byDue, yearChecks } from '../../shared/queries/schedule'
import { throughOf } from '../../shared/queries/stand-ins'
import { parseRoom } from '../../shared/rooms'
import type { Statement } from '../../shared/statement'
import { createApi } from './api'
import { roomsInScope, type Scope } from './circle'
import { followToday } from './clock'
import { createDoorway } from './doorway'
import { followWaiting } from './evidence-waiting'
import { createFacts } from './facts'
import { keepSnapshot } from './keep-snapshot'
import { tellBackground } from './messages'
import { type Act, type Base, NO_ROOMS } from './quality-base'
import type { Place } from './quality-types'
import { randomId } from './random'
import { rescueFile } from './rescue'
import { createRoom, type Room } from './room'
import { forgetSession } from './session'
import { clearSnapshots } from './snapshot'
import { reuse, stableList } from './stable'
import { syncState } from './sync-state'
import type { Check, HistoryEntry, LineStatus, Session, Store } from './types'
import { unsentRooms } from './unsent'

export type StoreOptions = {
  readonly scope: Scope
  readonly now?: () => number
  /** Goes to the server only when `connect` is called. */
  readonly stays?: boolean
}

/** What a store lets the background do besides. */
export type SettlingStore = Store & {
  /** Every room has been to the server, which has everything; or may not go there. */
  readonly isThrough: ReadonlySignal<boolean>
  /** What it lends to whoever says something that no page says. */
  readonly base: Base
  connect(): void
  /** Resolves when nothing is being written to the disk any more. */
  settled(): Promise<void>
}

/** How long a slow disk may keep the server waiting. */
const CONNECT_AFTER = 1_500
/** How long signing out waits for a server that does not answer. */
const REVOKE_WITHIN = 1_500

/** Makes a store. Reads the disk, then lets the page draw, then goes to the server. */
export const createStore = (
  session: Session,
  { scope, now = Date.now, stays = false }: StoreOptions,
): SettlingStore => {
  const lifetime = new AbortController()
  const { signal } = lifetime
  const today = followToday(now, signal)
  const isConnected = signalOf(false)

  // Rooms

  const org = createRoom('org', { session, now, signal })
  const facts = createFacts(org, session.member, today, now)
  const endings = new Map<string, AbortController>()
  const doorway = createDoorway(signal)
  const rooms = signalOf<ReadonlyMap<string, Room>>(new Map([['org', org]]))
  /** Rooms out of scope in which this device has said something that the server lacks. */
  const leftovers = signalOf<readonly string[] | undefined>(undefined)
  /** Rooms that a page needs besides those of checks. */
  const more = signalOf(NO_ROOMS)
  const working = signalOf<ReadonlySet<string>>(new Set())
  /** Rooms of the texts that are open. */
  const held = signalOf<readonly string[]>([])
  const hold = (names: readonly string[]): (() => void) => {
    held.value = [...held.peek(), ...names]
    return () => {
      for (const name of names) whenSettled(name, () => letGo(name))
    }
  }
  const letGo = (name: string): void => {
    const at = held.peek().indexOf(name)
    if (at >= 0) held.value = held.peek().filter((_, index) => index !== at)
  }
  // What is unsent in it stays in sight, and goes as soon as it can.
  const whenSettled = (name: string, then: () => void): void => {
    let isOver = false
    const stop = effect(() => {
      const unsettled = rooms.value.get(name)?.unsettled.value.size ?? 0
      if (unsettled > 0 || isOver) return
      isOver = true
      queueMicrotask(() => {
        stop()
        then()
      })
    })
    signal.addEventListener('abort', stop, { once: true })
  }

  const inScope = stableList(() => {
    if (!org.ledger.value) return []
    const { org: known, grants, departments, everyControl } = facts
    return roomsInScope({
      org: known.value.records,
      member: session.member,
      grants: grants.value,
      departments: departments.value,
      controls: everyControl.value,
      today: today.value,
      scope,
    })
  })
  const openRoom = (name: string): Room => {
    const ending = new AbortController()
    endings.set(name, ending)
    const room = createRoom(name, { session, now, signal: AbortSignal.any([signal, ending.signal]) })
    if (isConnected.peek() && isLive(name)) doorway.enter(room)
    return room
  }
  const closeRoom = (name: string, room: Room): void => {
    endings.get(name)?.abort()
    doorway.forget(room)
  }
  const isLive = (name: string): boolean =>
    held.peek().includes(name) || working.peek().has(name) || !more.peek().visited.has(name)
  const stopFollowing = effect(() => {
    const { live, visited } = more.value
    const wanted = new Set([
      'org',
      ...inScope.value,
      ...(leftovers.value ?? []),
      ...working.value,
      ...live,
      ...visited,
      ...held.value,
    ])
    const open = rooms.peek()
    const next = new Map<string, Room>()
    for (const name of wanted) next.set(name, open.get(name) ?? openRoom(name))
    for (const [name, room] of open) if (!wanted.has(name)) closeRoom(name, room)
    if (next.size !== open.size || [...next.keys()].some((name) => !open.has(name))) rooms.value = next
  })

  let wasReady = false
  const ready = computed(() => {
    if (wasReady) return true
    wasReady = org.ledger.value !== undefined && inScope.value.every(isLoaded)
    return wasReady
  })
  const isLoaded = (name: string): boolean => rooms.value.get(name)?.ledger.value !== undefined
  const arriving = computed(() => {
    const { wire } = org.state.value
    // Without a connection nothing more will come: then what there is has to do.
    if (wire === 'offline' || wire === 'closed') return 0
    return ['org', ...inScope.value].filter(isArriving).length
  })
  const isArriving = (name: string): boolean => {
    const state = rooms.value.get(name)?.state.value
    // From a room that the server has closed nothing will come.
    return !state?.isKnown && state?.wire !== 'closed'
  }

  const connect = (): void => {
    if (isConnected.peek() || signal.aborted) return
    isConnected.value = true
    org.connect()
    for (const room of rooms.peek().values()) if (isLive(room.name)) doorway.enter(room)
    void findLeftovers()
    waitingFiles.look()
  }
  const findLeftovers = async (): Promise<void> => {
    const found = await unsentRooms(session).catch(() => [])
    if (!signal.aborted) leftovers.value = found.filter((name) => parseRoom(name) !== undefined)
  }
  const stopWaiting = effect(() => {
    // After a task of its own, so that what was read is drawn first.
    if (ready.value && !stays) setTimeout(connect)
  })
  const patience = stays ? undefined : setTimeout(connect, CONNECT_AFTER)
  // A department that the server had not heard of when its room was asked for, or rights that were given since: asked
  // again, once for each state of `org` that the server has too.
  const asked = new Map<string, number>()
  const stopTrying = effect(() => {
    const version = org.version.value
    if (org.unsettled.value.size > 0 || !isConnected.value) return
    for (const { name, state, connect: again } of rooms.value.values()) {
      if (state.value.wire !== 'closed' || asked.get(name) === version) continue
      asked.set(name, version)
      again()
    }
  })

  // Checks

  const checksByRoom = new WeakMap<Room, ReadonlySignal<readonly Check[]>>()
  const checksOf = (room: Room): ReadonlySignal<readonly Check[]> => {
    const known = checksByRoom.get(room)
    if (known) return known
    const made = checksIn(room, facts.everyControl, today)
    checksByRoom.set(room, made)
    return made
  }
  const checks = stableList(() => {
    const lists = inScope.value.map((name) => rooms.value.get(name)).filter((room) => room !== undefined)
    return lists.flatMap((room) => checksOf(room).value).sort(byDue)
  })
  const myChecks = stableList(() => {
    const grants = facts.grants.value
    return checks.value.filter((check) => throughOf(check, session.member, grants))
  })

  const evidenceByRoom = new WeakMap<Room, ReadonlySignal<ReadonlyMap<string, readonly EvidenceLine[]>>>()
  const evidenceOf: Store['evidenceOf'] = ({ room: name, about }) => {
    const room = rooms.value.get(name)
    if (!room) return NOTHING
    const lines = evidenceByRoom.get(room) ?? evidenceOfRoom(room)
    evidenceByRoom.set(room, lines)
    return lines.value.get(about) ?? NOTHING
  }
  /** For whom an answer of mine is given, when not for myself. */
  const performerOf = (check: Check): string | undefined =>
    throughOf(check, session.member, facts.grants.peek())?.for

  // Sync

  const waitingFiles = followWaiting(session, signal)
  let lastConfirmed: number | undefined
  const sync = computed(() => {
    const standings = [...rooms.value.values()].map(({ name, state, unsettled }) => ({
      name,
      state: state.value,
      unsent: unsettled.value.size,
    }))
    const isEmpty = facts.me.value === undefined
    const files = waitingFiles.count.value
    const next = syncState(standings, { isReady: ready.value, isEmpty, lastConfirmed, files })
    lastConfirmed = next.confirmedAt
    return next
  })
  const isThrough = computed(() => {
    const all = [...rooms.value.values()]
    const isDone = ({ state, unsettled }: Room): boolean =>
      state.value.wire === 'closed' || (state.value.wire === 'online' && unsettled.value.size === 0)
    return ready.value && leftovers.value !== undefined && all.every(isDone)
  })
  const presence = stableList(() => [...rooms.value.values()].flatMap((room) => room.presence.value))

  // Saying

  const author = (): Author => ({ by: session.member, at: now(), id: randomId })
  const mayWriteIn = (name: string): boolean => {
    const room = parseRoom(name)
    return room !== undefined && mayWrite(facts.org.value.records, session.member, room, now())
  }
  /** The ledger of a room in which one may speak. */
  const ledgerFor = (name: string): Ledger => {
    const ledger = rooms.peek().get(name)?.ledger.peek()
    if (!ledger) throw new Refusal('no-such-room', name)
    if (!mayWriteIn(name)) throw new Refusal('not-for-you', name)
    return ledger
  }
  const say = (name: string, command: Act['command']): readonly Statement[] => {
    const ledger = ledgerFor(name)
    const statements = command(ledger.fold, author())
    batch(() => ledger.append(statements))
    if (statements.length > 0) tellBackground({ type: 'dirty', rooms: [name] })
    return statements
  }
  const acts: (readonly Said[])[] = []
  // All of it or, where one may not speak in one of the rooms, none.
  const act: Base['act'] = (...parts) => {
    for (const { room } of parts) ledgerFor(room)
    const said = parts.flatMap(({ room, command }) =>
      say(room, command).map(({ id, about }) => ({ room, about, id })),
    )
    if (said.length > 0) acts.push(said)
    return said
  }
  const undo = (): Place | undefined => {
    const undone = (acts.pop() ?? []).filter(
      ({ room, about, id }) => say(room, (seen, by) => undoStatement(seen.get(about), id, by)).length > 0,
    )
    return undone.at(-1)
  }
  const inOrg = (command: Act['command']): void => void act({ room: 'org', command })
  const addKeyed = (
    name: string,
    command: (seen: RunningFold, key: string, author: Author) => readonly Statement[],
  ): string => {
    const key = keyFrom(name, randomId())
    inOrg((seen, by) => command(seen, key, by))
    return key
  }

  // What pages show besides checks

  const statusOf = ({ room, about }: Place): LineStatus => worstOf(rooms.value.get(room), about)
  const historyOf = ({ room, about }: Place): readonly HistoryEntry[] => {
    const open = rooms.value.get(room)
    return open?.version.value === undefined ? [] : history(open.ledger.value?.fold.get(about))
  }
  const base: Base = {
    today,
    facts,
    rooms,
    more,
    work: working,
    isConnected,
    doorway,
    member: session.member,
    signal,
    now,
    author,
    mayWriteIn,
    act,
    say,
    undo,
    statusOf,
    historyOf,
  }

  // Loaded when first asked for

  const quality = once(async () => (await import('./quality')).createQuality(base))
  const work = once(async () => (await import('./work')).createWork(base))
  const library = once(async () => (await import('./library')).createLibrary(base))
  const rounds = once(async () => (await import('./rounds')).createRounds(base, hold))
  const evidence = once(async () => (await import('./evidence')).createEvidenceDesk({ ...base, session }))

  const api = createApi(session)
  // Without a server the token is forgotten all the same: nobody waits for long in order to leave.
  const revokeThisDevice = (): Promise<unknown> =>
    Promise.race([
      api.signOut().catch(() => undefined),
      new Promise((over) => setTimeout(over, REVOKE_WITHIN)),
    ])
  const close = (): void => {
    clearTimeout(patience)
    stopWaiting()
    stopTrying()
    stopFollowing()
    lifetime.abort()
  }

  const store: SettlingStore = {
    session,
    ready,
    arriving,
    today,
    me: facts.me,
    grants: facts.grants,
    organisationName: facts.organisationName,
    members: facts.members,
    departments: facts.departments,
    themes: facts.themes,
    controls: facts.controls,
    checks,
    mine: myChecks,
    sync,
    presence,
    statusOf,
    history: historyOf,
    evidenceOf,
    mayAnswer: (check) => mayWriteIn(check.room),
    forWhom: performerOf,
    mayReview: (check) => mayWriteIn(check.room) && mayReview(check, session.member, facts.grants.value),
    mayManage: () => mayWriteIn('org'),

    answer(check, { outcome, note }) {
      const evidence = untracked(() => evidenceOf(check))
      const objection = objectionToAnswer(check.control, outcome, evidence, today.peek())
      if (objection) return objection
      const answer = answerTo(check, { outcome, note, performer: performerOf(check) })
      act({ room: check.room, command: (seen, by) => answerCheck(seen, answer, by) })
      return undefined
    },
    answerMany(wanted, answer) {
      const known = wanted.flatMap((check) => {
        const seen = mayWriteIn(check.room) && rooms.peek().get(check.room)?.ledger.peek()?.fold
        return seen
          ? [{ check, seen, evidence: untracked(() => evidenceOf(check)), performer: performerOf(check) }]
          : []
      })
      const barred = wanted.filter((check) => !known.some((each) => each.check === check))
      const { said, left } = answerMany(known, { ...answer, today: today.peek() }, author())
      act(...said.map(({ room, statements }) => ({ room, command: () => statements })))
      return [...left, ...barred.map((check) => ({ check, why: 'not-for-you' as const }))]
    },
    confirm: ({ room, control, period }) =>
      void act({
        room,
        command: (seen, by) =>
          confirmAnswer(seen, { control: control.key, period, text: textHash(control) }, by),
      }),
    submit: ({ room, control, period }) =>
      void act({ room, command: (seen, by) => submitCheck(seen, { control: control.key, period }, by) }),
    review({ room, control, period }, input) {
      const named = { control: control.key, period }
      const objection = objectionToReview(ledgerFor(room).fold, named, input, session.member)
      if (objection === undefined) act({ room, command: (seen, by) => reviewCheck(seen, named, input, by) })
      return objection
    },
    takeBack: ({ room, control, period }) =>
      void act({ room, command: (seen, by) => takeBackCheck(seen, { control: control.key, period }, by) }),
    undo() {
      const undone = undo()
      return undone && checks.peek().find(({ room, about }) => room === undone.room && about === undone.about)
    },
    lookAt(place) {
      // Who has a text open looks at it for as long as that lasts, wherever else he looks.
      for (const room of rooms.peek().values())
        if (parseRoom(room.name)?.kind !== 'text')
          room.lookAt(room.name === place?.room ? { about: place.about } : undefined)
    },

    addMember: (input) => addKeyed(input.name, (seen, key, by) => addMember(seen, key, input, by)),
    changeMember: (key, input) => inOrg((seen, by) => changeMember(seen, key, input, by)),
    removeMember: (key) => inOrg((seen, by) => removeMember(seen, key, by)),
    standIn(deputy, input) {
      const objection = objectionToStandIn(ledgerFor('org').fold, deputy, input)
      if (objection === undefined) inOrg((seen, by) => standIn(seen, deputy, input, by))
      return objection
    },
    endStandIn: (deputy, ended) => inOrg((seen, by) => endStandIn(seen, deputy, ended, by)),
    addDepartment: (input) => addKeyed(input.name, (seen, key, by) => addDepartment(seen, key, input, by)),
    changeDepartment: (key, input) => inOrg((seen, by) => changeDepartment(seen, key, input, by)),
    removeDepartment: (key) => inOrg((seen, by) => removeDepartment(seen, key, by)),
    assignControl: (key, input) => inOrg((seen, by) => assignControl(seen, key, input, by)),

    quality,
    work,
    library,
    rounds,
    evidence,

    async openText(room, about) {
      const { openText } = await import('./text')
      return openText({ ...base, session }, hold, { room, about })
    },

    makeCode: api.makeCode,
    openCodes: api.openCodes,
    devices: api.devices,
    revokeDevice: (_member, id) => api.revokeDevice(id),
    revokeCodes: api.revokeCodes,

    async signOut() {
      await settled()
      // Closed first, or it would write its view once more on leaving.
      close()
      await revokeThisDevice()
      await forgetSession()
      clearSnapshots()
    },
    async letGo() {
      const refused = [...rooms.peek().values()].filter((room) => room.isRefused())
      await Promise.all(refused.map((room) => room.letGo()))
    },
    rescueFile: () => rescueFile(session, [...rooms.peek().values()], now()),
    isThrough,
    base,
    connect,
    settled,
    close,
  }
  keepSnapshot(store, signal)
  return store

  async function settled(): Promise<void> {
    await Promise.all([...rooms.peek().values()].map((room) => room.settled()))
  }
}

/** The checks of one room of a year; made again only when that room, the controls or the day change. */
const checksIn = (
  room: Room,
  controls: ReadonlySignal<Parameters<typeof yearChecks>[0]['controls']>,
  today: ReadonlySignal<string>,
): ReadonlySignal<readonly Check[]> => {
  const place = parseRoom(room.name)
  let last: readonly Check[] = []
  return stableList(() => {
    room.version.value
    const records = room.ledger.value?.fold
    if (!records || place?.kind !== 'year') return []
    const { department, year } = place
    const made = yearChecks({ controls: controls.value, department, year, records, today: today.value })
    last = reuse(last, made, ({ about }) => about)
    return last
  })
}

const NOTHING: readonly EvidenceLine[] = []

/** What is brought as evidence in one room of a year, by check. */
const evidenceOfRoom = (room: Room): ReadonlySignal<ReadonlyMap<string, readonly EvidenceLine[]>> =>
  computed(() => {
    room.version.value
    return groupedBy(evidenceIn(room.ledger.value?.fold, room.name), ({ check }) => check)
  })

const groupedBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** Makes something once; when that fails, the next who asks tries again. */
const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}

/** A statement of one's own, to be taken back. */
type Said = Place & { readonly id: string }

const SEVERITY: readonly LineStatus[] = ['confirmed', 'sent', 'here', 'saving', 'refused', 'not-saved']

/** How safe everything said about a subject is: as safe as its least safe statement. */
const worstOf = (room: Room | undefined, about: string): LineStatus => {
  const unsettled = room?.unsettled.value
  if (!unsettled || unsettled.size === 0) return 'confirmed'
  let worst = 0
  for (const { id } of room?.ledger.value?.fold.get(about)?.statements ?? [])
    worst = Math.max(worst, SEVERITY.indexOf(unsettled.get(id) ?? 'confirmed'))
  return SEVERITY[worst] ?? 'confirmed'
}
