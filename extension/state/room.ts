/**
 * One open room: its ledger or its text, kept in step with disk, other pages and server, and how safe each statement is,
 * or the text as a whole. Knows nothing of what the statements mean.
 */
import { batch, type ReadonlySignal, signal as signalOf } from '@preact/signals'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { type Ledger, openLedger } from '../../shared/ledger'
import type { Problem } from '../../shared/protocol'
import { isProse, parseRoom } from '../../shared/rooms'
import { parse, type Statement } from '../../shared/statement'
import { createBus } from './bus'
import { eraseDatabase } from './database'
import { type DiskProblem, openDisk } from './disk'
import { createJournal } from './journal'
import { databasePrefix, syncAddress } from './session'
import type { LineStatus, Presence, Session } from './types'
import { covers, lower, raise, type Vector, vectorOf } from './vector'
import { createWire, type WireState } from './wire'

export type Room = {
  readonly name: string
  /** Nothing until the disk has been read. That of a text is empty; its text is in the same document. */
  readonly ledger: ReadonlySignal<Ledger | undefined>
  /** What people in the room show of themselves, their cursors too; nothing until the disk has been read. */
  readonly awareness: ReadonlySignal<Awareness | undefined>
  /** Goes up with every change of the ledger. */
  readonly version: ReadonlySignal<number>
  /** Statements that the server's disk is not known to have, by id; a text that it does not have all of, as `TEXT`. */
  readonly unsettled: ReadonlySignal<ReadonlyMap<string, LineStatus>>
  readonly state: ReadonlySignal<RoomState>
  readonly presence: ReadonlySignal<readonly Presence[]>
  /** Goes to the server: after the first drawing, and again when a closed room may have opened. */
  connect(): void
  /** Closes its socket, until `connect`. */
  rest(): void
  /** Tells others where one looks: `undefined` when not in this room. */
  lookAt(at: { readonly about: string | undefined } | undefined): void
  /** Resolves once nothing is being written any more. */
  settled(): Promise<void>
  /** Whether an update came from the server. */
  isFromServer(origin: unknown): boolean
  /** What the server's disk is known to have. */
  confirmed(): Vector
  /** Client ids of this person's earlier pages with something that the server was not known to have. */
  earlier(): ReadonlySet<number>
  /** Whether the server refuses what was said here. */
  isRefused(): boolean
  /** Lets go of what is here, on this page and on others; it comes from the server again. */
  letGo(): Promise<void>
  /** What the server lacks, as bytes that any Yjs program can read. */
  missing(): { readonly statements: readonly Statement[]; readonly update: Uint8Array }
}

export type RoomState = {
  readonly disk: DiskProblem | undefined
  readonly wire: WireState
  readonly problem: Problem | undefined
  /** When the server was last known to have everything. */
  readonly confirmedAt: number | undefined
  /** This device has heard all that the server had, now or on an earlier visit. */
  readonly isKnown: boolean
}

export type RoomOptions = {
  readonly session: Session
  readonly now: () => number
  /** Ends it: closes document, disk, bus and socket. */
  readonly signal: AbortSignal
}

/** By this a text stands among what is unsettled. */
export const TEXT = 'text'

/** Problems with which the server refuses what was said here. */
const REFUSALS: ReadonlySet<Problem> = new Set([
  'not-decodable',
  'not-for-you',
  'no-such-room',
  'dropped',
  'too-large',
  'refused-by-gate',
])

const isRefused = ({ wire, problem }: Pick<RoomState, 'wire' | 'problem'>): boolean =>
  wire === 'closed' && problem !== undefined && REFUSALS.has(problem)

const UNREAD: RoomState = {
  disk: undefined,
  wire: 'waiting',
  problem: undefined,
  confirmedAt: undefined,
  isKnown: false,
}

