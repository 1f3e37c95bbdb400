/** The page of answers that wait for somebody else to look at them. */
import { addressOf } from '../dashboard/address'

export type ReviewsPage = { readonly page: 'reviews' }

export const REVIEWS: ReviewsPage = { page: 'reviews' }

export const reviewsHref = (): string => addressOf(['na-te-zien'])
