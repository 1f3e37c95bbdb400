/**
 * A Pareto chart lying down, so that names can be read: bars descending, the share added up as a line, the vital few
 * filled. Bars and line share one scale in percent. Pure.
 */
import { type Drawing, type Mark, round, wrapped } from '../drawing/drawing'

export type Bar = {
  /** What it is counted by; '' is a name too. */
  readonly name: string
  readonly words: string
  readonly count: number
  /** In percent, of this bar and all before it. */
  readonly cumulative: number
  readonly vital: boolean
  /** Stands for several others. */
  readonly isRest: boolean
  /** To what lies behind it. */
  readonly href: string | undefined
}

export type ParetoWords = {
  readonly number: (value: number) => string
  readonly percent: (share: number) => string
  /** All that a bar says. */
  readonly bar: (bar: Bar) => string
}

const WIDE = 560
const HEAD = 26
// A letter on the average; those of the vital few are bold.
const LETTER = { words: 7, strong: 8 } as const
const DOT = 4

export const paretoDrawing = (
  bars: readonly Bar[],
  width: number,
  words: ParetoWords,
  chosen?: string | undefined,
): Drawing => {
  const isWide = width >= WIDE
  const row = isWide ? 40 : 50
  const names = isWide ? Math.min(300, Math.round(width * 0.36)) : 0
  const [left, right] = [names + DOT, isWide ? width - 104 : width - DOT - 1]
  const total = bars.reduce((sum, { count }) => sum + count, 0)
  const height = HEAD + bars.length * row + 4
  const x = (share: number): number => round(left + (share / 100) * (right - left))
  const top = (index: number): number => HEAD + index * row + (isWide ? 11 : 26)
  const middle = (index: number): number => top(index) + 9
  const share = ({ count }: Bar): number => (total === 0 ? 0 : (100 * count) / total)
  const barOf = (bar: Bar, index: number): Mark => {
    const end = Math.max(x(share(bar)), x(0) + 1)
    const path: Mark = {
      kind: 'path',
      look: bar.isRest ? 'bar-rest' : bar.vital ? 'bar-vital' : 'bar',
      d: `M${x(0)} ${top(index)}H${end}v18H${x(0)}z`,
    }
    if (bar.href === undefined) return path
    const area = `M0 ${HEAD + index * row + 2}H${width}v${row - 4}H0z`
    const isChosen = bar.name === chosen && !bar.isRest
    return { kind: 'link', href: bar.href, label: words.bar(bar), isChosen, marks: [path], area }
  }
  const wordsOf = (bar: Bar, index: number): readonly Mark[] => {
    const look = bar.vital ? 'strong' : 'words'
    const letters = Math.floor((isWide ? names - 14 : width - 96) / LETTER[look])
    const lines = wrapped(bar.words, letters, isWide ? 2 : 1)
    const first = isWide ? middle(index) + 4 - (lines.length - 1) * 8 : HEAD + index * row + 20
    const value: Mark = {
      kind: 'text',
      look: 'quiet',
      x: width,
      y: isWide ? middle(index) + 4 : first,
      words: `${words.number(bar.count)} · ${words.percent(share(bar))}`,
      anchor: 'end',
    }
    return [
      ...lines.map((line, at): Mark => ({ kind: 'text', look, x: 0, y: first + 16 * at, words: line })),
      value,
    ]
  }
  const bottom = height - 4
  const line = bars
    .map(({ cumulative }, index) => `${index === 0 ? 'M' : 'L'}${x(cumulative)} ${middle(index)}`)
    .join('')
  return {
    width,
    height,
    marks: [
      ...[0, 20, 40, 60, 80, 100].flatMap((tick): Mark[] => [
        { kind: 'path', look: tick === 80 ? 'threshold' : 'grid', d: `M${x(tick)} ${HEAD - 6}V${bottom}` },
        {
          kind: 'text',
          look: 'quiet',
          x: x(tick),
          y: 14,
          words: words.percent(tick),
          ...((isWide || (tick > 0 && tick < 100)) && { anchor: 'middle' as const }),
          ...(!isWide && tick === 100 && { anchor: 'end' as const }),
        },
      ]),
      ...bars.map(barOf),
      { kind: 'path', look: 'sum', d: line },
      ...bars.map(
        ({ cumulative }, index): Mark => ({
          kind: 'path',
          look: 'sum-dot',
          d: `M${round(x(cumulative) - DOT)} ${middle(index)}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0z`,
        }),
      ),
      // On top: on a narrow screen the line runs behind names.
      ...bars.flatMap(wordsOf),
    ],
  }
}
