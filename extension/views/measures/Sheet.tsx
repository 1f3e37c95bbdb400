/** One measure: how it stands, what can be done with it now, where it began, how often it moved, and who said what. */
import './measures.css'
import { useSignal } from '@preact/signals'
import { STEPS } from '../../../shared/commands/measures'
import { measureAbout, type Status } from '../../../shared/kinds/measure'
import { type MeasureLine, measureIn, slippage } from '../../../shared/queries/measures'
import type { Json } from '../../../shared/statement'
import { t } from '../../text'
import { dayWords, momentWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { TextField } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { Notice } from '../../ui/Notice'
import { useModel } from '../dashboard/context'
import { Sheet } from '../dashboard/Sheet'
import { useFormDraft } from '../quality/form-draft'
import { ClashPanel, type Head } from '../work/ClashPanel'
import { Area, Fold, SayForm } from '../work/fields'
import { linkOf } from '../work/links'
import { WorkHistory } from '../work/WorkHistory'
import { useQuality, useWork, WithWork } from '../work/world'
import { MeasureDialog } from './MeasureDialog'
import { Due, StatusTag } from './parts'
import type { MeasureSheetRoute } from './route'
import { m, problemWords } from './say'
import { isEnded, placeWords, valueWords } from './words'

export const MeasureSheet = ({ route }: { readonly route: MeasureSheetRoute }) => {
  const { router } = useModel()
  return (
    <WithWork
      waiting={
        <Sheet title={m().title} onClose={router.closeSheet}>
          <p class="quiet">{m().sheet.reading}</p>
        </Sheet>
      }
    >
      <Found about={measureAbout(route.measure)} />
    </WithWork>
  )
}

const Found = ({ about }: { readonly about: string }) => {
  const model = useModel()
  const work = useWork()
  const isChanging = useSignal(false)
  const line = measureIn(work.ground.value, about)
  if (!line)
    return (
      <Sheet title={m().sheet.unknown} onClose={model.router.closeSheet}>
        <EmptyState title={m().sheet.unknown}>{m().sheet.unknownNext}</EmptyState>
      </Sheet>
    )
  const mayWrite = work.mayWriteIn(line.room) && !line.gone
  return (
    <Sheet
      title={line.title}
      above={<p class="sheet-above">{placeWords(line.room, model)}</p>}
      isOnTop={!isChanging.value}
      onClose={model.router.closeSheet}
    >
      {line.gone && <Gone line={line} />}
      <div class="standing">
        <div class="standing-tags">
          <StatusTag shown={line.shown} />
          <Due line={line} />
        </div>
        {line.reason !== '' && (line.shown === 'blocked' || line.status === 'stopped') && (
          <blockquote class="note">{line.reason}</blockquote>
        )}
      </div>
      {line.selfVerified && <Notice tone="warning" title={m().sheet.selfVerified} />}
      {mayWrite && line.clashes.map((field) => <Clash key={field} line={line} field={field} />)}
      {mayWrite ? <Steps line={line} /> : !line.gone && <p class="quiet">{m().sheet.mayNot}</p>}
      <State line={line} mayWrite={mayWrite} />
      <Facts line={line} />
      {mayWrite && (
        <div class="sheet-verbs">
          <Button
            onClick={() => {
              isChanging.value = true
            }}
          >
            <Icon name="edit" />
            {m().sheet.edit}
          </Button>
          <Remove line={line} />
        </div>
      )}
      <Moves line={line} />
      <History line={line} />
      {isChanging.value && (
        <MeasureDialog
          line={line}
          onClose={() => {
            isChanging.value = false
          }}
        />
      )}
    </Sheet>
  )
}

/** Says what was done, with the way back; or gives the sentence about why it was not. */
const useSaid = () => {
  const { toast } = useModel()
  const work = useWork()
  return (objection: string | undefined, text: string): string | undefined => {
    if (objection !== undefined) return problemWords(objection)
    toast.value = { text, undo: () => void work.undo() }
    return undefined
  }
}

const Gone = ({ line }: { readonly line: MeasureLine }) => {
  const work = useWork()
  const said = useSaid()
  return (
    <Notice tone="warning" title={m().sheet.gone}>
      {work.mayWriteIn(line.room) && (
        <Button onClick={() => said(work.restore(line), m().bin.restored(line.title))}>
          {m().bin.restore}
        </Button>
      )}
    </Notice>
  )
}

const Remove = ({ line }: { readonly line: MeasureLine }) => {
  const { router } = useModel()
  const work = useWork()
  const said = useSaid()
  return (
    <Button
      look="plain"
      onClick={() => {
        if (said(work.removeMeasure(line), m().sheet.removed(line.title)) === undefined) router.closeSheet()
      }}
    >
      <Icon name="trash" />
      {m().sheet.remove}
    </Button>
  )
}

/** What can be done from here. What needs words asks for them first; the rest happens at once, and can be undone. */
const Steps = ({ line }: { readonly line: MeasureLine }) => {
  const { session } = useModel().store
  const steps = STEPS[line.status].filter((to) => to !== 'verified' || line.owner !== session.member)
  return (
    <section class="steps" aria-labelledby="steps-title">
      <h3 id="steps-title">{m().sheet.steps}</h3>
      <div class="step-list">
        {steps.map((to) => (
          <StepTo key={`${line.status} ${to}`} line={line} to={to} />
        ))}
        {!isEnded(line) && <MoveDue key={line.due ?? ''} line={line} />}
        {line.status === 'running' && <Course key={`${line.course} ${line.progress}`} line={line} />}
      </div>
    </section>
  )
}

const StepTo = ({ line, to }: { readonly line: MeasureLine; readonly to: Status }) => {
  const work = useWork()
  const said = useSaid()
  const problem = useSignal<string | undefined>(undefined)
  const words = m().sheet
  const isReopening = isEnded(line) && to !== 'verified'
  const label = isReopening
    ? `${words.verbs.resume}: ${m().statuses[to].toLowerCase()}`
    : line.status === 'running' && to === 'planned'
      ? words.verbs.unstart
      : words.verbs[to]
  const text = words.stepped(line.title, m().statuses[to])
  const kind = to === 'stopped' || isReopening ? 'reason' : to === 'done' || to === 'verified' ? 'result' : ''
  if (kind === '')
    return (
      <div class="step-now">
        <Button
          onClick={() => {
            problem.value = said(work.stepMeasure(line, { to }), text)
          }}
        >
          {label}
        </Button>
        {problem.value && (
          <p class="field-error" role="alert">
            {problem.value}
          </p>
        )}
      </div>
    )
  return (
    <Fold title={label}>
      {(close) => (
        <SayForm
          label={kind === 'reason' ? words.reason : to === 'verified' ? words.evidence : words.result2}
          hint={kind === 'reason' ? undefined : to === 'verified' ? words.evidenceHint : words.resultHint}
          button={words.confirm}
          initial={kind === 'result' ? line.result : ''}
          onSave={(typed) => {
            const problem = said(work.stepMeasure(line, { to, [kind]: typed }), text)
            if (problem === undefined) close()
            return problem
          }}
        />
      )}
    </Fold>
  )
}

const MoveDue = ({ line }: { readonly line: MeasureLine }) => (
  <Fold title={line.due === undefined ? m().sheet.firstDay : m().sheet.move}>
    {(close) => <MoveForm line={line} onDone={close} />}
  </Fold>
)

/** Another day, with a reason as soon as there was one before. */
export const MoveForm = ({ line, onDone }: { readonly line: MeasureLine; readonly onDone: () => void }) => {
  const work = useWork()
  const { store } = useModel()
  const said = useSaid()
  const draft = useFormDraft(work.drafts, `move ${line.about}`, () => ({ due: line.due ?? '', reason: '' }))
  const problem = useSignal<string | undefined>(undefined)
  const { due, reason } = draft.form
  const words = m().sheet
  const isAboutDay = problem.value !== undefined && problem.value !== 'reason-missing'
  return (
    <form
      class="say-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const objection = work.moveDue(line, due, reason.trim())
        problem.value = objection
        if (objection) return
        said(undefined, words.moved(line.title, dayWords(due, store.today.value)))
        draft.clear()
        onDone()
      }}
    >
      <TextField
        label={words.newDay}
        type="date"
        value={due}
        error={isAboutDay ? problemWords(problem.value ?? '') : undefined}
        onInput={(next) => draft.set({ due: next })}
      />
      {line.due !== undefined && (
        <Area
          rows={2}
          label={words.moveReason}
          error={problem.value === 'reason-missing' ? problemWords('reason-missing') : undefined}
          value={reason}
          onInput={(next) => draft.set({ reason: next })}
        />
      )}
      <div class="form-foot">
        <Button type="submit" look="primary">
          {t().app.save}
        </Button>
      </div>
    </form>
  )
}

