/** Every figure of a chart as a table: the same facts, newest first. */
import { momentWords, periodWords } from '../../../text/dates'
import { Button } from '../../../ui/Button'
import { useModel } from '../../dashboard/context'
import { VariationSign } from '../Judgement'
import { inWords, q } from '../say'
import { DASH, fullSignalWords, numberWords, pointWords } from '../words'
import type { Picture, PicturePoint } from './picture'

export const FiguresTable = ({
  picture,
  onOpen,
}: {
  readonly picture: Picture
  readonly onOpen: (index: number) => void
}) => {
  const { indicator } = picture.series
  const words = q().indicator.columns
  const hasParts = picture.points.some(({ figure }) => figure.measurement?.denominator !== undefined)
  return (
    <div class="table-scroll">
      <table class="table figures-table">
        <caption class="visually-hidden">{q().indicator.tableCaption(inWords(indicator, 'name'))}</caption>
        <thead>
          <tr>
            <th scope="col">{words.period}</th>
            <th scope="col" class="numeric">
              {words.value}
            </th>
            {hasParts && (
              <>
                <th scope="col" class="numeric">
                  {words.numerator}
                </th>
                <th scope="col" class="numeric">
                  {words.denominator}
                </th>
              </>
            )}
            <th scope="col" class="numeric">
              {indicator.chart === 'run' ? words.median : words.center}
            </th>
            <th scope="col" class="numeric">
              {words.lower}
            </th>
            <th scope="col" class="numeric">
              {words.upper}
            </th>
            <th scope="col">{words.signal}</th>
            <th scope="col">{words.who}</th>
          </tr>
        </thead>
        <tbody>
          {picture.points
            .map((point, index) => (
              <FigureRow
                key={point.figure.period}
                point={point}
                hasParts={hasParts}
                onOpen={() => onOpen(index)}
              />
            ))
            .reverse()}
        </tbody>
      </table>
    </div>
  )
}

const FigureRow = ({
  point,
  hasParts,
  onOpen,
}: {
  readonly point: PicturePoint
  readonly hasParts: boolean
  readonly onOpen: () => void
}) => {
  const { nameOf } = useModel()
  const { figure, value, center, lower, upper, word, excluded } = point
  const { indicator, measurement } = figure
  const words = q().indicator
  const part = (number: number | undefined): string => (number === undefined ? DASH : numberWords(number))
  return (
    <tr>
      <th scope="row">
        <Button look="plain" class="figure-open" onClick={onOpen}>
          {periodWords(figure.period)}
        </Button>
      </th>
      <td class="numeric" data-label={words.columns.value}>
        {value === null && figure.state === 'done' ? words.readout.noCases : pointWords(indicator, value)}
        {figure.state === 'late' && <span class="late-word"> {q().scorecard.stale}</span>}
      </td>
      {hasParts && (
        <>
          <td class="numeric" data-label={words.columns.numerator}>
            {part(measurement?.numerator)}
          </td>
          <td class="numeric" data-label={words.columns.denominator}>
            {part(measurement?.denominator)}
          </td>
        </>
      )}
      <td class="numeric" data-label={words.columns.center}>
        {pointWords(indicator, center)}
      </td>
      <td class="numeric" data-label={words.columns.lower}>
        {pointWords(indicator, lower)}
      </td>
      <td class="numeric" data-label={words.columns.upper}>
        {pointWords(indicator, upper)}
      </td>
      <td data-label={words.columns.signal}>
        {word && (
          <span class={`table-signal judgement-${word.reading}`}>
            <VariationSign variation={word.reading} size="1rem" />
            <span>{fullSignalWords(word, indicator)}</span>
          </span>
        )}
        {excluded !== undefined && <span class="quiet">{words.readout.excluded(excluded)}</span>}
        {measurement?.comment && <p class="quiet">{measurement.comment}</p>}
      </td>
      <td data-label={words.columns.who}>
        {figure.at === undefined ? (
          DASH
        ) : (
          <>
            {nameOf(figure.by)}
            <p class="quiet">
              {momentWords(figure.at)}
              {figure.corrected && `, ${words.readout.corrected}`}
            </p>
          </>
        )}
      </td>
    </tr>
  )
}
