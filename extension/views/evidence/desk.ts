/** Evidence of a store, once its code has been loaded. */
import { useEffect, useState } from 'preact/hooks'
import type { EvidenceDesk } from '../../state/evidence-types'
import type { Store } from '../../state/types'

export const useDesk = (store: Store): EvidenceDesk | undefined => {
  const [desk, setDesk] = useState<EvidenceDesk | undefined>()
  useEffect(() => {
    let isOver = false
    store.evidence().then(
      (found) => {
        if (!isOver) setDesk(() => found)
      },
      // What is around it does not depend on it, and the next opening tries again.
      (error: unknown) => console.error(error),
    )
    return () => {
      isOver = true
    }
  }, [store])
  return desk
}
