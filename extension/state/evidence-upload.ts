/**
 * Brings bytes of evidence to the server and fetches them back. The server names a file by its SHA-256 and checks it
 * before it answers, so its answer is the confirmation.
 */
import { Refusal } from '../../shared/protocol'
import { refusalFrom } from './api'
import { sha256Of } from './evidence-bytes'
import { countWaiting, type EvidenceFiles, filesName, openEvidenceFiles } from './evidence-files'
import { tellFiles } from './evidence-waiting'
import type { Session } from './types'

/** So long one file of 25 MiB may take on a slow line. */
const LIMIT = 180_000

export type Uploaded = {
  /** Files that the server refuses, or that are not here any more as they were: trying again changes nothing. */
  readonly refused: ReadonlySet<string>
  /** Nobody answers, or this device is signed out: the rest waits. */
  readonly isCut: boolean
}

/** One file after the other, one page at a time; never rejects for lack of network. */
export const uploadWaiting = async (
  session: Session,
  files: EvidenceFiles,
  { signal, onConfirmed }: { readonly signal: AbortSignal; readonly onConfirmed: (sha256: string) => void },
): Promise<Uploaded> => {
  const refused = new Set<string>()
  const waiting = (await files.all()).filter(({ isWaiting }) => isWaiting === 1)
  // What people look at first, and what is quickly there.
  waiting.sort((a, b) => a.size - b.size)
  for (const { sha256 } of waiting) {
    if (signal.aborted) return { refused, isCut: true }
    try {
      await upload(session, sha256, await files.bytes(sha256), signal)
      await files.confirm(sha256)
      onConfirmed(sha256)
    } catch (error) {
      if (!(error instanceof Refusal) || isForNow(error)) return { refused, isCut: true }
      refused.add(sha256)
    }
  }
  return { refused, isCut: false }
}

/** For the background: brings what waits, for as long as it may take. @returns how many files still wait */
export const bringFiles = async (session: Session, limit: number): Promise<number> => {
  if ((await countWaiting(session)) === 0) return 0
  const files = await openEvidenceFiles(session)
  try {
    await alone(session, async () => {
      await uploadWaiting(session, files, {
        signal: AbortSignal.timeout(limit),
        onConfirmed: () => tellFiles(session),
      })
    })
  } finally {
    files.close()
  }
  return countWaiting(session)
}

/** Only one page of this device uploads at a time; who comes second leaves it to the first. */
export const alone = async (session: Session, act: () => Promise<void>): Promise<void> => {
  const locks = globalThis.navigator?.locks
  if (!locks) return act()
  await locks.request(filesName(session), { ifAvailable: true }, async (lock) => {
    if (lock) await act()
  })
}

/** The bytes of a file of the server, whatever they are. */
export const download = async (session: Session, sha256: string): Promise<Uint8Array<ArrayBuffer>> => {
  const answer = await call(session, sha256, {})
  return new Uint8Array(await answer.arrayBuffer())
}

const upload = async (
  session: Session,
  sha256: string,
  bytes: Uint8Array<ArrayBuffer> | undefined,
  signal: AbortSignal,
): Promise<void> => {
  if (!bytes || (await sha256Of(bytes)) !== sha256)
    throw new Refusal('hash-mismatch', 'damaged on this device')
  await call(session, sha256, { method: 'PUT', body: bytes, signal })
}

const call = async (
  { server, organisation, token }: Session,
  sha256: string,
  { signal, ...init }: RequestInit,
): Promise<Response> => {
  const limit = AbortSignal.timeout(LIMIT)
  const answer = await fetch(`${server}/api/${organisation}/files/${sha256}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    signal: signal ? AbortSignal.any([limit, signal]) : limit,
  })
  if (!answer.ok) throw refusalFrom(answer.status, await answer.json().catch(() => undefined))
  return answer
}

const isForNow = ({ problem }: Refusal): boolean =>
  problem === 'server-trouble' ||
  problem === 'signed-out' ||
  problem === 'too-many' ||
  problem === 'restarting'
