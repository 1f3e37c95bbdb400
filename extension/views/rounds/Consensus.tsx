/** Agreeing: a subject at a time, what each scored and why, how far apart that is, what the group makes of it, and actions. */
import { useSignal } from '@preact/signals'
import { consensusAbout, type Round } from '../../../shared/kinds/round'
import { MATURITY } from '../../../shared/libraries/leidraad'
import { measuresBornFrom } from '../../../shared/queries/measures'
import { plansOf } from '../../../shared/queries/plans'
import type { SubjectLine } from '../../../shared/queries/rounds'
import { nameOf } from '../../text'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { Notice } from '../../ui/Notice'
import { useModel } from '../dashboard/context'
import { MeasureDialog } from '../measures/MeasureDialog'
import { MeasureItem } from '../measures/parts'
import { NewPlan } from '../plans/PlanDialog'
import { planHref } from '../plans/route'
import { DrawingLegend, Picture } from '../quality/drawing/Picture'
import { Restored } from '../quality/form-draft'
import { Area, Choice } from '../work/fields'
import { useWork } from '../work/world'
import { formOfPoints, PointsFields, pointsOfForm, totalOfForm } from './PointsFields'
import type { RoundRoute } from './route'
import { currentOf, Neighbours, SubjectList, SubjectTitle, useFollowedSubject } from './Subjects'
import { roundProblemWords, z } from './say'
import { spreadDrawing } from './spread-drawing'
import { mostOf, plainPoints, pointsWords, subjectWords } from './words'
import { useFollowingDraft, useRounds, useSaid } from './world'

type Props = { readonly round: Round; readonly page: RoundRoute; readonly mayLead: boolean }

export const Consensus = ({ round, page, mayLead }: Props) => {
  const rounds = useRounds()
  const lines = rounds.lines.value(round)
  const isAgreed = ({ points }: SubjectLine): boolean => points !== undefined
  const current = currentOf(page, lines, isAgreed)
  useFollowedSubject(current?.code)
  const { known, all } = rounds.progress.value
  const words = z()
  if (!current) return null
  return (
    <>
      {known < all && (
        <p class="quiet" role="status">
          {words.consensus.still(known, all)}
        </p>
      )}
      <div class="round-columns">
        <SubjectList
          round={round}
          lines={lines}
          current={current.code}
          isDone={isAgreed}
          words={[words.page.agreedWord, words.page.notAgreed]}
        />
        <div class="stack">
          <Talk key={current.code} round={round} line={current} lines={lines} mayLead={mayLead} />
          {mayLead && <Validating round={round} lines={lines} />}
        </div>
      </div>
    </>
  )
}

const Talk = ({
  round,
  line,
  lines,
  mayLead,
}: {
  readonly round: Round
  readonly line: SubjectLine
  readonly lines: readonly SubjectLine[]
  readonly mayLead: boolean
}) => {
  return (
    <>
      <section class="panel" aria-labelledby="subject-title">
        <div class="panel-head">
          <SubjectTitle round={round} code={line.code} />
          <Neighbours round={round} lines={lines} current={line.code} />
        </div>
        <Scores round={round} line={line} />
      </section>
      {mayLead ? <Agree round={round} line={line} /> : <Agreed round={round} line={line} />}
      <Actions round={round} line={line} />
    </>
  )
}

