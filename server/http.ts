/** What the server answers over plain HTTP: signing in, codes and devices, files, and how it is doing. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { mayEnter } from '../shared/access'
import { dayOf } from '../shared/days'
import { readRecord } from '../shared/kinds/kind'
import { member as memberKind, type Role } from '../shared/kinds/member'
import { PROBLEMS, type ProblemBody, Refusal } from '../shared/protocol'
import { isKey } from '../shared/statement'
import { createFiles, type Files } from './files'
import type { Report } from './log'
import type { Metrics } from './metrics'
import type { Organisation } from './organisation'
import type { Organisations } from './organisations'

export type HttpOptions = {
  readonly organisations: Organisations
  readonly mayCall: (origin: string | undefined) => boolean
  readonly version: string
  readonly now: () => number
  readonly report: Report
  readonly metrics: Metrics
  readonly isReady: () => Promise<string | undefined>
}

type Call = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly organisation: Organisation
  /** The part of the path behind the verb, if any. */
  readonly rest: string
}
type Answer = object | undefined
type Route = (call: Call) => Promise<Answer>

const MAX_BODY = 16_384
const CODE_MAKERS: readonly Role[] = ['director', 'coordinator']
const EVIDENCE_MAKERS: readonly Role[] = [
  'director',
  'coordinator',
  'team',
  'manager',
  'contributor',
  'complaints',
]

export const createHttp = (
  options: HttpOptions,
): ((request: IncomingMessage, response: ServerResponse) => void) => {
  const { organisations, mayCall, version, now, report, metrics, isReady } = options
  const filesByOrganisation = new WeakMap<Organisation, Files>()
  const filesOf = (organisation: Organisation): Files => {
    const files = filesByOrganisation.get(organisation) ?? createFiles(organisation.directory)
    filesByOrganisation.set(organisation, files)
    return files
  }
  const slowDown = createPatience(now)

  const routes: Readonly<Record<string, Route>> = {
    async 'POST sign-in'({ request, organisation }) {
      const { code, device } = await readBody(request)
      if (typeof code !== 'string' || code.length > 200) throw new Refusal('bad-request', 'code missing')
      try {
        const signedIn = await organisation.signIn.use(code, typeof device === 'string' ? device : '')
        metrics.count('signins', 'ok')
        return signedIn
      } catch (error) {
        if (error instanceof Refusal) {
          metrics.count('signins', error.problem)
          await slowDown()
        }
        throw error
      }
    },
    async 'POST sign-out'({ request, organisation }) {
      await organisation.signIn.revokeDevice(deviceOf(organisation, request).device)
      return {}
    },
    async 'GET me'({ request, organisation }) {
      const member = signedIn(organisation, request)
      const { name, title, roles } = readMember(organisation, member)
      return { member, name, title, roles, organisation: { id: organisation.id, name: organisation.name } }
    },
    async 'POST codes'({ request, organisation }) {
      requireRole(organisation, signedIn(organisation, request), CODE_MAKERS)
      const { member } = await readBody(request)
      if (!isKey(member) || !organisation.org.isMember(member, now())) throw new Refusal('no-such-member')
      return organisation.signIn.makeCode(member)
    },
    async 'GET codes'({ request, organisation, url }) {
      requireRole(organisation, signedIn(organisation, request), CODE_MAKERS)
      return { codes: organisation.signIn.openCodes(url.searchParams.get('member') ?? '') }
    },
    async 'DELETE codes'({ request, organisation, rest }) {
      requireRole(organisation, signedIn(organisation, request), CODE_MAKERS)
      await organisation.signIn.revokeCodes(rest)
      return {}
    },
    async 'GET devices'({ request, organisation, url }) {
      const caller = signedIn(organisation, request)
      const member = url.searchParams.get('member') ?? caller
      if (member !== caller) requireRole(organisation, caller, CODE_MAKERS)
      return { devices: organisation.signIn.devices(member) }
    },
    async 'DELETE devices'({ request, organisation, rest }) {
      const caller = signedIn(organisation, request)
      const owner = organisation.signIn.memberOfDevice(rest)
      if (owner !== caller) requireRole(organisation, caller, CODE_MAKERS)
      if (owner === undefined) throw new Refusal('not-found')
      await organisation.signIn.revokeDevice(rest)
      return {}
    },
    async 'PUT files'({ request, organisation, rest }) {
      requireRole(organisation, signedIn(organisation, request), EVIDENCE_MAKERS)
      await filesOf(organisation).put(rest, request)
      return {}
    },
    async 'GET files'({ request, response, organisation, rest }) {
      signedIn(organisation, request)
      const { size, content } = await filesOf(organisation).get(rest)
      // Whatever somebody uploaded, no browser is to take it for a page.
      response.writeHead(200, {
        'content-length': size,
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment',
        'content-security-policy': "default-src 'none'; sandbox",
      })
      await pipeline(content(), response)
      return undefined
    },
  }

  const deviceOf = (organisation: Organisation, request: IncomingMessage) => {
    const token = /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1]
    const found = token === undefined ? undefined : organisation.signIn.find(token)
    if (!found) throw new Refusal('signed-out')
    return found
  }
  const signedIn = (organisation: Organisation, request: IncomingMessage): string => {
    const found = deviceOf(organisation, request)
    if (!mayEnter(organisation.org, found.member, { kind: 'org' }, now())) throw new Refusal('not-for-you')
    return found.member
  }
  const requireRole = (organisation: Organisation, member: string, roles: readonly Role[]): void => {
    const { roles: grants } = readMember(organisation, member)
    const today = dayOf(now())
    const holds = grants.some(
      ({ role, until }) => roles.includes(role) && (until === undefined || today <= until),
    )
    if (!holds) throw new Refusal('not-for-you')
  }

  const answerApi = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const [, , id = '', verb = '', rest = '', more] = url.pathname.split('/')
    const route = routes[`${request.method} ${verb}`]
    if (!route || more !== undefined) throw new Refusal('not-found')
    if (!mayCall(request.headers.origin)) throw new Refusal('not-for-you', 'origin')
    const organisation = await organisations.find(id)
    const answer = await route({ request, response, url, organisation, rest })
    if (answer) send(response, 200, answer)
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://server')
    allowOrigin(request, response, mayCall)
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    if (url.pathname.startsWith('/api/')) return answerApi(request, response, url)
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new Refusal('not-found')
    if (url.pathname === '/healthz') return send(response, 200, { name: 'waarborg', status: 'ok', version })
    if (url.pathname === '/metrics') return sendText(response, metrics.text())
    if (url.pathname !== '/readyz') throw new Refusal('not-found')
    const reason = await isReady()
    if (reason !== undefined) return send(response, 503, { problem: 'server-trouble', detail: reason })
    send(response, 200, { status: 'ready' })
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!(error instanceof Refusal)) report('error', 'trouble', { error })
      const refusal = error instanceof Refusal ? error : new Refusal('server-trouble')
      if (response.headersSent) return void response.destroy()
      const body: ProblemBody = { problem: refusal.problem, detail: refusal.detail }
      // The rest of a body that nobody will read: say so, and hang up after the answer.
      if (!request.complete) response.setHeader('connection', 'close')
      send(response, PROBLEMS[refusal.problem].status, body)
    })
  }
}

