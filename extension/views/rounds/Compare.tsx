/** Rounds and departments on one chart, and the same in a table. */
import Papa from 'papaparse'
import { useMemo } from 'preact/hooks'
import type { Round } from '../../../shared/kinds/round'
import { compareRounds } from '../../../shared/queries/rounds'
import { dayWords } from '../../text/dates'
import { EmptyState } from '../../ui/EmptyState'
import { useModel } from '../dashboard/context'
import { DepartmentChoice } from '../dashboard/people/DepartmentChoice'
import { type Caption, PAPER_WIDTH, paperSvg } from '../quality/drawing/drawing'
import { Keep } from '../quality/drawing/Keep'
import { DrawingLegend, Picture } from '../quality/drawing/Picture'
import { compareDrawing, LOOKS, MOST_ROUNDS } from './compare-drawing'
import type { CompareRoute } from './route'
import { z } from './say'
import { plainPoints, pointsWords, roundPlace, subjectWords } from './words'
import { useRounds } from './world'

export const Compare = ({ page }: { readonly page: CompareRoute }) => {
  const model = useModel()
  const rounds = useRounds()
  const linesOf = rounds.lines.value
  const possible = useMemo(
    () => rounds.rounds.value.filter((round) => linesOf(round).some(({ points }) => points !== undefined)),
    [rounds.rounds.value, linesOf],
  )
  const chosen = chosenOf(possible, page.rounds)
  const words = z().compare
  const nameOf = (round: Round): string => `${round.title} · ${roundPlace(round, model)}`
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>{z().tabs.compare}</h1>
          <p class="quiet">{words.intro}</p>
        </div>
      </header>
      {possible.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyNext}</EmptyState>
      ) : (
        <>
          <section class="panel compare-choice">
            <DepartmentChoice
              label={words.choose}
              options={possible.map((round) => [
                round.key,
                `${nameOf(round)} · ${z().shortPanels[round.panel]}`,
              ])}
              chosen={chosen.map(({ key }) => key)}
              onChange={(keys) =>
                model.router.swap({ ...page, rounds: keys.length === 0 ? ['-'] : keys.slice(-MOST_ROUNDS) })
              }
            />
            <p class="field-hint">{words.chooseHint}</p>
          </section>
          {chosen.length === 0 ? (
            <p class="quiet">{words.none}</p>
          ) : (
            <Chart rounds={chosen} nameOf={nameOf} />
          )}
        </>
      )}
    </div>
  )
}

const Chart = ({
  rounds: chosen,
  nameOf,
}: {
  readonly rounds: readonly Round[]
  readonly nameOf: (round: Round) => string
}) => {
  const { store } = useModel()
  const linesOf = useRounds().lines.value
  const words = z().compare
  const keys = chosen.map(({ key }) => key)
  const framework = chosen[0]?.framework ?? 'leidraad'
  const compared = compareRounds(chosen.map((round) => ({ round, lines: linesOf(round) })))
    .filter(({ values }) => values.length > 0)
    .sort((a, b) => a.code.localeCompare(b.code, 'nl', { numeric: true }))
  const subject = (code: string): string => subjectWords({ framework }, code)
  const draw = (width: number) => compareDrawing(compared, keys, subject, width)
  const caption: Caption = {
    title: words.title,
    lines: [words.axis, words.made(dayWords(store.today.value))],
    legend: chosen.map((round, index) => [LOOKS[index] ?? 'common-cause', nameOf(round)] as const),
  }
  const csv = (): Blob => {
    const rows = compared.map(({ code, values }) => [
      subject(code),
      ...keys.map((key) => values.find((value) => value.round === key)?.points ?? ''),
    ])
    const text = Papa.unparse([[words.subject, ...chosen.map(nameOf)], ...rows], {
      delimiter: ';',
      newline: '\r\n',
      escapeFormulae: true,
    })
    return new Blob([`\ufeff${text}\r\n`], { type: 'text/csv' })
  }
  return (
    <section class="panel" aria-labelledby="compare-title">
      <div class="panel-head">
        <h2 id="compare-title">{words.title}</h2>
        <Keep name={words.csv} svg={() => paperSvg(draw(PAPER_WIDTH), caption)} csv={csv} />
      </div>
      <p class="quiet">{words.axis}</p>
      <Picture draw={draw} label={words.picture(chosen.map(nameOf).join(', '))} caption={caption} />
      <DrawingLegend legend={caption.legend} />
      <div class="table-scroll">
        <table class="table compare-table">
          <thead>
            <tr>
              <th scope="col">{words.subject}</th>
              {chosen.map((round) => (
                <th key={round.key} scope="col">
                  {nameOf(round)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {compared.map(({ code, values }) => {
              const points = chosen.map(({ key }) => values.find((value) => value.round === key)?.points)
              const [first, last] = [points[0], points.at(-1)]
              return (
                <tr key={code}>
                  <th scope="row">{subject(code)}</th>
                  {chosen.map((round, index) => (
                    <td key={round.key}>
                      {points[index] === undefined ? (
                        <span class="quiet">{words.nothing}</span>
                      ) : (
                        pointsWords(round.panel, points[index])
                      )}
                      {index > 0 &&
                        index === chosen.length - 1 &&
                        first !== undefined &&
                        last !== undefined &&
                        chosen[0]?.panel === round.panel && (
                          <span class="quiet compare-change">{words.change(signed(last - first))}</span>
                        )}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const signed = (points: number): string =>
  points > 0 ? `+${plainPoints(points)}` : points < 0 ? `−${plainPoints(-points)}` : '0'

/** Those that were chosen, oldest first; without a choice the last ones with the subjects of the newest. */
const chosenOf = (possible: readonly Round[], keys: readonly string[]): readonly Round[] => {
  const found =
    keys.length > 0
      ? possible.filter(({ key }) => keys.includes(key))
      : possible.filter(({ framework }) => framework === possible[0]?.framework)
  return found
    .filter(({ framework }) => framework === found[0]?.framework)
    .slice(0, MOST_ROUNDS)
    .toReversed()
}
