/** The page of answers to look at, and the look at one on its check; loaded when one is opened. */
import { lazyPages } from '../work/LazyPages'
import type { ReviewHereProps } from './ReviewHere'

export const ReviewPages = lazyPages<object>(async () => (await import('./Reviews')).Reviews)

export const AskReviewSlot = lazyPages<ReviewHereProps>(
  async () => (await import('./ReviewHere')).AskReview,
  () => null,
)

export const ReviewSlot = lazyPages<ReviewHereProps>(
  async () => (await import('./ReviewHere')).ReviewHere,
  () => null,
)
