import './chance'
import './clock'
import { test } from 'vitest'
import { seeds } from './chance'
import { plays } from './make'

/** What somebody may no longer say is refused as such, stays with him, and arrives when he may again. */
test.each(seeds(0.5))(
  'seed %i: while years are closed and roles change, only what nobody may say any more is refused',
  (seed) => plays({ seed, isSteered: true, isRealStore: false }),
)
