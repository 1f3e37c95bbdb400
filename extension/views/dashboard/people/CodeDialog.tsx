/** Says whether a sign-in code is open, makes one when asked, and shows it once, with a text to pass on. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Member } from '../../../../shared/kinds/member'
import type { Code, OpenCode } from '../../../state/types'
import { t } from '../../../text'
import { momentWords } from '../../../text/dates'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Icon } from '../../../ui/Icon'
import { Notice } from '../../../ui/Notice'
import { useModel } from '../context'
import { d } from '../words'
import { problemWords } from './trouble'

export const CodeDialog = ({
  member,
  onClose,
}: {
  readonly member: Member
  readonly onClose: () => void
}) => {
  const { store, toast } = useModel()
  const open = useSignal<readonly OpenCode[] | undefined>(undefined)
  const code = useSignal<Code | undefined>(undefined)
  const trouble = useSignal<{ readonly words: string; readonly retry: () => void } | undefined>(undefined)
  const ask = <T,>(question: () => Promise<T>, hear: (answer: T) => void): void => {
    trouble.value = undefined
    question().then(hear, (problem: unknown) => {
      trouble.value = { words: problemWords(problem), retry: () => ask(question, hear) }
    })
  }
  const read = (): void =>
    ask(
      () => store.openCodes(member.key),
      (codes) => {
        open.value = codes
      },
    )
  const make = (): void =>
    ask(
      () => store.makeCode(member.key),
      (made) => {
        code.value = made
      },
    )
  const revoke = (): void =>
    ask(
      () => store.revokeCodes(member.key),
      () => {
        toast.value = { text: d().people.codeRevoked(member.name), undo: undefined }
        onClose()
      },
    )
  // A new code ends the one before it: nobody makes one by merely looking.
  useEffect(read, [])
  return (
    <Dialog title={d().people.codeFor(member.name)} closeLabel={t().app.close} onClose={onClose}>
      <div class="code" aria-live="polite">
        {trouble.value && (
          <Notice tone="danger" title={trouble.value.words}>
            <Button onClick={trouble.value.retry}>{t().app.tryAgain}</Button>
          </Notice>
        )}
        {code.value && <Made code={code.value} member={member} onRevoke={revoke} />}
        {!code.value && open.value && <Offer open={open.value} onMake={make} onRevoke={revoke} />}
        {!code.value && !open.value && !trouble.value && <p class="quiet">{d().people.codeReading}</p>}
      </div>
    </Dialog>
  )
}

/** What stands open, and what a new code does to it. */
const Offer = ({
  open,
  onMake,
  onRevoke,
}: {
  readonly open: readonly OpenCode[]
  readonly onMake: () => void
  readonly onRevoke: () => void
}) => {
  const words = d().people
  return (
    <>
      {open.length === 0 && <p>{words.codeNone}</p>}
      {open.map(({ created, expires }) => (
        <p key={created}>{words.codeOpen(momentWords(created), momentWords(expires))}</p>
      ))}
      <p class="quiet">{open.length === 0 ? words.codeNoneNext : words.codeOpenNext}</p>
      <div class="code-verbs">
        <Button look="primary" onClick={onMake}>
          {open.length === 0 ? words.code : words.codeNew}
        </Button>
        {open.length > 0 && <Button onClick={onRevoke}>{words.codeRevokeOpen}</Button>}
      </div>
    </>
  )
}

const Made = ({
  code,
  member,
  onRevoke,
}: {
  readonly code: Code
  readonly member: Member
  readonly onRevoke: () => void
}) => {
  const { store, tools } = useModel()
  const copied = useSignal<string | undefined>(undefined)
  const word = useRef<HTMLParagraphElement>(null)
  // The button that was pressed is gone.
  useEffect(() => word.current?.focus(), [])
  const words = d().people
  const until = momentWords(code.expires)
  const { server, organisation } = store.session
  const sentence = words.codeSentence(member.name, server, organisation, code.code, until)
  const copy = (text: string): void => {
    tools.copy(text).then(
      () => {
        copied.value = words.copied
      },
      () => {
        copied.value = words.copyFailed
      },
    )
  }
  return (
    <>
      <p ref={word} class="code-word" tabIndex={-1}>
        {code.code}
      </p>
      <p class="quiet">{words.codeExpires(until)}</p>
      <p>{words.codeOnce}</p>
      <section class="code-sentence" aria-label={words.codeSentenceLabel}>
        <p>{sentence}</p>
      </section>
      <div class="code-verbs">
        <Button look="primary" onClick={() => copy(sentence)}>
          <Icon name="copy" />
          {words.sentenceCopy}
        </Button>
        <Button onClick={() => copy(code.code)}>{words.codeCopy}</Button>
        <Button onClick={tools.print}>{words.print}</Button>
        <Button look="plain" onClick={onRevoke}>
          {words.codeRevokeThis}
        </Button>
      </div>
      <p role="status" class="quiet">
        {copied.value}
      </p>
    </>
  )
}
