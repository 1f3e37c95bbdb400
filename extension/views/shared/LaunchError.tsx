/** Shown when a page could not start: what is safe, what to do, and never a blank window. */
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'

/** @param kind `disk` when the browser's storage would not open */
export const LaunchError = ({
  error,
  kind = 'unexpected',
  onReload,
}: {
  readonly error: unknown
  readonly kind?: 'unexpected' | 'disk'
  readonly onReload: () => void
}) => (
  <main class="launch-error">
    <Notice tone="danger" title={t().launch.title} heading="h1" urgent>
      <p>{t().launch.safe}</p>
      <p>{kind === 'disk' ? t().launch.disk : t().launch.act}</p>
      <p>{t().launch.rescue}</p>
      <Button look="primary" onClick={onReload}>
        {t().launch.reload}
      </Button>
      <details>
        <summary>{t().launch.detail}</summary>
        <pre class="launch-detail">{describe(error)}</pre>
      </details>
    </Notice>
  </main>
)

const describe = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error)
