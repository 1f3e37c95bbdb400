/** What waits for one besides checks and figures: answers to review, findings, evidence; and measures. */
import { useComputed } from '@preact/signals'
import { findingsOf } from '../../../shared/queries/findings'
import { myWork } from '../../../shared/queries/my-work'
import type { Store } from '../../state/types'
import type { Work } from '../../state/work-types'
import { Icon, type IconName } from '../../ui/Icon'
import { ALL_FINDINGS, findingsHref } from '../findings/route'
import { MY_WORK, mineHref } from '../mine/route'
import { w } from '../mine/say'
import { reviewsHref } from '../reviews/route'
import type { Shell } from '../shared/shell'
import { Measures } from './Measures'

type Props = { readonly work: Work; readonly store: Store; readonly shell: Shell }

export const MyWork = (props: Props) => (
  <>
    <AlsoForYou {...props} />
    <Measures {...props} />
  </>
)

const AlsoForYou = ({ work, store, shell }: Props) => {
  const found = useComputed(() => {
    const member = store.session.member
    const checks = store.checks.value
    const { reviews, findings, evidence } = myWork({
      member,
      grants: store.grants.value,
      checks,
      work: work.ground.value,
      findings: findingsOf(work.ground.value),
      evidence: checks.flatMap((check) => store.evidenceOf(check)),
    })
    return [reviews.length, findings.length, evidence.length] as const
  })
  if (!work.ready.value) return null
  const [reviews, findings, evidence] = found.value
  const words = w().popup
  const mine = mineHref(MY_WORK)
  const waiting = [
    { count: reviews, icon: 'confirmed', text: words.reviews, hash: reviewsHref() },
    {
      count: findings,
      icon: 'findings',
      text: words.findings,
      hash: findingsHref({ ...ALL_FINDINGS, owner: store.session.member }),
    },
    { count: evidence, icon: 'calendar', text: words.evidence, hash: mine },
  ] satisfies readonly {
    count: number
    icon: IconName
    text: (count: number) => string
    hash: string
  }[]
  const shown = waiting.filter(({ count }) => count > 0)
  if (shown.length === 0) return null
  return (
    <section class="figures" aria-labelledby="also-title">
      <h2 class="group-title" id="also-title">
        <span>{words.title}</span>
      </h2>
      <ul class="rows also-rows">
        {shown.map(({ count, icon, text, hash }) => (
          <li key={icon}>
            <button type="button" class="also-row" onClick={() => shell.openDashboard({ hash })}>
              <Icon name={icon} />
              <span>{text(count)}</span>
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
