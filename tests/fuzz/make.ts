/** What the tests of simulations share. */
import { expect } from 'vitest'
import { simulate } from './simulator'
import type { WorldOptions } from './world'

/** Plays a seed, and says everything that happened in it when something went wrong. */
export const plays = async (options: WorldOptions): Promise<void> => {
  const { failures, log } = await simulate(options)
  expect(failures, `what happened:\n${log.join('\n')}\n\n`).toEqual([])
}
