/** The facts of the yearly report on organisation control, from records alone: what was due and done, found, repaired, at risk. */
import type { Day } from '../days'
import { dayOf } from '../days'
import type { Theme } from '../kinds/theme'
import { BAND_KEYS, type BandKey } from '../libraries/risk-matrix'
import type { FindingLine } from './findings'
import type { WorkGround } from './ground'
import { type HalfYearFigures, halfYearFigures } from './measures'
import { calendarYear, type Tally, tally } from './overview'
import type { RiskLine } from './risks'
import type { SubjectLine } from './rounds'
import type { Check } from './schedule'

export type ThemeFacts = {
  readonly theme: string
  readonly now: Tally
  readonly before: Tally
  readonly findings: number
  readonly risks: number
  /** Maturity of the newest validated round, of the one before, and where one wants to be. */
  readonly level: number | undefined
  readonly levelBefore: number | undefined
  readonly ambition: number | undefined
}

export type YearFacts = {
  readonly year: number
  readonly from: Day
  readonly to: Day
  readonly total: Tally
  readonly totalBefore: Tally
  readonly themes: readonly ThemeFacts[]
  /** Answers that failed, those of key controls first. */
  readonly failed: readonly Check[]
  readonly findings: { readonly found: number; readonly closed: number; readonly open: number }
  readonly risks: Readonly<Record<BandKey, number>>
  readonly accepted: readonly RiskLine[]
  readonly measures: HalfYearFigures
}

/**
 * The facts of a year, up to today where it is not over.
 * @param checks of the year and the one before
 * @param rounds the lines of the newest validated rounds, the newest first
 */
export const yearFacts = (
  year: number,
  {
    work,
    checks,
    themes,
    findings,
    risks,
    rounds = [],
  }: {
    readonly work: WorkGround
    readonly checks: readonly Check[]
    readonly themes: readonly Theme[]
    readonly findings: readonly FindingLine[]
    readonly risks: readonly RiskLine[]
    readonly rounds?: readonly (readonly SubjectLine[])[]
  },
): YearFacts => {
  const { from, to } = calendarYear(year)
  const dueIn = (wanted: number): Check[] => {
    const window = calendarYear(wanted)
    return checks.filter(({ due }) => due >= window.from && due <= window.to)
  }
  const [now, before] = [dueIn(year), dueIn(year - 1)]
  const ofTheme = (list: readonly Check[], key: string) => list.filter(({ control }) => control.theme === key)
  const found = findings.filter((line) => isIn(line.found, from, to))
  const open = risks.filter(({ state }) => state === 'open')
  const themeOf = new Map(checks.map(({ control }) => [control.key, control.theme]))
  return {
    year,
    from,
    to,
    total: tally(now, work.today),
    totalBefore: tally(before, work.today),
    themes: themes.map(({ key, code }) => ({
      theme: key,
      now: tally(ofTheme(now, key), work.today),
      before: tally(ofTheme(before, key), work.today),
      findings: found.filter(({ control }) => control !== undefined && themeOf.get(control) === key).length,
      risks: open.filter(({ theme }) => theme === key).length,
      level: lineIn(rounds[0], code)?.points,
      levelBefore: lineIn(rounds[1], code)?.points,
      ambition: lineIn(rounds[0], code)?.consensus?.ambition,
    })),
    failed: now
      .filter(({ outcome }) => outcome === 'partly' || outcome === 'not-in-order')
      .sort((a, b) => Number(b.control.isKey) - Number(a.control.isKey) || (a.due < b.due ? -1 : 1)),
    findings: {
      found: found.length,
      closed: findings.filter(
        ({ closedAt, state }) =>
          state === 'closed' && closedAt !== undefined && isIn(dayOf(closedAt), from, to),
      ).length,
      open: findings.filter(({ state }) => state === 'open').length,
    },
    risks: countBands(open),
    accepted: open.filter(({ accepted }) => accepted !== 'no'),
    measures: halfYearFigures(work, work.today <= `${year}-06-30` ? `${year}-H1` : `${year}-H2`),
  }
}

const countBands = (risks: readonly RiskLine[]): Record<BandKey, number> => {
  const counted = Object.fromEntries(BAND_KEYS.map((key) => [key, 0])) as Record<BandKey, number>
  for (const { residualScore, inherentScore } of risks) {
    const score = residualScore ?? inherentScore
    if (score) counted[score.band.key] += 1
  }
  return counted
}

const isIn = (day: Day | undefined, from: Day, to: Day): boolean =>
  day !== undefined && day >= from && day <= to
const lineIn = (lines: readonly SubjectLine[] | undefined, code: string): SubjectLine | undefined =>
  lines?.find((line) => line.code === code)
