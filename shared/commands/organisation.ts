/** The organisation itself: its name, and the years that are closed. */
import { ORGANISATION } from '../kinds/organisation'
import { yearAbout } from '../kinds/year'
import type { Statement } from '../statement'
import { type Author, type Seen, say } from './say'

export const nameOrganisation = (seen: Seen, name: string, author: Author): Statement[] =>
  say(seen, ORGANISATION, { name }, author)

const HOST = /^[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?$/

/** Says which machines of the intranet may be linked to without https. What is no name of a machine is left out. */
export const nameHosts = (seen: Seen, hosts: readonly string[], author: Author): Statement[] => {
  const names = hosts.map((host) => host.trim().toLowerCase()).filter((host) => HOST.test(host))
  return say(seen, ORGANISATION, { hosts: [...new Set(names)].sort() }, author)
}

/** Closes a department's year: from now on nobody writes in its room. @param hash of the room as it was closed */
export const closeYear = (
  seen: Seen,
  department: string,
  year: number,
  hash: string,
  author: Author,
): Statement[] => say(seen, yearAbout(department, year), { closed: true, hash }, author)

/** Opens a closed year again, and says so for good. */
export const reopenYear = (seen: Seen, department: string, year: number, author: Author): Statement[] =>
  say(seen, yearAbout(department, year), { closed: false, hash: null }, author)
