/** Agreements between politics and administration: make one, change it, look at it again, remove it. */
import { addDays, type Day } from '../days'
import { agreement, agreementAbout } from '../kinds/agreement'
import { readRecord } from '../kinds/kind'
import type { Statement } from '../statement'
import { add, type Changes, change, remove } from './change'
import { type Author, type Seen, say } from './say'

export type AgreementInput = Changes<typeof agreement> & { readonly title: string }
export type AgreementObjection = 'title-missing' | 'parties-missing'

export const addAgreement = (seen: Seen, key: string, input: AgreementInput, author: Author): Statement[] =>
  objectionToAgreement(input) ? [] : add(seen, agreement, key, input, author)

export const objectionToAgreement = ({
  title,
  parties,
}: Pick<AgreementInput, 'title' | 'parties'>): AgreementObjection | undefined => {
  if (title.trim() === '') return 'title-missing'
  return (parties ?? []).some((party) => party.trim() !== '') ? undefined : 'parties-missing'
}

export const changeAgreement = (
  seen: Seen,
  key: string,
  changes: Changes<typeof agreement>,
  author: Author,
): Statement[] => (stands(seen, key) ? change(seen, agreement, key, changes, author) : [])

/** Says that it was looked at again, and when next; a year later unless said. */
export const reviewAgreement = (
  seen: Seen,
  key: string,
  { day, next, note = '' }: { readonly day: Day; readonly next?: Day | undefined; readonly note?: string },
  author: Author,
): Statement[] =>
  stands(seen, key)
    ? say(
        seen,
        agreementAbout(key),
        { reviewedOn: day, review: next ?? addDays(day, 365), reviewNote: note === '' ? null : note },
        author,
      )
    : []

export const removeAgreement = (seen: Seen, key: string, author: Author): Statement[] =>
  stands(seen, key) ? remove(seen, agreement, key, author) : []

const stands = (seen: Seen, key: string): boolean => {
  const folded = seen.get(agreementAbout(key))
  return folded !== undefined && !readRecord(agreement, folded).gone
}
