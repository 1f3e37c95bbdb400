/** The form of something new, over whatever one is on: "#/nieuw/maatregel?over=check:kas/2026-11&dienst=bur". */
import { addressOf, keyOfWordOrNone } from '../dashboard/address'

export const NEW_THINGS = ['measure', 'plan', 'finding', 'risk'] as const
export type NewThing = (typeof NEW_THINGS)[number]

export type NewSheetRoute = {
  readonly sheet: 'new'
  readonly what: NewThing
  /** The subject it begins with: "check:kas/2026-11". */
  readonly about: string | undefined
  readonly department: string | undefined
}

const WORDS = { measure: 'maatregel', plan: 'plan', finding: 'bevinding', risk: 'risico' } as const

/** @param parts what follows "nieuw", already decoded */
export const parseNew = ([first]: readonly string[], asked: URLSearchParams): NewSheetRoute | undefined => {
  const what = keyOfWordOrNone(WORDS, first)
  return (
    what && {
      sheet: 'new',
      what,
      about: asked.get('over') ?? undefined,
      department: asked.get('dienst') ?? undefined,
    }
  )
}

export const newHref = ({
  what,
  about,
  department,
}: Pick<NewSheetRoute, 'what'> & Partial<NewSheetRoute>): string =>
  addressOf(['nieuw', WORDS[what]], { over: about, dienst: department })

/** What a new measure begins with, for a row or a sheet: a check or a finding leads to it, a measure only says where. */
export const newMeasureFor = (
  place: { readonly room: string; readonly about: string } | undefined,
): string => {
  const [first, department] = place?.room.split('/') ?? []
  const isOrigin = place !== undefined && /^(check|finding|indicator|measurement):/.test(place.about)
  return newHref({
    what: 'measure',
    about: isOrigin ? place.about : undefined,
    department: first === 'dept' ? department : undefined,
  })
}
