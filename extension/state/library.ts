/**
 * The control library as views know it: themes, controls, requirements, and what comes in from a spreadsheet. Loaded apart
 * from the store, which lends it what it needs.
 */
import { type Changes, keyFrom } from '../../shared/commands/change'
import {
  addControl,
  addTheme,
  adoptControls,
  adoptRequirements,
  type ControlInput,
  changeControl,
  changeRhythm,
  changeTheme,
  endControl,
  keepOwnText,
  objectionToRhythm,
  objectionToRule,
  removeControl,
  removeRequirement,
  sayRequirement,
  takeOverText,
} from '../../shared/commands/controls'
import type { Author, Seen } from '../../shared/commands/say'
import type { control } from '../../shared/kinds/control'
import { readRecord } from '../../shared/kinds/kind'
import { requirement } from '../../shared/kinds/requirement'
import { theme } from '../../shared/kinds/theme'
import { ADOPTABLE } from '../../shared/libraries/controls'
import { THEMES } from '../../shared/libraries/themes'
import { isPattern } from '../../shared/queries/pages'
import type { Statement } from '../../shared/statement'
import { createFormDrafts } from './drafts'
import { by, recordsOf } from './facts'
import { importInto } from './library-import'
import type { ControlObjection, Library } from './library-types'
import type { Base } from './quality-base'
import { readSheetFile } from './read-sheet'
import { stableList } from './stable'
import { createSayer } from './work-say'

const ORG = 'org'

/** Makes it; its facts are those of the room `org`, which is always open. */
export const createLibrary = (base: Base): Library => {
  const { facts, today } = base
  const { say } = createSayer(base)
  const inOrg = (command: (seen: Seen, by: Author) => readonly Statement[]) =>
    say(ORG, (seen, by) => command(seen, by))
  const folded: Library['folded'] = (key) => facts.org.value.records.get(`control:${key}`)
  return {
    today,
    requirements: stableList(() =>
      recordsOf(facts.org.value.all(), requirement, by('framework', 'place', 'code')).filter(
        ({ gone, name }) => !gone && name !== '',
      ),
    ),
    drafts: createFormDrafts(base.member),
    mayManage: () => base.mayWriteIn(ORG),
    folded,
    history: (key) => base.historyOf({ room: ORG, about: `control:${key}` }),
    statusOf: (key) => base.statusOf({ room: ORG, about: `control:${key}` }),
    undo: () => void base.undo(),

    addControl(input) {
      const objection = objectionToControl(input, today.value)
      if (objection) return { objection }
      const key = keyFrom(input.title, base.author().id())
      const barred = inOrg((seen, by) => addControl(seen, key, input, by))
      return barred ? { objection: barred } : { added: { room: ORG, about: `control:${key}`, key } }
    },
    changeControl: (key, changes) =>
      say(
        ORG,
        (seen, by) => changeControl(seen, key, changes, by),
        () => objectionToChanges(changes),
      ),
    changeRhythm: (key, input, from) =>
      say(
        ORG,
        (seen, by) => changeRhythm(seen, key, input, from, by),
        (seen) => objectionToRhythm(seen, key, input, from),
      ),
    endControl: (key, until) => inOrg((seen, by) => endControl(seen, key, until, by)),
    removeControl: (key) => inOrg((seen, by) => removeControl(seen, key, by)),

    adopt(keys, departments) {
      const wanted = ADOPTABLE.filter(({ key }) => keys.includes(key))
      const said = base.act({
        room: ORG,
        command: (seen, by) => [
          ...themesFor(seen, new Set(wanted.map((each) => each.theme)), by),
          ...adoptControls(seen, wanted, { since: today.value, departmentsOf: () => departments }, by),
        ],
      })
      return said.filter(({ about }) => about.startsWith('control:')).length
    },
    adoptTheme: (key) => void inOrg((seen, by) => themesFor(seen, new Set([key]), by)),
    changeTheme(key, changes) {
      const codes = (changes.goals ?? []).map(({ code }) => code.trim())
      if (changes.name !== undefined && (changes.name ?? '').trim() === '') return 'name-missing'
      if ((changes.goals ?? []).some(({ name }) => name.trim() === '')) return 'name-missing'
      if (codes.includes('')) return 'code-missing'
      if (new Set(codes).size < codes.length) return 'code-taken'
      return inOrg((seen, by) => changeTheme(seen, key, changes, by))
    },
    takeOverText: (key, library) => inOrg((seen, by) => takeOverText(seen, key, library, by)),
    keepOwnText: (key, library) => inOrg((seen, by) => keepOwnText(seen, key, library, by)),

    adoptFramework: (framework) =>
      base.act({ room: ORG, command: (seen, by) => adoptRequirements(seen, framework, by) }).length,
    addRequirement({ framework, code, name, reference = '' }) {
      if (code.trim() === '') return 'code-missing'
      if (name.trim() === '') return 'name-missing'
      const key = `${framework}/${codeOf(code)}`
      return say(
        ORG,
        (seen, by) =>
          sayRequirement(
            seen,
            key,
            { framework, code: code.trim(), name: name.trim(), reference, place: codeOf(code) },
            by,
          ),
        (seen) => (isThere(seen, `requirement:${key}`) ? 'code-taken' : undefined),
      )
    },
    changeRequirement: (key, changes) =>
      changes.name !== undefined && (changes.name ?? '').trim() === ''
        ? 'name-missing'
        : inOrg((seen, by) => sayRequirement(seen, key, changes, by)),
    removeRequirement: (key) => inOrg((seen, by) => removeRequirement(seen, key, by)),
    coverRequirement: (about, controls) =>
      inOrg((seen, by) => {
        const chosen = new Set(controls)
        return facts.controls.value.flatMap(({ key, requirements }) => {
          const isCovering = requirements.includes(about)
          if (isCovering === chosen.has(key)) return []
          const next = isCovering ? requirements.filter((each) => each !== about) : [...requirements, about]
          return changeControl(seen, key, { requirements: next }, by)
        })
      }),

    readSheet: readSheetFile,
    ...importInto(base),
  }
}

/** Why a new control cannot be added as it is described. */
const objectionToControl = (input: ControlInput, today: string): ControlObjection | undefined => {
  if (input.theme.trim() === '') return 'theme-missing'
  const objection = objectionToChanges(input)
  if (objection || !input.rule) return objection
  return objectionToRule(input.rhythm ?? 'yearly', input.rule, today)
}

const objectionToChanges = (changes: Changes<typeof control>): ControlObjection | undefined => {
  if (changes.title !== undefined && (changes.title ?? '').trim() === '') return 'title-missing'
  if (changes.theme !== undefined && (changes.theme ?? '') === '') return 'theme-missing'
  return (changes.patterns ?? []).every(isPattern) ? undefined : 'pattern-odd'
}

/** Themes of the guide that controls belong to and that are not there yet. */
const themesFor = (seen: Seen, keys: ReadonlySet<string>, author: Author): Statement[] =>
  THEMES.filter(({ key }) => keys.has(key) && !isThere(seen, `theme:${key}`)).flatMap(({ key, ...fields }) =>
    addTheme(seen, key, { ...fields, place: fields.code.slice(1).padStart(2, '0') }, author),
  )

// What was taken back is there no more than what was removed.
const isThere = (seen: Seen, about: string): boolean => {
  const found = seen.get(about)
  const record = found && readRecord(about.startsWith('theme:') ? theme : requirement, found)
  return record !== undefined && !record.gone && record.name !== ''
}

// Part of a key, so without what a key cannot have.
const codeOf = (code: string): string =>
  code
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
