/** Every kind this version knows. A new kind is a file beside this one and a line here. */
import { chart } from './chart'
import { check } from './check'
import { control } from './control'
import { department } from './department'
import { event } from './event'
import { indicator } from './indicator'
import type { Kind } from './kind'
import { measurement } from './measurement'
import { member } from './member'
import { objective } from './objective'
import { organisation } from './organisation'
import { theme } from './theme'
import { year } from './year'

export const KINDS: ReadonlyMap<string, Kind> = new Map(
  [
    chart,
    check,
    control,
    department,
    event,
    indicator,
    measurement,
    member,
    objective,
    organisation,
    theme,
    year,
  ].map((kind): [string, Kind] => [kind.name, kind]),
)
