/** The server's HTTP side, for one session. Speaks to the session's server and to nothing else. */
import { PROBLEMS, type Problem, Refusal } from '../../shared/protocol'
import type { Code, Device, OpenCode, Session } from './types'

export type Api = {
  makeCode(member: string): Promise<Code>
  openCodes(member: string): Promise<readonly OpenCode[]>
  revokeCodes(member: string): Promise<void>
  devices(member: string): Promise<readonly Device[]>
  revokeDevice(id: string): Promise<void>
  /** Revokes the device that asks. */
  signOut(): Promise<void>
}

const LIMIT = 10_000

/** Each call rejects with a Refusal, or with a TypeError when there is no network. */
export const createApi = ({ server, organisation, token }: Session): Api => {
  const call = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    }
    return request(`${server}/api/${organisation}/${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  }
  return {
    async makeCode(member) {
      const { code, expires } = await call('POST', 'codes', { member })
      return { code: String(code), member, expires: Number(expires) }
    },
    async openCodes(member) {
      const { codes } = await call('GET', `codes?member=${encodeURIComponent(member)}`)
      return Array.isArray(codes) ? codes.map(openCodeFrom) : []
    },
    async revokeCodes(member) {
      await call('DELETE', `codes/${encodeURIComponent(member)}`)
    },
    async devices(member) {
      const { devices } = await call('GET', `devices?member=${encodeURIComponent(member)}`)
      return Array.isArray(devices) ? devices.map(deviceFrom).filter((device) => device !== undefined) : []
    },
    async revokeDevice(id) {
      await call('DELETE', `devices/${encodeURIComponent(id)}`)
    },
    async signOut() {
      await call('POST', 'sign-out')
    },
  }
}

/** One call: the answer's object, or the server's refusal. */
export const request = async (address: string, init: RequestInit): Promise<Record<string, unknown>> => {
  const answer = await fetch(address, { ...init, signal: AbortSignal.timeout(LIMIT) }).catch((error) => {
    // A server that never answers is, for who waits, no network.
    throw error instanceof TypeError ? error : new TypeError(String(error), { cause: error })
  })
  const body: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok) throw refusalFrom(answer.status, body)
  return Object(body) as Record<string, unknown>
}

/** The refusal that an answer of the server says. */
export const refusalFrom = (status: number, body: unknown): Refusal => {
  const { problem, detail } = Object(body) as Record<string, unknown>
  const text = typeof detail === 'string' ? detail : `status ${status}`
  if (typeof problem === 'string' && Object.hasOwn(PROBLEMS, problem))
    return new Refusal(problem as Problem, text)
  return new Refusal(status === 401 ? 'signed-out' : status === 404 ? 'not-found' : 'server-trouble', text)
}

const openCodeFrom = (value: unknown): OpenCode => {
  const { created, expires } = Object(value) as Record<string, unknown>
  return { created: Number(created) || 0, expires: Number(expires) || 0 }
}

const deviceFrom = (value: unknown): Device | undefined => {
  const { id, label, created, seen } = Object(value) as Record<string, unknown>
  if (typeof id !== 'string') return undefined
  return {
    id,
    label: typeof label === 'string' ? label : '',
    created: Number(created) || 0,
    seen: typeof seen === 'number' ? seen : undefined,
  }
}
