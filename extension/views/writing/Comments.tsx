/** The margin of a text: what people say about it, and what they suggest. */
import { useState } from 'preact/hooks'
import type { Conversation, SaidComment } from '../../../shared/queries/texts'
import type { Text } from '../../state/text-types'
import { momentWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { w } from './say'
import type { Suggestion } from './suggest'

type Props = {
  readonly text: Text
  readonly names: (member: string) => string
  readonly active: string | undefined
  readonly suggestions: readonly Suggestion[]
  /** A comment is being written about these words. */
  readonly quote: string | undefined
  readonly onPost: (body: string) => void
  readonly onCancel: () => void
  readonly onShow: (about: string) => void
  /** Comments whose words are gone. */
  readonly lost: ReadonlySet<string>
  readonly onDecide: (id: string, isAccepted: boolean) => void
  readonly canDecide: boolean
}

export const Comments = (props: Props) => {
  const { text, suggestions, names, quote } = props
  const all = text.conversations.value
  const open = all.filter(({ resolved }) => !resolved)
  const settled = all.filter(({ resolved }) => resolved)
  const words = w()
  return (
    <aside class="writing-margin" aria-label={words.comments.title}>
      {suggestions.length > 0 && (
        <section aria-label={words.suggestions.title}>
          <h3>{words.suggestions.title}</h3>
          <ul class="writing-cards">
            {suggestions.map((suggestion) => (
              <li key={suggestion.id} class="writing-card">
                <p class="writing-who">
                  {names(suggestion.by)} <span class="quiet">{momentWords(suggestion.at)}</span>
                </p>
                <p>{sentenceOf(suggestion)}</p>
                {props.canDecide && (
                  <div class="writing-acts">
                    <Button onClick={() => props.onDecide(suggestion.id, true)}>
                      {words.suggestions.accept}
                    </Button>
                    <Button onClick={() => props.onDecide(suggestion.id, false)}>
                      {words.suggestions.refuse}
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <h3>{words.comments.title}</h3>
      {quote !== undefined && (
        <div class="writing-card is-active">
          <blockquote class="writing-quote">{quote}</blockquote>
          <Say label={words.comments.write} onSend={props.onPost} onCancel={props.onCancel} />
        </div>
      )}
      {open.length === 0 && quote === undefined && <p class="quiet">{words.comments.none}</p>}
      <ul class="writing-cards">
        {open.map((conversation) => (
          <Card key={conversation.about} conversation={conversation} {...props} />
        ))}
      </ul>
      {settled.length > 0 && (
        <details>
          <summary>{words.comments.resolved(settled.length)}</summary>
          <ul class="writing-cards">
            {settled.map((conversation) => (
              <Card key={conversation.about} conversation={conversation} {...props} />
            ))}
          </ul>
        </details>
      )}
    </aside>
  )
}

const sentenceOf = ({ inserted, deleted }: Suggestion): string => {
  const words = w().suggestions
  if (inserted && deleted) return words.replaces(deleted, inserted)
  return inserted ? words.adds(inserted) : words.removes(deleted)
}

const Card = ({
  conversation,
  text,
  names,
  active,
  lost,
  onShow,
}: Props & { readonly conversation: Conversation }) => {
  const [isReplying, setReplying] = useState(false)
  const { about, quote, resolved, replies, from } = conversation
  const words = w().comments
  const mayWrite = text.mayWrite.value
  const isLost = !resolved && lost.has(about)
  return (
    <li class={about === active ? 'writing-card is-active' : 'writing-card'} data-comment-card={about}>
      {quote && <blockquote class="writing-quote">{quote}</blockquote>}
      {isLost && <p class="quiet">{words.gone}</p>}
      {[conversation, ...replies].map((each) => (
        <Said key={each.about} comment={each} names={names} />
      ))}
      <div class="writing-acts">
        {from !== undefined && !resolved && !isLost && (
          <Button onClick={() => onShow(about)}>{words.show}</Button>
        )}
        {mayWrite && !isReplying && !resolved && (
          <Button onClick={() => setReplying(true)}>{words.reply}</Button>
        )}
        {mayWrite && (
          <Button onClick={() => text.resolve(about, !resolved)}>
            {resolved ? words.reopen : words.resolve}
          </Button>
        )}
        {mayWrite && conversation.by === text.member && replies.length === 0 && (
          <Button onClick={() => text.removeComment(about)}>{words.remove}</Button>
        )}
      </div>
      {isReplying && (
        <Say
          label={words.reply}
          onSend={(body) => {
            text.reply(about, body)
            setReplying(false)
          }}
          onCancel={() => setReplying(false)}
        />
      )}
    </li>
  )
}

const Said = ({
  comment: { by, at, body },
  names,
}: {
  readonly comment: SaidComment
  readonly names: (member: string) => string
}) => (
  <div>
    <p class="writing-who">
      {names(by)} <span class="quiet">{momentWords(at)}</span>
    </p>
    <p class="writing-body">{body}</p>
  </div>
)

const Say = ({
  label,
  onSend,
  onCancel,
}: {
  readonly label: string
  readonly onSend: (body: string) => void
  readonly onCancel: () => void
}) => {
  const [body, setBody] = useState('')
  const words = w().comments
  const send = (): void => {
    if (body.trim() !== '') onSend(body)
  }
  return (
    <form
      class="writing-say"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
      }}
    >
      <textarea
        aria-label={label}
        rows={3}
        value={body}
        ref={focusOnce}
        onInput={(event) => setBody(event.currentTarget.value)}
      />
      <div class="writing-acts">
        <Button look="primary" type="submit">
          {words.send}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  )
}

const focusOnce = (element: HTMLTextAreaElement | null): void => element?.focus()
