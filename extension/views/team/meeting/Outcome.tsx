/** What came of a point: a decision, information or a measure with who and by when; and the measures born from it. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { PRIORITIES, type Priority } from '../../../../shared/kinds/measure'
import { POINT_OUTCOMES, type PointOutcome } from '../../../../shared/kinds/point'
import type { PointLine } from '../../../../shared/queries/meetings'
import { nameOf, t } from '../../../text'
import { dayWords } from '../../../text/dates'
import { Badge } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { TextField } from '../../../ui/Field'
import { useModel } from '../../dashboard/context'
import { measureHref } from '../../measures/route'
import { Area, Choice } from '../../work/fields'
import { useWork } from '../../work/world'
import { m } from '../say'
import { useDraft, useSay } from '../world'

export const Outcome = ({
  point,
  isOpen,
  mayWrite,
  children,
}: {
  readonly point: PointLine
  /** The form is there at once: the point is being treated. */
  readonly isOpen: boolean
  readonly mayWrite: boolean
  /** What else can be done with it, beside. */
  readonly children?: ComponentChildren
}) => {
  const work = useWork()
  const { done } = useSay()
  const [isChanging, setIsChanging] = useState(false)
  const words = m().running
  const hasForm = mayWrite && (isChanging || (isOpen && point.outcome === undefined))
  return (
    <div class="team-outcome">
      {point.outcome !== undefined && !isChanging && (
        <p>
          <Badge tone={point.outcome === 'information' ? 'neutral' : 'in-order'}>
            {m().outcomes[point.outcome]}
          </Badge>{' '}
          {point.conclusion}
        </p>
      )}
      <Measures point={point} />
      {hasForm && <OutcomeForm point={point} onDone={() => setIsChanging(false)} />}
      {mayWrite && (
        <div class="team-verbs">
          {children}
          {!hasForm && (
            <Button look="plain" onClick={() => setIsChanging(true)}>
              {point.outcome === undefined ? words.outcome : words.change}
            </Button>
          )}
          {!hasForm && point.outcome !== undefined && (
            <Button look="plain" onClick={() => done(work.reopenPoint(point), words.reopened(point.title))}>
              {words.reopen}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

const Measures = ({ point: { measures } }: { readonly point: PointLine }) => {
  const { nameOf: nameOfMember, store } = useModel()
  if (measures.length === 0) return null
  return (
    <ul class="team-plain" aria-label={m().running.measure.list}>
      {measures.map((measure) => (
        <li key={measure.about}>
          <a href={measureHref(measure.about)}>{measure.title}</a>{' '}
          <span class="quiet">
            {[
              nameOfMember(measure.owner),
              measure.due && dayWords(measure.due, store.today.value),
              m().statuses[measure.status],
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

type Draft = {
  outcome: PointOutcome | ''
  conclusion: string
  title: string
  owner: string
  due: string
  department: string
  priority: Priority
}
type Problem = keyof ReturnType<typeof m>['running']['problems']

const OutcomeForm = ({ point, onDone }: { readonly point: PointLine; readonly onDone: () => void }) => {
  const { store, department } = useModel()
  const work = useWork()
  const { done } = useSay()
  const words = m().running
  const [problem, setProblem] = useState<Problem | undefined>()
  const { draft, set, forget } = useDraft<Draft>(`outcome/${point.key}`, {
    outcome: point.outcome ?? '',
    conclusion: point.conclusion,
    title: point.measures.length === 0 ? point.title : '',
    owner: point.presenter ?? '',
    due: '',
    department: '',
    priority: 'medium',
  })
  const wrong = (...names: Problem[]): string | undefined =>
    problem !== undefined && names.includes(problem) ? words.problems[problem] : undefined
  const departments = work.departments.value
    .filter((key) => work.mayWriteIn(`dept/${key}`))
    .flatMap((key) => {
      const record = department.value.get(key)
      return record ? [[key, nameOf(record)] as const] : []
    })
  // A measure that was made before may stand alone: then there need be no further one.
  const wantsMeasure =
    draft.outcome === 'measure' && (point.measures.length === 0 || draft.title.trim() !== '')
  const save = () => {
    if (draft.outcome === '') return setProblem('outcome-missing')
    if (wantsMeasure && draft.title.trim() === '') return setProblem('title-missing')
    const objection = work.concludePoint(
      point,
      { outcome: draft.outcome, conclusion: draft.conclusion.trim() },
      wantsMeasure
        ? [
            {
              title: draft.title.trim(),
              owner: draft.owner || null,
              due: draft.due || null,
              department: draft.department || null,
              priority: draft.priority,
              horizon: point.horizon,
              status: 'planned',
            },
          ]
        : [],
    )
    if (objection !== undefined && objection in words.problems) return setProblem(objection as Problem)
    if (done(objection, words.saved(point.title))) {
      forget()
      onDone()
    }
  }
  return (
    <form
      class="form team-outcome-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <fieldset
        class="segments"
        aria-label={words.outcome}
        aria-invalid={wrong('outcome-missing') ? 'true' : undefined}
      >
        {POINT_OUTCOMES.map((outcome) => (
          <label key={outcome} class="segment">
            <input
              class="visually-hidden"
              type="radio"
              name={`outcome-${point.key}`}
              checked={draft.outcome === outcome}
              onChange={() => {
                set({ outcome })
                setProblem(undefined)
              }}
            />
            <span>{m().outcomes[outcome]}</span>
          </label>
        ))}
      </fieldset>
      {wrong('outcome-missing') && (
        <p class="field-error" role="alert">
          {wrong('outcome-missing')}
        </p>
      )}
      {draft.outcome !== '' && (
        <Area
          label={words.conclusion[draft.outcome]}
          hint={words.conclusionHint}
          value={draft.conclusion}
          rows={2}
          maxLength={2000}
          error={wrong('conclusion-missing', 'no-such-point')}
          onInput={(conclusion) => set({ conclusion })}
        />
      )}
      {draft.outcome === 'measure' && (
        <>
          <TextField
            label={point.measures.length === 0 ? words.measure.title : words.measure.add}
            value={draft.title}
            maxLength={200}
            error={wrong('title-missing')}
            onInput={(title) => set({ title })}
          />
          <div class="form-row">
            <Choice
              label={words.measure.owner}
              value={draft.owner}
              error={wrong('owner-missing')}
              options={[
                ['', m().nobodyYet] as const,
                ...store.members.value.map(({ key, name }) => [key, name] as const),
              ]}
              onChoose={(owner) => {
                const own = store.members.value
                  .find(({ key }) => key === owner)
                  ?.roles.flatMap((grant) => grant.departments)
                  .find((key) => departments.some(([each]) => each === key))
                set({ owner, ...(own && { department: own }) })
              }}
            />
            <TextField
              label={words.measure.due}
              type="date"
              value={draft.due}
              error={wrong('due-missing')}
              onInput={(due) => set({ due })}
            />
          </div>
          <div class="form-row">
            <Choice
              label={words.measure.department}
              value={draft.department}
              error={wrong('department-missing')}
              options={[['', words.measure.departmentNone] as const, ...departments]}
              onChoose={(chosen) => set({ department: chosen })}
            />
            <Choice
              label={words.measure.priority}
              value={draft.priority}
              options={PRIORITIES.map((each) => [each, words.priorities[each]] as const)}
              onChoose={(priority) => set({ priority })}
            />
          </div>
        </>
      )}
      <div class="team-verbs">
        <Button type="submit" look="primary">
          {words.save}
        </Button>
        {point.outcome !== undefined && (
          <Button look="plain" onClick={onDone}>
            {t().app.cancel}
          </Button>
        )}
      </div>
    </form>
  )
}
