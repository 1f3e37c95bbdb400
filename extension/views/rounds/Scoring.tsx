/** Scoring alone: a subject at a time, and saying that one is ready. What others score is not here to be seen. */
import { useSignal } from '@preact/signals'
import { readRecord } from '../../../shared/kinds/kind'
import { type Round, submission, submissionAbout } from '../../../shared/kinds/round'
import { type WorkGround, workRooms } from '../../../shared/queries/ground'
import { pointsOf, type SubjectLine } from '../../../shared/queries/rounds'
import { momentWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Notice } from '../../ui/Notice'
import { useModel } from '../dashboard/context'
import { Restored } from '../quality/form-draft'
import { Area } from '../work/fields'
import { useWork } from '../work/world'
import { formOfPoints, PointsFields, pointsOfForm, totalOfForm } from './PointsFields'
import type { RoundRoute } from './route'
import { currentOf, Neighbours, SubjectList, SubjectTitle, useFollowedSubject } from './Subjects'
import { roundProblemWords, z } from './say'
import { subjectWords } from './words'
import { useFollowingDraft, useRounds, useSaid } from './world'

export const Scoring = ({ round, page }: { readonly round: Round; readonly page: RoundRoute }) => {
  const { store } = useModel()
  const rounds = useRounds()
  const me = store.session.member
  const lines = rounds.lines.value(round)
  const isScored = ({ own, type }: SubjectLine): boolean =>
    own !== undefined && pointsOf(round.panel, type, own) !== undefined
  const current = currentOf(page, lines, isScored)
  useFollowedSubject(current?.code)
  const words = z()
  if (!round.members.includes(me))
    return <EmptyState title={words.states.scoring}>{words.scoring.other}</EmptyState>
  if (!current) return null
  const missing = lines.filter((line) => !isScored(line)).length
  return (
    <>
      <Notice title={words.scoring.blind} />
      <div class="round-columns">
        <SubjectList
          round={round}
          lines={lines}
          current={current.code}
          isDone={isScored}
          words={[words.page.scored, words.page.notScored]}
        />
        <div class="stack">
          <ScoreForm key={current.code} round={round} line={current} lines={lines} />
          <Submitting round={round} missing={missing} total={lines.length} />
        </div>
      </div>
    </>
  )
}

const ScoreForm = ({
  round,
  line,
  lines,
}: {
  readonly round: Round
  readonly line: SubjectLine
  readonly lines: readonly SubjectLine[]
}) => {
  const { router } = useModel()
  const rounds = useRounds()
  const { code, type, own } = line
  const said = useSaid()
  const given = {
    points: { ...formOfPoints(own) },
    comment: own?.comment ?? '',
    strengths: own?.strengths ?? '',
    weaknesses: own?.weaknesses ?? '',
  }
  const draft = useFollowingDraft(`score ${round.key}/${code}`, given)
  const { form, set } = draft
  const problem = useSignal<string | undefined>(undefined)
  const words = z().scoring
  const name = subjectWords(round, code)
  const next = lines[lines.findIndex((each) => each.code === code) + 1]
  const isFilled = totalOfForm(round.panel, type, form.points) !== undefined || form.comment.trim() !== ''
  const save = (isNext: boolean): void => {
    if (!isFilled) {
      problem.value = round.panel === 'fine-tuned' ? 'parts-missing' : 'points-missing'
      return
    }
    problem.value = said(
      rounds.sayScore(round, code, {
        ...pointsOfForm(round.panel, type, form.points),
        comment: form.comment.trim(),
        strengths: form.strengths.trim(),
        weaknesses: form.weaknesses.trim(),
      }),
      words.saved(name),
      true,
    )
    if (problem.value) return
    draft.clear()
    if (isNext && next)
      router.swap({ page: 'rounds', section: 'round', round: round.key, subject: next.code })
  }
  // What is not whole yet stays as a draft.
  const keep = (): boolean => {
    const isChanged = JSON.stringify(form) !== JSON.stringify(given)
    if (!isChanged || !isFilled || !rounds.mayScore(round)) return true
    save(false)
    return problem.peek() === undefined
  }
  return (
    <section class="panel" aria-labelledby="subject-title">
      <div class="panel-head">
        <SubjectTitle round={round} code={code} />
        <Neighbours round={round} lines={lines} current={code} onLeave={keep} />
      </div>
      {!rounds.mayScore(round) && <p class="quiet">{words.notOpenHere}</p>}
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save(true)
        }}
      >
        <Restored draft={draft} />
        <PointsFields
          label={words.yourScore}
          panel={round.panel}
          type={type}
          form={form.points}
          error={problem.value && roundProblemWords(problem.value)}
          onChange={(points) => {
            problem.value = undefined
            set({ points: { ...points } })
          }}
        />
        <Area
          label={words.comment}
          hint={words.commentHint}
          rows={2}
          value={form.comment}
          onInput={(comment) => set({ comment })}
        />
        <div class="form-row">
          <Area
            label={words.strengths}
            rows={2}
            value={form.strengths}
            onInput={(strengths) => set({ strengths })}
          />
          <Area
            label={words.weaknesses}
            rows={2}
            value={form.weaknesses}
            onInput={(weaknesses) => set({ weaknesses })}
          />
        </div>
        <div class="form-foot">
          {next && <Button onClick={() => save(false)}>{words.save}</Button>}
          <Button type="submit" look="primary">
            {next ? words.saveNext : words.save}
          </Button>
        </div>
      </form>
    </section>
  )
}

const Submitting = ({
  round,
  missing,
  total,
}: {
  readonly round: Round
  readonly missing: number
  readonly total: number
}) => {
  const { store } = useModel()
  const rounds = useRounds()
  const work = useWork()
  const said = useSaid()
  const problem = useSignal<string | undefined>(undefined)
  const words = z().scoring
  const at = submittedAt(work.ground.value, round.key, store.session.member)
  return (
    <section class="panel round-next">
      {at === undefined ? (
        <>
          <p role="status">
            {words.progress(total - missing, total)} {missing > 0 && words.missing(missing)}
          </p>
          <div>
            <Button
              look="primary"
              disabled={missing > 0}
              onClick={() => {
                problem.value = said(rounds.submit(round) && 'nowhere-to-say', words.submitted)
              }}
            >
              {words.submit}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p role="status">
            {words.submittedAt(momentWords(at))} {words.mayStill}
          </p>
          <div>
            <Button
              onClick={() => {
                problem.value = said(rounds.takeBack(round), words.tookBack)
              }}
            >
              {words.takeBack}
            </Button>
          </div>
        </>
      )}
      {problem.value && (
        <p class="field-error" role="alert">
          {roundProblemWords(problem.value)}
        </p>
      )}
    </section>
  )
}

const submittedAt = (ground: WorkGround, round: string, member: string): number | undefined => {
  for (const { records } of workRooms(ground)) {
    const folded = records.get(submissionAbout(round, member))
    const found = folded && readRecord(submission, folded)
    if (found?.submitted) return found.at
  }
  return undefined
}
