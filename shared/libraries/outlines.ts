/** Outlines as blocks of prose: what a template or a demonstration text looks like once it stands in a text. */
import { bullet, heading, line, type ProseBlock, table, task } from '../prose/blocks'
import type { Outline } from './plan-templates'

/** Questions are in italics: whoever writes puts the answer in their place. */
export const blocksOf = (outline: Outline): ProseBlock[] =>
  outline.flatMap((block): ProseBlock[] => {
    if ('heading' in block) return [heading(block.heading, block.level)]
    if ('prompt' in block) return [{ ...line(), inlines: [{ text: block.prompt, italic: true }] }]
    if ('paragraph' in block) return [line(block.paragraph)]
    if ('list' in block) return block.list.map((each) => bullet(each))
    if ('tasks' in block) return block.tasks.map((each) => task(each))
    return [table(block.table)]
  })
