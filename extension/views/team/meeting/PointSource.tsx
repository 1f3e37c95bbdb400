/** Where a point comes from and what it is about: records with their title as it is now, a web page, what was marked on it. */

import type { PointLine } from '../../../../shared/queries/meetings'
import { kindOf } from '../../../../shared/statement'
import { m } from '../say'
import { departmentOfProposal, useSubjects } from '../subject'

export const PointSource = ({ point }: { readonly point: PointLine }) => {
  const find = useSubjects()
  const department = departmentOfProposal(point.proposal)
  const links = [...new Set([...(point.origin ? [point.origin] : []), ...point.links])]
    // A point that was taken over from a department says so itself.
    .filter((about) => kindOf(about) !== 'point')
    .flatMap((about) => {
      const subject = find(about, department)
      return subject ? [{ about, ...subject }] : []
    })
  const address = webAddress(point.url)
  if (links.length === 0 && !address && !point.quote) return null
  return (
    <div class="team-source">
      {links.length > 0 && (
        <p>
          <span class="quiet">{m().point.link}: </span>
          {links.map(({ about, title, href }, index) => (
            <span key={about}>
              {index > 0 && ', '}
              {href ? <a href={href}>{title}</a> : title}
            </span>
          ))}
        </p>
      )}
      {address && (
        <p>
          <span class="quiet">{m().point.page}: </span>
          <a href={address.href} target="_blank" rel="noreferrer noopener">
            {address.host}
          </a>
        </p>
      )}
      {point.quote && <blockquote class="team-quote">{point.quote}</blockquote>}
    </div>
  )
}

/** Only of the web: what a colleague's device noted may be anything. */
const webAddress = (text: string): URL | undefined => {
  if (!URL.canParse(text)) return undefined
  const address = new URL(text)
  return address.protocol === 'https:' || address.protocol === 'http:' ? address : undefined
}
