/** One's checks of now, in groups: each opens its sheet, and many can be chosen and answered alike. */
import type { Day } from '../../../shared/days'
import type { MyCheck } from '../../../shared/queries/my-work'
import { nameOf, t, titleOf } from '../../text'
import { dayWords, dueWords, periodWords } from '../../text/dates'
import { Badge } from '../../ui/Badge'
import { EmptyState } from '../../ui/EmptyState'
import { IconMark } from '../../ui/IconMark'
import { useModel } from '../dashboard/context'
import { placeOf } from '../dashboard/model'
import { hrefOf } from '../dashboard/route'
import { useSteady } from '../dashboard/steady'
import { markOf } from '../dashboard/words'
import { type Chosen, useChosen } from '../keyboard/chosen'
import { rowAt } from '../keyboard/rows'
import { GROUPS, groupOf, nextOf } from './arrange'
import { BulkAnswer } from './BulkAnswer'
import { ChooseBox } from './ChooseBox'
import type { MineShow } from './route'
import { w } from './say'

export const MyChecks = ({
  checks,
  show,
}: {
  readonly checks: readonly MyCheck[]
  readonly show: MineShow
}) => {
  const { store } = useModel()
  const { items, hold } = useSteady(checks, keyOf, show)
  const mayChoose = ({ check }: MyCheck): boolean =>
    store.mayAnswer(check) && !check.clash && check.outcome === undefined
  const open = items.flatMap(({ item, gone }) => (gone ? [] : [item]))
  const ordered = GROUPS.flatMap((group) => open.filter(({ check }) => groupOf(check) === group))
  const chosen = useChosen(ordered, keyOf, mayChoose)
  const words = w().checks
  return (
    <section class="panel mine-checks" aria-label={words.title} {...hold}>
      <div class="panel-head">
        <h2>
          {words.title} <span class="group-count">{open.length}</span>
        </h2>
      </div>
      {items.length === 0 ? (
        <None show={show} />
      ) : (
        <>
          <BulkAnswer
            chosen={chosen.items.map(({ check }) => check)}
            onDone={() => chosen.set([])}
            onAll={() => chosen.set(ordered.filter(mayChoose))}
          />
          {GROUPS.map((group) => {
            const rows = items.filter(({ item }) => groupOf(item.check) === group)
            return (
              rows.length > 0 && (
                <section key={group} aria-label={words.groups[group]}>
                  <h3 class="mine-group">{words.groups[group]}</h3>
                  <ul class="mine-rows">
                    {rows.map(({ item, gone }) => (
                      <Row
                        key={keyOf(item)}
                        item={item}
                        isGone={gone}
                        mayChoose={!gone && mayChoose(item)}
                        chosen={chosen}
                      />
                    ))}
                  </ul>
                </section>
              )
            )
          })}
        </>
      )}
    </section>
  )
}

const keyOf = ({ check }: MyCheck): string => placeOf(check)

const None = ({ show }: { readonly show: MineShow }) => {
  const { store } = useModel()
  const today = store.today.value
  const words = w().checks
  const next = nextOf(store.mine.value, today)
  return (
    <EmptyState
      title={show === 'mine' ? words.noneMine : words.none}
      picture={<IconMark mark="in-order" size="2.5rem" />}
    >
      {show === 'mine'
        ? words.noneMineNext
        : next && words.noneNext(`${titleOf(next.control)}, ${words.opens(dayWords(next.opens, today))}`)}
    </EmptyState>
  )
}

const Row = ({
  item,
  isGone,
  mayChoose,
  chosen,
}: {
  readonly item: MyCheck
  readonly isGone: boolean
  readonly mayChoose: boolean
  readonly chosen: Chosen<MyCheck>
}) => {
  const { store, find } = useModel()
  // What was answered here stays where it was, with its answer, as long as the hand is in the list.
  const check = isGone ? (find(item.check.room, item.check.about) ?? item.check) : item.check
  const title = titleOf(check.control)
  const isChosen = mayChoose && chosen.has(item)
  return (
    <li class={`mine-row${isChosen ? ' is-chosen' : ''}${isGone ? ' is-gone' : ''}`} {...rowAt(check)}>
      <ChooseBox title={title} mayChoose={mayChoose} item={item} chosen={chosen} />
      <IconMark mark={markOf(check)} size="1.25rem" />
      <div class="mine-what">
        <a href={hrefOf({ sheet: 'check', room: check.room, about: check.about })}>{title}</a>
        <Meta item={item} today={store.today.value} />
      </div>
      <div class="mine-state">
        {check.clash ? (
          <span class="clash-word">{t().clash}</span>
        ) : check.outcome ? (
          <span>{t().outcomes[check.outcome]}</span>
        ) : (
          <span class={check.state === 'late' ? 'late-word' : undefined}>
            {dueWords(check.due, store.today.value)}
          </span>
        )}
      </div>
    </li>
  )
}

const Meta = ({ item: { check, for: absent }, today }: { readonly item: MyCheck; readonly today: Day }) => {
  const { store, department, theme, nameOf: nameOfMember } = useModel()
  const where = department.value.get(check.department)
  const what = theme.value.get(check.control.theme)
  const needsEvidence =
    (check.control.isKey || check.control.needsEvidence) && store.evidenceOf(check).length === 0
  const words = w().checks
  return (
    <p class="quiet mine-meta">
      {absent !== undefined && <Badge tone="info">{words.for(nameOfMember(absent))}</Badge>}
      <span>
        {[
          where && nameOf(where),
          periodWords(check.period),
          what && nameOf(what),
          check.state === 'later' && words.opens(dayWords(check.opens, today)),
          needsEvidence && words.needsEvidence,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </p>
  )
}
