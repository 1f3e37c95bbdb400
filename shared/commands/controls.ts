/** Controls and themes: add one, change it, say who carries it out, end it, remove it. */
import type { Day } from '../days'
import { control } from '../kinds/control'
import { theme } from '../kinds/theme'
import type { Statement } from '../statement'
import { add, type Changes, change, remove } from './change'
import type { Author, Seen } from './say'

export type ControlInput = Changes<typeof control> & { readonly title: string; readonly theme: string }

export const addControl = (seen: Seen, key: string, input: ControlInput, author: Author): Statement[] =>
  add(seen, control, key, input, author)

export const changeControl = (
  seen: Seen,
  key: string,
  changes: Changes<typeof control>,
  author: Author,
): Statement[] => change(seen, control, key, changes, author)

/** Says which departments carry a control out and, when given, which people. */
export const assignControl = (
  seen: Seen,
  key: string,
  {
    departments,
    performers,
  }: { readonly departments: readonly string[]; readonly performers?: readonly string[] },
  author: Author,
): Statement[] => change(seen, control, key, { departments, performers }, author)

/** Ends a control: nothing of it is due after that day, and what was due before stays due. */
export const endControl = (seen: Seen, key: string, until: Day, author: Author): Statement[] =>
  change(seen, control, key, { until }, author)

/** Removes a control: nothing of it is due any more; what was answered stays. */
export const removeControl = (seen: Seen, key: string, author: Author): Statement[] =>
  remove(seen, control, key, author)

export const addTheme = (
  seen: Seen,
  key: string,
  input: Changes<typeof theme> & { readonly name: string },
  author: Author,
): Statement[] => add(seen, theme, key, input, author)
