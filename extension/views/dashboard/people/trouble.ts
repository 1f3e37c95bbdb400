/** What went wrong with a question to the server, in a sentence. */
import { Refusal } from '../../../../shared/protocol'
import { t } from '../../../text'

export const problemWords = (problem: unknown): string => {
  if (problem instanceof Refusal) return t().problems[problem.problem]
  return problem instanceof TypeError ? t().problems['no-network'] : t().problems.unexpected
}
