/** A text that people write together: the editor, its toolbar, its margin, and how safe the work is. */
import './writing.css'
import { effect } from '@preact/signals'
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import { toggleMark } from 'prosemirror-commands'
import type { Command, EditorState } from 'prosemirror-state'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import { PROSE } from '../../../shared/ledger'
import { type ProseBlock, readProse } from '../../../shared/prose/read'
import { strangeIn } from '../../../shared/prose/shape'
import type { OutlineObjection, Text } from '../../state/text-types'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { Comments } from './Comments'
import { Compare } from './Compare'
import { colourOf } from './cursors'
import { createEditor, type Editor } from './editor'
import { LinkDialog } from './LinkDialog'
import { anchorsOf, commentsAt, lostIn, showComments, whereIs } from './marginal'
import { closeMentions, putMention, type Query } from './mentions'
import { fitting, type Pick, Picker } from './Picker'
import { placeAt, writePlace } from './positions'
import { Reading } from './Reading'
import { w } from './say'
import { decide, type Suggestion, suggestionsIn } from './suggest'
import { Toolbar } from './Toolbar'

export type OutlineChoice = {
  readonly key: string
  readonly title: string
  readonly blocks: readonly ProseBlock[]
}

export type WritingProps = {
  readonly text: Text
  /** Accessible name of the text. */
  readonly title: string
  readonly names: (member: string) => string
  /** For "@": their subjects are "member:<id>". */
  readonly people: () => readonly Pick[]
  /** For "#". */
  readonly records: () => readonly Pick[]
  /** Title of today; may read signals. */
  readonly titleOf: (about: string) => string | undefined
  readonly onOpen?: (about: string) => void
  readonly onMention?: (about: string) => void
  readonly hosts?: readonly string[]
  /** Templates to begin with, while the text is empty. */
  readonly outlines?: readonly OutlineChoice[]
  /** Without versions: for minutes. */
  readonly compact?: boolean
}

const NO_HOSTS: readonly string[] = []

export const Writing = (props: WritingProps) => {
  const { text } = props
  const doc = text.doc.value
  const awareness = text.awareness.value
  const [letGoOf, setLetGoOf] = useState<Y.Doc>()
  const isStrange = useMemo(() => doc !== undefined && strangeIn(doc) !== undefined, [doc])
  if (!doc || !awareness)
    return (
      <p class="quiet" role="status">
        {w().reading}
      </p>
    )
  const mayWrite = text.mayWrite.value
  if (mayWrite && !isStrange && letGoOf !== doc)
    return <Desk key={doc.guid} {...props} doc={doc} onStrange={() => setLetGoOf(doc)} />
  return <Readers {...props} doc={doc} notice={mayWrite ? w().strange : w().readOnly} />
}

type Open = WritingProps & { readonly doc: Y.Doc }

/** For who may not write, and for a text that this version does not know all of. */
const Readers = ({ text, doc, title, notice, names, titleOf, hosts }: Open & { readonly notice: string }) => {
  const [blocks, setBlocks] = useState<readonly ProseBlock[]>(() => readProse(doc))
  useEffect(() => {
    let frame = 0
    const draw = (): void => {
      frame = 0
      setBlocks(readProse(doc))
    }
    const follow = (): void => {
      frame ||= requestAnimationFrame(draw)
    }
    draw()
    doc.on('update', follow)
    return () => {
      cancelAnimationFrame(frame)
      doc.off('update', follow)
    }
  }, [doc])
  return (
    <div class="writing">
      <Notice tone="info" title={notice} />
      <Bar text={text} names={names} />
      <div class="writing-body-and-margin">
        <section aria-label={title}>
          <Reading blocks={blocks} titleOf={titleOf} hosts={hosts} />
        </section>
        <Comments
          text={text}
          names={names}
          active={undefined}
          suggestions={[]}
          quote={undefined}
          onPost={nothing}
          onCancel={nothing}
          onShow={nothing}
          lost={NOTHING_LOST}
          onDecide={nothing}
          canDecide={false}
        />
      </div>
    </div>
  )
}

