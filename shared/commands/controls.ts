/** Controls and themes: add one, change it, give it another rhythm, say who carries it out, end it, take it from a library. */
import { addDays, type Day, dayOf, yearOf } from '../days'
import { type Control, control, type FormerRhythm, hashOfText, type Rhythm } from '../kinds/control'
import { readRecord } from '../kinds/kind'
import { requirement } from '../kinds/requirement'
import type { Rule } from '../kinds/rule'
import { theme } from '../kinds/theme'
import type { Framework } from '../libraries/frameworks'
import { isRule, isTooOften, periodsOfRule } from '../queries/rules'
import type { LibraryText } from '../queries/text'
import type { Statement } from '../statement'
import { add, type Changes, change, remove } from './change'
import type { Author, Seen } from './say'

export type ControlInput = Changes<typeof control> & { readonly title: string; readonly theme: string }

export const addControl = (seen: Seen, key: string, input: ControlInput, author: Author): Statement[] =>
  add(seen, control, key, input, author)

/**
 * Changes what is given. Another text is noted with its day: what is answered later answers that text. So is the day from
 * which somebody else looks at the answers.
 */
export const changeControl = (
  seen: Seen,
  key: string,
  changes: Changes<typeof control>,
  author: Author,
): Statement[] => {
  const now = standing(seen, key)
  const isOther = (field: 'title' | 'method'): boolean =>
    changes[field] !== undefined && (changes[field] ?? '').trim() !== now?.[field].trim()
  const textSince = now && (isOther('title') || isOther('method')) ? { textSince: dayOf(author.at) } : {}
  const reviewSince = now && changes.needsReview && !now.needsReview ? { reviewSince: dayOf(author.at) } : {}
  return change(seen, control, key, { ...changes, ...textSince, ...reviewSince }, author)
}

/** Says which departments carry a control out and, when given, which people. */
export const assignControl = (
  seen: Seen,
  key: string,
  {
    departments,
    performers,
  }: { readonly departments: readonly string[]; readonly performers?: readonly string[] },
  author: Author,
): Statement[] => change(seen, control, key, { departments, performers }, author)

/** Ends a control: nothing of it is due after that day, and what was due before stays due. */
export const endControl = (seen: Seen, key: string, until: Day, author: Author): Statement[] =>
  change(seen, control, key, { until }, author)

/** Removes a control: nothing of it is due any more; what was answered stays. */
export const removeControl = (seen: Seen, key: string, author: Author): Statement[] =>
  remove(seen, control, key, author)

export const addTheme = (
  seen: Seen,
  key: string,
  input: Changes<typeof theme> & { readonly name: string },
  author: Author,
): Statement[] => add(seen, theme, key, input, author)

/** Puts a theme or its goals in other words. */
export const changeTheme = (
  seen: Seen,
  key: string,
  changes: Changes<typeof theme>,
  author: Author,
): Statement[] => change(seen, theme, key, changes, author)

// Rhythm

export type RhythmInput = {
  readonly rhythm: Rhythm
  readonly month?: number | undefined
  readonly every?: number | undefined
  readonly rule?: Rule | undefined
}
/** @remarks `never`: in the coming years the rule names no day. `too-often`: more than once in one period of the rhythm. */
export type RhythmObjection = 'no-such-control' | 'not-a-rule' | 'never' | 'too-often' | 'nothing-changed'

/** Years that are looked ahead for a rule that names too many days or none. */
const AHEAD = 5

/**
 * Gives a control another rhythm from a day on. What was due before that day stays due as it was, and what was done stays
 * done.
 */
export const changeRhythm = (
  seen: Seen,
  key: string,
  input: RhythmInput,
  from: Day,
  author: Author,
): Statement[] => {
  const now = standing(seen, key)
  if (!now || objectionToRhythm(seen, key, input, from)) return []
  const { rhythm, month, every, rule } = input
  return change(
    seen,
    control,
    key,
    {
      rhythm,
      month: month ?? null,
      every: every ?? null,
      rule: rule ?? null,
      former: formerAt(now, from),
    },
    author,
  )
}

/** Why a control cannot have this rhythm. */
export const objectionToRhythm = (
  seen: Seen,
  key: string,
  input: RhythmInput,
  from: Day,
): RhythmObjection | undefined => {
  const now = standing(seen, key)
  if (!now) return 'no-such-control'
  if (isSame(now, input) && !now.clashes.includes('rhythm') && !now.clashes.includes('rule'))
    return 'nothing-changed'
  return input.rule && objectionToRule(input.rhythm, input.rule, from)
}

