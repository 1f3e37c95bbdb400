/** How long a meeting and its points take: counted from when the chair turned to each, the same on every device. */
import { type MeetingLine, timeSpent } from '../../../../shared/queries/meetings'
import { Icon } from '../../../ui/Icon'
import { USUAL_LENGTH } from '../MeetingForm'
import { m } from '../say'
import { clockWords } from '../words'
import { useNow } from '../world'

const MINUTE = 60_000

/** Of the whole meeting. */
export const Elapsed = ({ meeting }: { readonly meeting: MeetingLine }) => {
  const now = useNow(1_000)
  const { startedAt, length = USUAL_LENGTH } = meeting
  if (startedAt === undefined) return null
  return <Time spent={Math.max(0, now - startedAt)} planned={length} />
}

/** Of one point; nothing as long as nobody turned to it. */
export const PointTime = ({
  meeting,
  point,
  planned,
}: {
  readonly meeting: MeetingLine
  readonly point: string
  readonly planned: number | undefined
}) => {
  const now = useNow(1_000)
  const spent = timeSpent(meeting.folded, now).get(point)
  return spent === undefined ? null : <Time spent={spent} planned={planned} />
}

const Time = ({ spent, planned }: { readonly spent: number; readonly planned: number | undefined }) => {
  const words = m().running
  const over = planned === undefined ? 0 : spent - planned * MINUTE
  return (
    <span class={over > 0 ? 'team-time is-over' : 'team-time'} role="timer">
      <Icon name="waiting" />
      <span>
        {planned === undefined
          ? words.elapsed(clockWords(spent))
          : words.ofTime(clockWords(spent), m().span(planned))}
        {over > 0 && `, ${words.over(clockWords(over))}`}
      </span>
    </span>
  )
}
