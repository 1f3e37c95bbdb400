/** A small municipality with checks that are open today, whatever day it is, and a server process on it. */
import { createServer } from 'node:net'
import { vi } from 'vitest'
import type { Author } from '../../server/author'
import { addControl, addTheme } from '../../shared/commands/controls'
import { addDays, dayOf } from '../../shared/days'
import { parse } from '../../shared/statement'
import {
  connect,
  makeDirectory,
  makeId,
  makeMunicipality,
  PEOPLE,
  type Person,
  type RunningServer,
  signIn,
  startServer,
  statementsIn,
} from '../server/make'

export { call, eventually, makeDirectory, ORGANISATION, PEOPLE, type Person } from '../server/make'

/** Tries an assertion for as long as the background may sleep between two visits. */
export const patiently = <T>(assertion: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(assertion, { timeout: 90_000, interval: 200 })

const TODAY = dayOf(Date.now())
const THIS_MONTH = `${TODAY.slice(0, 7)}-01`
const LAST_MONTH = `${addDays(THIS_MONTH, -1).slice(0, 7)}-01`

/** Due at the end of last month: late on any day. Only once, since it returns after a year. */
const LATE = { rhythm: 'yearly', month: Number(LAST_MONTH.slice(5, 7)), since: LAST_MONTH } as const
/** Due at the end of this month: open, and not late, on any day. */
const OPEN = { rhythm: 'yearly', month: Number(THIS_MONTH.slice(5, 7)), since: THIS_MONTH } as const

/** A check of last month and one of this month, of a control that returns each month. */
export const MONTHLY = { rhythm: 'monthly', since: LAST_MONTH } as const
export const MONTHS = { now: THIS_MONTH.slice(0, 7), last: LAST_MONTH.slice(0, 7) } as const

/** The room of the late checks of a department. */
export const lateRoom = (department: string): string => `dept/${department}/${LAST_MONTH.slice(0, 4)}`

/** What the desk of civil affairs counts: one late check each. */
export const titleOfLate = (number: number): string =>
  `Kas geteld aan loket ${String(number).padStart(2, '0')}`
/** A late check, as statements name it. */
export const aboutOfLate = (number: number): string => `check:kas-${digits(number)}/${LAST_MONTH.slice(0, 4)}`

// Two of them, so that texts sort as numbers do.
const digits = (number: number): string => String(number).padStart(2, '0')

export type Town = {
  readonly data: string
  /** Codes that may be used again. */
  readonly codes: Readonly<Record<Person, string>>
  readonly port: number
  /** The server that runs now. */
  readonly server: () => RunningServer
  readonly address: string
  /** Starts the server again, at the same address. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Outcomes of a room by subject as the server has them on its disk, read by another client. */
  answers(room?: string): Promise<Readonly<Record<string, string>>>
  /** The same for notes. */
  notes(room?: string): Promise<Readonly<Record<string, string>>>
  /** The same for what things are called. */
  titles(room: string): Promise<Readonly<Record<string, string>>>
  /** What stands on the server's disk about each subject of a room, without what is gone. */
  records(room: string): Promise<readonly Record<string, unknown>[]>
  token(person: Person): Promise<string>
}

export type TownOptions = {
  /** Late checks of `bur`. */
  readonly late?: number
  /** Open checks of `bur` that are not late. */
  readonly open?: number
  /** So many of the late ones are of key controls: not in order without evidence. */
  readonly keys?: number
  /** Addresses of pages to which the second late check belongs. */
  readonly patterns?: readonly string[]
  /** What was said before the server started, besides. */
  readonly build?: (author: Author) => Promise<void>
}

/** A municipality and its running server. All of it is gone after the test. */
export const makeTown = async (options: TownOptions = {}): Promise<Town> => {
  const { data, codes } = await makeMunicipality(makeDirectory(), async (author) => {
    await writeControls(author, options)
    await options.build?.(author)
  })
  const port = await freePort()
  const run = (): Promise<RunningServer> => startServer(data, { env: { WAARBORG_PORT: String(port) } })
  let server = await run()
  const token = (person: Person): Promise<string> => signIn(server, codes[person])
  const statementsOf = async (room: string) => {
    const client = connect(server, { token: await token('director'), room })
    await client.synced
    await client.close()
    return statementsIn(client.doc).flatMap((entry) => parse(entry) ?? [])
  }
  // The last statement counts, which is enough where nobody contradicts.
  const read = async (field: string, room: string): Promise<Record<string, string>> => {
    const found: Record<string, string> = {}
    for (const { about, set } of await statementsOf(room)) if (field in set) found[about] = String(set[field])
    return found
  }
  const records = async (room: string): Promise<readonly Record<string, unknown>[]> => {
    const found = new Map<string, Record<string, unknown>>()
    for (const { about, set } of await statementsOf(room))
      found.set(about, { ...found.get(about), about, ...set })
    return [...found.values()].filter(({ gone }) => gone !== true)
  }
  return {
    data,
    codes,
    port,
    server: () => server,
    address: `http://127.0.0.1:${port}`,
    async start() {
      server = await run()
    },
    async stop() {
      await server.stop()
    },
    token,
    answers: (room = lateRoom('bur')) => read('outcome', room),
    notes: (room = lateRoom('bur')) => read('note', room),
    titles: (room) => read('title', room),
    records,
  }
}

const writeControls = async (
  { write, seen }: Author,
  { late = 6, open = 1, keys = 0, patterns = [] }: TownOptions,
): Promise<void> => {
  const org = await seen('org')
  const author = { by: PEOPLE.director, at: Date.now(), id: makeId }
  const controls = [
    ...range(late).map(
      (n) =>
        [
          `kas-${digits(n)}`,
          {
            title: titleOfLate(n),
            departments: ['bur'],
            isKey: n <= keys,
            ...(n === 2 && { patterns }),
            ...LATE,
          },
        ] as const,
    ),
    ...range(open).map(
      (n) => [`register-${n}`, { title: `Register ${n} nagezien`, departments: ['bur'], ...OPEN }] as const,
    ),
    ['stock', { title: 'Stock van het magazijn geteld', departments: ['tec'], ...LATE }] as const,
  ]
  await write('org', PEOPLE.director, [
    ...addTheme(org, 'geld', { name: 'Geld en goederen', nameEn: 'Money and goods', place: '01' }, author),
    ...controls.flatMap(([key, input]) => addControl(org, key, { ...input, theme: 'geld' }, author)),
  ])
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

/** A port that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
