/** The minutes as they were frozen: headings, lists, tables. */
import type { ComponentChildren } from 'preact'
import { m } from '../say'
import type { MinutesBlock, MinutesInline, MinutesLine } from './content'

export const FrozenMinutes = ({ blocks }: { readonly blocks: readonly MinutesBlock[] }) => (
  <div class="team-prose">
    {blocks.map((block, index) => {
      const key = `${index}`
      if (block.type === 'rule') return <hr key={key} />
      if (block.type === 'line') return <Line key={key} line={block} number={numberOf(blocks, index)} />
      return (
        <div key={key} class="table-scroll">
          <table class="table">
            <tbody>
              {block.rows.map((row, at) => (
                <tr key={`${at}`}>
                  {row.map(({ header, colspan, rowspan, lines }, cell) => {
                    const Cell = header ? 'th' : 'td'
                    return (
                      <Cell key={`${cell}`} colSpan={colspan} rowSpan={rowspan}>
                        {lines.map((line, place) => (
                          <Line key={`${place}`} line={line} number={place + 1} />
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

/** Lists are lines with a sign before them, as they were written: each line stands by itself. */
const Line = ({ line, number }: { readonly line: MinutesLine; readonly number: number }) => {
  const words = <Inlines inlines={line.inlines} />
  if (line.kind === 'heading') return <Heading level={line.level}>{words}</Heading>
  if (line.kind === 'quote') return <blockquote class="team-quote">{words}</blockquote>
  const sign = signOf(line, number)
  if (sign === undefined) return <p>{words}</p>
  return (
    <p class={`team-item team-indent-${line.indent}`}>
      <span class="team-sign" aria-hidden={line.kind === 'bullet' ? 'true' : undefined}>
        {sign}
      </span>
      <span>{words}</span>
    </p>
  )
}

const Heading = ({ level, children }: { readonly level: number; readonly children: ComponentChildren }) => {
  // The report has headings of its own above.
  if (level === 1) return <h3>{children}</h3>
  return level === 2 ? <h4>{children}</h4> : <h5>{children}</h5>
}

/** "•", "2.", "☑"; nothing before a plain line. */
export const signOf = ({ kind, done }: MinutesLine, number: number): string | undefined => {
  if (kind === 'bullet') return '•'
  if (kind === 'number') return `${number}.`
  if (kind === 'task') return done ? '☑' : '☐'
  return undefined
}

/** The how-manieth a numbered line is in its list. */
export const numberOf = (blocks: readonly MinutesBlock[], index: number): number => {
  const own = blocks[index]
  if (own?.type !== 'line' || own.kind !== 'number') return 0
  let number = 1
  for (let at = index - 1; at >= 0; at -= 1) {
    const before = blocks[at]
    if (before?.type !== 'line' || before.indent < own.indent) break
    if (before.indent > own.indent) continue
    if (before.kind !== 'number') break
    number += 1
  }
  return number
}

const Inlines = ({ inlines }: { readonly inlines: readonly MinutesInline[] }) => (
  <>
    {inlines.map(({ text, bold, italic, href }, index) => {
      let piece: ComponentChildren = text === '\n' ? <br /> : text
      if (italic) piece = <em>{piece}</em>
      if (bold) piece = <strong>{piece}</strong>
      if (href)
        piece = (
          <a href={href} target="_blank" rel="noreferrer noopener">
            {piece}
          </a>
        )
      return <span key={`${index}`}>{piece}</span>
    })}
  </>
)

/** Said where nobody wrote any. */
export const NoMinutes = () => <p class="quiet">{m().report.noMinutes}</p>
