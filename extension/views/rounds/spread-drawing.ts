/** The scores of a group for one subject on a line: a dot per member, what was agreed, and where one wants to be. Pure. */
import type { Drawing, Mark } from '../quality/drawing/drawing'
import { round } from '../quality/drawing/drawing'

export type SpreadPicture = {
  readonly points: readonly number[]
  readonly agreed: number | undefined
  readonly ambition: number | undefined
  /** The highest there is. */
  readonly most: number
}

const EDGE = 14
const BASE = 46
const STACK = 11

export const spreadDrawing = ({ points, agreed, ambition, most }: SpreadPicture, width: number): Drawing => {
  const x = (value: number): number => round(EDGE + (value / most) * (width - 2 * EDGE))
  const ticks = most === 4 ? [0, 1, 2, 3, 4] : [0, 25, 50, 75, 100]
  const counts = new Map<number, number>()
  const dots = [...points]
    .sort((a, b) => a - b)
    .map((value): Mark => {
      const below = counts.get(value) ?? 0
      counts.set(value, below + 1)
      return { kind: 'path', look: 'common-cause', d: dot(x(value), BASE - 10 - below * STACK, 4.5) }
    })
  // As high as the highest stack needs.
  const lift = Math.max(0, Math.max(0, ...counts.values()) - 3) * STACK
  const down = (mark: Mark): Mark =>
    mark.kind === 'path'
      ? { ...mark, d: moved(mark.d, lift) }
      : mark.kind === 'text'
        ? { ...mark, y: mark.y + lift }
        : mark
  const marks: Mark[] = [
    { kind: 'path', look: 'limit', d: `M${EDGE} ${BASE}H${round(width - EDGE)}` },
    ...ticks.flatMap((value): Mark[] => [
      { kind: 'path', look: 'grid', d: `M${x(value)} ${BASE - 4}V${BASE + 4}` },
      {
        kind: 'text',
        look: 'quiet',
        x: x(value),
        y: BASE + 34,
        words: String(value),
        anchor: 'middle',
      },
    ]),
    ...dots,
    ...(ambition === undefined
      ? []
      : [{ kind: 'path', look: 'sum-dot', d: dot(x(ambition), BASE + 13, 5.5) } as const]),
    ...(agreed === undefined
      ? []
      : [{ kind: 'path', look: 'improvement', d: diamond(x(agreed), BASE + 13) } as const]),
  ]
  return { width, height: BASE + 42 + lift, marks: marks.map(down) }
}

const dot = (x: number, y: number, r: number): string =>
  `M${round(x - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
const diamond = (x: number, y: number): string => `M${x} ${y - 6}l6 6l-6 6l-6 -6z`

/** A path whose first point and vertical lines are absolute, moved down. */
const moved = (d: string, by: number): string =>
  by === 0
    ? d
    : d
        .replace(/^M(\S+) (\S+?)(?=[A-Za-z])/, (_, x, y) => `M${x} ${round(Number(y) + by)}`)
        .replace(/V(\S+)/g, (_, y) => `V${round(Number(y) + by)}`)
