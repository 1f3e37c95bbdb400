/** The groups: contradictions, late, today, soon. */
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { IconMark, type Mark } from '../../ui/IconMark'
import type { Shell } from '../shared/shell'
import type { Agenda } from './agenda'
import { CheckRow } from './CheckRow'
import { GROUPS, type Group, isOpen, type Row } from './rows'

const MARKS: Readonly<Record<Group, Mark | undefined>> = {
  clash: 'clash',
  returned: 'open',
  late: 'late',
  today: undefined,
  soon: undefined,
}

export const CheckList = ({ agenda, shell }: { readonly agenda: Agenda; readonly shell: Shell }) => (
  <>
    {GROUPS.map((group) => {
      const rows = agenda.visible.value.filter((row) => row.group === group)
      return (
        rows.length > 0 && <GroupOfRows key={group} group={group} rows={rows} agenda={agenda} shell={shell} />
      )
    })}
    {agenda.hidden.value > 0 && (
      <div class="more">
        <Button look="plain" onClick={agenda.showSoon}>
          {t().popup.more(agenda.hidden.value)}
        </Button>
      </div>
    )}
  </>
)

const GroupOfRows = ({
  group,
  rows,
  agenda,
  shell,
}: {
  group: Group
  rows: readonly Row[]
  agenda: Agenda
  shell: Shell
}) => {
  const mark = MARKS[group]
  const open = rows.filter(isOpen).length
  return (
    <section class={`group group-${group}`} aria-labelledby={`group-${group}`}>
      <h2 class="group-title" id={`group-${group}`}>
        {mark && <IconMark mark={mark} size="1rem" />}
        <span>{group === 'clash' ? t().clash : t().popup.groups[group]}</span>
        {open > 0 && <span class="group-count">{open}</span>}
      </h2>
      <ul class="rows">
        {rows.map((row) => (
          <CheckRow key={row.key} row={row} agenda={agenda} shell={shell} />
        ))}
      </ul>
    </section>
  )
}
