/** What a figure would say, while it is being typed: the chart as it would be, before anything is saved. */
import {
  type FigureInput,
  type FigureObjection,
  figureFields,
  objectionToFigure,
} from '../commands/measurements'
import { say } from '../commands/say'
import { foldSubject } from '../fold'
import { yearOfPeriod } from '../kinds/check'
import type { Indicator } from '../kinds/indicator'
import { measurementAbout } from '../kinds/measurement'
import { yearRoom } from '../rooms'
import { type Ground, measurementOf, shownValue } from './figures'
import { freshSeries, type Series } from './series'
import { type Word, wordAt } from './words'

export type Preview = {
  /** Why it cannot be saved like this; the rest says what it would be if it could. */
  readonly objection: FigureObjection | undefined
  /** The figure as it will be shown. */
  readonly value: number | undefined
  /** The signal it would be; `undefined`: none. A signal asks for a comment. */
  readonly word: Word | undefined
  /** Centre and limits at this point. */
  readonly center: number | undefined
  readonly lower: number | undefined
  readonly upper: number | undefined
  /** It replaces another figure: a reason is needed. */
  readonly isCorrection: boolean
  readonly before: number | undefined
  readonly series: Series
}

/** The figure of a period as it is being typed. */
export const previewFigure = (
  indicator: Indicator,
  department: string,
  period: string,
  input: FigureInput,
  ground: Ground,
): Preview => {
  const room = yearRoom(department, yearOfPeriod(period) ?? 0)
  const seen = { get: (about: string) => ground.records(room)?.get(about) }
  const objection = objectionToFigure(seen, indicator, period, input)
  // Only a missing reason leaves a figure that can be drawn.
  const isDrawn = objection === undefined || objection === 'reason-missing'
  const series = freshSeries(
    indicator,
    department,
    isDrawn ? typed(ground, room, indicator, period, input) : ground,
  )
  const standing = seen.get(measurementAbout(indicator.key, period))
  const before = standing && shownValue(indicator, measurementOf(standing))
  const at = isDrawn ? series.figures.findIndex((figure) => figure.period === period) + 1 : 0
  const point = series.chart.points[at - 1]
  const value = isDrawn ? shownValue(indicator, input) : undefined
  return {
    objection,
    value,
    word: wordAt(series, at),
    center: point?.center,
    lower: point?.lower ?? undefined,
    upper: point?.upper ?? undefined,
    isCorrection: before !== undefined && value !== undefined && before !== value,
    before,
    series,
  }
}

const NOBODY = { by: 'preview', at: 0, id: () => 'previewpreviewpr' }

/** The ground with the typed figure on it, as if it had been said. */
const typed = (
  ground: Ground,
  room: string,
  { key }: Indicator,
  period: string,
  input: FigureInput,
): Ground => {
  const about = measurementAbout(key, period)
  const folded = ground.records(room)?.get(about)
  const said = say({ get: () => folded }, about, figureFields(input), NOBODY)
  const overlaid = foldSubject(about, [...(folded?.statements ?? []), ...said])
  return {
    today: ground.today,
    records: (name) =>
      name === room
        ? { get: (subject) => (subject === about ? overlaid : ground.records(room)?.get(subject)) }
        : ground.records(name),
  }
}
