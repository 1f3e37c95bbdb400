/** The rules that tell a signal from noise. Knows only distances to the centre, in sigmas; not where they came from. */

/**
 * A rule by its name. Western Electric has `beyond3`, `two_of_three_2s`, `four_of_five_1s` and `side8`; Nelson has
 * `beyond3`, `side9`, `trend6`, `alternate14`, `two_of_three_2s`, `four_of_five_1s`, `inside15_1s` and
 * `outside8_1s_both`; "Making data count" of the NHS has `beyond3`, `side7`, `trend7` and `two_of_three_2s`.
 */
export type RuleName =
  | 'beyond3'
  | 'side7'
  | 'side8'
  | 'side9'
  | 'trend6'
  | 'trend7'
  | 'alternate14'
  | 'two_of_three_2s'
  | 'four_of_five_1s'
  | 'inside15_1s'
  | 'outside8_1s_both'

/**
 * What a rule looks for: how many points in a row it takes, whether it measures in sigmas (and so needs a sigma),
 * what gives the signal its direction, and the pattern itself. `window` holds exactly `length` points; the last one
 * is the point that may be flagged.
 */
type Rule = {
  readonly length: number
  readonly inSigmas: boolean
  readonly points: 'side' | 'slope' | 'nowhere'
  readonly completes: (window: readonly number[]) => boolean
}

/** All rules. Every comparison is strict: a point on a line is neither beyond it nor on a side of it. */
const RULES: Readonly<Record<RuleName, Rule>> = {
  /** One point further than 3 sigmas from the centre. */
  beyond3: { length: 1, inSigmas: true, points: 'side', completes: enoughBeyond(1, 3) },
  /** So many points in a row on one side of the centre. A point on the centre line breaks the run. */
  side7: sameSide(7),
  side8: sameSide(8),
  side9: sameSide(9),
  /** So many points in a row, each higher than the one before, or each lower. A tie breaks the trend. */
  trend6: trend(6),
  trend7: trend(7),
  /** Fourteen points in a row, up and down in turn. A tie breaks it. */
  alternate14: { length: 14, inSigmas: false, points: 'nowhere', completes: isAlternating },
  /** Two of three, or four of five, points in a row beyond the zone on one side, the last one among them. */
  two_of_three_2s: { length: 3, inSigmas: true, points: 'side', completes: enoughBeyond(2, 2) },
  four_of_five_1s: { length: 5, inSigmas: true, points: 'side', completes: enoughBeyond(4, 1) },
  /** Fifteen points in a row within 1 sigma: too quiet to be true. */
  inside15_1s: {
    length: 15,
    inSigmas: true,
    points: 'nowhere',
    completes: (window) => window.every((z) => Math.abs(z) < 1),
  },
  /** Eight points in a row outside 1 sigma, with both sides among them: two processes in one chart. */
  outside8_1s_both: { length: 8, inSigmas: true, points: 'nowhere', completes: isMixture },
}

/** All rule names. */
export const RULE_NAMES = Object.keys(RULES) as readonly RuleName[]

/**
 * Which points complete which pattern.
 *
 * Strict inequalities; a point on the centre line breaks a run; a tie breaks a trend. A pattern needs its full number
 * of points without a gap, so a missing point (`null`, or a number that is not finite) breaks every pattern. Only
 * points at which the pattern is complete are named: the k-th point of a run and every later one while it lasts; for
 * "m of n" the point must itself be beyond, on the same side as the others.
 *
 * Source: Western Electric Statistical Quality Control Handbook (1956); Nelson, Journal of Quality Technology 16
 * (1984); NIST/SEMATECH e-Handbook 6.3.2.
 *
 * @param z distances to the centre line in sigmas, in order of time
 * @param rules the rules to apply
 * @returns per rule the points, 1-based and ascending. All eleven rules are there; empty for one not asked for
 * @throws RangeError for a rule that does not exist
 */
export function signals(z: (number | null)[], rules: RuleName[]): Record<RuleName, number[]> {
  checkRules(rules)
  const found = Object.fromEntries(RULE_NAMES.map((name) => [name, []])) as unknown as Record<
    RuleName,
    number[]
  >
  for (const name of new Set(rules)) found[name] = pointsCompleting(RULES[name], z)
  return found
}

/** @throws RangeError for a rule that does not exist */
export function checkRules(rules: readonly RuleName[]): void {
  const unknown = rules.find((name) => !Object.hasOwn(RULES, name))
  if (unknown !== undefined) throw new RangeError(`Option "rules" names an unknown rule: ${String(unknown)}.`)
}

/** Whether a rule measures in sigmas. One that does not works on any distances to the centre. */
export const isInSigmas = (rule: RuleName): boolean => RULES[rule].inSigmas

/**
 * The way a signal points: 1 up, -1 down, 0 nowhere. A trend points where it goes, a rule about a side to that side;
 * alternating, too quiet and mixture point nowhere.
 *
 * @param z the series
 * @param at the place of the flagged point, 0-based
 */
export function wayOf(rule: RuleName, z: readonly (number | null)[], at: number): -1 | 0 | 1 {
  const { points } = RULES[rule]
  if (points === 'nowhere') return 0
  const here = z[at] ?? 0
  const origin = points === 'slope' ? (z[at - 1] ?? 0) : 0
  return here > origin ? 1 : here < origin ? -1 : 0
}

function pointsCompleting(rule: Rule, z: readonly (number | null)[]): number[] {
  const found: number[] = []
  let sinceGap: number[] = []
  for (const [i, point] of z.entries()) {
    if (!isPoint(point)) sinceGap = []
    else sinceGap.push(point)
    if (sinceGap.length >= rule.length && rule.completes(sinceGap.slice(-rule.length))) found.push(i + 1)
  }
  return found
}

const isPoint = (z: number | null): z is number => Number.isFinite(z)

/** At least `count` of the window, the last one among them, beyond `sigmas` on one side. */
function enoughBeyond(count: number, sigmas: number) {
  return (window: readonly number[]): boolean => {
    const last = window.at(-1) ?? 0
    const side = Math.sign(last)
    return last * side > sigmas && window.filter((z) => z * side > sigmas).length >= count
  }
}

function sameSide(length: number): Rule {
  return { length, inSigmas: false, points: 'side', completes: isOneSided }
}

function isOneSided(window: readonly number[]): boolean {
  const side = Math.sign(window[0] ?? 0)
  return side !== 0 && window.every((z) => Math.sign(z) === side)
}

function trend(length: number): Rule {
  return { length, inSigmas: false, points: 'slope', completes: (window) => isOneWay(steps(window)) }
}

/** The direction of each step from point to point: 1, -1, or 0 for a tie. */
const steps = (window: readonly number[]): number[] =>
  window.slice(1).map((z, i) => Math.sign(z - (window[i] ?? z)))

const isOneWay = (ways: readonly number[]): boolean => ways[0] !== 0 && ways.every((way) => way === ways[0])

function isAlternating(window: readonly number[]): boolean {
  const ways = steps(window)
  return ways.every((way, i) => way !== 0 && way !== ways[i - 1])
}

function isMixture(window: readonly number[]): boolean {
  return window.every((z) => Math.abs(z) > 1) && window.some((z) => z > 0) && window.some((z) => z < 0)
}
