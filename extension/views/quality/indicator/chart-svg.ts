/**
 * A control chart as a drawing that stands by itself: with its name, what it shows of what, the day, and what the signs
 * mean. For files and for paper, so always in the colours of paper. Pure.
 */
import { type Picture, shortPeriod, ticksOf } from './picture'

export type Caption = {
  readonly title: string
  /** Department, period, filters, as of which day, made when. */
  readonly lines: readonly string[]
  /** The numbered events, and what the signs mean. */
  readonly events: readonly string[]
  readonly legend: Readonly<
    Record<
      'value' | 'center' | 'limits' | 'target' | 'concern' | 'improvement' | 'neutral' | 'excluded',
      string
    >
  >
  readonly number: (value: number) => string
  readonly unit: string
}

const WIDTH = 960
const PLOT = { left: 70, right: 930, height: 330 } as const
const INK = '#12202f'
const QUIET = '#425060'
const GRID = '#d7dde4'
const LIMIT = '#76828f'
const TARGET = '#17673b'
const SIGNAL = { concern: '#7a4b00', improvement: '#0a4a93', neutral: '#6b2c91' } as const

export const chartSvg = (picture: Picture, caption: Caption): string => {
  const head = 34 + 18 * caption.lines.length + 30
  const top = head + 10
  const bottom = top + PLOT.height
  const foot = bottom + 50
  const entries = legendEntries(picture, caption)
  const height = foot + 24 * Math.ceil(entries.length / 3) + 18 * caption.events.length + 20
  const { low, high } = picture.axis
  const step = picture.points.length > 1 ? (PLOT.right - PLOT.left - 24) / (picture.points.length - 1) : 0
  const x = (index: number): number =>
    round(picture.points.length > 1 ? PLOT.left + 12 + index * step : (PLOT.left + PLOT.right) / 2)
  const y = (value: number): number => round(bottom - ((value - low) / (high - low || 1)) * PLOT.height)
  const half = step / 2 || 12
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, 'Segoe UI', 'Noto Sans', sans-serif" font-size="13" fill="${INK}" role="img">`,
    `<title>${escaped(caption.title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    text(20, 34, caption.title, 'font-size="20" font-weight="600"'),
    ...caption.lines.map((line, index) => text(20, 58 + 18 * index, line, `fill="${QUIET}"`)),
    ...ticksOf(picture.axis).flatMap((tick) => [
      `<path d="M${PLOT.left} ${y(tick)}H${PLOT.right}" stroke="${GRID}"/>`,
      text(PLOT.left - 8, y(tick) + 4, caption.number(tick), `text-anchor="end" fill="${QUIET}"`),
    ]),
    text(PLOT.left - 8, top - 14, caption.unit, `text-anchor="end" fill="${QUIET}"`),
    ...labels(picture, x, bottom),
    ...limits(picture, x, y, half),
    ...[picture.target, picture.targetTo].map((target) =>
      target === undefined
        ? ''
        : `<path d="M${PLOT.left} ${y(target)}H${PLOT.right}" stroke="${TARGET}" stroke-width="2" stroke-dasharray="8 6"/>`,
    ),
    ...marks(picture, x, top, bottom, half),
    `<path d="${line(picture, x, y)}" fill="none" stroke="${QUIET}" stroke-width="2" stroke-linejoin="round"/>`,
    ...points(picture, x, y),
    ...entries.map(([sign, words], index) => {
      const [left, at] = [20 + (index % 3) * 310, foot + 24 * Math.floor(index / 3)]
      return `<g transform="translate(${left} ${at})">${sign}${text(38, 4, words, `fill="${QUIET}"`)}</g>`
    }),
    ...caption.events.map((event, index) =>
      text(20, foot + 24 * Math.ceil(entries.length / 3) + 6 + 18 * index, event, `fill="${QUIET}"`),
    ),
    '</svg>',
  ].join('')
}

type Scale = (value: number) => number

const line = ({ points: all }: Picture, x: Scale, y: Scale): string =>
  all
    .map(({ value }, index) =>
      value === null ? '' : `${(all[index - 1]?.value ?? null) === null ? 'M' : 'L'}${x(index)} ${y(value)}`,
    )
    .join('')

const limits = ({ points: all }: Picture, x: Scale, y: Scale, half: number): string[] => {
  const steps = (read: (index: number) => number | null | undefined): string =>
    all
      .map((point, index) => {
        const value = read(index)
        if (value === null || value === undefined) return ''
        const isNew =
          index === 0 || all[index - 1]?.phase !== point.phase || (read(index - 1) ?? null) === null
        return `${isNew ? `M${round(x(index) - half)} ${y(value)}` : `V${y(value)}`}H${round(x(index) + half)}`
      })
      .join('')
  const band = all
    .map(({ lower, upper }, index) =>
      lower === null || upper === null
        ? ''
        : `M${round(x(index) - half)} ${y(upper)}H${round(x(index) + half)}V${y(lower)}H${round(x(index) - half)}Z`,
    )
    .join('')
  return [
    `<path d="${band}" fill="#eef1f5"/>`,
    `<path d="${steps((index) => all[index]?.upper)}${steps((index) => all[index]?.lower)}" fill="none" stroke="${LIMIT}" stroke-dasharray="3 3"/>`,
    `<path d="${steps((index) => all[index]?.center)}" fill="none" stroke="${LIMIT}" stroke-width="1.5"/>`,
  ]
}

const marks = ({ marks: all }: Picture, x: Scale, top: number, bottom: number, half: number): string[] =>
  all.map(({ index, number, phase }) => {
    const at = round(x(index) - (phase && index > 0 ? half : 0))
    return `<path d="M${at} ${top - 6}V${bottom}" stroke="${QUIET}"${phase ? ' stroke-width="1.5"' : ' stroke-dasharray="2 3"'}/><circle cx="${at}" cy="${top - 16}" r="9"/>${text(at, top - 12, String(number), 'text-anchor="middle" fill="#fff" font-size="11" font-weight="600"')}`
  })

const points = ({ points: all }: Picture, x: Scale, y: Scale): string[] =>
  all.map(({ value, word, excluded }, index) =>
    value === null ? '' : shape(x(index), y(value), word?.reading, excluded !== undefined),
  )

const shape = (x: number, y: number, reading: keyof typeof SIGNAL | undefined, isHollow: boolean): string => {
  const color = reading ? SIGNAL[reading] : QUIET
  const look = isHollow ? `fill="#fff" stroke="${color}" stroke-width="2"` : `fill="${color}"`
  switch (reading) {
    case 'concern':
      return `<path d="M${x} ${round(y - 8)}l7.500 13h-15z" ${look}/>`
    case 'improvement':
      return `<path d="M${x} ${round(y - 8)}l8 8l-8 8l-8 -8z" ${look}/>`
    case 'neutral':
      return `<path d="M${round(x - 6)} ${round(y - 6)}h12v12h-12z" ${look}/>`
    case undefined:
      return `<circle cx="${x}" cy="${y}" r="${isHollow ? 5 : 3.5}" ${look}/>`
  }
}

const labels = ({ points: all }: Picture, x: Scale, bottom: number): string[] => {
  const every = Math.max(1, Math.ceil(all.length / 14))
  return all.map(({ figure }, index) =>
    (all.length - 1 - index) % every === 0
      ? text(x(index), bottom + 22, shortPeriod(figure.period), `text-anchor="middle" fill="${QUIET}"`)
      : '',
  )
}

const legendEntries = (picture: Picture, { legend }: Caption): (readonly [string, string])[] => {
  const has = (reading: string): boolean => picture.points.some(({ word }) => word?.reading === reading)
  const stroke = (look: string): string => `<path d="M0 0h28" fill="none" ${look}/>`
  return [
    [`${stroke(`stroke="${QUIET}" stroke-width="2"`)}${shape(14, 0, undefined, false)}`, legend.value],
    [stroke(`stroke="${LIMIT}" stroke-width="1.5"`), legend.center],
    [
      `<rect y="-7" width="28" height="14" fill="#eef1f5" stroke="${LIMIT}" stroke-dasharray="3 3"/>`,
      legend.limits,
    ],
    ...(picture.target === undefined
      ? []
      : [[stroke(`stroke="${TARGET}" stroke-width="2" stroke-dasharray="8 6"`), legend.target] as const]),
    ...(['concern', 'improvement', 'neutral'] as const)
      .filter(has)
      .map((reading) => [shape(14, 0, reading, false), legend[reading]] as const),
    ...(picture.points.some(({ excluded }) => excluded !== undefined)
      ? [[shape(14, 0, undefined, true), legend.excluded] as const]
      : []),
  ]
}

const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${x}" y="${y}" ${more}>${escaped(words)}</text>`

const escaped = (words: string): string =>
  words.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  )

const round = (value: number): number => Math.round(value * 10) / 10
