/** The pages about measures: which one is drawn. */
import { d } from '../dashboard/words'
import { WithWork } from '../work/world'
import type { MeasuresPage } from './route'

export const Measures = (_props: { readonly page: MeasuresPage }) => (
  <WithWork>
    <div class="page">
      <header class="page-head">
        <h1>{d().pages.measures}</h1>
      </header>
    </div>
  </WithWork>
)
