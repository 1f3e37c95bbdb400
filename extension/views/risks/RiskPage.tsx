/** One risk: why it is there, what it scores before and after control, what is done about it, and what holds it back. */
import { useSignal } from '@preact/signals'
import { useState } from 'preact/hooks'
import type { Control } from '../../../shared/kinds/control'
import { IMPACTS, type Rating, riskAbout } from '../../../shared/kinds/risk'
import { type RiskLine, type Working, workingOf } from '../../../shared/queries/risks'
import type { Check } from '../../../shared/queries/schedule'
import type { Json } from '../../../shared/statement'
import { nameOf, t, titleOf } from '../../text'
import { dayWords, momentWords, periodWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { IconMark, type Mark } from '../../ui/IconMark'
import { Notice } from '../../ui/Notice'
import { useModel } from '../dashboard/context'
import type { Model } from '../dashboard/model'
import { hrefOf } from '../dashboard/route'
import { AboutWork } from '../work/AboutWork'
import { Fold, SayForm } from '../work/fields'
import { linkOf } from '../work/links'
import { useWork } from '../work/world'
import { SmallMap } from './HeatMap'
import { Acceptance, ScoreTag } from './parts'
import { RateDialog, RiskDialog } from './RiskDialog'
import { ALL_RISKS, risksHref } from './route'
import { k, riskProblemWords } from './say'
import { TreatDialog } from './TreatDialog'
import { impactWords, likelihoodWords, meaningOf, riskPlace, riskValueWords } from './words'
import { useRisks } from './world'

type Open = 'edit' | 'rate' | 'treat' | 'controls'

export const RiskPage = ({ risk }: { readonly risk: string }) => {
  const { router } = useModel()
  const about = riskAbout(risk)
  const line = useRisks().find((each) => each.about === about)
  const words = k()
  return (
    <div class="page risk-page">
      <p>
        <a href={risksHref(ALL_RISKS)}>← {words.page.back}</a>
      </p>
      {line ? (
        <Found line={line} />
      ) : (
        <>
          <h1>{words.page.unknown}</h1>
          <EmptyState title={words.page.unknown}>
            <p>{words.page.unknownNext}</p>
            <Button onClick={() => router.go(ALL_RISKS)}>{words.page.back}</Button>
          </EmptyState>
        </>
      )}
    </div>
  )
}

/** Says what was done, with the way back; or gives the sentence about why it was not. */
const useSaid = () => {
  const { toast } = useModel()
  const work = useWork()
  return (objection: string | undefined, text: string): string | undefined => {
    if (objection !== undefined) return riskProblemWords(objection)
    toast.value = { text, undo: () => void work.undo() }
    return undefined
  }
}

const Found = ({ line }: { readonly line: RiskLine }) => {
  const model = useModel()
  const work = useWork()
  const open = useSignal<Open | undefined>(undefined)
  const mayWrite = work.mayWriteIn(line.room)
  const words = k()
  const close = (): void => {
    open.value = undefined
  }
  const show = (which: Open) => (): void => {
    open.value = which
  }
  return (
    <>
      <header class="page-head">
        <div>
          <p class="eyebrow">{riskPlace(line.department, model)}</p>
          <h1>{line.title}</h1>
          <p class="risk-tags">
            {line.state === 'closed' ? (
              <span class="quiet">
                {words.closed}
                {line.reason !== '' && `: ${line.reason}`}
              </span>
            ) : (
              <ScoreTag score={line.residualScore ?? line.inherentScore} />
            )}
            {line.state === 'open' && <Acceptance line={line} />}
          </p>
        </div>
        {mayWrite && (
          <div class="page-verbs">
            <Button onClick={show('edit')}>
              <Icon name="edit" />
              {words.page.edit}
            </Button>
            <Button look="primary" onClick={show('rate')}>
              {words.page.rate}
            </Button>
          </div>
        )}
      </header>
      {!mayWrite && <p class="quiet">{words.page.mayNot}</p>}
      {line.isAbove && <Notice tone="warning" title={words.above} />}
      {line.state === 'open' && line.accepted === 'over' && (
        <Notice tone="warning" title={words.overNext}>
          <Acceptance line={line} />
        </Notice>
      )}
      {mayWrite && line.clashes.map((field) => <Clash key={field} line={line} field={field} />)}
      <div class="columns">
        <div class="stack">
          <Why line={line} />
          <Ratings line={line} />
          <Treatment line={line} onTreat={mayWrite ? show('treat') : undefined} />
          {mayWrite && <Acts line={line} />}
        </div>
        <div class="stack">
          <Controls line={line} onChoose={work.mayWriteIn('org') ? show('controls') : undefined} />
          <Findings line={line} />
          <AboutWork
            place={line.about}
            subject={line.about}
            department={undefined}
            prefill={mayWrite ? { origin: line.about, ...departmentOf(line) } : undefined}
            isAlways
            isPanel
          />
          <History line={line} />
        </div>
      </div>
      {open.value === 'edit' && <RiskDialog line={line} onClose={close} />}
      {open.value === 'rate' && <RateDialog line={line} onClose={close} />}
      {open.value === 'treat' && <TreatDialog line={line} onClose={close} />}
      {open.value === 'controls' && <ControlsDialog line={line} onClose={close} />}
    </>
  )
}

const departmentOf = ({ department }: RiskLine) => (department === undefined ? {} : { department })

const Why = ({ line }: { readonly line: RiskLine }) => {
  const model = useModel()
  const words = k()
  const theme = model.theme.value.get(line.theme)
  const goal = theme?.goals.find(({ code }) => code === line.goal)
  const today = model.store.today.value
  return (
    <section class="panel" aria-labelledby="why-title">
      <h2 id="why-title">{words.page.why}</h2>
      {line.cause === '' && line.consequence === '' && <p class="quiet">{words.page.noWhy}</p>}
      <dl class="check-facts">
        {line.cause !== '' && (
          <>
            <dt>{words.columns.cause}</dt>
            <dd>{line.cause}</dd>
          </>
        )}
        {line.consequence !== '' && (
          <>
            <dt>{words.columns.consequence}</dt>
            <dd>{line.consequence}</dd>
          </>
        )}
        {theme && (
          <>
            <dt>{words.columns.theme}</dt>
            <dd>{nameOf(theme)}</dd>
          </>
        )}
        {goal && (
          <>
            <dt>{words.columns.goal}</dt>
            <dd>
              {goal.code} {nameOf(goal)}
            </dd>
          </>
        )}
        <dt>{words.columns.owner}</dt>
        <dd>{line.owner ? model.nameOf(line.owner) : words.nobody}</dd>
        <dt>{words.columns.reviewed}</dt>
        <dd>{line.reviewedOn ? dayWords(line.reviewedOn, today) : words.page.neverReviewed}</dd>
      </dl>
    </section>
  )
}

const Ratings = ({ line }: { readonly line: RiskLine }) => {
  const words = k()
  if (!line.inherentScore)
    return (
      <section class="panel" aria-labelledby="ratings-title">
        <h2 id="ratings-title">{words.page.ratings}</h2>
        <p class="quiet">{words.notRated}</p>
      </section>
    )
  const cell = (rating: Rating | undefined, impact: (typeof IMPACTS)[number]) => {
    const value = rating?.impacts[impact]
    return value === undefined ? (
      <span class="quiet">–</span>
    ) : (
      <>
        {impactWords(value)}
        <span class="quiet">{meaningOf(impact, value)}</span>
      </>
    )
  }
  return (
    <section class="panel" aria-labelledby="ratings-title">
      <h2 id="ratings-title">{words.page.ratings}</h2>
      <div class="rating-columns">
        <SmallMap line={line} />
        <table class="table rating-table">
          <thead>
            <tr>
              <td />
              <th scope="col">{words.columns.inherent}</th>
              <th scope="col">{words.columns.residual}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{words.columns.likelihood}</th>
              <td>{line.inherent && likelihoodWords(line.inherent.likelihood)}</td>
              <td>
                {line.residual ? (
                  likelihoodWords(line.residual.likelihood)
                ) : (
                  <span class="quiet">{words.notRatedYet}</span>
                )}
              </td>
            </tr>
            {IMPACTS.map((impact) => (
              <tr key={impact}>
                <th scope="row">{words.impacts[impact]}</th>
                <td>{cell(line.inherent, impact)}</td>
                <td>{cell(line.residual, impact)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.columns.band}</th>
              <td>
                <ScoreTag score={line.inherentScore} />
              </td>
              <td>{line.residualScore && <ScoreTag score={line.residualScore} />}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  )
}

const Treatment = ({
  line,
  onTreat,
}: {
  readonly line: RiskLine
  readonly onTreat: (() => void) | undefined
}) => {
  const { nameOf: personOf } = useModel()
  const words = k()
  return (
    <section class="panel" aria-labelledby="treatment-title">
      <div class="panel-head">
        <h2 id="treatment-title">{words.page.treatment}</h2>
        {onTreat && <Button onClick={onTreat}>{words.page.treat}</Button>}
      </div>
      {line.treatment ? (
        <>
          <p>
            <strong>{words.treatments[line.treatment]}.</strong>{' '}
            <span class="quiet">{words.treatmentHints[line.treatment]}</span>
          </p>
          {line.treatmentNote !== '' && <blockquote class="note">{line.treatmentNote}</blockquote>}
          {line.accepted !== 'no' && (
            <p>
              <Acceptance line={line} />
              {line.acceptedBy && <span class="quiet"> · {words.acceptedBy(personOf(line.acceptedBy))}</span>}
            </p>
          )}
        </>
      ) : (
        <p class="quiet">{words.noTreatment}</p>
      )}
    </section>
  )
}

const Acts = ({ line }: { readonly line: RiskLine }) => {
  const { router } = useModel()
  const work = useWork()
  const said = useSaid()
  const words = k().page
  const isOpen = line.state === 'open'
  return (
    <div class="step-list">
      {isOpen && (
        <Button onClick={() => said(work.reviewRisk(line), words.reviewed(line.title))}>
          {words.review}
        </Button>
      )}
      <Fold title={isOpen ? words.close : words.reopen}>
        {(close) => (
          <SayForm
            label={isOpen ? words.closeReason : words.reopenReason}
            button={words.confirm}
            onSave={(reason) => {
              const problem = isOpen
                ? said(work.closeRisk(line, reason), words.closedNow(line.title))
                : said(work.reopenRisk(line, reason), words.reopened(line.title))
              if (problem === undefined) close()
              return problem
            }}
          />
        )}
      </Fold>
      <Button
        look="plain"
        onClick={() => {
          if (said(work.removeRisk(line), words.removed(line.title)) === undefined) router.go(ALL_RISKS)
        }}
      >
        <Icon name="trash" />
        {words.remove}
      </Button>
    </div>
  )
}

const SIGNS: Readonly<Record<Working, Mark>> = {
  working: 'in-order',
  failing: 'not-in-order',
  unknown: 'open',
}

const Controls = ({
  line,
  onChoose,
}: {
  readonly line: RiskLine
  readonly onChoose: (() => void) | undefined
}) => {
  const { store } = useModel()
  const words = k()
  return (
    <section class="panel" aria-labelledby="controls-title">
      <div class="panel-head">
        <h2 id="controls-title">{words.page.controls}</h2>
        {onChoose && (
          <Button onClick={onChoose}>
            <Icon name="link" />
            {words.page.chooseControls}
          </Button>
        )}
      </div>
      {line.controls.length === 0 ? (
        <p class="quiet">
          {words.page.noControls} {words.page.noControlsNext}
        </p>
      ) : (
        <ul class="plain-list control-list">
          {line.controls.map((control) => (
            <CoveringControl key={control.key} line={line} control={control} checks={store.checks.value} />
          ))}
        </ul>
      )}
    </section>
  )
}

const CoveringControl = ({
  line,
  control,
  checks,
}: {
  readonly line: RiskLine
  readonly control: Control
  readonly checks: readonly Check[]
}) => {
  const model = useModel()
  const work = useWork()
  const words = k()
  const working = workingOf(control, checks, line.department)
  const last = checks.findLast(
    (check) =>
      check.control.key === control.key &&
      (line.department === undefined || check.department === line.department) &&
      (check.state === 'done' || check.state === 'late'),
  )
  const { href } = linkOf(control.about, { model, ground: work.ground.value, quality: undefined })
  return (
    <li class="covering">
      <span class={`working working-${working}`}>
        <IconMark mark={SIGNS[working]} size="1.1em" />
        {words.working[working]}
      </span>
      <span>
        {href ? <a href={href}>{titleOf(control)}</a> : titleOf(control)}
        <span class="quiet">
          {words.workingWhy[working]}
          {last && (
            <>
              {' '}
              <a href={hrefOf({ sheet: 'check', room: last.room, about: last.about })}>
                {periodWords(last.period)}
              </a>
            </>
          )}
        </span>
      </span>
    </li>
  )
}

const Findings = ({ line }: { readonly line: RiskLine }) => {
  const model = useModel()
  const work = useWork()
  const words = k().page
  return (
    <section class="panel" aria-labelledby="findings-title">
      <h2 id="findings-title">{words.findings}</h2>
      {line.findings.length === 0 ? (
        <p class="quiet">{words.noFindings}</p>
      ) : (
        <ul class="plain-list control-list">
          {line.findings.map((finding) => {
            const { href } = linkOf(
              finding.about,
              { model, ground: work.ground.value, quality: undefined },
              finding.room,
            )
            return (
              <li key={`${finding.room} ${finding.about}`}>
                {href ? <a href={href}>{finding.title}</a> : finding.title}
                <span class="quiet">
                  {[
                    riskPlace(finding.department, model),
                    finding.found && dayWords(finding.found, model.store.today.value),
                    finding.state === 'closed' ? k().closed : k().open,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

const ControlsDialog = ({ line, onClose }: { readonly line: RiskLine; readonly onClose: () => void }) => {
  const { store } = useModel()
  const work = useWork()
  const said = useSaid()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>(line.controls.map(({ key }) => key))
  const [problem, setProblem] = useState<string | undefined>()
  const words = k().page
  const wanted = search.trim().toLowerCase()
  const possible = store.controls.value.filter(
    (control) =>
      chosen.includes(control.key) ||
      ((line.department === undefined || control.departments.includes(line.department)) &&
        titleOf(control).toLowerCase().includes(wanted)),
  )
  return (
    <Dialog wide title={words.chooseControls} closeLabel={t().app.close} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          const objection = said(work.coverRisk(line, chosen), words.controlsSaved(chosen.length))
          setProblem(objection)
          if (!objection) onClose()
        }}
      >
        <input
          class="input"
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={search}
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        <fieldset class="pick">
          <legend>{words.controls}</legend>
          {possible.length === 0 && <p class="quiet">{words.noMatch}</p>}
          <ul class="link-picks">
            {possible.map((control) => (
              <li key={control.key}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.includes(control.key)}
                    onChange={({ currentTarget }) =>
                      setChosen(
                        currentTarget.checked
                          ? [...chosen, control.key]
                          : chosen.filter((key) => key !== control.key),
                      )
                    }
                  />
                  <span>{titleOf(control)}</span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        {problem && (
          <p class="field-error" role="alert">
            {problem}
          </p>
        )}
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

/** What people said of one field while apart: one of it is chosen. */
const Clash = ({ line, field }: { readonly line: RiskLine; readonly field: string }) => {
  const model = useModel()
  const work = useWork()
  const said = useSaid()
  const problem = useSignal<string | undefined>(undefined)
  const heads = line.folded.fields.get(field)?.heads ?? []
  const words = k().page
  const choose = (set: Readonly<Record<string, Json>>): void => {
    const value = set[field] ?? null
    const objection =
      field === 'inherent' || field === 'residual'
        ? work.rateRisk(line, { [field]: value as unknown as Rating })
        : field === 'treatment' || field === 'treatmentNote' || field === 'acceptedUntil'
          ? work.treatRisk(line, {
              treatment: (set.treatment ?? line.treatment) as NonNullable<RiskLine['treatment']>,
              note: String(set.treatmentNote ?? line.treatmentNote),
              acceptedUntil: (set.acceptedUntil as string | undefined) ?? line.acceptedUntil,
            })
          : field === 'state'
            ? value === 'closed'
              ? work.closeRisk(line, String(set.reason ?? words.clash))
              : work.reopenRisk(line, String(set.reason ?? words.clash))
            : work.changeRisk(line, { [field]: value })
    problem.value = said(objection, words.settled)
  }
  return (
    <section class="clash">
      <h2>
        {words.clash}: {words.fields[field] ?? field}
      </h2>
      <p>{words.clashNext}</p>
      <ul>
        {heads.map(({ id, set, by, at }) => (
          <li key={id} class="clash-head">
            <p class="clash-who">
              <strong>{riskValueWords(field, set[field] ?? null, model)}</strong>
              <span class="quiet">{words.historyEntry(model.nameOf(by), momentWords(at))}</span>
            </p>
            <Button onClick={() => choose(set)}>
              {words.choose}: {riskValueWords(field, set[field] ?? null, model)}
            </Button>
          </li>
        ))}
      </ul>
      {problem.value && (
        <p class="field-error" role="alert">
          {problem.value}
        </p>
      )}
    </section>
  )
}

const HIDDEN: ReadonlySet<string> = new Set(['department', 'acceptedBy'])

const History = ({ line }: { readonly line: RiskLine }) => {
  const model = useModel()
  const entries = useWork().history(line).toReversed()
  return (
    <details class="panel work-history">
      <summary>{k().page.history}</summary>
      <ol>
        {entries.map(({ id, by, at, changes }) => (
          <li key={id}>
            <p>
              <strong>{model.nameOf(by)}</strong> <span class="quiet">{momentWords(at)}</span>
            </p>
            <ul>
              {changes
                .filter(({ field, after }) => !HIDDEN.has(field) && !(field === 'gone' && after !== true))
                .map((change) => (
                  <Changed key={change.field} change={change} model={model} />
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  )
}

const Changed = ({
  change: { field, before, after },
  model,
}: {
  readonly change: { readonly field: string; readonly before: Json; readonly after: Json }
  readonly model: Model
}) => (
  <li>
    {k().page.fields[field] ?? field}
    {field !== 'gone' && (
      <>
        : {before !== null && <del>{riskValueWords(field, before, model)}</del>}{' '}
        {riskValueWords(field, after, model)}
      </>
    )}
  </li>
)