const nothing = (): void => undefined

const Desk = (props: Open & { readonly onStrange: () => void }) => {
  const { text, doc, title, names, hosts = NO_HOSTS, compact = false } = props
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor | undefined>(undefined)
  const listId = useId()
  const [state, setState] = useState<EditorState>()
  const [active, setActive] = useState<string>()
  const [draft, setDraft] = useState<Draft>()
  const [message, setMessage] = useState<string>()
  const [isComparing, setComparing] = useState(false)
  const [link, setLink] = useState<string>()
  const [isSuggesting, setSuggesting] = useState(false)
  const [seen, setSeen] = useState<Seen>(NOTHING_SEEN)
  const [picking, setPicking] = useState<Picking>()
  // What the editor asks of us later must be of then.
  const now = useRef({ props, isSuggesting, picking })
  now.current = { props, isSuggesting, picking }

  const view = (): EditorView | undefined => editor.current?.view
  const beginComment = (): boolean => {
    const found = draftOf(view(), doc)
    setDraft(found)
    setMessage(found ? undefined : w().comments.nothingSelected)
    return true
  }
  const beginLink = (): boolean => {
    const selected = view()?.state
    if (selected) setLink(hrefAt(selected))
    return true
  }
  const pick = (chosen: Pick): void => {
    const { picking: open } = now.current
    const made = editor.current
    if (!open || !made) return
    putMention(made.view, made.schema, open.query, chosen)
    now.current.props.onMention?.(chosen.about)
  }

  useEffect(() => {
    const { awareness } = text
    const shown = awareness.peek()
    if (!place.current || !shown) return undefined
    let frame = 0
    let looking: ReturnType<typeof setTimeout> | undefined
    const look = (on: EditorView): void => {
      looking = undefined
      if (!on.isDestroyed) setSeen((before) => seenIn(on, before))
    }
    const made = createEditor({
      place: place.current,
      doc,
      awareness: shown,
      label: title,
      hosts,
      names: (member) => now.current.props.names(member),
      titleOf: (about) => now.current.props.titleOf(about),
      onOpen: props.onOpen && ((about) => now.current.props.onOpen?.(about)),
      follow: (draw) => effect(draw),
      taskLabel: w().taskDone,
      placeholder: w().placeholder,
      suggester: { by: text.member, at: Date.now, id: () => crypto.randomUUID().slice(0, 13) },
      isSuggesting: () => now.current.isSuggesting,
      // Apart from the stroke itself, which is to be on the screen at once.
      changed: (on, before) => {
        const { selection } = on.state
        if (!selection.eq(before.selection)) setActive(commentsAt(on, selection.head)[0])
        frame ||= requestAnimationFrame(() => {
          frame = 0
          setState(on.state)
        })
        looking ??= setTimeout(() => look(on), LOOK_AFTER)
      },
      onStrange: props.onStrange,
      onTooMuch: () => setMessage(w().tooMuch),
      onLink: beginLink,
      onComment: beginComment,
      mentions: {
        changed: (query, on) => setPicking(query && pickingOf(query, on, now.current.props)),
        key: (event) => keyInPicker(event, now.current.picking, setPicking, pick, view()),
      },
    })
    editor.current = made
    setState(made.view.state)
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(looking)
      editor.current = undefined
      made.destroy()
    }
    // The editor lives as long as its document.
  }, [doc])

  const conversations = text.conversations.value
  useEffect(() => {
    const shown = view()
    if (shown) showComments(shown, { anchors: anchorsOf(conversations), active: active ?? null })
  }, [conversations, active, state === undefined])
  useEffect(() => {
    const dom = view()?.dom
    if (!dom) return
    if (picking) {
      dom.setAttribute('aria-controls', listId)
      dom.setAttribute('aria-activedescendant', `${listId}-${picking.at}`)
    } else {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [picking, listId])

  const run = (command: Command): void => {
    const on = view()
    if (!on) return
    command(on.state, on.dispatch, on)
    on.focus()
  }
  const margin = useMemo(
    () => (
      <Comments
        text={text}
        names={names}
        active={active}
        suggestions={seen.suggestions}
        quote={draft?.quote}
        onPost={(body) => {
          if (draft) setActive(text.comment({ body, ...draft }))
          setDraft(undefined)
          view()?.focus()
        }}
        onCancel={() => {
          setDraft(undefined)
          view()?.focus()
        }}
        onShow={(about) => {
          setActive(about)
          showIn(view(), about)
        }}
        lost={seen.lost}
        onDecide={(id, isAccepted) => {
          const on = view()
          on?.dispatch(decide(on.state, id, isAccepted))
        }}
        canDecide
      />
    ),
    [text, names, active, seen, draft],
  )
  return (
    <div class="writing" data-suggesting={isSuggesting}>
      {state && editor.current && (
        <Toolbar
          state={state}
          schema={editor.current.schema}
          run={run}
          isSuggesting={isSuggesting}
          compact={compact}
          onSuggest={() => {
            setSuggesting(!isSuggesting)
            view()?.focus()
          }}
          onLink={beginLink}
          onComment={beginComment}
          onVersions={() => setComparing(true)}
        />
      )}
      <Bar text={text} names={names} />
      {isSuggesting && <p class="quiet writing-hint">{w().toolbar.suggesting}</p>}
      {message && <Notice tone="warning" title={message} urgent />}
      <Outlines {...props} state={state} />
      <div class="writing-body-and-margin">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: only watches keys of the text inside */}
        <div
          class="writing-place"
          ref={place}
          onKeyDown={(event) => {
            if (event.key === 'F10' && event.altKey) {
              event.preventDefault()
              focusToolbar(event.currentTarget)
            }
          }}
        />
        {margin}
      </div>
      {picking && (
        <Picker
          id={listId}
          sign={picking.query.sign}
          picks={picking.picks}
          at={picking.at}
          place={picking.place}
          onPick={pick}
        />
      )}
      {link !== undefined && (
        <LinkDialog
          href={link}
          hosts={hosts}
          onSave={(href) => {
            const on = view()
            if (on) setLinkAt(on, href)
            setLink(undefined)
          }}
          onClose={() => setLink(undefined)}
        />
      )}
      {isComparing && <Compare text={text} names={names} onClose={() => setComparing(false)} />}
    </div>
  )
}

