/** Every kind this version knows. A new kind is a file beside this one and a line here. */
import { check } from './check'
import { control } from './control'
import { department } from './department'
import type { Kind } from './kind'
import { member } from './member'
import { organisation } from './organisation'
import { theme } from './theme'
import { year } from './year'

export const KINDS: ReadonlyMap<string, Kind> = new Map(
  [check, control, department, member, organisation, theme, year].map((kind): [string, Kind] => [
    kind.name,
    kind,
  ]),
)
