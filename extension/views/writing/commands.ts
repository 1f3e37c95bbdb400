/** What toolbar and keys do to lines: make them headings, lists or tasks, move them in and out, and begin new ones. */
import {
  chainCommands,
  createParagraphNear,
  deleteSelection,
  joinBackward,
  joinForward,
  liftEmptyBlock,
  newlineInCode,
  selectNodeBackward,
  selectNodeForward,
  splitBlockAs,
  toggleMark,
} from 'prosemirror-commands'
import { InputRule, inputRules, undoInputRule } from 'prosemirror-inputrules'
import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, type Plugin, TextSelection } from 'prosemirror-state'
import { goToNextCell } from 'prosemirror-tables'
import { redoCommand, undoCommand } from 'y-prosemirror'
import { type KindOfLine, MAX_INDENT } from '../../../shared/prose/shape'
import { lineOf, type WritingSchema } from './schema'

export type Make = KindOfLine | 'text'

const LISTS: ReadonlySet<string> = new Set(['bullet', 'number', 'task'])

/** The lines that a selection touches. */
const linesIn = ({ doc, selection }: EditorState): { node: Node; position: number }[] => {
  const lines: { node: Node; position: number }[] = []
  for (const { $from, $to } of selection.ranges)
    doc.nodesBetween($from.pos, $to.pos, (node, position) => {
      if (node.type.name !== 'paragraph') return true
      lines.push({ node, position })
      return false
    })
  return lines
}

/** What the line with the cursor is. */
export const lineAt = ({ selection }: EditorState): ReturnType<typeof lineOf> | undefined =>
  selection.$head.parent.type.name === 'paragraph' ? lineOf(selection.$head.parent) : undefined

const setLines =
  (attributesOf: (node: Node) => Record<string, unknown> | undefined): Command =>
  (state, dispatch) => {
    const transaction = state.tr
    for (const { node, position } of linesIn(state)) {
      const attributes = attributesOf(node)
      if (!attributes) continue
      for (const [name, value] of Object.entries(attributes))
        if (node.attrs[name] !== value) transaction.setNodeAttribute(position, name, value)
    }
    if (!transaction.docChanged) return false
    dispatch?.(transaction.scrollIntoView())
    return true
  }

/** Makes lines of a kind, or plain ones when they all are so already. */
export const makeLines =
  (kind: Make, level = 1): Command =>
  (state, dispatch) => {
    const isSo = ({ node }: { node: Node }): boolean => {
      const line = lineOf(node)
      return line.kind === kind && (kind !== 'heading' || line.level === level)
    }
    const next = kind !== 'text' && linesIn(state).every(isSo) ? 'text' : kind
    return setLines((node) => ({
      kind: next === 'text' ? null : next,
      level: next === 'heading' ? level : null,
      indent: LISTS.has(next) ? node.attrs.indent : null,
      done: next === 'task' ? node.attrs.done : null,
    }))(state, dispatch)
  }

export const moveLines = (by: 1 | -1): Command =>
  setLines((node) => {
    const { kind, indent } = lineOf(node)
    if (!LISTS.has(kind)) return undefined
    return { indent: Math.min(MAX_INDENT, Math.max(0, indent + by)) || null }
  })

/** Ticks a task, or takes the tick away. */
export const tickTasks: Command = setLines((node) => {
  const { kind, done } = lineOf(node)
  return kind === 'task' ? { done: done ? null : true } : undefined
})

/** Enter: goes on with a list, ends it in an empty item, and goes on plain after a heading. */
const newLine: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  if ($from.parent.type.name !== 'paragraph') return false
  const { kind, indent } = lineOf($from.parent)
  if (empty && LISTS.has(kind) && $from.parent.content.size === 0)
    return indent > 0 ? moveLines(-1)(state, dispatch) : makeLines('text')(state, dispatch)
  return splitBlockAs((node, atEnd) => {
    const line = lineOf(node)
    const goesOn = LISTS.has(line.kind) || (line.kind === 'quote' && !atEnd)
    return { type: node.type, attrs: goesOn || !atEnd ? { ...node.attrs, done: null } : {} }
  })(state, dispatch, view)
}

