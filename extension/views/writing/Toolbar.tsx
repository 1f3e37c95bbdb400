/** The buttons above a text: one stop for Tab, arrows inside. */

import { useRef } from 'preact/hooks'
import { toggleMark } from 'prosemirror-commands'
import type { Command, EditorState } from 'prosemirror-state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
} from 'prosemirror-tables'
import { redoCommand, undoCommand } from 'y-prosemirror'
import { insertTable, lineAt, type Make, makeLines, moveLines } from './commands'
import { w } from './say'
import type { WritingSchema } from './schema'

type Props = {
  readonly state: EditorState
  readonly schema: WritingSchema
  readonly run: (command: Command) => void
  readonly isSuggesting: boolean
  readonly compact: boolean
  readonly onSuggest: () => void
  readonly onLink: () => void
  readonly onComment: () => void
  readonly onVersions: () => void
}

const LINES = ['text', 'heading1', 'heading2', 'heading3', 'bullet', 'number', 'task', 'quote'] as const

export const Toolbar = (props: Props) => {
  const { state, schema, run, isSuggesting, compact } = props
  const bar = useRef<HTMLDivElement>(null)
  const words = w().toolbar
  const line = lineAt(state)
  const nameOf = (make: (typeof LINES)[number]): string =>
    make.startsWith('heading') ? words.heading(Number(make.slice(7))) : words[make as Make & 'text']
  const present = line?.kind === 'heading' ? `heading${line.level}` : (line?.kind ?? 'text')
  const { bold, italic } = schema.marks
  return (
    <div
      class="writing-toolbar"
      role="toolbar"
      aria-label={words.label}
      ref={bar}
      onKeyDown={(event) => moveAlong(event, bar.current)}
    >
      <select
        aria-label={words.line}
        value={present}
        disabled={!line}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          run(
            chosen.startsWith('heading')
              ? makeLines('heading', Number(chosen.slice(7)))
              : makeLines(chosen as Make),
          )
        }}
      >
        {LINES.map((make) => (
          <option key={make} value={make}>
            {nameOf(make)}
          </option>
        ))}
      </select>
      <Tool
        label={words.bold}
        keys="Ctrl+B"
        icon="bold"
        isOn={hasMark(state, bold.name)}
        onPress={() => run(toggleMark(bold))}
      />
      <Tool
        label={words.italic}
        keys="Ctrl+I"
        icon="italic"
        isOn={hasMark(state, italic.name)}
        onPress={() => run(toggleMark(italic))}
      />
      <Tool
        label={words.link}
        keys="Ctrl+K"
        icon="link"
        isOn={hasMark(state, 'link')}
        onPress={props.onLink}
      />
      <span class="writing-gap" />
      <Tool
        label={words.bullet}
        icon="bullet"
        isOn={present === 'bullet'}
        onPress={() => run(makeLines('bullet'))}
      />
      <Tool
        label={words.number}
        icon="number"
        isOn={present === 'number'}
        onPress={() => run(makeLines('number'))}
      />
      <Tool label={words.task} icon="task" isOn={present === 'task'} onPress={() => run(makeLines('task'))} />
      <Tool label={words.outdent} icon="outdent" onPress={() => run(moveLines(-1))} />
      <Tool label={words.indent} icon="indent" onPress={() => run(moveLines(1))} />
      <Tool label={words.table} icon="table" onPress={() => run(insertTable(schema))} />
      {isInTable(state) && (
        <select
          aria-label={words.inTable}
          value=""
          onChange={(event) => {
            const command = TABLE[event.currentTarget.value]
            event.currentTarget.value = ''
            if (command) run(command)
          }}
        >
          <option value="">{words.inTable}</option>
          {Object.keys(TABLE).map((name) => (
            <option key={name} value={name}>
              {words[name as 'rowAfter']}
            </option>
          ))}
        </select>
      )}
      <span class="writing-gap" />
      <Tool
        label={words.undo}
        keys="Ctrl+Z"
        icon="undo"
        isOff={!undoCommand(state)}
        onPress={() => run(undoCommand)}
      />
      <Tool
        label={words.redo}
        keys="Ctrl+Y"
        icon="redo"
        isOff={!redoCommand(state)}
        onPress={() => run(redoCommand)}
      />
      <span class="writing-gap" />
      <Tool label={words.comment} keys="Ctrl+Alt+M" icon="comment" onPress={props.onComment} />
      <Tool label={words.suggest} icon="suggest" isOn={isSuggesting} onPress={props.onSuggest} />
      {!compact && <Tool label={words.versions} icon="versions" onPress={props.onVersions} />}
    </div>
  )
}

