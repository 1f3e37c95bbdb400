/** Who said what about a check and when, newest first, with what stood there before. */

import { addDays, startOfDay } from '../../../../shared/days'
import { OUTCOMES, type Outcome, REVIEWS } from '../../../../shared/kinds/check'
import type { Change } from '../../../../shared/queries/history'
import type { Check, HistoryEntry } from '../../../state/types'
import { t } from '../../../text'
import { momentWords } from '../../../text/dates'
import { IconMark, type Mark } from '../../../ui/IconMark'
import { useModel } from '../context'
import { d } from '../words'

export const History = ({ check }: { readonly check: Check }) => {
  const { store } = useModel()
  // Read so that the history is told again when the check changes.
  store.checks.value
  const entries = store.history(check).toReversed()
  return (
    <section class="history" aria-labelledby="history-title">
      <h3 id="history-title">{d().check.history}</h3>
      {entries.length === 0 ? (
        <p class="quiet">{d().check.historyNone}</p>
      ) : (
        <ol>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} check={check} />
          ))}
        </ol>
      )}
    </section>
  )
}

const Entry = ({ entry, check }: { readonly entry: HistoryEntry; readonly check: Check }) => {
  const { nameOf } = useModel()
  const outcome = changeOf(entry, 'outcome')
  const note = changeOf(entry, 'note')
  const performer = changeOf(entry, 'performer')
  const remark = changeOf(entry, 'remark')
  const after = outcomeOf(outcome?.after)
  return (
    <li>
      <IconMark mark={signOf(outcome)} size="1.1rem" />
      <div>
        <p>
          <strong>{nameOf(entry.by)}</strong> {said(entry, outcome, note)}
          {typeof performer?.after === 'string' && performer.after !== entry.by && (
            <> ({d().check.forBy(nameOf(performer.after), nameOf(entry.by))})</>
          )}
        </p>
        {remark && textOf(remark.after) !== '' && <Note change={{ ...remark, before: null }} />}
        {note && textOf(note.before) !== textOf(note.after) && <Note change={note} />}
        <p class="quiet">
          {momentWords(entry.at)}
          {after && outcomeOf(outcome?.before) === undefined && (
            <>
              {' · '}
              {isOnTime(entry, check) ? d().check.onTime : <span class="late-word">{d().check.tooLate}</span>}
            </>
          )}
        </p>
      </div>
    </li>
  )
}

const Note = ({ change }: { readonly change: Change }) => {
  const before = textOf(change.before)
  const after = textOf(change.after)
  return (
    <div class="history-note">
      {before !== '' && <del>{before}</del>}
      {after !== '' && <ins>{after}</ins>}
    </div>
  )
}

const said = (entry: HistoryEntry, outcome: Change | undefined, note: Change | undefined): string => {
  const words = d().check
  const before = outcomeOf(outcome?.before)
  const after = outcomeOf(outcome?.after)
  const review = REVIEWS.find((word) => word === changeOf(entry, 'review')?.after)
  if (entry.replaced.length > 1 && after)
    return `${words.settledClash(entry.replaced.length)}: ${t().outcomes[after]}`
  if (after && before && after !== before) return words.changed(t().outcomes[before], t().outcomes[after])
  if (after && !before) return words.answered(t().outcomes[after])
  if (before && !after) return words.tookBack(t().outcomes[before])
  if (review) return words[review]
  if (textOf(note?.after) === '') return words.removedNote
  return textOf(note?.before) === '' ? words.addedNote : words.changedNote
}

const changeOf = ({ changes }: HistoryEntry, field: string): Change | undefined =>
  changes.find((change) => change.field === field)
const outcomeOf = (value: unknown): Outcome | undefined => OUTCOMES.find((word) => word === value)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const signOf = (outcome: Change | undefined): Mark => outcomeOf(outcome?.after) ?? 'open'
const isOnTime = ({ at }: HistoryEntry, { due }: Check): boolean => at < startOfDay(addDays(due, 1))
