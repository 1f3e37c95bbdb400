/** Where register and library do not meet: risks without a control, or without one that works, and controls without a risk. */
import { useMemo } from 'preact/hooks'
import type { Control } from '../../../shared/kinds/control'
import { coverageOf, type RiskLine } from '../../../shared/queries/risks'
import { nameOf, titleOf } from '../../text'
import { EmptyState } from '../../ui/EmptyState'
import { useModel } from '../dashboard/context'
import { Filter } from '../work/fields'
import { linkOf } from '../work/links'
import { seesAll } from '../work/sees-all'
import { useWork } from '../work/world'
import { isInPlace, WHOLE } from './arrange'
import { RiskItem } from './parts'
import type { RisksPage } from './route'
import { k } from './say'
import { riskPlace } from './words'
import { useRisks } from './world'

export const Coverage = ({ page }: { readonly page: RisksPage & { readonly section: 'coverage' } }) => {
  const model = useModel()
  const { router, store } = model
  const work = useWork()
  const all = useRisks()
  const { department } = page
  const checks = store.checks.value
  const controls = store.controls.value
  const today = store.today.value
  const own = all.filter(isInPlace(department))
  const seen = seesAll(store, work) ? undefined : work.departments.value
  const found = useMemo(
    () => coverageOf(all, controls, checks, today, seen),
    [all, controls, checks, today, seen],
  )
  const here = isInPlace(department)
  const withoutControl = found.withoutControl.filter(here)
  const withoutWorking = found.withoutWorkingControl.filter(here)
  const withoutRisk = found.controlsWithoutRisk.filter(
    ({ departments }) =>
      department === undefined || (department !== WHOLE && departments.includes(department)),
  )
  const open = own.filter(({ state }) => state === 'open').length
  const words = k()
  return (
    <div class="page coverage">
      <header class="page-head">
        <div>
          <h1>{words.tabs.coverage}</h1>
          <p class="quiet">{words.coverage.intro}</p>
        </div>
      </header>
      <search class="work-filters">
        <Filter
          label={words.filters.department}
          value={department ?? ''}
          options={[
            ['', words.filters.everywhere],
            ...(work.seesTeam.value ? [[WHOLE, words.whole] as const] : []),
            ...work.departments.value.map((key) => [key, riskPlace(key, model)] as const),
          ]}
          onChoose={(next) => router.swap({ ...page, department: next || undefined })}
        />
      </search>
      {all.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyNext}</EmptyState>
      ) : (
        <p role="status">
          {words.coverage.figures({
            open,
            covered: open - withoutControl.length,
            working: open - withoutControl.length - withoutWorking.length,
          })}
        </p>
      )}
      <div class="columns">
        <div class="stack">
          <Part
            title={words.coverage.withoutControl}
            none={words.coverage.withoutControlNone}
            lines={withoutControl}
          />
          <Part
            title={words.coverage.withoutWorking}
            hint={words.coverage.withoutWorkingHint}
            none={words.coverage.withoutWorkingNone}
            lines={withoutWorking}
          />
        </div>
        <section class="panel" aria-labelledby="without-risk">
          <h2 id="without-risk">
            {words.coverage.withoutRisk} <span class="group-count">{withoutRisk.length}</span>
          </h2>
          {withoutRisk.length === 0 ? (
            <p class="quiet">{words.coverage.withoutRiskNone}</p>
          ) : (
            <>
              <p class="quiet">{words.coverage.withoutRiskHint(work.mayWriteIn('org'))}</p>
              <ul class="plain-list control-list">
                {withoutRisk.map((control) => (
                  <ControlItem key={control.key} control={control} />
                ))}
              </ul>
            </>
          )}
        </section>
      </div>
    </div>
  )
}

const Part = ({
  title,
  hint,
  none,
  lines,
}: {
  readonly title: string
  readonly hint?: string
  readonly none: string
  readonly lines: readonly RiskLine[]
}) => (
  <section class="panel" aria-label={title}>
    <h2>
      {title} <span class="group-count">{lines.length}</span>
    </h2>
    {lines.length === 0 ? (
      <p class="quiet">{none}</p>
    ) : (
      <>
        {hint && <p class="quiet">{hint}</p>}
        <ul class="plain-list">
          {lines.map((line) => (
            <RiskItem key={`${line.room} ${line.about}`} line={line} />
          ))}
        </ul>
      </>
    )}
  </section>
)

const ControlItem = ({ control }: { readonly control: Control }) => {
  const model = useModel()
  const work = useWork()
  const { href } = linkOf(control.about, { model, ground: work.ground.value, quality: undefined })
  const theme = model.theme.value.get(control.theme)
  return (
    <li>
      {href ? <a href={href}>{titleOf(control)}</a> : titleOf(control)}
      <span class="quiet">
        {[theme && nameOf(theme), k().coverage.rhythm(control.departments.length)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  )
}
