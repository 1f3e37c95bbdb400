/** A finding of what was just answered: noted with one key or click, and the way to its cause and measures. */
import '../findings/findings.css'
import { findingAbout, findingKeyOf } from '../../../shared/kinds/finding'
import { findingIn } from '../../../shared/queries/findings'
import type { Check } from '../../../shared/queries/schedule'
import type { Work } from '../../state/work-types'
import { titleOf } from '../../text'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { NOTE_KEY } from '../findings/note-key'
import { SeverityTag } from '../findings/parts'
import { findingHref } from '../findings/route'
import { f, findingProblemWords } from '../findings/say'
import type { Shell } from '../shared/shell'
import type { Agenda } from './agenda'

export type FindingProps = {
  readonly check: Check
  readonly work: Work
  readonly agenda: Pick<Agenda, 'did' | 'tell'>
  readonly shell: Pick<Shell, 'openDashboard' | 'singleKeys'>
}

export const Finding = ({ check, work, agenda, shell }: FindingProps) => {
  const about = findingAbout(findingKeyOf(check.department, check.about) ?? '')
  const line = findingIn(work.ground.value, about)
  const title = titleOf(check.control)
  const words = f().here
  if (!work.ready.value || (!line && !work.mayWriteIn(`dept/${check.department}`))) return null
  if (line)
    return (
      <div class="finding-line">
        <span>{words.title}</span>
        <SeverityTag severity={line.severity} />
        <Button
          look="plain"
          aria-label={words.openOf(title)}
          onClick={() => shell.openDashboard({ hash: findingHref(about) })}
        >
          {words.open}
          <Icon name="right" />
        </Button>
      </div>
    )
  return (
    <div class="finding-line">
      <Button
        aria-keyshortcuts={NOTE_KEY}
        aria-label={words.makeOf(title)}
        onClick={() => {
          const { objection } = work.noteFinding(check)
          if (objection) agenda.tell(findingProblemWords(objection))
          else agenda.did(words.made(title), words.undone)
        }}
      >
        <Icon name="findings" />
        {words.make}
        {shell.singleKeys() && (
          <span class="finding-key" aria-hidden="true">
            {NOTE_KEY}
          </span>
        )}
      </Button>
    </div>
  )
}
