/** What the signs of the scorecard mean. */
import type { Assurance, Variation } from '../../../shared/spc'
import { AssuranceTag, VariationTag } from './Judgement'
import { q } from './say'

const VARIATIONS: readonly Variation[] = ['concern', 'improvement', 'neutral', 'common-cause']
const ASSURANCES: readonly Assurance[] = ['passing', 'failing', 'hit-or-miss', 'no-target']

export const Legend = () => (
  <details class="quality-legend">
    <summary>{q().scorecard.legend}</summary>
    <div class="quality-legend-body">
      <dl>
        {VARIATIONS.map((variation) => (
          <div key={variation}>
            <dt>
              <VariationTag variation={variation} />
            </dt>
            <dd>{q().variationWhy[variation]}</dd>
          </div>
        ))}
      </dl>
      <dl>
        {ASSURANCES.map((assurance) => (
          <div key={assurance}>
            <dt>
              <AssuranceTag assurance={assurance} />
            </dt>
            <dd>{q().assuranceWhy[assurance]}</dd>
          </div>
        ))}
      </dl>
      <ul class="picture-legend">
        {PICTURE.map((part) => (
          <li key={part} class={`key-${part}`}>
            {q().legend[part]}
          </li>
        ))}
      </ul>
    </div>
  </details>
)

const PICTURE = ['value', 'center', 'limits', 'target', 'concern', 'improvement', 'neutral'] as const
