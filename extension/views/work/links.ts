/** What a subject is called and where it can be seen: for everything that a plan, a measure or a text points at. */

import { finding } from '../../../shared/kinds/finding'
import { indicator } from '../../../shared/kinds/indicator'
import { readRecord } from '../../../shared/kinds/kind'
import { measure } from '../../../shared/kinds/measure'
import { meeting } from '../../../shared/kinds/meeting'
import { objective } from '../../../shared/kinds/objective'
import { plan } from '../../../shared/kinds/plan'
import { point } from '../../../shared/kinds/point'
import { risk } from '../../../shared/kinds/risk'
import { type WorkGround, workRooms } from '../../../shared/queries/ground'
import type { Quality } from '../../state/quality-types'
import { inLanguage, titleOf } from '../../text'
import { dayWords, periodWords } from '../../text/dates'
import type { Model } from '../dashboard/model'
import { hrefOf } from '../dashboard/route'
import { findingHref } from '../findings/route'
import { controlHref } from '../library/route'
import { measureHref } from '../measures/route'
import { planHref } from '../plans/route'
import { indicatorHref, qualityHref } from '../quality/route'
import { riskHref } from '../risks/route'
import { roundHref } from '../rounds/route'
import { meetingHref, TEAM, teamHref } from '../team/route'
import { parseAbout } from './about'

export type Link = {
  readonly about: string
  readonly kind: string
  /** Nothing when it cannot be seen here. */
  readonly title: string | undefined
  readonly href: string | undefined
}

type Sources = {
  readonly model: Model
  readonly ground: WorkGround
  /** Indicators and objectives are named once these have been loaded. */
  readonly quality: Pick<Quality, 'indicators' | 'objectives'> | undefined
}

/** @param room where the one stands that points at it: a check is that of the same department */
export const linkOf = (about: string, { model, ground, quality }: Sources, room?: string): Link => {
  const { kind, key, period } = parseAbout(about)
  const link = (title: string | undefined, href: string | undefined): Link => ({
    about,
    kind,
    title: title === '' ? undefined : title,
    href: title ? href : undefined,
  })
  switch (kind) {
    case 'check': {
      const checks = model.store.checks.value.filter((each) => each.about === about)
      const check = checks.find((each) => room !== undefined && each.room.startsWith(`${room}/`)) ?? checks[0]
      const name = control(key, model)
      return link(
        name && `${name.replace(/\.$/, '')}, ${periodWords(period)}`,
        check && hrefOf({ sheet: 'check', room: check.room, about }),
      )
    }
    case 'control':
      return link(control(key, model), controlHref(key))
    case 'indicator':
    case 'measurement':
    case 'chart':
    case 'event': {
      const found = quality?.indicators.value.find((each) => each.about === `${indicator.name}:${key}`)
      const name = found && inLanguage(found.name, found.nameEn)
      const department = kind === 'indicator' || !room?.startsWith('dept/') ? undefined : room.slice(5)
      return link(name && (period ? `${name}, ${periodWords(period)}` : name), indicatorHref(key, department))
    }
    case 'objective': {
      const found = quality?.objectives.value.find((each) => each.about === `${objective.name}:${key}`)
      return link(
        found && `${found.code} ${inLanguage(found.name, found.nameEn)}`.trim(),
        qualityHref({ page: 'quality', section: 'objectives' }),
      )
    }
    case 'plan': {
      const found = recordOf(ground, about, plan)
      return link(found?.title, found?.gone ? undefined : planHref(key))
    }
    case 'finding': {
      const found = recordOf(ground, about, finding)
      return link(found?.title, found?.gone ? undefined : findingHref(about))
    }
    case 'measure':
      return link(recordOf(ground, about, measure)?.title, measureHref(about))
    case 'point': {
      const found = recordOf(ground, about, point)
      return link(found?.title, found?.meeting ? meetingHref(found.meeting) : teamHref(TEAM))
    }
    case 'meeting': {
      const found = recordOf(ground, about, meeting)
      return link(found && (found.title || (found.day && dayWords(found.day))), meetingHref(key))
    }
    case 'risk': {
      const found = recordOf(ground, about, risk)
      return link(found?.title, found?.gone ? undefined : riskHref(key))
    }
    case 'consensus':
      // The code says enough beside the word for what it is; its name is in a library that few pages need.
      return link(period, roundHref(key, period))
    case 'member':
      return link(model.member.value.get(key)?.name, undefined)
    default:
      return link(undefined, undefined)
  }
}

const control = (key: string, { store }: Model): string | undefined => {
  const found = store.controls.value.find((each) => each.key === key)
  return found && titleOf(found)
}

const recordOf = <
  K extends typeof plan | typeof measure | typeof finding | typeof point | typeof meeting | typeof risk,
>(
  ground: WorkGround,
  about: string,
  kind: K,
) => {
  for (const { records } of workRooms(ground)) {
    const folded = records.get(about)
    if (folded) return readRecord(kind, folded)
  }
  return undefined
}
