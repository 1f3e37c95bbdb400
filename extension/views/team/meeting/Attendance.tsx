/** Who is there: of everyone in the management team, and of whoever else was noted. */
import { useState } from 'preact/hooks'
import { PRESENCES } from '../../../../shared/kinds/meeting'
import type { Member } from '../../../../shared/kinds/member'
import type { Agenda } from '../../../../shared/queries/meetings'
import { Button } from '../../../ui/Button'
import { useModel } from '../../dashboard/context'
import { useWork } from '../../work/world'
import { m } from '../say'
import { useMayWrite, useSay } from '../world'

const TEAM_ROLES: ReadonlySet<string> = new Set(['director', 'coordinator', 'team'])

/** Whose place is in the management team. */
export const teamOf = (members: readonly Member[]): Member[] =>
  members.filter(({ roles }) => roles.some(({ role }) => TEAM_ROLES.has(role)))

export const Attendance = ({ agenda: { meeting, attendance } }: { readonly agenda: Agenda }) => {
  const { store } = useModel()
  const work = useWork()
  const { done, tell } = useSay()
  const mayWrite = useMayWrite() && meeting.state === 'running'
  const words = m().running
  const said = new Map(attendance.map(({ member, presence }) => [member, presence]))
  const team = teamOf(store.members.value)
  const others = store.members.value.filter((each) => said.has(each.key) && !team.includes(each))
  const people = [...team, ...others]
  const present = attendance.filter(({ presence }) => presence === 'present').length
  // Only at first: it stays open while one person after the other is marked.
  const [isOpen] = useState(mayWrite && present === 0)
  const unknown = people.filter(({ key }) => !said.has(key))
  return (
    <details class="panel team-fold" open={isOpen}>
      <summary>
        <h2>{words.present}</h2>
        <span class="quiet">{words.presentOf(present, people.length)}</span>
      </summary>
      <ul class="team-people">
        {people.map(({ key, name }) => (
          <li key={key}>
            <span id={`present-${key}`}>{name}</span>
            {mayWrite ? (
              <fieldset class="segments" aria-labelledby={`present-${key}`}>
                {PRESENCES.map((presence) => (
                  <label key={presence} class="segment">
                    <input
                      class="visually-hidden"
                      type="radio"
                      name={`present-${key}`}
                      checked={said.get(key) === presence}
                      onChange={() => {
                        const objection = work.attend(meeting.key, [key], presence)
                        if (objection) tell(m().failed)
                      }}
                    />
                    <span>{m().presences[presence]}</span>
                  </label>
                ))}
              </fieldset>
            ) : (
              <span class="quiet">
                {said.has(key) ? m().presences[said.get(key) ?? 'present'] : words.unknown}
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && unknown.length > 0 && (
        <Button
          class="team-start"
          onClick={() =>
            done(
              work.attend(
                meeting.key,
                unknown.map(({ key }) => key),
                'present',
              ),
              words.allPresentDone,
            )
          }
        >
          {words.allPresent}
        </Button>
      )}
    </details>
  )
}
