/** Says so as long as not every room has been seen: a figure that has not arrived is not a figure that is missing. */
import { Progress as Bar } from '../../ui/Progress'
import { useModel } from '../dashboard/context'
import { q } from './say'
import { useWorld } from './world'

export const Progress = () => {
  const { store } = useModel()
  const { known, all } = useWorld().quality.progress.value
  const isOnline = store.sync.value.online
  return (
    <div class="quality-progress">
      {known < all && (
        <>
          <p>{(isOnline ? q().progress : q().progressOffline)(known, all)}</p>
          <Bar value={known} max={all} label={q().progress(known, all)} />
        </>
      )}
    </div>
  )
}
