/** One server per data directory: two would each give the next update the same number. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Misconfigured } from './config'

/** Takes the directory for this process; gives how to let go. */
export const lock = (data: string): (() => void) => {
  const path = join(data, 'server.pid')
  const other = Number(readOr(path, ''))
  if (other > 0 && other !== process.pid && isServer(other))
    throw new Misconfigured(
      `WAARBORG_DATA=${JSON.stringify(data)} is in gebruik door een andere server (proces ${other}): stop die eerst. ` +
        `(is in use by another server: stop that one first, or remove ${path} if it is not one.)`,
    )
  writeFileSync(path, String(process.pid))
  return () => {
    if (Number(readOr(path, '')) === process.pid) rmSync(path, { force: true })
  }
}

/** Whether a process is running and, where the system says so, is Node. A number is soon given to another program. */
const isServer = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const command = readOr(`/proc/${pid}/cmdline`, undefined)
  return command === undefined || command.includes('node')
}

const readOr = <T>(path: string, otherwise: T): string | T => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}
