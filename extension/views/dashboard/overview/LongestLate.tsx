/** The five that wait longest: the overview's door to the late list. */
import { useComputed } from '@preact/signals'
import { lateList } from '../../../../shared/queries/overview'
import { nameOf, t, titleOf } from '../../../text'
import { daysBetween, dayWords } from '../../../text/dates'
import { IconMark } from '../../../ui/IconMark'
import { useModel } from '../context'
import { placeOf } from '../model'
import { hrefOf } from '../route'
import { useSteady } from '../steady'
import { d } from '../words'

const SHOWN = 6

export const LongestLate = () => {
  const { store, department } = useModel()
  const late = useComputed(() => lateList(store.checks.value))
  const { items, hold } = useSteady(late.value.slice(0, SHOWN), placeOf, undefined)
  const today = store.today.value
  return (
    <section class="panel longest" aria-labelledby="longest-title" {...hold}>
      <div class="panel-head">
        <h2 id="longest-title">{d().late.longest}</h2>
        {late.value.length > 0 && (
          <a href={hrefOf({ page: 'late', department: undefined })}>{d().late.all(late.value.length)}</a>
        )}
      </div>
      {items.length === 0 ? (
        <p class="quiet">{d().late.noneNext}</p>
      ) : (
        <ol>
          {items.map(({ item: check, gone }) => (
            <li key={placeOf(check)} class={gone ? 'is-gone' : undefined}>
              <IconMark mark="late" size="1rem" />
              <div>
                <a href={hrefOf({ sheet: 'check', room: check.room, about: check.about })}>
                  {titleOf(check.control)}
                </a>
                <p class="quiet">
                  {nameOf(department.value.get(check.department) ?? { name: check.department })} ·{' '}
                  {gone ? d().late.answered : dayWords(check.due, today)}
                </p>
              </div>
              <span class="longest-days">{t().dates.late(daysBetween(check.due, today))}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
