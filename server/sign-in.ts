/**
 * Getting in: a one-time code becomes a device's token. Both are kept as hashes only. Kinds of code: one that works once,
 * for fourteen days; and one for a demo, which may be used again and does not expire.
 */
import { createHash, randomBytes } from 'node:crypto'
import { Refusal } from '../shared/protocol'
import type { Note, Store } from './store/store'

const DAY = 86_400_000
const LIMITS = { code: 14 * DAY, remembered: 90 * DAY, seen: 3_600_000, label: 80 } as const
/** Without I, L, O and U: nobody reads a zero for an O. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export type NewCode = { readonly code: string; readonly member: string; readonly expires: number }
/** A code that waits to be used, without the code itself: that is shown once, to who made it. */
export type OpenCode = { readonly created: number; readonly expires: number }
export type Device = {
  readonly id: string
  readonly label: string
  readonly created: number
  readonly seen: number | null
}

export type SignIn = {
  /** Makes a code; a member's earlier unused codes end with it. Twelve characters, 60 random bits. */
  makeCode(member: string, options?: { readonly reusable?: boolean }): Promise<NewCode>
  revokeCodes(member: string): Promise<void>
  /** The member's codes that may still be used once. */
  openCodes(member: string): readonly OpenCode[]
  /** Gives a token for a code, or throws a Refusal. */
  use(code: string, label: string): Promise<{ readonly token: string; readonly member: string }>
  /** The member and device of a token; `undefined` when it is not, or no longer, good. */
  find(token: string): { readonly member: string; readonly device: string } | undefined
  devices(member: string): readonly Device[]
  /** Says whose device it was; `undefined` when there is none. */
  memberOfDevice(id: string): string | undefined
  revokeDevice(id: string): Promise<void>
  /** Calls back with the id of each device that is revoked. */
  watch(listener: (device: string) => void): void
}

export const createSignIn = (store: Store, now: () => number): SignIn => {
  const listeners = new Set<(device: string) => void>()
  const { id: organisation } = store.organisation
  const codeKey = (code: string): string => `code/${digest(`${organisation}/${normal(code)}`)}`
  const deviceKey = (token: string): string => `device/${digest(token)}`
  const of = (prefix: string): [string, Note][] =>
    [...store.notes()].filter(([key]) => key.startsWith(prefix))
  const keyOfDevice = new Map(of('device/').map(([key, { id }]) => [String(id), key]))
  const unused = (member: string): [string, Note][] =>
    of('code/').filter(
      ([, note]) =>
        note.member === member && note.used === null && !note.reusable && Number(note.expires) > now(),
    )

  return {
    async makeCode(member, { reusable = false } = {}) {
      const code = newCode()
      const created = now()
      const expires = reusable ? Number.MAX_SAFE_INTEGER : created + LIMITS.code
      const changes = new Map<string, Note | undefined>()
      for (const [key, note] of of('code/'))
        if (Number(note.created) + LIMITS.remembered < created && !note.reusable) changes.set(key, undefined)
      if (!reusable) for (const [key, note] of unused(member)) changes.set(key, { ...note, expires: created })
      changes.set(codeKey(code), { member, created, expires, used: null, reusable })
      await store.note(changes)
      return { code, member, expires }
    },
    async revokeCodes(member) {
      const changes = new Map<string, Note>()
      for (const [key, note] of unused(member)) changes.set(key, { ...note, expires: now() })
      if (changes.size > 0) await store.note(changes)
    },
    openCodes: (member) =>
      unused(member).map(([, { created, expires }]) => ({
        created: Number(created),
        expires: Number(expires),
      })),
    async use(code, label) {
      const at = now()
      const key = codeKey(code)
      const note = store.notes().get(key)
      if (!note) throw new Refusal('code-unknown')
      if (note.used !== null || spent.has(note)) throw new Refusal('code-used')
      if (Number(note.expires) <= at) throw new Refusal('code-expired')
      const member = String(note.member)
      const token = randomBytes(32).toString('base64url')
      const device = {
        id: randomBytes(9).toString('base64url'),
        member,
        label: label.slice(0, LIMITS.label),
        created: at,
        seen: at,
      }
      const changes = new Map<string, Note>([[deviceKey(token), device]])
      keyOfDevice.set(device.id, deviceKey(token))
      if (!note.reusable) {
        changes.set(key, { ...note, used: at })
        // Two who come with the same code in the same moment: the second is told it was used.
        spent.add(note)
      }
      try {
        await store.note(changes)
      } catch (error) {
        spent.delete(note)
        throw error
      }
      return { token, member }
    },
    find(token) {
      const key = deviceKey(token)
      const note = store.notes().get(key)
      if (!note) return undefined
      // Once an hour is often enough to see which device is still in use. That it was used is not worth failing over.
      if (now() - Number(note.seen) > LIMITS.seen)
        void store.note(new Map([[key, { ...note, seen: now() }]])).catch(() => undefined)
      return { member: String(note.member), device: String(note.id) }
    },
    devices: (member) =>
      of('device/')
        .filter(([, note]) => note.member === member)
        .map(([, { id, label, created, seen }]) => ({
          id: String(id),
          label: String(label),
          created: Number(created),
          seen: seen === null ? null : Number(seen),
        })),
    memberOfDevice(id) {
      const note = store.notes().get(keyOfDevice.get(id) ?? '')
      return note && String(note.member)
    },
    async revokeDevice(id) {
      const key = keyOfDevice.get(id)
      if (key === undefined) return
      await store.note(new Map([[key, undefined]]))
      keyOfDevice.delete(id)
      for (const listener of listeners) listener(id)
    },
    watch: (listener) => void listeners.add(listener),
  }
}

/** Codes of which the use is on its way to the disk. */
const spent = new WeakSet<Note>()

const newCode = (): string => {
  const characters = Array.from(randomBytes(12), (byte) => ALPHABET[byte % 32]).join('')
  return (characters.match(/.{4}/g) ?? []).join('-')
}

/** As people type it: lower case, spaces, hyphens or none, an O for a zero. */
const normal = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
