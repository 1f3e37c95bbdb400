/** What people do with a point: put it on the agenda or in the backlog, move it, say what came of it. */

import { dismissal, dismissalAbout } from '../kinds/dismissal'
import { readRecord } from '../kinds/kind'
import { type Point, type PointOutcome, point, pointAbout, type Section } from '../kinds/point'
import { keyOf, kindOf, type Statement } from '../statement'
import { add, type Changes, change, remove } from './change'
import { type Author, type Seen, say } from './say'

export type PointChanges = Omit<Changes<typeof point>, 'outcome' | 'conclusion' | 'carriedFrom'>
export type PointInput = PointChanges & { readonly title: string }
export type PointObjection = 'no-such-point' | 'title-missing' | 'minutes-odd'
export type ConclusionObjection = 'no-such-point' | 'conclusion-missing'

/** Adds a point: to a meeting, or without one to the backlog. */
export const addPoint = (seen: Seen, key: string, input: PointInput, author: Author): Statement[] =>
  objectionToPoint(input) ? [] : add(seen, point, key, input, author)

export const objectionToPoint = ({
  title,
  minutes,
}: Pick<PointInput, 'title' | 'minutes'>): PointObjection | undefined => {
  if (title.trim() === '') return 'title-missing'
  if (minutes === undefined || minutes === null) return undefined
  return Number.isInteger(minutes) && minutes >= 0 && minutes <= 600 ? undefined : 'minutes-odd'
}

export const changePoint = (seen: Seen, key: string, changes: PointChanges, author: Author): Statement[] => {
  const now = standing(seen, key)
  const title = changes.title === undefined ? now?.title : changes.title
  return !now || objectionToPoint({ title: title ?? '', minutes: changes.minutes })
    ? []
    : change(seen, point, key, changes, author)
}

export type PlaceInput = {
  /** Key of the meeting; `null`: back to the backlog. */
  readonly meeting?: string | null | undefined
  readonly section?: Section | undefined
  /** The places of the points between which it comes to stand. */
  readonly after?: string | undefined
  readonly before?: string | undefined
}

/** Moves a point to a meeting, a section, a place among the others: one statement. */
export const movePoint = (seen: Seen, key: string, to: PlaceInput, author: Author): Statement[] =>
  standing(seen, key)
    ? say(
        seen,
        pointAbout(key),
        {
          ...(to.meeting !== undefined && { meeting: to.meeting }),
          ...(to.section !== undefined && { section: to.section }),
          ...((to.after !== undefined || to.before !== undefined) && {
            place: placeBetween(to.after, to.before),
          }),
        },
        author,
      )
    : []

/** What came of a point. A decision needs its words. */
export const concludePoint = (
  seen: Seen,
  key: string,
  input: { readonly outcome: PointOutcome; readonly conclusion?: string | undefined },
  author: Author,
): Statement[] =>
  objectionToConclusion(seen, key, input)
    ? []
    : say(
        seen,
        pointAbout(key),
        { outcome: input.outcome, conclusion: input.conclusion ? input.conclusion : null },
        author,
      )

export const objectionToConclusion = (
  seen: Seen,
  key: string,
  { outcome, conclusion = '' }: { readonly outcome: PointOutcome; readonly conclusion?: string | undefined },
): ConclusionObjection | undefined => {
  if (!standing(seen, key)) return 'no-such-point'
  return outcome === 'decision' && conclusion.trim() === '' ? 'conclusion-missing' : undefined
}

/** Takes what was concluded back: the point stands open again. */
export const reopenPoint = (seen: Seen, key: string, author: Author): Statement[] =>
  standing(seen, key) ? say(seen, pointAbout(key), { outcome: null, conclusion: null }, author) : []

export const removePoint = (seen: Seen, key: string, author: Author): Statement[] =>
  standing(seen, key) ? remove(seen, point, key, author) : []

/** What of a proposal becomes part of the point. */
export type Proposed = {
  readonly key: string
  readonly about: string
  readonly links: readonly string[]
  readonly section: Section
  readonly minutes: number
}

/**
 * Makes a proposal a point, with its link. The proposal knows from then on that it is one. A point that an earlier meeting
 * did not get to is no new one: it moves. @param key of the new point
 */
export const pointFromProposal = (
  seen: Seen,
  key: string,
  { key: proposal, about, links, section, minutes }: Proposed,
  input: PointInput,
  author: Author,
): Statement[] =>
  kindOf(about) === 'point' && standing(seen, keyOf(about))
    ? movePoint(seen, keyOf(about), { meeting: input.meeting ?? null }, author)
    : addPoint(seen, key, { section, minutes, links, origin: about, ...input, proposal }, author)

/** Waves a proposal away; it does not come back by itself. */
export const dismissProposal = (
  seen: Seen,
  proposalKey: string,
  reason: string,
  author: Author,
): Statement[] =>
  say(seen, dismissalAbout(proposalKey), { dismissed: true, reason: reason === '' ? null : reason }, author)

export const recallProposal = (seen: Seen, proposalKey: string, author: Author): Statement[] => {
  const folded = seen.get(dismissalAbout(proposalKey))
  return folded && readRecord(dismissal, folded).dismissed
    ? say(seen, dismissalAbout(proposalKey), { dismissed: null }, author)
    : []
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

/**
 * A place that sorts between two others; without the first, before everything; without the second, after everything.
 * Places are of [0-9a-z], never end in "0", and compare as strings.
 */
export const placeBetween = (after = '', before: string | undefined = undefined): string => {
  let place = ''
  let open = before
  for (let index = 0; ; index += 1) {
    const low = Math.max(0, DIGITS.indexOf(after[index] ?? '0'))
    const high = open === undefined ? DIGITS.length : Math.max(0, DIGITS.indexOf(open[index] ?? '0'))
    if (high - low > 1) return place + DIGITS[Math.floor((low + high) / 2)]
    place += DIGITS[low]
    // One step apart: whatever comes after `after` here is before `before`.
    if (high - low === 1) open = undefined
    else if (open !== undefined && index >= open.length && index >= after.length) return `${place}i`
  }
}

const standing = (seen: Seen, key: string): Point | undefined => {
  const folded = seen.get(pointAbout(key))
  const now = folded && readRecord(point, folded)
  return now && !now.gone && now.title !== '' ? now : undefined
}
