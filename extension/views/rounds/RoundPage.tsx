/** One round: what it is about and how far it is, and what there is to do in the step it is in. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Round } from '../../../shared/kinds/round'
import { dayWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { useModel } from '../dashboard/context'
import { StateTag, Steps } from './AllRounds'
import { Closing } from './Closing'
import { Consensus } from './Consensus'
import { Result } from './Result'
import { RoundDialog } from './RoundDialog'
import { ALL_ROUNDS, type RoundRoute, roundsHref } from './route'
import { Scoring } from './Scoring'
import { roundProblemWords, z } from './say'
import { roundPlace } from './words'
import { useRounds, useSaid } from './world'

export const RoundPage = ({ page }: { readonly page: RoundRoute }) => {
  const rounds = useRounds()
  const round = rounds.rounds.value.find(({ key }) => key === page.round)
  useEffect(() => rounds.look(page.round), [rounds, page.round])
  const words = z()
  return (
    <div class="page round-page">
      <p>
        <a href={roundsHref(ALL_ROUNDS)}>← {words.page.back}</a>
      </p>
      {round ? (
        <Found round={round} page={page} />
      ) : (
        <>
          <h1>{words.page.unknown}</h1>
          <p class="quiet">{words.page.unknownNext}</p>
        </>
      )}
    </div>
  )
}

const Found = ({ round, page }: { readonly round: Round; readonly page: RoundRoute }) => {
  const rounds = useRounds()
  const mayLead = rounds.mayLead()
  const isReady = rounds.ready.value
  return (
    <>
      <Head round={round} mayLead={mayLead} />
      <Steps round={round} />
      {round.clashes.includes('state') && <Unsettled round={round} mayLead={mayLead} />}
      {!isReady && (
        <div aria-busy="true">
          <Skeleton width="60%" />
          <Skeleton width="80%" />
        </div>
      )}
      {isReady && round.state === 'preparing' && <Preparing round={round} mayLead={mayLead} />}
      {isReady && round.state === 'scoring' && (
        <>
          <Scoring round={round} page={page} />
          {mayLead && <Closing round={round} />}
        </>
      )}
      {isReady && round.state === 'validated' && <Result round={round} />}
      {isReady && (round.state === 'consensus' || round.state === 'validated') && (
        <Consensus round={round} page={page} mayLead={mayLead && round.state === 'consensus'} />
      )}
    </>
  )
}

const Head = ({ round, mayLead }: { readonly round: Round; readonly mayLead: boolean }) => {
  const model = useModel()
  const rounds = useRounds()
  const said = useSaid()
  const isChanging = useSignal(false)
  const words = z()
  const today = model.store.today.value
  const facts: readonly (readonly [string, string])[] = [
    [words.facts.panel, words.panels[round.panel]],
    [words.facts.place, roundPlace(round, model)],
    [words.facts.group, round.members.map((member) => model.nameOf(member)).join(', ')],
    ...(round.reader ? [[words.facts.reader, model.nameOf(round.reader)] as const] : []),
    ...(round.opened ? [[words.facts.opened, dayWords(round.opened, today)] as const] : []),
    ...(round.closed ? [[words.facts.closed, dayWords(round.closed, today)] as const] : []),
  ]
  return (
    <>
      <header class="page-head">
        <div>
          <h1>{round.title}</h1>
          <p>
            <StateTag round={round} />
          </p>
        </div>
        {mayLead && round.state !== 'validated' && (
          <div class="page-verbs">
            <Button
              onClick={() => {
                isChanging.value = true
              }}
            >
              <Icon name="edit" />
              {words.page.change}
            </Button>
            {round.state === 'preparing' && (
              <Button
                look="plain"
                onClick={() => {
                  if (
                    said(rounds.removeRound(round.key), words.page.removed(round.title), true) === undefined
                  )
                    model.router.go(ALL_ROUNDS)
                }}
              >
                <Icon name="trash" />
                {words.page.remove}
              </Button>
            )}
          </div>
        )}
      </header>
      <dl class="round-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isChanging.value && (
        <RoundDialog
          round={round}
          onClose={() => {
            isChanging.value = false
          }}
        />
      )}
    </>
  )
}

/** Two who led it apart took different steps: until that is settled all stays blind. */
const Unsettled = ({ round, mayLead }: { readonly round: Round; readonly mayLead: boolean }) => {
  const rounds = useRounds()
  const said = useSaid()
  const problem = useSignal<string | undefined>(undefined)
  const words = z().unsettled
  return (
    <Notice tone="warning" title={words.title}>
      <p>{mayLead ? words.lead : words.other}</p>
      {mayLead && (
        <Button
          onClick={() => {
            problem.value = said(
              rounds.stepRound(round.key, { to: 'consensus', anyway: true })?.why,
              z().close.closed,
            )
          }}
        >
          {words.button}
        </Button>
      )}
      {problem.value && (
        <p class="field-error" role="alert">
          {roundProblemWords(problem.value)}
        </p>
      )}
    </Notice>
  )
}

const Preparing = ({ round, mayLead }: { readonly round: Round; readonly mayLead: boolean }) => {
  const rounds = useRounds()
  const said = useSaid()
  const problem = useSignal<string | undefined>(undefined)
  const words = z().preparing
  if (!mayLead) return <EmptyState title={z().states.preparing}>{words.other}</EmptyState>
  return (
    <section class="panel round-next">
      <p>{words.lead}</p>
      <div>
        <Button
          look="primary"
          onClick={() => {
            problem.value = said(rounds.stepRound(round.key, { to: 'scoring' })?.why, words.opened)
          }}
        >
          {words.open}
        </Button>
      </div>
      {problem.value && (
        <p class="field-error" role="alert">
          {roundProblemWords(problem.value)}
        </p>
      )}
    </section>
  )
}
