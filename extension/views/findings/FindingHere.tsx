/** What a failed check leads to: a finding, noted with one key or click, and the way to it. */
import './findings.css'
import { useEffect, useRef } from 'preact/hooks'
import { findingAbout, findingKeyOf, SEVERITIES, type Severity } from '../../../shared/kinds/finding'
import { findingIn } from '../../../shared/queries/findings'
import type { Check } from '../../../shared/queries/schedule'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import { Filter } from '../work/fields'
import { useWork, WithWork } from '../work/world'
import { stageShown } from './arrange'
import { NOTE_KEY } from './note-key'
import { SeverityTag, StageTag } from './parts'
import { findingHref } from './route'
import { f } from './say'
import { useNote, useSaid } from './verbs'

export type FindingHereProps = { readonly check: Check }

export const FindingHere = (props: FindingHereProps) => (
  <WithWork waiting={null}>
    <Here {...props} />
  </WithWork>
)

const Here = ({ check }: FindingHereProps) => {
  const { store } = useModel()
  const work = useWork()
  const note = useNote()
  const said = useSaid()
  const link = useRef<HTMLAnchorElement>(null)
  const isNoting = useRef(false)
  const about = findingAbout(findingKeyOf(check.department, check.about) ?? '')
  const line = findingIn(work.ground.value, about)
  const mayWrite = work.mayWriteIn(`dept/${check.department}`)
  const isWanted = check.outcome === 'partly' || check.outcome === 'not-in-order'
  const mayNote = !line && isWanted && mayWrite
  const isNoted = line !== undefined
  useEffect(() => {
    // The button is gone; where it led to is next.
    if (isNoted && isNoting.current) link.current?.focus()
    isNoting.current = false
  }, [isNoted])
  const words = f().here
  if (line)
    return (
      <section class="finding-here" aria-labelledby="finding-here">
        <h3 id="finding-here">{words.title}</h3>
        <div class="finding-here-line">
          <StageTag stage={stageShown(line, store.checks.value)} />
          {mayWrite && line.state === 'open' ? (
            <Filter<Severity>
              label={f().columns.severity}
              value={line.severity}
              options={SEVERITIES.map((each) => [each, f().severities[each]])}
              onChoose={(severity) =>
                void said(work.changeFinding(line, { severity }), f().page.saved(line.title))
              }
            />
          ) : (
            <SeverityTag severity={line.severity} />
          )}
          <a ref={link} class="button button-primary" href={findingHref(about)}>
            {words.open}
          </a>
        </div>
      </section>
    )
  if (!mayNote) return null
  return (
    <section class="finding-here" aria-labelledby="finding-here">
      <h3 id="finding-here">{words.title}</h3>
      <p class="quiet">{words.offer}</p>
      <div>
        <Button
          look="primary"
          aria-keyshortcuts={NOTE_KEY}
          onClick={() => {
            isNoting.current = true
            note(check)
          }}
        >
          <Icon name="findings" />
          {words.make}
          <span class="finding-key" aria-hidden="true">
            {NOTE_KEY}
          </span>
        </Button>
      </div>
    </section>
  )
}
