/** Where comments stand in the text: highlighted, and told to the margin. They keep to their words while people write. */
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { ySyncPluginKey } from 'y-prosemirror'
import type * as Y from 'yjs'
import { PROSE } from '../../../shared/ledger'
import type { Conversation } from '../../../shared/queries/texts'
import { positionOf, readPlace, startsIn } from './positions'

export type Anchor = {
  readonly about: string
  readonly from: Y.RelativePosition
  readonly to: Y.RelativePosition
}

type State = {
  readonly anchors: readonly Anchor[]
  readonly active: string | undefined
  readonly set: DecorationSet
}
type News = { readonly anchors?: readonly Anchor[]; readonly active?: string | null }

const key = new PluginKey<State>('comments')

/** The open comments that stand at a place in the text. */
export const anchorsOf = (conversations: readonly Conversation[]): Anchor[] =>
  conversations.flatMap(({ about, resolved, from, to }) => {
    const [start, end] = [readPlace(from), readPlace(to)]
    return !resolved && start && end ? [{ about, from: start, to: end }] : []
  })

export const comments = (doc: Y.Doc): Plugin<State> => {
  const draw = (
    state: { doc: Parameters<typeof DecorationSet.create>[0] },
    { anchors, active }: State,
  ): DecorationSet => {
    if (anchors.length === 0) return DecorationSet.empty
    const starts = startsIn(doc.getXmlFragment(PROSE))
    const most = state.doc.content.size
    const decorations = anchors.flatMap(({ about, from, to }) => {
      const start = positionOf(doc, starts, from)
      const end = positionOf(doc, starts, to)
      if (start === undefined || end === undefined || start >= end || end > most) return []
      const isActive = about === active
      const look = isActive ? 'commented is-active' : 'commented'
      return [Decoration.inline(start, end, { class: look, 'data-comment': about }, { about })]
    })
    return DecorationSet.create(state.doc, decorations)
  }
  return new Plugin<State>({
    key,
    state: {
      init: () => ({ anchors: [], active: undefined, set: DecorationSet.empty }),
      apply(transaction, before, _old, state) {
        const news = transaction.getMeta(key) as News | undefined
        const isOthers = transaction.getMeta(ySyncPluginKey)?.isChangeOrigin
        // What I type moves them along; what others did came as a whole new text, and they are looked up again.
        if (!news && !isOthers)
          return transaction.docChanged
            ? { ...before, set: before.set.map(transaction.mapping, transaction.doc) }
            : before
        const next: State = {
          ...before,
          anchors: news?.anchors ?? before.anchors,
          active: news?.active === undefined ? before.active : (news.active ?? undefined),
        }
        return { ...next, set: draw(state, next) }
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  })
}

export const showComments = (view: EditorView, news: News): void => {
  view.dispatch(view.state.tr.setMeta(key, news).setMeta('addToHistory', false))
}

/** Where a comment stands now. */
export const whereIs = (view: EditorView, about: string): { from: number; to: number } | undefined => {
  const [found] =
    key.getState(view.state)?.set.find(undefined, undefined, (spec) => spec.about === about) ?? []
  return found && { from: found.from, to: found.to }
}

/** The open comments whose words are gone. */
export const lostIn = (view: EditorView): ReadonlySet<string> => {
  const state = key.getState(view.state)
  const found = new Set((state?.set.find() ?? []).map(({ spec }) => String(spec.about)))
  return new Set((state?.anchors ?? []).map(({ about }) => about).filter((about) => !found.has(about)))
}

/** The comments at a position. */
export const commentsAt = (view: EditorView, position: number): string[] =>
  (key.getState(view.state)?.set.find(position, position) ?? []).map(({ spec }) => String(spec.about))
