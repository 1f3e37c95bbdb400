/** Plans in words of the present language: phases, bones, letters, and a template as a text to begin with. */
import type { Bone, Pdca } from '../../../shared/kinds/plan'
import {
  BONE_WORDS,
  type Outline,
  PDCA_WORDS,
  PLAN_OUTLINES,
  RASCI_WORDS,
  type Words,
} from '../../../shared/libraries/plan-templates'
import { bullet, heading, line, table, task } from '../../../shared/prose/blocks'
import type { ProseBlock } from '../../../shared/prose/read'
import type { Column } from '../../../shared/queries/plans'
import { language } from '../../text'
import { p } from './say'

const said = (words: Words): string => words[language.value]

export const phaseWords = (phase: Pdca): string => said(PDCA_WORDS[phase])

export const columnWords = (column: Column): string =>
  column === 'finished' || column === 'stopped' ? p().shows[column] : phaseWords(column)

export const boneWords = (bone: Bone): string => said(BONE_WORDS[bone])

export const LETTERS = ['R', 'A', 'S', 'C', 'I'] as const
export type Letter = (typeof LETTERS)[number]

/** "Voert uit (R)". */
export const letterWords = (letter: Letter): string => `${said(RASCI_WORDS[letter])} (${letter})`

export type TemplateName = keyof typeof PLAN_OUTLINES
export const TEMPLATE_NAMES = Object.keys(PLAN_OUTLINES) as TemplateName[]

export const templateWords = (name: TemplateName): { readonly title: string; readonly text: string } => ({
  title: said(PLAN_OUTLINES[name].title),
  text: said(PLAN_OUTLINES[name].what),
})

/** The text that a template begins with. Questions are in italics: whoever writes puts the answer in their place. */
export const templateBlocks = (name: TemplateName): ProseBlock[] =>
  blocksOf(PLAN_OUTLINES[name].outline[language.value])

const blocksOf = (outline: Outline): ProseBlock[] =>
  outline.flatMap((block): ProseBlock[] => {
    if ('heading' in block) return [heading(block.heading, block.level)]
    if ('prompt' in block) return [{ ...line(), inlines: [{ text: block.prompt, italic: true }] }]
    if ('paragraph' in block) return [line(block.paragraph)]
    if ('list' in block) return block.list.map((each) => bullet(each))
    if ('tasks' in block) return block.tasks.map((each) => task(each))
    return [table(block.table)]
  })
