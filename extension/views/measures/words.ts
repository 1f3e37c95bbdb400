/** Measures in words and signs of the present language. */
import type { Day } from '../../../shared/days'
import { type MeasureLine, slippage } from '../../../shared/queries/measures'
import type { Json } from '../../../shared/statement'
import { nameOf } from '../../text'
import { dayWords, dueWords } from '../../text/dates'
import type { Mark } from '../../ui/IconMark'
import type { Model } from '../dashboard/model'
import { m } from './say'

export type Shown = MeasureLine['shown']
type Tone = Mark | 'info' | 'neutral'

/** Sign and colour of a status: each its own shape, so that it can be told without colour. */
export const signOf: Readonly<Record<Shown, { readonly tone: Tone; readonly mark: Mark }>> = {
  proposed: { tone: 'open', mark: 'open' },
  planned: { tone: 'neutral', mark: 'open' },
  running: { tone: 'info', mark: 'partly' },
  late: { tone: 'late', mark: 'late' },
  blocked: { tone: 'not-in-order', mark: 'not-in-order' },
  done: { tone: 'neutral', mark: 'in-order' },
  verified: { tone: 'in-order', mark: 'in-order' },
  stopped: { tone: 'not-applicable', mark: 'not-applicable' },
}

/** "Burgerzaken", of a room or of a department's key; without one the management team. */
export const placeWords = (place: string | undefined, { department }: Pick<Model, 'department'>): string => {
  const key = place?.startsWith('dept/') ? place.slice(5) : place
  if (key === undefined || key === '' || key === 'team') return m().filters.team
  const found = department.value.get(key)
  return found ? nameOf(found) : key
}

export const isEnded = ({ status }: Pick<MeasureLine, 'status'>): boolean =>
  status === 'done' || status === 'verified' || status === 'stopped'

/** "ma 30 nov · over 9 dagen"; without the distance once it is over. */
export const dueOf = (line: MeasureLine, today: Day): string => {
  if (line.due === undefined) return m().noDay
  return isEnded(line) ? dayWords(line.due, today) : dueWords(line.due, today)
}

/** "2 keer verschoven, eerst ma 30 nov"; nothing when its day never moved. */
export const slipWords = (line: MeasureLine, today: Day): string | undefined => {
  const { first } = slippage(line.folded)
  if (line.slipped === 0) return undefined
  return [m().slipped(line.slipped), first && m().slippedFrom(dayWords(first, today))]
    .filter(Boolean)
    .join(', ')
}

/** The value of a field as people read it. */
export const valueWords = (field: string, value: Json, model: Model): string => {
  if (value === null || value === '') return m().sheet.empty
  const text = String(value)
  const words = m()
  switch (field) {
    case 'owner':
    case 'verifiedBy':
      return model.nameOf(text)
    case 'due':
      return dayWords(text, model.store.today.value)
    case 'status':
      return words.statuses[text as Shown] ?? text
    case 'course':
      return words.courses[text as keyof typeof words.courses] ?? text
    case 'priority':
      return words.priorities[text as keyof typeof words.priorities] ?? text
    case 'horizon':
      return words.shortHorizons[text as keyof typeof words.shortHorizons] ?? text
    case 'progress':
      return `${text} %`
    case 'department':
      return placeWords(text, model)
    default:
      return text
  }
}
