/** The organisations on this server. One whose store is damaged is kept closed; the others are served. */
import { existsSync } from 'node:fs'
import { Refusal } from '../shared/protocol'
import {
  directoriesIn,
  directoryOf,
  isOrganisationId,
  type Organisation,
  type OrganisationOptions,
  openOrganisation,
} from './organisation'

/** What looking through a store brought to light. */
export type Inspection =
  | { readonly readable: true; readonly damagedRooms: readonly string[] }
  | { readonly readable: false; readonly reason: string }

export type Organisations = {
  /** Opens all that are there. */
  start(): Promise<void>
  /** Gives an organisation, also one that was made since the start; throws a Refusal. */
  find(id: string): Promise<Organisation>
  /** Those that are open. */
  all(): readonly Organisation[]
  /** How many cannot be opened. */
  closedCount(): number
  close(): Promise<void>
}

export type OrganisationsOptions = OrganisationOptions & {
  readonly data: string
  /** Reads a store from end to end, where a crash does no harm: a damaged page can end the process. */
  readonly inspect: (directory: string) => Promise<Inspection>
  /** Tells whoever runs the server. */
  readonly tell: (sentence: string) => void
  readonly onOpen: (organisation: Organisation) => void
}

export const createOrganisations = (options: OrganisationsOptions): Organisations => {
  const { data, inspect, tell, onOpen } = options
  const opened = new Map<string, Promise<Organisation | undefined>>()
  const running: Organisation[] = []
  let closed = 0

  const open = async (directory: string): Promise<Organisation | undefined> => {
    try {
      const found = await inspect(directory)
      if (!found.readable) throw new Error(found.reason)
      const organisation = await openOrganisation(directory, options)
      for (const room of found.damagedRooms) {
        organisation.rooms.shut(room)
        tell(damagedRoom(organisation.id, room, directory))
      }
      running.push(organisation)
      onOpen(organisation)
      return organisation
    } catch (error) {
      closed++
      options.report('error', 'organisation-not-opened', { error })
      tell(damagedStore(directory))
      return undefined
    }
  }
  const ensure = (directory: string): Promise<Organisation | undefined> => {
    const known = opened.get(directory)
    if (known) return known
    const opening = open(directory)
    opened.set(directory, opening)
    return opening
  }

  return {
    async start() {
      for (const directory of directoriesIn(data)) await ensure(directory)
    },
    async find(id) {
      const directory = directoryOf(data, id)
      if (!isOrganisationId(id) || (!opened.has(directory) && !existsSync(directory)))
        throw new Refusal('no-such-organisation')
      const organisation = await ensure(directory)
      if (!organisation) throw new Refusal('server-trouble', 'store of the organisation is damaged')
      return organisation
    },
    all: () => running,
    closedCount: () => closed,
    async close() {
      await Promise.all(opened.values())
      for (const organisation of running) await organisation.close()
    },
  }
}

const damagedRoom = (id: string, room: string, directory: string): string =>
  `In de gegevens van "${id}" is ruimte "${room}" beschadigd. Ze blijft gesloten, er is niets gewist en de rest werkt door. ` +
  `Zet de map ${directory} terug uit een reservekopie. (Room "${room}" of "${id}" is damaged and stays closed; nothing was erased. Restore ${directory} from a backup.)`

const damagedStore = (directory: string): string =>
  `De gegevens in ${directory} zijn beschadigd en worden niet geopend. Er is niets gewist of veranderd. ` +
  `Zet de map terug uit een reservekopie en start opnieuw. (The data in ${directory} are damaged and stay closed; nothing was changed. Restore from a backup and start again.)`
