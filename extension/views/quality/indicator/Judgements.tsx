/** What the figures say: the signals in sentences, what to know before judging, and whether a change helped. */
import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { comparisonsOf, type Verdict } from '../../../../shared/queries/did-it-help'
import { type Hint, hintsOf } from '../../../../shared/queries/hints'
import type { Series } from '../../../../shared/queries/series'
import { type Word, wordsOf } from '../../../../shared/queries/words'
import type { Variation } from '../../../../shared/spc'
import { periodWords } from '../../../text/dates'
import { Button } from '../../../ui/Button'
import { Icon } from '../../../ui/Icon'
import { useModel } from '../../dashboard/context'
import { NewMeasure } from '../../work/WorkSlot'
import { VariationSign } from '../Judgement'
import { q } from '../say'
import { helpedWords, hintWords, readingWords, signalWords } from '../words'
import { useWorld } from '../world'

const FEW = 5

export const Signals = ({
  series,
  onOpen,
}: {
  readonly series: Series
  readonly onOpen: (at: number) => void
}) => {
  const isAll = useSignal(false)
  const words = q().indicator
  const runs = useMemo(() => runsOf(wordsOf(series)), [series])
  return (
    <section class="panel" aria-labelledby="signals-title">
      <h2 id="signals-title">{words.signals}</h2>
      {runs.length === 0 ? (
        <p class="quiet">{series.newest ? words.signalsNone : words.noFigureNext}</p>
      ) : (
        <ul class="signals">
          {(isAll.value ? runs : runs.slice(0, FEW)).map((run) => (
            <Signal key={run.last.at} run={run} series={series} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {runs.length > FEW && !isAll.value && (
        <Button
          onClick={() => {
            isAll.value = true
          }}
        >
          {words.signalsAll(runs.length)}
        </Button>
      )}
    </section>
  )
}

/** The ninth month on one side is the same news as the eighth: a run is one signal, told at its last point. */
type Run = { readonly last: Word; readonly comment: string }

const runsOf = (words: readonly Word[]): Run[] => {
  const runs = new Map<string, Run>()
  for (const word of words) {
    const name =
      word.rule === 'beyond3' ? String(word.at) : `${word.rule} ${word.since} ${word.side} ${word.phase}`
    const comment = word.comment || runs.get(name)?.comment || ''
    runs.set(name, { last: word, comment })
  }
  return [...runs.values()].sort((a, b) => b.last.at - a.last.at)
}

const Signal = ({
  run: { last, comment },
  series,
  onOpen,
}: {
  readonly run: Run
  readonly series: Series
  readonly onOpen: (at: number) => void
}) => {
  const { quality, asOf } = useWorld()
  const isMaking = useSignal(false)
  const words = q().indicator
  const figure = series.figures[last.at - 1]
  const mayExplain =
    asOf === undefined && figure !== undefined && figure.room !== '' && quality.mayMeasure(figure)
  return (
    <li class="signal">
      <span class={`judgement-${last.reading}`}>
        <VariationSign variation={last.reading} />
      </span>
      <div>
        <p>
          <strong>{signalWords(last, series.indicator)}</strong> {readingWords(last)}
        </p>
        <p class="quiet">
          {periodWords(last.period)} ·{' '}
          {comment === '' ? (
            <span class="not-explained">{words.notExplained}</span>
          ) : (
            `${words.explained}: ${comment}`
          )}
        </p>
      </div>
      {figure && figure.room !== '' && (
        <span class="signal-verbs">
          <Button look="plain" onClick={() => onOpen(last.at)}>
            {comment === '' && mayExplain ? words.explain : words.verbs.open(periodWords(last.period))}
          </Button>
          {mayExplain && last.reading === 'concern' && (
            <Button
              look="icon"
              aria-label={words.makeMeasure(periodWords(last.period))}
              title={words.makeMeasure(periodWords(last.period))}
              onClick={() => {
                isMaking.value = true
              }}
            >
              <Icon name="measures" />
            </Button>
          )}
        </span>
      )}
      {isMaking.value && figure && (
        <NewMeasure
          prefill={{ origin: figure.about, department: figure.department }}
          onClose={() => {
            isMaking.value = false
          }}
        />
      )}
    </li>
  )
}

export const Hints = ({ series }: { readonly series: Series }) => {
  const { quality, asOf } = useWorld()
  const { toast } = useModel()
  const hints = useMemo(() => hintsOf(series), [series])
  if (hints.length === 0) return null
  const { indicator } = series
  const use = (proposed: 'pprime' | 'uprime' | 'xmr'): void => {
    quality.changeIndicator(indicator.key, { chart: proposed })
    toast.value = { text: q().library.saved(indicator.name), undo: () => void quality.undo() }
  }
  return (
    <section class="panel" aria-labelledby="hints-title">
      <h2 id="hints-title">{q().indicator.hints}</h2>
      <ul class="hints">
        {hints.map((hint) => (
          <li key={hint.code}>
            <Icon name="info" />
            <div>
              <p>{hintWords(hint, indicator)}</p>
              {isProposal(hint) && asOf === undefined && quality.mayManageIndicators() && (
                <Button onClick={() => use(hint.proposed)}>{q().hints.use(q().charts[hint.proposed])}</Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Proposal = Extract<Hint, { readonly proposed: string }>
const isProposal = (hint: Hint): hint is Proposal => 'proposed' in hint

const VERDICTS: Readonly<Record<Verdict, Variation>> = {
  improved: 'improvement',
  worsened: 'concern',
  changed: 'neutral',
  'no-change': 'common-cause',
  'too-early': 'common-cause',
}

export const Helped = ({ series }: { readonly series: Series }) => {
  const comparisons = useMemo(() => comparisonsOf(series), [series])
  return (
    <section class="panel" aria-labelledby="helped-title">
      <h2 id="helped-title">{q().indicator.helped}</h2>
      {comparisons.length === 0 ? (
        <p class="quiet">{q().helped.none}</p>
      ) : (
        <ul class="signals">
          {comparisons
            .map((comparison) => {
              const [answer, ...rest] = helpedWords(comparison, series)
              const variation = VERDICTS[comparison.verdict]
              return (
                <li key={comparison.from} class="signal">
                  <span class={`judgement-${variation}`}>
                    <VariationSign variation={variation} />
                  </span>
                  <div>
                    <p>
                      <strong>{answer}</strong>
                    </p>
                    {rest.map((sentence) => (
                      <p key={sentence}>{sentence}</p>
                    ))}
                  </div>
                </li>
              )
            })
            .reverse()}
        </ul>
      )}
    </section>
  )
}
