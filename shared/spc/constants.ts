/** The control chart constants for normally distributed figures, for subgroups of 2 to 25. */

/** The factors of one subgroup size, under the names every handbook gives them. */
export type ChartFactors = {
  /** Mean range of n figures, in sigmas. */
  readonly d2: number
  /** Standard deviation of the range of n figures, in sigmas. */
  readonly d3: number
  /** Mean standard deviation of n figures, in sigmas. */
  readonly c4: number
  /** Limits of means: grand mean ± A2 × mean range, or ± A3 × mean standard deviation. */
  readonly A2: number
  readonly A3: number
  /** Limits of standard deviations: B3 and B4 × their mean. */
  readonly B3: number
  readonly B4: number
  /** Limits of ranges: D3 and D4 × their mean. */
  readonly D3: number
  readonly D4: number
}

/**
 * The constants of an X-bar, R or S chart. Three sigmas throughout.
 *
 * Source: ASTM STP 15D; Montgomery, Introduction to Statistical Quality Control, appendix VI;
 * NIST/SEMATECH e-Handbook 6.3.2.1.
 *
 * @param n the subgroup size
 * @returns `undefined` when n is not a whole number of 2 to 25: beyond that no table goes, and a range says little
 */
export const chartFactors = (n: number): ChartFactors | undefined => FACTORS.get(n)

/** `[d2, d3]` of n = 2 to 25: mean and deviation of the range, integrated numerically over the normal density. */
const RANGES: readonly (readonly [d2: number, d3: number])[] = [
  [1.12837917, 0.85250247],
  [1.69256875, 0.888368],
  [2.05875075, 0.8798082],
  [2.32592895, 0.86408194],
  [2.53441272, 0.84803969],
  [2.70435675, 0.83320534],
  [2.84720061, 0.81983149],
  [2.97002632, 0.80783427],
  [3.07750546, 0.79705067],
  [3.1728727, 0.78731462],
  [3.25845528, 0.77847834],
  [3.33598035, 0.7704162],
  [3.40676311, 0.7630231],
  [3.47182689, 0.75621143],
  [3.53198279, 0.74990809],
  [3.58788396, 0.74405178],
  [3.64006376, 0.73859085],
  [3.68896302, 0.7334815],
  [3.73495012, 0.72868635],
  [3.77833583, 0.72417334],
  [3.81938464, 0.71991481],
  [3.85832342, 0.71588674],
  [3.89534815, 0.71206818],
  [3.93062922, 0.70844077],
]

const FACTORS: ReadonlyMap<number, ChartFactors> = new Map(
  RANGES.map(([d2, d3], i) => [i + 2, factors(i + 2, d2, d3)]),
)

function factors(n: number, d2: number, d3: number): ChartFactors {
  const c4 = c4Of(n)
  const spreadOfRange = (3 * d3) / d2
  const spreadOfDeviation = (3 * Math.sqrt(1 - c4 ** 2)) / c4
  return {
    d2,
    d3,
    c4,
    A2: 3 / (d2 * Math.sqrt(n)),
    A3: 3 / (c4 * Math.sqrt(n)),
    B3: Math.max(0, 1 - spreadOfDeviation),
    B4: 1 + spreadOfDeviation,
    D3: Math.max(0, 1 - spreadOfRange),
    D4: 1 + spreadOfRange,
  }
}

/** sqrt(2/(n-1)) Γ(n/2) / Γ((n-1)/2), from c4(2) = sqrt(2/π) and c4(n) c4(n+1) = sqrt((n-1)/n). */
function c4Of(n: number): number {
  return n === 2 ? Math.sqrt(2 / Math.PI) : Math.sqrt((n - 2) / (n - 1)) / c4Of(n - 1)
}
