/** The demo: Zandrode with its history of checks, figures, plans and meetings, and a sign-in code per role that may be used again. */
import { dayOf } from '../shared/days'
import type { Role } from '../shared/kinds/member'
import { blocksOf } from '../shared/libraries/outlines'
import { DEMO_PEOPLE, ZANDRODE } from '../shared/libraries/zandrode'
import { cycleStatements } from '../shared/libraries/zandrode-cycle'
import { type Batch, demoStatements } from '../shared/libraries/zandrode-history'
import { indicatorStatements } from '../shared/libraries/zandrode-indicators'
import { demoTexts, workStatements } from '../shared/libraries/zandrode-work'
import { textRoomName } from '../shared/rooms'
import { createOrganisation } from './author'
import type { OrganisationOptions } from './organisation'

/** As it stands in `demo.json`. */
export type DemoCode = {
  readonly role: Role
  readonly member: string
  readonly departments: readonly string[]
  readonly code: string
}

/** Makes the demo organisation in a data directory, as a whole or not at all. The history ends yesterday. */
export const createDemo = (data: string, options: OrganisationOptions): Promise<DemoCode[]> =>
  createOrganisation(data, ZANDRODE, options, async (author) => {
    const today = dayOf(options.now())
    const checks = demoStatements({ today })
    const cycle = cycleStatements({ today, history: checks })
    const [founding, ...history] = [
      ...checks,
      ...indicatorStatements({ today }),
      ...workStatements({ today }),
      ...cycle.then,
    ]
    const write = ({ room, member, statements }: Batch): Promise<void> =>
      author.write(room, member, statements)
    // First who may write where and which rounds are open; then everything else at once, which shares its commits.
    for (const batch of [...(founding ? [founding] : []), ...cycle.first]) await write(batch)
    await Promise.all(history.map(write))
    for (const batch of cycle.last) await write(batch)
    for (const { sha256, bytes } of cycle.files) await author.keepFile(sha256, bytes)
    const texts = demoTexts({ today }).map(({ room, about, by, outline }) =>
      author.compose(textRoomName(room, about), by, blocksOf(outline)),
    )
    await Promise.all(texts)
    const codes: DemoCode[] = []
    for (const person of DEMO_PEOPLE)
      codes.push({ ...person, code: await author.makeCode(person.member, { reusable: true }) })
    return codes
  })
