/** What was said about one figure, newest first: nothing is ever written over. */

import type { Figure } from '../../../../shared/queries/figures'
import { type FigureParts, shownValue } from '../../../../shared/queries/figures'
import type { HistoryEntry } from '../../../../shared/queries/history'
import { momentWords } from '../../../text/dates'
import { useModel } from '../../dashboard/context'
import { q } from '../say'
import { figureWords } from '../words'

export const History = ({
  figure,
  entries,
}: {
  readonly figure: Figure
  readonly entries: readonly HistoryEntry[]
}) => {
  const { nameOf } = useModel()
  const words = q().figure
  return (
    <section class="figure-history" aria-labelledby="figure-history">
      <h3 id="figure-history">{words.history}</h3>
      {entries.length === 0 ? (
        <p class="quiet">{words.historyNone}</p>
      ) : (
        <ol>
          {told(figure, entries)
            .map(({ entry, sentences, comment, reason }) => (
              <li key={entry.id}>
                <p>
                  <strong>{nameOf(entry.by)}</strong> {sentences.join('; ')}
                </p>
                {reason && <p class="quiet">{words.reason(reason)}</p>}
                {comment && <p class="figure-comment">{comment}</p>}
                <p class="quiet">{momentWords(entry.at)}</p>
              </li>
            ))
            .reverse()}
        </ol>
      )}
    </section>
  )
}

type Told = {
  readonly entry: HistoryEntry
  readonly sentences: readonly string[]
  readonly comment: string | undefined
  readonly reason: string | undefined
}

const FIELDS: readonly string[] = ['numerator', 'denominator', 'value', 'sample', 'categories']

// A statement names only what it changes: the figure of each moment follows from all before it.
const told = ({ indicator }: Figure, entries: readonly HistoryEntry[]): Told[] => {
  const words = q().figure
  let fields: Record<string, unknown> = {}
  return entries.map((entry) => {
    const before = shownValue(indicator, partsOf(fields))
    fields = { ...fields, ...Object.fromEntries(entry.changes.map(({ field, after }) => [field, after])) }
    const after = shownValue(indicator, partsOf(fields))
    const changed = (field: string) => entry.changes.find((change) => change.field === field)?.after
    const isFigure = entry.changes.some(({ field }) => FIELDS.includes(field))
    const comment = changed('comment')
    const sentences = [
      isFigure && before === undefined && after !== undefined && words.gave(figureWords(indicator, after)),
      isFigure &&
        before !== undefined &&
        after !== undefined &&
        words.corrected(figureWords(indicator, before), figureWords(indicator, after)),
      isFigure &&
        before !== undefined &&
        after === undefined &&
        words.tookBack(figureWords(indicator, before)),
      isFigure && before === undefined && after === undefined && words.gave(q().indicator.readout.noCases),
      !isFigure && (typeof comment === 'string' ? words.commented : words.uncommented),
    ].filter((sentence) => sentence !== false)
    return {
      entry,
      sentences,
      comment: typeof comment === 'string' ? comment : undefined,
      reason: typeof changed('reason') === 'string' ? String(changed('reason')) : undefined,
    }
  })
}

const partsOf = (fields: Readonly<Record<string, unknown>>): FigureParts => {
  const number = (name: string): number | undefined => {
    const value = fields[name]
    return typeof value === 'number' ? value : undefined
  }
  const { sample } = fields
  return {
    numerator: number('numerator'),
    denominator: number('denominator'),
    value: number('value'),
    sample: Array.isArray(sample) ? sample.filter((each) => typeof each === 'number') : [],
  }
}
