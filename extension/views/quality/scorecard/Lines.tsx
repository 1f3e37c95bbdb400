/** The lines of the scorecard in their groups. Departments of an indicator unfold below it. */
import { useSignal } from '@preact/signals'
import type { Day } from '../../../../shared/days'
import type { Row } from '../../../../shared/queries/scorecard'
import { nameOf } from '../../../text'
import { dayWords, periodWords } from '../../../text/dates'
import { Button } from '../../../ui/Button'
import { Icon } from '../../../ui/Icon'
import { useModel } from '../../dashboard/context'
import { AssuranceTag, VariationTag } from '../Judgement'
import { indicatorHref } from '../route'
import { SmallPicture } from '../SmallPicture'
import { inWords, q } from '../say'
import { Value } from '../Value'
import { DASH, fullSignalWords, targetWords } from '../words'
import type { Line, LineGroup } from './arrange'

export const Lines = ({
  groups,
  titleOf,
  asOf,
}: {
  readonly groups: readonly LineGroup[]
  readonly titleOf: (key: string) => string
  readonly asOf: Day | undefined
}) => {
  const words = q().scorecard
  return (
    <table class="table scorecard-table">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col" class="column-name">
            {words.indicator}
          </th>
          <th scope="col" class="numeric">
            {words.newest}
          </th>
          <th scope="col" class="column-target">
            {words.target}
          </th>
          <th scope="col" class="column-picture">
            {words.course}
          </th>
          <th scope="col">{words.variation}</th>
          <th scope="col">{words.assurance}</th>
        </tr>
      </thead>
      {groups.map(({ key, lines }) => (
        <tbody key={key}>
          {titleOf(key) !== '' && (
            <tr class="group-row">
              <th colSpan={6} scope="rowgroup">
                {titleOf(key)}
                <span class="group-count">{lines.length}</span>
              </th>
            </tr>
          )}
          {lines.map((line) => (
            <Indicator key={line.key} line={line} asOf={asOf} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

const Indicator = ({ line, asOf }: { readonly line: Line; readonly asOf: Day | undefined }) => {
  const { department: departments } = useModel()
  const isOpen = useSignal(false)
  const { indicator, main, parts } = line
  const words = q().scorecard
  const name = inWords(indicator, 'name')
  const where = main?.department === undefined ? undefined : departments.value.get(main.department)
  const signals = parts.filter(({ variation }) => variation !== 'common-cause').length
  return (
    <>
      <tr class="line-row">
        <th scope="row">
          <div class="line-name">
            {parts.length > 0 && (
              <Button
                look="icon"
                class="unfold"
                aria-expanded={isOpen.value}
                aria-label={words.open(name)}
                onClick={() => {
                  isOpen.value = !isOpen.value
                }}
              >
                <Icon name={isOpen.value ? 'down' : 'right'} />
              </Button>
            )}
            <div>
              <a href={indicatorHref(indicator.key, main?.department, asOf)}>{name}</a>
              <p class="quiet">
                {[
                  parts.length > 0
                    ? main
                      ? words.departments(parts.length)
                      : q().notTogether(parts.length)
                    : where && nameOf(where),
                  signals > 0 && words.signalsBelow(signals),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {main && <Said row={main} />}
            </div>
          </div>
        </th>
        {main ? <Facts row={main} name={name} /> : <NoTotal parts={parts} target={targetWords(indicator)} />}
      </tr>
      {isOpen.value &&
        parts.map((part) => {
          const place = departments.value.get(part.department ?? '')
          const title = place ? nameOf(place) : (part.department ?? '')
          return (
            <tr key={part.department} class="part-row">
              <th scope="row">
                <a href={indicatorHref(indicator.key, part.department, asOf)}>{title}</a>
                <Said row={part} />
              </th>
              <Facts row={part} name={`${name}, ${title}`} />
            </tr>
          )
        })}
    </>
  )
}

/** The signal in a sentence, and whether anybody explained it. */
const Said = ({ row: { word, indicator, unexplained } }: { readonly row: Row }) =>
  word ? (
    <p class={`line-signal judgement-${word.reading}`}>{fullSignalWords(word, indicator)}</p>
  ) : unexplained > 0 ? (
    <p class="quiet line-word">{q().scorecard.unexplained(unexplained)}</p>
  ) : null

/** The cells of a line after its name. */
const Facts = ({ row, name }: { readonly row: Row; readonly name: string }) => {
  const { indicator, value, period, variation, assurance } = row
  const words = q().scorecard
  return (
    <>
      <td class="numeric" data-label={words.newest}>
        <Value indicator={indicator} value={value} />
        <span class="line-period">{period === undefined ? q().nothingMeasured : periodWords(period)}</span>
        <Missing row={row} />
      </td>
      <td data-label={words.target}>{targetWords(indicator) ?? DASH}</td>
      <td class="line-picture" data-label={words.course}>
        <SmallPicture row={row} name={name} />
      </td>
      <td data-label={words.variationLong}>
        <VariationTag variation={variation} isEmpty={period === undefined} />
      </td>
      <td data-label={words.assuranceLong}>
        <AssuranceTag assurance={period === undefined ? 'no-target' : assurance} />
        {row.provisional && period !== undefined && indicator.chart !== 'run' && (
          <p class="quiet line-word">{words.provisional}</p>
        )}
      </td>
    </>
  )
}

const Missing = ({ row }: { readonly row: Row }) => {
  const { store } = useModel()
  const words = q().scorecard
  const last = row.series.missing.at(-1)
  if (row.ended && row.missing === 0) return <span class="line-missing quiet">{words.ended}</span>
  if (!last) return null
  return (
    <span class="line-missing">
      <Icon name="waiting" size="1rem" />
      {row.stale ? words.staleSince(dayWords(last.due, store.today.value)) : words.missing(row.missing)}
    </span>
  )
}

const NoTotal = ({
  parts,
  target,
}: {
  readonly parts: readonly Row[]
  readonly target: string | undefined
}) => {
  const words = q().scorecard
  const stale = parts.filter((row) => row.stale).length
  return (
    <>
      <td class="numeric" data-label={words.newest}>
        {DASH}
        {stale > 0 && (
          <span class="line-missing">
            <Icon name="waiting" size="1rem" />
            {words.missing(stale)}
          </span>
        )}
      </td>
      <td data-label={words.target}>{target ?? DASH}</td>
      <td colSpan={3} class="quiet" />
    </>
  )
}
