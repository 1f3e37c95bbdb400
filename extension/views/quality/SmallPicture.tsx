/** One series as a small picture beside others: band, centre, target, figures, and signals in shapes of their own. */
import type { Row } from '../../../shared/queries/scorecard'
import { smallMultiple } from '../../../shared/queries/small-multiple'
import { periodWords } from '../../text/dates'
import { inWords, q } from './say'
import { HEIGHT, type Scale, strokesOf, WIDTH } from './small-picture'
import { figureWords } from './words'

export const SmallPicture = ({
  row,
  name,
  scale,
}: {
  readonly row: Row
  readonly name?: string
  readonly scale?: Scale | undefined
}) => {
  const picture = smallMultiple(row.series)
  const strokes = strokesOf(picture, scale)
  const title = titleOf(row, name ?? inWords(row.indicator, 'name'))
  return (
    <svg class="small-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" focusable="false">
      <title>{title}</title>
      {strokes && (
        <>
          {strokes.band && <path class="picture-band" d={strokes.band} />}
          {strokes.target && <path class="picture-target" d={strokes.target} />}
          <path class="picture-center" d={strokes.center} />
          <path class="picture-line" d={strokes.line} />
          {strokes.dots && <path class="picture-dots" d={strokes.dots} />}
          {strokes.improvement && <path class="picture-improvement" d={strokes.improvement} />}
          {strokes.neutral && <path class="picture-neutral" d={strokes.neutral} />}
          {strokes.concern && <path class="picture-concern" d={strokes.concern} />}
        </>
      )}
    </svg>
  )
}

const titleOf = ({ indicator, series, value, period, variation, assurance }: Row, name: string): string => {
  const words = q().scorecard
  if (period === undefined) return words.pictureEmpty(name)
  const picture = smallMultiple(series)
  return words.picture({
    name,
    points: picture.values.filter((each) => each !== null).length,
    rhythm: indicator.rhythm,
    newest: figureWords(indicator, value),
    period: periodWords(period),
    variation: q().variation[variation],
    assurance: q().assurance[assurance],
    signals: picture.signals.length,
  })
}
