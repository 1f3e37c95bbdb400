/** The planned-versus-done grid: a row per control, a column per month or week. A grid for the keyboard. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { GridCell } from '../../../../shared/queries/grid'
import { periodName } from '../../../../shared/queries/rules'
import type { Check } from '../../../../shared/queries/schedule'
import { nameOf, t, titleOf } from '../../../text'
import { dayWords, periodWords } from '../../../text/dates'
import { OutcomeTag } from '../../../ui/Badge'
import { Dialog } from '../../../ui/Dialog'
import { IconMark } from '../../../ui/IconMark'
import { VisuallyHidden } from '../../../ui/VisuallyHidden'
import { useModel } from '../context'
import { moveInGrid, settleStop } from '../grid-keys'
import { placeOf } from '../model'
import { type By, type Plan, type PlanRow, worstOf } from '../plan'
import { hrefOf } from '../route'
import { d, markOf, shortMonth, standing, standingInFull } from '../words'

export const PlanGrid = ({
  plan: { columns, groups },
  by,
  label,
}: {
  readonly plan: Plan
  readonly by: By
  /** What the grid is about, for those who do not see where it stands. */
  readonly label: string
}) => {
  const { theme, store } = useModel()
  const open = useSignal<{ title: string; about: readonly string[] } | undefined>(undefined)
  const today = store.today.value
  const now = by === 'month' ? today.slice(0, 7) : periodName('weekly', today)
  const current = (column: string): 'is-now' | undefined => (column === now ? 'is-now' : undefined)
  const first = firstCell(groups)
  const scroll = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Fifty-two weeks are wider than the page: one wants to see where one is.
    const column = scroll.current?.querySelector<HTMLElement>('th.is-now')
    if (scroll.current && column)
      scroll.current.scrollLeft = column.offsetLeft - scroll.current.clientWidth * 0.75
  }, [by])
  return (
    <div class="plan-scroll" ref={scroll}>
      <table
        class={`plan plan-by-${by}`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys walk its cells, so it is a grid
        role="grid"
        aria-label={label}
        onKeyDown={(event) => moveInGrid(event.currentTarget, event)}
        onFocusIn={(event) => settleStop(event.currentTarget, event.target)}
      >
        <colgroup>
          <col class="plan-control-column" />
          {columns.map((column) => (
            <col key={column} class={current(column)} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{d().department.control}</th>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                class={current(column)}
                aria-current={column === now ? 'date' : undefined}
                title={by === 'week' ? periodWords(column) : undefined}
              >
                {by === 'week' ? Number(column.slice(6)) : shortMonth(Number(column.slice(5)))}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.theme}>
            <tr class="plan-theme">
              <th scope="rowgroup" colSpan={columns.length + 1}>
                <span class="plan-theme-name">
                  {nameOf(theme.value.get(group.theme) ?? { name: group.theme })}
                </span>
              </th>
            </tr>
            {group.rows.map((row) => (
              <Row
                key={row.control.key}
                row={row}
                columns={columns}
                first={first}
                onOpen={(title, checks) => {
                  open.value = { title, about: checks.map(placeOf) }
                }}
              />
            ))}
          </tbody>
        ))}
      </table>
      {open.value && (
        <Several
          title={open.value.title}
          places={open.value.about}
          onClose={() => {
            open.value = undefined
          }}
        />
      )}
    </div>
  )
}

type OnOpen = (title: string, checks: readonly Check[]) => void

const firstCell = (groups: Plan['groups']): GridCell | undefined =>
  groups[0]?.rows[0]?.cells.find((cell) => cell !== undefined)

