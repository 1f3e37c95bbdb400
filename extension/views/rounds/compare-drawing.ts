/** Rounds and departments beside each other: a line per subject, a shape of its own per round. Pure. */
import type { Compared } from '../../../shared/queries/rounds'
import { type Drawing, type Mark, type PathLook, round, wrapped } from '../quality/drawing/drawing'

/** Each another shape, so that they can be told without colour; no more can be compared at once. */
export const LOOKS: readonly PathLook[] = ['common-cause', 'neutral', 'concern', 'improvement', 'sum-dot']
export const MOST_ROUNDS = LOOKS.length

const ROW = 34
const TOP = 24
const EDGE = 16

/** @param keys of rounds, in the order of their looks */
export const compareDrawing = (
  lines: readonly Compared[],
  keys: readonly string[],
  nameOf: (code: string) => string,
  width: number,
): Drawing => {
  const isNarrow = width < 560
  const left = isNarrow ? 56 : Math.min(300, width * 0.38)
  const letters = isNarrow ? 5 : Math.floor(left / 7.2)
  const x = (percent: number): number => round(left + EDGE + (percent / 100) * (width - left - 2 * EDGE))
  const bottom = TOP + lines.length * ROW
  const grid = [0, 25, 50, 75, 100].flatMap((percent): Mark[] => [
    { kind: 'path', look: 'grid', d: `M${x(percent)} ${TOP}V${bottom}` },
    { kind: 'text', look: 'quiet', x: x(percent), y: TOP - 8, words: `${percent}`, anchor: 'middle' },
  ])
  const rows = lines.flatMap(({ code, values }, index): Mark[] => {
    const y = TOP + index * ROW + ROW / 2
    const shown = keys.flatMap((key, at) => {
      const found = values.find((value) => value.round === key)
      return found ? [{ percent: found.percent, look: LOOKS[at % LOOKS.length] as PathLook }] : []
    })
    const ends = shown.map(({ percent }) => x(percent))
    const name = isNarrow ? code : (wrapped(nameOf(code), letters, 1)[0] ?? code)
    return [
      { kind: 'text', look: 'words', x: 0, y: y + 4, words: name },
      ...(ends.length > 1
        ? [
            {
              kind: 'path',
              look: 'limit-inner',
              d: `M${Math.min(...ends)} ${y}H${Math.max(...ends)}`,
            } as const,
          ]
        : []),
      ...shown.map(({ percent, look }, at): Mark => {
        // Equal scores stand beside each other, not over each other.
        const same = shown.slice(0, at).filter((each) => Math.abs(each.percent - percent) < 3).length
        return { kind: 'path', look, d: shapeOf(look, x(percent), y + same * 9 - (same > 0 ? 2 : 0)) }
      }),
    ]
  })
  return { width, height: bottom + 6, marks: [...grid, ...rows] }
}

const shapeOf = (look: PathLook, x: number, y: number): string => {
  switch (look) {
    case 'concern':
      return `M${x} ${y - 6.5}l6 11h-12z`
    case 'improvement':
      return `M${x} ${y - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5z`
    case 'neutral':
      return `M${x - 5} ${y - 5}h10v10h-10z`
    default:
      return `M${round(x - 5)} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z`
  }
}
