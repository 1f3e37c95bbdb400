/** What has to hold in a simulation: at any moment, and when nothing is on its way any more. */
import * as Y from 'yjs'
import type { Organisation } from '../../server/organisation'
import { mayWrite, refusalAtDoor } from '../../shared/access'
import { type Folded, fold } from '../../shared/fold'
import { KINDS } from '../../shared/kinds'
import { readRecord } from '../../shared/kinds/kind'
import { openLedger } from '../../shared/ledger'
import { asOf, history } from '../../shared/queries/history'
import { parseRoom } from '../../shared/rooms'
import { canonical, type Json, kindOf, parse, type Statement, sameJson } from '../../shared/statement'
import { statementsIn } from './server'
import { ledgerOf, type Page, PEOPLE, type Said, type World } from './world'

/** After every step: what a page says of its own work is true. */
export const checkPromises = (world: World): void => {
  for (const page of world.pages) {
    for (const said of page.waiting) {
      const isShown = ledgerOf(page, said.room)
        ?.fold.get(said.about)
        ?.statements.some(({ id }) => id === said.id)
      if (!isShown) continue
      const status = page.rooms.get(said.room)?.unsettled.peek().get(said.id) ?? 'confirmed'
      if (status === 'here' || status === 'sent') said.stored = true
      if (status !== 'confirmed') continue
      said.confirmed = true
      page.waiting.delete(said)
      if (!world.machine.onDisk(said.room).has(said.id))
        world.fail(`${said.id} is shown as confirmed on ${page.name} and is not on the server's disk`)
    }
  }
}

/** @property everything nobody was refused anything, so nothing may be missing anywhere */
export type Quiet = { readonly everything: boolean }

/** When nothing is on its way any more: all who may see a room see the same in it. */
export const checkQuiet = async (world: World, { everything }: Quiet): Promise<void> => {
  const { machine } = world
  const organisation = machine.running() as Organisation
  for (const trouble of machine.troubles()) world.fail(`the server had trouble: ${trouble}`)
  for (const name of await machine.roomsOnDisk()) {
    const truth = await checkServer(world, organisation, name)
    for (const page of world.pages) if (page.rooms.has(name)) checkPage(world, page, name, truth, everything)
    checkSaid(world, name, truth)
    truth.doc.destroy()
  }
  if (everything)
    for (const said of world.said.values())
      if (said.stored && !machine.onDisk(said.room).has(said.id))
        world.fail(`${said.id} was on a device's disk and never arrived`)
}

type Truth = {
  readonly doc: Y.Doc
  readonly statements: readonly Statement[]
  readonly records: ReadonlyMap<string, Folded>
  /** The same in words. */
  readonly texts: ReadonlyMap<string, string>
  readonly list: string
}

/** What the server has of a room, read from its disk; and that what it tells comes down to the same. */
const checkServer = async (world: World, { rooms, org }: Organisation, name: string): Promise<Truth> => {
  const place = parseRoom(name)
  if (!place) throw new Error(`no room is called ${name}`)
  const { snapshot, entries } = await world.machine.read(name)
  const updates = [...(snapshot ? [snapshot.bytes] : []), ...entries.map(({ bytes }) => bytes)]
  const doc = docOf(updates)
  checkWhole(world, doc, `the server's disk in ${name}`)
  for (const { member, number, bytes } of entries)
    for (const entry of statementsIn(bytes))
      if (parse(entry)?.by !== member) world.fail(`${member} brought another's work, ${name} #${number}`)

  const room = await rooms.open(name, place)
  const told = docOf(room.lacking(Uint8Array.of(0)))
  if (!sameVector(told, doc) || listOf(told) !== listOf(doc))
    world.fail(`the server tells other than it has on its disk in ${name}`)
  if (!sameEntries(Y.decodeStateVector(room.vector()), vectorOf(doc)))
    world.fail(`the server knows another state vector than its disk in ${name}`)
  const some = earlier(world, updates)
  for (const update of room.lacking(Y.encodeStateVector(some))) Y.applyUpdate(some, update)
  checkWhole(world, some, `what the server tells who was away from ${name}`)
  if (listOf(some) !== listOf(doc)) world.fail(`the server tells less than all to who was away from ${name}`)

  const statements = openLedger(doc).read()
  const records = fold(statements)
  if (name === 'org')
    for (const [about, folded] of records)
      if (textOf(org.get(about)) !== textOf(folded))
        world.fail(`the server takes ${about} for something else`)
  const texts = new Map([...records].map(([about, folded]) => [about, textOf(folded)]))
  checkOrder(world, name, statements, records)
  return { doc, statements, records, texts, list: listOf(doc) }
}

