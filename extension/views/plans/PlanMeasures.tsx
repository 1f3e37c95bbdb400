/** The measures of a plan as lines: added where they are listed, stepped, moved; the same records that show elsewhere. */
import { useSignal } from '@preact/signals'
import { STEPS } from '../../../shared/commands/measures'
import type { Status } from '../../../shared/kinds/measure'
import { type MeasureLine, measuresOf } from '../../../shared/queries/measures'
import type { PlanLine } from '../../../shared/queries/plans'
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { Menu, type MenuItem } from '../../ui/Menu'
import { useModel } from '../dashboard/context'
import { MeasureDialog } from '../measures/MeasureDialog'
import { Due, MeasureTitle, StatusTag } from '../measures/parts'
import { MoveForm } from '../measures/Sheet'
import { m, problemWords } from '../measures/say'
import { isEnded } from '../measures/words'
import { useFormDraft } from '../quality/form-draft'
import { useWork } from '../work/world'
import { p } from './say'

export const PlanMeasures = ({ plan, mayWrite }: { readonly plan: PlanLine; readonly mayWrite: boolean }) => {
  const words = p().measures
  const moving = useSignal<MeasureLine | undefined>(undefined)
  return (
    <section class="panel plan-measures" aria-labelledby="plan-measures">
      <h2 id="plan-measures">{words.title}</h2>
      {plan.measures.length === 0 ? (
        mayWrite ? (
          <EmptyState title={words.none}>{words.noneNext}</EmptyState>
        ) : (
          <p class="quiet">{words.noneRead}</p>
        )
      ) : (
        <ul class="measure-lines">
          {plan.measures.map((line) => (
            <Line
              key={`${line.room} ${line.about}`}
              line={line}
              onMove={() => {
                moving.value = line
              }}
            />
          ))}
        </ul>
      )}
      {mayWrite && plan.state === 'open' && <Add plan={plan} />}
      {moving.value && (
        <Dialog
          title={moving.value.due === undefined ? m().sheet.firstDay : m().sheet.move}
          closeLabel={t().app.close}
          onClose={() => {
            moving.value = undefined
          }}
        >
          <p class="quiet">{moving.value.title}</p>
          <MoveForm
            line={moving.value}
            onDone={() => {
              moving.value = undefined
            }}
          />
        </Dialog>
      )}
    </section>
  )
}

/** What needs no words, from here; the rest is said where the measure is open. */
const DIRECT: ReadonlySet<Status> = new Set(['planned', 'running', 'done'])

const Line = ({ line, onMove }: { readonly line: MeasureLine; readonly onMove: () => void }) => {
  const { nameOf, router, toast } = useModel()
  const work = useWork()
  const step = (to: Status): void => {
    const objection = work.stepMeasure(line, { to })
    toast.value = objection
      ? { text: problemWords(objection), undo: undefined }
      : { text: m().sheet.stepped(line.title, m().statuses[to]), undo: () => void work.undo() }
  }
  const open: MenuItem = {
    icon: 'right',
    label: m().popup.openShort,
    onChoose: () => router.go({ sheet: 'measure', measure: line.key }),
  }
  const steps = STEPS[line.status].filter((to) => DIRECT.has(to) && !isEnded(line))
  const items: readonly MenuItem[] = [
    ...steps.map(
      (to): MenuItem => ({
        icon: STEP_ICONS[to] ?? 'right',
        label: m().sheet.verbs[to],
        onChoose: () => step(to),
      }),
    ),
    open,
  ]
  return (
    <li class="measure-line">
      <StatusTag shown={line.shown} />
      <MeasureTitle line={line} />
      <span class="measure-meta">
        {line.owner ? <span>{nameOf(line.owner)}</span> : <span class="quiet">{m().nobody}</span>}
        <Due line={line} />
      </span>
      <span class="measure-verbs">
        {work.mayWriteIn(line.room) && (
          <>
            {!isEnded(line) && (
              <Button look="icon" aria-label={p().measures.move(line.title)} onClick={onMove}>
                <Icon name="calendar" />
              </Button>
            )}
            <Menu label={p().measures.step(line.title)} items={items} />
          </>
        )}
      </span>
    </li>
  )
}

const STEP_ICONS: Readonly<Partial<Record<Status, MenuItem['icon']>>> = {
  planned: 'calendar',
  running: 'waiting',
  done: 'confirmed',
}