const Course = ({ line }: { readonly line: MeasureLine }) => {
  const work = useWork()
  const said = useSaid()
  const course = useSignal(line.course)
  const progress = useSignal(line.progress === undefined ? '' : String(line.progress))
  const words = m().sheet
  return (
    <Fold title={words.course}>
      {(close) => (
        <SayForm
          label={course.value === 'blocked' ? words.blockedReason : words.remark}
          button={words.saveCourse}
          onSave={(reason) => {
            const objection = work.sayCourse(line, {
              course: course.value,
              ...(progress.value === '' ? {} : { progress: Number(progress.value) }),
              reason,
            })
            const problem = said(objection, words.courseSaved(line.title))
            if (problem === undefined) close()
            return problem
          }}
        >
          <fieldset class="radios">
            <legend class="visually-hidden">{words.course}</legend>
            {(['on-schedule', 'blocked'] as const).map((each) => (
              <label key={each} class="check-field">
                <input
                  type="radio"
                  name={`course ${line.about}`}
                  checked={course.value === each}
                  onChange={() => {
                    course.value = each
                  }}
                />
                <span>{m().courses[each]}</span>
              </label>
            ))}
          </fieldset>
          <TextField
            label={words.progress}
            value={progress.value}
            maxLength={3}
            onInput={(next) => {
              progress.value = next
            }}
          />
        </SayForm>
      )}
    </Fold>
  )
}

