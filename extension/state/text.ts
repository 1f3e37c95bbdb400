/** Opens texts: the room of a text, and what is said about it in the room of its subject. Keeps a moment of it when its writer stops. */
import { computed, effect, type ReadonlySignal, signal as signalOf } from '@preact/signals'
import * as Y from 'yjs'
import {
  addComment,
  changeComment,
  keepVersion,
  keyOfId,
  removeComment,
  resolveComment,
} from '../../shared/commands/texts'
import type { RunningFold } from '../../shared/fold'
import { commentAbout } from '../../shared/kinds/comment'
import { PROSE } from '../../shared/ledger'
import { outlineOf } from '../../shared/prose/outline'
import { isEmptyProse, readProse } from '../../shared/prose/read'
import { keepMoment } from '../../shared/prose/snapshots'
import { conversations, versions, writersOf } from '../../shared/queries/texts'
import { textRoomName } from '../../shared/rooms'
import { keyOf } from '../../shared/statement'
import { itemKeys, removeItem, writeItem } from './items'
import { tellBackground } from './messages'
import type { Act, Base } from './quality-base'
import { TEXT } from './room'
import { databasePrefix } from './session'
import { putBack, strandedBy } from './stranded'
import type { Text } from './text-types'
import type { Session } from './types'

/** After so long without a stroke its writer has stopped. */
const QUIET = 4 * 60_000
/** A page that is hidden every minute keeps a moment less often. */
const AT_LEAST = 10 * 60_000

export type TextPlace = { readonly room: string; readonly about: string }

