/** The first page: how the whole organisation stands, from five figures down to each department and theme. */
import { useSignal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { dayWords } from '../../../text/dates'
import { Button } from '../../../ui/Button'
import { EmptyState } from '../../../ui/EmptyState'
import { Icon } from '../../../ui/Icon'
import type { Board } from '../board'
import type { Route } from '../route'
import { type Page, SPANS, type Span } from '../route'
import { Segments } from '../Segments'
import { d } from '../words'
import { Figures } from './Figures'
import { LongestLate } from './LongestLate'
import { Matrix } from './Matrix'
import { MatrixList } from './MatrixList'
import { News } from './News'
import { monthLines, Trend } from './Trend'

type OverviewPage = Page & { readonly page: 'overview' }

/** @param isLive whether the figures come from the checks themselves; false for the stored picture of last time */
export const Overview = ({
  board,
  page,
  isLive,
  isNarrow,
  memory,
  go,
  swap,
}: {
  readonly board: Board
  readonly page: OverviewPage
  readonly isLive: boolean
  readonly isNarrow: boolean
  readonly memory: { get(name: string): string | undefined; set(name: string, value: string): void }
  readonly go: (route: Route) => void
  readonly swap: (route: Route) => void
}) => {
  const form = useSignal<'matrix' | 'list' | undefined>(undefined)
  const shown = form.value ?? (isNarrow ? 'list' : 'matrix')
  const isPainted = useAfterPaint()
  const words = d()
  const { from, to } = board.overview.window
  const order = (sort: string | undefined): void => swap({ ...page, sort })
  return (
    <div class="page overview">
      <header class="page-head">
        <div>
          <h1>{words.pages.overview}</h1>
          <p class="quiet">
            {words.span.between(dayWords(from), dayWords(to < board.today ? to : board.today))}
          </p>
        </div>
        <Segments<Span>
          label={words.span.label}
          options={SPANS.map((span) => [span, words.span[span]] as const)}
          chosen={page.span}
          onChoose={(span) => swap({ ...page, span })}
        />
      </header>
      <Hint memory={memory} />
      {isLive && <News />}
      <Figures board={board} />
      <section class="panel" aria-labelledby="matrix-title">
        <div class="panel-head">
          <h2 id="matrix-title">{words.matrix.title}</h2>
          <label class="inline-field">
            <span>{words.matrix.order}</span>
            <select
              class="input"
              value={isKnown(page.sort) ? page.sort : page.sort === undefined ? 'fixed' : ''}
              onChange={({ currentTarget }) =>
                order(currentTarget.value === 'fixed' ? undefined : currentTarget.value)
              }
            >
              {ORDERS.map((each) => (
                <option key={each} value={each}>
                  {words.matrix.orders[each]}
                </option>
              ))}
              {page.sort !== undefined && !isKnown(page.sort) && (
                <option value="">{themeName(board, page.sort)}</option>
              )}
            </select>
          </label>
          <Segments
            label={words.matrix.form}
            options={[
              ['matrix', words.matrix.asMatrix],
              ['list', words.matrix.asList],
            ]}
            chosen={shown}
            onChoose={(next) => {
              form.value = next
            }}
          />
        </div>
        {!isPainted ? (
          <div style={{ minHeight: `${board.departments.length * ROW + HEAD}rem` }} />
        ) : board.departments.length === 0 ? (
          <EmptyState title={words.matrix.empty}>{words.matrix.emptyNext}</EmptyState>
        ) : shown === 'matrix' ? (
          <Matrix board={board} order={page.sort} onOrder={order} />
        ) : (
          <MatrixList board={board} order={page.sort} />
        )}
      </section>
      <div class="columns">
        <Trend trend={board.trend} onMonth={(month) => go(monthLines(month))} />
        {isLive && <LongestLate />}
      </div>
    </div>
  )
}

/** About how high a row and the head of the matrix are, so that nothing below moves when it is drawn. */
const ROW = 2.4
const HEAD = 13

// The figures are on the screen before three hundred cells are made.
const useAfterPaint = (): boolean => {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => setPainted(true), [])
  return isPainted
}

const ORDERS = ['fixed', 'in-order', 'on-time', 'late'] as const
const isKnown = (sort: string | undefined): boolean => ORDERS.some((each) => each === sort)
const themeName = ({ themes }: Board, key: string): string =>
  themes.find((theme) => theme.key === key)?.name ?? key

const HINT = 'matrix-hint'

const Hint = ({
  memory,
}: {
  readonly memory: { get(name: string): string | undefined; set(name: string, value: string): void }
}) => {
  const isShown = useSignal(memory.get(HINT) === undefined)
  if (!isShown.value) return null
  return (
    <div class="hint">
      <Icon name="info" />
      <p>{d().hint.text}</p>
      <Button
        look="plain"
        onClick={() => {
          memory.set(HINT, 'read')
          isShown.value = false
        }}
      >
        {d().hint.dismiss}
      </Button>
    </div>
  )
}
