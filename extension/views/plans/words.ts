/** Plans in words of the present language: phases, bones, letters, and a template as a text to begin with. */
import type { Bone, Pdca } from '../../../shared/kinds/plan'
import { blocksOf } from '../../../shared/libraries/outlines'
import {
  BONE_WORDS,
  PDCA_WORDS,
  PLAN_OUTLINES,
  RASCI_WORDS,
  type Words,
} from '../../../shared/libraries/plan-templates'
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

/** The text that a template begins with. */
export const templateBlocks = (name: TemplateName): ProseBlock[] =>
  blocksOf(PLAN_OUTLINES[name].outline[language.value])
