/**
 * Kept moments of a text. What was ever put in or taken out only grows, so each moment is kept as what came since the one
 * before it: a text that is kept a hundred times takes little more room than its last moment.
 */
import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import type { SaidVersion } from '../queries/texts'

/** A moment as it stands in its statement: on top of `base`, when there is one. */
export type KeptMoment = { readonly snapshot: string; readonly base?: string | undefined }

/** This moment of a text, on top of the last one that was kept. */
export const keepMoment = (doc: Y.Doc, kept: readonly SaidVersion[]): KeptMoment => {
  const now = Y.snapshot(doc)
  const last = kept[kept.length - 1]
  const before = last && momentOf(kept, last.about)
  if (!last || !before) return { snapshot: encode(now) }
  return { snapshot: encode(beyond(now, before)), base: last.about }
}

/** A kept moment as a whole; nothing when it, or one that it stands on, cannot be read. */
export const momentOf = (kept: readonly SaidVersion[], about: string): Y.Snapshot | undefined => {
  const byAbout = new Map(kept.map((each) => [each.about, each]))
  const seen = new Set<string>()
  const parts: Y.Snapshot[] = []
  for (let next: string | undefined = about; next !== undefined; ) {
    const version: SaidVersion | undefined = byAbout.get(next)
    const part = version && !seen.has(next) ? decode(version.snapshot) : undefined
    if (!version || !part) return undefined
    seen.add(next)
    parts.push(part)
    next = version.base
  }
  const clocks = new Map<number, number>()
  for (const { sv } of parts)
    for (const [client, clock] of sv) clocks.set(client, Math.max(clock, clocks.get(client) ?? 0))
  return Y.createSnapshot(Y.mergeDeleteSets(parts.map(({ ds }) => ds)), clocks)
}

const encode = (snapshot: Y.Snapshot): string => toBase64(Y.encodeSnapshotV2(snapshot))

const decode = (text: string): Y.Snapshot | undefined => {
  try {
    return Y.decodeSnapshotV2(fromBase64(text))
  } catch {
    // Somebody wrote something else there: then there is nothing to compare with.
    return undefined
  }
}

const beyond = (now: Y.Snapshot, before: Y.Snapshot): Y.Snapshot => {
  const clocks = [...now.sv].filter(([client, clock]) => clock > (before.sv.get(client) ?? 0))
  const deletions = Y.createDeleteSet()
  for (const [client, ranges] of now.ds.clients) {
    const news = without(ranges, before.ds.clients.get(client) ?? [])
    if (news.length > 0) deletions.clients.set(client, news as typeof ranges)
  }
  return Y.createSnapshot(deletions, new Map(clocks))
}

type Range = { readonly clock: number; readonly len: number }

/** Ranges less other ranges; both in order. */
const without = (ranges: readonly Range[], known: readonly Range[]): Range[] => {
  const left: Range[] = []
  let index = 0
  for (const { clock, len } of ranges) {
    let from = clock
    const to = clock + len
    while (known[index] && end(known[index]) <= from) index += 1
    for (let at = index; from < to; at += 1) {
      const next = known[at]
      const stop = next ? Math.min(to, next.clock) : to
      if (stop > from) left.push({ clock: from, len: stop - from })
      if (!next || next.clock >= to) break
      from = Math.max(from, end(next))
    }
  }
  return left
}

const end = (range: Range | undefined): number => (range ? range.clock + range.len : 0)