const checkPage = (world: World, page: Page, name: string, truth: Truth, everything: boolean): void => {
  const room = page.rooms.get(name)
  const ledger = ledgerOf(page, name)
  const where = `${page.name} of ${page.member} in ${name}`
  if (!room || !ledger) {
    world.fail(`${where} was never read from the disk`)
    return
  }
  const { wire, problem } = room.state.peek()
  const isSame = listOf(ledger.doc) === truth.list
  const texts = isSame
    ? truth.texts
    : new Map([...fold(ledger.read())].map(([about, folded]) => [about, textOf(folded)]))
  checkRecords(world, where, ledger.fold, texts)
  if (wire === 'closed') {
    if (everything || !isRefusedRightly(world, page, name))
      world.fail(`${where} is closed for good: ${problem}`)
    for (const [id, status] of room.unsettled.peek())
      if (status !== 'refused') world.fail(`${where} shows ${id} as ${status}, and it is refused`)
    return
  }
  if (wire !== 'online') world.fail(`${where} is ${wire}`)
  checkWhole(world, ledger.doc, where)
  if (room.unsettled.peek().size > 0)
    world.fail(`${where} still waits: ${[...room.unsettled.peek()].map(String).join(' ')}`)
  if (!sameVector(ledger.doc, truth.doc)) world.fail(`${where} has another state vector than the server`)
  if (!isSame) world.fail(`${where} has another list than the server`)
}

const isRefusedRightly = ({ machine, clock }: World, { member, rooms }: Page, name: string): boolean => {
  const place = parseRoom(name)
  const org = machine.running()?.org
  if (!place || !org) return false
  // Who was sent out of `org` hears nothing any more, until he opens the page again.
  if (rooms.get('org')?.state.peek().wire === 'closed') return true
  return (
    refusalAtDoor(org, member, place, clock.now()) !== undefined || !mayWrite(org, member, place, clock.now())
  )
}

/** The records of a page, which followed every change, are those of the whole list from scratch. */
const checkRecords = (
  world: World,
  where: string,
  running: { get(about: string): Folded | undefined; all(): Iterable<Folded> },
  texts: ReadonlyMap<string, string>,
): void => {
  let count = 0
  for (const { about } of running.all()) {
    count++
    if (!texts.has(about)) world.fail(`${where} has a record ${about} of nothing`)
  }
  if (count !== texts.size) world.fail(`${where} has ${count} records of ${texts.size}`)
  for (const [about, text] of texts)
    if (textOf(running.get(about)) !== text) world.fail(`${where} has another ${about} than from scratch`)
}

/** The records do not depend on the order of arrival, and every one can be read. */
const checkOrder = (
  world: World,
  name: string,
  statements: readonly Statement[],
  records: ReadonlyMap<string, Folded>,
): void => {
  const shuffled = fold(world.chance.shuffle(statements))
  for (const [about, folded] of records) {
    if (standingOf(folded) !== standingOf(shuffled.get(about)))
      world.fail(`${about} in ${name} depends on the order`)
    const kind = KINDS.get(kindOf(about))
    if (kind) readRecord(kind, folded)
  }
}

