/** One organisation on this server: its store, its rooms, what follows from `org`, and who may sign in. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseRoom } from '../shared/rooms'
import type { Report } from './log'
import { createOrgStanding, type OrgStanding } from './org'
import { createRooms, type Rooms } from './rooms'
import { createSignIn, type SignIn } from './sign-in'
import { createLmdb, openLmdb } from './store/lmdb'
import type { Store } from './store/store'

export type Organisation = {
  readonly id: string
  readonly name: string
  readonly directory: string
  readonly store: Store
  readonly rooms: Rooms
  readonly org: OrgStanding
  readonly signIn: SignIn
  close(): Promise<void>
}

export type OrganisationOptions = {
  readonly now: () => number
  readonly recover: boolean
  readonly report: Report
  /** The store failed in a way after which this process should not go on for long. */
  readonly onHarm?: () => void
}

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/
/** Ending of a directory in which an organisation is still being made. */
const UNFINISHED = '.unfinished'

export const isOrganisationId = (id: string): boolean => ID.test(id)

/** Where an organisation keeps its data. Never named after what somebody typed. */
export const directoryOf = (data: string, id: string): string =>
  join(data, 'organisations', createHash('sha256').update(id).digest('hex').slice(0, 32))

/** The directories of all organisations. What was left half made is taken away: nobody was ever told of it. */
export const directoriesIn = (data: string): string[] => {
  const parent = join(data, 'organisations')
  if (!existsSync(parent)) return []
  const names = readdirSync(parent)
  for (const name of names.filter((each) => each.endsWith(UNFINISHED)))
    rmSync(join(parent, name), { recursive: true, force: true })
  return names.filter((name) => !name.endsWith(UNFINISHED)).map((name) => join(parent, name))
}

/** Makes an organisation as a whole or not at all: it gets its place on the disk only when `build` is done. */
export const makeOrganisation = async <T>(
  data: string,
  organisation: { readonly id: string; readonly name: string },
  options: OrganisationOptions,
  build: (organisation: Organisation) => Promise<T>,
): Promise<T> => {
  const directory = directoryOf(data, organisation.id)
  const unfinished = `${directory}${UNFINISHED}`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  const made = await runOn(await createLmdb(unfinished, organisation, options.onHarm), unfinished, options)
  let built: T
  try {
    built = await build(made)
  } catch (error) {
    await made.close()
    rmSync(unfinished, { recursive: true, force: true })
    throw error
  }
  await made.close()
  renameSync(unfinished, directory)
  return built
}

/** Opens an organisation that is there. Throws when its store is damaged. */
export const openOrganisation = (directory: string, options: OrganisationOptions): Promise<Organisation> =>
  runOn(openLmdb(directory, options.onHarm), directory, options)

const runOn = async (
  store: Store,
  directory: string,
  { now, recover, report }: OrganisationOptions,
): Promise<Organisation> => {
  const org = createOrgStanding()
  const { id, name } = store.organisation
  const rooms = createRooms({
    store,
    now,
    recover,
    onOpen: (room) => {
      if (room.place.kind === 'org') org.follow(room)
    },
    report: (event, details) => report('error', event, { organisation: id, ...details }),
  })
  const place = parseRoom('org')
  if (place) await rooms.open('org', place)
  return {
    id,
    name,
    directory,
    store,
    rooms,
    org,
    signIn: createSignIn(store, now),
    async close() {
      await rooms.close()
      await store.close()
    },
  }
}
