/**
 * The chart one works with. Loaded only when one is shown; takes its colours from the tokens. What it says in words is
 * said beside it.
 */
import {
  CategoryScale,
  Chart,
  type ChartDataset,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
} from 'chart.js'
import type { Axis, Picture } from './picture'

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement, Filler)

export type ChartInput = {
  readonly picture: Picture
  /** The spread instead of the figures. */
  readonly isSpread: boolean
  readonly labels: readonly string[]
  readonly number: (value: number) => string
  /** The point that is looked at, by pointer or keys. */
  readonly active: number | undefined
}

export type ControlChart = {
  update(input: ChartInput): void
  look(active: number | undefined): void
  close(): void
}

type Events = {
  readonly onLook: (index: number | undefined) => void
  readonly onOpen: (index: number) => void
}
type Token = (name: string) => string
type Line = ChartDataset<'line', (number | null)[]>

/** Draws on a canvas. `undefined` where there is nothing to draw on; the table then has the figures. */
export const drawControlChart = (
  canvas: HTMLCanvasElement,
  first: ChartInput,
  { onLook, onOpen }: Events,
): ControlChart | undefined => {
  if (!canvas.getContext('2d')) return undefined
  let input = first
  const token: Token = (name) =>
    canvas.ownerDocument.defaultView?.getComputedStyle(canvas).getPropertyValue(name).trim() ?? ''
  const chart = new Chart<'line', (number | null)[], string>(canvas, {
    type: 'line',
    data: { labels: [], datasets: [] },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      layout: { padding: { top: 26, right: 10 } },
      onHover: (_event, [element]) => onLook(element?.index),
      onClick: (_event, [element]) => element && onOpen(element.index),
    },
    plugins: [drawMarks(() => input, token), drawLook(() => input, token)],
  })
  const dress = (): void => {
    chart.data = {
      labels: [...input.labels],
      datasets: input.isSpread ? spreadSets(input.picture, token) : valueSets(input.picture, token),
    }
    chart.options.scales = scalesOf(input, token)
    chart.update('none')
  }
  const dark = canvas.ownerDocument.defaultView?.matchMedia('(prefers-color-scheme: dark)')
  dark?.addEventListener('change', dress)
  const leave = (): void => onLook(undefined)
  canvas.addEventListener('pointerleave', leave)
  dress()
  return {
    update: (next) => {
      input = next
      dress()
    },
    look: (active) => {
      if (input.active === active) return
      input = { ...input, active }
      chart.draw()
    },
    close: () => {
      dark?.removeEventListener('change', dress)
      canvas.removeEventListener('pointerleave', leave)
      chart.destroy()
    },
  }
}

const scalesOf = ({ picture, isSpread, number }: ChartInput, token: Token) => {
  const { low, high, step }: Axis = isSpread && picture.spread ? picture.spread.axis : picture.axis
  const ticks = { color: token('--ink-quiet'), font: { family: token('--font'), size: 12 } }
  return {
    x: {
      grid: { display: false },
      border: { color: token('--line-strong') },
      ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 14 },
    },
    y: {
      min: low,
      max: high,
      grid: { color: token('--line') },
      border: { display: false },
      ticks: { ...ticks, stepSize: step, callback: (value: number | string) => number(Number(value)) },
    },
  }
}

const plain = (color: string): Partial<Line> => ({
  borderColor: color,
  pointRadius: 0,
  pointHitRadius: 0,
  spanGaps: false,
})

/** Band, limits and centre per phase, the target apart, and the figures on top of them. */
const valueSets = (picture: Picture, token: Token): Line[] => [
  ...phasesOf(picture).flatMap((phase) => limitSets(picture, phase, token)),
  ...[picture.target, picture.targetTo].flatMap((target) =>
    target === undefined
      ? []
      : [
          {
            ...plain(token('--chart-target')),
            data: picture.points.map(() => target),
            borderDash: [7, 5],
            order: 1,
            borderWidth: 2,
          },
        ],
  ),
  figureSet(picture, token),
]

const phasesOf = ({ points }: Picture): number[] => [...new Set(points.map(({ phase }) => phase))]

const limitSets = ({ points }: Picture, phase: number, token: Token): Line[] => {
  const only = (read: (point: Picture['points'][number]) => number | null | undefined): (number | null)[] =>
    points.map((point) => (point.phase === phase ? (read(point) ?? null) : null))
  const limit = {
    ...plain(token('--line-strong')),
    stepped: 'middle' as const,
    borderWidth: 1.25,
    borderDash: [3, 3],
  }
  return [
    { ...limit, order: 3, data: only(({ lower }) => lower) },
    {
      ...limit,
      order: 3,
      data: only(({ upper }) => upper),
      fill: '-1',
      backgroundColor: token('--chart-band'),
    },
    { ...limit, order: 2, data: only(({ center }) => center), borderDash: [], borderWidth: 1.5 },
  ]
}

