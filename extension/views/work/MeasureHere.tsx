/** The form of a measure, on a page that is about something else. */
import '../measures/measures.css'
import { MeasureDialog, type Prefill } from '../measures/MeasureDialog'
import { WithWork } from './world'

export type MeasureHereProps = { readonly prefill: Prefill; readonly onClose: () => void }

export const MeasureHere = (props: MeasureHereProps) => (
  <WithWork waiting={null}>
    <MeasureDialog {...props} />
  </WithWork>
)
