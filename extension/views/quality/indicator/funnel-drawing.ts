/** Departments by volume between the limits of chance. Pure. */
import type { Indicator } from '../../../../shared/kinds/indicator'
import type { Funnel, FunnelPoint } from '../../../../shared/queries/funnel'
import { type Drawing, type Mark, round } from '../drawing/drawing'
import { axisOf, ticksOf } from './picture'

export type FunnelWords = {
  readonly number: (value: number) => string
  readonly cases: string
  /** Of the value axis. */
  readonly unit: string
}

export const funnelDrawing = (
  funnel: Funnel,
  indicator: Indicator,
  width: number,
  words: FunnelWords,
): Drawing => {
  const height = width < 480 ? 260 : 320
  const plot = { left: 48, right: width - 12, top: 26, bottom: height - 46 }
  const drawn = funnel.curve.flatMap(({ lower3, upper3 }) => [lower3, upper3])
  const axis = axisOf(
    [...drawn, ...funnel.points.map(({ value }) => value), funnel.center],
    indicator.data === 'proportion' ? indicator.factor : undefined,
  )
  const sizes = funnel.curve.map(({ denominator }) => denominator)
  const [fewest, largest] = [Math.min(...sizes), Math.max(...sizes)]
  const [least, most] = [Math.log(fewest), Math.log(largest)]
  const x = (cases: number): number =>
    round(plot.left + 20 + ((Math.log(cases) - least) / (most - least || 1)) * (plot.right - plot.left - 40))
  const y = (value: number): number =>
    round(plot.bottom - ((value - axis.low) / (axis.high - axis.low || 1)) * (plot.bottom - plot.top))
  const path = (read: (limits: Funnel['curve'][number]) => number): string =>
    funnel.curve
      .map((each, index) => `${index === 0 ? 'M' : 'L'}${x(each.denominator)} ${y(read(each))}`)
      .join('')
  const grid = ticksOf(axis).flatMap((tick): Mark[] => [
    { kind: 'path', look: 'grid', d: `M${plot.left} ${y(tick)}H${plot.right}` },
    {
      kind: 'text',
      look: 'quiet',
      x: plot.left - 8,
      y: y(tick) + 4,
      words: words.number(tick),
      anchor: 'end',
    },
  ])
  const sizesAt = volumes(fewest, largest).flatMap((cases): Mark[] => [
    { kind: 'path', look: 'grid', d: `M${x(cases)} ${plot.bottom}v5` },
    {
      kind: 'text',
      look: 'quiet',
      x: x(cases),
      y: plot.bottom + 18,
      words: words.number(cases),
      anchor: 'middle',
    },
  ])
  return {
    width,
    height,
    marks: [
      ...grid,
      ...sizesAt,
      { kind: 'text', look: 'quiet', x: 0, y: 12, words: words.unit },
      {
        kind: 'text',
        look: 'quiet',
        x: (plot.left + plot.right) / 2,
        y: height - 8,
        words: words.cases,
        anchor: 'middle',
      },
      { kind: 'path', look: 'limit', d: path(({ upper3 }) => upper3) + path(({ lower3 }) => lower3) },
      { kind: 'path', look: 'limit-inner', d: path(({ upper2 }) => upper2) + path(({ lower2 }) => lower2) },
      { kind: 'path', look: 'center', d: `M${plot.left} ${y(funnel.center)}H${plot.right}` },
      ...funnel.points.flatMap((point, index): Mark[] => [
        { kind: 'path', look: point.reading, d: shapeOf(point, x(point.denominator), y(point.value)) },
        {
          kind: 'text',
          look: 'strong',
          x: x(point.denominator) + 9,
          y: y(point.value) - 7,
          words: String(index + 1),
        },
      ]),
    ],
  }
}

/** Round numbers of cases between two, as far apart on the scale as can be read. */
export const volumes = (fewest: number, most: number): readonly number[] => {
  const found: number[] = []
  for (let power = 1; power <= most; power *= 10)
    for (const step of [1, 2, 3, 5])
      if (step * power >= fewest && step * power <= most) found.push(step * power)
  return found.length > 0 ? found : [Math.round(most)]
}

const shapeOf = ({ reading }: FunnelPoint, x: number, y: number): string => {
  switch (reading) {
    case 'concern':
      return `M${x} ${round(y - 7)}l6.5 11.5h-13z`
    case 'improvement':
      return `M${x} ${round(y - 7)}l7 7l-7 7l-7 -7z`
    case 'neutral':
      return `M${round(x - 5)} ${round(y - 5)}h10v10h-10z`
    case 'common-cause':
      return `M${round(x - 4.5)} ${y}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z`
  }
}
