/** Updates as devices send them: one statement each, one behind the other, made without a document. */
import { randomBytes } from 'node:crypto'
import * as encoding from 'lib0/encoding'
import { MESSAGE } from '../../shared/protocol'
import { DIRECTOR } from './server-subjects'
import { messageFrame } from './server-wire'

export const makeStatementId = (): string => randomBytes(12).toString('base64url')

const tuple = (): unknown[] => [
  1,
  makeStatementId(),
  1_790_000_000_000,
  DIRECTOR,
  'check:kas-telling/2026-11',
  { outcome: 'in-order', performer: DIRECTOR },
]

export type Id = { readonly client: number; readonly clock: number }

/** The update of one push behind `origin`, of one statement or more. */
export const tick = (client: number, clock: number, origin: Id | undefined, statements = 1): Uint8Array =>
  encoding.encode((encoder) => {
    for (const value of [1, 1, client, clock]) encoding.writeVarUint(encoder, value)
    encoding.writeUint8(encoder, origin ? 8 | 128 : 8)
    if (origin) for (const value of [origin.client, origin.clock]) encoding.writeVarUint(encoder, value)
    else {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, 'statements')
    }
    encoding.writeVarUint(encoder, statements)
    for (let n = 0; n < statements; n++)
      encoding.writeAny(encoder, tuple() as Parameters<typeof encoding.writeAny>[1])
    encoding.writeVarUint(encoder, 0)
  })

/** A run of ticks of one client, continuing at `clock`. */
export const ticks = (client: number, clock: number, count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, n) =>
    tick(client, clock + n, clock + n > 0 ? { client, clock: clock + n - 1 } : undefined),
  )

export const updateFrameOf = (update: Uint8Array): Buffer =>
  messageFrame(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.sync)
      encoding.writeVarUint(encoder, 2)
      encoding.writeVarUint8Array(encoder, update)
    }),
  )

export const confirmFrameOf = (counter: number): Buffer =>
  messageFrame(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.confirm)
      encoding.writeVarUint(encoder, counter)
    }),
  )
