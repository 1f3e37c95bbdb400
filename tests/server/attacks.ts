/** Attacks on a ledger room and on a text, each against one rule of the gate. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { toTuple } from '../../shared/statement'
import { makeAnswer, makeStatement, PEOPLE, pushUpdate, type RawId, type RawItem, rawUpdate } from './make'

/** What an attacker, who may write in the room, knows of it. */
export type Known = {
  /** Client id of a colleague, and how many elements it has there. */
  readonly victim: number
  readonly elements: number
  /** The last element of the list. */
  readonly last: RawId
  /** An update that the attacker might honestly send. */
  readonly honest: Uint8Array
}
export type Attack = {
  readonly rule: string
  readonly code: number
  readonly make: (known: Known) => Uint8Array
}

const OWN = 4_000_001
const by = PEOPLE.managerBur
const answer = () => toTuple(makeAnswer(by))
const item = (write: (encoder: encoding.Encoder) => void, content: number, more: RawItem = {}): RawItem => ({
  ...more,
  content,
  write,
})
const own = (...items: RawItem[]): Uint8Array => rawUpdate([{ client: OWN, clock: 0, items }])
const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
const varUint = (value: number) => (encoder: encoding.Encoder) => encoding.writeVarUint(encoder, value)
const string = (text: string) => (encoder: encoding.Encoder) => encoding.writeVarString(encoder, text)
const GC = 0
const SKIP = 10

/** A statement with something wrong in it, as an element. */
const entry = (change: (tuple: unknown[]) => unknown): Uint8Array => own({ entries: [change([...answer()])] })

const nested = (depth: number): Uint8Array =>
  own(
    item((encoder) => {
      encoding.writeVarUint(encoder, 1)
      for (let level = 0; level < depth; level++) {
        encoding.writeUint8(encoder, 117)
        encoding.writeVarUint(encoder, 1)
      }
      encoding.writeUint8(encoder, 126)
    }, 8),
  )

const REFUSED = 4422
const UNDECODABLE = 4400

