/** What someone was sent in order to sign in, read from whatever is pasted: a sentence or a link. Pure. */

export type Invitation = { readonly server: string; readonly organisation: string; readonly code: string }

const SENTENCE =
  /server:?\s+(?<server>\S+?)[,;]?\s+organi[sz]ati(?:e|on):?\s+(?<organisation>\S+?)[,;]?\s+code:?\s+(?<code>[\w-]+)/i

/** All three parts, or nothing. */
export const readInvitation = (text: string): Invitation | undefined =>
  fromLink(text.trim()) ?? fromSentence(text)

const fromSentence = (text: string): Invitation | undefined => {
  const { server, organisation, code } = SENTENCE.exec(text)?.groups ?? {}
  return complete(server, organisation, code)
}

/** "…dashboard.html?server=…&organisation=…&code=…", or only what stands after "?". */
const fromLink = (text: string): Invitation | undefined => {
  if (/\s/.test(text)) return undefined
  const asked = new URLSearchParams(text.slice(text.indexOf('?') + 1))
  return complete(asked.get('server'), asked.get('organisation'), asked.get('code'))
}

const complete = (
  server: string | null | undefined,
  organisation: string | null | undefined,
  code: string | null | undefined,
): Invitation | undefined => (server && organisation && code ? { server, organisation, code } : undefined)
