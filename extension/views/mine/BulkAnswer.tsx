/**
 * Answers the chosen checks alike, as one act that is undone as one. Always takes the same room above the list, so that
 * choosing moves nothing. What could not be answered so is named with its reason.
 */
import { useState } from 'preact/hooks'
import type { Outcome } from '../../../shared/kinds/check'
import type { Check, LeftAsIs } from '../../state/types'
import { t, titleOf } from '../../text'
import { periodWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import { hrefOf } from '../dashboard/route'
import { AnswerButtons, owesNote } from '../shared/AnswerButtons'
import { Area } from '../work/fields'
import { w } from './say'

type Props = {
  readonly chosen: readonly Check[]
  readonly onDone: () => void
  readonly onAll: () => void
}

export const BulkAnswer = ({ chosen, onDone, onAll }: Props) => {
  const { store, tools, toast } = useModel()
  const [noting, setNoting] = useState<Outcome | undefined>()
  const [left, setLeft] = useState<readonly LeftAsIs[]>([])
  const words = w().bulk
  const say = (outcome: Outcome, note: string): void => {
    const kept = store.answerMany(chosen, { outcome, ...(note !== '' && { note }) })
    const done = chosen.length - kept.length
    const told = [words.answered(done, t().outcomes[outcome]), kept.length > 0 && words.left(kept.length)]
    toast.value = {
      text: told.filter(Boolean).join(' '),
      undo: done > 0 ? () => void store.undo() : undefined,
    }
    setLeft(kept)
    setNoting(undefined)
    onDone()
  }
  return (
    <>
      <section class="bulk-bar" aria-label={words.label}>
        {chosen.length === 0 ? (
          <>
            <p class="quiet">{tools.singleKeys() ? words.hint : words.hintNoKeys}</p>
            <Button look="plain" onClick={onAll}>
              {w().checks.chooseAll}
            </Button>
          </>
        ) : (
          <>
            <p role="status">{words.chosen(chosen.length)}</p>
            <AnswerButtons
              chosen={undefined}
              keys={tools.singleKeys()}
              onChoose={(outcome) => (owesNote(outcome) ? setNoting(outcome) : say(outcome, ''))}
            />
            <Button look="icon" aria-label={words.clear} onClick={onDone}>
              <Icon name="close" />
            </Button>
          </>
        )}
        {noting && (
          <Noting
            count={chosen.length}
            outcome={noting}
            onSave={(note) => say(noting, note)}
            onClose={() => setNoting(undefined)}
          />
        )}
      </section>
      <Left left={left} onClose={() => setLeft([])} />
    </>
  )
}

/** What is the matter is said once, for all of them. */
const Noting = ({
  count,
  outcome,
  onSave,
  onClose,
}: {
  readonly count: number
  readonly outcome: Outcome
  readonly onSave: (note: string) => void
  readonly onClose: () => void
}) => {
  const [note, setNote] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const words = w().bulk
  return (
    <Dialog
      title={words.noteTitle(count, t().outcomes[outcome])}
      closeLabel={t().app.close}
      onClose={onClose}
    >
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (note.trim() === '') setIsMissing(true)
          else onSave(note.trim())
        }}
      >
        <Area
          label={words.noteLabel}
          error={isMissing ? words.noteNeeded : undefined}
          value={note}
          onInput={(next) => {
            setNote(next)
            setIsMissing(false)
          }}
        />
        <div class="form-foot">
          <Button onClick={onClose}>{t().app.cancel}</Button>
          <Button type="submit" look="primary">
            {words.answer}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** What stayed as it was, in the page: the way back of the rest lies open. What was answered since is not named. */
const Left = ({ left, onClose }: { readonly left: readonly LeftAsIs[]; readonly onClose: () => void }) => {
  const { find } = useModel()
  const still = left.filter(
    ({ check, why }) => why !== 'evidence-missing' || find(check.room, check.about)?.outcome === undefined,
  )
  const words = w().bulk
  if (still.length === 0) return null
  const title = words.leftTitle(still.length)
  return (
    <section class="bulk-left" aria-label={title}>
      <div class="bulk-left-head">
        <p role="status">{title}</p>
        <Button look="icon" aria-label={t().app.close} onClick={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      <ul class="lines">
        {still.map(({ check, why }) => {
          const href = hrefOf({ sheet: 'check', room: check.room, about: check.about })
          const name = titleOf(check.control)
          const verb = words.act[why]
          return (
            <li key={`${check.room} ${check.about}`} class="line">
              <div class="line-what">
                <strong>{name}</strong>
                <p class="quiet">{periodWords(check.period)}</p>
                <p>{words.why[why]}</p>
              </div>
              <a class="button" href={href} aria-label={`${verb}: ${name}`}>
                {verb}
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
