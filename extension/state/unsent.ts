/** Which rooms of this person hold statements that the server was not known to have, found on the disk itself. */
import { hasUnsent } from './database'
import { databasePrefix } from './session'
import type { Session } from './types'

/** Names of the rooms with something unsent. A database that cannot be opened counts: its room will say why. */
export const unsentRooms = async (session: Session): Promise<string[]> => {
  const prefix = databasePrefix(session)
  const found: string[] = []
  for (const { name } of await indexedDB.databases())
    if (name?.startsWith(prefix) && (await hasUnsent(name).catch(() => true)))
      found.push(name.slice(prefix.length))
  return found
}
