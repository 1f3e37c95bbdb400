/** Where one is in self-assessment, as the part of the address after "#/zelfevaluatie". Reading never fails. */
import { addressOf } from '../dashboard/address'

export type RoundRoute = {
  readonly page: 'rounds'
  readonly section: 'round'
  readonly round: string
  /** Code of the theme or subcriterion that is open. */
  readonly subject: string | undefined
}
export type CompareRoute = {
  readonly page: 'rounds'
  readonly section: 'compare'
  /** Keys; none: all that can be compared. */
  readonly rounds: readonly string[]
}
export type RoundsPage = { readonly page: 'rounds'; readonly section: 'all' } | CompareRoute | RoundRoute

export const ALL_ROUNDS: RoundsPage = { page: 'rounds', section: 'all' }

const COMPARE_WORD = 'vergelijken'
const ROUND_WORD = 'ronde'

/** @param parts what follows "zelfevaluatie", already decoded */
export const parseRounds = ([first, second]: readonly string[], asked: URLSearchParams): RoundsPage => {
  if (first === COMPARE_WORD)
    return {
      page: 'rounds',
      section: 'compare',
      rounds: (asked.get('rondes') ?? '').split(',').filter((key) => key !== ''),
    }
  if (first === ROUND_WORD && second)
    return { page: 'rounds', section: 'round', round: second, subject: asked.get('deel') ?? undefined }
  return ALL_ROUNDS
}

export const roundsHref = (page: RoundsPage): string => {
  switch (page.section) {
    case 'all':
      return addressOf(['zelfevaluatie'])
    case 'compare':
      return addressOf(['zelfevaluatie', COMPARE_WORD], { rondes: page.rounds.join(',') })
    case 'round':
      return addressOf(['zelfevaluatie', ROUND_WORD, page.round], { deel: page.subject })
  }
}

/** One round, with one of its subjects open. */
export const roundHref = (round: string, subject?: string): string =>
  roundsHref({ page: 'rounds', section: 'round', round, subject })

/** One word for the page, the same as long as one stays on it. */
export const placeOfRounds = (page: RoundsPage): string =>
  page.section === 'round' ? `round/${page.round}` : `rounds/${page.section}`
