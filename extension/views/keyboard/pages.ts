/** Where "g" and a letter lead, and what the palette offers as pages. The letters are those of the Dutch words. */
import type { IconName } from '../../ui/Icon'
import { hrefOf, OVERVIEW, type Page } from '../dashboard/route'
import { d } from '../dashboard/words'
import { ALL_FINDINGS } from '../findings/route'
import { ALL_CONTROLS } from '../library/route'
import { ALL_MEASURES } from '../measures/route'
import { MY_WORK } from '../mine/route'
import { ALL_PLANS } from '../plans/route'
import { SCORECARD } from '../quality/route'
import { REVIEWS } from '../reviews/route'
import { ALL_RISKS } from '../risks/route'
import { ALL_ROUNDS } from '../rounds/route'
import { TEAM } from '../team/route'

export type Jump = {
  readonly letter: string
  readonly icon: IconName
  readonly page: keyof ReturnType<typeof d>['pages']
  readonly href: string
}

const jump = (letter: string, icon: IconName, page: Page): Jump => ({
  letter,
  icon,
  page: page.page === 'department' ? 'overview' : page.page,
  href: hrefOf(page),
})

export const JUMPS: readonly Jump[] = [
  jump('o', 'dashboard', OVERVIEW),
  jump('w', 'mine', MY_WORK),
  jump('l', 'waiting', { page: 'late', department: undefined }),
  jump('n', 'confirmed', REVIEWS),
  jump('c', 'controls', ALL_CONTROLS),
  jump('b', 'findings', ALL_FINDINGS),
  jump('r', 'risks', ALL_RISKS),
  jump('z', 'rounds', ALL_ROUNDS),
  jump('k', 'quality', SCORECARD),
  jump('p', 'plans', ALL_PLANS),
  jump('m', 'measures', ALL_MEASURES),
  jump('t', 'team', TEAM),
  jump('e', 'people', { page: 'people', section: 'people' }),
]

export const nameOfJump = ({ page }: Jump): string => d().pages[page]
