/** What people do with findings: note them, say their cause, close them with their effect. */
import { keyFrom } from '../../shared/commands/change'
import {
  addFinding,
  changeFinding,
  closeFinding,
  findingFromCheck,
  objectionToFinding,
  objectionToReopening,
  removeFinding,
  reopenFinding,
} from '../../shared/commands/findings'
import { findingAbout, findingKeyOf, roomOfFinding } from '../../shared/kinds/finding'
import { objectionToClosing, proofOf } from '../../shared/queries/findings'
import type { WorkGround } from '../../shared/queries/ground'
import { keyOf } from '../../shared/statement'
import type { Base } from './quality-base'
import type { Sayer } from './work-say'
import type { FindingVerbs } from './work-types'

export const findingVerbs = (
  { author, now, facts, today }: Pick<Base, 'author' | 'now' | 'facts' | 'today'>,
  { say }: Sayer,
  ground: () => WorkGround,
): FindingVerbs => {
  const add: FindingVerbs['addFinding'] = (input) => {
    const { department, check, title } = input
    const known = department && check ? findingKeyOf(department, check) : undefined
    const key = known ?? keyFrom(title, author().id())
    const room = roomOfFinding(department ?? undefined)
    const objection = say(
      room,
      (seen, by) => addFinding(seen, key, input, by),
      () => objectionToFinding(input),
    )
    return objection === undefined ? { added: { room, about: findingAbout(key), key } } : { objection }
  }
  // Nobody's finding is nobody's work. Two who note it apart name the same person.
  const headOf = (department: string): string | null => {
    const heads = facts.members
      .peek()
      .filter(({ roles }) =>
        roles.some(
          ({ role, departments, until }) =>
            role === 'manager' &&
            departments.includes(department) &&
            (until === undefined || until >= today.peek()),
        ),
      )
    return heads.length === 1 ? (heads[0]?.key ?? null) : null
  }
  return {
    addFinding: add,
    noteFinding: (check) => add({ ...findingFromCheck(check, now()), owner: headOf(check.department) }),
    changeFinding: ({ room, about }, changes) =>
      say(
        room,
        (seen, by) => changeFinding(seen, keyOf(about), changes, by),
        () => (typeof changes.title === 'string' ? objectionToFinding({ title: changes.title }) : undefined),
      ),
    closeFinding({ room, about }, effect, checks) {
      const proof = proofOf(ground(), about, checks)
      const refusal = objectionToClosing(proof, effect)
      if (refusal || !effect) return refusal
      const barred = say(room, (seen, by) => closeFinding(seen, keyOf(about), effect, proof, by))
      return barred && { why: barred }
    },
    reopenFinding: ({ room, about }, reason) =>
      say(
        room,
        (seen, by) => reopenFinding(seen, keyOf(about), reason, by),
        (seen) => objectionToReopening(seen, keyOf(about), reason),
      ),
    removeFinding: ({ room, about }) => say(room, (seen, by) => removeFinding(seen, keyOf(about), by)),
  }
}