/** How safe the text is, and who else is here. */
const Bar = ({ text, names }: Shown) => {
  const status = text.status.value
  const isBad = status === 'not-saved' || status === 'refused'
  const others = [...new Set(text.presence.value.map(({ member }) => member))]
  return (
    <div class="writing-bar">
      <span class={isBad ? 'writing-status is-bad' : 'writing-status'} role="status">
        {w().status[status]}
        {!text.isOnline.value && !isBad && ` · ${w().offline}`}
      </span>
      {others.length > 0 && (
        <span class="writing-others">
          <span class="visually-hidden">{w().here(others.map(names).join(', '))}</span>
          {others.map((member) => (
            <span key={member} class={`writing-face writer-${colourOf(member)}`} aria-hidden="true">
              {names(member)}
            </span>
          ))}
        </span>
      )}
    </div>
  )
}
type Shown = { readonly text: Text; readonly names: (member: string) => string }

const Outlines = ({
  text,
  outlines = [],
  state,
}: WritingProps & { readonly state: EditorState | undefined }) => {
  const [outcome, setOutcome] = useState<OutlineObjection | 'done'>()
  const words = w().outlines
  const isEmpty = state?.doc.childCount === 1 && state.doc.firstChild?.content.size === 0
  if (outcome === 'done')
    return (
      <div class="writing-outlines" role="status">
        {words.done}
        <Button
          onClick={() => {
            text.undoOutline()
            setOutcome(undefined)
          }}
        >
          {words.undo}
        </Button>
      </div>
    )
  if (!isEmpty || outlines.length === 0) return null
  return (
    <div class="writing-outlines">
      <span>{words.label}</span>
      {outlines.map(({ key, title, blocks }) => (
        <Button key={key} onClick={() => setOutcome(text.insertOutline(blocks) ?? 'done')}>
          {title}
        </Button>
      ))}
      {outcome && <p role="alert">{words[outcome]}</p>}
    </div>
  )
}