/** Everything in a room is what somebody said, and stands as it was meant; nothing that was confirmed is missing. */
const checkSaid = (world: World, name: string, truth: Truth): void => {
  const seen = new Set<string>()
  for (const entry of truth.doc.getArray('statements').toArray()) {
    const statement = parse(entry)
    const said = statement && world.said.get(statement.id)
    if (!said || said.room !== name) world.fail(`nobody said ${JSON.stringify(entry)} in ${name}`)
    else if (!sameJson(entry as Json, said.tuple as Json)) world.fail(`${said.id} is not as it was said`)
    if (statement && seen.has(statement.id)) world.fail(`${statement.id} is there twice`)
    if (statement) seen.add(statement.id)
  }
  for (const said of world.said.values()) {
    if (said.room !== name || seen.has(said.id)) continue
    if (said.confirmed) world.fail(`${said.id} was confirmed and is gone`)
  }
  checkMeaning(world, name, truth)
  const moment = world.chance.pick(truth.statements).at
  for (const folded of truth.records.values()) {
    checkHistory(world, folded)
    const then = fold(folded.statements, { asOf: moment }).get(folded.about)
    if (textOf(then) !== textOf(asOf(folded, moment)))
      world.fail(`${folded.about} as of ${moment} is two things`)
  }
}

/**
 * The values that must stand, found without looking at what a statement says it replaces: a value stands until somebody
 * who had seen it said another.
 */
const checkMeaning = (world: World, name: string, { statements, records }: Truth): void => {
  const bySubject = new Map<string, Said[]>()
  for (const { id, about } of statements) {
    const said = world.said.get(id)
    if (said) bySubject.set(about, [...(bySubject.get(about) ?? []), said])
  }
  for (const [about, all] of bySubject) {
    const expected = new Map<string, string[]>()
    for (const { id, set } of all)
      for (const field of Object.keys(set))
        if (!all.some((other) => field in other.set && other.replaces.has(id)))
          expected.set(field, [...(expected.get(field) ?? []), id])
    const standing = new Map(
      [...(records.get(about)?.fields ?? [])].map(([field, { heads }]) => [field, heads.map(({ id }) => id)]),
    )
    if (mapText(standing) !== mapText(expected))
      world.fail(`${about} in ${name} stands otherwise than was meant`)
  }
}

const checkHistory = (world: World, folded: Folded): void => {
  const entries = history(folded)
  if (entries.length !== folded.statements.length) world.fail(`the history of ${folded.about} is not whole`)
  for (const { id, by } of entries)
    if (!(by in PEOPLE) || world.said.get(id)?.by !== by)
      world.fail(`the history of ${folded.about} names ${by} as the author of ${id}`)
}

const checkWhole = (world: World, { store }: Y.Doc, where: string): void => {
  if (store.pendingStructs || store.pendingDs) world.fail(`something hangs in the air: ${where}`)
}

const docOf = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  openLedger(doc)
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

/** Someone who was away: has the first so many updates of the room, of the truth or in his own pieces. */
const earlier = ({ chance }: World, updates: readonly Uint8Array[]): Y.Doc =>
  docOf(updates.slice(0, chance.between(0, updates.length)))

const listOf = (doc: Y.Doc): string => JSON.stringify(doc.getArray('statements').toArray())

const vectorOf = (doc: Y.Doc): Map<number, number> => Y.decodeStateVector(Y.encodeStateVector(doc))
const sameEntries = (a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): boolean =>
  a.size === b.size && [...a].every(([client, clock]) => b.get(client) === clock)
const sameVector = (a: Y.Doc, b: Y.Doc): boolean => sameEntries(vectorOf(a), vectorOf(b))

/** A record in words, in which only what is equal is the same. */
const textOf = (folded: Folded | undefined): string =>
  folded === undefined
    ? ''
    : JSON.stringify([
        folded.statements.map(({ id }) => id),
        [...folded.fields]
          .map(([field, { value, clash, heads }]) => [
            field,
            canonical(value),
            clash,
            heads.map(({ id }) => id),
          ])
          .sort(byFirst),
      ])

/** A record in words, without what the order of the list decides. */
const standingOf = (folded: Folded | undefined): string =>
  JSON.stringify(
    [...(folded?.fields ?? [])]
      .map(([field, { value, clash, heads }]) => [
        field,
        clash,
        clash ? null : canonical(value),
        heads.map(({ id }) => id).sort(),
      ])
      .sort(byFirst),
  )

const mapText = (map: ReadonlyMap<string, readonly string[]>): string =>
  JSON.stringify([...map].map(([field, ids]) => [field, [...ids].sort()]).sort(byFirst))

const byFirst = (a: readonly unknown[], b: readonly unknown[]): number =>
  String(a[0]) < String(b[0]) ? -1 : 1
