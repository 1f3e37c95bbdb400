/** The one room whose content the server understands: who is a member, in which roles, which years are closed. */
import * as Y from 'yjs'
import { grantsOf, type Org } from '../shared/access'
import { readRecord } from '../shared/kinds/kind'
import { member } from '../shared/kinds/member'
import { openLedger } from '../shared/ledger'
import type { Room } from './room'

export type OrgStanding = Org & {
  /** Goes up whenever something changed. */
  readonly version: number
  /** Takes over what an opened `org` room holds, and follows it from then on. */
  follow(room: Room): void
  /** Calls back after each change. */
  watch(listener: () => void): void
  nameOf(memberId: string): string
  /** Whether there is such a member, with at least one role that still holds or none at all. */
  isMember(memberId: string, at: number): boolean
}

export const createOrgStanding = (): OrgStanding => {
  const doc = new Y.Doc()
  const { fold } = openLedger(doc)
  const listeners = new Set<() => void>()
  let version = 0

  const apply = (updates: readonly Uint8Array[]): void => {
    if (updates.length === 0) return
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    version++
    for (const listener of listeners) listener()
  }
  const readMember = (memberId: string) => {
    const folded = fold.get(`member:${memberId}`)
    return folded && readRecord(member, folded)
  }

  return {
    get: (about) => fold.get(about),
    get version() {
      return version
    },
    follow(room) {
      apply(room.lacking(Y.encodeStateVector(doc)))
      room.watch((entries) => apply(entries.map(({ bytes }) => bytes)))
    },
    watch: (listener) => void listeners.add(listener),
    nameOf: (memberId) => readMember(memberId)?.name ?? '',
    isMember: (memberId, at) => grantsOf({ get: (about) => fold.get(about) }, memberId, at) !== undefined,
  }
}
