/** What was answered since one last looked, in a sentence with a link to the lines. */
import { useComputed } from '@preact/signals'
import { momentWords } from '../../../text/dates'
import { Icon } from '../../../ui/Icon'
import { linesBehind } from '../board'
import { useModel } from '../context'
import { hrefOf } from '../route'
import { d } from '../words'

export const News = () => {
  const { store, lastVisit } = useModel()
  const news = useComputed(() =>
    linesBehind(
      store.checks.value,
      { lines: 'new', span: 'year-back', since: lastVisit, visitor: store.session.member },
      store.today.value,
    ),
  )
  if (lastVisit === undefined || news.value.length === 0) return null
  const people = new Set(news.value.map(({ answeredBy }) => answeredBy)).size
  const below = news.value.filter(({ outcome }) => outcome === 'partly' || outcome === 'not-in-order').length
  return (
    <p class="news">
      <Icon name="waiting" />
      <span>
        <strong>{d().news.since(momentWords(lastVisit))}:</strong>{' '}
        {d().news.answers(news.value.length, people)}
        {below > 0 && `, ${d().news.notInOrder(below)}`}.{' '}
        <a
          href={hrefOf({
            sheet: 'lines',
            lines: 'new',
            span: 'year-back',
            department: undefined,
            theme: undefined,
            month: undefined,
          })}
        >
          {d().news.show}
        </a>
      </span>
    </p>
  )
}