/** Backspace at the beginning of a line first makes it plain. */
const plainFirst: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0 || lineAt(state)?.kind === 'text') return false
  return (lineAt(state)?.indent ?? 0) > 0
    ? moveLines(-1)(state, dispatch)
    : makeLines('text')(state, dispatch)
}

const insertBreak =
  (schema: WritingSchema): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(schema.nodes.break.create()).scrollIntoView())
    return true
  }

export const insertTable =
  (schema: WritingSchema, rows = 3, columns = 3): Command =>
  (state, dispatch) => {
    if (state.selection.$from.depth > 1) return false
    const { table, table_row, table_cell, table_header } = schema.nodes
    const row = (index: number): Node =>
      table_row.create(
        null,
        Array.from(
          { length: columns },
          () => (index === 0 ? table_header : table_cell).createAndFill() as Node,
        ),
      )
    const made = table.create(
      null,
      Array.from({ length: rows }, (_, index) => row(index)),
    )
    const at = state.selection.$from.after(1)
    if (dispatch) {
      const transaction = state.tr.insert(at, [made, schema.nodes.paragraph.create()])
      transaction.setSelection(TextSelection.near(transaction.doc.resolve(at + 1)))
      dispatch(transaction.scrollIntoView())
    }
    return true
  }

/** Keys beside those of the base keymap. */
export const keysOf = (
  schema: WritingSchema,
  { link, comment }: { link: () => boolean; comment: () => boolean },
): Record<string, Command> => {
  const { bold, italic } = schema.marks
  return {
    'Mod-b': toggleMark(bold),
    'Mod-i': toggleMark(italic),
    'Mod-k': () => link(),
    'Mod-Alt-m': () => comment(),
    'Mod-z': undoCommand,
    'Mod-y': redoCommand,
    'Mod-Shift-z': redoCommand,
    'Mod-Alt-0': makeLines('text'),
    'Mod-Alt-1': makeLines('heading', 1),
    'Mod-Alt-2': makeLines('heading', 2),
    'Mod-Alt-3': makeLines('heading', 3),
    'Mod-Shift-7': makeLines('number'),
    'Mod-Shift-8': makeLines('bullet'),
    'Mod-Shift-9': makeLines('task'),
    'Mod-Enter': tickTasks,
    Tab: chainCommands(goToNextCell(1), moveLines(1)),
    'Shift-Tab': chainCommands(goToNextCell(-1), moveLines(-1)),
    Enter: chainCommands(newlineInCode, createParagraphNear, newLine, liftEmptyBlock),
    'Shift-Enter': insertBreak(schema),
    Backspace: chainCommands(undoInputRule, deleteSelection, plainFirst, joinBackward, selectNodeBackward),
    Delete: chainCommands(deleteSelection, joinForward, selectNodeForward),
  }
}

/** What becomes something by typing: "- ", "1. ", "[] ", "# ", "> ", "---". */
export const rulesOf = (schema: WritingSchema): Plugin => {
  const line = (
    match: RegExp,
    attributesOf: (found: RegExpMatchArray) => Record<string, unknown>,
  ): InputRule =>
    new InputRule(match, (state, found, start, end) => {
      const { $from } = state.selection
      if ($from.parent.type.name !== 'paragraph' || lineOf($from.parent).kind !== 'text') return null
      const transaction = state.tr.delete(start, end)
      const position = $from.before()
      for (const [name, value] of Object.entries(attributesOf(found)))
        transaction.setNodeAttribute(position, name, value)
      return transaction
    })
  return inputRules({
    rules: [
      line(/^\s*[-*]\s$/, () => ({ kind: 'bullet' })),
      line(/^\s*1[.)]\s$/, () => ({ kind: 'number' })),
      line(/^\s*\[([ xX]?)\]\s$/, ([, sign]) => ({
        kind: 'task',
        done: sign?.trim() ? true : null,
      })),
      line(/^(#{1,3})\s$/, ([, signs]) => ({ kind: 'heading', level: signs?.length ?? 1 })),
      line(/^>\s$/, () => ({ kind: 'quote' })),
      new InputRule(/^---$/, (state, _found, start) => {
        const { $from } = state.selection
        if ($from.depth !== 1) return null
        return state.tr.replaceWith(start - 1, $from.after(1), [
          schema.nodes.rule.create(),
          schema.nodes.paragraph.create(),
        ])
      }),
    ],
  })
}
