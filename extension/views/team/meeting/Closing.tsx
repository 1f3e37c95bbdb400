/** Closing a meeting: what is undecided and where it goes, what is not here yet, one ticked sentence, and the report is frozen. */
import { useRef, useState } from 'preact/hooks'
import { actionList, agendaOf, decisionList, meetingsOf } from '../../../../shared/queries/meetings'
import { reportOf } from '../../../../shared/queries/reports'
import { Icon } from '../../../ui/Icon'
import { useModel } from '../../dashboard/context'
import { Choice } from '../../work/fields'
import { useWork } from '../../work/world'
import { FormDialog, Tick } from '../parts'
import { m } from '../say'
import { meetingName } from '../words'
import { useSay } from '../world'
import { teamOf } from './Attendance'
import { useReadMinutes } from './Minutes'

export const Closing = ({
  meeting: key,
  onClose,
}: {
  readonly meeting: string
  readonly onClose: () => void
}) => {
  const { store, router } = useModel()
  const work = useWork()
  const { done } = useSay()
  const readMinutes = useReadMinutes(key)
  const ground = work.ground.value
  const agenda = agendaOf(ground, key)
  const planned = meetingsOf(ground)
    .filter((each) => each.key !== key && each.state !== 'closed' && each.day >= ground.today)
    .reverse()
  const [carryTo, setCarryTo] = useState(planned[0]?.key ?? '')
  const [isTicked, setIsTicked] = useState(false)
  const [problem, setProblem] = useState<string | undefined>()
  const isBusy = useRef(false)
  const words = m().closing
  if (!agenda) return null
  const { undecided, attendance } = agenda
  const unsaid = teamOf(store.members.value).filter(
    ({ key: member }) => !attendance.some((each) => each.member === member),
  )
  const { unsent, online } = store.sync.value
  const close = async (): Promise<void> => {
    if (!isTicked) return setProblem(words.confirmMissing)
    if (isBusy.current) return
    isBusy.current = true
    try {
      const minutes = await readMinutes(words.version)
      const content = minutes && reportOf(work.ground.peek(), key, minutes)
      if (!content) return setProblem(words.problems.minutes)
      const objection = work.closeMeeting(key, { content, carryTo: carryTo || undefined })
      if (objection !== undefined) return setProblem(objectionWords(objection))
      done(undefined, words.done, false)
      onClose()
      router.go({ page: 'team', section: 'meeting', meeting: key, part: 'report', version: undefined })
    } finally {
      isBusy.current = false
    }
  }
  return (
    <FormDialog
      title={words.title}
      save={words.do}
      problem={problem}
      onSave={() => void close()}
      onClose={onClose}
    >
      <p>{words.lists(decisionList(ground, key).length, actionList(ground, key).length)}</p>
      {undecided.length === 0 ? (
        <p>{words.allDecided}</p>
      ) : (
        <>
          <div>
            <p class="team-warning">
              <Icon name="warning" />
              {words.undecided(undecided.length)}
            </p>
            <ul class="team-bullets">
              {undecided.map((point) => (
                <li key={point.key}>{point.title}</li>
              ))}
            </ul>
          </div>
          <Choice
            label={words.carryTo}
            value={carryTo}
            options={[
              ...planned.map((each) => [each.key, meetingName(each, ground.today)] as const),
              ['', words.carryBacklog] as const,
            ]}
            onChoose={setCarryTo}
          />
        </>
      )}
      {unsaid.length > 0 && (
        <p class="quiet">
          {attendance.length === 0 ? words.noAttendance : words.noAttendanceOf(unsaid.length)}
        </p>
      )}
      {!online ? (
        <p class="team-warning">
          <Icon name="no-connection" />
          {words.offline}
        </p>
      ) : (
        unsent > 0 && <p class="quiet">{words.unconfirmed(unsent)}</p>
      )}
      <Tick
        checked={isTicked}
        onTick={(checked) => {
          setIsTicked(checked)
          setProblem(undefined)
        }}
      >
        {words.confirm}
      </Tick>
      {problem && (
        <p class="field-error" role="alert">
          <Icon name="warning" />
          <span>{problem}</span>
        </p>
      )}
    </FormDialog>
  )
}

/** What a verb about closing objects, in a sentence. */
const objectionWords = (objection: string): string => {
  const { problems } = m().closing
  return objection in problems ? problems[objection as keyof typeof problems] : m().failed
}
