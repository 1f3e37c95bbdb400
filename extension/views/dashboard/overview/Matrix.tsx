/**
 * Departments by themes: in each cell the part in order, the part on time and what is late. A grid for the keyboard;
 * every figure is a link to the checks behind it.
 */
import { type Signal, useSignal } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import { punctuality, shareInOrder, type Tally } from '../../../../shared/queries/overview'
import { nameOf } from '../../../text'
import { IconMark } from '../../../ui/IconMark'
import { VisuallyHidden } from '../../../ui/VisuallyHidden'
import { type Board, type BoardDepartment, type BoardTheme, levelOf } from '../board'
import { moveInGrid, settleStop } from '../grid-keys'
import { hrefOf } from '../route'
import { useSteady } from '../steady'
import { d, percent } from '../words'
import { Key, Legend } from './Legend'
import { orderOf } from './order'

type Props = {
  readonly board: Board
  readonly order: string | undefined
  readonly onOrder: (order: string | undefined) => void
}

export const Matrix = ({ board, order, onOrder }: Props) => {
  const table = useRef<HTMLTableElement>(null)
  const told = useSignal('')
  const { items: rows, hold } = useSteady(orderOf(board, order), (key) => key, `${order} ${board.span}`)
  const departments = useMemo(() => new Map(board.departments.map((each) => [each.key, each])), [board])
  const tell = (event: Event): void => {
    const place = (event.target as Element | null)?.closest('[data-tell]')?.getAttribute('data-tell')
    told.value = place ? sentenceFor(board, place, order) : ''
  }
  return (
    <div class="matrix" {...hold}>
      <Readout told={told} />
      <p class="matrix-wider quiet">{d().matrix.wider}</p>
      <div class="matrix-scroll">
        <Key />
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys walk its cells, so it is a grid
          role="grid"
          aria-label={d().matrix.caption}
          onKeyDown={(event) => moveInGrid(event.currentTarget, event)}
          onFocusIn={(event) => {
            settleStop(event.currentTarget, event.target)
            tell(event)
          }}
          onPointerOver={tell}
          onPointerLeave={() => {
            told.value = ''
          }}
        >
          <thead>
            <tr>
              <th scope="col" class="matrix-corner">
                {d().matrix.department}
              </th>
              {board.themes.map((theme) => (
                <ThemeHeader key={theme.key} theme={theme} order={order} onOrder={onOrder} />
              ))}
              <th scope="col" class="matrix-total-head">
                {d().matrix.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ item: key }, index) => {
              const department = departments.get(key)
              return (
                department && <Row key={key} board={board} department={department} isFirst={index === 0} />
              )
            })}
          </tbody>
          <tfoot>
            <TotalRow board={board} />
          </tfoot>
        </table>
      </div>
      <Legend />
    </div>
  )
}

/** The figures of a place in a sentence. Made only for the cell that is pointed at. */
const sentenceFor = (board: Board, place: string, order: string | undefined): string => {
  const words = d().matrix
  const [row = '', column = '', isHead] = place.split('/')
  const department = board.departments.find(({ key }) => key === row)
  const theme = board.themes.find(({ key }) => key === column)
  const what = theme ? nameOf(theme) : words.total
  if (isHead) return order === column ? words.sorted(what) : words.sortBy(what)
  const who = department ? nameOf(department) : words.allDepartments
  const tally = tallyAt(board, row, column)
  if (tally) return words.sentence(who, what, tally)
  return board.assigned.has(place) ? words.sentenceWaiting(who, what) : words.sentenceNone(who, what)
}

const tallyAt = ({ overview }: Board, row: string, column: string): Tally | undefined => {
  if (row === '') return column === '' ? overview.total : overview.byTheme.get(column)
  return column === '' ? overview.byDepartment.get(row) : overview.cells.get(row)?.get(column)
}

const Readout = ({ told }: { readonly told: Signal<string> }) => (
  <p class="matrix-readout" aria-hidden="true">
    {told.value === '' ? d().matrix.pointer : told.value}
  </p>
)

const ThemeHeader = ({
  theme,
  order,
  onOrder,
}: {
  readonly theme: BoardTheme
  readonly order: string | undefined
  readonly onOrder: Props['onOrder']
}) => {
  const isSorted = order === theme.key
  const name = nameOf(theme)
  return (
    <th scope="col" class="matrix-theme" aria-sort={isSorted ? 'ascending' : undefined}>
      <button
        type="button"
        data-stop
        data-tell={`/${theme.key}/sort`}
        tabIndex={-1}
        onClick={() => onOrder(isSorted ? undefined : theme.key)}
      >
        <span class="matrix-theme-name">{breakable(name)}</span>
        <span class="matrix-theme-sign" aria-hidden="true">
          {isSorted ? '↓' : ''}
        </span>
        <VisuallyHidden>, {isSorted ? d().matrix.sortedNow : d().matrix.sort}</VisuallyHidden>
      </button>
    </th>
  )
}

