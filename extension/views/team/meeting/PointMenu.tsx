/** What can be done with a point besides treating it. */
import { useState } from 'preact/hooks'
import type { PointLine } from '../../../../shared/queries/meetings'
import { Menu, type MenuItem } from '../../../ui/Menu'
import { useWork } from '../../work/world'
import { PointForm } from '../PointForm'
import { m } from '../say'
import { useSay } from '../world'

export const PointMenu = ({
  point,
  extra = [],
}: {
  readonly point: PointLine
  readonly extra?: readonly MenuItem[]
}) => {
  const work = useWork()
  const { done } = useSay()
  const [isChanging, setIsChanging] = useState(false)
  const words = m().point
  if (!work.mayWriteIn(point.room)) return null
  return (
    <>
      <Menu
        label={words.more(point.title)}
        items={[
          { icon: 'edit', label: words.edit, onChoose: () => setIsChanging(true) },
          ...extra,
          {
            icon: 'trash',
            label: words.remove,
            onChoose: () => void done(work.removePoint(point), words.removed(point.title)),
          },
        ]}
      />
      {isChanging && <PointForm point={point} onClose={() => setIsChanging(false)} />}
    </>
  )
}