const Row = ({
  row: { control, cells, planned, done },
  columns,
  first,
  onOpen,
}: {
  readonly row: PlanRow
  readonly columns: readonly string[]
  readonly first: GridCell | undefined
  readonly onOpen: OnOpen
}) => (
  <tr>
    <th scope="row" class="plan-head">
      <span class="plan-title">{titleOf(control)}</span>
      <span class="plan-meta">
        {[
          t().rhythms[control.rhythm],
          control.isKey && d().department.keyControl.toLowerCase(),
          d().department.weeks(done, planned),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </th>
    {cells.map((cell, index) => (
      <td key={columns[index]} class={cell ? undefined : 'plan-gap'}>
        {cell && (
          <Cell cell={cell} title={titleOf(control)} tabIndex={cell === first ? 0 : -1} onOpen={onOpen} />
        )}
      </td>
    ))}
  </tr>
)

const Cell = ({
  cell,
  title,
  tabIndex,
  onOpen,
}: {
  readonly cell: GridCell
  readonly title: string
  readonly tabIndex: number
  readonly onOpen: OnOpen
}) => {
  const [only, ...more] = cell.checks
  if (only && more.length === 0) return <CheckCell check={only} tabIndex={tabIndex} />
  return <SeveralCell cell={cell} title={title} tabIndex={tabIndex} onOpen={onOpen} />
}

const CheckCell = ({ check, tabIndex }: { readonly check: Check; readonly tabIndex: number }) => {
  const { store } = useModel()
  const today = store.today.value
  return (
    <a
      data-stop
      tabIndex={tabIndex}
      class={`plan-cell ${stateClass(check)}`}
      href={hrefOf({ sheet: 'check', room: check.room, about: check.about })}
      title={standingInFull(check, today)}
    >
      <Sign check={check} />
      {check.outcome && check.onTime === false && <IconMark mark="late" size="0.8rem" />}
      <VisuallyHidden>{standingInFull(check, today)}</VisuallyHidden>
    </a>
  )
}

const Sign = ({ check }: { readonly check: Check }) =>
  check.outcome === undefined && !check.clash && check.state === 'later' ? (
    <span class="plan-dot" />
  ) : (
    <IconMark mark={markOf(check)} size="1.1rem" />
  )

const stateClass = (check: Check): string => {
  if (check.clash) return 'is-clash'
  if (check.outcome) return `is-${check.outcome}`
  return check.state === 'late' ? 'is-late' : check.state === 'later' ? 'is-later' : 'is-open'
}

/** Several checks in one cell, of weeks or of departments: how many are done, and what needs attention most. */
const SeveralCell = ({
  cell,
  title,
  tabIndex,
  onOpen,
}: {
  readonly cell: GridCell
  readonly title: string
  readonly tabIndex: number
  readonly onOpen: OnOpen
}) => {
  const worst = worstOf(cell.checks) as Check
  const words = d().department
  return (
    <button
      type="button"
      data-stop
      tabIndex={tabIndex}
      class={`plan-cell plan-weeks ${stateClass(worst)}`}
      aria-haspopup="dialog"
      title={words.weeks(cell.done, cell.planned)}
      onClick={() => onOpen(words.weeksTitle(title, periodWords(cell.column)), cell.checks)}
    >
      <Sign check={worst} />
      <span class="plan-weeks-count">
        {cell.done}/{cell.planned}
      </span>
      <VisuallyHidden>
        , {periodWords(cell.column)}: {words.weeks(cell.done, cell.planned)}, {stateWord(worst)}
      </VisuallyHidden>
    </button>
  )
}

const stateWord = (check: Check): string =>
  check.clash ? t().clash : check.outcome ? t().outcomes[check.outcome] : t().states[check.state]

const Several = ({
  title,
  places,
  onClose,
}: {
  readonly title: string
  readonly places: readonly string[]
  readonly onClose: () => void
}) => {
  const { store, department } = useModel()
  const today = store.today.value
  const checks = store.checks.value.filter((check) => places.includes(placeOf(check)))
  const isOfSeveral = new Set(checks.map((check) => check.department)).size > 1
  return (
    <Dialog title={title} closeLabel={t().app.close} onClose={onClose}>
      <ul class="lines">
        {checks.map((check) => {
          const where = department.value.get(check.department)
          return (
            <li key={placeOf(check)} class="line">
              <div class="line-what">
                <a href={hrefOf({ sheet: 'check', room: check.room, about: check.about })} onClick={onClose}>
                  {isOfSeveral ? (where ? nameOf(where) : check.department) : periodWords(check.period)}
                </a>
                <p class="quiet">
                  {isOfSeveral && `${periodWords(check.period)} · `}
                  {dayWords(check.due, today)}
                </p>
              </div>
              <div class="line-state">
                <OutcomeTag mark={markOf(check)}>
                  {check.clash ? t().clash : standing(check, today)}
                </OutcomeTag>
                {check.outcome && check.onTime === false && (
                  <span class="late-word">{d().department.doneLate}</span>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

export const PlanLegend = () => {
  const words = d().department
  return (
    <ul class="legend" aria-label={words.legend}>
      {(['in-order', 'partly', 'not-in-order', 'not-applicable'] as const).map((outcome) => (
        <li key={outcome}>
          <IconMark mark={outcome} size="1rem" /> {t().outcomes[outcome].toLowerCase()}
        </li>
      ))}
      <li>
        <IconMark mark="late" size="1rem" /> {t().states.late.toLowerCase()}
      </li>
      <li>
        <IconMark mark="open" size="1rem" /> {words.openNow}
      </li>
      <li>
        <span class="plan-dot" /> {words.future}
      </li>
      <li>
        <IconMark mark="clash" size="1rem" /> {t().clash.toLowerCase()}
      </li>
    </ul>
  )
}
