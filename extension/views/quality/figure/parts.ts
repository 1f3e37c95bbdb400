/** A figure as it stands in a form: what was typed, what it reads as, what is wrong with it. Pure. */
import type { FigureInput } from '../../../../shared/commands/measurements'
import type { Indicator } from '../../../../shared/kinds/indicator'
import type { Measurement } from '../../../../shared/kinds/measurement'
import { readNumber } from '../../../../shared/measurement-text'
import { language } from '../../../text'

export type Typed = {
  readonly numerator: string
  readonly denominator: string
  readonly value: string
  readonly sample: string
  readonly categories: Readonly<Record<string, string>>
  /** Only the final figure is known, where a fraction is asked. */
  readonly isBare: boolean
}
export type Part = 'numerator' | 'denominator' | 'value' | 'sample'

/** Which fields ask for the figure. */
export const partsAsked = (
  { data, chart }: Pick<Indicator, 'data' | 'chart'>,
  isBare: boolean,
): readonly Part[] => {
  if (chart.startsWith('xbar')) return ['sample']
  if (data === 'proportion' || data === 'rate') return isBare ? ['value'] : ['numerator', 'denominator']
  return ['value']
}

export const typedOf = (indicator: Indicator, measurement: Measurement | undefined): Typed => {
  const { numerator, denominator, value, sample = [], categories = {} } = measurement ?? {}
  const isFraction = indicator.data === 'proportion' || indicator.data === 'rate'
  return {
    numerator: typed(numerator),
    denominator: typed(denominator),
    value: typed(isFraction ? value : (value ?? numerator)),
    sample: sample.map(typed).join('; '),
    categories: Object.fromEntries(indicator.categories.map((name) => [name, typed(categories[name])])),
    isBare: isFraction && numerator === undefined && value !== undefined,
  }
}

/** A number as one would type it. */
const typed = (value: number | undefined): string =>
  value === undefined ? '' : language.value === 'nl' ? String(value).replace('.', ',') : String(value)

export type Reading = {
  readonly input: FigureInput
  /** Something was typed. */
  readonly isStarted: boolean
  /** Parts, or categories, that cannot be read. */
  readonly unreadable: readonly string[]
  /** Parts that can be read in two ways, with how they were taken. */
  readonly doubtful: Readonly<Record<string, number>>
}

export const readTyped = (indicator: Indicator, form: Typed): Reading => {
  const unreadable: string[] = []
  const doubtful: Record<string, number> = {}
  const read = (name: string, text: string): number | undefined => {
    if (text.trim() === '') return undefined
    const found = readNumber(text, language.value === 'en' ? 'dot' : undefined)
    if (!found) unreadable.push(name)
    else if (found.isDoubtful) doubtful[name] = found.number
    return found?.number
  }
  const asked = partsAsked(indicator, form.isBare)
  const numbers = Object.fromEntries(
    asked.filter((part) => part !== 'sample').map((part) => [part, read(part, form[part])]),
  )
  const sample = asked.includes('sample') ? sampleOf(form.sample, read) : undefined
  const counted = indicator.categories.flatMap((name) => {
    const count = read(name, form.categories[name] ?? '')
    return count === undefined ? [] : [[name, count] as const]
  })
  return {
    input: {
      ...numbers,
      ...(sample && { sample }),
      ...(counted.length > 0 && { categories: Object.fromEntries(counted) }),
    },
    isStarted: asked.some((part) => form[part].trim() !== ''),
    unreadable,
    doubtful,
  }
}

const sampleOf = (text: string, read: (name: string, text: string) => number | undefined): number[] =>
  text.split(/[;\s]+/).flatMap((each) => read('sample', each) ?? [])
