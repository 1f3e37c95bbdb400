/** Findings in words and signs of the present language. */
import { dayOf } from '../../../shared/days'
import type { Effect } from '../../../shared/kinds/finding'
import { finding } from '../../../shared/kinds/finding'
import type { ClosingRefusal, FindingLine } from '../../../shared/queries/findings'
import type { WorkGround } from '../../../shared/queries/ground'
import type { Json } from '../../../shared/statement'
import { dayWords } from '../../text/dates'
import type { Mark } from '../../ui/IconMark'
import type { Model } from '../dashboard/model'
import { standing } from '../dashboard/words'
import { placeWords } from '../measures/words'
import { boneWords } from '../plans/words'
import { linkOf } from '../work/links'
import type { ShownStage } from './arrange'
import { f } from './say'

/** Sign and colour of a stage: each its own shape, so that it can be told without colour. */
export const signOf: Readonly<
  Record<ShownStage, { readonly tone: Mark | 'info' | 'warning'; readonly mark: Mark }>
> = {
  cause: { tone: 'open', mark: 'open' },
  measure: { tone: 'warning', mark: 'open' },
  doing: { tone: 'info', mark: 'partly' },
  effect: { tone: 'warning', mark: 'late' },
  shown: { tone: 'info', mark: 'in-order' },
  closed: { tone: 'in-order', mark: 'in-order' },
  lost: { tone: 'not-in-order', mark: 'not-in-order' },
}

/** "2 van 3 maatregelen klaar". */
export const measuresWords = ({ measures, plans }: FindingLine): string => {
  const counted = measures.filter(({ status }) => status !== 'stopped')
  const done = counted.filter(({ status }) => status === 'done' || status === 'verified').length
  return counted.length === 0 && plans.length > 0
    ? plans.map(({ title }) => title).join(', ')
    : f().measures(done, counted.length)
}

/** Why it cannot be closed: what is the matter and what to do. What it hangs on stands in the refusal, to be linked. */
export const refusalWords = (
  refusal: ClosingRefusal | { readonly why: 'not-for-you' },
  today: string,
): string => {
  const words = f().refusals
  switch (refusal.why) {
    case 'measure-open':
      return words['measure-open'](refusal.measures.length)
    case 'plan-open':
      return words['plan-open'](refusal.plans.length)
    case 'effect-missing':
      return refusal.next
        ? words['effect-missing'](standing(refusal.next, today))
        : words['effect-missing-none']
    case 'not-answered':
      return words['not-answered'](standing(refusal.check, today))
    case 'too-early':
      return words['too-early'](dayOfMoment(refusal.check.answeredAt ?? 0), dayOfMoment(refusal.since))
    default:
      return words[refusal.why]
  }
}

const dayOfMoment = (at: number): string => dayWords(dayOf(at))

/** The value of a field as people read it. @param room of the finding */
export const valueWords = (
  field: string,
  value: Json,
  sources: { readonly model: Model; readonly ground: WorkGround },
  room: string,
): string => {
  if (value === null || value === '') return f().nothing
  const { model } = sources
  const { fields } = finding
  switch (field) {
    case 'owner':
      return model.nameOf(String(value))
    case 'severity':
      return f().severities[fields.severity(value)]
    case 'state':
      return f().states[fields.state(value)]
    case 'found':
      return dayWords(String(value), model.store.today.value)
    case 'department':
      return placeWords(String(value), model)
    case 'bone': {
      const bone = fields.bone(value)
      return bone ? boneWords(bone) : f().nothing
    }
    case 'whys':
      return fields
        .whys(value)
        .map(({ answer }) => answer)
        .join('; ')
    case 'effect':
      return effectWords(fields.effect(value), sources, room)
    case 'check':
      return linkOf(String(value), { ...sources, quality: undefined }, room).title ?? String(value)
    case 'control':
      return (
        linkOf(`control:${String(value)}`, { ...sources, quality: undefined }, room).title ?? String(value)
      )
    case 'gone':
      return value === true ? f().bin : f().nothing
    default:
      return String(value)
  }
}

const effectWords = (
  effect: Effect | undefined,
  sources: { readonly model: Model; readonly ground: WorkGround },
  room: string,
): string => {
  if (!effect) return f().nothing
  if (effect.by === 'figure') return effect.text
  return linkOf(effect.check, { ...sources, quality: undefined }, room).title ?? effect.check
}
