/** Merging many updates. `Y.mergeUpdates` of a long list is quadratic, so it is done as a tree. */
import * as Y from 'yjs'

const AT_ONCE = 64

/** The update with nothing in it. */
export const EMPTY: Uint8Array = Uint8Array.of(0, 0)

export const mergeAll = (updates: readonly Uint8Array[]): Uint8Array => {
  let level = [...updates]
  while (level.length > 1) {
    const next: Uint8Array[] = []
    for (let index = 0; index < level.length; index += AT_ONCE)
      next.push(Y.mergeUpdates(level.slice(index, index + AT_ONCE)))
    level = next
  }
  return level[0] ?? EMPTY
}