const TABLE: Readonly<Record<string, Command>> = {
  rowAfter: addRowAfter,
  columnAfter: addColumnAfter,
  deleteRow,
  deleteColumn,
  deleteTable,
}

const hasMark = ({ selection, storedMarks, doc, schema }: EditorState, name: string): boolean => {
  const type = schema.marks[name]
  if (!type) return false
  const { from, to, $from, empty } = selection
  return empty ? type.isInSet(storedMarks ?? $from.marks()) !== undefined : doc.rangeHasMark(from, to, type)
}

const Tool = ({
  label,
  keys,
  icon,
  isOn,
  isOff = false,
  onPress,
}: {
  readonly label: string
  readonly keys?: string
  readonly icon: keyof typeof PATHS
  readonly isOn?: boolean
  readonly isOff?: boolean
  readonly onPress: () => void
}) => (
  <button
    type="button"
    class="writing-tool"
    aria-label={label}
    title={keys ? `${label} (${keys})` : label}
    aria-pressed={isOn}
    aria-disabled={isOff || undefined}
    tabIndex={-1}
    // The selection stays where it is.
    onMouseDown={(event) => event.preventDefault()}
    onClick={() => {
      if (!isOff) onPress()
    }}
  >
    <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[icon]} />
    </svg>
  </button>
)

// The select is the first stop; arrows go on from there, and come round.
const moveAlong = (event: KeyboardEvent, bar: HTMLElement | null): void => {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (by === 0 || !bar) return
  const stops = [...bar.querySelectorAll<HTMLElement>('button, select:not(:disabled)')]
  const at = stops.indexOf(bar.ownerDocument.activeElement as HTMLElement)
  stops[(at + by + stops.length) % stops.length]?.focus()
  event.preventDefault()
}

const PATHS = {
  bold: 'M6 4h5a3 3 0 0 1 0 6H6zm0 6h6a3 3 0 0 1 0 6H6z',
  italic: 'M8.5 4H14M6 16h5.5M11.5 4l-3 12',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l2.5-2.5a3 3 0 0 0-4.3-4.3L10 5.7M11.5 8.5a3 3 0 0 0-4.3 0L4.7 11a3 3 0 0 0 4.3 4.3l1-1',
  bullet: 'M8 5h9M8 10h9M8 15h9M3.5 5h.1M3.5 10h.1M3.5 15h.1',
  number: 'M8 5h9M8 10h9M8 15h9M3 3.5h1V7M3 12.5c2-1 2.2 0 0 3.5h2',
  task: 'M3 3.5h4v4H3zm0 9h4v4H3zM10 5.5h7M10 14.5h7',
  outdent: 'M9 5h8M9 10h8M9 15h8M6 7.5 3.5 10 6 12.5',
  indent: 'M9 5h8M9 10h8M9 15h8M3.5 7.5 6 10l-2.5 2.5',
  table: 'M3 4h14v12H3zM3 8.5h14M9 4v12',
  undo: 'M7.5 4 4 7.5 7.5 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8',
  redo: 'M12.5 4 16 7.5 12.5 11M16 7.5H8.5a4.5 4.5 0 0 0 0 9H12',
  comment: 'M4 3.5h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H9.5L6 16.8v-3.3H4a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1z',
  suggest: 'M12.5 4.5l3 3L7 16l-3.8.8L4 13zM11 17h6',
  versions: 'M10 5v5l3 2M3.5 10a6.5 6.5 0 1 1 2 4.7M3 16.5v-3h3',
} as const
