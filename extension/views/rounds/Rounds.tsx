/** The pages about self-assessment: what they share, and which one is drawn. */
import { EmptyState } from '../../ui/EmptyState'
import { d } from '../dashboard/words'
import type { RoundsPage } from './route'

export const Rounds = (_: { readonly page: RoundsPage }) => (
  <div class="page">
    <h1>{d().pages.rounds}</h1>
    <EmptyState title={d().pages.rounds} />
  </div>
)
