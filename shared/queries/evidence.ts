/** Evidence: what there is of a check, what runs out, how much it takes, and which addresses become links. */
import { addDays, type Day } from '../days'
import { type Evidence, evidence as evidenceKind } from '../kinds/evidence'
import { readRecord } from '../kinds/kind'
import { foldedOf } from './ground'
import type { Check, Records } from './schedule'

export type EvidenceLine = Evidence & {
  readonly room: string
  /** Who brought it, and when he said so. */
  readonly by: string
  readonly at: number
}

/** Every piece of evidence of a room that is not gone, the oldest first. */
export const evidenceIn = (records: Records | undefined, room: string): EvidenceLine[] =>
  foldedOf(records, 'evidence').flatMap((folded) => {
    const record = readRecord(evidenceKind, folded)
    const first = folded.statements[0]
    return record.gone || !first ? [] : [{ ...record, room, by: first.by, at: first.at }]
  })

/** The evidence of one check. @param checkAbout "check:c065/2026-11" */
export const evidenceOf = (records: Records | undefined, room: string, checkAbout: string): EvidenceLine[] =>
  evidenceIn(records, room).filter(({ check }) => check === checkAbout)

export const isExpired = ({ validUntil }: Pick<Evidence, 'validUntil'>, today: Day): boolean =>
  validUntil !== undefined && validUntil < today

/** What runs out within so many days or has run out, the most urgent first. */
export const expiring = (lines: readonly EvidenceLine[], today: Day, within = 30): EvidenceLine[] =>
  lines
    .filter(({ validUntil }) => validUntil !== undefined && validUntil <= addDays(today, within))
    .sort((a, b) => ((a.validUntil ?? '') < (b.validUntil ?? '') ? -1 : 1))

/** How many files there are and how many bytes; one that proves several things counts once. */
export const usageOf = (
  lines: readonly Pick<Evidence, 'sha256' | 'size'>[],
): { readonly files: number; readonly bytes: number } => {
  const sizes = new Map<string, number>()
  for (const { sha256, size } of lines) if (sha256 !== undefined) sizes.set(sha256, size ?? 0)
  return { files: sizes.size, bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0) }
}

/** Checks that are said to be in order although what they ask as evidence is not there. */
export const withoutEvidence = (checks: readonly Check[], lines: readonly EvidenceLine[]): Check[] => {
  const proven = new Set(lines.map(({ room, check }) => `${room} ${check}`))
  return checks.filter(
    ({ outcome, control, room, about }) =>
      outcome === 'in-order' && (control.isKey || control.needsEvidence) && !proven.has(`${room} ${about}`),
  )
}

/** The address to link to; `undefined` where it is shown as words only. @param hosts of the intranet */
export const linkOf = (url: string | undefined, hosts: readonly string[]): string | undefined => {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, hostname, username, password, href } = new URL(url)
  if (username !== '' || password !== '') return undefined
  if (protocol === 'https:') return href
  return protocol === 'http:' && hosts.some((host) => host.toLowerCase() === hostname) ? href : undefined
}
