/** The agenda by sections, with sums of time. Points are moved by keyboard or dragged; while the meeting runs they are treated. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { SECTIONS, type Section } from '../../../../shared/kinds/point'
import type { Agenda as AgendaFacts, PointLine } from '../../../../shared/queries/meetings'
import { nameOf } from '../../../text'
import { Badge } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { EmptyState } from '../../../ui/EmptyState'
import { Icon } from '../../../ui/Icon'
import { useModel } from '../../dashboard/context'
import { useWork } from '../../work/world'
import { usePlanPoint } from '../Backlog'
import { USUAL_LENGTH } from '../MeetingForm'
import { PointForm } from '../PointForm'
import { m } from '../say'
import { useMayWrite, useSay } from '../world'
import { dragged } from './dragging'
import { Outcome } from './Outcome'
import { PointMenu } from './PointMenu'
import { PointSource } from './PointSource'
import { PointTime } from './Timer'

type Target = { readonly section: Section; readonly index: number }

export const Agenda = ({ agenda }: { readonly agenda: AgendaFacts }) => {
  const { meeting, sections, points, minutes } = agenda
  const [isAdding, setIsAdding] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const mayWrite = useMayWrite() && meeting.state !== 'closed'
  const move = useMove(agenda, list.current)
  const words = m().meeting
  return (
    <>
      <div class="panel-head">
        <h2 id="agenda-title">{words.agenda}</h2>
        {points.length > 0 && <span class="quiet">{words.agendaOf(points.length, m().span(minutes))}</span>}
        {mayWrite && (
          <Button onClick={() => setIsAdding(true)}>
            <Icon name="plus" />
            {words.addPoint}
          </Button>
        )}
      </div>
      {meeting.state !== 'closed' && points.length > 0 && <Fit agenda={agenda} />}
      {points.length === 0 ? (
        <DropZone section="steering" index={0} isOn={mayWrite} onDrop={move.drop}>
          <EmptyState title={words.emptyAgenda}>{words.emptyAgendaNext}</EmptyState>
        </DropZone>
      ) : (
        <div ref={list} class="team-agenda">
          {sections.map(({ section, points: own, minutes: sum }) => (
            <section key={section} aria-labelledby={`section-${section}`}>
              <h3 id={`section-${section}`}>
                {m().sections[section]} <span class="quiet">{m().span(sum)}</span>
              </h3>
              <ol>
                {own.map((point, index) => (
                  <DropZone
                    key={point.key}
                    as="li"
                    section={section}
                    index={index}
                    isOn={mayWrite}
                    onDrop={move.drop}
                  >
                    <PointRow
                      agenda={agenda}
                      point={point}
                      number={points.indexOf(point) + 1}
                      onStep={mayWrite ? (by) => move.step(point, by) : undefined}
                    />
                  </DropZone>
                ))}
              </ol>
            </section>
          ))}
        </div>
      )}
      {isAdding && <PointForm meeting={meeting.key} onClose={() => setIsAdding(false)} />}
    </>
  )
}

/** Whether all of it fits in the time, and whether the long term gets its share. */
const Fit = ({ agenda: { meeting, minutes, longTerm } }: { readonly agenda: AgendaFacts }) => {
  const words = m().meeting
  const left = (meeting.length ?? USUAL_LENGTH) - minutes
  return (
    <p class="team-fit">
      <span class={left < 0 ? 'late-word' : undefined}>
        {left < 0 && <Icon name="warning" />}
        {left < 0 ? words.doesNotFit(m().span(-left)) : words.fits(m().span(left))}
      </span>{' '}
      <span class={longTerm.short ? 'team-warning' : 'quiet'}>
        {longTerm.short && <Icon name="warning" />}
        {longTerm.short
          ? words.longTermShort(m().span(longTerm.minutes), m().span(longTerm.kept))
          : words.longTermFine(m().span(longTerm.minutes))}
      </span>
    </p>
  )
}

const PointRow = ({
  agenda: { meeting, points },
  point,
  number,
  onStep,
}: {
  readonly agenda: AgendaFacts
  readonly point: PointLine
  readonly number: number
  /** Moves it by keyboard; none: it stays. */
  readonly onStep: ((by: -1 | 1) => void) | undefined
}) => {
  const work = useWork()
  const { nameOf: nameOfMember, department } = useModel()
  const { done, tell } = useSay()
  const words = m()
  const mayWrite = useMayWrite()
  const isCurrent = meeting.state === 'running' && meeting.current === point.key
  const next = points[points.indexOf(point) + 1]
  const from = point.room === 'team' ? undefined : department.value.get(point.room.slice('dept/'.length))
  const show = (key: string | null): void => {
    if (work.showPoint(meeting.key, key)) tell(words.failed)
  }
  return (
    <article
      class={isCurrent ? 'team-point is-current' : 'team-point'}
      aria-labelledby={`point-${point.key}`}
    >
      <div class="team-point-head">
        {onStep && <Grip point={point} onStep={onStep} />}
        <span class="team-number">{number}</span>
        <div class="team-point-name">
          <h4 id={`point-${point.key}`} class="team-point-title">
            {point.title}
          </h4>
          {isCurrent && <Badge tone="warning">{words.running.current}</Badge>}
          {point.behindClosedDoors && <Badge>{words.closedDoors}</Badge>}
          {point.horizon !== 'short' && <Badge tone="info">{words.horizons[point.horizon]}</Badge>}
        </div>
        {mayWrite && meeting.state !== 'closed' && (
          <PointMenu
            point={point}
            extra={[
              // For fingers: there is no dragging on a touch screen.
              ...(onStep
                ? [
                    { icon: 'up' as const, label: words.meeting.moveUp, onChoose: () => onStep(-1) },
                    { icon: 'down' as const, label: words.meeting.moveDown, onChoose: () => onStep(1) },
                  ]
                : []),
              {
                icon: 'waiting',
                label: words.meeting.toBacklog,
                onChoose: () =>
                  void done(
                    work.movePoint(point, { meeting: null, section: point.section, among: [], index: 0 }),
                    words.meeting.toBacklogDone(point.title),
                  ),
              },
            ]}
          />
        )}
      </div>
      <p class="quiet team-point-facts">
        {[
          point.presenter && nameOfMember(point.presenter),
          point.minutes === undefined ? words.meeting.noMinutes : words.span(point.minutes),
          from && words.point.from(nameOf(from)),
          point.carriedFrom.length > 0 && words.point.carried(point.carriedFrom.length),
        ]
          .filter(Boolean)
          .join(' · ')}
        {meeting.state === 'running' && (
          <PointTime meeting={meeting} point={point.key} planned={point.minutes} />
        )}
      </p>
      {point.note && <p class="team-note">{point.note}</p>}
      <PointSource point={point} />
      {(meeting.state === 'running' || meeting.state === 'closed') && (
        <Outcome point={point} isOpen={isCurrent} mayWrite={mayWrite}>
          {meeting.state === 'running' && mayWrite && !isCurrent && (
            <Button aria-label={words.running.showOf(point.title)} onClick={() => show(point.key)}>
              {words.running.show}
            </Button>
          )}
          {mayWrite && isCurrent && next && (
            <Button onClick={() => show(next.key)}>{words.running.nextPoint}</Button>
          )}
          {mayWrite && isCurrent && (
            <Button look="plain" onClick={() => show(null)}>
              {words.running.pause}
            </Button>
          )}
        </Outcome>
      )}
    </article>
  )
}

