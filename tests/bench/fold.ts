/** Reading rooms in Node: from the bytes of the disk to every record folded, beside the same bytes merely applied. */
import * as Y from 'yjs'
import { declareRoots, openLedger } from '../../shared/ledger'
import { makeYears, SIZES, YEARS, type Year } from './fold-history'
import { median, type Row } from './table'

const ROUNDS = process.env.BENCH_QUICK ? 5 : 15

/** The rows of `npm run bench -- fold`. */
export const benchFold = async (): Promise<Row[]> =>
  SIZES.flatMap(({ statements, name }) => {
    const years = makeYears(new Date().getFullYear(), YEARS, statements / YEARS)
    const all = inTurns(years)
    const current = inTurns(years.slice(-1))
    return [
      ...foldRows(`ten years, ${name}, folded (Node, processor time)`, all, 100),
      ...foldRows(`one year of ${name}, folded (Node, processor time)`, current, 25),
    ]
  })

/** Two rows of one measurement: how long, and how much longer than reading alone. */
export const foldRows = (subject: string, { ours, raw }: Turns, most: number): Row[] => {
  const [own, floor] = [median(ours), median(raw)]
  const ratio = own / floor
  const note = 'beside: the same bytes read and applied by Yjs'
  const common = { subject, unit: 'ms', ours: own, beside: floor, ratio }
  return [
    {
      ...common,
      goal: `<= ${most} ms`,
      met: own <= most,
      note: own <= most ? note : `${note}; ${reasonOf(own, floor, most)}`,
    },
    {
      ...common,
      subject: `${subject}: over raw`,
      goal: '<= 1.15x',
      met: ratio <= 1.15,
      note: ratio <= 1.15 ? note : REASON,
    },
  ]
}

const REASON = 'every entry is checked and every record folded; that costs more than Yjs alone'
const reasonOf = (own: number, floor: number, most: number): string =>
  floor > most ? 'the floor alone is over it here' : `${Math.round(own - floor)} ms of it are ours`

type Turns = { readonly ours: readonly number[]; readonly raw: readonly number[] }

const inTurns = (years: readonly Year[]): Turns => {
  const [ours, raw]: [number[], number[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times =
      round % 2
        ? [time(() => readRaw(years)), time(() => foldAll(years))]
        : [time(() => foldAll(years)), time(() => readRaw(years))].reverse()
    // The first of each is spent on compiling.
    if (round === 0) continue
    raw.push(times[0] as number)
    ours.push(times[1] as number)
  }
  return { ours, raw }
}

// Processor time: what other programs of a busy machine take in between does not count.
const time = (work: () => number): number => {
  const start = process.cpuUsage()
  if (work() === 0) throw new Error('nothing was read')
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

const readRaw = (years: readonly Year[]): number => {
  let read = 0
  for (const { update } of years) {
    const doc = new Y.Doc()
    const array = declareRoots(doc)
    Y.applyUpdate(doc, update)
    read += array.toArray().length
  }
  return read
}

const foldAll = (years: readonly Year[]): number => {
  let folded = 0
  for (const { update } of years) {
    const doc = new Y.Doc()
    declareRoots(doc)
    Y.applyUpdate(doc, update)
    for (const { fields } of openLedger(doc).fold.all()) folded += fields.size
  }
  return folded
}
