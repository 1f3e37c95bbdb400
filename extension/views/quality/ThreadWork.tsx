/** What is being done at a place of the thread, in short: measures of plans are folded away. Nothing where nothing is. */

import { useThreadWork, WorkList } from '../work/WorkList'
import { WithWork } from '../work/world'

export type ThreadWorkProps = {
  /** "objective:bd1", "indicator:dv03", "control:c017" */
  readonly place: string
}

export const ThreadWork = (props: ThreadWorkProps) => (
  <WithWork waiting={null}>
    <Found {...props} />
  </WithWork>
)

const Found = ({ place }: ThreadWorkProps) => <WorkList work={useThreadWork(place)} isShort />