/** In a room with statements. */
export const LEDGER_ATTACKS: readonly Attack[] = [
  {
    rule: 'another’s name under a statement',
    code: REFUSED,
    make: () => entry((tuple) => tuple.with(3, 'p01')),
  },
  {
    rule: 'a colleague’s client id, continued',
    code: REFUSED,
    make: ({ victim, elements, last }) => pushUpdate(victim, elements, [makeAnswer(by)], last),
  },
  {
    rule: 'a colleague’s client id, claimed far ahead so that unsent work counts as seen',
    code: REFUSED,
    make: ({ victim, elements }) =>
      rawUpdate([{ client: victim, clock: elements, items: [{ info: GC, write: varUint(100_000) }] }]),
  },
  {
    rule: 'one’s own clock, poisoned',
    code: REFUSED,
    make: () => own({ info: GC, write: varUint(2 ** 40) }),
  },
  {
    rule: 'a clock jump above two hundred thousand',
    code: REFUSED,
    make: () => own(item(varUint(200_001), 1)),
  },
  {
    rule: 'a delete range like a black hole',
    code: REFUSED,
    make: ({ victim }) => rawUpdate([], [{ client: victim, clock: 0, length: 2 ** 40 }]),
  },
  {
    rule: 'a delete range on a client id nobody has',
    code: REFUSED,
    make: () => rawUpdate([], [{ client: 77, clock: 0, length: 1 }]),
  },
  {
    rule: 'the deletion of what a colleague said',
    code: REFUSED,
    make: ({ victim }) => rawUpdate([], [{ client: victim, clock: 0, length: 1 }]),
  },
  {
    rule: 'the deletion of one’s own statement in the same update',
    code: REFUSED,
    make: () =>
      rawUpdate(
        [{ client: OWN, clock: 0, items: [{ entries: [answer()] }] }],
        [{ client: OWN, clock: 0, length: 1 }],
      ),
  },
  { rule: 'a gap in one’s own clock', code: REFUSED, make: () => pushUpdate(OWN, 5, [makeAnswer(by)]) },
  {
    rule: 'a gap written as a skip',
    code: REFUSED,
    make: () => own({ info: SKIP, write: varUint(3) }, { entries: [answer()] }),
  },
  {
    rule: 'a neighbour that nobody has',
    code: REFUSED,
    make: () => pushUpdate(OWN, 0, [makeAnswer(by)], { client: 99, clock: 4 }),
  },
  {
    rule: 'a neighbour beyond what a colleague has',
    code: REFUSED,
    make: ({ victim, elements }) => pushUpdate(OWN, 0, [makeAnswer(by)], { client: victim, clock: elements }),
  },
  {
    rule: 'an element that leans on itself',
    code: REFUSED,
    make: () => pushUpdate(OWN, 0, [makeAnswer(by)], { client: OWN, clock: 0 }),
  },
  {
    rule: 'two elements that lean on each other',
    code: REFUSED,
    make: () =>
      rawUpdate([
        { client: OWN + 1, clock: 0, items: [{ origin: { client: OWN, clock: 0 }, entries: [answer()] }] },
        { client: OWN, clock: 0, items: [{ origin: { client: OWN + 1, clock: 0 }, entries: [answer()] }] },
      ]),
  },
  {
    rule: 'an insertion in the middle',
    code: REFUSED,
    make: ({ last }) => own({ right: last, entries: [answer()] }),
  },
  {
    rule: 'an insertion between two neighbours',
    code: REFUSED,
    make: ({ last, victim }) =>
      own({ origin: { client: victim, clock: 0 }, right: last, entries: [answer()] }),
  },
  { rule: 'an unknown root', code: REFUSED, make: () => own({ root: 'secrets', entries: [answer()] }) },
  { rule: 'the root of a text', code: REFUSED, make: () => own({ root: 'prose', entries: [answer()] }) },
  { rule: 'a key on the list', code: REFUSED, make: () => own({ sub: 'key', entries: [answer()] }) },
  {
    rule: 'an element inside another element',
    code: REFUSED,
    make: ({ last }) => own({ parent: last, entries: [answer()] }),
  },
  {
    rule: 'a sub-document',
    code: REFUSED,
    make: () => {
      const doc = new Y.Doc()
      doc.getArray('statements').push([new Y.Doc()])
      return Y.encodeStateAsUpdate(doc)
    },
  },
  {
    rule: 'a nested list',
    code: REFUSED,
    make: () => {
      const doc = new Y.Doc()
      doc.getArray('statements').push([new Y.Array()])
      return Y.encodeStateAsUpdate(doc)
    },
  },
  {
    rule: 'bytes as an element',
    code: REFUSED,
    make: () => own(item((e) => encoding.writeVarUint8Array(e, new Uint8Array(3)), 3)),
  },
  { rule: 'text as an element', code: REFUSED, make: () => own(item(string('hallo'), 4)) },
  { rule: 'a deleted element', code: REFUSED, make: () => own(item(varUint(3), 1)) },
  { rule: 'a collected element', code: REFUSED, make: () => own({ info: GC, write: varUint(3) }) },
  { rule: 'something that is no statement', code: REFUSED, make: () => own({ entries: ['hallo'] }) },
  { rule: 'no statement behind a good one', code: REFUSED, make: () => own({ entries: [answer(), null] }) },
  { rule: 'a statement without fields', code: REFUSED, make: () => entry((tuple) => tuple.with(5, {})) },
  {
    rule: 'a statement with too few elements',
    code: REFUSED,
    make: () => entry((tuple) => tuple.slice(0, 5)),
  },
  {
    rule: 'a statement with a wrong id',
    code: REFUSED,
    make: () => entry((tuple) => tuple.with(1, 'short')),
  },
  { rule: 'a statement in the year zero', code: REFUSED, make: () => entry((tuple) => tuple.with(2, -1)) },
  {
    rule: 'a field that reaches the prototype',
    code: REFUSED,
    make: () =>
      own(
        item((encoder) => {
          const [v, id, at, author, about] = answer()
          encoding.writeVarUint(encoder, 1)
          encoding.writeUint8(encoder, 117)
          encoding.writeVarUint(encoder, 6)
          for (const value of [v, id, at, author, about]) encoding.writeAny(encoder, value as string)
          encoding.writeUint8(encoder, 118)
          encoding.writeVarUint(encoder, 1)
          encoding.writeVarString(encoder, '__proto__')
          encoding.writeAny(encoder, { isAdmin: true })
        }, 8),
      ),
  },
  {
    rule: 'a check of another year',
    code: REFUSED,
    make: () => pushUpdate(OWN, 0, [makeAnswer(by, '', '2025-11')]),
  },
  {
    rule: 'a member in a room that is not for members',
    code: REFUSED,
    make: () =>
      pushUpdate(OWN, 0, [
        makeStatement(by, `member:${by}`, { roles: [{ role: 'director', departments: [] }] }),
      ]),
  },
  {
    rule: 'more than sixty-four client ids',
    code: REFUSED,
    make: () =>
      rawUpdate(
        Array.from({ length: 65 }, (_, n) => ({
          client: OWN + 65 - n,
          clock: 0,
          items: [{ entries: [answer()] }],
        })),
      ),
  },
  {
    rule: 'more than twenty thousand structs',
    code: REFUSED,
    make: () => own(...Array.from({ length: 20_001 }, () => ({ info: GC, write: varUint(1) }))),
  },
  {
    rule: 'more than twenty thousand deletions',
    code: REFUSED,
    make: ({ victim }) =>
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarUint(encoder, victim)
        encoding.writeVarUint(encoder, 20_001)
        for (let n = 0; n < 20_001; n++) {
          encoding.writeVarUint(encoder, 0)
          encoding.writeVarUint(encoder, 1)
        }
      }),
  },
  {
    rule: 'one client id in two sections, of which devices would keep one',
    code: REFUSED,
    make: () =>
      rawUpdate([
        { client: OWN, clock: 0, items: [{ entries: [answer()] }] },
        { client: OWN, clock: 1, items: [{ origin: { client: OWN, clock: 0 }, entries: [answer()] }] },
      ]),
  },
  {
    rule: 'an update of more than a megabyte',
    code: 4413,
    make: () => own({ entries: ['x'.repeat(1_100_000)] }),
  },
  { rule: 'bytes left over', code: UNDECODABLE, make: ({ honest }) => join(honest, Uint8Array.of(0)) },
  { rule: 'an update cut short', code: UNDECODABLE, make: ({ honest }) => honest.slice(0, -3) },
  { rule: 'no bytes at all', code: UNDECODABLE, make: () => new Uint8Array(0) },
  { rule: 'an unknown kind of content', code: UNDECODABLE, make: () => own(item(varUint(1), 21)) },
  { rule: 'an empty element', code: UNDECODABLE, make: () => own({ entries: [] }) },
  { rule: 'values nested two hundred thousand deep', code: UNDECODABLE, make: () => nested(200_000) },
  { rule: 'values nested a hundred deep', code: REFUSED, make: () => nested(100) },
  {
    rule: 'version 2 of the encoding',
    code: UNDECODABLE,
    make: ({ honest }) => Y.convertUpdateFormatV1ToV2(honest),
  },
  {
    rule: 'a short update that claims ten million structs',
    code: UNDECODABLE,
    make: () =>
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarUint(encoder, 10_000_000)
        encoding.writeVarUint(encoder, OWN)
        encoding.writeVarUint(encoder, 0)
      }),
  },
  {
    rule: 'a client id beyond what numbers can hold',
    code: UNDECODABLE,
    make: () => join(Uint8Array.of(1, 1), new Uint8Array(9).fill(255), Uint8Array.of(1, 0)),
  },
]

