/** Under an answer that was not wholly in order: noting a finding. What draws it comes once it is asked for. */
import type { FunctionComponent } from 'preact'
import type { Store } from '../../state/types'
import type { Work } from '../../state/work-types'
import type { Shell } from '../shared/shell'
import { useLate } from '../shared/use-late'
import type { Agenda } from './agenda'
import type { FindingProps } from './Finding'
import type { Row } from './rows'

type Loaded = { readonly work: Work; readonly Finding: FunctionComponent<FindingProps> }

// The answer does not depend on it, and the dashboard offers the same.
const load = async (store: Store): Promise<Loaded> => {
  const [work, { Finding }] = await Promise.all([store.work(), import('./Finding')])
  work.open('mine')
  return { work, Finding }
}

export const FindingSlot = ({
  row,
  agenda,
  shell,
}: {
  readonly row: Row
  readonly agenda: Agenda
  readonly shell: Shell
}) => {
  const store = agenda.live.value
  const loaded = useLate(store, load)
  const check = agenda.checks.value.get(row.key)
  return loaded && check ? (
    <loaded.Finding check={check} work={loaded.work} agenda={agenda} shell={shell} />
  ) : null
}
