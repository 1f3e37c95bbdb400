/**
 * Room names: what they say and which there can be. Who may enter is access.ts; which really exist follows from `org`.
 */

export type Room =
  | { readonly kind: 'org' }
  | { readonly kind: 'team' }
  | { readonly kind: 'complaints' }
  | { readonly kind: 'dept'; readonly department: string }
  | { readonly kind: 'year'; readonly department: string; readonly year: number }
  | { readonly kind: 'complaint'; readonly complaint: string }
  | { readonly kind: 'round'; readonly round: string; readonly member: string }
  | { readonly kind: 'text'; readonly room: Exclude<Room, { kind: 'text' }>; readonly about: string }

const SEGMENT = /^[a-z0-9][a-z0-9.-]{0,63}$/
const YEAR = /^20\d\d$/
const SUBJECT = /^([a-z][a-z-]*)\.([a-z0-9][a-z0-9-]*)$/

/** Reads a room name; `undefined` when no room can have it. */
export const parseRoom = (name: string): Room | undefined => {
  const segments = name.split('/')
  if (!segments.every((segment) => SEGMENT.test(segment))) return undefined
  return segments[0] === 'text' ? textRoom(segments.slice(1)) : plainRoom(segments)
}

/** The room in which a department's year is kept: "dept/tec/2026". */
export const yearRoom = (department: string, year: number): string => `dept/${department}/${year}`

/** The room of a text, named after its room and subject: "text/dept/tec/plan.k2f7". */
export const textRoomName = (room: string, about: string): string => `text/${room}/${about.replace(':', '.')}`

/** Whether a room holds prose instead of a ledger. */
export const isProse = (room: Room): boolean => room.kind === 'text'

const plainRoom = (segments: readonly string[]): Exclude<Room, { kind: 'text' }> | undefined => {
  const [first, second, third] = segments
  if (segments.length === 1 && (first === 'org' || first === 'team' || first === 'complaints'))
    return { kind: first }
  if (first === 'dept' && second && segments.length === 2) return { kind: 'dept', department: second }
  if (first === 'dept' && second && third && segments.length === 3 && YEAR.test(third))
    return { kind: 'year', department: second, year: Number(third) }
  if (first === 'complaints' && second && segments.length === 2)
    return { kind: 'complaint', complaint: second }
  if (first === 'round' && second && third && segments.length === 3)
    return { kind: 'round', round: second, member: third }
  return undefined
}

const textRoom = (segments: readonly string[]): Room | undefined => {
  const subject = SUBJECT.exec(segments[segments.length - 1] ?? '')
  const room = plainRoom(segments.slice(0, -1))
  if (!subject || !room) return undefined
  return { kind: 'text', room, about: `${subject[1]}:${subject[2]}` }
}
