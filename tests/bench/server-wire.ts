/** Load for servers: sockets that count frames without reading them, so that it is not the load that is measured. */
import { connect, type Socket } from 'node:net'
import { MESSAGE } from '../../shared/protocol'

export type Wire = {
  /** Frames with an update (or sync step 2) that came in so far. */
  readonly updates: () => number
  readonly bytes: () => number
  /** Writes messages, already made into frames. */
  send(frames: Buffer): void
  /** Resolves once so many updates have come in. */
  until(updates: number): Promise<void>
  /** Resolves with the counter of the next confirmation. */
  nextConfirm(): Promise<void>
  /** Resolves once sync step 2 is in. */
  readonly synced: Promise<void>
  close(): void
}

export type WireOptions = { readonly port: number; readonly path: string; readonly protocols?: string }

/** Opens a socket and asks for everything there is. */
export const openWire = ({ port, path, protocols }: WireOptions): Promise<Wire> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    socket.once('error', reject)
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: bench\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n` +
        `${protocols ? `Sec-WebSocket-Protocol: ${protocols}\r\n` : ''}\r\n`,
    )
    let head = Buffer.alloc(0)
    const onHead = (chunk: Buffer): void => {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      socket.off('data', onHead)
      if (!head.toString('latin1', 0, 12).endsWith('101')) reject(new Error(head.toString('latin1', 0, end)))
      const wire = wireOn(socket, head.subarray(end + 4))
      wire.send(messageFrame(Uint8Array.of(MESSAGE.sync, 0, 1, 0)))
      resolve(wire)
    }
    socket.on('data', onHead)
  })

const wireOn = (socket: Socket, first: Buffer): Wire => {
  let updates = 0
  let bytes = 0
  let waiting: { updates: number; resolve: () => void } | undefined
  let onConfirm: (() => void) | undefined
  let onSynced = (): void => undefined
  const synced = new Promise<void>((resolve) => {
    onSynced = resolve
  })
  const onMessage = (type: number, step: number): void => {
    if (type === MESSAGE.confirm) onConfirm?.()
    else if (type === MESSAGE.sync && step === 1) onSynced()
    else if (type === MESSAGE.sync && step === 2) updates++
    if (waiting && updates >= waiting.updates) waiting.resolve()
  }
  const read = createFrameReader(onMessage)
  const onData = (chunk: Buffer): void => {
    bytes += chunk.length
    read(chunk)
  }
  onData(first)
  socket.on('data', onData)
  socket.on('error', () => undefined)
  return {
    updates: () => updates,
    bytes: () => bytes,
    send: (frames) => void socket.write(frames),
    until: (count) =>
      new Promise((resolve) => {
        waiting = { updates: count, resolve }
        if (updates >= count) resolve()
      }),
    nextConfirm: () =>
      new Promise((resolve) => {
        onConfirm = resolve
      }),
    synced,
    close: () => void socket.destroy(),
  }
}

/** Reads heads of frames and the first two bytes of each message; skips the rest unread. */
const createFrameReader = (onMessage: (type: number, step: number) => void): ((chunk: Buffer) => void) => {
  let left: Buffer = Buffer.alloc(0)
  let skip = 0
  return (chunk) => {
    let data = left.length > 0 ? Buffer.concat([left, chunk]) : chunk
    for (;;) {
      const skipped = Math.min(skip, data.length)
      data = data.subarray(skipped)
      skip -= skipped
      const length = data[1] === undefined ? 0 : data[1] & 127
      const head = length < 126 ? 2 : length === 126 ? 4 : 10
      if (skip > 0 || data.length < head + 2) break
      const size = length < 126 ? length : length === 126 ? data.readUInt16BE(2) : data.readUInt32BE(6)
      if (((data[0] as number) & 15) === 2) onMessage(data[head] as number, data[head + 1] as number)
      skip = head + size
    }
    left = Buffer.from(data)
  }
}

/** A client's frame; masked with zeros, which leaves the message as it is. */
export const messageFrame = (message: Uint8Array): Buffer => {
  const head =
    message.length < 126
      ? Buffer.from([0x82, 0x80 | message.length, 0, 0, 0, 0])
      : message.length < 65_536
        ? Buffer.from([0x82, 0xfe, message.length >> 8, message.length & 255, 0, 0, 0, 0])
        : longHead(message.length)
  return Buffer.concat([head, message])
}

const longHead = (length: number): Buffer => {
  const head = Buffer.alloc(14)
  head[0] = 0x82
  head[1] = 0xff
  head.writeUInt32BE(length, 6)
  return head
}
