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
import type { Presence } from './presence'
import type { Guest, Room } from './room'

/** Who is at the other end, and which room is meant. */
export type Visit = {
  readonly organisation: Organisation
  readonly member: string
  readonly device: string
  readonly name: string
  readonly place: Place
}

export type Connection = Visit & {
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
  readonly now: () => number
  readonly report: Report
  readonly metrics: Metrics
  readonly onClose: () => void
}

/** How often something may be done: so many at once, and so many more each second. */
const RATES = { awareness: { burst: 100, each: 20 }, step1: { burst: 20, each: 1 } } as const
/** Bytes that one socket may have on their way to the disk before it has to wait. */
const ON_THE_WAY = 4 * 1_048_576
/** How long a right that was looked up holds: a day may end, an auditor's term with it. */
const RIGHT_HOLDS = 1_000

/** An awareness update about no one. */
const NOBODY = Uint8Array.of(0)

/** Lets a member in whose right to be there has been seen to. */
export const createConnection = (options: ConnectionOptions): Connection => {
  const { socket, visit, now, report, metrics, onClose } = options
  const { organisation, member, name, place } = visit
  const { org } = organisation
  const output = createOutput(socket)
  const about = { organisation: organisation.id, room: name, member }
  const tokens = { awareness: createBucket(RATES.awareness, now), step1: createBucket(RATES.step1, now) }
  const inbox: Uint8Array[] = []
  let room: Room | undefined
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
  const guard = (act: () => void): void => {
    try {
      act()
    } catch (error) {
      if (error instanceof Refusal) {
        metrics.count('refused', error.detail)
        report('warn', 'refused', { ...about, problem: error.problem, rule: error.detail })
        close(error.problem, error.detail)
      } else {
        report('error', 'trouble', { ...about, error })
        close('server-trouble')
      }
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

  const receive = (update: Uint8Array, { receive: take, whenSafe }: Room): void => {
    take(update, { member, mayWrite: mayWriteNow(), guest })
    metrics.count('updates')
    onTheWay += update.length
    if (onTheWay < ON_THE_WAY) return
    onTheWay = 0
    socket.pause()
    whenSafe(() => socket.resume())
  }
  const answer = (vector: Uint8Array, { lacking }: Room): void => {
    if (!tokens.step1()) throw new Refusal('too-many', 'asks too often')
    joined = true
    const updates = lacking(vector)
    for (const update of updates.slice(0, -1)) output.write(...updateFrame(update))
    output.write(...step2Frame(updates[updates.length - 1] ?? EMPTY))
  }
  const confirm = (counter: number, { whenSafe }: Room): void =>
    whenSafe((error) => {
      if (error === undefined) output.write(confirmFrame(counter))
    })
  const act = (message: Message, here: Room): void => {
    if (message.kind === 'step1') answer(message.vector, here)
    else if (message.kind === 'update') receive(message.update, here)
    else if (message.kind === 'confirm') confirm(message.counter, here)
    else if (tokens.awareness()) actOnPresence(message, here.presence)
  }
  const actOnPresence = (message: Message, presence: Presence): void => {
    if (message.kind === 'awareness') presence.take(guest, message.update)
    else showPresence(presence)
  }
  const showPresence = (presence: Presence): void => {
    const all = presence.all()
    if (all) output.write(awarenessFrame(all))
  }

  const enter = (opened: Room): void => {
    if (closed) return
    room = opened
    opened.enter(guest)
    output.write(...step1Frame(opened.vector()))
    showPresence(opened.presence)
    socket.resume()
    for (const data of inbox.splice(0)) if (!closed) guard(() => act(readMessage(data), opened))
  }

  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (closed) return
    if (!isBinary) return guard(() => refuseText())
    const here = room
    if (here) guard(() => act(readMessage(data), here))
    else inbox.push(data)
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    closed = true
    room?.exit(guest)
    room?.presence.leave(guest)
    onClose()
  })
  // What comes in before the room is open can wait in the network.
  socket.pause()
  organisation.rooms.open(name, place).then(enter, (error: unknown) => {
    report('error', 'room-not-opened', { ...about, error })
    close('server-trouble')
  })

  return {
    ...visit,
    close,
    recheck() {
      if (refusalAtDoor(org, member, place, now()) !== undefined) close('rights-changed')
    },
    greet: () => output.write(awarenessFrame(NOBODY)),
  }
}

const refuseText = (): never => {
  throw new Refusal('not-decodable', 'text frame')
}

/** A bucket that refills with time. */
const createBucket = (
  { burst, each }: { readonly burst: number; readonly each: number },
  now: () => number,
): (() => boolean) => {
  let left: number = burst
  let last = now()
  return () => {
    const at = now()
    left = Math.min(burst, left + (Math.max(0, at - last) / 1000) * each)
    last = at
    if (left < 1) return false
    left--
    return true
  }
}
