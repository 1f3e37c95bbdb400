/** Where one is among the plans, as the part of the address after "#/plannen". Reading never fails. */
import type { Horizon } from '../../../shared/kinds/measure'
import { addressOf, keyOfWord, keyOfWordOrNone } from '../dashboard/address'

export const PLAN_LOOKS = ['list', 'board', 'timeline'] as const
export type PlanLook = (typeof PLAN_LOOKS)[number]
export const PLAN_SHOWS = ['open', 'stuck', 'finished', 'stopped', 'all'] as const
export type PlanShow = (typeof PLAN_SHOWS)[number]

export type PlansRoute = {
  readonly page: 'plans'
  readonly section: 'all'
  readonly look: PlanLook
  readonly show: PlanShow
  readonly owner: string | undefined
  readonly department: string | undefined
  readonly horizon: Horizon | undefined
  readonly search: string
}
export type PlanRoute = { readonly page: 'plans'; readonly section: 'plan'; readonly plan: string }
export type PlansPage = PlansRoute | PlanRoute

export const ALL_PLANS: PlansRoute = {
  page: 'plans',
  section: 'all',
  look: 'list',
  show: 'open',
  owner: undefined,
  department: undefined,
  horizon: undefined,
  search: '',
}

const LOOK_WORDS = { list: 'lijst', board: 'bord', timeline: 'tijdlijn' } as const
const SHOW_WORDS = {
  open: 'open',
  stuck: 'stokt',
  finished: 'afgerond',
  stopped: 'stopgezet',
  all: 'alle',
} as const
export const HORIZON_WORDS = { short: 'kort', medium: 'middellang', long: 'lang' } as const

/** @param parts what follows "plannen", already decoded */
export const parsePlans = ([key]: readonly string[], asked: URLSearchParams): PlansPage =>
  key
    ? { page: 'plans', section: 'plan', plan: key }
    : {
        page: 'plans',
        section: 'all',
        look: keyOfWord(LOOK_WORDS, asked.get('toon'), ALL_PLANS.look),
        show: keyOfWord(SHOW_WORDS, asked.get('welke'), ALL_PLANS.show),
        owner: asked.get('wie') ?? undefined,
        department: asked.get('dienst') ?? undefined,
        horizon: keyOfWordOrNone(HORIZON_WORDS, asked.get('termijn')),
        search: asked.get('zoek') ?? '',
      }

export const plansHref = (page: PlansPage): string =>
  page.section === 'plan'
    ? addressOf(['plannen', page.plan])
    : addressOf(['plannen'], {
        toon: page.look === ALL_PLANS.look ? undefined : LOOK_WORDS[page.look],
        welke: page.show === ALL_PLANS.show ? undefined : SHOW_WORDS[page.show],
        wie: page.owner,
        dienst: page.department,
        termijn: page.horizon && HORIZON_WORDS[page.horizon],
        zoek: page.search,
      })

/** The page of a plan. */
export const planHref = (key: string): string => plansHref({ page: 'plans', section: 'plan', plan: key })

/** One word for the page, the same as long as one stays on it: filters do not count. */
export const placeOfPlans = (page: PlansPage): string =>
  page.section === 'plan' ? `plans/${page.plan}` : 'plans'
