/** The five figures on top. Each is a link to the checks that it counts. */
import type { ComponentChildren } from 'preact'
import { type Direction, punctuality, shareInOrder } from '../../../../shared/queries/overview'
import { dayWords } from '../../../text/dates'
import { IconMark, type Mark } from '../../../ui/IconMark'
import { VisuallyHidden } from '../../../ui/VisuallyHidden'
import { type Board, levelOf } from '../board'
import { hrefOf, type Lines } from '../route'
import { d, number, percent } from '../words'

export const Figures = ({ board }: { readonly board: Board }) => {
  const { total } = board.overview
  const words = d().figures
  const judged = total.inOrder + total.partly + total.notInOrder
  const { now } = board
  return (
    <ul class="figures" aria-label={words.label}>
      <Figure
        lines="not-on-time"
        board={board}
        label={words.onTime}
        value={percent(punctuality(total))}
        tone={toneOf(punctuality(total))}
        note={total.due > 0 ? words.onTimeOf(number(total.onTime), number(total.due)) : words.nothing}
      >
        <Course board={board} direction={board.trend.onTime} before={punctuality(board.trend.previous)} />
      </Figure>
      <Figure
        lines="not-in-order"
        board={board}
        label={words.inOrder}
        value={percent(shareInOrder(total))}
        tone={toneOf(shareInOrder(total))}
        note={judged > 0 ? words.inOrderOf(number(total.inOrder), number(judged)) : words.nothing}
      >
        <Course board={board} direction={board.trend.inOrder} before={shareInOrder(board.trend.previous)} />
      </Figure>
      <Figure
        lines="late"
        board={board}
        label={words.late}
        value={number(now.late)}
        tone={now.late > 0 ? 'late' : undefined}
        note={lateNote(board)}
      />
      <Figure
        lines="clash"
        board={board}
        label={words.clashes}
        value={number(now.clashes)}
        tone={now.clashes > 0 ? 'clash' : undefined}
        note={now.clashes > 0 ? words.clashesOpen : words.clashesNone}
      />
      <Figure
        lines="week"
        board={board}
        label={words.week}
        value={number(now.week - now.weekDone)}
        tone={undefined}
        note={now.week > 0 ? words.weekDone(now.weekDone, now.week) : words.weekNone}
      />
    </ul>
  )
}

const Figure = ({
  lines,
  board,
  label,
  value,
  tone,
  note,
  children,
}: {
  readonly lines: Lines
  readonly board: Board
  readonly label: string
  readonly value: string
  readonly tone: Mark | undefined
  readonly note: string
  readonly children?: ComponentChildren
}) => (
  <li>
    <a
      class="figure"
      href={hrefOf({
        sheet: 'lines',
        lines,
        span: board.span,
        department: undefined,
        theme: undefined,
        month: undefined,
      })}
    >
      <span class="figure-label">{label}</span>
      <span class="figure-value">
        {value}
        {tone && <IconMark mark={tone} size="1.1rem" />}
      </span>
      <span class="figure-note">{note}</span>
      {children}
    </a>
  </li>
)

// The matrix counts what was due in its window; what waits longer is said here, so that the two add up.
const lateNote = ({ now, overview, today }: Board): string => {
  const words = d().figures
  if (now.oldest === undefined) return words.lateNone
  const older = now.late - overview.total.late
  const since = words.lateSince(dayWords(now.oldest, today))
  return older > 0 && older < now.late
    ? `${words.lateOlder(older, dayWords(overview.window.from, today))}; ${since}`
    : since
}

// Only the usual window has a year before it to compare with.
const Course = ({
  board,
  direction,
  before,
}: {
  readonly board: Board
  readonly direction: Direction
  readonly before: number | undefined
}) => {
  if (board.span !== 'year-back' || direction === 'unknown') return null
  return (
    <span class={`figure-course figure-${direction}`}>
      <span aria-hidden="true">{ARROWS[direction]} </span>
      <VisuallyHidden>{d().figures[direction]}: </VisuallyHidden>
      {d().figures.before(percent(before))}
    </span>
  )
}

const ARROWS = { rises: '↗', falls: '↘', steady: '→' } as const

const toneOf = (share: number | undefined): Mark | undefined => {
  const level = levelOf(share)
  return level === 'poor' || level === 'fair' ? level : undefined
}
