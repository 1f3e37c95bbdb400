/** Chance from a seed, for made-up histories: the same name always gives the same numbers. */
import * as prng from 'lib0/prng'

export type Dice = {
  /** From 0 up to 1. */
  real(): number
  chance(probability: number): boolean
  /** Whole, both ends included. */
  int(least: number, most: number): number
  oneOf<T>(list: readonly T[]): T
  /** Normally distributed around 0, with standard deviation 1. */
  normal(): number
  /** How many of so many cases, each with this chance. */
  binomial(cases: number, chance: number): number
  /** How many events where so many are expected. */
  poisson(expected: number): number
  /** 16 characters of base64url. */
  id(): string
}

/** Dice of which the throws hang on a name alone. */
export const diceOf = (name: string): Dice => {
  const source = prng.create(seedOf(name))
  const real = (): number => prng.real53(source)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - real())) * Math.cos(2 * Math.PI * real())
  const around = (mean: number, deviation: number, most: number): number =>
    Math.min(most, Math.max(0, Math.round(mean + deviation * normal())))
  return {
    real,
    normal,
    chance: (probability) => real() < probability,
    int: (least, most) => prng.int32(source, least, most),
    oneOf: (list) => list[prng.int32(source, 0, list.length - 1)] as (typeof list)[number],
    binomial: (cases, chance) => {
      const [part, other] = [cases * chance, cases * (1 - chance)]
      if (Math.min(part, other) > 12) return around(part, Math.sqrt(part * (1 - chance)), cases)
      return Array.from({ length: cases }, real).filter((throwOf) => throwOf < chance).length
    },
    poisson: (expected) => {
      if (expected > 30) return around(expected, Math.sqrt(expected), Number.MAX_SAFE_INTEGER)
      let events = 0
      for (let left = real(); left > Math.exp(-expected); left *= real()) events += 1
      return events
    },
    id: () => Array.from({ length: 16 }, () => LETTERS[prng.int32(source, 0, 63)]).join(''),
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

// FNV-1a.
const seedOf = (name: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < name.length; index += 1)
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0
  return hash
}
