/** The pieces of evidence of a check: what each is, whose, how long it holds, and how safe its bytes are. */
import { useState } from 'preact/hooks'
import { type EvidenceLine, isExpired } from '../../../shared/queries/evidence'
import type { Check } from '../../state/types'
import { t } from '../../text'
import { daysBetween, dayWords, momentWords, relativeWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { Original } from './Original'
import { Thumbnail } from './Picture'
import { e, evidenceProblemWords } from './say'
import { type EvidenceWorld, nameIn } from './world'

/** So many days before its end a piece is said to run out. */
const SOON = 30

type Props = EvidenceWorld & {
  readonly check: Check
  readonly onSaid: (sentence: string, undo: () => void) => void
}

export const EvidenceList = ({ check, onSaid, ...world }: Props) => {
  const { store, desk } = world
  const [viewed, setViewed] = useState<EvidenceLine | undefined>()
  const [edited, setEdited] = useState<string | undefined>()
  const lines = store.evidenceOf(check)
  const undo = (): void => void desk.undo()
  if (lines.length === 0) return null
  return (
    <>
      <ul class="evidence-lines">
        {lines.map((line) => (
          <li key={line.about}>
            <Thumbnail line={line} desk={desk} />
            <div class="evidence-what">
              <p class="evidence-title">{line.title || line.url}</p>
              <Meta line={line} {...world} />
              {edited === line.about ? (
                <Edit
                  line={line}
                  {...world}
                  onDone={(isSaved) => {
                    setEdited(undefined)
                    if (isSaved) onSaid(e().line.changed(line.title), undo)
                  }}
                />
              ) : (
                <div class="evidence-acts">
                  <Button
                    look="plain"
                    aria-label={e().line.viewOf(line.title)}
                    onClick={() => setViewed(line)}
                  >
                    {e().line.view}
                  </Button>
                  {desk.mayAdd(check) && (
                    <>
                      <Button
                        look="plain"
                        aria-label={e().line.editOf(line.title)}
                        onClick={() => setEdited(line.about)}
                      >
                        {e().line.edit}
                      </Button>
                      <Button
                        look="plain"
                        aria-label={e().line.removeOf(line.title)}
                        onClick={() => {
                          if (desk.remove(line) === undefined) onSaid(e().line.removed(line.title), undo)
                        }}
                      >
                        {e().line.remove}
                      </Button>
                    </>
                  )}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      {viewed && <Original line={viewed} {...world} onClose={() => setViewed(undefined)} />}
    </>
  )
}

const Meta = ({ line, store, desk }: EvidenceWorld & { readonly line: EvidenceLine }) => {
  const words = e().line
  const who = nameIn(store, line.by)
  const status = desk.statusOf(line)
  return (
    <>
      <p class="evidence-meta">
        {[
          e().types[line.type],
          hostOf(line),
          line.capturedAt === undefined
            ? words.brought(momentWords(line.at), who)
            : words.captured(momentWords(line.capturedAt), who),
          line.day && words.about(dayWords(line.day, store.today.value)),
        ]
          .filter(Boolean)
          .join(' · ')}
        {' · '}
        <span class={`line-status line-${status}`}>{t().lines[status]}</span>
      </p>
      <Validity line={line} today={store.today.value} />
    </>
  )
}

const Validity = ({ line, today }: { readonly line: EvidenceLine; readonly today: string }) => {
  const { validUntil } = line
  if (validUntil === undefined) return null
  const day = dayWords(validUntil, today)
  if (!isExpired(line, today) && daysBetween(today, validUntil) > SOON)
    return <p class="evidence-meta">{e().line.valid(day)}</p>
  return (
    <p class="evidence-meta is-warning">
      <Icon name="warning" size="1em" />
      {isExpired(line, today)
        ? e().line.expired(day)
        : e().line.expires(day, relativeWords(validUntil, today))}
    </p>
  )
}

const Edit = ({
  line,
  desk,
  onDone,
}: EvidenceWorld & { readonly line: EvidenceLine; readonly onDone: (isSaved: boolean) => void }) => {
  const [title, setTitle] = useState(line.title)
  const [day, setDay] = useState(line.day ?? '')
  const [validUntil, setValidUntil] = useState(line.validUntil ?? '')
  const [problem, setProblem] = useState<string | undefined>()
  const words = e().add
  return (
    <form
      class="evidence-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const why = desk.change(line, {
          title: title.trim() || line.title,
          day: day || undefined,
          validUntil: validUntil || undefined,
        })
        if (why) setProblem(evidenceProblemWords(why))
        else onDone(true)
      }}
    >
      <TextField label={words.name} maxLength={200} value={title} onInput={setTitle} />
      <div class="evidence-days">
        <TextField label={words.day} type="date" value={day} onInput={setDay} />
        <TextField
          label={words.validUntil}
          type="date"
          value={validUntil}
          error={problem}
          onInput={setValidUntil}
        />
      </div>
      <div class="form-foot">
        <Button look="plain" onClick={() => onDone(false)}>
          {t().app.cancel}
        </Button>
        <Button type="submit" look="primary">
          {words.save}
        </Button>
      </div>
    </form>
  )
}

const hostOf = ({ url }: EvidenceLine): string | undefined =>
  url && URL.canParse(url) ? new URL(url).host || undefined : undefined
