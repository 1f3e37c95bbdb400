/**
 * Where one is in the dashboard, as the part of the address after "#". Reading never fails: what is unknown is the overview.
 * A sheet (lines, a check, a measure) lies over the page one came from; after a reload, over the page it belongs to.
 */
import { checkKey } from '../../../shared/kinds/check'
import { parseRoom, textRoomName } from '../../../shared/rooms'
import { ALL_FINDINGS, type FindingsPage, findingsHref, parseFinding, parseFindings } from '../findings/route'
import { ALL_CONTROLS, type ControlsPage, controlsHref, parseControls } from '../library/route'
import {
  ALL_MEASURES,
  type MeasureSheetRoute,
  type MeasuresPage,
  measureSheetHref,
  measuresHref,
  parseMeasures,
} from '../measures/route'
import { type MinePage, mineHref, parseMine } from '../mine/route'
import { type NewSheetRoute, newHref, parseNew } from '../new/route'
import { ALL_PLANS, type PlansPage, parsePlans, plansHref } from '../plans/route'
import { parseQuality, type QualityPage, qualityHref } from '../quality/route'
import { REVIEWS, type ReviewsPage, reviewsHref } from '../reviews/route'
import { ALL_RISKS, parseRisks, type RisksPage, risksHref } from '../risks/route'
import { parseRounds, type RoundsPage, roundsHref } from '../rounds/route'
import { parseTeam, type TeamPage, teamHref } from '../team/route'

/** Which checks the figures of the overview count. */
export const SPANS = ['year-back', 'this-year', 'last-year'] as const
export type Span = (typeof SPANS)[number]

/** Which lines to list: all that count in a figure, or those that keep it from being full. */
export const LINES = ['all', 'not-on-time', 'not-in-order', 'late', 'clash', 'week', 'new'] as const
export type Lines = (typeof LINES)[number]

export const PEOPLE_SECTIONS = ['people', 'departments'] as const
export type PeopleSection = (typeof PEOPLE_SECTIONS)[number]

export type Page =
  | { readonly page: 'overview'; readonly span: Span; readonly sort: string | undefined }
  | { readonly page: 'late'; readonly department: string | undefined }
  | { readonly page: 'department'; readonly department: string; readonly year: number | undefined }
  | { readonly page: 'people'; readonly section: PeopleSection }
  /** One text by itself: its room and subject. */
  | { readonly page: 'text'; readonly room: string; readonly about: string }
  | QualityPage
  | FindingsPage
  | ReviewsPage
  | PlansPage
  | MeasuresPage
  | TeamPage
  | MinePage
  | RisksPage
  | RoundsPage
  | ControlsPage

export type Sheet =
  | {
      readonly sheet: 'lines'
      readonly lines: Lines
      readonly span: Span
      readonly department: string | undefined
      readonly theme: string | undefined
      /** "2026-11": only what was due in that month. */
      readonly month: string | undefined
    }
  | { readonly sheet: 'check'; readonly room: string; readonly about: string }
  | MeasureSheetRoute
  | NewSheetRoute

export type Route = Page | Sheet

export const OVERVIEW: Page = { page: 'overview', span: 'year-back', sort: undefined }

const SPAN_WORDS = { 'year-back': '12-maanden', 'this-year': 'dit-jaar', 'last-year': 'vorig-jaar' } as const
const LINES_WORDS = {
  all: 'alle',
  'not-on-time': 'niet-op-tijd',
  'not-in-order': 'niet-in-orde',
  late: 'te-laat',
  clash: 'tegenspraak',
  week: 'week',
  new: 'nieuw',
} as const
const SECTION_WORDS = { people: 'mensen', departments: 'diensten' } as const

/** Reads an address: "#/dienst/bur?jaar=2026". */
export const parseRoute = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?')
  const asked = new URLSearchParams(query)
  const [first, ...rest] = path.split('/').map(decoded)
  switch (first) {
    case 'te-laat':
      return { page: 'late', department: asked.get('dienst') ?? undefined }
    case 'dienst':
      return rest[0] ? { page: 'department', department: rest[0], year: yearOf(asked.get('jaar')) } : OVERVIEW
    case 'controles':
      return parseControls(rest, asked)
    case 'mensen':
      // Where controls were assigned before they had a page of their own.
      if (rest[0] === 'controles') return ALL_CONTROLS
      return { page: 'people', section: wordOf(SECTION_WORDS, rest[0], 'people') }
    case 'tekst':
      return textOf(rest)
    case 'kwaliteit':
      return parseQuality(rest, asked)
    case 'bevindingen':
      return parseFindings(asked)
    case 'bevinding':
      return parseFinding(rest, asked)
    case 'na-te-zien':
      return REVIEWS
    case 'plannen':
      return parsePlans(rest, asked)
    case 'maatregelen':
      return parseMeasures(rest, asked)
    case 'maatregel':
      return rest[0] ? { sheet: 'measure', measure: rest[0] } : parseMeasures([], asked)
    case 'team':
      return parseTeam(rest, asked)
    case 'mijn-werk':
      return parseMine(asked)
    case 'nieuw':
      return parseNew(rest, asked) ?? OVERVIEW
    case 'risicos':
      return parseRisks(rest, asked)
    case 'risico':
      return rest[0] ? { page: 'risks', section: 'risk', risk: rest[0] } : parseRisks([], asked)
    case 'zelfevaluatie':
      return parseRounds(rest, asked)
    case 'lijnen':
      return linesOf(asked)
    case 'controle':
      return checkOf(rest)
    default:
      return {
        page: 'overview',
        span: wordOf(SPAN_WORDS, asked.get('periode'), 'year-back'),
        sort: asked.get('volgorde') ?? undefined,
      }
  }
}

