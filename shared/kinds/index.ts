/** Every kind this version knows. A new kind is a file beside this one and a line here. */
import { agreement } from './agreement'
import { chart } from './chart'
import { check } from './check'
import { comment } from './comment'
import { control } from './control'
import { deadline, met } from './deadline'
import { department } from './department'
import { dismissal } from './dismissal'
import { event } from './event'
import { evidence } from './evidence'
import { finding } from './finding'
import { indicator } from './indicator'
import type { Kind } from './kind'
import { measure } from './measure'
import { measurement } from './measurement'
import { attendance, meeting } from './meeting'
import { member } from './member'
import { objective } from './objective'
import { organisation } from './organisation'
import { plan } from './plan'
import { point } from './point'
import { report } from './report'
import { requirement } from './requirement'
import { risk } from './risk'
import { assessment, consensus, round, score, submission } from './round'
import { theme } from './theme'
import { version } from './version'
import { year } from './year'

export const KINDS: ReadonlyMap<string, Kind> = new Map(
  [
    agreement,
    assessment,
    attendance,
    chart,
    check,
    comment,
    consensus,
    control,
    deadline,
    department,
    dismissal,
    event,
    evidence,
    finding,
    indicator,
    measure,
    measurement,
    meeting,
    member,
    met,
    objective,
    organisation,
    plan,
    point,
    report,
    requirement,
    risk,
    round,
    score,
    submission,
    theme,
    version,
    year,
  ].map((kind): [string, Kind] => [kind.name, kind]),
)
