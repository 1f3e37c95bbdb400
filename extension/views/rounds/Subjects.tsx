/** The subjects of a round in a list, each with whether it is done; one of them is open. */

import { useEffect, useRef } from 'preact/hooks'
import type { Round } from '../../../shared/kinds/round'
import type { SubjectLine } from '../../../shared/queries/rounds'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { IconMark } from '../../ui/IconMark'
import { useModel } from '../dashboard/context'
import { type RoundRoute, roundHref } from './route'
import { z } from './say'
import { criterionOf, criterionWords, subjectWords } from './words'

export const SubjectList = ({
  round,
  lines,
  current,
  isDone,
  words,
}: {
  readonly round: Round
  readonly lines: readonly SubjectLine[]
  readonly current: string
  readonly isDone: (line: SubjectLine) => boolean
  /** Of done, and of not done. */
  readonly words: readonly [done: string, open: string]
}) => (
  <nav class="panel subject-list" aria-label={z().page.subjects}>
    <ul>
      {lines.map((line, index) => {
        const done = isDone(line)
        const criterion = criterionOf(round, line.code)
        return (
          <li key={line.code}>
            {criterion && criterion !== criterionOf(round, lines[index - 1]?.code) && (
              <p class="criterion">{criterionWords(criterion)}</p>
            )}
            <a
              href={roundHref(round.key, line.code)}
              aria-current={line.code === current ? 'true' : undefined}
            >
              <IconMark mark={done ? 'in-order' : 'open'} size="1.1em" label={done ? words[0] : words[1]} />
              <span>{subjectWords(round, line.code)}</span>
            </a>
          </li>
        )
      })}
    </ul>
  </nav>
)

/** What one is at, below the criterion of which it is part. */
export const SubjectTitle = ({ round, code }: { readonly round: Round; readonly code: string }) => {
  const criterion = criterionOf(round, code)
  return (
    <div class="subject-head">
      {criterion && <p class="eyebrow">{criterionWords(criterion)}</p>}
      <h2 id="subject-title" tabIndex={-1}>
        {subjectWords(round, code)}
      </h2>
    </div>
  )
}

/** The one that the address asks for; else the first that is not done; else the first. */
export const currentOf = (
  page: RoundRoute,
  lines: readonly SubjectLine[],
  isDone: (line: SubjectLine) => boolean,
): SubjectLine | undefined =>
  lines.find(({ code }) => code === page.subject) ?? lines.find((line) => !isDone(line)) ?? lines[0]

/** The neighbours of a subject. */
export const Neighbours = ({
  round,
  lines,
  current,
  onLeave,
}: {
  readonly round: Round
  readonly lines: readonly SubjectLine[]
  readonly current: string
  /** Keeps what was filled in; says whether one may go on. */
  readonly onLeave?: () => boolean
}) => {
  const { router } = useModel()
  const at = lines.findIndex(({ code }) => code === current)
  const go = (line: SubjectLine | undefined) => (): void => {
    if (line && (onLeave?.() ?? true))
      router.swap({ page: 'rounds', section: 'round', round: round.key, subject: line.code })
  }
  const [before, after] = [lines[at - 1], lines[at + 1]]
  return (
    <div class="neighbours">
      <Button look="plain" disabled={!before} onClick={go(before)}>
        <Icon name="left" />
        {z().page.previous}
      </Button>
      <Button look="plain" disabled={!after} onClick={go(after)}>
        {z().page.next}
        <Icon name="right" />
      </Button>
    </div>
  )
}

/** Whoever was in the form of the last subject goes on at the head of the next one; the list follows, the page does not. */
export const useFollowedSubject = (code: string | undefined): void => {
  const before = useRef(code)
  useEffect(() => {
    if (before.current !== code && document.activeElement === document.body)
      document.getElementById('subject-title')?.focus()
    before.current = code
    const shown = document.querySelector<HTMLElement>('.subject-list [aria-current]')
    const list = shown?.closest('.subject-list')
    if (shown && list) list.scrollTop = shown.offsetTop - list.clientHeight / 2
  }, [code])
}