/** The question how it stands, and its answer; both stay to be read. */
const State = ({ line, mayWrite }: { readonly line: MeasureLine; readonly mayWrite: boolean }) => {
  const { nameOf, store } = useModel()
  const work = useWork()
  const said = useSaid()
  const words = m().sheet
  const isOwner = line.owner === store.session.member
  const mayAsk = mayWrite && !isOwner && line.owner !== undefined && !isEnded(line)
  if (!mayAsk && !isOwner && line.askedAt === undefined && line.answer === '') return null
  return (
    <section class="state-of-play" aria-labelledby="state-title">
      <h3 id="state-title">{words.state}</h3>
      {line.asked && line.askedAt !== undefined && (
        <p>
          {words.waiting(nameOf(line.askedBy), momentWords(line.askedAt))}
          {line.question !== '' && <> “{line.question}”</>}
        </p>
      )}
      {line.answer !== '' && line.answeredAt !== undefined ? (
        <blockquote class="note">
          {line.answer}
          <footer class="quiet">
            {words.answered(nameOf(line.answeredBy), momentWords(line.answeredAt))}
          </footer>
        </blockquote>
      ) : (
        <p class="quiet">{words.noAnswer}</p>
      )}
      {mayWrite && isOwner && <AnswerForm key={line.answeredAt ?? 0} line={line} onSaved={() => undefined} />}
      {mayAsk && !line.asked && (
        <Fold title={words.ask}>
          {(close) => (
            <SayForm
              label={words.question}
              hint={words.askedOf(nameOf(line.owner))}
              button={words.askSend}
              onSave={(question) => {
                const problem = said(work.askState(line, question), words.askedDone(nameOf(line.owner)))
                if (problem === undefined) close()
                return problem
              }}
            />
          )}
        </Fold>
      )}
    </section>
  )
}

const AnswerForm = ({ line, onSaved }: { readonly line: MeasureLine; readonly onSaved: () => void }) => {
  const work = useWork()
  const said = useSaid()
  const words = m().sheet
  return (
    <SayForm
      label={words.answer}
      hint={words.answerHint}
      button={words.answerSave}
      onSave={(answer) => {
        if (answer === '') return problemWords('question-missing')
        const problem = said(work.answerState(line, { answer }), words.answerSaved)
        if (problem === undefined) onSaved()
        return problem
      }}
    />
  )
}

