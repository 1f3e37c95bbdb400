/** Departments: add one, change its name or place, remove one. */
import { department } from '../kinds/department'
import type { Statement } from '../statement'
import { add, type Changes, change, remove } from './change'
import type { Author, Seen } from './say'

export type DepartmentInput = Changes<typeof department> & { readonly name: string }

/** Adds a department. @param key `[a-z0-9][a-z0-9.-]{0,63}`: it names rooms, and never changes */
export const addDepartment = (seen: Seen, key: string, input: DepartmentInput, author: Author): Statement[] =>
  add(seen, department, key, input, author)

export const changeDepartment = (
  seen: Seen,
  key: string,
  changes: Changes<typeof department>,
  author: Author,
): Statement[] => change(seen, department, key, changes, author)

/** Removes a department: its rooms stay on the server, and nobody enters them any more. */
export const removeDepartment = (seen: Seen, key: string, author: Author): Statement[] =>
  remove(seen, department, key, author)
