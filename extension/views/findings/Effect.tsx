/** Whether it helped: why a finding cannot be closed yet and what to do, closing it, and whether the effect still holds. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { dayOf } from '../../../shared/days'
import type { Effect as EffectKind } from '../../../shared/kinds/finding'
import {
  type ClosingRefusal,
  effectNow,
  effectShown,
  type FindingLine,
  objectionToClosing,
  type Proof,
} from '../../../shared/queries/findings'
import type { Check } from '../../../shared/queries/schedule'
import { titleOf } from '../../text'
import { dayWords, momentWords, periodWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Notice } from '../../ui/Notice'
import { useModel } from '../dashboard/context'
import { hrefOf } from '../dashboard/route'
import { measureHref } from '../measures/route'
import { planHref } from '../plans/route'
import { Fold, SayForm } from '../work/fields'
import { linkOf } from '../work/links'
import { useWork } from '../work/world'
import { f } from './say'
import { useSaid } from './verbs'
import { refusalWords } from './words'

type Props = { readonly line: FindingLine; readonly proof: Proof; readonly mayWrite: boolean }

export const Effect = (props: Props) => {
  const section = useRef<HTMLElement>(null)
  const { state } = props.line
  const before = useRef(state)
  useEffect(() => {
    // What was operated is gone; how it stands now is what one wants to know.
    if (before.current !== state && section.current?.ownerDocument.activeElement === document.body)
      section.current.focus({ preventScroll: true })
    before.current = state
  }, [state])
  return (
    <section ref={section} class="panel closing" tabIndex={-1} aria-labelledby="effect-title">
      <h2 id="effect-title">{f().effect.title}</h2>
      {state === 'closed' ? <Closed {...props} /> : <Closing {...props} />}
    </section>
  )
}

const nameOfCheck = (check: Check): string =>
  `${titleOf(check.control).replace(/\.$/, '')}, ${periodWords(check.period)}`

const CheckLink = ({ check }: { readonly check: Check }) => (
  <a href={hrefOf({ sheet: 'check', room: check.room, about: check.about })}>{nameOfCheck(check)}</a>
)

/** What would be said now: the effect that is shown, or why there is none, as far as that can be known. */
const standingOf = (proof: Proof): { shown: Check | undefined; refusal: ClosingRefusal | undefined } => {
  const shown = effectShown(proof)
  const refusal = objectionToClosing(proof, shown && { by: 'check', check: shown.about })
  const next = refusal?.why === 'effect-missing' ? refusal.next : undefined
  // Of a check that was answered the page can say what is the matter with it.
  return next?.outcome === undefined
    ? { shown, refusal }
    : { shown, refusal: objectionToClosing(proof, { by: 'check', check: next.about }) ?? refusal }
}

const Closing = ({ line, proof, mayWrite }: Props) => {
  const { store, toast } = useModel()
  const work = useWork()
  const said = useSaid()
  const asked = useSignal(0)
  const { shown, refusal } = standingOf(proof)
  const words = f().effect
  const close = (effect: EffectKind | undefined): string | undefined => {
    const objection = work.closeFinding(line, effect, store.checks.peek())
    if (objection) return refusalWords(objection, store.today.peek())
    said(undefined, words.closed(line.title))
    return undefined
  }
  return (
    <>
      <p class="quiet">{words.intro}</p>
      {refusal ? (
        <Refusal key={asked.value} refusal={refusal} isAsked={asked.value > 0} />
      ) : (
        shown && (
          <p>
            <strong>{words.ready}</strong> <CheckLink check={shown} />{' '}
            {words.shown(dayWords(dayOf(shown.answeredAt ?? 0), store.today.value))}
          </p>
        )
      )}
      {mayWrite && (
        <div class="step-list">
          <Button
            look={refusal ? 'standard' : 'primary'}
            onClick={() => {
              toast.value = undefined
              if (close(shown && { by: 'check', check: shown.about })) asked.value += 1
            }}
          >
            <Icon name="confirmed" />
            {words.close}
          </Button>
          <Fold title={words.figure}>
            {() => (
              <SayForm
                label={words.figureLabel}
                hint={words.figureHint}
                button={words.figureClose}
                onSave={(text) => close({ by: 'figure', text })}
              />
            )}
          </Fold>
        </div>
      )}
    </>
  )
}

/** Why not, and the way to what is to be done first. */
const Refusal = ({ refusal, isAsked }: { readonly refusal: ClosingRefusal; readonly isAsked: boolean }) => {
  const { store } = useModel()
  return (
    <div
      class={isAsked ? 'closing-refusal is-asked' : 'closing-refusal'}
      role={isAsked ? 'alert' : undefined}
    >
      <p>
        <strong>{f().effect.notYet}.</strong> {refusalWords(refusal, store.today.value)}
      </p>
      <Hanging refusal={refusal} />
    </div>
  )
}

const Hanging = ({ refusal }: { readonly refusal: ClosingRefusal }) => {
  switch (refusal.why) {
    case 'measure-open':
      return (
        <ul>
          {refusal.measures.map((line) => (
            <li key={line.about}>
              <a href={measureHref(line.about)}>{line.title}</a>
            </li>
          ))}
        </ul>
      )
    case 'plan-open':
      return (
        <ul>
          {refusal.plans.map((plan) => (
            <li key={plan.about}>
              <a href={planHref(plan.key)}>{plan.title}</a>
            </li>
          ))}
        </ul>
      )
    case 'effect-missing':
      return refusal.next ? <CheckLink check={refusal.next} /> : null
    case 'not-answered':
    case 'not-in-order':
    case 'not-reviewed':
    case 'clash':
    case 'too-early':
      return <CheckLink check={refusal.check} />
    default:
      return null
  }
}

const Closed = ({ line, proof, mayWrite }: Props) => {
  const model = useModel()
  const work = useWork()
  const said = useSaid()
  const words = f().effect
  const now = effectNow(proof)
  const { effect, closedBy, closedAt } = line
  const again = proof.checks.findLast(
    ({ outcome, answeredAt, about }) =>
      (outcome === 'partly' || outcome === 'not-in-order') &&
      (answeredAt ?? 0) > (closedAt ?? 0) &&
      !(effect?.by === 'check' && effect.check === about),
  )
  const shown =
    effect?.by === 'check'
      ? linkOf(effect.check, { model, ground: work.ground.value, quality: undefined }, line.room)
      : undefined
  return (
    <>
      {now === 'lost' && (
        <Notice tone="danger" title={words.lost}>
          {words.lostText}
        </Notice>
      )}
      {again && (
        <Notice tone="warning" title={words.again}>
          {words.againText} <CheckLink check={again} />
        </Notice>
      )}
      <p>{words.closedBy(model.nameOf(closedBy), momentWords(closedAt ?? 0))}</p>
      <p>
        {shown ? (
          <>
            {words.byCheck}: {shown.href ? <a href={shown.href}>{shown.title}</a> : shown.title}
          </>
        ) : (
          effect?.by === 'figure' && (
            <>
              {words.byFigure}: {effect.text}
            </>
          )
        )}
      </p>
      {now === 'held' && <p class="quiet">{words.held}</p>}
      {now === 'unseen' && <p class="quiet">{words.unseen}</p>}
      {mayWrite && (
        <div class="step-list">
          <Fold title={words.reopen}>
            {() => (
              <SayForm
                label={words.reopenReason}
                button={words.reopen}
                onSave={(reason) => said(work.reopenFinding(line, reason), words.reopened(line.title))}
              />
            )}
          </Fold>
        </div>
      )}
    </>
  )
}
