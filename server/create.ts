/** `create <organisation> <name>`: makes an organisation and prints the one-time code of its director. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createOrganisation } from './author'
import { type Config, Misconfigured } from './config'
import { directoryOf, isOrganisationId } from './organisation'

export const create = async ({ data }: Config, id: string, name: string): Promise<void> => {
  if (!isOrganisationId(id))
    throw new Misconfigured(
      `"${id}" kan geen naam van een organisatie in adressen zijn: gebruik kleine letters, cijfers en koppeltekens, bijvoorbeeld "zandrode". ` +
        `(Use lower-case letters, digits and hyphens.)`,
    )
  if (name.trim() === '' || name.length > 200)
    throw new Misconfigured('Geef de organisatie een naam van 1 tot 200 tekens. (Give it a name.)')
  if (existsSync(directoryOf(data, id)))
    throw new Misconfigured(
      `De organisatie "${id}" bestaat al in ${data}; er is niets veranderd. (It exists already; nothing was changed.)`,
    )
  const director = randomId()
  const by = { by: director, at: Date.now() }
  const options = { now: Date.now, recover: false, report: () => undefined }
  const code = await createOrganisation(data, { id, name }, options, async ({ write, makeCode }) => {
    await write('org', director, [
      { v: 1, id: statementId(), ...by, about: 'organisation:self', set: { name } },
      {
        v: 1,
        id: statementId(),
        ...by,
        about: `member:${director}`,
        set: { name: 'Algemeen directeur', roles: [{ role: 'director', departments: [] }] },
      },
    ])
    return makeCode(director)
  })
  process.stdout.write(
    `De organisatie ${name} (${id}) is gemaakt.\n\nCode van de algemeen directeur, één keer te gebruiken, binnen 14 dagen:\n\n    ${code}\n\n` +
      'Meld u daarmee aan in de extensie, met het adres van deze server.\n' +
      `(${name} was made. This is its director's code, good for once and for 14 days.)\n`,
  )
}

const statementId = (): string => randomBytes(12).toString('base64url')
/** Lower-case base32, as ids that appear in room names are. */
const randomId = (): string =>
  Array.from(randomBytes(10), (byte) => 'abcdefghijkmnpqrstuvwxyz23456789'[byte % 32]).join('')
