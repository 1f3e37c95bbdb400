/** The definition of an indicator in a form: of one's own, of one to change, or of one to adopt from the library. */
import { useState } from 'preact/hooks'
import {
  type IndicatorInput,
  type LibraryEntry,
  objectionToIndicator,
} from '../../../../shared/commands/indicators'
import type { Indicator } from '../../../../shared/kinds/indicator'
import { INDICATOR_LIBRARY } from '../../../../shared/libraries/indicators'
import { inLanguage, t } from '../../../text'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Icon } from '../../../ui/Icon'
import { useModel } from '../../dashboard/context'
import { Restored, useFormDraft } from '../form-draft'
import { inWords, q } from '../say'
import { useWorld } from '../world'
import { type Draft, draftOf, fieldsOf, unreadableIn } from './draft'
import { HowPart, LinksPart, TargetPart, WhatPart, WhoPart } from './parts'

type Props = {
  /** To change. */
  readonly indicator?: Indicator
  /** To adopt. */
  readonly entry?: LibraryEntry
  readonly onClose: () => void
}

export const IndicatorDialog = ({ indicator, entry, onClose }: Props) => {
  const { quality } = useWorld()
  const { toast, store } = useModel()
  const kept = useFormDraft<Draft>(
    quality.drafts,
    `indicator/${indicator?.key ?? (entry ? `adopt/${entry.id}` : 'new')}`,
    () =>
      draftOf(
        indicator ?? entry?.fields,
        store.today.value,
        indicator === undefined ? inDepartments : undefined,
      ),
  )
  const draft = kept.form
  const [isAsked, setIsAsked] = useState(false)
  const known = store.departments.value.map(({ key }) => key)
  function inDepartments(keys: readonly string[]): readonly string[] {
    return keys.filter((key) => store.departments.value.some((department) => department.key === key))
  }
  const words = q().library
  const { set } = kept
  const fields = fieldsOf(draft)
  const objection = objectionToIndicator(fields)
  const save = (): void => {
    setIsAsked(true)
    if (objection || unreadableIn(draft).length > 0) return
    const undo = (): void => void quality.undo()
    if (indicator) {
      quality.changeIndicator(indicator.key, changesIn(draftOf(indicator, store.today.value), draft))
      toast.value = { text: words.saved(fields.name), undo }
    } else if (entry) {
      quality.adoptIndicator(
        { ...INDICATOR_LIBRARY, entry },
        changesIn(draftOf(entry.fields, store.today.value), draft),
      )
      toast.value = { text: words.done(fields.name), undo }
    } else {
      quality.addIndicator(fields as IndicatorInput)
      toast.value = { text: words.saved(fields.name), undo }
    }
    kept.clear()
    onClose()
  }
  const title = indicator
    ? words.changeOf(inWords(indicator, 'name'))
    : entry
      ? words.adoptOf(inLanguage(entry.fields.name, entry.fields.nameEn ?? undefined))
      : words.add
  const wrong = isAsked ? unreadableIn(draft) : []
  return (
    <Dialog wide title={title} closeLabel={t().app.close} onClose={onClose}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Restored draft={kept} />
        <WhatPart draft={draft} set={set} objection={isAsked ? objection : undefined} />
        <HowPart
          draft={draft}
          set={set}
          wrong={wrong}
          objection={isAsked ? objection : undefined}
          isNew={!indicator}
        />
        <TargetPart draft={draft} set={set} wrong={wrong} />
        <WhoPart
          draft={draft}
          set={set}
          wrong={wrong}
          objection={isAsked ? objection : undefined}
          known={known}
        />
        <LinksPart draft={draft} set={set} />
        {isAsked && (objection || wrong.length > 0) && (
          <p class="field-error" role="alert">
            <Icon name="warning" />
            <span>{objection ? words.problems[objection] : words.form.notANumber}</span>
          </p>
        )}
        <div class="form-foot">
          <Button
            onClick={() => {
              kept.clear()
              onClose()
            }}
          >
            {t().app.cancel}
          </Button>
          <Button type="submit" look="primary">
            {entry ? words.adopt : t().app.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Only what was changed is said: two people who change different things do not contradict each other. */
const changesIn = (before: Draft, after: Draft): Partial<ReturnType<typeof fieldsOf>> => {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  return Object.fromEntries(
    Object.entries(is).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(was[field as keyof typeof was]),
    ),
  )
}
