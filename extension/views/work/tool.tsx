/** A panel that is read, and changed as a whole: whoever saves over what somebody else did is told so first. */
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import { p } from '../plans/say'
import { Restored, useFormDraft } from '../quality/form-draft'
import { useWork } from './world'

type Props<T extends object> = {
  readonly about: string
  readonly mayWrite: boolean
  /** Of what of the subject it is a form. */
  readonly name: string
  readonly title: string
  readonly intro: string
  readonly value: T
  /** @returns the sentence about why it was not saved */
  readonly save: (form: T) => string | undefined
  readonly edit: (form: T, set: (changes: Partial<T>) => void) => ComponentChildren
}

export const Tool = <T extends object>({
  title,
  mayWrite,
  intro,
  children,
  ...form
}: Props<T> & { readonly children: ComponentChildren }) => {
  const isOpen = useSignal(false)
  return (
    <section class="panel plan-tool" aria-label={title}>
      <div class="panel-head">
        <h2>{title}</h2>
        {mayWrite && !isOpen.value && (
          <Button
            aria-label={`${p().tools.edit}: ${title}`}
            onClick={() => {
              isOpen.value = true
            }}
          >
            <Icon name="edit" />
            {p().tools.edit}
          </Button>
        )}
      </div>
      {isOpen.value ? (
        <>
          <p class="quiet">{intro}</p>
          <ToolForm
            {...form}
            onClose={() => {
              isOpen.value = false
            }}
          />
        </>
      ) : (
        children
      )}
    </section>
  )
}

const ToolForm = <T extends object>({
  about,
  name,
  value,
  save,
  edit,
  onClose,
}: Pick<Props<T>, 'about' | 'name' | 'value' | 'save' | 'edit'> & { readonly onClose: () => void }) => {
  const { toast } = useModel()
  const work = useWork()
  const draft = useFormDraft<T>(work.drafts, `${name} ${about}`, () => value)
  const seen = useSignal(JSON.stringify(value))
  const problem = useSignal<string | undefined>(undefined)
  const submit = (): void => {
    const now = JSON.stringify(value)
    if (now !== seen.value) {
      seen.value = now
      problem.value = p().changed
      return
    }
    problem.value = save(draft.form)
    if (problem.value) return
    draft.clear()
    toast.value = { text: p().tools.saved, undo: () => void work.undo() }
    onClose()
  }
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Restored draft={draft} />
      {edit(draft.form, draft.set)}
      {problem.value && (
        <p class="field-error" role="alert">
          {problem.value}
        </p>
      )}
      <div class="form-foot">
        <Button
          onClick={() => {
            draft.clear()
            onClose()
          }}
        >
          {t().app.cancel}
        </Button>
        <Button type="submit" look="primary">
          {p().tools.save}
        </Button>
      </div>
    </form>
  )
}

export const without = <T,>(list: readonly T[], at: number): readonly T[] =>
  list.filter((_, index) => index !== at)
export const replaced = <T,>(list: readonly T[], at: number, item: T): readonly T[] =>
  list.map((each, index) => (index === at ? item : each))
