/** How far somebody else's look at an answer is, in a word beside its outcome. */
import { waitsForReview } from '../../../shared/queries/reviews'
import type { Check } from '../../../shared/queries/schedule'
import { Badge } from '../../ui/Badge'
import { reviewWord } from './words'

export const ReviewWord = ({ check }: { readonly check: Check }) => {
  const word = reviewWord(check)
  if (word === undefined) return null
  if (waitsForReview(check))
    return (
      <Badge tone="info" mark="partly">
        {word}
      </Badge>
    )
  const isBack = check.review?.state === 'returned'
  return (
    <Badge tone={isBack ? 'warning' : 'in-order'} mark={isBack ? 'open' : 'in-order'}>
      {word}
    </Badge>
  )
}