/** Why a rule cannot go with a rhythm. @param from a day of the first year that is looked at */
export const objectionToRule = (
  rhythm: Rhythm,
  rule: Rule,
  from: Day,
): 'not-a-rule' | 'never' | 'too-often' | undefined => {
  if (!isRule(rule)) return 'not-a-rule'
  const year = yearOf(from)
  const years = Array.from({ length: AHEAD }, (_, index) => year + index)
  if (years.every((each) => periodsOfRule(rhythm, rule, each).length === 0)) return 'never'
  return isTooOften(rhythm, rule, year, year + AHEAD) ? 'too-often' : undefined
}

/** The rhythms a control had by the time it gets another; a change for a day that is over replaces what came after it. */
export const formerAt = (
  now: Pick<Control, keyof RhythmInput | 'former'>,
  from: Day,
): readonly FormerRhythm[] => {
  const until = addDays(from, -1)
  const { rhythm, month, every, rule } = now
  const earlier = now.former.filter((each) => each.until < until)
  const inForce = now.former.find((each) => each.until >= until) ?? { rhythm, month, every, rule }
  return [...earlier, { ...inForce, until }]
}

const isSame = (now: Control, { rhythm, month, every, rule }: RhythmInput): boolean =>
  now.rhythm === rhythm &&
  now.month === month &&
  now.every === every &&
  JSON.stringify(now.rule ?? null, ORDER) === JSON.stringify(rule ?? null, ORDER)
const ORDER = ['rrule', 'from', 'workingDay', 'shift', 'of']

// Libraries

/** A control of a library, as far as adopting it needs to know. */
export type Adoptable = LibraryText &
  Omit<Changes<typeof control>, 'departments' | 'title' | 'method'> & { readonly theme: string }

/** Takes controls over from a library, remembering which text was taken. Those that are there already are left. */
export const adoptControls = (
  seen: Seen,
  library: readonly Adoptable[],
  { since, departmentsOf }: { readonly since: Day; departmentsOf(key: string): readonly string[] },
  author: Author,
): Statement[] =>
  library
    .filter(({ key }) => !standing(seen, key))
    .flatMap(({ key, ...fields }) =>
      addControl(
        seen,
        key,
        {
          ...fields,
          departments: departmentsOf(key),
          since,
          origin: key,
          originText: hashOfText({ title: fields.title, method: fields.method ?? '' }),
        },
        author,
      ),
    )

/** Takes the library's present text over for a control. */
export const takeOverText = (seen: Seen, key: string, library: LibraryText, author: Author): Statement[] =>
  standing(seen, key)
    ? changeControl(
        seen,
        key,
        { title: library.title, method: library.method ?? null, originText: originOf(library) },
        author,
      )
    : []

/** Keeps one's own text, and hears no more of what the library says now. */
export const keepOwnText = (seen: Seen, key: string, library: LibraryText, author: Author): Statement[] =>
  standing(seen, key) ? change(seen, control, key, { originText: originOf(library) }, author) : []

const originOf = ({ title, method = '' }: LibraryText): string => hashOfText({ title, method })

/** Takes over what a framework asks; what is there already keeps its words. */
export const adoptRequirements = (seen: Seen, framework: Framework, author: Author): Statement[] =>
  framework.items.flatMap(({ code, parent, name, nameEn, type }, index) => {
    const key = `${framework.id}/${code}`
    const now = seen.get(`requirement:${key}`)
    const standing = now && readRecord(requirement, now)
    // One that was taken over and taken back has no name any more.
    if (standing && !standing.gone && standing.name !== '') return []
    const place = String(index + 1).padStart(3, '0')
    const { id, version } = framework
    return add(
      seen,
      requirement,
      key,
      { framework: id, version, code, parent, name, nameEn, type, place },
      author,
    )
  })

/** Adds a requirement of one's own, or puts one in other words. */
export const sayRequirement = (
  seen: Seen,
  key: string,
  changes: Changes<typeof requirement>,
  author: Author,
): Statement[] => add(seen, requirement, key, changes, author)

export const removeRequirement = (seen: Seen, key: string, author: Author): Statement[] =>
  remove(seen, requirement, key, author)

const standing = (seen: Seen, key: string): Control | undefined => {
  const folded = seen.get(`control:${key}`)
  const now = folded && readRecord(control, folded)
  // One that was added and taken back has no title any more.
  return now?.gone || now?.title === '' ? undefined : now
}
