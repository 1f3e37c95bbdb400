/** Everything one has to do, from the store and the work that has been read. */
import { useComputed } from '@preact/signals'
import { findingsOf } from '../../../shared/queries/findings'
import { type MyWork, myWork } from '../../../shared/queries/my-work'
import { useModel } from '../dashboard/context'
import { useWork } from '../work/world'
import { clashing } from './arrange'

export const useMyWork = (): MyWork => {
  const { store } = useModel()
  const work = useWork()
  const found = useComputed(() => {
    const checks = store.checks.value
    const grants = store.grants.value
    const member = store.session.member
    const made = myWork({
      member,
      grants,
      checks,
      work: work.ground.value,
      findings: findingsOf(work.ground.value),
      evidence: checks.flatMap((check) => store.evidenceOf(check)),
    })
    return {
      ...made,
      checks: [...clashing(checks, member, grants), ...made.checks.filter(({ check }) => !check.clash)],
    }
  })
  return found.value
}
