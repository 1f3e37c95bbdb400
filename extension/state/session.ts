/** Who is signed in on this device: kept in extension storage, never in a page's own. Knows nothing of rooms. */
import { browser } from 'wxt/browser'
import { isKey } from '../../shared/statement'
import type { Session } from './types'

const KEY = 'session'

/** The session of this device, or nothing. */
export const readSession = async (): Promise<Session | undefined> =>
  sessionFrom((await browser.storage.local.get(KEY))[KEY])

export const writeSession = async (session: Session): Promise<void> => {
  await browser.storage.local.set({ [KEY]: session })
}

/** Forgets the token. What is on the disk stays. */
export const forgetSession = async (): Promise<void> => {
  await browser.storage.local.remove(KEY)
}

/** Calls back when another page of this device signs in or out. Returns how to stop. */
export const watchSession = (listener: (session: Session | undefined) => void): (() => void) => {
  const follow = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && KEY in changes) listener(sessionFrom(changes[KEY]?.newValue))
  }
  browser.storage.onChanged.addListener(follow)
  return () => browser.storage.onChanged.removeListener(follow)
}

/** Reads a session from anything. */
export const sessionFrom = (value: unknown): Session | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const { server, organisation, token, member } = value as Record<string, unknown>
  if (typeof server !== 'string' || !URL.canParse(server)) return undefined
  if (!isKey(organisation) || !isKey(member) || typeof token !== 'string' || token === '') return undefined
  return { server, organisation, token, member }
}

/** Where the database names of this person's rooms begin: two people on one computer never share a database. */
export const databasePrefix = ({ server, organisation, member }: Session): string =>
  `waarborg/${new URL(server).host}/${organisation}/${member}/`

/** The address at which rooms are synced, without the room. */
export const syncAddress = ({ server, organisation }: Session): string =>
  `${server.replace(/^http/, 'ws')}/sync/${organisation}`
