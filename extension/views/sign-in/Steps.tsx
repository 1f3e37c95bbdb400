/** The steps of signing in, each with its state in sign and word. */
import type { SignInStep } from '../../state/sign-in'
import { t } from '../../text'
import { IconMark, type Mark } from '../../ui/IconMark'

const ORDER: readonly SignInStep[] = ['address', 'network', 'server', 'code', 'keep']

type StepState = 'waiting' | 'busy' | 'ok' | 'failed'
export type StepStates = Readonly<Record<SignInStep, StepState>>

/** All before the present step went well, all after it are waiting. */
export const stepStates = (present: SignInStep, state: 'busy' | 'failed'): StepStates => {
  const at = ORDER.indexOf(present)
  const stateAt = (index: number): StepState => {
    if (index === at) return state
    return index < at ? 'ok' : 'waiting'
  }
  return Object.fromEntries(ORDER.map((step, index) => [step, stateAt(index)])) as StepStates
}

const MARKS: Readonly<Record<StepState, Mark>> = {
  waiting: 'open',
  busy: 'late',
  ok: 'in-order',
  failed: 'not-in-order',
}

export const Steps = ({ states }: { readonly states: StepStates }) => (
  <section class="steps" aria-labelledby="steps-title">
    <h2 id="steps-title">{t().signIn.steps}</h2>
    <ol aria-live="polite">
      {ORDER.map((step) => (
        <li key={step} class={`step step-${states[step]}`}>
          <IconMark mark={MARKS[states[step]]} />
          <span>{t().signIn.step[step]}</span>
          <span class="step-state">{t().signIn.stepState[states[step]]}</span>
        </li>
      ))}
    </ol>
  </section>
)
