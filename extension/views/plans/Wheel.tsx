/** The wheel of a plan: where it stands, since when, who looked whether it worked; and turning, ending, starting again. */
import { useSignal } from '@preact/signals'
import { nextTurns } from '../../../shared/commands/plans'
import { PDCA, type Pdca } from '../../../shared/kinds/plan'
import type { PlanLine, TurnMade } from '../../../shared/queries/plans'
import { dayWords } from '../../text/dates'
import { useModel } from '../dashboard/context'
import { Choice, Fold, SayForm } from '../work/fields'
import { useWork } from '../work/world'
import { keepTextVersion } from './PlanText'
import { p, planProblemWords } from './say'
import { phaseWords } from './words'

export const Wheel = ({ plan, mayWrite }: { readonly plan: PlanLine; readonly mayWrite: boolean }) => {
  const words = p().wheel
  const { store } = useModel()
  const today = store.today.value
  const last = plan.turns.at(-1)
  // Who chose between two turns made apart said nothing of the checker: that one stands with the plan.
  const present = last && { ...last, checkedBy: last.checkedBy ?? plan.checkedBy }
  const now = PDCA.indexOf(plan.pdca)
  return (
    <section class="panel wheel" aria-labelledby="wheel-title">
      <h2 id="wheel-title">{words.title}</h2>
      <ol class="wheel-steps">
        {PDCA.map((phase, index) => {
          const turn = plan.turns.findLast(({ to }) => to === phase)
          const isNow = plan.state === 'open' && phase === plan.pdca
          const isPast = plan.state === 'finished' || index < now
          return (
            <li
              key={phase}
              class={isNow ? 'is-now' : isPast ? 'is-past' : undefined}
              aria-current={isNow ? 'step' : undefined}
            >
              <span class="wheel-phase">{phaseWords(phase)}</span>
              {(isNow || isPast) && turn && <span class="quiet">{dayWords(turn.day, today)}</span>}
            </li>
          )
        })}
      </ol>
      {plan.state !== 'open' && (
        <p>
          <strong>{words.state[plan.state]}</strong>
          {plan.state === 'stopped' && plan.reason !== '' && `: ${plan.reason}`}
          {plan.state === 'finished' && plan.turnNote !== '' && `: ${plan.turnNote}`}
        </p>
      )}
      {plan.stuck && <p class="late-word wheel-stuck">{p().stuckWhy}</p>}
      {present && (present.checkedBy !== undefined || present.note !== '') && plan.state === 'open' && (
        <Note turn={present} />
      )}
      {mayWrite && <Verbs key={`${plan.pdca} ${plan.state}`} plan={plan} />}
      {plan.turns.length > 1 && (
        <details class="work-history">
          <summary>{words.history}</summary>
          <ol>
            {plan.turns.toReversed().map((turn) => (
              <li key={`${turn.at} ${turn.to}`}>
                <strong>{phaseWords(turn.to)}</strong> <Note turn={turn} isFull />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

const Note = ({ turn, isFull = false }: { readonly turn: TurnMade; readonly isFull?: boolean }) => {
  const { nameOf } = useModel()
  const words = p().wheel
  return (
    <span class="wheel-note">
      <span class="quiet">
        {[
          isFull && words.since(dayWords(turn.day)),
          isFull && words.by(nameOf(turn.by)),
          turn.checkedBy !== undefined && words.checked(nameOf(turn.checkedBy)),
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      {turn.note !== '' && <span>{turn.note}</span>}
    </span>
  )
}

const Verbs = ({ plan }: { readonly plan: PlanLine }) => {
  const { toast } = useModel()
  const work = useWork()
  const words = p().wheel
  const said = (objection: string | undefined, text: string): string | undefined => {
    if (objection !== undefined) return planProblemWords(objection)
    toast.value = { text, undo: () => void work.undo() }
    return undefined
  }
  if (plan.state !== 'open')
    return (
      <Fold title={words.reopen}>
        {() => (
          <SayForm
            label={words.reopenReason}
            button={words.confirm}
            onSave={(reason) => said(work.reopenPlan(plan, reason), words.reopened)}
          />
        )}
      </Fold>
    )
  return (
    <div class="step-list">
      {nextTurns(plan.pdca).map((to) => (
        <Fold key={to} title={to === 'plan' ? words.again : words.turnTo(phaseWords(to))}>
          {() => (
            <Turn
              to={to}
              onSave={(checkedBy, note) => {
                const objection = work.turnPlan(plan, {
                  to,
                  ...(checkedBy !== '' && { checkedBy }),
                  ...(note !== '' && { note }),
                })
                if (objection === undefined)
                  keepTextVersion(plan, p().text.turned(phaseWords(plan.pdca), phaseWords(to)))
                return said(objection, words.turned(phaseWords(to)))
              }}
            />
          )}
        </Fold>
      ))}
      {plan.pdca === 'act' && (
        <Fold title={words.finish}>
          {() => (
            <SayForm
              label={words.finishNote}
              button={words.confirm}
              onSave={(note) => said(work.finishPlan(plan, note), words.finished)}
            />
          )}
        </Fold>
      )}
      <Fold title={words.stop}>
        {() => (
          <SayForm
            label={words.stopReason}
            button={words.confirm}
            onSave={(reason) => said(work.stopPlan(plan, reason), words.stopped)}
          />
        )}
      </Fold>
    </div>
  )
}

const Turn = ({
  to,
  onSave,
}: {
  readonly to: Pdca
  readonly onSave: (checkedBy: string, note: string) => string | undefined
}) => {
  const { store } = useModel()
  const checkedBy = useSignal('')
  const words = p().wheel
  return (
    <SayForm label={words.note} button={words.confirm} onSave={(note) => onSave(checkedBy.value, note)}>
      {to === 'act' && (
        <Choice
          label={words.checkedBy}
          value={checkedBy.value}
          options={[
            ['', words.checkedByNone],
            ...store.members.value.map(({ key, name }) => [key, name] as const),
          ]}
          onChoose={(next) => {
            checkedBy.value = next
          }}
        />
      )}
    </SayForm>
  )
}
