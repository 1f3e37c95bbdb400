/** The plan as one thread from the top: objectives, action plans, actions, their indicators, and their controls. */
import { useSignal } from '@preact/signals'
import { useMemo, useState } from 'preact/hooks'
import type { ObjectiveObjection } from '../../../../shared/commands/objectives'
import type { Control } from '../../../../shared/kinds/control'
import { OBJECTIVE_LEVELS, type Objective, type ObjectiveLevel } from '../../../../shared/kinds/objective'
import { type Row, rowOf } from '../../../../shared/queries/scorecard'
import { seriesOf } from '../../../../shared/queries/series'
import { type IndicatorNode, type ObjectiveNode, planOf } from '../../../../shared/queries/thread'
import { totalOf } from '../../../../shared/queries/total'
import { t, titleOf } from '../../../text'
import { dayWords } from '../../../text/dates'
import { Badge } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { EmptyState } from '../../../ui/EmptyState'
import { TextField } from '../../../ui/Field'
import { Icon } from '../../../ui/Icon'
import { Menu, type MenuItem } from '../../../ui/Menu'
import { useModel } from '../../dashboard/context'
import { Choice } from '../../work/fields'
import { Restored, useFormDraft } from '../form-draft'
import { AssuranceTag, VariationTag } from '../Judgement'
import { indicatorHref } from '../route'
import { inWords, q } from '../say'
import { ThreadWorkSlot } from '../ThreadWorkSlot'
import { useWorld } from '../world'

type Opened = { readonly objective?: Objective; readonly level: ObjectiveLevel; readonly parent: string }

export const Objectives = () => {
  const { look, quality } = useWorld()
  const { store } = useModel()
  const opened = useSignal<Opened | undefined>(undefined)
  const words = q().objectives
  const mayManage = quality.mayManageIndicators()
  const plan = useMemo(
    () =>
      planOf({
        objectives: look.objectives.value,
        indicators: look.indicators.value,
        controls: store.controls.value,
      }),
    [look.objectives.value, look.indicators.value, store.controls.value],
  )
  const open = (next: Opened): void => {
    opened.value = next
  }
  return (
    <div class="page objectives">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{mayManage ? words.intro : q().library.readOnly}</p>
        </div>
        {mayManage && (
          <Button look="primary" onClick={() => open({ level: 'objective', parent: '' })}>
            <Icon name="plus" />
            {words.add}
          </Button>
        )}
      </header>
      <section class="panel">
        {plan.roots.length === 0 ? (
          <EmptyState title={words.none}>{words.noneNext}</EmptyState>
        ) : (
          <ul class="plan-tree">
            {plan.roots.map((node) => (
              <Node key={node.objective.key} node={node} onOpen={mayManage ? open : undefined} />
            ))}
          </ul>
        )}
      </section>
      {plan.looseIndicators.length > 0 && (
        <section class="panel" aria-labelledby="loose-title">
          <h2 id="loose-title">{words.loose}</h2>
          <ul class="library-list">
            {plan.looseIndicators.map((node) => (
              <IndicatorItem key={node.indicator.key} node={node} />
            ))}
          </ul>
          {plan.looseControls.length > 0 && (
            <p class="quiet">{words.looseControls(plan.looseControls.length)}</p>
          )}
        </section>
      )}
      {opened.value && (
        <ObjectiveDialog
          opened={opened.value}
          onClose={() => {
            opened.value = undefined
          }}
        />
      )}
    </div>
  )
}

