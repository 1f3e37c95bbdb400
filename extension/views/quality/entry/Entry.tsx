/** Figures that wait: late, due and to enter now; each is filled in where it stands, one after the other by keyboard. */
import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Day } from '../../../../shared/days'
import { dueFigures, type Figure } from '../../../../shared/queries/figures'
import { nameOf } from '../../../text'
import { dayWords, periodWords } from '../../../text/dates'
import { Button } from '../../../ui/Button'
import { EmptyState } from '../../../ui/EmptyState'
import { Icon } from '../../../ui/Icon'
import { IconMark } from '../../../ui/IconMark'
import { useModel } from '../../dashboard/context'
import { Segments } from '../../dashboard/Segments'
import { FigureForm } from '../figure/FigureForm'
import { indicatorHref } from '../route'
import { inWords, q } from '../say'
import { isComplete, useWorld } from '../world'
import { ImportDialog } from './ImportDialog'

const PAGE = 60
const STATES = ['late', 'today', 'soon'] as const

export const Entry = ({ everyone }: { readonly everyone: boolean }) => {
  const { quality } = useWorld()
  const { router } = useModel()
  const isImporting = useSignal(false)
  const all = useAllFigures(everyone)
  const figures = everyone ? all : quality.myFigures.value
  const words = q().entry
  const late = figures.filter(({ state }) => state === 'late').length
  return (
    <div class="page entry">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="scorecard-summary" role="status">
            {words.summary(late, figures.length - late)}
          </p>
        </div>
        <div class="page-verbs">
          <Segments
            label={words.whose}
            options={[
              ['mine', words.mine],
              ['everyone', words.everyone],
            ]}
            chosen={everyone ? 'everyone' : 'mine'}
            onChoose={(whose) =>
              router.swap({ page: 'quality', section: 'entry', everyone: whose === 'everyone' })
            }
          />
          <Button
            onClick={() => {
              isImporting.value = true
            }}
          >
            <Icon name="copy" />
            {words.import}
          </Button>
        </div>
      </header>
      <section class="panel">
        {figures.length === 0 ? (
          <EmptyState
            title={everyone ? words.none : words.noneMine}
            picture={<IconMark mark="in-order" size="2.5rem" />}
          >
            {words.noneNext}
          </EmptyState>
        ) : (
          <>
            <p class="quiet">{words.keys}</p>
            <Waiting key={String(everyone)} figures={figures} />
          </>
        )}
      </section>
      {isImporting.value && (
        <ImportDialog
          onClose={() => {
            isImporting.value = false
          }}
        />
      )}
    </div>
  )
}

const useAllFigures = (isWanted: boolean): readonly Figure[] => {
  const { look, quality } = useWorld()
  const indicators = look.indicators.value
  const ground = look.ground.value
  const departments = quality.departments.value
  return useMemo(
    () => (isWanted ? dueFigures(indicators, ground, (department) => departments.includes(department)) : []),
    [isWanted, indicators, ground, departments],
  )
}

const placeOf = ({ room, about }: Figure): string => `${room} ${about}`

const Waiting = ({ figures }: { readonly figures: readonly Figure[] }) => {
  const opened = useSignal<string | undefined>(undefined)
  const shown = useSignal(PAGE)
  const order = STATES.flatMap((state) => figures.filter((figure) => figure.state === state))
  const visible = order.slice(0, shown.value)
  // The list grows shorter by what was saved: what came after it takes its place.
  const openNext = (figure: Figure): void => {
    const at = order.indexOf(figure)
    const next = order[at + 1] ?? order[at - 1]
    opened.value = next && placeOf(next)
  }
  return (
    <>
      {STATES.map((state) => {
        const group = visible.filter((figure) => figure.state === state)
        if (group.length === 0) return null
        return (
          <section key={state} class={`waiting waiting-${state}`} aria-labelledby={`waiting-${state}`}>
            <h2 id={`waiting-${state}`}>
              {q().entry.states[state]}{' '}
              <span class="group-count">{figures.filter((each) => each.state === state).length}</span>
            </h2>
            <ul class="waiting-list">
              {group.map((figure) => (
                <Row
                  key={placeOf(figure)}
                  figure={figure}
                  isOpen={opened.value === placeOf(figure)}
                  onToggle={(isOpen) => {
                    opened.value = isOpen ? placeOf(figure) : undefined
                  }}
                  onSaved={() => openNext(figure)}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {order.length > shown.value && (
        <Button
          onClick={() => {
            shown.value += PAGE
          }}
        >
          {q().entry.more(order.length - shown.value)}
        </Button>
      )}
    </>
  )
}

const Row = ({
  figure,
  isOpen,
  onToggle,
  onSaved,
}: {
  readonly figure: Figure
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  readonly onSaved: () => void
}) => {
  const { store, department, toast } = useModel()
  const { quality, look } = useWorld()
  const { indicator, period, due, state } = figure
  const place = department.value.get(figure.department)
  const name = inWords(indicator, 'name')
  const mayMeasure = quality.mayMeasure(figure)
  return (
    <li class={isOpen ? 'waiting-row is-open' : 'waiting-row'}>
      <div class="waiting-head">
        <div>
          <a href={indicatorHref(indicator.key, figure.department)}>{name}</a>
          <p class="quiet">
            {place ? nameOf(place) : figure.department} · {periodWords(period)}
          </p>
        </div>
        <span class={state === 'late' ? 'late-word' : 'quiet'}>
          {dueWords(state, due, store.today.value)}
        </span>
        {mayMeasure && (
          <Button
            aria-expanded={isOpen}
            aria-label={isOpen ? `${q().popup.close}: ${name}` : q().entry.fill(name, periodWords(period))}
            onClick={() => onToggle(!isOpen)}
          >
            {isOpen ? q().popup.close : q().popup.fill}
          </Button>
        )}
      </div>
      {isOpen && (
        <FigureForm
          figure={figure}
          quality={quality}
          ground={look.ground.value}
          isComplete={isComplete(quality)}
          isFirst
          saveLabel={q().enter.saveNext}
          onSaved={(text) => {
            toast.value = { text, undo: () => void quality.undo() }
            onSaved()
          }}
        />
      )}
    </li>
  )
}

const dueWords = (state: Figure['state'], due: Day, today: Day): string =>
  state === 'late' ? q().entry.late(dayWords(due, today)) : q().entry.due(dayWords(due, today))
