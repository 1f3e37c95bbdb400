/** What everything about evidence leans on, wherever it is shown: popup, side panel, sheet or its own window. */
import type { EvidenceDesk } from '../../state/evidence-types'
import type { Store } from '../../state/types'
import type { Shell } from '../shared/shell'

export type EvidenceWorld = {
  readonly store: Store
  readonly desk: EvidenceDesk
  readonly shell: Shell
}

/** The name of a person, also of one who is gone. */
export const nameIn = ({ members }: Store, key: string): string =>
  members.value.find((member) => member.key === key)?.name ?? key
