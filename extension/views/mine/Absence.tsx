/** Says from when until when somebody is away, and who stands in; shows what was agreed, and ends it. */
import { useState } from 'preact/hooks'
import type { StandInObjection } from '../../state/types'
import { t } from '../../text'
import { dayWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { Notice } from '../../ui/Notice'
import { useModel } from '../dashboard/context'
import { hrefOf } from '../dashboard/route'
import { d } from '../dashboard/words'
import { ALL_CONTROLS } from '../library/route'
import { readsOnly } from '../shared/reads-only'
import { Choice } from '../work/fields'
import { w } from './say'
import { keptBack, lentBy, standInsFor } from './stand-ins'

export type AbsenceProps = { readonly member: string; readonly onClose: () => void }

export const Absence = ({ member: absent, onClose }: AbsenceProps) => {
  const { store, toast, nameOf, member } = useModel()
  const [form, setForm] = useState({ deputy: '', from: store.today.value, until: '' })
  const [problem, setProblem] = useState<StandInObjection | undefined>()
  const set = (changes: Partial<typeof form>): void => {
    setForm({ ...form, ...changes })
    setProblem(undefined)
  }
  const words = w().standIn
  const name = nameOf(absent)
  const today = store.today.value
  const roles = member.value.get(absent)?.roles ?? []
  const lent = lentBy(roles, today)
  const kept = keptBack(store.checks.value, absent, lent)
  const save = (): void => {
    const why = store.standIn(form.deputy, { for: absent, from: form.from, until: form.until })
    setProblem(why)
    if (why) return
    toast.value = { text: words.saved(nameOf(form.deputy), name), undo: () => void store.undo() }
    onClose()
  }
  const error = (...codes: StandInObjection[]): string | undefined =>
    problem && codes.includes(problem) ? words.problems[problem] : undefined
  return (
    <Dialog title={words.title(name)} closeLabel={t().app.close} onClose={onClose}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <p class="quiet">{words.intro(name)}</p>
        {lent.length === 0 && kept === 0 && <Notice tone="warning" title={words.noRole(name)} />}
        {kept > 0 && (
          <Notice
            tone="warning"
            title={lent.length === 0 ? words.nothingLent(name, kept) : words.partLent(name, kept)}
          >
            <p>
              {words.instead} <a href={hrefOf(ALL_CONTROLS)}>{words.controls}</a>
            </p>
          </Notice>
        )}
        <Present absent={absent} />
        {lent.length > 0 && (
          <>
            <Choice
              label={words.deputy}
              value={form.deputy}
              error={error('no-such-member', 'himself')}
              options={[
                ['', words.choose],
                ...store.members.value
                  .filter(({ key, roles }) => key !== absent && !readsOnly(roles))
                  .map(({ key, name: deputy }) => [key, deputy] as const),
              ]}
              onChoose={(deputy) => set({ deputy })}
            />
            <div class="form-row">
              <TextField
                label={words.from}
                type="date"
                error={error('day-missing')}
                value={form.from}
                onInput={(from) => set({ from })}
              />
              <TextField
                label={words.until}
                type="date"
                error={error('until-before-from')}
                value={form.until}
                onInput={(until) => set({ until })}
              />
            </div>
          </>
        )}
        <div class="form-foot">
          <Button onClick={onClose}>{lent.length > 0 ? t().app.cancel : t().app.close}</Button>
          {lent.length > 0 && (
            <Button type="submit" look="primary">
              {words.save}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

const Present = ({ absent }: { readonly absent: string }) => {
  const { store, nameOf, toast } = useModel()
  const today = store.today.value
  const agreed = standInsFor(store.members.value, absent, today)
  const words = w().standIn
  if (agreed.length === 0) return null
  return (
    <div>
      <h3>{words.present}</h3>
      <ul class="absences">
        {agreed.map(({ deputy, from, until }) => (
          <li key={`${deputy} ${from}`}>
            <span>{d().people.away(nameOf(deputy), dayWords(from, today), dayWords(until, today))}</span>
            <Button
              aria-label={words.endOf(nameOf(deputy))}
              onClick={() => {
                store.endStandIn(deputy, { for: absent, from })
                toast.value = {
                  text: words.ended(nameOf(deputy), nameOf(absent)),
                  undo: () => void store.undo(),
                }
              }}
            >
              {words.end}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
