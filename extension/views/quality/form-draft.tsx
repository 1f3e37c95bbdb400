/** A form that is closed before it is saved comes back as it was, unless what it was about has changed in between. */
import { useState } from 'preact/hooks'
import type { FormDrafts } from '../../state/drafts'
import { Button } from '../../ui/Button'
import { q } from './say'

export type FormDraft<T> = {
  readonly form: T
  set(changes: Partial<T>): void
  /** It was saved, or is not wanted any more. */
  clear(): void
  /** It was taken up where it was left. */
  readonly isRestored: boolean
  /** Begins anew. */
  reset(): void
}

/** @param name of what it is a form */
export const useFormDraft = <T extends object>(
  drafts: FormDrafts,
  name: string,
  initial: () => T,
): FormDraft<T> => {
  const [start] = useState(initial)
  const base = JSON.stringify(start)
  const [kept] = useState(() => keptForm(drafts, name, start, base))
  const [form, setForm] = useState<T>(kept ?? start)
  const [isRestored, setIsRestored] = useState(kept !== undefined)
  return {
    form,
    set: (changes) =>
      setForm((before) => {
        const next = { ...before, ...changes }
        if (JSON.stringify(next) === base) drafts.clear(name)
        else drafts.write(name, { base, form: next })
        return next
      }),
    clear: () => drafts.clear(name),
    isRestored,
    reset: () => {
      drafts.clear(name)
      setForm(start)
      setIsRestored(false)
    },
  }
}

// What was begun on other facts would undo, unseen, what somebody else did since.
const keptForm = <T extends object>(
  drafts: FormDrafts,
  name: string,
  start: T,
  base: string,
): T | undefined => {
  const kept = drafts.read(name)
  if (!kept || kept.base !== base || typeof kept.form !== 'object' || kept.form === null) return undefined
  const form = kept.form as Record<string, unknown>
  const isWhole = Object.entries(start).every(
    ([field, value]) =>
      typeof form[field] === typeof value && Array.isArray(form[field]) === Array.isArray(value),
  )
  return isWhole ? ({ ...start, ...form } as T) : undefined
}

/** Says that a form goes on where it was left, with the way to begin anew. */
export const Restored = ({
  draft: { isRestored, reset },
}: {
  readonly draft: Pick<FormDraft<object>, 'isRestored' | 'reset'>
}) =>
  isRestored ? (
    <p class="restored" role="status">
      <span>{q().draft.restored}</span>{' '}
      <Button look="plain" onClick={reset}>
        {q().draft.reset}
      </Button>
    </p>
  ) : null
