/** Evidence of a store, once its code has been loaded. */
import type { EvidenceDesk } from '../../state/evidence-types'
import type { Store } from '../../state/types'
import { useLate } from '../shared/use-late'

// What is around it does not depend on it.
export const useDesk = (store: Store): EvidenceDesk | undefined => useLate(store, load)

const load = (store: Store): Promise<EvidenceDesk> => store.evidence()