/** What the margin shows of the text: looked for a few times a second, since that takes a walk through all of it. */
type Seen = { readonly suggestions: readonly Suggestion[]; readonly lost: ReadonlySet<string> }

const LOOK_AFTER = 250
const NOTHING_LOST: ReadonlySet<string> = new Set()
const NOTHING_SEEN: Seen = { suggestions: [], lost: NOTHING_LOST }

/** The same as before when nothing has changed, so that nothing is drawn again. */
const seenIn = (view: EditorView, before: Seen): Seen => {
  const next = { suggestions: suggestionsIn(view.state.doc), lost: lostIn(view) }
  const isSame =
    JSON.stringify([next.suggestions, [...next.lost]]) ===
    JSON.stringify([before.suggestions, [...before.lost]])
  return isSame ? before : next
}

type Draft = { readonly quote: string; readonly from: string; readonly to: string }

/** The selected words, at a place that stays theirs. */
const draftOf = (view: EditorView | undefined, doc: Y.Doc): Draft | undefined => {
  if (!view || view.state.selection.empty) return undefined
  const { from, to } = view.state.selection
  const fragment = doc.getXmlFragment(PROSE)
  return {
    quote: view.state.doc.textBetween(from, to, ' '),
    from: writePlace(placeAt(fragment, from, 0)),
    to: writePlace(placeAt(fragment, to, -1)),
  }
}

type Picking = {
  readonly query: Query
  readonly picks: readonly Pick[]
  readonly at: number
  readonly place: { readonly left: number; readonly top: number }
}

const pickingOf = (
  query: Query,
  view: EditorView,
  { people, records }: WritingProps,
): Picking | undefined => {
  const picks = fitting(query.sign === '@' ? people() : records(), query.text)
  if (picks.length === 0 && query.text.includes(' ')) return undefined
  const { left, bottom } = view.coordsAtPos(query.from)
  const room = globalThis.innerWidth - 272
  return { query, picks, at: 0, place: { left: Math.max(8, Math.min(left, room)), top: bottom + 4 } }
}

const keyInPicker = (
  event: KeyboardEvent,
  picking: Picking | undefined,
  setPicking: (next: Picking | undefined) => void,
  pick: (chosen: Pick) => void,
  view: EditorView | undefined,
): boolean => {
  if (!picking) return false
  const { picks, at } = picking
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by !== 0 && picks.length > 0) {
    setPicking({ ...picking, at: (at + by + picks.length) % picks.length })
    return true
  }
  const chosen = picks[at]
  if ((event.key === 'Enter' || event.key === 'Tab') && chosen) {
    pick(chosen)
    return true
  }
  if (event.key !== 'Escape') return false
  if (view) closeMentions(view)
  return true
}

const hrefAt = ({ selection, doc }: EditorState): string => {
  const mark = doc
    .resolve(selection.from)
    .marksAcross(doc.resolve(selection.to))
    ?.find(({ type }) => type.name === 'link')
  return mark ? String(mark.attrs.href) : ''
}

const setLinkAt = (view: EditorView, href: string | undefined): void => {
  const { link } = view.state.schema.marks
  const { from, to, empty } = view.state.selection
  if (!link) return
  if (empty && href)
    view.dispatch(
      view.state.tr.insertText(href, from).addMark(from, from + href.length, link.create({ href })),
    )
  else if (href)
    view.dispatch(view.state.tr.removeMark(from, to, link).addMark(from, to, link.create({ href })))
  else toggleMark(link)(view.state, view.dispatch)
  view.focus()
}

const showIn = (view: EditorView | undefined, about: string): void => {
  const range = view && whereIs(view, about)
  if (!view || !range) return
  const selection = TextSelection.create(view.state.doc, range.from, range.to)
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
  view.focus()
}

const focusToolbar = (place: HTMLElement): void =>
  place
    .closest('.writing')
    ?.querySelector<HTMLElement>('.writing-toolbar select, .writing-toolbar button')
    ?.focus()
