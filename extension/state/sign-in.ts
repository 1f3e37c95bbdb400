/** Signing this device in: an address and a one-time code become a session, or the step that failed and why. */
import { Refusal, type SignedIn } from '../../shared/protocol'
import { isKey } from '../../shared/statement'
import { request } from './api'
import { writeSession } from './session'
import { clearSnapshots } from './snapshot'
import type { Session } from './types'

export type SignInInput = {
  /** As typed: "waarborg.zandrode.be", "127.0.0.1:4321", also with the organisation behind a slash. */
  readonly server: string
  readonly organisation: string
  readonly code: string
  /** How the user will recognise this device in a list. */
  readonly device?: string
}

/** The steps in their order. */
export const SIGN_IN_STEPS = ['address', 'network', 'server', 'code', 'keep'] as const
export type SignInStep = (typeof SIGN_IN_STEPS)[number]

/** Why a step failed; the sign-in page has a sentence for each. */
export type SignInProblem =
  | 'no-server'
  | 'no-organisation'
  | 'no-code'
  | 'address'
  | 'insecure'
  | 'network'
  | 'not-waarborg'
  | 'no-such-organisation'
  | 'code-unknown'
  | 'code-used'
  | 'code-expired'
  | 'too-many'
  | 'server-trouble'
  | 'client-too-old'
  | 'disk'

export type SignInResult =
  | { readonly session: Session; readonly name: string }
  | { readonly step: SignInStep; readonly problem: SignInProblem }

/** Signs in, one step after the other. Never rejects. @param onStep hears which step begins */
export const signIn = async (
  input: SignInInput,
  onStep: (step: SignInStep) => void = () => undefined,
): Promise<SignInResult> => {
  let step: SignInStep = 'address'
  const begin = (next: SignInStep): void => {
    step = next
    onStep(next)
  }
  try {
    begin('address')
    const { server, organisation, code } = readInput(input)
    begin('network')
    const health = await askHealth(server)
    begin('server')
    await checkHealth(health)
    begin('code')
    const { token, member } = await redeem(server, organisation, code, input.device)
    const session = { server, organisation, token, member }
    const name = await nameOf(session)
    begin('keep')
    await keepSession(session)
    return { session, name }
  } catch (error) {
    return { step, problem: problemOf(error, step) }
  }
}

/** Reads an address as people type it. @returns the server's address without a slash at the end, or what is wrong with it */
export const readAddress = (
  typed: string,
): { readonly server: string; readonly path: string } | { readonly problem: SignInProblem } => {
  const text = typed.trim()
  if (text === '') return { problem: 'no-server' }
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
  const guess = hasScheme ? text : `${isLoopback(hostOf(`http://${text}`)) ? 'http' : 'https'}://${text}`
  if (!URL.canParse(guess) || /\s/.test(text)) return { problem: 'address' }
  const { protocol, hostname, origin, pathname, username } = new URL(guess)
  if (username !== '' || hostname === '' || (protocol !== 'http:' && protocol !== 'https:'))
    return { problem: 'address' }
  // The token would travel in the clear. On this very device nothing travels.
  if (protocol === 'http:' && !isLoopback(hostname)) return { problem: 'insecure' }
  return { server: origin, path: pathname.replace(/^\/+|\/+$/g, '') }
}

const readInput = (input: SignInInput): { server: string; organisation: string; code: string } => {
  const address = readAddress(input.server)
  if ('problem' in address) throw new Failure(address.problem)
  const organisation = input.organisation.trim().toLowerCase() || address.path
  if (organisation === '') throw new Failure('no-organisation')
  if (!isKey(organisation)) throw new Failure('no-such-organisation')
  const code = input.code.trim()
  if (code === '') throw new Failure('no-code')
  return { server: address.server, organisation, code }
}

const askHealth = async (server: string): Promise<Response> => {
  const signal = AbortSignal.timeout(LIMIT)
  try {
    return await fetch(`${server}/healthz`, { signal, cache: 'no-store' })
  } catch {
    // A server that is none of ours does not let us read its answer; whether anything answers can still be told.
    await fetch(server, { mode: 'no-cors', signal, cache: 'no-store' })
    throw new Failure('not-waarborg')
  }
}

const checkHealth = async (answer: Response): Promise<void> => {
  const { name } = Object(await answer.json().catch(() => undefined)) as Record<string, unknown>
  if (name !== 'waarborg') throw new Failure('not-waarborg')
  if (!answer.ok) throw new Failure('server-trouble')
}

const redeem = async (
  server: string,
  organisation: string,
  code: string,
  device: string | undefined,
): Promise<SignedIn> => {
  const label = device?.trim()
  const { token, member } = await request(`${server}/api/${organisation}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(label ? { code, device: label } : { code }),
  })
  if (typeof token !== 'string' || !isKey(member)) throw new Failure('not-waarborg')
  return { token, member }
}

// Only to greet by name: the code is used by now, so nothing may fail here.
const nameOf = async ({ server, organisation, token, member }: Session): Promise<string> => {
  const address = `${server}/api/${organisation}/me`
  const me = await request(address, { headers: { authorization: `Bearer ${token}` } }).catch(() => undefined)
  return typeof me?.name === 'string' && me.name !== '' ? me.name : member
}

const keepSession = async (session: Session): Promise<void> => {
  clearSnapshots()
  await writeSession(session)
}

const LIMIT = 10_000

class Failure extends Error {
  override readonly name = 'Failure'
  constructor(readonly problem: SignInProblem) {
    super(problem)
  }
}

const KNOWN: ReadonlySet<string> = new Set<SignInProblem>([
  'no-such-organisation',
  'code-unknown',
  'code-used',
  'code-expired',
  'too-many',
  'server-trouble',
  'client-too-old',
])

const problemOf = (error: unknown, step: SignInStep): SignInProblem => {
  if (error instanceof Failure) return error.problem
  if (step === 'keep') return 'disk'
  if (!(error instanceof Refusal)) return 'network'
  if (KNOWN.has(error.problem)) return error.problem as SignInProblem
  return error.problem === 'not-found' ? 'no-such-organisation' : 'code-unknown'
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : '')

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
