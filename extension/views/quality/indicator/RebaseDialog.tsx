/** Recalculating limits: from which figures, why, and what it will change, before it is said. */
import { useMemo, useState } from 'preact/hooks'
import type { Chart } from '../../../../shared/kinds/chart'
import { BASELINE, drawSeries, type Series } from '../../../../shared/queries/series'
import { wordsOf } from '../../../../shared/queries/words'
import { t } from '../../../text'
import { periodWords } from '../../../text/dates'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Field } from '../../../ui/Field'
import { Notice } from '../../../ui/Notice'
import { useModel } from '../../dashboard/context'
import { Restored, useFormDraft } from '../form-draft'
import { q } from '../say'
import { DASH, pointWords } from '../words'
import { useWorld } from '../world'

export const RebaseDialog = ({
  series,
  onClose,
}: {
  readonly series: Series
  readonly onClose: () => void
}) => {
  const { quality } = useWorld()
  const { toast } = useModel()
  const phase = series.phases.at(-1)
  const measured = series.figures.slice((phase?.first ?? 1) - 1).filter(({ value }) => value !== undefined)
  const place = { indicator: series.indicator, department: series.department ?? '' }
  const draft = useFormDraft(quality.drafts, `rebase/${place.department}/${place.indicator.key}`, () => ({
    from: series.baseline?.from ?? measured.at(-BASELINE)?.period ?? measured[0]?.period ?? '',
    to: series.baseline?.to ?? measured.at(-1)?.period ?? '',
    reason: '',
  }))
  const { from, to, reason } = draft.form
  const [isAsked, setIsAsked] = useState(false)
  const after = useMemo(() => asIfRebased(series, { from, to }), [series, from, to])
  const points = after.phases.at(-1)?.baseline.length ?? 0
  const words = q().rebase
  const wrong = from > to ? words.backwards : points === 0 ? words.nothing : undefined
  const lost = wordsOf(series).filter(({ at }) => !wordsOf(after).some((word) => word.at === at)).length
  const save = (baseline: { from: string; to: string } | undefined): void => {
    setIsAsked(true)
    if (reason.trim() === '' || (baseline && wrong)) return
    quality.rebaseChart(place, { baseline, reason: reason.trim() })
    draft.clear()
    toast.value = { text: words.saved, undo: () => void quality.undo() }
    onClose()
  }
  return (
    <Dialog title={words.title} closeLabel={t().app.close} onClose={onClose}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save({ from, to })
        }}
      >
        <Restored draft={draft} />
        <p>{words.intro}</p>
        <div class="form-row">
          <PeriodField
            label={words.from}
            series={series}
            value={from}
            onChoose={(period) => draft.set({ from: period })}
          />
          <PeriodField
            label={words.to}
            series={series}
            value={to}
            onChoose={(period) => draft.set({ to: period })}
            error={wrong}
          />
        </div>
        {!wrong && <Change before={series} after={after} />}
        {!wrong && points < BASELINE && <p class="quiet">{words.few(points, series.indicator.rhythm)}</p>}
        {!wrong && lost > 0 && <Notice tone="warning" title={words.loses(lost)} />}
        <Field
          label={words.reason}
          hint={words.reasonHint}
          error={isAsked && reason.trim() === '' ? words.reasonNeeded : undefined}
        >
          {(input) => (
            <textarea
              {...input}
              rows={2}
              maxLength={1000}
              value={reason}
              onInput={({ currentTarget }) => draft.set({ reason: currentTarget.value })}
            />
          )}
        </Field>
        <div class="form-foot">
          {series.baseline && <Button onClick={() => save(undefined)}>{words.reset}</Button>}
          <Button type="submit" look="primary">
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const PeriodField = ({
  label,
  series,
  value,
  error,
  onChoose,
}: {
  readonly label: string
  readonly series: Series
  readonly value: string
  readonly error?: string | undefined
  readonly onChoose: (period: string) => void
}) => (
  <Field label={label} error={error}>
    {(input) => (
      <select {...input} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {series.figures.map(({ period }) => (
          <option key={period} value={period}>
            {periodWords(period)}
          </option>
        ))}
      </select>
    )}
  </Field>
)

const Change = ({ before, after }: { readonly before: Series; readonly after: Series }) => {
  const words = q().rebase
  const rows: readonly (readonly [string, string, string])[] = [
    [words.center, centerWords(before), centerWords(after)],
    [words.limits, limitWords(before), limitWords(after)],
    [words.signals, String(wordsOf(before).length), String(wordsOf(after).length)],
    [words.variation, q().variation[before.chart.variation], q().variation[after.chart.variation]],
    [words.assurance, q().assurance[before.chart.assurance], q().assurance[after.chart.assurance]],
  ]
  return (
    <table class="table rebase-table">
      <caption>{words.will}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([title, now, then]) => (
          <tr key={title} class={now === then ? undefined : 'is-changed'}>
            <th scope="row">{title}</th>
            <td data-label={words.before}>{now}</td>
            <td data-label={words.after}>{then}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const lastPoint = ({ chart }: Series) => chart.points.findLast(({ value }) => value !== null)

const centerWords = (series: Series): string => pointWords(series.indicator, lastPoint(series)?.center)

const limitWords = (series: Series): string => {
  const { lower = null, upper = null } = lastPoint(series) ?? {}
  return lower === null || upper === null
    ? DASH
    : `${pointWords(series.indicator, lower)} – ${pointWords(series.indicator, upper)}`
}

/** The series as it would be with limits from other figures. */
const asIfRebased = (series: Series, baseline: { readonly from: string; readonly to: string }): Series => {
  const settings: Chart = {
    key: '',
    about: '',
    gone: false,
    clashes: [],
    baselineFrom: baseline.from,
    baselineTo: baseline.to,
    reason: '',
    excluded: series.excluded,
  }
  const events = series.marks.map(({ period, title, note, phase }) => ({
    period,
    event: { key: '', about: '', gone: false, clashes: [], title, note, phase },
  }))
  return drawSeries(series.indicator, series.department, series.figures, settings, events)
}