/** Opens a room: disk first, then the other pages, and the server when told to. */
export const createRoom = (name: string, { session, now, signal }: RoomOptions): Room => {
  const ledger = signalOf<Ledger | undefined>(undefined)
  const awareness = signalOf<Awareness | undefined>(undefined)
  const version = signalOf(0)
  const unsettled = signalOf<ReadonlyMap<string, LineStatus>>(new Map())
  const state = signalOf(UNREAD)
  const presence = signalOf<readonly Presence[]>([])
  let open: Opened | undefined
  let isWanted = false
  let looking: { readonly about: string | undefined } | undefined

  let ending = new AbortController()
  const start = async (): Promise<void> => {
    const own = ending
    const opened = await openRoom(
      name,
      { session, now, signal: AbortSignal.any([signal, own.signal]) },
      { ledger, awareness, version, unsettled, state, presence },
      () => void startAgain(),
    )
    if (signal.aborted || own.signal.aborted) return
    open = opened
    if (looking) opened.lookAt(looking)
    if (isWanted) opened.connect()
  }
  /** @param erase what must be gone before */
  const startAgain = async (erase?: () => Promise<void>): Promise<void> => {
    ending.abort()
    ending = new AbortController()
    open = undefined
    batch(() => {
      ledger.value = undefined
      awareness.value = undefined
      unsettled.value = new Map()
      presence.value = []
      state.value = UNREAD
    })
    await erase?.()
    if (!signal.aborted) await start()
  }
  void start()

  return {
    name,
    ledger,
    awareness,
    version,
    unsettled,
    state,
    presence,
    connect() {
      isWanted = true
      open?.connect()
    },
    rest() {
      isWanted = false
      open?.rest()
    },
    lookAt(at) {
      // Every room is told of every step: only those where something changes have news for others.
      if (at?.about === looking?.about && (at === undefined) === (looking === undefined)) return
      looking = at
      open?.lookAt(at)
    },
    settled: async () => open?.settled(),
    isFromServer: (origin) => open?.isFromServer(origin) ?? false,
    confirmed: () => open?.confirmed() ?? new Map(),
    earlier: () => open?.earlier() ?? new Set(),
    isRefused: () => isRefused(state.value) && unsettled.value.size > 0,
    async letGo() {
      const database = databasePrefix(session) + name
      open?.tellToLetGo()
      await startAgain(async () => {
        createJournal(database).clear()
        await eraseDatabase(database)
      })
    },
    missing: () => open?.missing() ?? { statements: [], update: new Uint8Array() },
  }
}

type Opened = Pick<
  Room,
  'connect' | 'rest' | 'lookAt' | 'settled' | 'isFromServer' | 'confirmed' | 'earlier' | 'missing'
> & {
  tellToLetGo(): void
}
type Signals = {
  readonly [Name in 'ledger' | 'awareness' | 'version' | 'unsettled' | 'state' | 'presence']: Room[Name] & {
    value: Room[Name]['value']
  }
}