/** The address of a place, to put in a link. */
export const hrefOf = (route: Route): string => {
  if ('sheet' in route) return sheetHref(route)
  switch (route.page) {
    case 'overview':
      return address('overzicht', {
        periode: route.span === 'year-back' ? undefined : SPAN_WORDS[route.span],
        volgorde: route.sort,
      })
    case 'late':
      return address('te-laat', { dienst: route.department })
    case 'department':
      return address(`dienst/${encodeURIComponent(route.department)}`, { jaar: route.year?.toString() })
    case 'people':
      return address(route.section === 'people' ? 'mensen' : `mensen/${SECTION_WORDS[route.section]}`, {})
    case 'text':
      return `#/tekst/${route.room}/${route.about}`
    case 'quality':
      return qualityHref(route)
    case 'findings':
      return findingsHref(route)
    case 'reviews':
      return reviewsHref()
    case 'plans':
      return plansHref(route)
    case 'measures':
      return measuresHref(route)
    case 'team':
      return teamHref(route)
    case 'mine':
      return mineHref(route)
    case 'risks':
      return risksHref(route)
    case 'rounds':
      return roundsHref(route)
    case 'controls':
      return controlsHref(route)
  }
}

const sheetHref = (sheet: Sheet): string => {
  if (sheet.sheet === 'measure') return measureSheetHref(sheet)
  if (sheet.sheet === 'new') return newHref(sheet)
  return sheet.sheet === 'check' ? checkHref(sheet) : linesHref(sheet)
}

/** The page a sheet lies on when one did not come from another. */
export const homeOf = (sheet: Sheet): Page => {
  if (sheet.sheet === 'lines') return { ...OVERVIEW, span: sheet.span }
  if (sheet.sheet === 'measure') return ALL_MEASURES
  if (sheet.sheet === 'new') return homeOfNew(sheet)
  const room = parseRoom(sheet.room)
  return room?.kind === 'year'
    ? { page: 'department', department: room.department, year: room.year }
    : OVERVIEW
}

const homeOfNew = ({ what }: NewSheetRoute): Page =>
  ({ measure: ALL_MEASURES, plan: ALL_PLANS, finding: ALL_FINDINGS, risk: ALL_RISKS })[what]

const linesOf = (asked: URLSearchParams): Sheet => ({
  sheet: 'lines',
  lines: wordOf(LINES_WORDS, asked.get('welke'), 'all'),
  span: wordOf(SPAN_WORDS, asked.get('periode'), 'year-back'),
  department: asked.get('dienst') ?? undefined,
  theme: asked.get('thema') ?? undefined,
  month: asked.get('maand') ?? undefined,
})

// "controle/dept/bur/2026/check:kas-telling/2026-11": three parts of the room, two of the check.
const checkOf = (parts: readonly string[]): Route => {
  const room = parts.slice(0, 3).join('/')
  const about = parts.slice(3).join('/')
  return parseRoom(room)?.kind === 'year' && about.startsWith('check:') && checkKey(about.slice(6))
    ? { sheet: 'check', room, about }
    : OVERVIEW
}

// "tekst/dept/bur/plan:k2f7": the room, and last the subject.
const textOf = (parts: readonly string[]): Route => {
  const room = parts.slice(0, -1).join('/')
  const about = parts[parts.length - 1] ?? ''
  return parseRoom(textRoomName(room, about))?.kind === 'text' ? { page: 'text', room, about } : OVERVIEW
}

const checkHref = ({ room, about }: { room: string; about: string }): string => `#/controle/${room}/${about}`

const linesHref = (lines: Sheet & { sheet: 'lines' }): string =>
  address('lijnen', {
    welke: LINES_WORDS[lines.lines],
    periode: lines.span === 'year-back' ? undefined : SPAN_WORDS[lines.span],
    dienst: lines.department,
    thema: lines.theme,
    maand: lines.month,
  })

const address = (path: string, asked: Readonly<Record<string, string | undefined>>): string => {
  let query = ''
  for (const name in asked) {
    const value = asked[name]
    if (value !== undefined) query += `${query === '' ? '?' : '&'}${name}=${encodeURIComponent(value)}`
  }
  return `#/${path}${query}`
}

const wordOf = <K extends string>(words: Readonly<Record<K, string>>, word: unknown, fallback: K): K =>
  (Object.keys(words) as K[]).find((key) => words[key] === word) ?? fallback

const yearOf = (value: string | null): number | undefined =>
  value !== null && /^20\d\d$/.test(value) ? Number(value) : undefined

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    // A broken escape in a pasted address: the part then names nothing, and the overview shows.
    return ''
  }
}
