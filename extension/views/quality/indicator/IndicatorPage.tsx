/** One indicator. */
import type { IndicatorRoute } from '../route'
export const IndicatorPage = ({ page }: { readonly page: IndicatorRoute }) => (
  <div class="page">{page.indicator}</div>
)
