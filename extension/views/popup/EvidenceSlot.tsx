/** The place of evidence in a row. What draws it comes when it is first asked for. */
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Shell } from '../shared/shell'
import type { Agenda } from './agenda'
import type { RowEvidence as Drawn } from './RowEvidence'
import type { Row } from './rows'

type Props = { readonly row: Row; readonly agenda: Agenda; readonly shell: Shell }

export const EvidenceSlot = (props: Props) => {
  const [RowEvidence, setRowEvidence] = useState<typeof Drawn | undefined>()
  useEffect(() => {
    let isOver = false
    import('./RowEvidence').then(
      (loaded) => {
        if (!isOver) setRowEvidence(() => loaded.RowEvidence)
      },
      (error: unknown) => console.error(error),
    )
    return () => {
      isOver = true
    }
  }, [])
  const Evidence: FunctionComponent<Props> | undefined = RowEvidence
  return Evidence ? <Evidence {...props} /> : null
}
