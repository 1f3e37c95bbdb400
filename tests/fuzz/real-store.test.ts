import './chance'
import './clock'
import { test } from 'vitest'
import { seeds } from './chance'
import { plays } from './make'

test.each(seeds(0.1))(
  'seed %i: with the engine that the server really has, nothing that was confirmed is lost',
  (seed) => plays({ seed: 100_000 + seed, isSteered: seed % 2 === 0, isRealStore: true }),
)
