/** What a subject is called and where it is shown: "measure:x" is a measure with a title and a page. */

import { addDays } from '../../../shared/days'
import type { Objective } from '../../../shared/kinds/objective'
import { agreementsOf } from '../../../shared/queries/agreements'
import { deadlineCalendar } from '../../../shared/queries/deadlines'
import { measureIn } from '../../../shared/queries/measures'
import { pointsOf } from '../../../shared/queries/meetings'
import { plansOf } from '../../../shared/queries/plans'
import { keyOf, kindOf } from '../../../shared/statement'
import { inLanguage, titleOf } from '../../text'
import { periodWords } from '../../text/dates'
import { useModel } from '../dashboard/context'
import { hrefOf } from '../dashboard/route'
import { measureHref } from '../measures/route'
import { planHref } from '../plans/route'
import { indicatorHref } from '../quality/route'
import { inWords } from '../quality/say'
import { useQuality, useWork } from '../work/world'
import { meetingHref, teamHref } from './route'

export type Subject = { readonly title: string; readonly href: string | undefined }

/** @returns how to find a subject; of a check only with the department it is of */
export const useSubjects = (): ((about: string, department?: string) => Subject | undefined) => {
  const { store } = useModel()
  const ground = useWork().ground.value
  const quality = useQuality()
  const find = {
    measure(about: string): Subject | undefined {
      const found = measureIn(ground, about)
      return found && !found.gone ? { title: found.title, href: measureHref(about) } : undefined
    },
    plan(about: string): Subject | undefined {
      const found = plansOf(ground).find((each) => each.about === about)
      return found && { title: found.title, href: planHref(found.key) }
    },
    point(about: string): Subject | undefined {
      const found = pointsOf(ground).find((each) => each.about === about)
      const href = found?.meeting === undefined ? PROPOSALS : meetingHref(found.meeting)
      return found && { title: found.title, href }
    },
    agreement(about: string): Subject | undefined {
      const found = agreementsOf(ground).find((each) => each.about === about)
      return found && { title: found.title, href: teamHref({ page: 'team', section: 'agreements' }) }
    },
    deadline(about: string): Subject | undefined {
      const until = addDays(ground.today, 366)
      const found = deadlineCalendar(ground, addDays(ground.today, -366), until).find(
        (each) => each.about === about,
      )
      return (
        found && {
          title: inLanguage(found.title, found.titleEn),
          href: teamHref({ page: 'team', section: 'deadlines' }),
        }
      )
    },
    check(about: string, department: string | undefined): Subject | undefined {
      const found = store.checks.value.find(
        (each) => each.about === about && (department === undefined || each.department === department),
      )
      return (
        found && {
          title: `${titleOf(found.control)}, ${periodWords(found.period)}`,
          href: hrefOf({ sheet: 'check', room: found.room, about }),
        }
      )
    },
    indicator(about: string, department: string | undefined): Subject | undefined {
      const found = quality?.indicators.value.find((each) => each.about === about)
      return found && { title: inWords(found, 'name'), href: indicatorHref(found.key, department) }
    },
    objective(about: string): Subject | undefined {
      const found = quality?.objectives.value.find((each: Objective) => each.about === about)
      return found && { title: inWords(found, 'name'), href: '#/kwaliteit/doelstellingen' }
    },
  }
  return (about, department) => {
    const kind = kindOf(about) as keyof typeof find
    return keyOf(about) === '' ? undefined : find[kind]?.(about, department)
  }
}

const PROPOSALS = teamHref({ page: 'team', section: 'proposals' })

/** The department that a proposal is of, from its key: "late/tec/…". */
export const departmentOfProposal = (key: string | undefined): string | undefined => {
  const [kind, department] = key?.split('/') ?? []
  return kind === 'late' || kind === 'signal' || kind === 'clash' ? department : undefined
}
