/** What changed in a text between two kept moments, word by word, with who added it. */
import { useMemo, useState } from 'preact/hooks'
import { type ChangedLine, compareProse } from '../../../shared/prose/compare'
import { momentOf } from '../../../shared/prose/snapshots'
import type { SaidVersion } from '../../../shared/queries/texts'
import type { Text } from '../../state/text-types'
import { momentWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { colourOf } from './cursors'
import { LineFrame } from './Reading'
import { w } from './say'

type Props = {
  readonly text: Text
  readonly names: (member: string) => string
  readonly onClose: () => void
}

const NOW = 'now'
const EMPTY = ''

export const Compare = ({ text, names, onClose }: Props) => {
  const words = w().versions
  const kept = text.versions.value
  const doc = text.doc.value
  const writers = text.writers.value
  const [from, setFrom] = useState(kept[kept.length - 1]?.about ?? EMPTY)
  const [to, setTo] = useState(NOW)
  const [title, setTitle] = useState('')
  const lines = useMemo(() => {
    return doc ? compareProse(doc, momentOf(kept, from), to === NOW ? undefined : momentOf(kept, to)) : []
  }, [doc, from, to, kept])
  const nameOf = (client: number | undefined): string => {
    const member = client === undefined ? undefined : writers.get(client)
    return member === undefined ? words.someone : names(member)
  }
  const added = lines.flatMap(({ changes }) => changes).filter(({ what }) => what === 'added')
  const authors = [...new Set(added.map(({ client }) => nameOf(client)))]
  const isSame = lines.every(({ what }) => what === 'same')
  return (
    <Dialog title={words.title} closeLabel={words.close} onClose={onClose} wide>
      {text.mayWrite.value && (
        <form
          class="writing-keep"
          onSubmit={(event) => {
            event.preventDefault()
            text.keepVersion(title)
            setTitle('')
          }}
        >
          <label>
            {words.name}
            <input class="input" value={title} onInput={(event) => setTitle(event.currentTarget.value)} />
          </label>
          <Button type="submit">{words.keep}</Button>
        </form>
      )}
      {kept.length === 0 && <p class="quiet">{words.none}</p>}
      <div class="writing-choice">
        <Choice
          label={words.from}
          value={from}
          onChoose={setFrom}
          kept={kept}
          names={names}
          first={[EMPTY, words.empty]}
        />
        <Choice
          label={words.to}
          value={to}
          onChoose={setTo}
          kept={kept}
          names={names}
          first={[NOW, words.now]}
        />
      </div>
      <p class="quiet">{words.limits}</p>
      {authors.length > 0 && <p class="writing-authors">{words.writers(authors.join(', '))}</p>}
      {isSame ? (
        <p>{words.same}</p>
      ) : (
        <div class="writing-text writing-compared">
          {lines.map((line, index) => (
            <Compared key={index} line={line} nameOf={nameOf} writers={writers} />
          ))}
        </div>
      )}
    </Dialog>
  )
}

const Compared = ({
  line: { line, changes },
  nameOf,
  writers,
}: {
  readonly line: ChangedLine
  readonly nameOf: (client: number | undefined) => string
  readonly writers: ReadonlyMap<number, string>
}) => (
  <LineFrame line={line}>
    {changes.map(({ text, what, client }, index) => {
      const key = `${index} ${what}`
      if (what === 'same') return <span key={key}>{text}</span>
      if (what === 'removed')
        return (
          <del key={key} title={w().versions.removed}>
            {text}
          </del>
        )
      const member = client === undefined ? undefined : writers.get(client)
      const colour = member === undefined ? 0 : colourOf(member)
      return (
        <ins key={key} class={`writer-${colour}`} title={w().versions.added(nameOf(client))}>
          {text}
        </ins>
      )
    })}
  </LineFrame>
)

const Choice = ({
  label,
  value,
  onChoose,
  kept,
  names,
  first: [key, word],
}: {
  readonly label: string
  readonly value: string
  readonly onChoose: (about: string) => void
  readonly kept: readonly SaidVersion[]
  readonly names: (member: string) => string
  readonly first: readonly [string, string]
}) => (
  <label>
    {label}
    <select class="input" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      <option value={key}>{word}</option>
      {[...kept].reverse().map(({ about, at, by, title, automatic }) => (
        <option key={about} value={about}>
          {`${momentWords(at)} · ${names(by)} · ${title || (automatic ? w().versions.automatic : '')}`}
        </option>
      ))}
    </select>
  </label>
)