/** In a room with a text. */
export const TEXT_ATTACKS: readonly Attack[] = [
  {
    rule: 'a delete range like a black hole',
    code: REFUSED,
    make: ({ victim }) => rawUpdate([], [{ client: victim, clock: 0, length: 2 ** 40 }]),
  },
  {
    rule: 'a delete range one beyond the end',
    code: REFUSED,
    make: ({ victim, elements }) => rawUpdate([], [{ client: victim, clock: 0, length: elements + 1 }]),
  },
  {
    rule: 'a colleague’s client id',
    code: REFUSED,
    make: ({ victim, elements }) =>
      rawUpdate([{ client: victim, clock: elements, items: [item(string('x'), 4, { root: 'prose' })] }]),
  },
  {
    rule: 'an unknown root',
    code: REFUSED,
    make: () => own(item(string('x'), 4, { root: 'statements' })),
  },
  {
    rule: 'a key on the text',
    code: REFUSED,
    make: () => own(item(string('x'), 4, { root: 'prose', sub: 'a' })),
  },
  {
    rule: 'an unknown parent',
    code: REFUSED,
    make: () => own(item(string('x'), 4, { parent: { client: 99, clock: 0 } })),
  },
  {
    rule: 'a sub-document',
    code: REFUSED,
    make: () => {
      const doc = new Y.Doc()
      doc.getMap('prose').set('a', new Y.Doc())
      return Y.encodeStateAsUpdate(doc)
    },
  },
  {
    rule: 'a sub-document inside an element',
    code: REFUSED,
    make: () =>
      rawUpdate([
        {
          client: OWN,
          clock: 0,
          items: [
            item(
              (encoder) => {
                encoding.writeVarUint(encoder, 3)
                encoding.writeVarString(encoder, 'p')
              },
              7,
              { root: 'prose' },
            ),
            item(
              (encoder) => {
                encoding.writeVarString(encoder, 'guid')
                encoding.writeAny(encoder, {})
              },
              9,
              { parent: { client: OWN, clock: 0 }, sub: 'x' },
            ),
          ],
        },
      ]),
  },
  { rule: 'a poisoned clock', code: REFUSED, make: () => own({ info: GC, write: varUint(2 ** 40) }) },
  {
    rule: 'a gap',
    code: REFUSED,
    make: () => rawUpdate([{ client: OWN, clock: 2, items: [item(string('x'), 4, { root: 'prose' })] }]),
  },
]
