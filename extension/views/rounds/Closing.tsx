/** Who is ready, for whoever closes the scoring: that, and never what somebody scored. */
import { useSignal } from '@preact/signals'
import type { Round } from '../../../shared/kinds/round'
import { whoSubmitted } from '../../../shared/queries/rounds'
import { Button } from '../../ui/Button'
import { IconMark } from '../../ui/IconMark'
import { useModel } from '../dashboard/context'
import { Fold } from '../work/fields'
import { useWork } from '../work/world'
import { roundProblemWords, z } from './say'
import { useRounds, useSaid } from './world'

export const Closing = ({ round }: { readonly round: Round }) => {
  const { nameOf } = useModel()
  const rounds = useRounds()
  const ground = useWork().ground.value
  const said = useSaid()
  const problem = useSignal<string | undefined>(undefined)
  const words = z().close
  const submitted = whoSubmitted(ground, round)
  const missing = round.members.filter((member) => !submitted.includes(member))
  const close = (anyway: boolean): void => {
    problem.value = said(
      rounds.stepRound(round.key, { to: 'consensus', submitted, anyway })?.why,
      words.closed,
    )
  }
  return (
    <section class="panel" aria-labelledby="ready-title">
      <h2 id="ready-title">
        {words.title} <span class="group-count">{z().ready(submitted.length, round.members.length)}</span>
      </h2>
      <ul class="ready-list">
        {round.members.map((member) => {
          const isReady = submitted.includes(member)
          return (
            <li key={member}>
              <IconMark mark={isReady ? 'in-order' : 'open'} size="1.1em" />
              {nameOf(member)} <span class="quiet">{isReady ? words.ready : words.notReady}</span>
            </li>
          )
        })}
      </ul>
      {missing.length === 0 ? (
        <>
          <p>{words.allReady}</p>
          <div>
            <Button look="primary" onClick={() => close(false)}>
              {words.button}
            </Button>
          </div>
        </>
      ) : (
        <Fold title={words.button}>
          {() => (
            <div class="stack">
              <p>{words.waiting(missing.map((member) => nameOf(member)).join(', '))}</p>
              <p>{words.anywayWarn}</p>
              <div>
                <Button look="danger" onClick={() => close(true)}>
                  {words.anyway}
                </Button>
              </div>
            </div>
          )}
        </Fold>
      )}
      {problem.value && (
        <p class="field-error" role="alert">
          {roundProblemWords(problem.value)}
        </p>
      )}
    </section>
  )
}
