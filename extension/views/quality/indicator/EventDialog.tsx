/** Marking what happened on a chart, and if wanted opening a phase with it; changing and removing it. */
import { useState } from 'preact/hooks'
import type { Series } from '../../../../shared/queries/series'
import { t } from '../../../text'
import { periodWords } from '../../../text/dates'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Field, TextField } from '../../../ui/Field'
import { useModel } from '../../dashboard/context'
import { Restored, useFormDraft } from '../form-draft'
import { q } from '../say'
import { useWorld } from '../world'

export const EventDialog = ({
  series,
  period,
  onClose,
}: {
  readonly series: Series
  readonly period: string | undefined
  readonly onClose: () => void
}) => {
  const { toast } = useModel()
  const { quality } = useWorld()
  const exists = series.marks.some((mark) => mark.period === period)
  return (
    <Dialog title={exists ? q().event.change : q().event.title} closeLabel={t().app.close} onClose={onClose}>
      <EventForm
        series={series}
        period={period}
        onSaved={(text) => {
          toast.value = { text, undo: () => void quality.undo() }
          onClose()
        }}
      />
    </Dialog>
  )
}

/** @param period the period it is about; to be chosen when there is none */
export const EventForm = ({
  series,
  period: given,
  onSaved,
}: {
  readonly series: Series
  readonly period: string | undefined
  readonly onSaved: (said: string) => void
}) => {
  const { quality } = useWorld()
  const { figures, indicator, department } = series
  const [period, setPeriod] = useState(given ?? figures.at(-1)?.period ?? '')
  const known = series.marks.find((mark) => mark.period === given)
  const draft = useFormDraft(
    quality.drafts,
    `event/${department ?? ''}/${indicator.key}/${given ?? ''}`,
    () => ({ title: known?.title ?? '', note: known?.note ?? '', phase: known?.phase ?? false }),
  )
  const { title, note, phase } = draft.form
  const [isAsked, setIsAsked] = useState(false)
  const words = q().event
  const place = { indicator, department: department ?? '' }
  const isFirst = period === figures[0]?.period
  const isReplaced = !known && series.marks.some((mark) => mark.period === period)
  const save = (): void => {
    setIsAsked(true)
    if (title.trim() === '') return
    quality.addEvent(place, period, { title: title.trim(), note: note.trim(), phase: phase && !isFirst })
    draft.clear()
    onSaved(words.saved(title.trim()))
  }
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Restored draft={draft} />
      <TextField
        label={words.what}
        hint={words.whatHint}
        error={isAsked && title.trim() === '' ? words.whatNeeded : undefined}
        value={title}
        maxLength={200}
        onInput={(text) => draft.set({ title: text })}
      />
      {given === undefined && (
        <Field label={words.period} hint={isReplaced ? words.exists : undefined}>
          {(input) => (
            <select
              {...input}
              value={period}
              onChange={({ currentTarget }) => setPeriod(currentTarget.value)}
            >
              {[...figures].reverse().map((figure) => (
                <option key={figure.period} value={figure.period}>
                  {periodWords(figure.period)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={words.note}>
        {(input) => (
          <textarea
            {...input}
            rows={2}
            maxLength={2000}
            value={note}
            onInput={({ currentTarget }) => draft.set({ note: currentTarget.value })}
          />
        )}
      </Field>
      <label class="check-field">
        <input
          type="checkbox"
          checked={phase && !isFirst}
          disabled={isFirst}
          onChange={({ currentTarget }) => draft.set({ phase: currentTarget.checked })}
        />
        <span>
          {words.phase}
          <span class="field-hint">{isFirst ? words.phaseFirst : words.phaseHint}</span>
        </span>
      </label>
      <div class="form-foot">
        {known && (
          <Button
            onClick={() => {
              quality.removeEvent(place, period)
              draft.clear()
              onSaved(words.removed(known.title))
            }}
          >
            {words.remove}
          </Button>
        )}
        <Button type="submit" look="primary">
          {t().app.save}
        </Button>
      </div>
    </form>
  )
}
