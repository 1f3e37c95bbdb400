/** Where one is in one's own work: "#/mijn-werk". Reading never fails. */
import { addressOf, keyOfWord } from '../dashboard/address'

/** department: also what anyone of my department may do. mine: only what names me, or whom I stand in for. */
export const MINE_SHOWS = ['department', 'mine'] as const
export type MineShow = (typeof MINE_SHOWS)[number]

export type MinePage = { readonly page: 'mine'; readonly show: MineShow }

export const MY_WORK: MinePage = { page: 'mine', show: 'department' }

const SHOW_WORDS = { department: 'dienst', mine: 'op-naam' } as const

export const parseMine = (asked: URLSearchParams): MinePage => ({
  page: 'mine',
  show: keyOfWord(SHOW_WORDS, asked.get('toon'), MY_WORK.show),
})

export const mineHref = ({ show }: MinePage): string =>
  addressOf(['mijn-werk'], { toon: show === MY_WORK.show ? undefined : SHOW_WORDS[show] })
