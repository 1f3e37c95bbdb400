/** What people do with a finding: note it, from a failed check or by itself, say its cause, close it with its effect. */
import { dayOf } from '../days'
import type { Outcome } from '../kinds/check'
import { type Effect, type Finding, finding, findingAbout, type Severity } from '../kinds/finding'
import { readRecord } from '../kinds/kind'
import { objectionToClosing, type Proof } from '../queries/findings'
import type { Check } from '../queries/schedule'
import type { Json, Statement } from '../statement'
import { add, type Changes, change, remove } from './change'
import { type Author, type Seen, say } from './say'

/** What can be said without further ado: not that it is closed. */
export type FindingChanges = Omit<
  Changes<typeof finding>,
  'state' | 'effect' | 'closedBy' | 'closedAt' | 'reason'
>
export type FindingInput = FindingChanges & { readonly title: string }

/** Notes a finding, in the room that `roomOfFinding` names. Noted again, it says what is said now and stays one. */
export const addFinding = (seen: Seen, key: string, input: FindingInput, author: Author): Statement[] =>
  objectionToFinding(input) ? [] : add(seen, finding, key, input, author)

export const objectionToFinding = ({ title }: Pick<FindingInput, 'title'>): 'title-missing' | undefined =>
  title.trim() === '' ? 'title-missing' : undefined

/** What a failed check gives a finding to begin with. @param at when it was seen, where nobody answered yet */
export const findingFromCheck = (
  { about, control, department, outcome, note, answeredAt }: Check,
  at: number,
): FindingInput => ({
  title: `${FOUND[outcome ?? 'partly']}${control.title}`,
  note,
  department,
  control: control.key,
  check: about,
  found: dayOf(answeredAt ?? at),
  severity: severityOf(outcome, control.isKey),
})

// A control says how things ought to be; a finding, that they are not. In the language in which the town writes.
const FOUND: Readonly<Record<Outcome, string>> = {
  'not-in-order': 'Niet in orde: ',
  partly: 'Deels in orde: ',
  'in-order': '',
  'not-applicable': '',
}

const severityOf = (outcome: Check['outcome'], isKey: boolean): Severity => {
  if (outcome === 'not-in-order') return isKey ? 'high' : 'moderate'
  return isKey ? 'moderate' : 'low'
}

/** Changes what is given: its words, how grave it is, why it came about. */
export const changeFinding = (
  seen: Seen,
  key: string,
  changes: FindingChanges,
  author: Author,
): Statement[] => {
  const isNameless = changes.title !== undefined && (changes.title ?? '').trim() === ''
  return standing(seen, key) && !isNameless ? change(seen, finding, key, changes, author) : []
}

/** Closes a finding with its effect. @returns none when {@link objectionToClosing} has one */
export const closeFinding = (
  seen: Seen,
  key: string,
  effect: Effect,
  proof: Omit<Proof, 'finding'>,
  author: Author,
): Statement[] =>
  objectionToClosing({ ...proof, finding: standing(seen, key) }, effect)
    ? []
    : say(
        seen,
        findingAbout(key),
        { state: 'closed', effect: effect as Json, closedBy: author.by, closedAt: author.at },
        author,
      )

/** Opens a closed finding again, and says why. */
export const reopenFinding = (seen: Seen, key: string, reason: string, author: Author): Statement[] =>
  objectionToReopening(seen, key, reason)
    ? []
    : say(
        seen,
        findingAbout(key),
        { state: 'open', effect: null, closedBy: null, closedAt: null, reason: reason.trim() },
        author,
      )

export type ReopeningObjection = 'no-such-finding' | 'not-closed' | 'reason-missing'

export const objectionToReopening = (
  seen: Seen,
  key: string,
  reason: string,
): ReopeningObjection | undefined => {
  const now = standing(seen, key)
  if (!now) return 'no-such-finding'
  if (now.state !== 'closed' && !now.clashes.includes('state')) return 'not-closed'
  return reason.trim() === '' ? 'reason-missing' : undefined
}

export const removeFinding = (seen: Seen, key: string, author: Author): Statement[] =>
  standing(seen, key) ? remove(seen, finding, key, author) : []

const standing = (seen: Seen, key: string): Finding | undefined => {
  const folded = seen.get(findingAbout(key))
  const now = folded && readRecord(finding, folded)
  return now && !now.gone && now.title !== '' ? now : undefined
}
