/** The form of an agenda point: a new one, or one that is changed. */
import { useState } from 'preact/hooks'
import { placeBetween } from '../../../shared/commands/points'
import { HORIZONS, type Horizon } from '../../../shared/kinds/measure'
import { SECTIONS, type Section } from '../../../shared/kinds/point'
import { agendaOf, meetingsOf, type PointLine } from '../../../shared/queries/meetings'
import type { Place } from '../../state/quality-types'
import { t } from '../../text'
import { TextField } from '../../ui/Field'
import { useModel } from '../dashboard/context'
import { Area, Choice } from '../work/fields'
import { useWork } from '../work/world'
import { areMinutes, minutesFrom } from './MeetingForm'
import { FormDialog, Tick } from './parts'
import { m } from './say'
import { meetingName } from './words'
import { useDraft, useSay } from './world'

type Draft = {
  title: string
  note: string
  section: Section
  presenter: string
  minutes: string
  horizon: Horizon
  meeting: string
  behindClosedDoors: boolean
}

export const PointForm = ({
  point,
  meeting,
  section = 'steering',
  onClose,
}: {
  readonly point?: PointLine
  /** Of a new one: the meeting it goes to; none: the backlog. */
  readonly meeting?: string | undefined
  readonly section?: Section
  readonly onClose: () => void
}) => {
  const { store } = useModel()
  const work = useWork()
  const { done } = useSay()
  const words = m().point
  const ground = work.ground.value
  const { draft, set, forget, wasKept } = useDraft<Draft>(`point/${point?.key ?? meeting ?? 'new'}`, {
    title: point?.title ?? '',
    note: point?.note ?? '',
    section: point?.section ?? section,
    presenter: point?.presenter ?? '',
    minutes: String(point ? (point.minutes ?? '') : 10),
    horizon: point?.horizon ?? 'short',
    meeting: point ? (point.meeting ?? '') : (meeting ?? ''),
    behindClosedDoors: point?.behindClosedDoors ?? false,
  })
  const [problem, setProblem] = useState<'title-missing' | 'minutes-odd' | undefined>()
  const places = [
    ['', words.inBacklog] as const,
    ...meetingsOf(ground)
      .filter(({ state, key }) => state !== 'closed' || key === point?.meeting)
      .map((each) => [each.key, meetingName(each, ground.today)] as const),
  ]
  const save = () => {
    const found = areMinutes(draft.minutes) ? undefined : 'minutes-odd'
    setProblem(found)
    if (found) return
    const moves = (point?.meeting ?? '') !== draft.meeting || (point?.section ?? '') !== draft.section
    const fields = {
      title: draft.title.trim(),
      note: draft.note.trim() || null,
      section: draft.section,
      presenter: draft.presenter || null,
      minutes: minutesFrom(draft.minutes),
      horizon: draft.horizon,
      meeting: draft.meeting || null,
      behindClosedDoors: draft.behindClosedDoors || null,
      ...(moves && draft.meeting && { place: lastPlace(agendaOf(ground, draft.meeting), draft.section) }),
    }
    const objection = point ? work.changePoint(point as Place, fields) : work.addPoint(fields).objection
    if (objection === 'title-missing' || objection === 'minutes-odd') return setProblem(objection)
    const saying = objection === 'no-such-point' ? words.problems[objection] : objection
    done(saying, point ? words.saved(fields.title) : words.added(fields.title))
    forget()
    onClose()
  }
  return (
    <FormDialog
      title={point ? words.change : words.add}
      save={t().app.save}
      hasDraft={wasKept}
      problem={problem}
      onForget={forget}
      onSave={save}
      onClose={onClose}
    >
      {point && point.clashes.length > 0 && <p class="clash-word">{words.clash}</p>}
      <TextField
        label={words.title}
        hint={words.titleHint}
        value={draft.title}
        maxLength={200}
        error={problem === 'title-missing' ? words.problems['title-missing'] : undefined}
        onInput={(title) => set({ title })}
      />
      <Area label={words.note} value={draft.note} onInput={(note) => set({ note })} />
      <div class="form-row">
        <Choice
          label={words.meeting}
          value={draft.meeting}
          options={places}
          onChoose={(key) => set({ meeting: key })}
        />
        <Choice
          label={words.section}
          value={draft.section}
          options={SECTIONS.map((each) => [each, m().sections[each]] as const)}
          onChoose={(chosen) => set({ section: chosen })}
        />
      </div>
      <div class="form-row">
        <Choice
          label={words.presenter}
          value={draft.presenter}
          options={[
            ['', m().nobodyYet] as const,
            ...store.members.value.map(({ key, name }) => [key, name] as const),
          ]}
          onChoose={(presenter) => set({ presenter })}
        />
        <TextField
          label={words.minutes}
          value={draft.minutes}
          maxLength={3}
          error={problem === 'minutes-odd' ? words.problems['minutes-odd'] : undefined}
          onInput={(minutes) => set({ minutes })}
        />
      </div>
      <Choice
        label={words.horizon}
        value={draft.horizon}
        options={HORIZONS.map((each) => [each, m().horizonsInFull[each]] as const)}
        onChoose={(horizon) => set({ horizon })}
      />
      <Tick checked={draft.behindClosedDoors} onTick={(behindClosedDoors) => set({ behindClosedDoors })}>
        {words.behindClosedDoors}
      </Tick>
    </FormDialog>
  )
}

/** A place after all others of a section; none where the others have none. */
export const lastPlace = (agenda: ReturnType<typeof agendaOf>, section: Section): string | undefined => {
  const last = agenda?.points.findLast((each) => each.section === section)
  if (!last) return placeBetween()
  return last.place === '' ? undefined : placeBetween(last.place)
}
