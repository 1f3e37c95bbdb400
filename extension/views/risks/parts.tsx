/** How a risk shows wherever it belongs: its score with the word of its band, its acceptance, its line. */
import type { BandKey } from '../../../shared/libraries/risk-matrix'
import type { RiskLine, RiskScore } from '../../../shared/queries/risks'
import { t } from '../../text'
import { dayWords } from '../../text/dates'
import { IconMark } from '../../ui/IconMark'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import { useModel } from '../dashboard/context'
import './risk-parts.css'
import { riskHref } from './route'
import { k } from './say'
import { bandWords, riskPlace, scoreWords } from './words'

/** Number and word on the pattern of the band: one of the three is enough to tell it. */
export const ScoreTag = ({ score }: { readonly score: RiskScore | undefined }) =>
  score ? (
    <span class={`score-tag ${bandClass(score.band.key)}`} title={scoreWords(score)}>
      <strong>{score.score}</strong> {bandWords(score.band)}
    </span>
  ) : (
    <span class="quiet">{k().notRated}</span>
  )

export const bandClass = (key: BandKey): string => `band band-${key}`

/** From what it would be to what it is: the score without controls, and with them. */
export const Move = ({ line }: { readonly line: RiskLine }) => (
  <span class="risk-move">
    <ScoreTag score={line.inherentScore} />
    {line.residualScore && (
      <>
        <span aria-hidden="true">→</span>
        <VisuallyHidden>{k().to}</VisuallyHidden>
        <ScoreTag score={line.residualScore} />
      </>
    )}
  </span>
)

export const Acceptance = ({ line }: { readonly line: RiskLine }) => {
  const { store } = useModel()
  const words = k()
  if (line.accepted === 'no') return null
  const day = line.acceptedUntil && dayWords(line.acceptedUntil, store.today.value)
  if (line.accepted === 'yes') return <span class="quiet">{words.accepted(day ?? '')}</span>
  return (
    <span class="late-word acceptance-over">
      <IconMark mark="late" size="1.1em" />
      {day ? words.over(day) : words.overNever}
    </span>
  )
}

/** The title, which opens the risk, and what stands out about it. */
export const RiskTitle = ({ line }: { readonly line: RiskLine }) => (
  <span class="risk-title">
    <a href={riskHref(line.key)}>{line.title}</a>
    {line.clashes.length > 0 && (
      <span class="risk-clash">
        <IconMark mark="clash" size="1em" />
        {t().clash}
      </span>
    )}
  </span>
)

/** A risk in a few words, for lists elsewhere: on the thread of a control. */
export const RiskItem = ({ line }: { readonly line: RiskLine }) => {
  const model = useModel()
  return (
    <li class="risk-item">
      <ScoreTag score={line.residualScore ?? line.inherentScore} />
      <div>
        <RiskTitle line={line} />
        <p class="quiet">
          {k().item} · {riskPlace(line.department, model)}
          {line.accepted === 'over' && ' · '}
          {line.accepted === 'over' && <Acceptance line={line} />}
        </p>
      </div>
    </li>
  )
}
