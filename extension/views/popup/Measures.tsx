/** Measures that are mine, below checks and figures; what somebody asked about is answered where it stands. */
import './measures.css'
import { useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type MeasureLine, myMeasures } from '../../../shared/queries/measures'
import type { Store } from '../../state/types'
import type { Work } from '../../state/work-types'
import { dayWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { ALL_MEASURES, measureHref, measuresHref } from '../measures/route'
import { m, problemWords } from '../measures/say'
import type { Shell } from '../shared/shell'
import { SaidLine } from './SaidLine'

const FEW = 4

type Props = { readonly work: Work; readonly store: Store; readonly shell: Shell }

export const Measures = ({ work, store, shell }: Props) => {
  const opened = useSignal<string | undefined>(undefined)
  const said = useSignal<string | undefined>(undefined)
  const ground = work.ground.value
  const me = store.session.member
  const { open, asked } = useMemo(() => myMeasures(ground, me), [ground, me])
  const words = m().popup
  if (!work.ready.value || (open.length === 0 && said.value === undefined)) return null
  // What somebody waits for comes first; what one is answering stays.
  const ordered = [...asked, ...open.filter((line) => !line.asked)]
  const shown = ordered.slice(0, Math.max(FEW, asked.length))
  const answering = open.find(({ about }) => about === opened.value)
  const rows = answering && !shown.includes(answering) ? [...shown, answering] : shown
  return (
    <section class="figures" aria-labelledby="measures-title">
      {asked.length > 0 && <Asked count={asked.length} />}
      <h2 class="group-title" id="measures-title">
        <span>{words.title}</span>
        <span class="group-count">{open.length}</span>
      </h2>
      <SaidLine said={said} onUndo={work.undo} />
      <ul class="rows">
        {rows.map((line) => (
          <Row
            key={`${line.room} ${line.about}`}
            line={line}
            work={work}
            store={store}
            shell={shell}
            isOpen={line === answering}
            onToggle={() => {
              opened.value = line === answering ? undefined : line.about
            }}
            onSaved={() => {
              opened.value = undefined
              said.value = words.saved(line.title)
            }}
          />
        ))}
      </ul>
      {open.length > rows.length && (
        <div class="more">
          <Button
            look="plain"
            onClick={() => shell.openDashboard({ hash: measuresHref({ ...ALL_MEASURES, owner: me }) })}
          >
            {words.all(open.length)}
          </Button>
        </div>
      )}
    </section>
  )
}

/** Says over a long list of checks that somebody asks something further down, without moving the list. */
const Asked = ({ count }: { readonly count: number }) => {
  const place = useRef<HTMLDivElement>(null)
  const [isSeen, setIsSeen] = useState(true)
  const rows = (): Element | null | undefined => place.current?.parentElement?.querySelector('.rows')
  useEffect(() => {
    const target = rows()
    if (!target) return
    const observer = new IntersectionObserver(([entry]) => setIsSeen(entry?.isIntersecting ?? true))
    observer.observe(target)
    return () => observer.disconnect()
  }, [])
  const show = (): void => {
    rows()?.scrollIntoView({ block: 'center' })
    rows()?.querySelector('button')?.focus({ preventScroll: true })
  }
  return (
    <div class="news asked-news" ref={place}>
      {!isSeen && (
        <Button look="primary" onClick={show}>
          <Icon name="question" size="1em" />
          {m().popup.askedOfYou(count)}
        </Button>
      )}
    </div>
  )
}

const Row = ({
  line,
  work,
  store,
  shell,
  isOpen,
  onToggle,
  onSaved,
}: Props & {
  readonly line: MeasureLine
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onSaved: () => void
}) => {
  const words = m().popup
  const today = store.today.value
  const asker = store.members.value.find(({ key }) => key === line.askedBy)
  const mayAnswer = work.mayWriteIn(line.room)
  return (
    <li class={isOpen ? 'figure-row is-open' : 'figure-row'}>
      <div class="figure-head">
        <div class="figure-what">
          <p class="figure-name">{line.title}</p>
          <p class={line.late ? 'figure-meta is-late' : 'figure-meta'}>
            {line.due === undefined
              ? m().noDay
              : line.late
                ? words.late(dayWords(line.due, today))
                : words.due(dayWords(line.due, today))}
            {line.slipped > 0 && ` · ${m().slipped(line.slipped)}`}
          </p>
          {line.asked && (
            <p class="measure-question">
              <Icon name="question" size="1em" />
              <span>
                {words.askedBy(asker?.name ?? line.askedBy ?? '')}
                {line.question !== '' && `: “${line.question}”`}
              </span>
            </p>
          )}
        </div>
        {line.asked && mayAnswer ? (
          <Button
            look={isOpen ? 'standard' : 'primary'}
            aria-expanded={isOpen}
            aria-label={isOpen ? `${words.close}: ${line.title}` : words.answerOf(line.title)}
            onClick={onToggle}
          >
            {isOpen ? words.close : words.answer}
          </Button>
        ) : (
          <Button
            look="icon"
            aria-label={words.open(line.title)}
            onClick={() => shell.openDashboard({ hash: measureHref(line.about) })}
          >
            <Icon name="right" />
          </Button>
        )}
      </div>
      {isOpen && <Answer line={line} work={work} onSaved={onSaved} />}
    </li>
  )
}

/** The answer is kept as it is typed: the popup may close at any moment. */
const Answer = ({
  line,
  work,
  onSaved,
}: {
  readonly line: MeasureLine
  readonly work: Work
  readonly onSaved: () => void
}) => {
  const name = `answer ${line.room} ${line.about}`
  const [answer, setAnswer] = useState(() => String(work.drafts.read(name)?.answer ?? ''))
  const [problem, setProblem] = useState<string | undefined>()
  const words = m().sheet
  const save = (): void => {
    const why = answer.trim() === '' ? 'question-missing' : work.answerState(line, { answer: answer.trim() })
    setProblem(why && problemWords(why))
    if (why) return
    work.drafts.clear(name)
    onSaved()
  }
  return (
    <form
      class="measure-answer"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <label class="field">
        <span class="field-label">{words.answer}</span>
        <textarea
          class="input"
          rows={2}
          maxLength={2000}
          value={answer}
          {...(problem && { 'aria-invalid': 'true' as const })}
          onInput={({ currentTarget }) => {
            setAnswer(currentTarget.value)
            setProblem(undefined)
            work.drafts.write(name, { answer: currentTarget.value })
          }}
        />
      </label>
      {problem && (
        <p class="field-error" role="alert">
          <Icon name="warning" />
          <span>{problem}</span>
        </p>
      )}
      <div class="form-foot">
        <Button type="submit" look="primary">
          {words.answerSave}
        </Button>
      </div>
    </form>
  )
}