const openRoom = async (
  name: string,
  options: RoomOptions,
  signals: Signals,
  letGo: () => void,
): Promise<Opened> => {
  const { session, now, signal } = options
  const database = databasePrefix(session) + name
  let confirmed = new Map<number, number>()
  /** The part of it that the server has told since this page's socket began to open, to whichever page of this device. */
  let fresh = new Map<number, number>()
  let confirmedAt: number | undefined
  let isOpen = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const place = parseRoom(name)
  const isText = place !== undefined && isProse(place)
  const disk = await openDisk(database, {
    keepsAll: isText,
    signal,
    isFromServer: (origin) => wire.isOrigin(origin),
    confirmed: () => confirmed,
    recall: (remembered, at) => {
      raise(confirmed, remembered)
      confirmedAt ??= at
    },
    changed: (stored) => {
      if (!isOpen) return
      bus?.tell({ stored })
      refresh()
    },
  })
  const { doc } = disk
  // Not by what is on the disk: a large room comes in pieces, and a page may have been closed before the last of them.
  let isKnown = confirmedAt !== undefined

  const ledger = openLedger(doc)
  const wire = createWire(doc, {
    address: syncAddress(session),
    room: name,
    token: session.token,
    signal,
    changed: () => refresh(),
    opening: () => {
      fresh = new Map()
    },
    greeted: (theirs) => {
      // A restored server may have less than it once confirmed. But a greeting is of the moment when it was sent: what
      // the server confirmed to another page since then stands.
      raise(fresh, lower(theirs, vectorOf(doc)))
      const isLess = !covers(fresh, confirmed)
      confirmed = new Map(fresh)
      if (isLess) void remember()
      refresh()
    },
    heard: (vector) => {
      learnConfirmed(vector)
      noteTime()
      bus?.tell({ confirmed: vector })
    },
    confirmed: (vector) => {
      const isNews = learnConfirmed(vector)
      noteTime()
      rememberSoon()
      if (isNews) bus?.tell({ confirmed: vector })
      refresh()
    },
  })
  const bus = signal.aborted
    ? undefined
    : createBus(doc, {
        name: database,
        heard: disk.heard,
        isKnown: disk.isOrigin,
        state: () => ({ stored: disk.stored(), confirmed: fresh }),
        learn: (news) => {
          disk.learn(news.stored)
          learnConfirmed(news.confirmed)
          refresh()
        },
        letGo,
        signal,
      })

  const learnConfirmed = (vector: Vector): boolean => {
    raise(fresh, vector)
    return raise(confirmed, vector)
  }
  // Before all has come, what is here is confirmed and still not everything.
  const noteTime = (): void => {
    if (wire.state() === 'online' && covers(confirmed, vectorOf(doc))) confirmedAt = now()
  }
  const rememberSoon = (): void => {
    timer ??= setTimeout(() => void remember())
  }
  const remember = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    try {
      await disk.remember(confirmedAt)
    } catch {
      // Nothing is lost by forgetting it: the server is asked again. A disk that fails shows it with the next write.
    }
  }

  const refresh = (): void => {
    if (signal.aborted) return
    batch(() => {
      const found = statuses()
      if (!sameEntries(signals.unsettled.peek(), found)) signals.unsettled.value = found
      if (!isKnown && wire.state() === 'online') {
        isKnown = true
        noteTime()
        rememberSoon()
      }
      const next = { disk: disk.problem(), wire: wire.state(), problem: wire.problem(), confirmedAt, isKnown }
      if (!sameFields(signals.state.peek(), next)) signals.state.value = next
    })
    if (wire.state() === 'online') void disk.heal()
  }
  const statuses = (): Map<string, LineStatus> => {
    if (isText) return textStatus()
    const found = new Map<string, LineStatus>()
    for (const { statement, client, clock } of statementsBeyond(doc, confirmed))
      found.set(
        statement.id,
        statusOf((vector) => clock < (vector.get(client) ?? 0)),
      )
    return found
  }
  const textStatus = (): Map<string, LineStatus> => {
    const all = [...vectorOf(doc)]
    const beyond = new Map(all.filter(([client, clock]) => clock > (confirmed.get(client) ?? 0)))
    return new Map(beyond.size > 0 ? [[TEXT, statusOf((vector) => covers(vector, beyond))]] : [])
  }
  const statusOf = (has: (vector: Vector) => boolean): LineStatus => {
    const problem = wire.problem()
    if (!has(disk.stored()) && disk.problem()) return 'not-saved'
    if (isRefused({ wire: wire.state(), problem })) return 'refused'
    if (!has(disk.stored())) return 'saving'
    return has(wire.sent()) ? 'sent' : 'here'
  }

  const drawPresence = (): void => {
    const others = presenceOf(wire.awareness.getStates(), session.member)
    if (!signal.aborted) signals.presence.value = others
  }
  wire.awareness.on('change', drawPresence)
  // Registered last: by now the wire knows whether it came from the server.
  doc.on('update', () => {
    batch(() => {
      signals.version.value += 1
      refresh()
    })
  })
  const stop = (): void => {
    if (timer !== undefined) void remember()
    ledger.close()
    doc.destroy()
  }
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })

  isOpen = true
  batch(() => {
    signals.ledger.value = ledger
    signals.awareness.value = wire.awareness
    refresh()
  })
  return {
    tellToLetGo: () => bus?.tellToLetGo(),
    connect: wire.connect,
    rest: () => batch(wire.rest),
    lookAt(at) {
      const { cursor } = wire.awareness.getLocalState() ?? {}
      const looking = at ? { room: name, at: at.about ?? null } : {}
      wire.awareness.setLocalState({ ...looking, ...(cursor && { cursor }) })
    },
    settled: async () => {
      await disk.settled()
      if (timer !== undefined) await remember()
    },
    isFromServer: wire.isOrigin,
    confirmed: () => confirmed,
    earlier: disk.earlier,
    missing: () => ({
      statements: [...statementsBeyond(doc, confirmed)].map(({ statement }) => statement),
      update: Y.encodeStateAsUpdate(doc, Y.encodeStateVector(confirmed)),
    }),
  }
}

/** The statements that a vector does not cover, without walking through those that it does. */
function* statementsBeyond(
  doc: Y.Doc,
  known: Vector,
): Generator<{ readonly statement: Statement; readonly client: number; readonly clock: number }> {
  for (const [client, structs] of doc.store.clients) {
    const from = known.get(client) ?? 0
    if (from >= Y.getState(doc.store, client)) continue
    for (const struct of structs.slice(Y.findIndexSS(structs, from))) {
      if (!(struct instanceof Y.Item) || struct.deleted) continue
      for (const [offset, entry] of struct.content.getContent().entries()) {
        const clock = struct.id.clock + offset
        const statement = clock >= from ? parse(entry) : undefined
        if (statement) yield { statement, client, clock }
      }
    }
  }
}

// What others say of themselves is read like everything that comes from outside.
const presenceOf = (states: ReadonlyMap<number, unknown>, me: string): Presence[] => {
  const found = new Map<string, Presence>()
  for (const state of states.values()) {
    const { user, room, at } = Object(state) as Record<string, unknown>
    const { member, name } = Object(user) as Record<string, unknown>
    if (typeof member !== 'string' || member === me || typeof room !== 'string') continue
    const about = typeof at === 'string' ? at : undefined
    found.set(`${member} ${about}`, {
      member,
      name: typeof name === 'string' ? name : member,
      room,
      at: about,
    })
  }
  return [...found.values()]
}

const sameEntries = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value)

const sameFields = (a: RoomState, b: RoomState): boolean =>
  a.disk === b.disk &&
  a.wire === b.wire &&
  a.problem === b.problem &&
  a.confirmedAt === b.confirmedAt &&
  a.isKnown === b.isKnown