const figureSet = ({ points }: Picture, token: Token): Line => {
  const color = (point: Picture['points'][number]): string =>
    point.word ? token(`--signal-${point.word.reading}`) : token('--chart-line')
  return {
    order: 0,
    data: points.map(({ value }) => value),
    borderColor: token('--chart-line'),
    borderWidth: 2,
    spanGaps: false,
    pointStyle: points.map(({ word }) => (word ? SHAPES[word.reading] : 'circle')),
    pointRadius: points.map(({ word, excluded }) => (word ? 7 : excluded === undefined ? 3.5 : 5)),
    pointHoverRadius: points.map(({ word }) => (word ? 7 : 4)),
    // What does not count for the limits is hollow.
    pointBackgroundColor: points.map((point) =>
      point.excluded === undefined ? color(point) : token('--surface'),
    ),
    pointBorderColor: points.map(color),
    pointBorderWidth: points.map(({ excluded }) => (excluded === undefined ? 1 : 2)),
  }
}

const SHAPES = { concern: 'triangle', improvement: 'rectRot', neutral: 'rect' } as const

const spreadSets = (picture: Picture, token: Token): Line[] => {
  const { spread, points } = picture
  if (!spread) return []
  const flat = (value: number): (number | null)[] => points.map(() => value)
  const limit = { ...plain(token('--line-strong')), borderWidth: 1.25, borderDash: [3, 3] }
  const beyond = points.map(({ spread: each }) => each !== null && each > spread.upper)
  return [
    { ...limit, order: 3, data: flat(spread.lower) },
    { ...limit, order: 3, data: flat(spread.upper), fill: '-1', backgroundColor: token('--chart-band') },
    { ...limit, order: 2, data: flat(spread.center), borderDash: [], borderWidth: 1.5 },
    {
      order: 0,
      data: points.map(({ spread: each }) => each),
      borderColor: token('--chart-line'),
      borderWidth: 2,
      pointStyle: beyond.map((is) => (is ? 'rect' : 'circle')),
      pointRadius: beyond.map((is) => (is ? 6.5 : 3.5)),
      pointBackgroundColor: beyond.map((is) => token(is ? '--signal-neutral' : '--chart-line')),
      pointBorderColor: beyond.map((is) => token(is ? '--signal-neutral' : '--chart-line')),
    },
  ]
}

type Drawing = Plugin<'line'>

/** Events: a line where each happened, with the number under which it is listed. */
const drawMarks = (input: () => ChartInput, token: Token): Drawing => ({
  id: 'marks',
  beforeDatasetsDraw: ({ ctx, chartArea: { top, bottom }, scales }) => {
    const { picture } = input()
    const step = stepOf(scales, picture.points.length)
    for (const { index, number, phase } of picture.marks) {
      // A phase begins before its first point; anything else happened at it.
      const x = (scales.x?.getPixelForValue(index) ?? 0) - (phase && index > 0 ? step / 2 : 0)
      ctx.save()
      ctx.strokeStyle = token('--ink-faint')
      ctx.lineWidth = phase ? 1.5 : 1
      ctx.setLineDash(phase ? [] : [2, 3])
      ctx.beginPath()
      ctx.moveTo(x, top - 6)
      ctx.lineTo(x, bottom)
      ctx.stroke()
      ctx.setLineDash([])
      ctx.fillStyle = token('--ink')
      ctx.beginPath()
      ctx.arc(x, top - 14, 9, 0, 2 * Math.PI)
      ctx.fill()
      ctx.fillStyle = token('--surface')
      ctx.font = `600 11px ${token('--font')}`
      ctx.textAlign = 'center'
      ctx.textBaseline = 'middle'
      ctx.fillText(String(number), x, top - 13.5)
      ctx.restore()
    }
  },
})

/** A ring around the point that is looked at, and a line down from it. */
const drawLook = (input: () => ChartInput, token: Token): Drawing => ({
  id: 'look',
  afterDatasetsDraw: ({ ctx, chartArea: { top, bottom }, scales }) => {
    const { picture, active, isSpread } = input()
    const point = active === undefined ? undefined : picture.points[active]
    if (!point || active === undefined) return
    const x = scales.x?.getPixelForValue(active) ?? 0
    const value = isSpread ? point.spread : point.value
    ctx.save()
    ctx.strokeStyle = token('--focus')
    ctx.lineWidth = 1
    ctx.beginPath()
    ctx.moveTo(x, top)
    ctx.lineTo(x, bottom)
    ctx.stroke()
    if (value !== null) {
      ctx.lineWidth = 2.5
      ctx.beginPath()
      ctx.arc(x, scales.y?.getPixelForValue(value) ?? 0, 10, 0, 2 * Math.PI)
      ctx.stroke()
    }
    ctx.restore()
  },
})

const stepOf = (scales: Chart['scales'], count: number): number =>
  count > 1 ? (scales.x?.getPixelForValue(1) ?? 0) - (scales.x?.getPixelForValue(0) ?? 0) : 0
