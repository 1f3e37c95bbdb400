/**
 * Suggesting instead of changing: what one types is marked as put in, what one takes out as taken out, until somebody
 * accepts or refuses it. Words only: how lines are made and where they end changes at once.
 */
import type { Mark, Node } from 'prosemirror-model'
import { type EditorState, Selection, type Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import { ySyncPluginKey } from 'y-prosemirror'

export type Suggester = { readonly by: string; readonly at: () => number; readonly id: () => string }

/** A transaction that suggests what another would have done; the same one where there is nothing to suggest. */
export const suggesting = (
  state: EditorState,
  transaction: Transaction,
  { by, at, id }: Suggester,
): Transaction => {
  const isOthers = transaction.getMeta(ySyncPluginKey) !== undefined
  if (!transaction.docChanged || isOthers || transaction.getMeta(DECIDED)) return transaction
  if (!transaction.steps.every((step) => step instanceof ReplaceStep)) return transaction
  const steps = transaction.steps as readonly ReplaceStep[]
  // One step is a stroke, a cut or a paste; commands that take several make lines, and are left as they are.
  const [step] = steps
  if (!step || steps.length !== 1 || isSplit(step, state.doc)) return transaction
  const { insertion, deletion } = state.schema.marks
  if (!insertion || !deletion) return transaction
  const suggestion = { id: idBeside(state.doc, step, by) ?? id(), by, at: at() }
  const made = state.tr
  const inserted = step.slice.content.size
  if (inserted > 0) {
    // Behind what is taken out, which stays.
    made.replace(step.to, step.to, step.slice)
    const end = made.mapping.map(step.to, 1)
    made.removeMark(step.to, end, deletion)
    made.addMark(step.to, end, insertion.create(suggestion))
  }
  markDeleted(made, step.from, step.to, deletion.create(suggestion), by)
  const after = made.mapping.map(step.to, inserted > 0 ? 1 : -1)
  // Backspace goes on backwards; a cursor that stood before what was taken out goes on after it.
  const isForward = inserted > 0 || state.selection.head === step.from
  const where = isForward ? after : made.mapping.map(step.from, -1)
  made.setSelection(Selection.near(made.doc.resolve(where), inserted > 0 ? -1 : 1))
  made.setStoredMarks(null)
  return made.scrollIntoView()
}

const DECIDED = 'suggestion-decided'

/** An end of a line that was put in or taken out, and nothing else. */
const isSplit = (step: ReplaceStep, doc: Node): boolean =>
  step.from === step.to
    ? step.slice.content.textBetween(0, step.slice.content.size, '', '￼') === ''
    : step.slice.size === 0 && doc.textBetween(step.from, step.to, '', '￼') === ''

/** Typing on goes on with the same suggestion. */
const idBeside = (doc: Node, { from }: ReplaceStep, by: string): string | undefined => {
  const before = doc.resolve(from).nodeBefore
  const mark = before?.marks.find(({ type, attrs }) => type.name === 'insertion' && attrs.by === by)
  return mark ? String(mark.attrs.id) : undefined
}

/** What is taken out stays, marked; what one suggested oneself simply goes. */
const markDeleted = (made: Transaction, from: number, to: number, mark: Mark, by: string): void => {
  const own: { from: number; to: number }[] = []
  made.doc.nodesBetween(from, to, (node, position) => {
    const inserted = node.marks.find(({ type }) => type.name === 'insertion')
    if (!node.isInline) return true
    const range = { from: Math.max(from, position), to: Math.min(to, position + node.nodeSize) }
    if (inserted?.attrs.by === by) own.push(range)
    else if (!inserted) made.addMark(range.from, range.to, mark)
    return false
  })
  for (const range of own.reverse()) made.delete(range.from, range.to)
}

export type Suggestion = {
  readonly id: string
  readonly by: string
  readonly at: number
  readonly inserted: string
  readonly deleted: string
  readonly from: number
  readonly to: number
}

/** All suggestions in a text, in its order. */
export const suggestionsIn = (doc: Node): Suggestion[] => {
  const found = new Map<string, Suggestion>()
  doc.descendants((node, position) => {
    for (const { type, attrs } of node.marks) {
      if (type.name !== 'insertion' && type.name !== 'deletion') continue
      const id = String(attrs.id)
      const text = node.text ?? node.type.spec.leafText?.(node) ?? ''
      const known = found.get(id)
      const part = type.name === 'insertion' ? 'inserted' : 'deleted'
      found.set(id, {
        id,
        by: String(attrs.by),
        at: Number(attrs.at) || 0,
        inserted: '',
        deleted: '',
        from: position,
        ...known,
        [part]: (known?.[part] ?? '') + text,
        to: position + node.nodeSize,
      })
    }
    return true
  })
  return [...found.values()]
}

/** Accepts or refuses a suggestion. */
export const decide = (state: EditorState, id: string, isAccepted: boolean): Transaction => {
  const made = state.tr.setMeta(DECIDED, true)
  const gone: { from: number; to: number }[] = []
  state.doc.descendants((node, position) => {
    const mark = node.marks.find(
      ({ type, attrs }) => (type.name === 'insertion' || type.name === 'deletion') && attrs.id === id,
    )
    if (!mark) return true
    const range = { from: position, to: position + node.nodeSize }
    if ((mark.type.name === 'insertion') === isAccepted) made.removeMark(range.from, range.to, mark)
    else gone.push(range)
    return true
  })
  for (const { from, to } of gone.reverse()) made.delete(from, to)
  return made
}