// Where a browser knows no Dutch hyphenation, long compounds still break where a reader expects it.
const breakable = (name: string): string =>
  name.replace(/(\p{L}{8,})(management|beheersing|structuur)/giu, '$1\u00AD$2')

const Row = ({
  board,
  department,
  isFirst,
}: {
  readonly board: Board
  readonly department: BoardDepartment
  readonly isFirst: boolean
}) => {
  const { key } = department
  const cells = board.overview.cells.get(key)
  return (
    <tr>
      <th scope="row" class="matrix-head">
        <a
          class="matrix-name"
          data-stop
          tabIndex={isFirst ? 0 : -1}
          href={hrefOf({ page: 'department', department: key, year: undefined })}
        >
          {nameOf(department)}
        </a>
      </th>
      {board.themes.map((theme) => (
        <Cell
          key={theme.key}
          tally={cells?.get(theme.key)}
          department={key}
          theme={theme.key}
          span={board.span}
          isAssigned={board.assigned.has(`${key}/${theme.key}`)}
        />
      ))}
      <Cell
        tally={board.overview.byDepartment.get(key)}
        department={key}
        theme={undefined}
        span={board.span}
        isAssigned={false}
        isTotal
      />
    </tr>
  )
}

const TotalRow = ({ board }: { readonly board: Board }) => (
  <tr>
    <th scope="row" class="matrix-head is-total">
      {d().matrix.allDepartments}
    </th>
    {board.themes.map((theme) => (
      <Cell
        key={theme.key}
        tally={board.overview.byTheme.get(theme.key)}
        department={undefined}
        theme={theme.key}
        span={board.span}
        isAssigned={false}
        isTotal
      />
    ))}
    <Cell
      tally={board.overview.total}
      department={undefined}
      theme={undefined}
      span={board.span}
      isAssigned={false}
      isTotal
    />
  </tr>
)

type CellProps = {
  readonly tally: Tally | undefined
  readonly department: string | undefined
  readonly theme: string | undefined
  readonly span: Board['span']
  readonly isAssigned: boolean
  readonly isTotal?: boolean
}

const Cell = ({ tally, department, theme, span, isAssigned, isTotal = false }: CellProps) => {
  if (!tally || (tally.due === 0 && tally.clashes === 0))
    return <EmptyCell department={department} theme={theme} isAssigned={isAssigned} />
  const share = shareInOrder(tally)
  const punctual = punctuality(tally)
  return (
    <td
      class={`matrix-cell level-${levelOf(share)}${isTotal ? ' is-total' : ''}${theme === undefined ? ' is-last' : ''}`}
    >
      <a
        class="cell"
        data-stop
        data-tell={`${department ?? ''}/${theme ?? ''}`}
        tabIndex={-1}
        href={hrefOf({ sheet: 'lines', lines: 'all', span, department, theme, month: undefined })}
      >
        <span class="cell-share">
          <Sign level={levelOf(share)} />
          {percent(share)}
        </span>
        <VisuallyHidden> {d().matrix.legendInOrder}, </VisuallyHidden>
        <span class={`cell-punctual punctual-${levelOf(punctual)}`}>
          <Clock />
          {percent(punctual)}
        </span>
        <VisuallyHidden> {d().matrix.legendOnTime}</VisuallyHidden>
        {tally.late > 0 && (
          <>
            <VisuallyHidden>, </VisuallyHidden>
            <span class="cell-late">{tally.late}</span>
            <VisuallyHidden> {d().matrix.legendLate}</VisuallyHidden>
          </>
        )}
        {tally.clashes > 0 && <IconMark mark="clash" size="0.75rem" label={`, ${d().matrix.legendClash}`} />}
      </a>
    </td>
  )
}

const EmptyCell = ({
  department,
  theme,
  isAssigned,
}: Pick<CellProps, 'department' | 'theme' | 'isAssigned'>) => (
  <td class="matrix-empty">
    <span class="cell-none" data-stop data-tell={`${department ?? ''}/${theme ?? ''}`} tabIndex={-1}>
      <span aria-hidden="true">{isAssigned ? '○' : '–'}</span>
      <VisuallyHidden>{isAssigned ? d().matrix.waiting : d().matrix.none}</VisuallyHidden>
    </span>
  </td>
)

// A shape beside the number, so that the steps can be told apart in grey.
const Sign = ({ level }: { readonly level: ReturnType<typeof levelOf> }) =>
  level === 'poor' || level === 'fair' ? <IconMark mark={level} size="0.7rem" /> : null

export const Clock = () => (
  <svg
    class="clock"
    width="0.75rem"
    height="0.75rem"
    viewBox="0 0 20 20"
    aria-hidden="true"
    focusable="false"
  >
    <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2.4" />
    <path d="M10 5.5V10l3 2" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" />
  </svg>
)
