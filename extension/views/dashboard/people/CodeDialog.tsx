/** Makes a one-time sign-in code and shows it once, with a text to pass on. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Member } from '../../../../shared/kinds/member'
import type { Code } from '../../../state/types'
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
  const code = useSignal<Code | undefined>(undefined)
  const trouble = useSignal<string | undefined>(undefined)
  const make = (): void => {
    trouble.value = undefined
    store.makeCode(member.key).then(
      (made) => {
        code.value = made
      },
      (problem: unknown) => {
        trouble.value = problemWords(problem)
      },
    )
  }
  // Opening the dialog is asking for a code.
  useEffect(make, [])
  const revoke = (): void => {
    store.revokeCodes(member.key).then(
      () => {
        toast.value = { text: d().people.codeRevoked(member.name), undo: undefined }
        onClose()
      },
      (problem: unknown) => {
        trouble.value = problemWords(problem)
      },
    )
  }
  return (
    <Dialog title={d().people.codeFor(member.name)} closeLabel={t().app.close} onClose={onClose}>
      <div class="code" aria-live="polite">
        {trouble.value && (
          <Notice tone="danger" title={trouble.value}>
            {!code.value && <Button onClick={make}>{t().app.tryAgain}</Button>}
          </Notice>
        )}
        {!code.value && !trouble.value && <p class="quiet">{d().people.codeMaking}</p>}
        {code.value && <Made code={code.value} member={member} onRevoke={revoke} />}
      </div>
    </Dialog>
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
      <p class="code-word">{code.code}</p>
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
