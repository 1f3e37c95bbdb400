/** Files of evidence, named by their SHA-256 and kept beside the store. Written aside, checked, on the disk, then named. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, rmSync } from 'node:fs'
import { open, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Refusal } from '../shared/protocol'

export const MAX_BYTES = 25 * 1_048_576

const NAME = /^[0-9a-f]{64}$/

export type Files = {
  /** Keeps a file; on the disk when it resolves. */
  put(name: string, content: Readable): Promise<void>
  get(name: string): Promise<{ readonly size: number; readonly content: () => Readable }>
}

/** @param directory of the organisation */
export const createFiles = (directory: string): Files => {
  const incoming = join(directory, 'files', 'incoming')
  rmSync(incoming, { recursive: true, force: true })
  const pathOf = (name: string): string => {
    if (!NAME.test(name)) throw new Refusal('bad-request', 'not a SHA-256')
    return join(directory, 'files', name.slice(0, 2), name)
  }

  return {
    async put(name, content) {
      const path = pathOf(name)
      if (existsSync(path)) return void content.resume()
      mkdirSync(incoming, { recursive: true })
      mkdirSync(join(path, '..'), { recursive: true })
      const aside = join(incoming, randomUUID())
      try {
        await writeChecked(aside, name, content)
        await rename(aside, path)
        await syncDirectory(join(path, '..'))
      } finally {
        rmSync(aside, { force: true })
      }
    },
    async get(name) {
      const path = pathOf(name)
      const size = await stat(path).then(
        (found) => found.size,
        () => undefined,
      )
      if (size === undefined) throw new Refusal('not-found')
      return { size, content: () => createReadStream(path) }
    },
  }
}

const writeChecked = async (path: string, name: string, content: Readable): Promise<void> => {
  const file = await open(path, 'wx')
  try {
    const digest = createHash('sha256')
    let size = 0
    for await (const chunk of content as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > MAX_BYTES) throw new Refusal('too-large', 'file too large')
      digest.update(chunk)
      await file.write(chunk)
    }
    if (digest.digest('hex') !== name) throw new Refusal('hash-mismatch')
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A name that is not on the disk is a file that is lost. */
const syncDirectory = async (path: string): Promise<void> => {
  // Windows does not open directories, and does not need this.
  if (process.platform === 'win32') return
  const directory = await open(path, 'r')
  await directory.sync()
  await directory.close()
}
