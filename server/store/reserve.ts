/**
 * Space on the disk, taken before it is needed. lmdb 3.5 may harm its own memory when the disk is full in the middle of a
 * write (it formats the error into a buffer that is too short), so it is never to find that out: we do, beforehand.
 * A file that does not grow with each commit is also faster to flush.
 */
import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs'

/** By how much the file grows at least. */
const STEP = 4 * 1_048_576
const ZEROS = Buffer.alloc(1_048_576)

export type Reserve = {
  /** Makes sure that so many more bytes can be written; throws what the disk says when they cannot. */
  ensure(bytes: number): void
  close(): void
}

/** @param readUsed how many bytes of the file are in use; asked for only when the file may have to grow */
export const createReserve = (file: string, readUsed: () => number): Reserve => {
  const fd = openSync(file, 'r+')
  let size = fstatSync(fd).size
  let used = readUsed()

  const grow = (to: number): void => {
    try {
      for (let at = size; at < to; ) at += writeSync(fd, ZEROS, 0, Math.min(ZEROS.length, to - at), at)
      fdatasyncSync(fd)
    } catch (error) {
      // Gives back what it got: others may do with less.
      ftruncateSync(fd, size)
      throw error
    }
    size = to
  }

  return {
    ensure(bytes) {
      if (used + bytes > size) used = readUsed()
      if (used + bytes > size) grow(Math.max(used + bytes, size + STEP))
      used += bytes
    },
    close: () => closeSync(fd),
  }
}
