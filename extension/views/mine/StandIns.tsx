/** Says for whom one stands in today, and who stands in for oneself. */
import { dayWords } from '../../text/dates'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import { listOf } from '../dashboard/words'
import { readsOnly } from '../shared/reads-only'
import { w } from './say'
import { standInsFor } from './stand-ins'

export const StandIns = () => {
  const { store, nameOf, member } = useModel()
  const today = store.today.value
  const me = store.session.member
  const mine = (member.value.get(me)?.standIns ?? []).filter(
    ({ from, until }) => from <= today && today <= until,
  )
  const away = standInsFor(store.members.value, me, today)
  const words = w().standIn
  const managers = store.members.value.filter(({ roles }) => roles.some(({ role }) => role === 'coordinator'))
  return (
    <>
      {mine.map(({ for: absent, from, until }) => (
        <p key={`${absent} ${from}`} class="hint">
          <Icon name="people" />
          <span>
            <strong>{words.deputyOf(nameOf(absent), dayWords(until, today))}</strong> {words.deputyHint}
          </span>
        </p>
      ))}
      {away.map(({ deputy, from, until }) => (
        <p key={`${deputy} ${from}`} class="hint">
          <Icon name="calendar" />
          <span>{words.youAway(nameOf(deputy), dayWords(from, today), dayWords(until, today))}</span>
        </p>
      ))}
      {!store.mayManage() && !readsOnly(store.grants.value) && away.length === 0 && managers.length > 0 && (
        <p class="quiet mine-ask">{words.ask(listOf(managers.map(({ name }) => name)))}</p>
      )}
    </>
  )
}
