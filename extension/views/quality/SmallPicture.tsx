/** One series as a small picture beside others: band, centre, target, figures, and signals in shapes of their own. */
import type { Row } from '../../../shared/queries/scorecard'
import { smallMultiple } from '../../../shared/queries/small-multiple'
import { periodWords } from '../../text/dates'
import { inWords, q } from './say'
import { HEIGHT, type Scale, type Strokes, strokesOf, WIDTH } from './small-picture'
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
    <svg
      class="small-picture"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={title}
      focusable="false"
      // A scorecard has a hundred of these. As text, of nothing but our own numbers, they come in half the time.
      dangerouslySetInnerHTML={{ __html: strokes ? pathsOf(strokes) : '' }}
    />
  )
}

const pathsOf = (strokes: Strokes): string => {
  let text = ''
  for (const part of PARTS)
    if (strokes[part] !== '') text += `<path class="picture-${part}" d="${strokes[part]}"/>`
  return text
}
const PARTS = ['band', 'target', 'center', 'line', 'dots', 'improvement', 'neutral', 'concern'] as const

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
