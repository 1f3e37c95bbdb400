/** Figures that are mine to give, below the checks: a few at a time, each filled in where it stands. */
import './figures.css'
import { useSignal } from '@preact/signals'
import type { Figure } from '../../../shared/queries/figures'
import type { Quality } from '../../state/quality-types'
import type { Store } from '../../state/types'
import { nameOf } from '../../text'
import { dayWords, periodWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { FigureForm } from '../quality/figure/FigureForm'
import { qualityHref } from '../quality/route'
import { inWords, q } from '../quality/say'
import { isComplete } from '../quality/world'
import type { Shell } from '../shared/shell'
import { SaidLine } from './SaidLine'

const FEW = 4

type Props = { readonly quality: Quality; readonly store: Store; readonly shell: Shell }

export const Figures = ({ quality, store, shell }: Props) => {
  const opened = useSignal<string | undefined>(undefined)
  const said = useSignal<string | undefined>(undefined)
  const figures = quality.myFigures.value
  const words = q().popup
  if (figures.length === 0 && said.value === undefined) return null
  const shown = figures.slice(0, FEW)
  // What one is filling in stays, also when others came before it.
  const open = figures.find((figure) => placeOf(figure) === opened.value)
  const rows = open && !shown.includes(open) ? [...shown, open] : shown
  return (
    <section class="figures" aria-labelledby="figures-title">
      <h2 class="group-title" id="figures-title">
        <span>{words.title}</span>
        <span class="group-count">{figures.length}</span>
      </h2>
      <SaidLine said={said} onUndo={quality.undo} />
      <ul class="rows">
        {rows.map((figure) => (
          <Row
            key={placeOf(figure)}
            figure={figure}
            quality={quality}
            store={store}
            isOpen={figure === open}
            onToggle={() => {
              // A judgement rests on years that the popup had no need of until now.
              quality.open()
              opened.value = figure === open ? undefined : placeOf(figure)
            }}
            onSaved={(text) => {
              opened.value = undefined
              said.value = text
            }}
          />
        ))}
      </ul>
      {figures.length > rows.length && (
        <div class="more">
          <Button
            look="plain"
            onClick={() =>
              shell.openDashboard({
                hash: qualityHref({ page: 'quality', section: 'entry', everyone: false }),
              })
            }
          >
            {words.all(figures.length)}
          </Button>
        </div>
      )}
    </section>
  )
}

const placeOf = ({ room, about }: Figure): string => `${room} ${about}`

const Row = ({
  figure,
  quality,
  store,
  isOpen,
  onToggle,
  onSaved,
}: {
  readonly figure: Figure
  readonly quality: Quality
  readonly store: Store
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onSaved: (said: string) => void
}) => {
  const { indicator, period, due, state, department } = figure
  const place = store.departments.value.find(({ key }) => key === department)
  const name = inWords(indicator, 'name')
  const today = store.today.value
  const words = q().popup
  return (
    <li class={isOpen ? 'figure-row is-open' : 'figure-row'}>
      <div class="figure-head">
        <div class="figure-what">
          <p class="figure-name">{name}</p>
          <p class="figure-meta">
            {periodWords(period)}
            {place && ` · ${nameOf(place)}`}
          </p>
          <p class={state === 'late' ? 'figure-meta is-late' : 'figure-meta'}>
            {state === 'late' ? words.late(dayWords(due, today)) : words.due(dayWords(due, today))}
          </p>
        </div>
        <Button
          aria-expanded={isOpen}
          aria-label={isOpen ? `${words.close}: ${name}` : words.fillOf(name, periodWords(period))}
          onClick={onToggle}
        >
          {isOpen ? words.close : words.fill}
        </Button>
      </div>
      {isOpen && (
        <FigureForm
          figure={figure}
          quality={quality}
          ground={quality.ground.value}
          isComplete={isComplete(quality)}
          isFirst
          onSaved={onSaved}
        />
      )}
    </li>
  )
}