const Scores = ({ round, line }: { readonly round: Round; readonly line: SubjectLine }) => {
  const model = useModel()
  const words = z().consensus
  const { spread, scores } = line
  // One may read all of the rooms of the group, or but one's own.
  const mayRead = useRounds().progress.value.all >= round.members.length
  if (!spread) return <p class="quiet">{mayRead ? words.none : words.notForYou}</p>
  const sentence = words.spread({
    min: pointsWords(round.panel, spread.min),
    max: pointsWords(round.panel, spread.max),
    range: plainPoints(spread.range),
    mean: plainPoints(spread.mean),
  })
  const silent = round.members.filter((member) => !scores.some((each) => each.member === member))
  const name = subjectWords(round, line.code)
  const caption = {
    title: name,
    lines: [sentence],
    legend: [
      ['common-cause', words.legend.score],
      ['improvement', words.legend.agreed],
      ['sum-dot', words.legend.ambition],
    ] as const,
  }
  const picture = {
    points: scores.map(({ points }) => points),
    agreed: line.points,
    ambition: line.consensus?.ambition,
    most: mostOf(round.panel),
  }
  return (
    <>
      <p>
        <strong>{sentence}</strong>
      </p>
      <Picture
        draw={(width) => spreadDrawing(picture, Math.min(width, 640))}
        label={words.picture(name, sentence)}
        caption={caption}
      />
      <DrawingLegend legend={caption.legend} />
      <table class="table score-table">
        <thead>
          <tr>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.score}</th>
            <th scope="col">{words.comment}</th>
          </tr>
        </thead>
        <tbody>
          {scores.map(({ member, score, points }) => (
            <tr key={member}>
              <th scope="row">{model.nameOf(member)}</th>
              <td>
                {pointsWords(round.panel, points)}
                {round.panel === 'fine-tuned' && score.parts && (
                  <span class="quiet">
                    {Object.entries(score.parts)
                      .map(([part, value]) => `${z().parts[part] ?? part} ${value}`)
                      .join(', ')}
                  </span>
                )}
              </td>
              <td>
                {score.comment}
                <Points label={z().scoring.strengths} text={score.strengths} />
                <Points label={z().scoring.weaknesses} text={score.weaknesses} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {silent.length > 0 && (
        <p class="quiet">{words.silent(silent.map((member) => model.nameOf(member)).join(', '))}</p>
      )}
    </>
  )
}

const Points = ({ label, text }: { readonly label: string; readonly text: string }) =>
  text === '' ? null : (
    <span class="score-note">
      <span class="quiet">{label}:</span> {text}
    </span>
  )

const Agree = ({ round, line }: { readonly round: Round; readonly line: SubjectLine }) => {
  const { nameOf: personOf } = useModel()
  const rounds = useRounds()
  const said = useSaid()
  const { code, type, consensus } = line
  const draft = useFollowingDraft(`consensus ${round.key}/${code}`, {
    points: { ...formOfPoints(consensus) },
    ambition: String(consensus?.ambition ?? ''),
    strengths: consensus?.strengths ?? '',
    weaknesses: consensus?.weaknesses ?? '',
    comment: consensus?.comment ?? '',
    remark: consensus?.remark ?? '',
  })
  const { form, set } = draft
  const problem = useSignal<string | undefined>(undefined)
  const words = z().consensus
  const save = (): void => {
    if (totalOfForm(round.panel, type, form.points) === undefined) {
      problem.value = round.panel === 'fine-tuned' ? 'parts-missing' : 'points-missing'
      return
    }
    problem.value = said(
      rounds.sayConsensus(round, code, {
        ...pointsOfForm(round.panel, type, form.points),
        ambition: form.ambition === '' ? null : Number(form.ambition),
        strengths: form.strengths.trim(),
        weaknesses: form.weaknesses.trim(),
        comment: form.comment.trim(),
        remark: form.remark.trim(),
      }),
      words.saved(subjectWords(round, code)),
      true,
    )
    if (!problem.value) draft.clear()
  }
  return (
    <section class="panel" aria-labelledby="agree-title">
      <h2 id="agree-title">{words.agree}</h2>
      {consensus && consensus.clashes.length > 0 && <Notice tone="warning" title={words.clash} />}
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Restored draft={draft} />
        <PointsFields
          label={words.agreedLabel}
          panel={round.panel}
          type={type}
          form={form.points}
          error={problem.value && roundProblemWords(problem.value)}
          onChange={(points) => {
            problem.value = undefined
            set({ points: { ...points } })
          }}
        />
        <div class="form-row">
          <Area
            label={z().scoring.strengths}
            rows={2}
            value={form.strengths}
            onInput={(strengths) => set({ strengths })}
          />
          <Area
            label={z().scoring.weaknesses}
            rows={2}
            value={form.weaknesses}
            onInput={(weaknesses) => set({ weaknesses })}
          />
        </div>
        <div class="form-row">
          <Area label={words.comment} rows={2} value={form.comment} onInput={(comment) => set({ comment })} />
          <Ambition round={round} value={form.ambition} onChange={(ambition) => set({ ambition })} />
        </div>
        {round.reader && (
          <Area
            label={words.remark}
            hint={words.remarkHint(personOf(round.reader))}
            rows={2}
            value={form.remark}
            onInput={(remark) => set({ remark })}
          />
        )}
        <div class="form-foot">
          <Button type="submit" look="primary">
            {z().scoring.save}
          </Button>
        </div>
      </form>
    </section>
  )
}

const Ambition = ({
  round,
  value,
  onChange,
}: {
  readonly round: Round
  readonly value: string
  readonly onChange: (value: string) => void
}) => {
  const words = z().consensus
  return round.panel === 'maturity' ? (
    <Choice
      label={words.ambition}
      value={value}
      options={[
        ['', words.ambitionNone],
        ...MATURITY.map((each) => [String(each.level), `${each.level} ${nameOf(each)}`] as const),
      ]}
      onChoose={onChange}
    />
  ) : (
    <TextField
      label={words.ambition}
      value={value}
      maxLength={3}
      onInput={(text) => onChange(text.replace(/\D/g, ''))}
    />
  )
}

const Agreed = ({ round, line }: { readonly round: Round; readonly line: SubjectLine }) => {
  const words = z().consensus
  const { consensus, points } = line
  return (
    <section class="panel" aria-labelledby="agree-title">
      <h2 id="agree-title">{words.agree}</h2>
      {round.state === 'consensus' && <p class="quiet">{words.other}</p>}
      {points === undefined || !consensus ? (
        <p class="quiet">{words.notYet}</p>
      ) : (
        <dl class="check-facts">
          <dt>{words.agreedLabel}</dt>
          <dd>
            <strong>{pointsWords(round.panel, points)}</strong>
          </dd>
          {consensus.ambition !== undefined && (
            <>
              <dt>{words.ambition}</dt>
              <dd>{pointsWords(round.panel, consensus.ambition)}</dd>
            </>
          )}
          {(
            [
              [z().scoring.strengths, consensus.strengths],
              [z().scoring.weaknesses, consensus.weaknesses],
              [words.comment, consensus.comment],
              [words.remark, consensus.remark],
            ] as const
          ).map(
            ([name, text]) =>
              text !== '' && (
                <>
                  <dt>{name}</dt>
                  <dd>{text}</dd>
                </>
              ),
          )}
        </dl>
      )}
    </section>
  )
}

/** What comes of it: the same measures and plans as everywhere, born here. */
const Actions = ({ round, line }: { readonly round: Round; readonly line: SubjectLine }) => {
  const work = useWork()
  const dialog = useSignal<'measure' | 'plan' | undefined>(undefined)
  const about = consensusAbout(round.key, line.code)
  const ground = work.ground.value
  const measures = measuresBornFrom(ground, about)
  const plans = plansOf(ground).filter(({ links }) => links.includes(about))
  const mayMake =
    work.mayWriteIn('team') || work.departments.value.some((key) => work.mayWriteIn(`dept/${key}`))
  const words = z().consensus
  const name = subjectWords(round, line.code)
  const close = (): void => {
    dialog.value = undefined
  }
  const department = round.department === undefined ? {} : { department: round.department }
  return (
    <section class="panel" aria-labelledby="actions-title">
      <h2 id="actions-title">{words.actions}</h2>
      {measures.length + plans.length === 0 ? (
        <p class="quiet">{words.noActions}</p>
      ) : (
        <ul class="plain-list">
          {plans.map((plan) => (
            <li key={plan.about}>
              <a href={planHref(plan.key)}>{plan.title}</a>
            </li>
          ))}
          {measures.map((measure) => (
            <MeasureItem key={`${measure.room} ${measure.about}`} line={measure} />
          ))}
        </ul>
      )}
      {mayMake && (
        <div class="step-list">
          <Button
            onClick={() => {
              dialog.value = 'measure'
            }}
          >
            <Icon name="plus" />
            {words.makeMeasure}
          </Button>
          <Button
            look="plain"
            onClick={() => {
              dialog.value = 'plan'
            }}
          >
            {words.makePlan}
          </Button>
        </div>
      )}
      {dialog.value === 'measure' && (
        <MeasureDialog
          prefill={{
            origin: about,
            title: line.consensus?.weaknesses || words.fromWeak(name),
            ...department,
          }}
          onClose={close}
        />
      )}
      {dialog.value === 'plan' && (
        <NewPlan
          prefill={{ links: [about], departments: round.department === undefined ? [] : [round.department] }}
          onClose={close}
        />
      )}
    </section>
  )
}

const Validating = ({ round, lines }: { readonly round: Round; readonly lines: readonly SubjectLine[] }) => {
  const rounds = useRounds()
  const said = useSaid()
  const problem = useSignal<string | undefined>(undefined)
  const words = z().consensus
  const missing = lines.filter(({ points }) => points === undefined).map(({ code }) => code)
  return (
    <section class="panel round-next">
      <p role="status">{missing.length > 0 ? words.missing(missing.join(', ')) : words.validateNext}</p>
      <div>
        <Button
          look="primary"
          disabled={missing.length > 0}
          onClick={() => {
            problem.value = said(rounds.validateRound(round.key)?.why, words.validated)
          }}
        >
          {words.validate}
        </Button>
      </div>
      {problem.value && (
        <p class="field-error" role="alert">
          {roundProblemWords(problem.value)}
        </p>
      )}
    </section>
  )
}