/** One line to write what has to be done; with an owner and a day it is planned, else it is proposed. */
const Add = ({ plan }: { readonly plan: PlanLine }) => {
  const { store, toast } = useModel()
  const work = useWork()
  const draft = useFormDraft(work.drafts, `line ${plan.about}`, () => ({ title: '', owner: '', due: '' }))
  const problem = useSignal<string | undefined>(undefined)
  const dialog = useSignal<'more' | 'existing' | undefined>(undefined)
  const { title, owner, due } = draft.form
  const department = plan.room.startsWith('dept/') ? plan.room.slice(5) : undefined
  const words = p().measures
  const save = (): void => {
    const { objection } = work.addMeasure({
      title: title.trim(),
      owner: owner || null,
      due: due || null,
      status: owner !== '' && due !== '' ? 'planned' : 'proposed',
      plan: plan.about,
      department: department ?? null,
      horizon: plan.horizon,
    })
    problem.value = objection
    if (objection) return
    toast.value = { text: m().sheet.added(title.trim()), undo: () => void work.undo() }
    draft.reset()
  }
  return (
    <>
      <form
        class="add-line"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <input
          class="input add-title"
          aria-label={words.add}
          placeholder={words.add}
          maxLength={300}
          value={title}
          onInput={({ currentTarget }) => {
            draft.set({ title: currentTarget.value })
            problem.value = undefined
          }}
        />
        <select
          class="input"
          aria-label={m().form.owner}
          value={owner}
          onChange={({ currentTarget }) => draft.set({ owner: currentTarget.value })}
        >
          <option value="">{m().form.ownerNone}</option>
          {store.members.value.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        <input
          class="input"
          type="date"
          aria-label={m().form.due}
          value={due}
          onInput={({ currentTarget }) => draft.set({ due: currentTarget.value })}
        />
        <Button type="submit" look="primary">
          <Icon name="plus" />
          {words.addButton}
        </Button>
      </form>
      {problem.value && (
        <p class="field-error" role="alert">
          {problemWords(problem.value)}
        </p>
      )}
      <div class="step-list">
        <Button
          look="plain"
          onClick={() => {
            dialog.value = 'more'
          }}
        >
          {words.more}
        </Button>
        <Button
          look="plain"
          onClick={() => {
            dialog.value = 'existing'
          }}
        >
          <Icon name="link" />
          {words.existing}
        </Button>
      </div>
      {dialog.value === 'more' && (
        <MeasureDialog
          prefill={{ title, owner, due, plan: plan.about, ...(department && { department }) }}
          onClose={() => {
            dialog.value = undefined
          }}
        />
      )}
      {dialog.value === 'existing' && (
        <LinkExisting
          plan={plan}
          onClose={() => {
            dialog.value = undefined
          }}
        />
      )}
    </>
  )
}

/** A measure that was born elsewhere and belongs here too: it stays one record. */
const LinkExisting = ({ plan, onClose }: { readonly plan: PlanLine; readonly onClose: () => void }) => {
  const { toast } = useModel()
  const work = useWork()
  const chosen = useSignal('')
  const problem = useSignal<string | undefined>(undefined)
  const words = p().measures
  const loose = measuresOf(work.ground.value).filter(
    (line) => line.plan === undefined && work.mayWriteIn(line.room) && line.status !== 'stopped',
  )
  const save = (): void => {
    const line = loose.find(({ about }) => about === chosen.value)
    if (!line) return
    problem.value = work.changeMeasure(line, { plan: plan.about })
    if (problem.value) return
    toast.value = { text: words.linked(line.title), undo: () => void work.undo() }
    onClose()
  }
  return (
    <Dialog title={words.existing} closeLabel={t().app.close} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <label class="field">
          <span class="field-label">{words.pick}</span>
          <select
            class="input"
            value={chosen.value}
            onChange={({ currentTarget }) => {
              chosen.value = currentTarget.value
            }}
          >
            <option value="" />
            {loose.map((line) => (
              <option key={line.about} value={line.about}>
                {line.title}
              </option>
            ))}
          </select>
        </label>
        {problem.value && <p class="field-error">{problemWords(problem.value)}</p>}
        <div class="form-foot">
          <Button onClick={onClose}>{t().app.cancel}</Button>
          <Button type="submit" look="primary" disabled={chosen.value === ''}>
            {t().app.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
