/** For who is not in the management team: putting a point forward, and what one's departments put forward. */
import { useState } from 'preact/hooks'
import { backlogOf } from '../../../shared/queries/meetings'
import { nameOf } from '../../text'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { TextField } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import { Area, Choice } from '../work/fields'
import { useWork } from '../work/world'
import { PointMenu } from './meeting/PointMenu'
import { PointSource } from './meeting/PointSource'
import { FormDialog } from './parts'
import { m } from './say'
import { useDraft, useSay } from './world'

export const Suggest = () => {
  const work = useWork()
  const [isAdding, setIsAdding] = useState(false)
  const words = m().suggest
  const rooms = work.departments.value.map((key) => `dept/${key}`).filter(work.mayWriteIn)
  const own = backlogOf(work.ground.value).filter(({ room }) => rooms.includes(room))
  return (
    <div class="team">
      <div class="page">
        <EmptyState title={m().notForYou}>
          {rooms.length > 0 && <p>{m().notForYouNext}</p>}
          {rooms.length > 0 && (
            <Button look="primary" onClick={() => setIsAdding(true)}>
              <Icon name="plus" />
              {words.do}
            </Button>
          )}
        </EmptyState>
        {own.length > 0 && (
          <section class="panel" aria-labelledby="own-title">
            <h2 id="own-title">{words.own}</h2>
            <p class="quiet">{words.ownHint}</p>
            <ul class="team-backlog">
              {own.map((point) => (
                <li key={point.about}>
                  <div class="team-backlog-head">
                    <span class="team-point-title">{point.title}</span>
                    <PointMenu point={point} />
                  </div>
                  {point.note && <p class="quiet team-note">{point.note}</p>}
                  <PointSource point={point} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {isAdding && <SuggestForm rooms={rooms} onClose={() => setIsAdding(false)} />}
      </div>
    </div>
  )
}

const SuggestForm = ({
  rooms,
  onClose,
}: {
  readonly rooms: readonly string[]
  readonly onClose: () => void
}) => {
  const work = useWork()
  const { department } = useModel()
  const { done } = useSay()
  const words = m().suggest
  const { draft, set, forget, wasKept } = useDraft('suggest', { title: '', note: '', room: rooms[0] ?? '' })
  const [problem, setProblem] = useState<'title-missing' | undefined>()
  const nameOfRoom = (room: string): string => {
    const record = department.value.get(room.slice('dept/'.length))
    return record ? nameOf(record) : room
  }
  const save = () => {
    const title = draft.title.trim()
    if (title === '') return setProblem('title-missing')
    const { objection } = work.addPoint({ title, note: draft.note.trim() || null }, draft.room)
    done(objection, words.sent(title))
    forget()
    onClose()
  }
  return (
    <FormDialog
      title={words.title}
      save={words.send}
      hasDraft={wasKept}
      problem={problem}
      onForget={forget}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={m().point.title}
        hint={m().point.titleHint}
        value={draft.title}
        maxLength={200}
        error={problem && m().point.problems[problem]}
        onInput={(title) => set({ title })}
      />
      <Area label={m().point.note} value={draft.note} onInput={(note) => set({ note })} />
      {rooms.length > 1 && (
        <Choice
          label={words.department}
          value={draft.room}
          options={rooms.map((room) => [room, nameOfRoom(room)] as const)}
          onChoose={(room) => set({ room })}
        />
      )}
    </FormDialog>
  )
}
