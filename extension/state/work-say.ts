/** How verbs about work speak: the objection first, then one act in one room; what may not be said is not said by half. */
import { keyFrom } from '../../shared/commands/change'
import type { RunningFold } from '../../shared/fold'
import type { Act, Base } from './quality-base'
import type { Added, Objection } from './work-types'

export type Sayer = {
  /** Says it, unless there is an objection or one may not write there. */
  say<O extends string = never>(
    room: string,
    command: Act['command'],
    objectionTo?: (seen: RunningFold, by: string) => O | undefined,
  ): Objection<O>
  /** The same for something new, under a key of its own. */
  add<O extends string>(
    room: string,
    kind: string,
    name: string,
    command: (
      seen: RunningFold,
      key: string,
      ...rest: [Parameters<Act['command']>[1]]
    ) => ReturnType<Act['command']>,
    objectionTo: (seen: RunningFold) => O | undefined,
  ): Added<O>
  /** The records of a room in which one may speak. */
  seenIn(room: string): RunningFold | undefined
}

export const createSayer = ({ act, author, rooms, mayWriteIn, member }: Base): Sayer => {
  const seenIn: Sayer['seenIn'] = (room) =>
    mayWriteIn(room) ? rooms.peek().get(room)?.ledger.peek()?.fold : undefined
  const say: Sayer['say'] = (room, command, objectionTo) => {
    const seen = seenIn(room)
    if (!seen) return 'not-for-you'
    const objection = objectionTo?.(seen, member)
    if (objection === undefined) act({ room, command })
    return objection
  }
  return {
    say,
    add(room, kind, name, command, objectionTo) {
      const key = keyFrom(name, author().id())
      const objection = say(room, (seen, by) => command(seen, key, by), objectionTo)
      return objection === undefined ? { added: { room, about: `${kind}:${key}`, key } } : { objection }
    },
    seenIn,
  }
}
