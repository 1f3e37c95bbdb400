/** What is done about a risk: avoid, reduce, share, or accept it until a day. */
import { useState } from 'preact/hooks'
import { TREATMENTS, type Treatment } from '../../../shared/kinds/risk'
import type { RiskLine } from '../../../shared/queries/risks'
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { useModel } from '../dashboard/context'
import { Restored, useFormDraft } from '../quality/form-draft'
import { Area } from '../work/fields'
import { useWork } from '../work/world'
import { k, riskProblemWords } from './say'

export const TreatDialog = ({ line, onClose }: { readonly line: RiskLine; readonly onClose: () => void }) => (
  <Dialog title={k().page.treatment} closeLabel={t().app.close} onClose={onClose}>
    <TreatForm line={line} onClose={onClose} />
  </Dialog>
)

const TreatForm = ({ line, onClose }: { readonly line: RiskLine; readonly onClose: () => void }) => {
  const { toast } = useModel()
  const work = useWork()
  const draft = useFormDraft(work.drafts, `treat ${line.about}`, () => ({
    treatment: (line.treatment ?? 'reduce') as string,
    note: line.treatmentNote,
    until: line.acceptedUntil ?? '',
  }))
  const { form, set } = draft
  const [problem, setProblem] = useState<string | undefined>()
  const words = k()
  const save = (): void => {
    const treatment = form.treatment as Treatment
    const acceptedUntil = treatment === 'accept' && form.until !== '' ? form.until : undefined
    const found = work.treatRisk(line, { treatment, note: form.note.trim(), acceptedUntil })
    setProblem(found)
    if (found) return
    draft.clear()
    toast.value = { text: words.page.saved(line.title), undo: () => void work.undo() }
    onClose()
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
      <fieldset class="radios treatments">
        <legend class="visually-hidden">{words.page.treatment}</legend>
        {TREATMENTS.map((treatment) => (
          <label key={treatment} class="check-field">
            <input
              type="radio"
              name={`treatment ${line.about}`}
              checked={form.treatment === treatment}
              onChange={() => set({ treatment })}
            />
            <span>
              {words.treatments[treatment]}
              <span class="quiet">{words.treatmentHints[treatment]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {form.treatment === 'accept' && (
        <TextField
          label={words.page.until}
          type="date"
          value={form.until}
          error={problem === 'until-missing' ? riskProblemWords(problem) : undefined}
          onInput={(until) => set({ until })}
        />
      )}
      <Area label={words.page.treatmentNote} rows={2} value={form.note} onInput={(note) => set({ note })} />
      {problem && problem !== 'until-missing' && (
        <p class="field-error" role="alert">
          {riskProblemWords(problem)}
        </p>
      )}
      <div class="form-foot">
        <Button onClick={onClose}>{t().app.cancel}</Button>
        <Button type="submit" look="primary">
          {t().app.save}
        </Button>
      </div>
    </form>
  )
}