const Node = ({
  node: { objective, children, indicators },
  onOpen,
}: {
  readonly node: ObjectiveNode
  readonly onOpen: ((opened: Opened) => void) | undefined
}) => {
  const { nameOf, store } = useModel()
  const words = q()
  const hasMore = children.length + indicators.length > 0
  return (
    <li class={`plan-node plan-${objective.level}`}>
      <div class="plan-head">
        <div>
          <p class="eyebrow">{words.levels[objective.level]}</p>
          <p class="plan-name">
            {`${objective.code} ${inWords(objective, 'name')}`.trim()}{' '}
            {objective.priority && <Badge tone="info">{words.priority}</Badge>}
          </p>
          <p class="quiet">
            {[nameOf(objective.owner), objective.until && dayWords(objective.until, store.today.value)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        {onOpen && <NodeMenu objective={objective} onOpen={onOpen} />}
      </div>
      <ThreadWorkSlot place={objective.about} />
      {hasMore && (
        <ul>
          {indicators.map((each) => (
            <IndicatorItem key={each.indicator.key} node={each} />
          ))}
          {children.map((each) => (
            <Node key={each.objective.key} node={each} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {!hasMore && objective.level !== 'action' && <p class="quiet">{words.objectives.noIndicators}</p>}
    </li>
  )
}

const NodeMenu = ({
  objective,
  onOpen,
}: {
  readonly objective: Objective
  readonly onOpen: (opened: Opened) => void
}) => {
  const { quality } = useWorld()
  const { toast } = useModel()
  const words = q().objectives
  const name = inWords(objective, 'name')
  const below = OBJECTIVE_LEVELS[OBJECTIVE_LEVELS.indexOf(objective.level) + 1]
  const items: MenuItem[] = [
    {
      icon: 'settings',
      label: words.change,
      onChoose: () => onOpen({ objective, level: objective.level, parent: objective.parent ?? '' }),
    },
    ...(below
      ? [
          {
            icon: 'plus' as const,
            label: below === 'plan' ? words.addPlan : words.addAction,
            onChoose: () => onOpen({ level: below, parent: objective.key }),
          },
        ]
      : []),
    {
      icon: 'trash',
      label: words.remove,
      onChoose: () => {
        quality.removeObjective(objective.key)
        toast.value = { text: words.removed(name), undo: () => void quality.undo() }
      },
    },
  ]
  return <Menu label={words.moreFor(name)} items={items} />
}

const IndicatorItem = ({ node: { indicator, controls } }: { readonly node: IndicatorNode }) => {
  const row = useRow(indicator)
  return (
    <li class="plan-indicator">
      <a href={indicatorHref(indicator.key)}>{inWords(indicator, 'name')}</a>
      {row && (
        <span class="plan-signs">
          <VariationTag variation={row.variation} isEmpty={row.period === undefined} />
          {row.period !== undefined && <AssuranceTag assurance={row.assurance} />}
        </span>
      )}
      {controls.length > 0 && (
        <details>
          <summary>{q().objectives.controls(controls.length)}</summary>
          <ul>
            {controls.map((control: Control) => (
              <li key={control.key}>{titleOf(control)}</li>
            ))}
          </ul>
        </details>
      )}
      <ThreadWorkSlot place={indicator.about} />
    </li>
  )
}

/** The line of all departments together; of the only department where there is one. */
const useRow = (indicator: IndicatorNode['indicator']): Row | undefined => {
  const { look, quality } = useWorld()
  const ground = look.ground.value
  const allowed = indicator.departments.filter((key) => quality.departments.value.includes(key))
  const parts = allowed.map((key) => seriesOf(indicator, key, ground))
  const series =
    parts.length === 1
      ? parts[0]
      : parts.length === indicator.departments.length
        ? totalOf(indicator, parts)
        : undefined
  return series && rowOf(series, look.today.value)
}

const ObjectiveDialog = ({ opened, onClose }: { readonly opened: Opened; readonly onClose: () => void }) => {
  const { quality, look } = useWorld()
  const { store, toast } = useModel()
  const { objective } = opened
  const draft = useFormDraft(
    quality.drafts,
    `objective/${objective?.key ?? `${opened.level}/${opened.parent}`}`,
    () => ({
      code: objective?.code ?? '',
      name: objective?.name ?? '',
      nameEn: objective?.nameEn ?? '',
      level: opened.level,
      parent: opened.parent,
      priority: objective?.priority ?? false,
      owner: objective?.owner ?? '',
      until: objective?.until ?? '',
    }),
  )
  const { code, name, nameEn, level, parent, priority, owner, until } = draft.form
  const [isAsked, setIsAsked] = useState(false)
  const words = q().objectives
  const above = OBJECTIVE_LEVELS[OBJECTIVE_LEVELS.indexOf(level) - 1]
  const parents = look.objectives.value.filter((each) => each.level === above && each.key !== objective?.key)
  const problem = problemOf(look.objectives.value, { name, level, parent: above && (parent || undefined) })
  const save = (): void => {
    setIsAsked(true)
    if (problem) return
    const fields = {
      code: code.trim(),
      name: name.trim(),
      nameEn: nameEn.trim(),
      level,
      parent: above && parent ? parent : null,
      priority,
      owner: owner || null,
      until: until || null,
    }
    if (objective) quality.changeObjective(objective.key, fields)
    else quality.addObjective(fields)
    toast.value = { text: words.saved(fields.name), undo: () => void quality.undo() }
    draft.clear()
    onClose()
  }
  return (
    <Dialog
      title={objective ? words.changeOf(inWords(objective, 'name')) : ADD(words)[level]}
      closeLabel={t().app.close}
      onClose={onClose}
    >
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Restored draft={draft} />
        <div class="form-row">
          <Choice
            label={words.level}
            value={level}
            options={OBJECTIVE_LEVELS.map((each) => [each, q().levels[each]] as const)}
            onChoose={(next) => draft.set({ level: next, parent: '' })}
          />
          <TextField
            label={words.code}
            hint={words.codeHint}
            value={code}
            maxLength={40}
            onInput={(text) => draft.set({ code: text })}
          />
        </div>
        {above && (
          <Choice
            label={words.parent}
            value={parent}
            error={isAsked && problem && problem !== 'name-missing' ? words.problems[problem] : undefined}
            options={[
              ['', DASH_WORD] as const,
              ...parents.map((each) => [each.key, `${each.code} ${inWords(each, 'name')}`.trim()] as const),
            ]}
            onChoose={(key) => draft.set({ parent: key })}
          />
        )}
        <TextField
          label={words.name}
          value={name}
          maxLength={300}
          error={isAsked && problem === 'name-missing' ? words.problems['name-missing'] : undefined}
          onInput={(text) => draft.set({ name: text })}
        />
        <TextField
          label={words.nameEn}
          value={nameEn}
          maxLength={300}
          onInput={(text) => draft.set({ nameEn: text })}
        />
        <div class="form-row">
          <Choice
            label={words.owner}
            value={owner}
            options={[
              ['', q().library.form.ownerNone] as const,
              ...store.members.value.map((member) => [member.key, member.name] as const),
            ]}
            onChoose={(key) => draft.set({ owner: key })}
          />
          <TextField
            label={words.until}
            type="date"
            value={until}
            onInput={(day) => draft.set({ until: day })}
          />
        </div>
        <label class="check-field">
          <input
            type="checkbox"
            checked={priority}
            onChange={({ currentTarget }) => draft.set({ priority: currentTarget.checked })}
          />
          <span>{words.priority}</span>
        </label>
        <div class="form-foot">
          <Button
            onClick={() => {
              draft.clear()
              onClose()
            }}
          >
            {t().app.cancel}
          </Button>
          <Button type="submit" look="primary">
            {t().app.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const DASH_WORD = '–'
const ADD = (words: ReturnType<typeof q>['objectives']): Readonly<Record<ObjectiveLevel, string>> => ({
  objective: words.add,
  plan: words.addPlan,
  action: words.addAction,
})

type Problem = ObjectiveObjection | undefined

// The same judgement as where it is saved, on the records that are shown here.
const problemOf = (
  objectives: readonly Objective[],
  { name, level, parent }: Pick<Objective, 'name' | 'level'> & { readonly parent: string | undefined },
): Problem => {
  const above = objectives.find(({ key }) => key === parent)
  const wanted = OBJECTIVE_LEVELS[OBJECTIVE_LEVELS.indexOf(level) - 1]
  if (name.trim() === '') return 'name-missing'
  if (wanted === undefined) return undefined
  if (!above) return 'parent-missing'
  return above.level === wanted ? undefined : 'parent-of-wrong-level'
}
