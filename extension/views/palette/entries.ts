/** Everything that can be found: pages, acts, departments, checks, controls, people, and what is done about it all. */
import { readRecord } from '../../../shared/kinds/kind'
import { meeting } from '../../../shared/kinds/meeting'
import { findingsOf } from '../../../shared/queries/findings'
import { foldedOf, type WorkGround } from '../../../shared/queries/ground'
import { measuresOf } from '../../../shared/queries/measures'
import { plansOf } from '../../../shared/queries/plans'
import { risksOf } from '../../../shared/queries/risks'
import type { Check, Store } from '../../state/types'
import { nameOf, titleOf } from '../../text'
import { dayWords, dueWords, periodWords } from '../../text/dates'
import type { IconName } from '../../ui/Icon'
import { hrefOf } from '../dashboard/route'
import { d, standing } from '../dashboard/words'
import { findingHref } from '../findings/route'
import { JUMPS, nameOfJump } from '../keyboard/pages'
import { k } from '../keyboard/say'
import { controlHref } from '../library/route'
import { measureHref } from '../measures/route'
import { m } from '../measures/say'
import { NEW_THINGS, newHref } from '../new/route'
import { planHref } from '../plans/route'
import { riskHref } from '../risks/route'
import { meetingHref } from '../team/route'
import type { Entry } from './ranking'

/** Where it leads: to an address, or what it does here. */
export type Target = { readonly href: string } | { readonly act: 'options' | 'language' }
export type PaletteEntry = Entry & { readonly target: Target; readonly icon?: IconName }

/** What needs no records. */
export const placesToGo = (mayWrite: boolean): readonly PaletteEntry[] => {
  const { acts } = k().palette
  const act = (key: keyof typeof acts.words, target: Target): PaletteEntry => ({
    kind: 'act',
    key: `act ${key}`,
    title: acts[key],
    more: '',
    words: acts.words[key],
    weight: 8,
    target,
  })
  return [
    ...JUMPS.map((jump) => ({
      kind: 'page' as const,
      key: `page ${jump.page}`,
      title: nameOfJump(jump),
      icon: jump.icon,
      more: '',
      weight: 12,
      target: { href: jump.href },
    })),
    ...(mayWrite ? NEW_THINGS : []).map((what) => act(what, { href: newHref({ what }) })),
    act('options', { act: 'options' }),
    act('language', { act: 'language' }),
  ]
}

/** What the store knows without loading more. */
export const entriesOfStore = (store: Store): readonly PaletteEntry[] => {
  const today = store.today.value
  const departments = new Map(store.departments.value.map((each) => [each.key, nameOf(each)]))
  const themes = new Map(store.themes.value.map((each) => [each.key, nameOf(each)]))
  const mine = new Set(store.mine.value)
  return [
    ...store.departments.value.map((each) => ({
      kind: 'department' as const,
      key: each.about,
      title: nameOf(each),
      more: each.cluster,
      weight: 6,
      target: { href: hrefOf({ page: 'department', department: each.key, year: undefined }) },
    })),
    ...store.checks.value.map((check) => ({
      kind: 'check' as const,
      key: `${check.room} ${check.about}`,
      title: titleOf(check.control),
      more: [departments.get(check.department), periodWords(check.period), standing(check, today)]
        .filter(Boolean)
        .join(' · '),
      weight: weightOf(check, mine.has(check)),
      family: `${check.department} ${check.control.key}`,
      target: { href: hrefOf({ sheet: 'check', room: check.room, about: check.about }) },
    })),
    ...store.controls.value.map((control) => ({
      kind: 'control' as const,
      key: control.about,
      title: titleOf(control),
      more: [
        themes.get(control.theme),
        control.departments.map((key) => departments.get(key) ?? key).join(', '),
      ]
        .filter(Boolean)
        .join(' · '),
      weight: 2,
      target: { href: controlHref(control.key) },
    })),
    ...store.members.value.map((each) => ({
      kind: 'person' as const,
      key: each.about,
      title: each.name,
      more: each.title,
      weight: 3,
      target: { href: hrefOf({ page: 'people', section: 'people' }) },
    })),
  ]
}

// What is to be done comes before what is over; mine before others'.
const weightOf = ({ state, clash }: Check, isMine: boolean): number => {
  const own = isMine ? 2 : 0
  if (clash || state === 'late' || state === 'today') return 5 + own
  return state === 'soon' ? 4 + own : state === 'later' ? 1 : 0
}

/** What is in the rooms of departments and of the management team. */
export const entriesOfWork = (ground: WorkGround, store: Store): readonly PaletteEntry[] => {
  const today = store.today.value
  const name = (member: string | undefined): string =>
    store.members.value.find(({ key }) => key === member)?.name ?? ''
  const findings = findingsOf(ground)
  const join = (...parts: readonly (string | undefined | false)[]): string =>
    parts.filter(Boolean).join(' · ')
  return [
    ...measuresOf(ground).map((line) => ({
      kind: 'measure' as const,
      key: `${line.room} ${line.about}`,
      title: line.title,
      more: join(name(line.owner), line.due && dueWords(line.due, today), m().statuses[line.shown]),
      weight: line.late ? 5 : line.status === 'planned' || line.status === 'running' ? 4 : 1,
      target: { href: measureHref(line.about) },
    })),
    ...plansOf(ground).map((plan) => ({
      kind: 'plan' as const,
      key: `${plan.room} ${plan.about}`,
      title: plan.title,
      more: name(plan.owner),
      weight: plan.state === 'open' ? 4 : 1,
      target: { href: planHref(plan.key) },
    })),
    ...findings.map((line) => ({
      kind: 'finding' as const,
      key: `${line.room} ${line.about}`,
      title: line.title,
      more: name(line.owner),
      weight: line.state === 'open' ? 4 : 1,
      target: { href: findingHref(line.about) },
    })),
    ...risksOf(ground, store.controls.value, findings).map((risk) => ({
      kind: 'risk' as const,
      key: `${risk.room} ${risk.about}`,
      title: risk.title,
      more: name(risk.owner),
      weight: risk.state === 'open' ? 3 : 1,
      target: { href: riskHref(risk.key) },
    })),
    ...foldedOf(ground.records('team'), 'meeting')
      .map((folded) => readRecord(meeting, folded))
      .filter(({ gone }) => !gone)
      .map((each) => ({
        kind: 'meeting' as const,
        key: each.about,
        title: each.title || d().pages.team,
        more: each.day ? dayWords(each.day, today) : '',
        weight: each.day !== undefined && each.day >= today ? 4 : 1,
        target: { href: meetingHref(each.key) },
      })),
  ]
}