const Facts = ({ line }: { readonly line: MeasureLine }) => {
  const model = useModel()
  const work = useWork()
  const quality = useQuality()
  const words = m()
  const sources = { model, ground: work.ground.value, quality }
  const links = [
    ['plan', line.plan],
    ['origin', line.origin],
  ] as const
  return (
    <dl class="check-facts">
      <dt>{words.columns.owner}</dt>
      <dd>{line.owner ? model.nameOf(line.owner) : words.nobody}</dd>
      <dt>{words.columns.priority}</dt>
      <dd>{words.priorities[line.priority]}</dd>
      <dt>{words.columns.horizon}</dt>
      <dd>{words.horizons[line.horizon]}</dd>
      {links.map(([name, about]) => {
        if (about === undefined) return null
        const { kind, title, href } = linkOf(about, sources, line.room)
        return (
          <>
            <dt>{words.sheet[name]}</dt>
            <dd>
              {words.links[kind] && name === 'origin' && `${words.links[kind]}: `}
              {href ? <a href={href}>{title}</a> : (title ?? words.links.unknown)}
            </dd>
          </>
        )
      })}
      {line.result !== '' && (
        <>
          <dt>{words.sheet.result}</dt>
          <dd>{line.result}</dd>
        </>
      )}
      {line.verified && (
        <>
          <dt>{words.statuses.verified}</dt>
          <dd>{words.sheet.verifiedBy(model.nameOf(line.verifiedBy))}</dd>
        </>
      )}
    </dl>
  )
}

const Moves = ({ line }: { readonly line: MeasureLine }) => {
  const { nameOf, store } = useModel()
  const { moves, first } = slippage(line.folded)
  const today = store.today.value
  if (moves.length === 0 || first === undefined) return null
  return (
    <section class="moves" aria-labelledby="moves-title">
      <h3 id="moves-title">{m().sheet.moves}</h3>
      <p class="quiet">{m().sheet.firstWas(dayWords(first, today))}</p>
      <ol>
        {moves.map(({ from, to, reason, by, at }) => (
          <li key={`${at} ${to}`}>
            <strong>{m().sheet.moveLine(dayWords(from, today), dayWords(to, today))}</strong>
            {reason !== '' && <span> {reason}</span>}
            <span class="quiet">
              {nameOf(by)}, {momentWords(at)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What people said of one field while apart: one of it is chosen. */
const Clash = ({ line, field }: { readonly line: MeasureLine; readonly field: string }) => {
  const model = useModel()
  const work = useWork()
  const said = useSaid()
  // The reason that was given with what is chosen goes with it.
  const choose = ({ set }: Head): string | undefined => {
    const value = set[field] ?? null
    const reason = typeof set.reason === 'string' ? set.reason : undefined
    const objection =
      field === 'due'
        ? work.moveDue(line, String(value), reason ?? m().sheet.clash)
        : field === 'status'
          ? work.stepMeasure(line, { to: value as Status, reason })
          : work.changeMeasure(line, { [field]: value })
    return said(objection, m().sheet.saved(line.title))
  }
  return (
    <ClashPanel
      field={field}
      name={m().sheet.fields[field] ?? field}
      heads={line.folded.fields.get(field)?.heads ?? []}
      heading="h3"
      words={(value) => valueWords(field, value, model)}
      onChoose={choose}
    />
  )
}

/** Moments and the like say nothing to people. */
const HIDDEN: ReadonlySet<string> = new Set([
  'askedBy',
  'askedAt',
  'answeredBy',
  'answeredAt',
  'verifiedBy',
  'verifiedFor',
  'origin',
  'department',
])

const History = ({ line }: { readonly line: MeasureLine }) => {
  const model = useModel()
  const ground = useWork().ground.value
  return (
    <WorkHistory
      place={line}
      hidden={HIDDEN}
      names={m().sheet.fields}
      words={(field, value) => historyWords(field, value, model, ground)}
    />
  )
}

const historyWords = (
  field: string,
  value: Json,
  model: ReturnType<typeof useModel>,
  ground: ReturnType<typeof useWork>['ground']['value'],
): string => {
  if (field === 'plan' && typeof value === 'string')
    return linkOf(value, { model, ground, quality: undefined }).title ?? m().links.unknown ?? ''
  if (field === 'gone') return value === true ? m().bin.title : m().sheet.empty
  return valueWords(field, value, model)
}
