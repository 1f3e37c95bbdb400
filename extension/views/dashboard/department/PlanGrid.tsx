/** The planned-versus-done grid: a row per control, over the months that each period covers. A grid for the keyboard. */
import { useSignal } from '@preact/signals'
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
import { type PlanCell, type PlanGroup, type PlanRow, worstOf } from '../plan'
import { hrefOf } from '../route'
import { d, longMonth, markOf, shortMonth, standing, standingInFull } from '../words'

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

export const PlanGrid = ({
  plan,
  name,
  year,
}: {
  readonly plan: readonly PlanGroup[]
  readonly name: string
  readonly year: number
}) => {
  const { theme, store } = useModel()
  const weeks = useSignal<{ title: string; about: readonly string[] } | undefined>(undefined)
  const present = Number(store.today.value.slice(0, 4)) === year ? Number(store.today.value.slice(5, 7)) : 0
  let isFirst = true
  return (
    <div class="plan-scroll">
      <table
        class="plan"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys walk its cells, so it is a grid
        role="grid"
        aria-label={d().department.planCaption(name, year)}
        onKeyDown={(event) => moveInGrid(event.currentTarget, event)}
        onFocusIn={(event) => settleStop(event.currentTarget, event.target)}
      >
        <colgroup>
          <col class="plan-control-column" />
          {MONTHS.map((month) => (
            <col key={month} class={month === present ? 'is-now' : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{d().department.control}</th>
            {MONTHS.map((month) => (
              <th
                key={month}
                scope="col"
                class={month === present ? 'is-now' : undefined}
                aria-current={month === present ? 'date' : undefined}
              >
                {shortMonth(month)}
              </th>
            ))}
          </tr>
        </thead>
        {plan.map((group) => (
          <tbody key={group.theme}>
            <tr class="plan-theme">
              <th scope="rowgroup" colSpan={13}>
                {nameOf(theme.value.get(group.theme) ?? { name: group.theme })}
              </th>
            </tr>
            {group.rows.map((row) => {
              const first = isFirst
              isFirst = false
              return (
                <Row
                  key={row.control.key}
                  row={row}
                  year={year}
                  isFirst={first}
                  onWeeks={(title, checks) => {
                    weeks.value = { title, about: checks.map(placeOf) }
                  }}
                />
              )
            })}
          </tbody>
        ))}
      </table>
      {weeks.value && (
        <Weeks
          title={weeks.value.title}
          places={weeks.value.about}
          onClose={() => {
            weeks.value = undefined
          }}
        />
      )}
    </div>
  )
}

type OnWeeks = (title: string, checks: readonly Check[]) => void

const Row = ({
  row,
  year,
  isFirst,
  onWeeks,
}: {
  readonly row: PlanRow
  readonly year: number
  readonly isFirst: boolean
  readonly onWeeks: OnWeeks
}) => {
  const { control, cells } = row
  return (
    <tr>
      <th scope="row" class="plan-head">
        <span class="plan-title">{titleOf(control)}</span>
        <span class="plan-meta">
          {t().rhythms[control.rhythm]}
          {control.isKey && ` · ${d().department.keyControl}`}
        </span>
      </th>
      {spread(cells).map((part) =>
        typeof part === 'number' ? (
          <td key={`gap-${part}`} class="plan-gap" />
        ) : (
          <Cell
            key={`${part.first}-${part.last}`}
            cell={part}
            title={titleOf(control)}
            year={year}
            tabIndex={isFirst && part === cells[0] ? 0 : -1}
            onWeeks={onWeeks}
          />
        ),
      )}
    </tr>
  )
}

/** Twelve months as cells and, where nothing is planned, gaps by their month. */
const spread = (cells: readonly PlanCell[]): readonly (PlanCell | number)[] => {
  const parts: (PlanCell | number)[] = []
  let month = 1
  for (const cell of cells) {
    // Two periods over the same months cannot happen within one rhythm; were the rhythm changed, the first stands.
    if (cell.first < month) continue
    while (month < cell.first) parts.push(month++)
    parts.push(cell)
    month = cell.last + 1
  }
  while (month <= 12) parts.push(month++)
  return parts
}

const Cell = ({
  cell,
  title,
  year,
  tabIndex,
  onWeeks,
}: {
  readonly cell: PlanCell
  readonly title: string
  readonly year: number
  readonly tabIndex: number
  readonly onWeeks: OnWeeks
}) => {
  const [only] = cell.checks
  if (!only) return <td class="plan-gap" />
  return (
    <td colSpan={cell.last - cell.first + 1}>
      {cell.checks.length > 1 ? (
        <WeeksCell cell={cell} title={title} year={year} tabIndex={tabIndex} onWeeks={onWeeks} />
      ) : (
        <CheckCell check={only} tabIndex={tabIndex} isWide={cell.last > cell.first} />
      )}
    </td>
  )
}

const CheckCell = ({
  check,
  tabIndex,
  isWide,
}: {
  readonly check: Check
  readonly tabIndex: number
  readonly isWide: boolean
}) => {
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
      {isWide && <span class="plan-word">{wideWord(check, today)}</span>}
      {check.outcome && check.onTime === false && <IconMark mark="late" size="0.8rem" />}
      <VisuallyHidden>
        {isWide && ', '}
        {standingInFull(check, today)}
      </VisuallyHidden>
    </a>
  )
}

// In a wide cell there is room for what the sign says.
const wideWord = (check: Check, today: string): string =>
  check.clash ? t().clash : check.outcome ? t().outcomesShort[check.outcome] : standing(check, today)

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

/** The weeks of a month in one cell: how many are done, and the sign of what needs attention most. */
const WeeksCell = ({
  cell,
  title,
  year,
  tabIndex,
  onWeeks,
}: {
  readonly cell: PlanCell
  readonly title: string
  readonly year: number
  readonly tabIndex: number
  readonly onWeeks: OnWeeks
}) => {
  const done = cell.checks.filter(({ state }) => state === 'done').length
  const month = longMonth(`${year}-${String(cell.first).padStart(2, '0')}`)
  const worst = worstOf(cell.checks) as Check
  const words = d().department
  return (
    <button
      type="button"
      data-stop
      tabIndex={tabIndex}
      class={`plan-cell plan-weeks ${stateClass(worst)}`}
      aria-haspopup="dialog"
      title={words.weeks(done, cell.checks.length)}
      onClick={() => onWeeks(words.weeksTitle(title, month), cell.checks)}
    >
      <Sign check={worst} />
      <span class="plan-weeks-count">
        {done}/{cell.checks.length}
      </span>
      <VisuallyHidden>
        , {words.weeks(done, cell.checks.length)}, {stateWord(worst)}
      </VisuallyHidden>
    </button>
  )
}

const stateWord = (check: Check): string =>
  check.clash ? t().clash : check.outcome ? t().outcomes[check.outcome] : t().states[check.state]

const Weeks = ({
  title,
  places,
  onClose,
}: {
  readonly title: string
  readonly places: readonly string[]
  readonly onClose: () => void
}) => {
  const { store } = useModel()
  const today = store.today.value
  const checks = store.checks.value.filter((check) => places.includes(placeOf(check)))
  return (
    <Dialog title={title} closeLabel={t().app.close} onClose={onClose}>
      <ul class="lines">
        {checks.map((check) => (
          <li key={placeOf(check)} class="line">
            <div class="line-what">
              <a href={hrefOf({ sheet: 'check', room: check.room, about: check.about })} onClick={onClose}>
                {periodWords(check.period)}
              </a>
              <p class="quiet">{dayWords(check.due, today)}</p>
            </div>
            <div class="line-state">
              <OutcomeTag mark={markOf(check)}>{check.clash ? t().clash : standing(check, today)}</OutcomeTag>
              {check.outcome && check.onTime === false && (
                <span class="late-word">{d().department.doneLate}</span>
              )}
            </div>
          </li>
        ))}
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
