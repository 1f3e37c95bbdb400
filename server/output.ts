/** The way out of one socket: what is said during one turn of the event loop leaves in one write. */
import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'

export type Output = {
  /** Takes complete WebSocket frames. */
  write(...frames: readonly Buffer[]): void
  /** Writes out what is waiting, now. */
  flush(): void
}

/** A reader who lets this much pile up is gone or stuck; it comes back and asks for what it lacks. */
const BACKLOG = 32 * 1_048_576
/** Smaller pieces are joined before writing. */
const SMALL = 16_384

const waiting = new Set<Output>()
let scheduled = false

const flushAll = (): void => {
  scheduled = false
  const outputs = [...waiting]
  waiting.clear()
  for (const output of outputs) output.flush()
}

export const createOutput = (socket: WebSocket): Output => {
  // `ws` writes each frame by itself. It does not compress here, so writing beside it keeps the order.
  const { _socket: stream } = socket as unknown as { _socket: Socket }
  let frames: Buffer[] = []

  const output: Output = {
    write(...more) {
      frames.push(...more)
      waiting.add(output)
      if (scheduled) return
      scheduled = true
      setImmediate(flushAll)
    },
    flush() {
      const pieces = frames
      frames = []
      waiting.delete(output)
      if (pieces.length === 0 || socket.readyState !== socket.OPEN) return
      if (stream.writableLength > BACKLOG) return socket.terminate()
      if (pieces.length === 1) return void stream.write(pieces[0] as Buffer)
      stream.cork()
      for (const piece of joinSmall(pieces)) stream.write(piece)
      stream.uncork()
    },
  }
  return output
}

const joinSmall = (pieces: readonly Buffer[]): Buffer[] => {
  const joined: Buffer[] = []
  let small: Buffer[] = []
  const join = (): void => {
    if (small.length > 0) joined.push(small.length === 1 ? (small[0] as Buffer) : Buffer.concat(small))
    small = []
  }
  for (const piece of pieces) {
    if (piece.length <= SMALL) small.push(piece)
    else {
      join()
      joined.push(piece)
    }
  }
  join()
  return joined
}
