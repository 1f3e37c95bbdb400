/** Ten years of a department, as devices would have written them. Used in Node and in the page of the bench. */
import * as Y from 'yjs'
import { declareRoots } from '../../shared/ledger'
import { type Statement, toTuple, VERSION } from '../../shared/statement'

/** One year: its room, what is on the disk of a device, and how much of it there is. */
export type Year = {
  readonly room: string
  readonly update: Uint8Array
  readonly vector: Uint8Array
  readonly statements: number
}

const DEPARTMENT = 'bur'
/** Ticks in one opening of a popup, which is one Yjs client. */
const PER_VISIT = 12
/** One in so many answers is corrected later. */
const CORRECTED = 20

/** Years of statements up to `last`, each with so many. */
export const makeYears = (last: number, years: number, perYear: number): Year[] =>
  Array.from({ length: years }, (_, index) => makeYear(last - years + 1 + index, perYear))

const makeYear = (year: number, count: number): Year => {
  const doc = new Y.Doc()
  const array = declareRoots(doc)
  const said = statementsOf(year, count)
  for (let from = 0; from < said.length; from += PER_VISIT) {
    doc.clientID = year * 1_000_000 + from
    // Each tick is a transaction of its own.
    for (const statement of said.slice(from, from + PER_VISIT)) array.push([toTuple(statement)])
  }
  return {
    room: `dept/${DEPARTMENT}/${year}`,
    update: Y.encodeStateAsUpdate(doc),
    vector: Y.encodeStateVector(doc),
    statements: said.length,
  }
}

const statementsOf = (year: number, count: number): Statement[] => {
  const said: Statement[] = []
  const start = Date.UTC(year, 0, 1)
  for (let n = 0; said.length < count; n += 1) {
    const month = String((n % 12) + 1).padStart(2, '0')
    const first: Statement = {
      v: VERSION,
      id: idOf(year, said.length),
      at: start + said.length * 600_000,
      by: `p${String((n % 3) + 4).padStart(2, '0')}`,
      about: `check:controle-${Math.floor(n / 12)}/${year}-${month}`,
      set: n % 8 === 0 ? { outcome: 'partly', note: 'Een kwitantie ontbreekt' } : { outcome: 'in-order' },
    }
    said.push(first)
    if (n % CORRECTED === 0 && said.length < count)
      said.push({
        ...first,
        id: idOf(year, said.length),
        at: first.at + 60_000,
        set: { outcome: 'in-order' },
        over: { outcome: [first.id] },
      })
  }
  return said
}

// As random-looking as real ids, and the same in every run.
const idOf = (year: number, index: number): string => {
  let seed = (year * 100_003 + index) >>> 0
  let id = ''
  for (let n = 0; n < 16; n += 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    id += LETTERS[seed >>> 26]
  }
  return id
}
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Everything a department ever said, of which this year is what a popup needs. */
export const SIZES = [
  { statements: 3_600, name: '3 600 statements' },
  { statements: 48_000, name: '48 000 statements' },
] as const
export const YEARS = 10
