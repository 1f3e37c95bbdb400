/**
 * Looks through a store in a process of its own: lmdb reads its pages as memory, so a damaged one can end the process
 * that reads it. Better that one than the server.
 */
import { spawn } from 'node:child_process'
import type { Inspection } from './organisations'
import { openLmdb } from './store/lmdb'

/** Looks through a store in this process. */
export const inspectHere = async (directory: string): Promise<Inspection> => {
  try {
    const store = openLmdb(directory)
    const damagedRooms = await store.verify()
    await store.close()
    return { readable: true, damagedRooms }
  } catch (error) {
    return { readable: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

/** Looks through a store in a process of its own. @param script that runs {@link inspectHere} for `inspect <directory>` */
export const inspectApart =
  (script: string) =>
  (directory: string): Promise<Inspection> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [script, 'inspect', directory], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      let output = ''
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString()
      })
      child.once('error', (error) => resolve({ readable: false, reason: error.message }))
      child.once('close', () => resolve(readInspection(output)))
    })

const readInspection = (output: string): Inspection => {
  try {
    return JSON.parse(output) as Inspection
  } catch {
    return { readable: false, reason: 'reading it ended the process' }
  }
}
