/** Where a finding stands, as steps in time: from the cause to its effect, each with the day on which it was taken. */
import { dayOf } from '../../../shared/days'
import { doneSince, type FindingLine, type Stage } from '../../../shared/queries/findings'
import { dayWords } from '../../text/dates'
import { IconMark } from '../../ui/IconMark'
import { useModel } from '../dashboard/context'
import type { ShownStage } from './arrange'
import { f } from './say'
import { measuresWords } from './words'

const STAGES: readonly Stage[] = ['cause', 'measure', 'doing', 'effect', 'closed']

export const Stages = ({ line, shown }: { readonly line: FindingLine; readonly shown: ShownStage }) => {
  const { store } = useModel()
  const words = f()
  const now = STAGES.indexOf(line.stage)
  return (
    <section class="panel" aria-label={words.timeline.title}>
      <ol class="stages">
        {STAGES.map((stage, index) => {
          const isPast = index < now || line.stage === 'closed'
          const at = isPast ? momentOf(line, stage) : undefined
          return (
            <li
              key={stage}
              class={isPast ? 'is-past' : index === now ? 'is-now' : undefined}
              aria-current={index === now ? 'step' : undefined}
            >
              <strong>
                <IconMark mark={isPast ? 'in-order' : index === now ? 'partly' : 'open'} />
                {words.stages[stage]}
                <span class="visually-hidden">
                  {isPast ? words.timeline.past : index === now ? words.timeline.now : words.timeline.next}
                </span>
              </strong>
              <span>
                {at !== undefined
                  ? dayWords(dayOf(at), store.today.value)
                  : index === now
                    ? nowWords(line, shown)
                    : ''}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** What is to be done at the step where it stands. */
const nowWords = (line: FindingLine, shown: ShownStage): string => {
  if (shown === 'shown') return f().stagesNow.shown
  return line.stage === 'doing' ? measuresWords(line) : f().stagesNow[line.stage]
}

/** When a step was taken. */
const momentOf = (line: FindingLine, stage: Stage): number | undefined => {
  switch (stage) {
    case 'cause':
      return line.folded.statements.find(({ set }) => set.whys !== undefined || set.bone !== undefined)?.at
    case 'measure': {
      const begun = [...line.measures, ...line.plans].map(
        ({ folded }) => folded.statements[0]?.at ?? Infinity,
      )
      return begun.length > 0 ? Math.min(...begun) : undefined
    }
    case 'doing':
      return doneSince(line)
    case 'effect':
    case 'closed':
      return line.closedAt
  }
}
