/** The chart on the screen: by pointer and by arrow keys one looks at a point, Enter or a click opens its figure. */
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { periodWords } from '../../../text/dates'
import { useModel } from '../../dashboard/context'
import { inWords, q } from '../say'
import { bareWords, numberWords, pointWords } from '../words'
import type { ChartInput, ControlChart } from './control-chart'
import { type Picture, shortPeriod } from './picture'
import { readout } from './readout'

type Props = {
  readonly picture: Picture
  readonly isSpread: boolean
  readonly onOpen: (index: number) => void
}

export const ChartCanvas = ({ picture, isSpread, onOpen }: Props) => {
  const { nameOf } = useModel()
  const canvas = useRef<HTMLCanvasElement>(null)
  const chart = useRef<ControlChart | undefined>(undefined)
  const [pointed, setPointed] = useState<number | undefined>()
  const [focused, setFocused] = useState<number | undefined>()
  const id = useId()
  const count = picture.points.length
  const active = pointed ?? focused
  const input = inputOf(picture, isSpread, active)
  const latest = useRef({ input, onOpen })
  latest.current = { input, onOpen }
  useEffect(() => {
    let over = false
    import('./control-chart').then(({ drawControlChart }) => {
      if (!over && canvas.current)
        chart.current = drawControlChart(canvas.current, latest.current.input, {
          onLook: setPointed,
          onOpen: (index) => latest.current.onOpen(index),
        })
    })
    return () => {
      over = true
      chart.current?.close()
      chart.current = undefined
    }
  }, [])
  useEffect(() => chart.current?.update(latest.current.input), [picture, isSpread, input.labels.join()])
  useEffect(() => chart.current?.look(active), [active])
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = focused ?? count - 1
    const next = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      ArrowDown: at - 1,
      ArrowUp: at + 1,
      Home: 0,
      End: count - 1,
    }[event.key]
    if (event.key === 'Enter' || event.key === ' ') onOpen(at)
    else if (next !== undefined) setFocused(Math.min(count - 1, Math.max(0, next)))
    else return
    event.preventDefault()
  }
  const words = q().indicator
  const point = active === undefined ? undefined : picture.points[active]
  const told = picture.points[focused ?? count - 1]
  return (
    <>
      <div
        class={isSpread ? 'chart-canvas is-spread' : 'chart-canvas'}
        role="slider"
        tabIndex={0}
        aria-label={words.points}
        aria-describedby={`${id}-what ${id}-hint`}
        aria-valuemin={1}
        aria-valuemax={count}
        aria-valuenow={(focused ?? count - 1) + 1}
        aria-valuetext={told && readout(told, nameOf)}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused((at) => at ?? count - 1)}
        onBlur={() => setFocused(undefined)}
      >
        <canvas ref={canvas} />
      </div>
      <p class="visually-hidden" id={`${id}-what`}>
        {describe(picture)}
      </p>
      <p class="visually-hidden" id={`${id}-hint`}>
        {words.pointsHint}
      </p>
      <p class="chart-readout" aria-hidden="true">
        {point ? readout(point, nameOf) : words.pointer}
      </p>
    </>
  )
}

const inputOf = (picture: Picture, isSpread: boolean, active: number | undefined): ChartInput => ({
  picture,
  isSpread,
  active,
  labels: picture.points.map(({ figure }) => shortPeriod(figure.period)),
  number: (value) => numberWords(value),
})

/** What the chart shows, in a sentence. */
export const describe = ({ series, points }: Picture): string => {
  const words = q().indicator
  const { indicator, newest } = series
  const last = points.findLast(({ upper, lower }) => upper !== null && lower !== null)
  const isRun = indicator.chart === 'run'
  return words.describe({
    kind: words.kinds[isRun ? 'run' : 'control'],
    name: inWords(indicator, 'name'),
    first: periodWords(points[0]?.figure.period ?? ''),
    last: periodWords(points.at(-1)?.figure.period ?? ''),
    newest: newest ? pointWords(indicator, newest.value) : bareWords(indicator, undefined),
    limits: last
      ? `${words.limits(pointWords(indicator, last.lower), pointWords(indicator, last.upper))} `
      : isRun
        ? ''
        : `${words.noLimits} `,
    signals: points.filter(({ word }) => word).length,
  })
}
