/** A text to read, without an editor: for who may not write, for reports and for a big screen. Draws whatever it is given. */
import type { ComponentChildren } from 'preact'
import type { ProseBlock, ProseInline, ProseLine } from '../../../shared/prose/read'
import { isSafeLink } from '../../../shared/prose/shape'

type Props = {
  readonly blocks: readonly ProseBlock[]
  readonly titleOf?: ((about: string) => string | undefined) | undefined
  readonly hosts?: readonly string[] | undefined
}

export const Reading = ({ blocks, titleOf, hosts = [] }: Props) => (
  <div class="writing-text">
    {blocks.map((block, index) => {
      const key = index
      if (block.type === 'rule') return <hr key={key} />
      if (block.type === 'line') return <Line key={key} line={block} titleOf={titleOf} hosts={hosts} />
      return (
        <div class="writing-table" key={key}>
          <table>
            <tbody>
              {block.rows.map((cells, row) => (
                <tr key={row}>
                  {cells.map(({ header, colspan, rowspan, lines }, column) => {
                    const Cell = header ? 'th' : 'td'
                    return (
                      <Cell key={column} colSpan={colspan} rowSpan={rowspan}>
                        {lines.map((line, at) => (
                          <Line key={at} line={line} titleOf={titleOf} hosts={hosts} />
                        ))}
                      </Cell>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    })}
  </div>
)

const Line = ({
  line,
  titleOf,
  hosts,
}: {
  readonly line: ProseLine
  readonly titleOf: Props['titleOf']
  readonly hosts: readonly string[]
}) => (
  <LineFrame line={line}>
    {line.inlines.map((inline, index) => (
      <Inline key={index} inline={inline} titleOf={titleOf} hosts={hosts} />
    ))}
  </LineFrame>
)

/** What stands around the words of a line. */
export const LineFrame = ({
  line: { kind, level, indent, done },
  children,
  class: look,
}: {
  readonly line: Omit<ProseLine, 'inlines'>
  readonly children: ComponentChildren
  readonly class?: string
}) => {
  if (kind === 'heading') {
    const Heading = `h${level + 1}` as 'h2'
    return <Heading class={look}>{children}</Heading>
  }
  if (kind === 'quote') return <blockquote class={look}>{children}</blockquote>
  if (kind === 'text') return <p class={look}>{children}</p>
  if (kind === 'task')
    return (
      <div data-kind="task" data-indent={indent} data-done={String(done)} class={look}>
        <input type="checkbox" checked={done} disabled />
        <p>{children}</p>
      </div>
    )
  return (
    <p data-kind={kind} data-indent={indent} class={look}>
      {children}
    </p>
  )
}

const Inline = ({
  inline,
  titleOf,
  hosts,
}: {
  readonly inline: ProseInline
  readonly titleOf: Props['titleOf']
  readonly hosts: readonly string[]
}) => {
  if ('break' in inline) return <br />
  if ('mention' in inline)
    return (
      <span class="mention">
        {inline.mention.startsWith('member:') ? '@' : ''}
        {titleOf?.(inline.mention) ?? inline.label}
      </span>
    )
  const { text, bold, italic, href } = inline
  const words = italic ? <em>{text}</em> : text
  const strong = bold ? <strong>{words}</strong> : words
  if (href === undefined || !isSafeLink(href, hosts)) return <>{strong}</>
  return (
    <a href={href} title={href} rel="noopener noreferrer nofollow" target="_blank">
      {strong}
    </a>
  )
}
