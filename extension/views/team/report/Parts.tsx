/** The parts of a report, in the order in which they are read: lists first, then how they came about. */
import { nameOf } from '../../../text'
import { dayWords } from '../../../text/dates'
import { Badge } from '../../../ui/Badge'
import { useModel } from '../../dashboard/context'
import { measureHref } from '../../measures/route'
import { m } from '../say'
import { hasMinutes, type ReportContent, type ReportPoint, resultOf } from './content'
import { FrozenMinutes, NoMinutes } from './FrozenMinutes'

type Part = { readonly content: ReportContent }

/** The numbers that points have on the agenda. */
export const numbersOf = ({ sections }: ReportContent): ReadonlyMap<string, number> =>
  new Map(sections.flatMap(({ points }) => points).map(({ key }, index) => [key, index + 1] as const))

export const Lists = ({ content }: Part) => {
  const { nameOf: nameOfMember, department } = useModel()
  const words = m().report
  const numbers = numbersOf(content)
  return (
    <>
      <section class="panel" aria-labelledby="decisions-title">
        <h2 id="decisions-title">{words.decisions}</h2>
        {content.decisions.length === 0 ? (
          <p class="quiet">{words.noDecisions}</p>
        ) : (
          <ol class="team-decided">
            {content.decisions.map(({ point, title, words: said }) => (
              <li key={point} value={numbers.get(point)}>
                <p class="team-point-title">{title}</p>
                <p>{said}</p>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section class="panel" aria-labelledby="actions-title">
        <h2 id="actions-title">{words.actions}</h2>
        {content.actions.length === 0 ? (
          <p class="quiet">{words.noActions}</p>
        ) : (
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.who}</th>
                <th scope="col">{words.by}</th>
              </tr>
            </thead>
            <tbody>
              {content.actions.map(({ about, title, owner, department: key, due }) => {
                const record = key === undefined ? undefined : department.value.get(key)
                return (
                  <tr key={about}>
                    <th scope="row">
                      <a href={measureHref(about)}>{title}</a>
                    </th>
                    <td data-label={words.who}>
                      {[owner && nameOfMember(owner), record && nameOf(record)].filter(Boolean).join(', ')}
                    </td>
                    <td data-label={words.by}>{due && dayWords(due)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        )}
      </section>
    </>
  )
}

export const Points = ({ content }: Part) => {
  const { nameOf: nameOfMember } = useModel()
  const numbers = numbersOf(content)
  const words = m()
  const unfinished = new Set(content.unfinished)
  const result = (point: ReportPoint): string => resultOf(content, point)
  return (
    <section class="panel" aria-labelledby="points-title">
      <h2 id="points-title">{words.report.points}</h2>
      {content.sections.map(({ section, points }) => (
        <div key={section} class="team-kind">
          <h3>{words.sections[section]}</h3>
          <ol class="team-decided">
            {points.map((point) => (
              <li key={point.key} value={numbers.get(point.key)}>
                <p class="team-point-title">
                  {point.title} {point.behindClosedDoors && <Badge>{words.report.closedPart}</Badge>}
                </p>
                {point.presenter && <p class="quiet">{nameOfMember(point.presenter)}</p>}
                {point.outcome ? (
                  <p>
                    <strong>{words.outcomes[point.outcome]}</strong>
                    {result(point) && `: ${result(point)}`}
                  </p>
                ) : (
                  <p class="quiet">
                    {unfinished.has(point.key) ? words.report.carried : words.report.noOutcome}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

export const Written = ({ content }: Part) => (
  <section class="panel" aria-labelledby="written-title">
    <h2 id="written-title">{m().report.minutes}</h2>
    {hasMinutes(content) ? <FrozenMinutes blocks={content.minutes} /> : <NoMinutes />}
  </section>
)

export const Present = ({ content: { attendance, where, start, chair, secretary } }: Part) => {
  const { nameOf: nameOfMember } = useModel()
  const words = m()
  const rows: readonly (readonly [string, string])[] = [
    [words.meeting.chair, nameOfMember(chair)],
    [words.meeting.secretary, nameOfMember(secretary)],
    [words.form.where, [where, start].filter(Boolean).join(', ')],
    ...(['present', 'excused', 'absent'] as const).map(
      (presence) =>
        [
          { present: words.report.attendance, excused: words.report.excused, absent: words.report.absent }[
            presence
          ],
          attendance
            .filter((each) => each.presence === presence)
            .map(({ member }) => nameOfMember(member))
            .join(', '),
        ] as const,
    ),
  ]
  return (
    <section class="panel" aria-labelledby="there-title">
      <h2 id="there-title">{words.running.present}</h2>
      <dl class="team-facts">
        {rows
          .filter(([, value]) => value !== '')
          .map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
