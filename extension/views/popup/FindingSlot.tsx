/** Under an answer that was not wholly in order: noting a finding. What draws it comes once it is asked for. */
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Work } from '../../state/work-types'
import type { Shell } from '../shared/shell'
import type { Agenda } from './agenda'
import type { FindingProps } from './Finding'
import type { Row } from './rows'

type Loaded = { readonly work: Work; readonly Finding: FunctionComponent<FindingProps> }

export const FindingSlot = ({
  row,
  agenda,
  shell,
}: {
  readonly row: Row
  readonly agenda: Agenda
  readonly shell: Shell
}) => {
  const [loaded, setLoaded] = useState<Loaded | undefined>()
  const store = agenda.live.value
  useEffect(() => {
    if (!store) return
    let isOver = false
    Promise.all([store.work(), import('./Finding')]).then(
      ([work, { Finding }]) => {
        if (isOver) return
        work.open('mine')
        setLoaded({ work, Finding })
      },
      // The answer does not depend on it, and the dashboard offers the same.
      (error: unknown) => console.error(error),
    )
    return () => {
      isOver = true
    }
  }, [store])
  const check = agenda.checks.value.get(row.key)
  return loaded && check ? (
    <loaded.Finding check={check} work={loaded.work} agenda={agenda} shell={shell} />
  ) : null
}
