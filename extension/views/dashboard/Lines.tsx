/** The checks behind a figure: who, what, when, how. Each opens the check. */
import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Check } from '../../../shared/queries/schedule'
import { nameOf, t, titleOf } from '../../text'
import { dayWords, momentWords, periodWords } from '../../text/dates'
import { OutcomeTag } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { type Chosen, useChosen } from '../keyboard/chosen'
import { rowAt } from '../keyboard/rows'
import { BulkAnswer } from '../mine/BulkAnswer'
import { ChooseBox } from '../mine/ChooseBox'
import { linesBehind, windowOf } from './board'
import { useModel } from './context'
import { placeOf } from './model'
import { ReviewWord } from './ReviewWord'
import { hrefOf, type Lines as Which } from './route'
import type { LinesSheet } from './router'
import { Segments } from './Segments'
import { Sheet } from './Sheet'
import { useSteady } from './steady'
import { d, longMonth, markOf, standing } from './words'

const PAGE = 100
const FILTERS = ['all', 'not-on-time', 'not-in-order', 'late', 'clash'] as const

export const Lines = ({ route }: { readonly route: LinesSheet }) => {
  const model = useModel()
  const { store, router } = model
  const shown = useSignal(PAGE)
  const checks = store.checks.value
  const today = store.today.value
  const lines = useMemo(() => {
    const asked = { ...route, since: model.lastVisit, visitor: store.session.member }
    return inOrder(linesBehind(checks, asked, today), route.lines)
  }, [checks, today, route, model, store])
  const { items, hold } = useSteady(lines, placeOf, hrefOf(route))
  const mayChoose = (check: Check): boolean => isOpen(check) && store.mayAnswer(check)
  const seen = lines.slice(0, shown.value)
  const chosen = useChosen(seen, placeOf, mayChoose)
  return (
    <Sheet
      title={<Place route={route} />}
      above={<p class="sheet-above">{d().lines.titles[route.lines]}</p>}
      isOnTop={router.check.value === undefined && router.measure.value === undefined}
      onClose={router.closeSheet}
    >
      {isFilter(route.lines) && (
        <Segments<Which>
          label={d().lines.which}
          options={FILTERS.map((each) => [each, d().lines.filters[each]] as const)}
          chosen={route.lines}
          onChoose={(next) => router.swap({ ...route, lines: next })}
        />
      )}
      <p class="quiet lines-count" role="status">
        {d().lines.count(lines.length)} <Window route={route} />
      </p>
      {items.length === 0 && <EmptyState title={d().lines.none}>{d().lines.noneNext}</EmptyState>}
      <div {...hold}>
        {seen.some(mayChoose) && (
          <BulkAnswer
            chosen={chosen.items}
            onDone={() => chosen.set([])}
            onAll={() => chosen.set(seen.filter(mayChoose))}
          />
        )}
        {groupsOf(
          items
            .slice(0, shown.value)
            .map(({ item, gone }) => (gone ? (model.find(item.room, item.about) ?? item) : item)),
          route.department !== undefined,
        ).map(({ title, checks }) => (
          <section key={title} class="lines-group">
            {title !== '' && <h3>{title}</h3>}
            <ul class="lines">
              {checks.map((check) => (
                <Line
                  key={placeOf(check)}
                  check={check}
                  isGrouped={title !== ''}
                  mayChoose={mayChoose(check)}
                  chosen={chosen}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {items.length > shown.value && (
        <Button
          onClick={() => {
            shown.value += PAGE
          }}
        >
          {d().lines.more(items.length - shown.value)}
        </Button>
      )}
    </Sheet>
  )
}

const isFilter = (lines: Which): boolean => FILTERS.some((each) => each === lines)

// What waits is read from the oldest; everything else from the newest.
const inOrder = (found: readonly Check[], lines: Which): readonly Check[] => {
  if (lines === 'late' || lines === 'week') return found
  return lines === 'new'
    ? found.toSorted((a, b) => (b.answeredAt ?? 0) - (a.answeredAt ?? 0))
    : found.toReversed()
}

const Place = ({ route }: { readonly route: LinesSheet }) => {
  const { department, theme } = useModel()
  const where = route.department && department.value.get(route.department)
  const what = route.theme && theme.value.get(route.theme)
  return (
    <>
      {[
        where ? nameOf(where) : d().lines.everywhere,
        what && nameOf(what),
        route.month && longMonth(route.month),
      ]
        .filter(Boolean)
        .join(' · ')}
    </>
  )
}

const Window = ({ route }: { readonly route: LinesSheet }) => {
  const { today } = useModel().store
  if (route.month !== undefined || !['all', 'not-on-time', 'not-in-order'].includes(route.lines)) return null
  const { from, to } = windowOf(route.span, today.value)
  return <>· {d().span.between(dayWords(from), dayWords(to < today.value ? to : today.value))}</>
}

type Group = { readonly title: string; readonly checks: readonly Check[] }

/** Of one department the same control returns month after month: then its title is said once. */
const groupsOf = (checks: readonly Check[], byControl: boolean): readonly Group[] => {
  if (!byControl) return [{ title: '', checks }]
  const groups = new Map<string, Check[]>()
  for (const check of checks) {
    const group = groups.get(check.control.key)
    if (group) group.push(check)
    else groups.set(check.control.key, [check])
  }
  return [...groups.values()].map((each) => ({ title: titleOf((each[0] as Check).control), checks: each }))
}

/** Still to be answered, and open for it. */
const isOpen = ({ outcome, state }: Check): boolean => outcome === undefined && state !== 'later'

const Line = ({
  check,
  isGrouped,
  mayChoose,
  chosen,
}: {
  readonly check: Check
  readonly isGrouped: boolean
  readonly mayChoose: boolean
  readonly chosen: Chosen<Check>
}) => {
  const { store, department, nameOf: nameOfMember } = useModel()
  const where = department.value.get(check.department)
  const answered =
    check.answeredAt === undefined
      ? undefined
      : `${nameOfMember(check.performer ?? check.answeredBy)}, ${momentWords(check.answeredAt)}`
  return (
    <li class={mayChoose && chosen.has(check) ? 'line is-chosen' : 'line'} {...rowAt(check)}>
      {mayChoose && <ChooseBox title={titleOf(check.control)} mayChoose item={check} chosen={chosen} />}
      <div class="line-what">
        <a href={hrefOf({ sheet: 'check', room: check.room, about: check.about })}>
          {isGrouped ? periodWords(check.period) : titleOf(check.control)}
        </a>
        <p class="quiet">
          {(isGrouped ? [answered] : [where && nameOf(where), periodWords(check.period), answered])
            .filter(Boolean)
            .join(' · ')}
        </p>
        {check.note !== '' && <p class="line-note">{check.note}</p>}
      </div>
      <div class="line-state">
        <OutcomeTag mark={markOf(check)}>
          {check.clash ? t().clash : standing(check, store.today.value)}
        </OutcomeTag>
        <ReviewWord check={check} />
        {check.outcome && check.onTime === false && <span class="late-word">{d().department.doneLate}</span>}
      </div>
    </li>
  )
}
