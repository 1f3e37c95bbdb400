/** Which checks belong to the page beside the panel; and the leave to look, which is off until it is asked for. */
import './here.css'
import { useState } from 'preact/hooks'
import { checksHere } from '../../../shared/queries/pages'
import type { PageHere } from '../../state/page-here'
import type { Store } from '../../state/types'
import { titleOf } from '../../text'
import { dueWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { e } from '../evidence/say'
import { keyOfCheck } from '../shared/drafts'
import type { Agenda } from './agenda'

export const Here = ({ agenda, here }: { readonly agenda: Agenda; readonly here: PageHere }) => {
  const store = agenda.live.value
  return store ? <Found agenda={agenda} here={here} store={store} /> : null
}

const Found = ({
  agenda,
  here,
  store,
}: {
  readonly agenda: Agenda
  readonly here: PageHere
  readonly store: Store
}) => {
  const patterns = [...new Set(store.mine.value.flatMap(({ control }) => control.patterns))]
  if (patterns.length === 0) return null
  const closed = here.closedTo(patterns)
  return (
    <section class="here" aria-labelledby="here-title">
      {here.mayLook.value ? (
        <>
          <h2 id="here-title">{e().here.title}</h2>
          <Matching agenda={agenda} here={here} store={store} />
          <div class="here-foot">
            {closed.length > 0 && <Ask here={here} sites={closed} label={e().here.alsoAt(namesOf(closed))} />}
            <Button look="plain" onClick={() => void here.stop()}>
              {e().here.turnOff}
            </Button>
          </div>
        </>
      ) : (
        <>
          <h2 id="here-title">{e().here.off}</h2>
          <p>{e().here.offText(namesOf(closed))}</p>
          <Ask here={here} sites={closed} label={e().here.turnOn} />
        </>
      )}
    </section>
  )
}

const Matching = ({
  agenda,
  here,
  store,
}: {
  readonly agenda: Agenda
  readonly here: PageHere
  readonly store: Store
}) => {
  const url = here.url.value
  const found = url === undefined ? [] : checksHere(store.mine.value, url)
  if (found.length === 0) return <p class="quiet">{e().here.none}</p>
  return (
    <ul class="here-checks">
      {found.map((check) => (
        <li key={keyOfCheck(check)}>
          <Button
            look="plain"
            onClick={() => {
              const row = agenda.rows.value.find(({ key }) => key === keyOfCheck(check))
              if (row) agenda.select(row, 'keys')
            }}
          >
            {titleOf(check.control)}
          </Button>
          <span class="quiet">{dueWords(check.due, store.today.value)}</span>
        </li>
      ))}
    </ul>
  )
}

const Ask = ({
  here,
  sites,
  label,
}: {
  readonly here: PageHere
  readonly sites: readonly string[]
  readonly label: string
}) => {
  const [isRefused, setIsRefused] = useState(false)
  return (
    <>
      <div>
        <Button
          onClick={() => {
            // Within the click: the browser asks the user only then.
            here.ask(sites).then(
              (isGiven) => setIsRefused(!isGiven),
              () => setIsRefused(true),
            )
          }}
        >
          {label}
        </Button>
      </div>
      {isRefused && <p role="alert">{e().here.refused}</p>}
    </>
  )
}

/** "https://boek.zandrode.be/*" is shown as "boek.zandrode.be". */
const namesOf = (sites: readonly string[]): string =>
  [...new Set(sites.map((site) => site.replace(/^[^:]+:\/\//, '').replace(/\/\*$/, '')))].join(', ')
