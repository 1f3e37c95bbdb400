/** How far one is, in words and as a bar. */

import type { Progress as Counts } from '../../../shared/queries/progress'
import { t } from '../../text'
import { Progress } from '../../ui/Progress'
import { Skeleton } from '../../ui/Skeleton'

export const ProgressLine = ({ progress }: { readonly progress: Counts | undefined }) => (
  <section class="popup-progress" aria-labelledby="progress-title">
    <h1 class="visually-hidden" id="progress-title">
      {t().popup.title}
    </h1>
    {progress ? (
      <>
        <p class="popup-count">{wordsOf(progress)}</p>
        <Progress value={progress.done} max={progress.total} label={wordsOf(progress)} />
      </>
    ) : (
      <>
        <p class="popup-count">{t().app.loading}</p>
        <Skeleton />
      </>
    )}
  </section>
)

const wordsOf = ({ done, total }: Counts): string =>
  total === 0 ? t().popup.progressNone : t().popup.progress(done, total)
