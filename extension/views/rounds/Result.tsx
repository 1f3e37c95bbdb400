/** What was validated, as it was frozen, and whether it still is that. */
import type { Round } from '../../../shared/kinds/round'
import { criterionMeans } from '../../../shared/queries/rounds'
import type { Json } from '../../../shared/statement'
import { Notice } from '../../ui/Notice'
import { z } from './say'
import { criterionWords, plainPoints, pointsWords, subjectWords } from './words'
import { useRounds } from './world'

type FrozenLine = {
  readonly code: string
  readonly points: number | undefined
  readonly ambition: number | undefined
  readonly range: readonly number[]
}

export const Result = ({ round }: { readonly round: Round }) => {
  const frozen = useRounds().frozen(round.key)
  const words = z().validated
  if (!frozen) return <p class="quiet">{words.missing}</p>
  const lines = linesOfFrozen(frozen.content)
  const means = round.panel === 'maturity' ? [] : criterionMeans(lines)
  const points = (value: number | undefined): string =>
    value === undefined ? '–' : pointsWords(round.panel, value)
  return (
    <section class="panel" aria-labelledby="result-title">
      <h2 id="result-title">{words.result}</h2>
      <Notice tone={frozen.intact ? 'success' : 'danger'} title={frozen.intact ? words.intact : words.broken}>
        <p>
          {words.hash}: <code class="round-hash">{frozen.hash}</code>
        </p>
      </Notice>
      <div class="table-scroll">
        <table class="table result-table">
          <thead>
            <tr>
              <th scope="col">{words.subject}</th>
              <th scope="col">{words.agreed}</th>
              <th scope="col">{words.range}</th>
              <th scope="col">{words.ambition}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.code}>
                <th scope="row">{subjectWords(round, line.code)}</th>
                <td>
                  <strong>{points(line.points)}</strong>
                </td>
                <td>{line.range.length === 2 ? line.range.map(plainPoints).join(' – ') : '–'}</td>
                <td>{points(line.ambition)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {means.length > 0 && (
        <table class="table result-table">
          <caption>{words.mean}</caption>
          <tbody>
            {means.map(({ code, points: mean }) => (
              <tr key={code}>
                <th scope="row">{criterionWords(code)}</th>
                <td>{plainPoints(mean)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

// Read with care: what stands frozen may have been made by another version.
const linesOfFrozen = (content: Json): FrozenLine[] => {
  const given = (content as { subjects?: unknown } | null)?.subjects
  if (!Array.isArray(given)) return []
  return given.flatMap((each: unknown) => {
    const object = typeof each === 'object' && each !== null ? (each as Record<string, unknown>) : {}
    if (typeof object.code !== 'string') return []
    const range = Array.isArray(object.range) ? object.range.filter((value) => typeof value === 'number') : []
    return [
      {
        code: object.code,
        points: numberIn(object.points),
        ambition: numberIn(object.ambition),
        range,
      },
    ]
  })
}

const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
