/** The big screen: the point that the chair turned to, in letters for the back of the room. Follows by itself. */
import { useEffect, useRef } from 'preact/hooks'
import { agendaOf, type PointLine } from '../../../shared/queries/meetings'
import { dayWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { useModel } from '../dashboard/context'
import { useWork } from '../work/world'
import { PointTime } from './meeting/Timer'
import { meetingHref } from './route'
import { m } from './say'
import { meetingTitle } from './words'

export const Screen = ({ meeting: key }: { readonly meeting: string }) => {
  const { store } = useModel()
  const element = useRef<HTMLDivElement>(null)
  const agenda = agendaOf(useWork().ground.value, key)
  const words = m().screen
  // The screen stays lit for as long as it is looked at, where the browser can do that.
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    navigator.wakeLock?.request('screen').then(
      (granted) => {
        lock = granted
      },
      () => {
        // On battery or in the background a browser may refuse: the screen then does as it always does.
      },
    )
    return () => void lock?.release()
  }, [])
  if (!agenda) return null
  const { meeting, points } = agenda
  const at = points.findIndex((each) => each.key === meeting.current)
  const point = points[at]
  return (
    <div class="big-screen" ref={element}>
      <p class="big-place">
        {meetingTitle(meeting)} · {dayWords(meeting.day, store.today.value)}
        {point && ` · ${words.pointOf(at + 1, points.length)}`}
      </p>
      <div class="big-middle" aria-live="polite">
        {point ? (
          <Point point={point} agenda={agenda} />
        ) : (
          <h1>
            {meeting.state === 'closed'
              ? words.over
              : meeting.state === 'running'
                ? words.waiting
                : words.notStarted}
          </h1>
        )}
      </div>
      <footer class="big-foot">
        {points[at + 1] && meeting.state !== 'closed' ? (
          <p>
            <span class="quiet">{words.next}:</span> {points[at + 1]?.title}
          </p>
        ) : (
          <span />
        )}
        <div class="team-verbs">
          <Button onClick={() => void element.current?.requestFullscreen?.()}>{words.fullscreen}</Button>
          <a class="button" href={meetingHref(key)}>
            {words.leave}
          </a>
        </div>
      </footer>
    </div>
  )
}

const Point = ({
  point,
  agenda: { meeting },
}: {
  readonly point: PointLine
  readonly agenda: NonNullable<ReturnType<typeof agendaOf>>
}) => {
  const { nameOf, store } = useModel()
  return (
    <>
      <p class="big-section">
        {[m().sections[point.section], point.presenter && nameOf(point.presenter)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <h1>{point.title}</h1>
      {point.note && point.outcome === undefined && <p class="big-note">{point.note}</p>}
      {meeting.state === 'running' && (
        <PointTime meeting={meeting} point={point.key} planned={point.minutes} />
      )}
      {point.outcome && (
        <p class="big-outcome">
          <strong>{m().outcomes[point.outcome]}</strong> {point.conclusion}
        </p>
      )}
      {point.measures.length > 0 && (
        <ul class="big-measures">
          {point.measures.map(({ about, title, owner, due }) => (
            <li key={about}>
              {[title, nameOf(owner), due && dayWords(due, store.today.value)].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
