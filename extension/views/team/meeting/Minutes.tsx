/** The minutes that everyone writes in: the shared text of the meeting. */
import type { Json } from '../../../../shared/statement'
import { m } from '../say'

export const Minutes = (_props: { readonly meeting: string }) => (
  <section class="panel" aria-labelledby="minutes-title">
    <h2 id="minutes-title">{m().running.minutes}</h2>
    <p class="quiet">{m().running.noEditor}</p>
  </section>
)

/** How to read what stands in the minutes now; nothing when they cannot be read. */
export const useReadMinutes = (_meeting: string) => async (): Promise<Json | undefined> => []
