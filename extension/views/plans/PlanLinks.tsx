/** What a plan works on: indicators with their picture and whether it helped, controls, objectives; and choosing them. */
import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { chartProgress, type PlanLine } from '../../../shared/queries/plans'
import { rowOf } from '../../../shared/queries/scorecard'
import { type Series, seriesOf } from '../../../shared/queries/series'
import { totalOf } from '../../../shared/queries/total'
import type { Quality } from '../../state/quality-types'
import { inLanguage, t, titleOf } from '../../text'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import { m } from '../measures/say'
import { placeWords } from '../measures/words'
import { AssuranceTag, VariationTag } from '../quality/Judgement'
import { indicatorHref } from '../quality/route'
import { SmallPicture } from '../quality/SmallPicture'
import { figureWords, helpedWords } from '../quality/words'
import { linkOf } from '../work/links'
import { useQuality, useWork } from '../work/world'
import '../quality/quality.css'
import { p, planProblemWords } from './say'

export const PlanLinks = ({ plan, mayWrite }: { readonly plan: PlanLine; readonly mayWrite: boolean }) => {
  const model = useModel()
  const work = useWork()
  const quality = useQuality()
  const isChoosing = useSignal(false)
  const words = p().links
  const others = plan.links
    .filter((about) => !about.startsWith('indicator:'))
    .map((about) => linkOf(about, { model, ground: work.ground.value, quality }, plan.room))
  const hasIndicators = plan.links.some((about) => about.startsWith('indicator:'))
  return (
    <section class="panel plan-links" aria-labelledby="links-title">
      <div class="panel-head">
        <h2 id="links-title">{words.title}</h2>
        {mayWrite && (
          <Button
            onClick={() => {
              isChoosing.value = true
            }}
          >
            <Icon name="link" />
            {words.edit}
          </Button>
        )}
      </div>
      {plan.links.length === 0 && <EmptyState title={words.none}>{mayWrite && words.noneNext}</EmptyState>}
      {hasIndicators &&
        (quality?.ready.value ? (
          <Charts plan={plan} quality={quality} />
        ) : (
          <p class="quiet">{words.reading}</p>
        ))}
      {others.length > 0 && (
        <ul class="link-list">
          {others.map(({ about, kind, title, href }) => (
            <li key={about}>
              <span class="eyebrow">{m().links[kind] ?? kind}</span>
              {href ? <a href={href}>{title}</a> : <span>{title ?? m().links.unknown}</span>}
            </li>
          ))}
        </ul>
      )}
      {isChoosing.value && (
        <ChooseLinks
          plan={plan}
          quality={quality}
          onClose={() => {
            isChoosing.value = false
          }}
        />
      )}
    </section>
  )
}

/** Of an indicator: the departments of the plan, or all of them together where they can be added up. */
const seriesFor = (plan: PlanLine, quality: Quality): Series[] => {
  const ground = quality.ground.value
  return quality.indicators.value
    .filter(({ about }) => plan.links.includes(about))
    .flatMap((indicator) => {
      const allowed = indicator.departments.filter((key) => quality.departments.value.includes(key))
      const own = allowed.filter((key) => plan.departments.includes(key))
      if (own.length > 0) return own.map((key) => seriesOf(indicator, key, ground))
      const parts = allowed.map((key) => seriesOf(indicator, key, ground))
      const total = parts.length === indicator.departments.length ? totalOf(indicator, parts) : undefined
      return total ? [total] : parts
    })
}

const Charts = ({ plan, quality }: { readonly plan: PlanLine; readonly quality: Quality }) => {
  const model = useModel()
  const ground = quality.ground.value
  const shown = useMemo(
    () => chartProgress(plan, seriesFor(plan, quality)),
    [plan.links.join(), plan.departments.join(), ground, quality],
  )
  return (
    <ul class="plan-charts quality">
      {shown.map(({ series, comparison }) => {
        const row = rowOf(series, ground.today)
        const { indicator, department } = series
        const [answer, ...rest] = comparison ? helpedWords(comparison, series) : []
        return (
          <li key={`${indicator.key} ${department ?? ''}`}>
            <p>
              <a href={indicatorHref(indicator.key, department)}>
                {inLanguage(indicator.name, indicator.nameEn)}
              </a>
              {department !== undefined && (
                <span class="quiet measure-place">{placeWords(department, model)}</span>
              )}
            </p>
            <div class="plan-chart">
              <SmallPicture row={row} />
              <strong>{figureWords(indicator, row.value)}</strong>
            </div>
            {row.period !== undefined && (
              <p class="plan-judgements">
                <VariationTag variation={row.variation} />
                <AssuranceTag assurance={row.assurance} />
              </p>
            )}
            <p class="plan-helped">
              <span class="eyebrow">{p().links.helped}</span>
              {answer ? (
                <>
                  <strong>{answer}</strong> <span class="quiet">{rest[0]}</span>
                </>
              ) : (
                <span class="quiet">{p().links.helpedNone}</span>
              )}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

const ChooseLinks = ({
  plan,
  quality,
  onClose,
}: {
  readonly plan: PlanLine
  readonly quality: Quality | undefined
  readonly onClose: () => void
}) => {
  const { store, toast } = useModel()
  const work = useWork()
  const chosen = useSignal<readonly string[]>(plan.links)
  const search = useSignal('')
  const problem = useSignal<string | undefined>(undefined)
  const words = p().links
  const groups = [
    [
      words.indicators,
      (quality?.indicators.value ?? []).map(
        (each) => [each.about, inLanguage(each.name, each.nameEn)] as const,
      ),
    ],
    [
      words.objectives,
      (quality?.objectives.value ?? []).map(
        (each) => [each.about, `${each.code} ${inLanguage(each.name, each.nameEn)}`.trim()] as const,
      ),
    ],
    [words.controls, store.controls.value.map((each) => [each.about, titleOf(each)] as const)],
  ] as const
  const wanted = search.value.trim().toLowerCase()
  const save = (): void => {
    problem.value = work.changePlan(plan, { links: chosen.value })
    if (problem.value) return
    toast.value = { text: p().page.saved(plan.title), undo: () => void work.undo() }
    onClose()
  }
  return (
    <Dialog title={words.edit} closeLabel={t().app.close} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <input
          class="input"
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={search.value}
          onInput={({ currentTarget }) => {
            search.value = currentTarget.value
          }}
        />
        {groups.map(([title, options]) => {
          const shown = options.filter(
            ([about, name]) => chosen.value.includes(about) || name.toLowerCase().includes(wanted),
          )
          return (
            <fieldset key={title} class="pick">
              <legend>{title}</legend>
              <ul class="link-picks">
                {shown.map(([about, name]) => (
                  <li key={about}>
                    <label>
                      <input
                        type="checkbox"
                        checked={chosen.value.includes(about)}
                        onChange={({ currentTarget }) => {
                          chosen.value = currentTarget.checked
                            ? [...chosen.value, about]
                            : chosen.value.filter((each) => each !== about)
                        }}
                      />
                      <span>{name}</span>
                    </label>
                  </li>
                ))}
              </ul>
            </fieldset>
          )
        })}
        {problem.value && <p class="field-error">{planProblemWords(problem.value)}</p>}
        <div class="form-foot">
          <Button onClick={onClose}>{t().app.cancel}</Button>
          <Button type="submit" look="primary">
            {t().app.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
