/**
 * Captures of pages that wait for a check. On the disk; where that is full in the browser's memory, so that what was seen
 * is not lost before the user has read that the disk is full.
 */
import { fromBase64, toBase64 } from 'lib0/buffer'
import { browser } from 'wxt/browser'
import { filesName, openEvidenceFiles } from './evidence-files'
import type { PageCapture } from './evidence-types'
import { tellFiles } from './evidence-waiting'
import type { Session } from './types'

/** @returns the same, and whether it is only in memory */
export const keepPageCapture = async (session: Session, capture: PageCapture): Promise<PageCapture> => {
  try {
    const files = await openEvidenceFiles(session)
    await files.keepCapture(capture).finally(files.close)
    tellFiles(session)
    return capture
  } catch {
    // Full or broken: the page that shows it says so.
    const loose = { ...capture, isLoose: true }
    const picture = loose.picture && toBase64(loose.picture)
    await browser.storage.session.set({ [placeOf(session, capture.id)]: { ...loose, picture } })
    return loose
  }
}

/** The latest first. */
export const readPageCaptures = async (session: Session): Promise<PageCapture[]> => {
  const kept = await keptOnDisk(session).catch(() => [])
  const loose = Object.entries(await browser.storage.session.get(null)).flatMap(([place, value]) =>
    place.startsWith(placeOf(session, '')) ? [looseFrom(value)] : [],
  )
  return [...kept, ...loose].sort((a, b) => b.at - a.at)
}

export const dropPageCapture = async (session: Session, id: string): Promise<void> => {
  await browser.storage.session.remove(placeOf(session, id))
  const files = await openEvidenceFiles(session)
  await files.dropCapture(id).finally(files.close)
  tellFiles(session)
}

const keptOnDisk = async (session: Session): Promise<PageCapture[]> => {
  if (!(await indexedDB.databases()).some(({ name }) => name === filesName(session))) return []
  const files = await openEvidenceFiles(session)
  return files.captures().finally(files.close)
}

const placeOf = (session: Session, id: string): string => `${filesName(session)}${id}`

// Only this program writes there.
const looseFrom = (value: unknown): PageCapture => {
  const { picture, ...rest } = value as Omit<PageCapture, 'picture'> & { readonly picture?: string }
  return { ...rest, picture: picture === undefined ? undefined : new Uint8Array(fromBase64(picture)) }
}
