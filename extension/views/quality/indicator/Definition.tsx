/** What an indicator is: everything that was agreed about it, and where it came from. */
import type { ComponentChildren } from 'preact'
import type { Indicator } from '../../../../shared/kinds/indicator'
import { cafSubcriterion } from '../../../../shared/libraries/caf'
import { inLanguage, nameOf, t } from '../../../text'
import { dayWords } from '../../../text/dates'
import { useModel } from '../../dashboard/context'
import { listOf } from '../../dashboard/words'
import { inWords, q } from '../say'
import { targetWords } from '../words'
import { useWorld } from '../world'

export const Definition = ({
  indicator,
  children,
}: {
  readonly indicator: Indicator
  readonly children?: ComponentChildren
}) => {
  const words = q().definition
  const facts = useFacts(indicator)
  return (
    <section class="panel" aria-labelledby="definition-title">
      <div class="panel-head">
        <h2 id="definition-title">{q().indicator.definition}</h2>
        {children}
      </div>
      {inWords(indicator, 'description') !== '' && <p>{inWords(indicator, 'description')}</p>}
      <dl class="facts">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact === '' || fact === undefined ? <span class="quiet">{words.none}</span> : fact}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const useFacts = (indicator: Indicator): readonly (readonly [string, string | undefined])[] => {
  const { nameOf: nameOfMember, department, theme, store } = useModel()
  const { look } = useWorld()
  const words = q().definition
  const caf = indicator.caf === undefined ? undefined : cafSubcriterion(indicator.caf)
  const where = indicator.departments.flatMap((key) => department.value.get(key) ?? [])
  const what = indicator.theme === undefined ? undefined : theme.value.get(indicator.theme)
  const why = look.objectives.value.find(({ key }) => key === indicator.objective)
  const isFraction = indicator.data === 'proportion' || indicator.data === 'rate'
  const basis = [
    indicator.targetBasis && words.bases[indicator.targetBasis],
    inWords(indicator, 'targetNote'),
  ].filter(Boolean)
  const optional = (term: string, fact: string | undefined): (readonly [string, string])[] =>
    fact === undefined || fact === '' ? [] : [[term, fact]]
  return [
    [words.formula, inWords(indicator, 'formula')],
    ...(isFraction
      ? ([
          [words.numerator, inWords(indicator, 'numerator')],
          [words.denominator, inWords(indicator, 'denominator')],
        ] as const)
      : []),
    [words.target, targetWords(indicator)],
    ...optional(words.basis, basis.join(': ')),
    [words.direction, words.directions[indicator.direction]],
    [words.owner, indicator.owner === undefined ? words.noOwner : nameOfMember(indicator.owner)],
    [words.departments, where.length > 0 ? listOf(where.map(nameOf)) : words.noDepartments],
    [
      words.rhythm,
      [t().rhythms[indicator.rhythm], indicator.every && indicator.every > 1 && words.every(indicator.every)]
        .filter(Boolean)
        .join(', '),
    ],
    [words.moment, words.moments(indicator.moment)],
    [words.source, [indicator.source, words.sources[indicator.sourceKind]].filter(Boolean).join(', ')],
    [words.chart, q().charts[indicator.chart]],
    [
      words.rules,
      indicator.rules.length > 0 ? listOf(indicator.rules.map((rule) => q().rules[rule])) : words.leanRules,
    ],
    ...optional(words.theme, what && nameOf(what)),
    ...optional(words.caf, caf && `${caf.code} ${inLanguage(caf.name, caf.nameEn)}`),
    ...optional(words.perspective, indicator.perspective && q().perspectives[indicator.perspective]),
    ...optional(words.objective, why && `${why.code} ${inWords(why, 'name')}`.trim()),
    ...optional(words.categories, indicator.categories.length > 0 ? listOf(indicator.categories) : undefined),
    ...optional(words.risks, indicator.risks.length > 0 ? listOf(indicator.risks) : undefined),
    ...optional(words.since, indicator.since && dayWords(indicator.since, store.today.value)),
    ...optional(words.until, indicator.until && dayWords(indicator.until, store.today.value)),
    ...optional(words.library, indicator.library && words.libraryOf(indicator.library.id)),
  ]
}
