/**
 * What a framework asks, as the organisation adopted or reworded it: a subcriterion of CAF, a principle of COSO, a clause
 * of ISO 9001, or one of its own. Subject: "requirement:<framework>/<code>".
 */
import { defineKind, oneOf, type RecordOf, text, textOrNone } from './kind'

export const requirement = defineKind(
  'requirement',
  'org',
  {
    framework: text,
    /** Version of the framework it was adopted from. */
    version: text,
    code: text,
    /** Code of what it is part of. */
    parent: textOrNone,
    name: text,
    nameEn: text,
    /** What an organisation does, or what comes of it. */
    type: oneOf(['enabler', 'result'], undefined),
    /** The official number, where the organisation uses that too. */
    reference: text,
    place: text,
  },
  ['place'],
)
export type Requirement = RecordOf<typeof requirement>

export const requirementAbout = (framework: string, code: string): string =>
  `requirement:${framework}/${code}`
