/** How likely, and how bad in each of the five respects, with what each degree means; the score follows at once. */
import { IMPACTS, type Impact, type Rating } from '../../../shared/kinds/risk'
import { IMPACT_LEVELS, LIKELIHOODS } from '../../../shared/libraries/risk-matrix'
import { scoreOf } from '../../../shared/queries/risks'
import { inLanguage } from '../../text'
import { Choice } from '../work/fields'
import { ScoreTag } from './parts'
import { k } from './say'
import { impactWords, likelihoodWords, meaningOf } from './words'

/** As a form has it: "" is nothing chosen. */
export type RatingForm = { readonly likelihood: string } & Readonly<Record<Impact, string>>

export const formOfRating = (rating: Rating | undefined): RatingForm => ({
  likelihood: String(rating?.likelihood ?? ''),
  ...(Object.fromEntries(IMPACTS.map((each) => [each, String(rating?.impacts[each] ?? '')])) as Record<
    Impact,
    string
  >),
})

/** Nothing as long as no likelihood and no impact were chosen. */
export const ratingOfForm = (form: RatingForm): Rating | undefined => {
  const impacts: Partial<Record<Impact, number>> = {}
  for (const impact of IMPACTS) if (form[impact] !== '') impacts[impact] = Number(form[impact])
  if (form.likelihood === '' || Object.keys(impacts).length === 0) return undefined
  return { likelihood: Number(form.likelihood), impacts }
}

/** Something was chosen, and not enough for a score. */
export const isHalf = (form: RatingForm): boolean =>
  ratingOfForm(form) === undefined && Object.values(form).some((value) => value !== '')

export const RatingFields = ({
  title,
  hint,
  form,
  error,
  onChange,
}: {
  readonly title: string
  readonly hint: string
  readonly form: RatingForm
  readonly error?: string | undefined
  readonly onChange: (form: RatingForm) => void
}) => {
  const words = k()
  const score = scoreOf(ratingOfForm(form))
  return (
    <fieldset class="rating-fields">
      <legend>{title}</legend>
      <p class="field-hint">{hint}</p>
      <div class="rating-grid">
        <Choice
          label={words.rating.likelihood}
          value={form.likelihood}
          options={[
            ['', words.notRated],
            ...LIKELIHOODS.map(
              ({ value, meaning, meaningEn }) =>
                [String(value), `${likelihoodWords(value)}: ${inLanguage(meaning, meaningEn)}`] as const,
            ),
          ]}
          onChoose={(likelihood) => onChange({ ...form, likelihood })}
        />
        {IMPACTS.map((impact) => (
          <Choice
            key={impact}
            label={`${words.rating.impactOf} ${words.impacts[impact].toLowerCase()}`}
            value={form[impact]}
            options={[
              ['', words.rating.notThought],
              ...IMPACT_LEVELS.map(
                ({ value }) => [String(value), `${impactWords(value)}: ${meaningOf(impact, value)}`] as const,
              ),
            ]}
            onChoose={(value) => onChange({ ...form, [impact]: value })}
          />
        ))}
      </div>
      <p class="rating-result" role="status">
        {score ? (
          <>
            <ScoreTag score={score} />{' '}
            <span class="quiet">
              {words.rating.worst(score.worst.map((each) => words.impacts[each]).join(', '))}
            </span>
          </>
        ) : (
          <span class="quiet">{words.rating.none}</span>
        )}
      </p>
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
