/** The half-yearly follow-up: what was under way, and what of that was done; as a page that can be printed. */
import { useMemo } from 'preact/hooks'
import type { Day } from '../../../shared/days'
import { HORIZONS } from '../../../shared/kinds/measure'
import { type HalfYearFigures, halfYearFigures, type Share } from '../../../shared/queries/measures'
import { dayWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { Progress } from '../../ui/Progress'
import { useModel } from '../dashboard/context'
import { percent } from '../dashboard/words'
import { Filter } from '../work/fields'
import { useWork } from '../work/world'
import { Due, MeasureTitle, StatusTag } from './parts'
import type { MeasuresPage } from './route'
import { m } from './say'
import { placeWords } from './words'

const YEARS_BACK = 3

export const HalfYear = ({
  page,
}: {
  readonly page: Extract<MeasuresPage, { readonly section: 'half-year' }>
}) => {
  const { store, router, tools } = useModel()
  const work = useWork()
  const ground = work.ground.value
  const today = store.today.value
  const half = page.half ?? halfOf(today)
  const figures = useMemo(() => halfYearFigures(ground, half), [ground, half])
  const words = m().half
  return (
    <div class="page half-year">
      <header class="page-head">
        <div>
          <h1>
            {words.title} · {halfWords(half)}
          </h1>
          <p class="quiet">
            {words.intro}{' '}
            {today <= figures.to ? words.until(dayWords(today)) : words.ended(dayWords(figures.to))}
          </p>
        </div>
        <div class="page-verbs">
          <Filter
            label={words.half}
            value={half}
            options={halvesUntil(today).map((each) => [each, halfWords(each)])}
            onChoose={(next) => router.swap({ ...page, half: next === halfOf(today) ? undefined : next })}
          />
          <Button onClick={tools.print}>
            <Icon name="print" />
            {m().print}
          </Button>
        </div>
      </header>
      {figures.lines.length + figures.stopped === 0 ? (
        <EmptyState title={words.none}>{words.noneNext}</EmptyState>
      ) : (
        <Figures figures={figures} />
      )}
    </div>
  )
}

const Figures = ({ figures }: { readonly figures: HalfYearFigures }) => {
  const model = useModel()
  const words = m().half
  const lines = figures.lines.filter(({ priority }) => priority === 'high')
  return (
    <>
      <div class="half-tiles">
        <ShareTile title={words.priority} share={figures.priority} isFirst />
        <ShareTile title={words.all} share={figures.all} />
        <Tile title={words.verified} value={figures.verified} />
        <Tile title={words.late} value={figures.late} />
        <Tile title={words.moves} value={figures.moves} />
        <Tile title={words.stopped} value={figures.stopped} />
      </div>
      <div class="columns">
        <section class="panel" aria-labelledby="half-lines">
          <h2 id="half-lines">{words.lines}</h2>
          {lines.length === 0 ? (
            <p class="quiet">{words.linesNone}</p>
          ) : (
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{m().columns.title}</th>
                  <th scope="col">{m().columns.due}</th>
                  <th scope="col">{m().columns.status}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={`${line.room} ${line.about}`}>
                    <th scope="row">
                      <MeasureTitle line={line} />
                      <span class="quiet measure-place">
                        {[line.owner && model.nameOf(line.owner), placeWords(line.room, model)]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </th>
                    <td>
                      <Due line={line} />
                    </td>
                    <td>
                      <StatusTag shown={line.shown} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        <div class="stack">
          <Shares
            title={words.byHorizon}
            first={m().columns.horizon}
            rows={HORIZONS.map((each) => [m().shortHorizons[each], figures.byHorizon[each]])}
          />
          <Shares
            title={words.byDepartment}
            first={m().columns.department}
            rows={figures.byDepartment.map((each) => [placeWords(each.department, model), each])}
          />
        </div>
      </div>
    </>
  )
}

const ShareTile = ({
  title,
  share,
  isFirst = false,
}: {
  readonly title: string
  readonly share: Share
  readonly isFirst?: boolean
}) => (
  <section class={isFirst ? 'panel half-tile is-first' : 'panel half-tile'}>
    <h2>{title}</h2>
    <p class="half-value">{share.percent === undefined ? '–' : percent(share.percent / 100)}</p>
    <Progress value={share.done} max={share.total} label={title} />
    <p class="quiet">{m().half.of(share.done, share.total)}</p>
  </section>
)

const Tile = ({ title, value }: { readonly title: string; readonly value: number }) => (
  <section class="panel half-tile">
    <h2>{title}</h2>
    <p class="half-value">{value}</p>
  </section>
)

const Shares = ({
  title,
  first,
  rows,
}: {
  readonly title: string
  readonly first: string
  readonly rows: readonly (readonly [name: string, share: Share])[]
}) => (
  <section class="panel">
    <h2>{title}</h2>
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col" class="numeric">
            {m().half.total}
          </th>
          <th scope="col" class="numeric">
            {m().half.done}
          </th>
          <th scope="col" class="numeric">
            {m().half.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(([, { total }]) => total > 0)
          .map(([name, { total, done, percent: share }]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="numeric">{total}</td>
              <td class="numeric">{done}</td>
              <td class="numeric">{share === undefined ? '–' : percent(share / 100)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  </section>
)

/** "2026-H2" of a day. */
const halfOf = (day: Day): string => `${day.slice(0, 4)}-H${day.slice(5, 7) < '07' ? 1 : 2}`

const halvesUntil = (today: Day): string[] => {
  const year = Number(today.slice(0, 4))
  return Array.from({ length: YEARS_BACK + 1 }, (_, back) => year - back)
    .flatMap((each) => [`${each}-H2`, `${each}-H1`])
    .filter((each) => each <= halfOf(today))
}

const halfWords = (half: string): string => m().half.name(half.slice(6), half.slice(0, 4))