/** @param hold opens rooms, and returns how to let them go */
export const openText = (
  base: Base & { readonly session: Session },
  hold: (rooms: readonly string[]) => () => void,
  { room: home, about }: TextPlace,
): Text => {
  const name = textRoomName(home, about)
  const letGo = hold([name, home])
  const room = computed(() => base.rooms.value.get(name))
  const said = <T>(read: (records: RunningFold) => readonly T[]): ReadonlySignal<readonly T[]> =>
    computed(() => {
      const owner = base.rooms.value.get(home)
      // The fold is one object that changes: its version says when.
      owner?.version.value
      const found = owner?.ledger.value?.fold
      return found ? read(found) : []
    })
  const doc = computed(() => room.value?.ledger.value?.doc)
  const mayWrite = computed(() => {
    base.rooms.value.get('org')?.version.value
    return base.mayWriteIn(home)
  })
  const kept = said((found) => versions(found, about))
  const act = (command: Act['command']): void => void base.act({ room: home, command })
  const key = (): string => keyOfId(base.author().id())

  const ending = new AbortController()
  const asked = new Set<number>()

  // Moments

  const mine = writing(databasePrefix(base.session) + name)
  let isChanged = false
  let keptAt = Number.NEGATIVE_INFINITY
  let quiet: ReturnType<typeof setTimeout> | undefined
  /** What was written by a page that was gone before it could say so. */
  const noteEarlier = (): void => {
    for (const client of room.peek()?.earlier() ?? []) {
      if (wasNoted.has(client) || !doc.peek()?.store.clients.has(client)) continue
      wasNoted.add(client)
      mine.note(client)
      isChanged = true
    }
  }
  const wasNoted = new Set<number>()
  const keep = (title: string | undefined): void => {
    clearTimeout(quiet)
    noteEarlier()
    const now = doc.peek()
    if (!now || !mayWrite.peek()) return
    isChanged = false
    keptAt = base.now()
    const clients = mine.clients()
    const input = {
      text: about,
      title,
      automatic: title === undefined,
      ...keepMoment(now, kept.peek()),
      clients: clients.filter((client) => now.store.clients.has(client)),
    }
    base.say(home, (seen, by) => keepVersion(seen, key(), input, by))
    mine.named(input.clients)
  }
  const keepIfChanged = (): void => {
    noteEarlier()
    if (isChanged) keep(undefined)
  }
  /** Client ids for which this page, and no other of this device, puts words back. */
  const claimed = new Set<number>()
  const claim = async (client: number): Promise<void> => {
    if (await isFirst(`${databasePrefix(base.session)}${name}#${client}`, ending.signal)) claimed.add(client)
  }
  const stopClaiming = effect(() => {
    const own = doc.value?.clientID
    room.value?.state.value
    for (const client of [own, ...(room.value?.earlier() ?? [])])
      if (client !== undefined && !asked.has(client)) {
        asked.add(client)
        void claim(client)
      }
  })
  const rescue = (transaction: Y.Transaction): void => {
    const open = room.peek()
    if (!open || transaction.deleteSet.clients.size === 0 || !mayWrite.peek()) return
    const stranded = strandedBy(transaction, claimed, open.confirmed())
    if (stranded.length === 0) return
    const suggestion = { id: base.author().id(), by: base.member, at: base.now() }
    // What is here comes from a transaction that is not over yet.
    queueMicrotask(() => {
      if (doc.peek() === transaction.doc) putBack(transaction.doc, stranded, suggestion)
    })
  }
  const stopWatching = effect(() => {
    const watched = doc.value
    if (!watched) return undefined
    const follow = (_update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
      if (room.peek()?.isFromServer(origin)) rescue(transaction)
      if (!transaction.local) return
      const { clientID } = watched
      const wrote =
        (transaction.afterState.get(clientID) ?? 0) > (transaction.beforeState.get(clientID) ?? 0) ||
        transaction.deleteSet.clients.size > 0
      if (!wrote) return
      if (!isChanged) mine.note(clientID)
      isChanged = true
      clearTimeout(quiet)
      quiet = setTimeout(keepIfChanged, QUIET)
    }
    watched.on('update', follow)
    return () => watched.off('update', follow)
  })
  // A page may be gone a moment later; the background brings what it leaves.
  const handOver = (): void => {
    keepIfChanged()
    if (room.peek()?.unsettled.peek().size) tellBackground({ type: 'dirty', rooms: [name, home] })
  }
  const leave = (): void => {
    if (globalThis.document?.visibilityState !== 'hidden') return
    if (base.now() - keptAt >= AT_LEAST) keepIfChanged()
  }
  /** Who is or was here at the same time, by the client id of what he or she writes. */
  const met = signalOf<ReadonlyMap<number, string>>(new Map())
  const stopMeeting = effect(() => {
    const here = room.value?.awareness.value
    if (!here) return undefined
    const meet = (): void => {
      const known = met.peek()
      const found = [...here.getStates()].map(([client, state]) => [client, memberIn(state)] as const)
      const fresh = found.filter(([client, member]) => member !== undefined && known.get(client) !== member)
      if (fresh.length > 0) met.value = new Map([...known, ...(fresh as [number, string][])])
    }
    meet()
    here.on('change', meet)
    return () => here.off('change', meet)
  })
  const stopLooking = effect(() => room.value?.lookAt({ about }))
  const events = { signal: AbortSignal.any([ending.signal, base.signal]) }
  globalThis.document?.addEventListener('visibilitychange', leave, events)
  globalThis.window?.addEventListener?.('pagehide', handOver, events)

  let outline: number | undefined

  return {
    room: name,
    about,
    member: base.member,
    doc,
    awareness: computed(() => room.value?.awareness.value),
    status: computed(() => room.value?.unsettled.value.get(TEXT) ?? 'confirmed'),
    isOnline: computed(() => room.value?.state.value.wire === 'online'),
    problem: computed(() => room.value?.state.value.disk ?? room.value?.state.value.problem),
    isKnown: computed(() => room.value?.state.value.isKnown ?? false),
    presence: computed(() => room.value?.presence.value ?? []),
    mayWrite,

    conversations: said((found) => conversations(found, about)),
    comment(input) {
      const made = key()
      const places = base.act({
        room: home,
        command: (seen, by) => addComment(seen, made, { ...input, text: about }, by),
      })
      return places.length > 0 ? commentAbout(made) : undefined
    },
    reply: (thread, body) => act((seen, by) => addComment(seen, key(), { text: about, thread, body }, by)),
    changeComment: (comment, body) => act((seen, by) => changeComment(seen, keyOf(comment), body, by)),
    resolve: (comment, resolved) => act((seen, by) => resolveComment(seen, keyOf(comment), resolved, by)),
    removeComment: (comment) => act((seen, by) => removeComment(seen, keyOf(comment), by)),

    versions: kept,
    writers: computed(() => {
      const writers = new Map([...met.value, ...writersOf(kept.value)])
      for (const client of mine.clients()) if (!writers.has(client)) writers.set(client, base.member)
      return writers
    }),
    keepVersion: (title) => keep(title),

    insertOutline(blocks) {
      const now = doc.peek()
      if (!mayWrite.peek()) return 'may-not-write'
      if (!now || !room.peek()?.state.peek().isKnown) return 'not-known'
      if (!isEmptyProse(now)) return 'not-empty'
      const { client, update } = outlineOf(name, blocks, (each) => now.store.clients.has(each))
      Y.applyUpdate(now, update, OUTLINE)
      mine.note(client)
      isChanged = true
      outline = client
      return undefined
    },
    undoOutline() {
      const now = doc.peek()
      if (now && outline !== undefined) takeOut(now, outline)
      outline = undefined
    },
    read: () => (doc.peek() ? readProse(doc.peek() as Y.Doc) : []),
    close() {
      handOver()
      clearTimeout(quiet)
      stopWatching()
      stopMeeting()
      stopLooking()
      stopClaiming()
      ending.abort()
      letGo()
    },
  }
}

