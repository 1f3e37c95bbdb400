/** The form of a meeting: a new one, or one that is changed. */
import { useState } from 'preact/hooks'
import type { Meeting } from '../../../shared/kinds/meeting'
import { t } from '../../text'
import { TextField } from '../../ui/Field'
import { useModel } from '../dashboard/context'
import { Choice } from '../work/fields'
import { useWork } from '../work/world'
import { FormDialog, Tick } from './parts'
import { m } from './say'
import { meetingTitle } from './words'
import { useDraft, useSay } from './world'

/** How long a meeting may take, and what of that is kept for the long term, where nobody said. */
export const USUAL_LENGTH = 120
const USUAL_LONG_TERM = 20

type Draft = {
  day: string
  start: string
  title: string
  where: string
  chair: string
  secretary: string
  length: string
  longTerm: string
  behindClosedDoors: boolean
}
type Problem = 'day-missing' | 'start' | 'length' | 'longTerm'

export const MeetingForm = ({
  meeting,
  like,
  onClose,
  onAdded,
}: {
  readonly meeting?: Meeting
  /** The one before: a new one is usually like it. */
  readonly like?: Meeting | undefined
  readonly onClose: () => void
  readonly onAdded?: (key: string) => void
}) => {
  const { store } = useModel()
  const work = useWork()
  const { done } = useSay()
  const words = m().form
  const { draft, set, forget, wasKept } = useDraft<Draft>(
    `meeting/${meeting?.key ?? 'new'}`,
    draftOf(meeting, like, store.session.member),
  )
  const [problem, setProblem] = useState<Problem | undefined>()
  const people = [
    ['', m().nobodyYet] as const,
    ...store.members.value.map(({ key, name }) => [key, name] as const),
  ]
  const save = () => {
    const found = problemOf(draft)
    setProblem(found)
    if (found) return
    const fields = {
      day: draft.day,
      start: hourFrom(draft.start) || null,
      title: draft.title.trim() || null,
      where: draft.where.trim() || null,
      chair: draft.chair || null,
      secretary: draft.secretary || null,
      length: minutesFrom(draft.length),
      longTerm: minutesFrom(draft.longTerm),
      behindClosedDoors: draft.behindClosedDoors || null,
    }
    const title = meetingTitle({ title: draft.title })
    if (meeting) {
      const objection = work.changeMeeting(meeting.key, fields)
      if (objection === 'day-missing') return setProblem(objection)
      done(objection, words.saved(title))
    } else {
      const { added, objection } = work.addMeeting(fields)
      if (objection === 'day-missing') return setProblem(objection)
      done(objection, words.added(title))
      if (added) onAdded?.(added.key)
    }
    forget()
    onClose()
  }
  return (
    <FormDialog
      title={meeting ? words.changeTitle : words.addTitle}
      save={t().app.save}
      hasDraft={wasKept}
      problem={problem}
      onForget={forget}
      onSave={save}
      onClose={onClose}
    >
      <div class="form-row">
        <TextField
          label={words.day}
          type="date"
          value={draft.day}
          error={problem === 'day-missing' ? words.problems['day-missing'] : undefined}
          onInput={(day) => set({ day })}
        />
        <TextField
          label={words.start}
          hint={words.startHint}
          value={draft.start}
          maxLength={5}
          error={problem === 'start' ? words.problems.start : undefined}
          onInput={(start) => set({ start })}
        />
      </div>
      <div class="form-row">
        <TextField
          label={words.title}
          hint={words.titleHint}
          value={draft.title}
          maxLength={120}
          onInput={(title) => set({ title })}
        />
        <TextField
          label={words.where}
          value={draft.where}
          maxLength={120}
          onInput={(where) => set({ where })}
        />
      </div>
      <div class="form-row">
        <Choice
          label={words.chair}
          value={draft.chair}
          options={people}
          onChoose={(chair) => set({ chair })}
        />
        <Choice
          label={words.secretary}
          value={draft.secretary}
          options={people}
          onChoose={(secretary) => set({ secretary })}
        />
      </div>
      <div class="form-row">
        <TextField
          label={words.length}
          value={draft.length}
          maxLength={3}
          error={problem === 'length' ? words.problems.number : undefined}
          onInput={(length) => set({ length })}
        />
        <TextField
          label={words.longTerm}
          hint={words.longTermHint}
          value={draft.longTerm}
          maxLength={3}
          error={problem === 'longTerm' ? words.problems.number : undefined}
          onInput={(longTerm) => set({ longTerm })}
        />
      </div>
      <Tick checked={draft.behindClosedDoors} onTick={(behindClosedDoors) => set({ behindClosedDoors })}>
        {words.behindClosedDoors}
      </Tick>
    </FormDialog>
  )
}

const draftOf = (meeting: Meeting | undefined, like: Meeting | undefined, me: string): Draft => {
  const from = meeting ?? like
  return {
    day: meeting?.day ?? '',
    start: from?.start ?? '09:00',
    title: meeting?.title ?? '',
    where: from?.where ?? '',
    chair: from?.chair ?? me,
    secretary: from?.secretary ?? '',
    length: String(from?.length ?? USUAL_LENGTH),
    longTerm: String(from?.longTerm ?? USUAL_LONG_TERM),
    behindClosedDoors: meeting?.behindClosedDoors ?? false,
  }
}

/** "9", "9u30", "09.30" are hours too. */
const hourFrom = (text: string): string => {
  const found = /^(\d{1,2})(?:[:.uh](\d{2})?)?$/.exec(text.trim())
  return found ? `${found[1]?.padStart(2, '0')}:${found[2] ?? '00'}` : text.trim()
}

/** A number of minutes; nothing where nothing stands. `undefined`: it is none. */
export const minutesFrom = (text: string): number | null => {
  const trimmed = text.trim()
  return /^\d{1,3}$/.test(trimmed) ? Number(trimmed) : null
}
export const areMinutes = (text: string): boolean =>
  text.trim() === '' || (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 600)

const problemOf = ({ day, start, length, longTerm }: Draft): Problem | undefined => {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return 'day-missing'
  if (start.trim() !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(hourFrom(start))) return 'start'
  if (!areMinutes(length)) return 'length'
  return areMinutes(longTerm) ? undefined : 'longTerm'
}