const Grip = ({ point, onStep }: { readonly point: PointLine; readonly onStep: (by: -1 | 1) => void }) => (
  <button
    type="button"
    class="team-grip"
    draggable
    data-grip={point.key}
    aria-label={m().meeting.grip(point.title)}
    aria-description={m().meeting.gripHint}
    title={m().meeting.moveHint}
    onKeyDown={(event) => {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
      event.preventDefault()
      onStep(event.key === 'ArrowUp' ? -1 : 1)
    }}
    onDragStart={(event) => {
      event.dataTransfer?.setData('text/plain', point.title)
      dragged.value = point
    }}
    onDragEnd={() => {
      dragged.value = undefined
    }}
  >
    <svg width="10" height="16" viewBox="0 0 10 16" aria-hidden="true" focusable="false" fill="currentColor">
      {[2, 8, 14].flatMap((y) => [2, 8].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.6" />))}
    </svg>
  </button>
)

/** Where a point can be let go: before or after what stands there. */
const DropZone = ({
  as: Element = 'div',
  section,
  index,
  isOn,
  onDrop,
  children,
}: {
  readonly as?: 'div' | 'li'
  readonly section: Section
  readonly index: number
  readonly isOn: boolean
  readonly onDrop: (target: Target) => void
  readonly children: preact.ComponentChildren
}) => {
  const [side, setSide] = useState<'before' | 'after' | undefined>()
  const sideOf = (event: DragEvent): 'before' | 'after' => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect()
    return event.clientY < box.top + box.height / 2 ? 'before' : 'after'
  }
  return (
    <Element
      class={side === undefined ? 'team-drop' : `team-drop is-${side}`}
      onDragOver={(event: DragEvent) => {
        if (!isOn || !dragged.peek()) return
        event.preventDefault()
        setSide(sideOf(event))
      }}
      onDragLeave={() => setSide(undefined)}
      onDrop={(event: DragEvent) => {
        if (!isOn || !dragged.peek()) return
        event.preventDefault()
        setSide(undefined)
        onDrop({ section, index: sideOf(event) === 'before' ? index : index + 1 })
      }}
    >
      {children}
    </Element>
  )
}

const useMove = ({ meeting, sections }: AgendaFacts, list: HTMLElement | null) => {
  const work = useWork()
  const { done } = useSay()
  const plan = usePlanPoint()
  const moved = useRef<string | undefined>(undefined)
  const pointsIn = (section: Section): readonly PointLine[] =>
    sections.find((each) => each.section === section)?.points ?? []
  // The grip that was pressed keeps the focus, wherever its point went.
  useEffect(() => {
    if (moved.current === undefined) return
    list?.querySelector<HTMLElement>(`[data-grip="${CSS.escape(moved.current)}"]`)?.focus()
    moved.current = undefined
  })
  const put = (point: PointLine, { section, index }: Target): void => {
    const among = pointsIn(section)
    const place = among.slice(0, index).filter(({ key }) => key !== point.key).length
    const objection = work.movePoint(point, { meeting: meeting.key, section, among, index: place })
    done(objection, m().meeting.moved(point.title, place + 1, m().sections[section]))
  }
  return {
    /** One place up or down, over the edge of a section into the next. */
    step(point: PointLine, by: -1 | 1): void {
      const own = pointsIn(point.section)
      const at = own.indexOf(point)
      const target = at + by
      moved.current = point.key
      const isInside = target >= 0 && target < own.length
      const section = isInside ? point.section : SECTIONS[SECTIONS.indexOf(point.section) + by]
      const index = isInside ? (by === 1 ? target + 1 : target) : by === 1 ? 0 : Number.POSITIVE_INFINITY
      if (section) put(point, { section, index })
    },
    drop(target: Target): void {
      const point = dragged.peek()
      dragged.value = undefined
      if (!point) return
      if (point.meeting === meeting.key) put(point, target)
      else plan(point, meeting, target)
    },
  }
}
