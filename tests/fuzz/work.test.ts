import './chance'
import './clock'
import { expect, test } from 'vitest'
import { seeds } from './chance'
import { plays } from './make'
import { simulate } from './simulator'

/** Nobody's rights change, so not one statement may be refused or stay behind. */
test.each(seeds(0.5))(
  'seed %i: people who work apart, on what fails and comes back, end up with the same and lose nothing',
  (seed) => plays({ seed, isSteered: false, isRealStore: false }),
)

test('one seed decides everything: played twice, the same happens', async () => {
  const options = { seed: 7, isSteered: true, isRealStore: false }
  const [first, again] = [await simulate(options), await simulate(options)]
  expect(again.log).toEqual(first.log)
  expect(first.said).toBeGreaterThan(30)
})
