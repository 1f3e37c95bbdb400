/** Others who are here now: initials in the header, and a line where one looks at the same thing. Never stored. */
import { useComputed } from '@preact/signals'
import { checkKey } from '../../../shared/kinds/check'
import { parseRoom } from '../../../shared/rooms'
import { keyOf } from '../../../shared/statement'
import type { Presence } from '../../state/types'
import { nameOf, titleOf } from '../../text'
import { useModel } from './context'
import type { Model } from './model'
import { d, listOf } from './words'

const SHOWN = 5

export const Avatars = () => {
  const model = useModel()
  const others = useComputed(() => model.others.value)
  if (others.value.length === 0) return null
  const more = others.value.slice(SHOWN)
  return (
    <ul class="avatars" aria-label={d().frame.here}>
      {others.value.slice(0, SHOWN).map((other) => (
        <li key={other.member}>
          <span
            class={`avatar avatar-${tint(other.member)}`}
            role="img"
            aria-label={whereabouts(model, other)}
            title={whereabouts(model, other)}
          >
            {initials(other.name)}
          </span>
        </li>
      ))}
      {more.length > 0 && (
        <li>
          <span
            class="avatar avatar-more"
            role="img"
            aria-label={d().frame.andMore(more.length)}
            title={listOf(more.map(({ name }) => name))}
          >
            +{more.length}
          </span>
        </li>
      )}
    </ul>
  )
}

/** "Els Goossens bekijkt deze controle ook". */
export const Also = ({
  present,
  say,
}: {
  readonly present: readonly Presence[]
  readonly say: (names: string, n: number) => string
}) =>
  present.length === 0 ? null : (
    <p class="also" role="status">
      <span class="also-avatars" aria-hidden="true">
        {present.slice(0, SHOWN).map((other) => (
          <span key={other.member} class={`avatar avatar-${tint(other.member)}`}>
            {initials(other.name)}
          </span>
        ))}
      </span>
      {say(listOf(present.map(({ name }) => name)), present.length)}
    </p>
  )

const whereabouts = ({ department, store }: Model, { name, room, at }: Presence): string => {
  const key = at === undefined ? undefined : checkKey(keyOf(at))
  const control = key && store.controls.value.find((each) => each.key === key.control)
  if (control) return d().frame.looksAt(name, titleOf(control))
  const parsed = parseRoom(room)
  const place = parsed?.kind === 'year' ? department.value.get(parsed.department) : undefined
  return place ? d().frame.looksAt(name, nameOf(place)) : d().frame.online(name)
}

export const initials = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => word !== '')
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase()
}

const TINTS = 5
const tint = (member: string): number => {
  let sum = 0
  for (const character of member) sum += character.charCodeAt(0)
  return sum % TINTS
}
