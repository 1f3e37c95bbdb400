/**
 * One socket in one room: reads what comes in, keeps the order of what goes out. The rights are asked for with each
 * message, since they may change while someone is in.
 */
import type { WebSocket } from 'ws'
import { mayWrite, refusalAtDoor } from '../shared/access'
import { PROBLEMS, type Problem, Refusal } from '../shared/protocol'
import type { Room as Place } from '../shared/rooms'
import { awarenessFrame, confirmFrame, entriesFrame, step1Frame, step2Frame, updateFrame } from './frames'
import type { Report } from './log'
import { EMPTY } from './merge'
import { type Message, readMessage } from './messages'
import type { Metrics } from './metrics'
import type { Organisation } from './organisation'
import { createOutput } from './output'
import type { Guest, Room } from './room'

/** Who is at the other end, and which room is meant. */
export type Visit = {
  readonly organisation: Organisation
  readonly member: string
  readonly device: string
  readonly name: string
  readonly place: Place
}

export type Connection = {
  readonly visit: Visit
  /** Says why, and closes. */
  close(problem: Problem, detail?: string): void
  /** Looks again whether this member may still be here. */
  recheck(): void
  /** Sends something that means nothing, so that the other end knows the line is alive. */
  greet(): void
}

export type ConnectionOptions = {
  readonly socket: WebSocket
  readonly visit: Visit
  readonly room: Room
  readonly now: () => number
  readonly report: Report
  readonly metrics: Metrics
  readonly onClose: () => void
}

/** How often something may be done: so many at once, and so many more each second. */
const RATES = { presence: { burst: 100, each: 20 }, step1: { burst: 20, each: 1 } } as const
/** Bytes that one socket may have on their way to the disk before it has to wait. */
const ON_THE_WAY = 4 * 1_048_576
/** How long a right that was looked up holds: a day may end, an auditor's term with it. */
const RIGHT_HOLDS = 1_000
/** An awareness update about no one. */
const NOBODY = Uint8Array.of(0)

/** Lets a member into an open room, whose right to be there has been seen to. */
export const createConnection = (options: ConnectionOptions): Connection => {
  const { socket, visit, room, now, report, metrics, onClose } = options
  const { organisation, member, place } = visit
  const { org } = organisation
  const output = createOutput(socket)
  const left = { presence: createBucket(now()), step1: createBucket(now()) }
  let joined = false
  let closed = false
  let onTheWay = 0
  let right = { may: false, version: -1, until: 0 }

  const close = (problem: Problem, detail: string = problem): void => {
    if (closed) return
    closed = true
    metrics.count('closed', problem)
    output.flush()
    socket.resume()
    socket.close(PROBLEMS[problem].close, detail)
  }
  const trouble = (error: unknown): void => {
    const about = { organisation: organisation.id, room: room.name, member }
    if (error instanceof Refusal) {
      metrics.count('refused', error.detail)
      report('warn', 'refused', { ...about, problem: error.problem, rule: error.detail })
      close(error.problem, error.detail)
    } else {
      report('error', 'trouble', { ...about, error })
      close('server-trouble')
    }
  }
  const mayWriteNow = (): boolean => {
    const at = now()
    if (right.version !== org.version || at >= right.until)
      right = { may: mayWrite(org, member, place, at), version: org.version, until: at + RIGHT_HOLDS }
    return right.may
  }

  const guest: Guest = {
    member,
    memberName: () => org.nameOf(member),
    tell(entries) {
      if (!joined) return
      metrics.count('relayed', '', entries.length)
      output.write(entriesFrame(entries))
    },
    see: (update) => output.write(awarenessFrame(update)),
    leave: () => close('server-trouble'),
  }

  const receive = (update: Uint8Array): void => {
    room.receive(update, { member, mayWrite: mayWriteNow(), guest })
    metrics.count('updates')
    onTheWay += update.length
    if (onTheWay < ON_THE_WAY) return
    onTheWay = 0
    socket.pause()
    room.whenSafe(() => socket.resume())
  }
  const answer = (vector: Uint8Array): void => {
    if (!takeOne(left.step1, RATES.step1, now())) throw new Refusal('too-many', 'asks too often')
    joined = true
    const updates = room.lacking(vector)
    for (const update of updates.slice(0, -1)) output.write(...updateFrame(update))
    output.write(...step2Frame(updates[updates.length - 1] ?? EMPTY))
  }
  const confirm = (counter: number): void =>
    room.whenSafe((error) => {
      if (error === undefined) output.write(confirmFrame(counter))
    })
  const showPresence = (): void => {
    const all = room.presence.all()
    if (all) output.write(awarenessFrame(all))
  }
  const act = (message: Message): void => {
    if (message.kind === 'step1') answer(message.vector)
    else if (message.kind === 'update') receive(message.update)
    else if (message.kind === 'confirm') confirm(message.counter)
    // Who shows itself too often is seen less often, nothing worse.
    else if (!takeOne(left.presence, RATES.presence, now())) return
    else if (message.kind === 'awareness') room.presence.take(guest, message.update)
    else showPresence()
  }

  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (closed) return
    try {
      if (!isBinary) throw new Refusal('not-decodable', 'text frame')
      act(readMessage(data))
    } catch (error) {
      trouble(error)
    }
  })
  socket.on('close', () => {
    closed = true
    room.exit(guest)
    room.presence.leave(guest)
    onClose()
  })
  room.enter(guest)
  output.write(...step1Frame(room.vector()))
  showPresence()

  return {
    visit,
    close,
    recheck() {
      if (refusalAtDoor(org, member, place, now()) !== undefined) close('rights-changed')
    },
    greet: () => output.write(awarenessFrame(NOBODY)),
  }
}

/** What is left of a rate: a bucket that refills with time. `undefined` is a full one. */
type Bucket = { amount: number | undefined; at: number }

const createBucket = (at: number): Bucket => ({ amount: undefined, at })

const takeOne = (bucket: Bucket, { burst, each }: { burst: number; each: number }, at: number): boolean => {
  const refill = (Math.max(0, at - bucket.at) / 1_000) * each
  const amount = Math.min(burst, (bucket.amount ?? burst) + refill)
  bucket.at = at
  bucket.amount = amount < 1 ? amount : amount - 1
  return amount >= 1
}