const OUTLINE = 'outline'

/** Takes out the blocks of an outline in which nobody else wrote. */
const takeOut = (doc: Y.Doc, outline: number): void => {
  const prose = doc.getXmlFragment(PROSE)
  doc.transact(() => {
    for (let index = prose.length - 1; index >= 0; index--) {
      const block = prose.get(index)
      if (block._item?.id.client === outline && isOnlyBy(block, outline)) prose.delete(index, 1)
    }
  }, OUTLINE)
}

const isOnlyBy = (type: Y.XmlElement | Y.XmlText | Y.XmlHook, client: number): boolean => {
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.id.client !== client) return false
    if (item.content instanceof Y.ContentType && !isOnlyBy(item.content.type as Y.XmlElement, client))
      return false
  }
  return true
}

// The server puts the member there that it knows, whatever a device says of itself.
const memberIn = (state: unknown): string | undefined => {
  const { user } = Object(state) as Record<string, unknown>
  const { member } = Object(user) as Record<string, unknown>
  return typeof member === 'string' ? member : undefined
}

/** Whether this page is the first of the device to ask for something; it keeps it until its end. */
const isFirst = (name: string, signal: AbortSignal): Promise<boolean> => {
  const { locks } = (globalThis.navigator ?? {}) as Partial<Navigator>
  if (!locks) return Promise.resolve(true)
  return new Promise((resolve) => {
    void locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      if (lock === null || signal.aborted) return undefined
      return new Promise<void>((release) => signal.addEventListener('abort', () => release(), { once: true }))
    })
  })
}

/** Client ids under which this person wrote here and which no kept moment names yet: a page may be gone before it does. */
const writing = (database: string) => {
  const place = `waarborg.writing/${database}#`
  const known = new Set(itemKeys(place).map((key) => Number(key.slice(place.length))))
  return {
    note(client: number): void {
      known.add(client)
      writeItem(`${place}${client}`, '1')
    },
    clients: (): number[] => [...known].filter(Number.isSafeInteger),
    named(clients: readonly number[]): void {
      for (const client of clients) {
        known.delete(client)
        removeItem(`${place}${client}`)
      }
    },
  }
}
