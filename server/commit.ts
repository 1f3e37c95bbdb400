/**
 * Group commit: what all rooms of an organisation took in during one turn of the event loop goes to the disk together,
 * with one fsync. What arrives meanwhile goes with the next. Only then may a room tell anyone.
 */
import type { Entry, Store } from './store/store'

/** A room, as far as the commit is concerned. */
export type Source = {
  readonly name: string
  /** Hands over what it has taken in since the last time. */
  take(): readonly Entry[]
  /** All of it is on the disk. */
  settle(entries: readonly Entry[]): void
  /** None of it is, nor will be what came after it. */
  fail(error: unknown): void
}

export type Committer = {
  /** Says that a room has something to commit. */
  mark(source: Source): void
  /** Resolves once nothing is left to commit. */
  idle(): Promise<void>
}

export const createCommitter = (append: Store['append']): Committer => {
  const marked = new Set<Source>()
  let running: Promise<void> | undefined

  const commitAll = async (): Promise<void> => {
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (marked.size > 0) {
      const sources = [...marked]
      marked.clear()
      // A room that has failed meanwhile has nothing any more, and must not take the others down with it.
      const taken = sources.map((source) => ({ source, entries: source.take() }))
      await commit(taken.filter(({ entries }) => entries.length > 0))
    }
    // In the same breath as the look at what is marked, or a room could be marked in between and wait for ever.
    running = undefined
  }
  const commit = async (taken: { source: Source; entries: readonly Entry[] }[]): Promise<void> => {
    if (taken.length === 0) return
    try {
      await append(new Map(taken.map(({ source, entries }) => [source.name, entries])))
    } catch (error) {
      for (const { source } of taken) source.fail(error)
      return
    }
    for (const { source, entries } of taken) source.settle(entries)
  }

  return {
    mark(source) {
      marked.add(source)
      running ??= commitAll()
    },
    idle: () => running ?? Promise.resolve(),
  }
}
