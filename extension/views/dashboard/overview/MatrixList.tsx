/** The same figures as the matrix, one department under the other: for narrow windows and for who prefers a list. */
import { punctuality, shareInOrder } from '../../../../shared/queries/overview'
import { nameOf } from '../../../text'
import { IconMark } from '../../../ui/IconMark'
import { type Board, type BoardDepartment, levelOf } from '../board'
import { hrefOf } from '../route'
import { useSteady } from '../steady'
import { d, percent } from '../words'
import { Clock } from './Matrix'
import { orderOf } from './order'

export const MatrixList = ({
  board,
  order,
}: {
  readonly board: Board
  readonly order: string | undefined
}) => {
  const { items, hold } = useSteady(orderOf(board, order), (key) => key, `${order} ${board.span}`)
  return (
    <ul class="matrix-list" aria-label={d().matrix.caption} {...hold}>
      {items.map(({ item }) => {
        const department = board.departments.find(({ key }) => key === item)
        return department && <Entry key={item} board={board} department={department} />
      })}
    </ul>
  )
}

const Entry = ({ board, department }: { readonly board: Board; readonly department: BoardDepartment }) => {
  const total = board.overview.byDepartment.get(department.key)
  const cells = board.overview.cells.get(department.key)
  return (
    <li>
      <h3>
        <a href={hrefOf({ page: 'department', department: department.key, year: undefined })}>
          {nameOf(department)}
        </a>
      </h3>
      <p class="quiet">{total ? d().department.figures(total) : d().matrix.none}</p>
      {cells && (
        <details>
          <summary>{d().matrix.title}</summary>
          <ul>
            {board.themes.map((theme) => {
              const cell = cells.get(theme.key)
              if (!cell) return null
              const share = shareInOrder(cell)
              return (
                <li key={theme.key} class={`matrix-list-cell level-${levelOf(share)}`}>
                  <a
                    href={hrefOf({
                      sheet: 'lines',
                      lines: 'all',
                      span: board.span,
                      department: department.key,
                      theme: theme.key,
                      month: undefined,
                    })}
                  >
                    {nameOf(theme)}
                  </a>
                  <span>
                    {percent(share)} {d().matrix.legendInOrder}
                  </span>
                  <span>
                    <Clock /> {percent(punctuality(cell))} {d().matrix.legendOnTime}
                  </span>
                  {cell.late > 0 && (
                    <span class="cell-late-words">
                      <IconMark mark="late" size="0.9rem" /> {d().frame.late(cell.late)}
                    </span>
                  )}
                </li>
              )
            })}
          </ul>
        </details>
      )}
    </li>
  )
}
