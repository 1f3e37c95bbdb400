/** The indicators that a control keeps in order, each under its objective. */
import { threadsOfControl } from '../../../shared/queries/thread'
import type { Quality } from '../../state/quality-types'
import { indicatorHref, qualityHref } from './route'
import { inWords, q } from './say'

export const ControlThread = ({
  quality,
  control,
}: {
  readonly quality: Quality
  readonly control: string
}) => {
  const threads = threadsOfControl(control, {
    objectives: quality.objectives.value,
    indicators: quality.indicators.value,
    controls: [],
  })
  if (threads.length === 0) return null
  return (
    <>
      <dt>{q().indicator.keeps}</dt>
      <dd>
        {threads.map(({ indicator, objectives }) => {
          const objective = objectives.at(-1)
          return (
            <p key={indicator.key}>
              <a href={indicatorHref(indicator.key)}>{inWords(indicator, 'name')}</a>
              {objective && (
                <>
                  {' · '}
                  <a href={qualityHref({ page: 'quality', section: 'objectives' })}>
                    {`${objective.code} ${inWords(objective, 'name')}`.trim()}
                  </a>
                </>
              )}
            </p>
          )
        })}
      </dd>
    </>
  )
}