const readMember = (organisation: Organisation, member: string) => {
  const folded = organisation.org.get(`member:${member}`)
  if (!folded) throw new Refusal('no-such-member')
  return readRecord(memberKind, folded)
}

const allowOrigin = (
  { headers: { origin } }: IncomingMessage,
  response: ServerResponse,
  mayCall: HttpOptions['mayCall'],
): void => {
  response.setHeader('vary', 'origin')
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cache-control', 'no-store')
  if (origin === undefined || !mayCall(origin)) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE')
  response.setHeader('access-control-allow-headers', 'authorization, content-type')
  response.setHeader('access-control-allow-private-network', 'true')
  response.setHeader('access-control-max-age', '600')
}

const readBody = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY) throw new Refusal('too-large', 'body too large')
    chunks.push(chunk)
  }
  const body = parseJson(Buffer.concat(chunks).toString())
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refusal('bad-request', 'body is not a JSON object')
  return body as Record<string, unknown>
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('bad-request', 'body is not JSON')
  }
}

const send = (response: ServerResponse, status: number, body: object): void =>
  void response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(body))

const sendText = (response: ServerResponse, text: string): void =>
  void response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text)

/**
 * Slows down wrong codes: the more of them lately, from wherever, the longer each waits for its answer. Never a right one,
 * so a town hall behind one address cannot lock itself out.
 */
const createPatience = (now: () => number): (() => Promise<void>) => {
  let recent = 0
  let last = now()
  let waiting = 0
  return async () => {
    recent = recent * 0.5 ** (Math.max(0, now() - last) / 30_000) + 1
    last = now()
    if (waiting >= 500) throw new Refusal('too-many', 'wrong codes')
    waiting++
    await new Promise((resolve) => setTimeout(resolve, Math.min(3_000, 20 * recent)))
    waiting--
  }
}
