/** Signs this device in: address, organisation and code on one page, and a test that says which step fails and what to do. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SignInInput, SignInProblem, SignInResult, SignInStep } from '../../state/sign-in'
import type { Session } from '../../state/types'
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/Field'
import { Notice } from '../../ui/Notice'
import { readInvitation } from './invitation'
import { type StepStates, Steps, stepStates } from './Steps'

type Props = {
  readonly signIn: (input: SignInInput, onStep: (step: SignInStep) => void) => Promise<SignInResult>
  readonly onDone: (session: Session, name: string) => void
  /** What is known beforehand: of an invitation, or of the last time. */
  readonly initial?: Partial<SignInInput>
  /** The field that is still to be filled in. */
  readonly startsAt?: keyof SignInInput
}

export const SignInForm = ({ signIn, onDone, initial = {}, startsAt }: Props) => {
  const form = useRef<HTMLFormElement>(null)
  const goTo = (name: keyof SignInInput | undefined): void => {
    if (name) form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus()
  }
  useEffect(() => goTo(startsAt), [])
  const [input, setInput] = useState<Required<SignInInput>>({
    server: initial.server ?? '',
    organisation: initial.organisation ?? '',
    code: initial.code ?? '',
    device: initial.device ?? t().signIn.deviceDefault,
  })
  const [steps, setSteps] = useState<StepStates>()
  const [problem, setProblem] = useState<SignInProblem>()
  const isBusy = steps !== undefined && problem === undefined
  const words = t().signIn

  const submit = async (): Promise<void> => {
    if (isBusy) return
    setProblem(undefined)
    setSteps(stepStates('address', 'busy'))
    const result = await signIn(input, (step) => setSteps(stepStates(step, 'busy')))
    if ('session' in result) onDone(result.session, result.name)
    else {
      setSteps(stepStates(result.step, 'failed'))
      setProblem(result.problem)
      goTo(FIELD_OF[result.problem])
    }
  }
  const field = (name: keyof SignInInput) => ({
    name,
    label: words[name],
    hint: words[`${name}Hint`],
    value: input[name],
    onInput: (value: string) => setInput({ ...input, [name]: value }),
    error: problem && FIELD_OF[problem] === name ? words.errors[problem].what : undefined,
    spellcheck: false,
    autocomplete: 'off',
  })
  return (
    <form
      ref={form}
      class="sign-in"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      onPaste={(event) => {
        const invitation = readInvitation(event.clipboardData?.getData('text') ?? '')
        if (!invitation) return
        event.preventDefault()
        setInput({ ...input, ...invitation })
      }}
    >
      <TextField {...field('server')} inputMode="url" />
      <TextField {...field('organisation')} />
      <TextField {...field('code')} />
      <TextField {...field('device')} maxLength={80} />
      <div class="sign-in-act">
        <Button look="primary" large type="submit" aria-disabled={isBusy}>
          {isBusy ? words.busy : words.submit}
        </Button>
      </div>
      {problem && <Failed problem={problem} />}
      {steps && <Steps states={steps} />}
    </form>
  )
}

/** What is safe and what to do; what happened stands at the field that holds the cause, if one does. */
const Failed = ({ problem }: { problem: SignInProblem }) => {
  const { what, safe, act } = t().signIn.errors[problem]
  return (
    <Notice tone="danger" title={FIELD_OF[problem] ? t().signIn.failed : what} urgent>
      <p>
        {safe} {t().signIn.kept}
      </p>
      <p>{act}</p>
    </Notice>
  )
}

/** Where the cause lies, for problems that one field can solve. */
const FIELD_OF: Readonly<Partial<Record<SignInProblem, keyof SignInInput>>> = {
  'no-server': 'server',
  address: 'server',
  insecure: 'server',
  network: 'server',
  'not-waarborg': 'server',
  'no-organisation': 'organisation',
  'no-such-organisation': 'organisation',
  'no-code': 'code',
  'code-unknown': 'code',
  'code-used': 'code',
  'code-expired': 'code',
}
