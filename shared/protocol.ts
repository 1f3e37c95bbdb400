/**
 * The words on the wire: message types, close codes, problems. Shared by the server that says them and the device that
 * turns them into sentences.
 */

/** Message types of the y-websocket protocol, and the one we add. */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, confirm: 102 } as const

/** The subprotocol the server answers with; the token travels beside it as `token.<token>`. */
export const SUBPROTOCOL = 'waarborg.1'

/** Prefix of the subprotocol entry that carries the token. */
export const TOKEN_PREFIX = 'token.'

/** Everything that can be refused: a code, with the close code of a socket and the status of an HTTP answer. */
export const PROBLEMS = {
  'not-decodable': { close: 4400, status: 400 },
  'signed-out': { close: 4401, status: 401 },
  'not-for-you': { close: 4403, status: 403 },
  'no-such-room': { close: 4404, status: 404 },
  dropped: { close: 4410, status: 410 },
  'too-large': { close: 4413, status: 413 },
  'refused-by-gate': { close: 4422, status: 422 },
  'client-too-old': { close: 4426, status: 426 },
  'too-many': { close: 4429, status: 429 },
  'rights-changed': { close: 4205, status: 409 },
  'server-trouble': { close: 1011, status: 500 },
  restarting: { close: 1012, status: 503 },
  'code-unknown': { close: 4401, status: 401 },
  'code-used': { close: 4401, status: 410 },
  'code-expired': { close: 4401, status: 410 },
  'bad-request': { close: 4400, status: 400 },
  'not-found': { close: 4404, status: 404 },
  'no-such-organisation': { close: 4404, status: 404 },
  'no-such-member': { close: 4404, status: 404 },
  'hash-mismatch': { close: 4422, status: 422 },
} as const satisfies Record<string, { close: number; status: number }>

export type Problem = keyof typeof PROBLEMS

/** The error body of every HTTP answer that is not a success. */
export type ProblemBody = { readonly problem: Problem; readonly detail: string }

/** An expected refusal. `detail` is for people who run the server; what users read is made from `problem`. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly problem: Problem,
    readonly detail: string = problem,
  ) {
    super(`${problem}: ${detail}`)
  }
}

/** The problem that a socket was closed with; `undefined` for codes that only mean "try again". */
export const problemOfClose = (code: number): Problem | undefined =>
  (Object.keys(PROBLEMS) as Problem[]).find((problem) => PROBLEMS[problem].close === code)

/** What a device gets for a one-time code. */
export type SignedIn = { readonly token: string; readonly member: string }
