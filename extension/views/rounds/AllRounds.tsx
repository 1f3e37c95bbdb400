/** Every round, the newest first: how far it is, and whether it waits for oneself. */
import { useSignal } from '@preact/signals'
import { ROUND_STATES, type Round } from '../../../shared/kinds/round'
import { scoredOf, whoSubmitted } from '../../../shared/queries/rounds'
import { dayWords } from '../../text/dates'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import { useModel } from '../dashboard/context'
import { useWork } from '../work/world'
import { RoundDialog } from './RoundDialog'
import { roundHref } from './route'
import { z } from './say'
import { roundPlace } from './words'
import { useRounds } from './world'

export const AllRounds = () => {
  const rounds = useRounds()
  const isAdding = useSignal(false)
  const all = rounds.rounds.value
  const mayLead = rounds.mayLead()
  const words = z()
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{words.intro}</p>
        </div>
        {mayLead && (
          <Button
            look="primary"
            onClick={() => {
              isAdding.value = true
            }}
          >
            <Icon name="plus" />
            {words.start}
          </Button>
        )}
      </header>
      {all.length === 0 ? (
        <EmptyState title={words.empty}>{mayLead ? words.emptyLead : words.emptyOther}</EmptyState>
      ) : (
        <ul class="round-list">
          {all.map((round) => (
            <RoundItem key={round.key} round={round} />
          ))}
        </ul>
      )}
      {isAdding.value && (
        <RoundDialog
          onClose={() => {
            isAdding.value = false
          }}
        />
      )}
    </div>
  )
}

const RoundItem = ({ round }: { readonly round: Round }) => {
  const model = useModel()
  const work = useWork()
  const words = z()
  const me = model.store.session.member
  const today = model.store.today.value
  const submitted = whoSubmitted(work.ground.value, round)
  const isMine = round.state === 'scoring' && round.members.includes(me)
  const day = round.closed ?? round.opened
  return (
    <li class="panel round-item">
      <div>
        <h2>
          <a href={roundHref(round.key)}>{round.title}</a>
        </h2>
        <p class="quiet">
          {[
            words.shortPanels[round.panel],
            roundPlace(round, model),
            words.inShort({ subjects: round.subjects.length, members: round.members.length }),
            day && dayWords(day, today),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div class="round-standing">
        <StateTag round={round} />
        {isMine && <strong>{submitted.includes(me) ? words.yoursDone : words.yours}</strong>}
        <Standing round={round} submitted={submitted.length} />
      </div>
    </li>
  )
}

export const StateTag = ({ round }: { readonly round: Round }) => (
  <Badge
    tone={round.state === 'validated' ? 'in-order' : round.state === 'preparing' ? 'neutral' : 'info'}
    {...(round.state === 'validated' && { mark: 'in-order' as const })}
  >
    {z().states[round.state]}
  </Badge>
)

/** How far it is, in a few words: who is ready, how much was agreed. */
const Standing = ({ round, submitted }: { readonly round: Round; readonly submitted: number }) => {
  const { store } = useModel()
  const rounds = useRounds()
  const work = useWork()
  const words = z()
  if (round.state === 'consensus') {
    const agreed = rounds.lines.value(round).filter(({ points }) => points !== undefined).length
    return <span class="quiet">{words.agreed(agreed, round.subjects.length)}</span>
  }
  if (round.state !== 'scoring') return null
  // Others see no more than a part of who is ready: what they were told would be too low.
  if (!work.seesTeam.value) {
    const own = scoredOf(round, rounds.lines.value(round))
    const isMine = round.members.includes(store.session.member)
    return isMine && own.done > 0 ? (
      <span class="quiet">{words.scoring.progress(own.done, own.total)}</span>
    ) : null
  }
  return <span class="quiet">{words.ready(submitted, round.members.length)}</span>
}

/** The steps of a round, with the one it is in. */
export const Steps = ({ round }: { readonly round: Round }) => {
  const words = z()
  const at = ROUND_STATES.indexOf(round.state)
  return (
    <ol class="round-steps" aria-label={words.stepsLabel}>
      {ROUND_STATES.map((state, index) => (
        <li
          key={state}
          class={index < at || round.state === 'validated' ? 'is-done' : undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          <span class="round-step-number" aria-hidden="true">
            {index < at || round.state === 'validated' ? '✓' : index + 1}
          </span>
          {words.steps[state]}
          {index === at && <VisuallyHidden>, {words.states[state]}</VisuallyHidden>}
        </li>
      ))}
    </ol>
  )
}
