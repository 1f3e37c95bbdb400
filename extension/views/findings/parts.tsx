/** How a finding shows wherever it belongs: its severity, its stage, and its line. */
import './findings.css'
import { checkKey } from '../../../shared/kinds/check'
import type { Severity } from '../../../shared/kinds/finding'
import { SEVERITIES } from '../../../shared/kinds/finding'
import type { FindingLine } from '../../../shared/queries/findings'
import { keyOf } from '../../../shared/statement'
import { t } from '../../text'
import { dayWords, periodWords } from '../../text/dates'
import { Badge } from '../../ui/Badge'
import { IconMark } from '../../ui/IconMark'
import { useModel } from '../dashboard/context'
import { placeWords } from '../measures/words'
import type { ShownStage } from './arrange'
import { findingHref } from './route'
import { f } from './say'
import { measuresWords, signOf } from './words'

/** Steps that rise, as many filled as it is grave: told without colour. */
export const SeverityTag = ({
  severity,
  isFull = false,
}: {
  readonly severity: Severity
  /** With the word for what it is the severity. */
  readonly isFull?: boolean
}) => {
  const level = SEVERITIES.indexOf(severity)
  return (
    <span class={`severity severity-${severity}`}>
      <svg viewBox="0 0 18 16" width="1.15em" height="1em" aria-hidden="true" focusable="false">
        {SEVERITIES.map((each, index) => (
          <rect
            key={each}
            class={index <= level ? undefined : 'severity-rest'}
            x={index * 4.7}
            y={11 - index * 3.6}
            width="3.4"
            height={5 + index * 3.6}
          />
        ))}
      </svg>
      <span>
        {!isFull && <span class="visually-hidden">{f().columns.severity}: </span>}
        {isFull ? f().severityOf(f().severities[severity]) : f().severities[severity]}
      </span>
    </span>
  )
}

export const StageTag = ({ stage }: { readonly stage: ShownStage }) => {
  const { tone, mark } = signOf[stage]
  return (
    <Badge tone={tone} mark={mark}>
      {f().filters.shows[stage]}
    </Badge>
  )
}

/** The title, which opens the finding, and what stands out about it. */
export const FindingTitle = ({ line }: { readonly line: FindingLine }) => (
  <span class="measure-title">
    <a href={findingHref(line.about)}>{line.title}</a>
    {line.clashes.length > 0 && (
      <span class="measure-note is-clash">
        <IconMark mark="clash" size="1em" />
        {t().clash}
      </span>
    )}
  </span>
)

/** "Burgerzaken · oktober 2026 · vastgesteld ma 2 nov · 1 van 2 maatregelen klaar": of checks alike, which one it was. */
export const FindingFacts = ({ line }: { readonly line: FindingLine }) => {
  const model = useModel()
  const period = line.check && checkKey(keyOf(line.check))?.period
  return (
    <>
      {[
        placeWords(line.room, model),
        period && periodWords(period),
        line.found && f().foundOn(dayWords(line.found, model.store.today.value)),
        measuresWords(line),
      ]
        .filter(Boolean)
        .join(' · ')}
    </>
  )
}
