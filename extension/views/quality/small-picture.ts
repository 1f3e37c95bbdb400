/** The small picture of a series as strings for a handful of SVG paths: no element per point. */
import type { SmallMultiple } from '../../../shared/queries/small-multiple'

export const WIDTH = 200
export const HEIGHT = 44
const EDGE = 5
// As wide as it is drawn.
const DOT = 3.4

export type Strokes = {
  readonly band: string
  readonly center: string
  readonly target: string
  readonly line: string
  readonly dots: string
  readonly concern: string
  readonly improvement: string
  readonly neutral: string
}

/** The lowest and highest figure to draw. */
export type Scale = readonly [low: number, high: number]

/** One scale for several pictures, so that they can be compared. */
export const commonScale = (pictures: readonly SmallMultiple[]): Scale | undefined => {
  const ends = pictures.flatMap(({ extent }) => extent ?? [])
  return ends.length > 0 ? [Math.min(...ends), Math.max(...ends)] : undefined
}

/**
 * The strokes of a picture; worked out once per picture. `undefined` where there is nothing to draw.
 * @param scale its own when left out
 */
export const strokesOf = (picture: SmallMultiple, scale?: Scale): Strokes | undefined => {
  if (!picture.extent) return undefined
  if (scale) return draw(picture, scale)
  const known = drawn.get(picture)
  if (known) return known
  const fresh = draw(picture, picture.extent)
  drawn.set(picture, fresh)
  return fresh
}
const drawn = new WeakMap<SmallMultiple, Strokes>()

const draw = (picture: SmallMultiple, [low, high]: Scale): Strokes => {
  const { values, centers, lowers, uppers, signals, target, targetTo } = picture
  const step = values.length > 1 ? (WIDTH - 2 * EDGE) / (values.length - 1) : 0
  const spread = high - low || 1
  const x = (index: number): number => round(values.length > 1 ? EDGE + index * step : WIDTH / 2)
  const y = (value: number): number => round(HEIGHT - EDGE - ((value - low) / spread) * (HEIGHT - 2 * EDGE))
  const half = round(step / 2 || EDGE)
  const flat = (value: number | undefined): string => (value === undefined ? '' : `M0 ${y(value)}H${WIDTH}`)
  const shapes = (reading: string, shape: (x: number, y: number) => string): string => {
    let path = ''
    for (const signal of signals) {
      const value = values[signal.at - 1]
      if (signal.reading === reading && value !== null && value !== undefined)
        path += shape(x(signal.at - 1), y(value))
    }
    return path
  }
  // Where figures stand closer than their dots are wide, dots would only make the line thick.
  const hasDots = step >= DOT || values.length === 1
  const isSignal = new Set(hasDots ? signals.map(({ at }) => at - 1) : [])
  let line = ''
  let dots = ''
  let isOpen = false
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]
    const isThere = value !== null && value !== undefined
    if (isThere) {
      const at = `${inTenths(x(index))} ${inTenths(y(value))}`
      line += isOpen ? `L${at}` : `M${at}`
      // A figure between two that are missing has no line: its dot is all there is of it.
      const isAlone = !isOpen && (values[index + 1] ?? null) === null
      if ((hasDots || isAlone) && !isSignal.has(index)) dots += `M${at}h0`
    }
    isOpen = isThere
  }
  return {
    band: bandOf(lowers, uppers, x, y, half),
    center: centerOf(centers, x, y, half),
    target: flat(target) + flat(targetTo),
    line,
    dots,
    concern: shapes('concern', triangle),
    improvement: shapes('improvement', diamond),
    neutral: shapes('neutral', square),
  }
}

// Limits are of a point and jump where a phase begins. Points of the same limits are one step, so that most pictures need
// only one.
const bandOf = (
  lowers: SmallMultiple['lowers'],
  uppers: SmallMultiple['uppers'],
  x: (index: number) => number,
  y: (value: number) => number,
  half: number,
): string => {
  let path = ''
  let there = ''
  let back = ''
  for (let first = 0; first < uppers.length; ) {
    const [lower, upper] = [lowers[first] ?? null, uppers[first] ?? null]
    let next = first + 1
    while (next < uppers.length && (uppers[next] ?? null) === upper && (lowers[next] ?? null) === lower)
      next += 1
    if (lower === null || upper === null) {
      if (there !== '') path += `M${there.slice(1)}${back}Z`
      there = ''
      back = ''
    } else {
      const [left, right] = [round(x(first) - half), round(x(next - 1) + half)]
      there += `L${left} ${y(upper)}H${right}`
      back = `L${right} ${y(lower)}H${left}${back}`
    }
    first = next
  }
  return there === '' ? path : `${path}M${there.slice(1)}${back}Z`
}

const centerOf = (
  centers: SmallMultiple['centers'],
  x: (index: number) => number,
  y: (value: number) => number,
  half: number,
): string => {
  let path = ''
  for (let first = 0; first < centers.length; ) {
    const middle = centers[first]
    let next = first + 1
    while (next < centers.length && centers[next] === middle) next += 1
    if (middle !== undefined && middle !== 0)
      path += `M${round(x(first) - half)} ${y(middle)}H${round(x(next - 1) + half)}`
    first = next
  }
  return path
}

// Writing a number takes longer than finding it: coordinates are few, and the same in every picture.
const inTenths = (value: number): string => {
  const tenths = Math.round(value * 10)
  const known = written[tenths]
  if (known !== undefined) return known
  const text = String(tenths / 10)
  if (tenths >= 0 && tenths <= 10 * WIDTH) written[tenths] = text
  return text
}
const written: string[] = []

const triangle = (x: number, y: number): string => `M${x} ${round(y - 4.6)}l4.3 7.6h-8.6z`
const diamond = (x: number, y: number): string => `M${x} ${round(y - 4.6)}l4.6 4.6l-4.6 4.6l-4.6 -4.6z`
const square = (x: number, y: number): string => `M${round(x - 3.4)} ${round(y - 3.4)}h6.8v6.8h-6.8z`

const round = (value: number): number => Math.round(value * 10) / 10
