/** What is said about a text: its comments as conversations, its kept moments, and who typed under which client id. */
import type { Folded } from '../fold'
import { type Comment, comment } from '../kinds/comment'
import { readRecord } from '../kinds/kind'
import { type Version, version } from '../kinds/version'
import { kindOf } from '../statement'

/** A record with who said it first, and when. */
export type Said = { readonly by: string; readonly at: number }
export type SaidComment = Comment & Said
export type Conversation = SaidComment & { readonly replies: readonly SaidComment[] }
export type SaidVersion = Version & Said

type Records = { all(): Iterable<Folded> }

const first = ({ statements }: Folded): Said => ({
  by: statements[0]?.by ?? '',
  at: statements[0]?.at ?? 0,
})

/** Comments on a text with their replies, oldest first. A reply to what is gone is gone with it. */
export const conversations = (records: Records, text: string): Conversation[] => {
  const begun: SaidComment[] = []
  const replies = new Map<string, SaidComment[]>()
  for (const folded of records.all()) {
    if (kindOf(folded.about) !== comment.name) continue
    const record = readRecord(comment, folded)
    if (record.text !== text || record.gone) continue
    const said = { ...record, ...first(folded) }
    if (record.thread === undefined) begun.push(said)
    else replies.set(record.thread, [...(replies.get(record.thread) ?? []), said])
  }
  return begun
    .sort(byMoment)
    .map((each) => ({ ...each, replies: (replies.get(each.about) ?? []).sort(byMoment) }))
}

/** Kept moments of a text, oldest first. */
export const versions = (records: Records, text: string): SaidVersion[] => {
  const found: SaidVersion[] = []
  for (const folded of records.all()) {
    if (kindOf(folded.about) !== version.name) continue
    const record = readRecord(version, folded)
    if (record.text === text && !record.gone && record.snapshot !== '')
      found.push({ ...record, ...first(folded) })
  }
  return found.sort(byMoment)
}

/** Client id -> member. Who named an id first keeps it. */
export const writersOf = (kept: readonly SaidVersion[]): ReadonlyMap<number, string> => {
  const writers = new Map<number, string>()
  for (const { by, clients } of kept)
    for (const client of clients) if (!writers.has(client)) writers.set(client, by)
  return writers
}

const byMoment = (a: Said, b: Said): number => a.at - b.at
