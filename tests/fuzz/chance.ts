/**
 * Chance: one seed decides everything that is random, also inside the libraries. Has to be loaded before Yjs, which takes
 * hold of the source of its client ids when it loads; so it is the first import of every file with a simulation.
 */
import { webcrypto } from 'node:crypto'
import { bool, create, int53, type PRNG } from 'lib0/prng'

export type Chance = {
  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  flip(likelihood?: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of several, each as likely as its weight. */
  weigh<T extends { readonly weight: number }>(list: readonly T[]): T
  shuffle<T>(list: readonly T[]): T[]
  /** 16 characters of base64url, as devices make them for statements. */
  id(): string
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const chanceOn = (gen: PRNG): Chance => {
  const below = (count: number): number => int53(gen, 0, count - 1)
  return {
    below,
    between: (least, most) => int53(gen, least, most),
    flip: (likelihood = 0.5) => (likelihood === 0.5 ? bool(gen) : gen.next() < likelihood),
    pick: (list) => list[below(list.length)] as never,
    weigh(list) {
      let left = gen.next() * list.reduce((sum, { weight }) => sum + weight, 0)
      for (const each of list) {
        left -= each.weight
        if (left < 0) return each
      }
      return list[list.length - 1] as (typeof list)[number]
    },
    shuffle(list) {
      const shuffled = [...list]
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = below(last + 1)
        ;[shuffled[last], shuffled[other]] = [shuffled[other] as never, shuffled[last] as never]
      }
      return shuffled
    },
    id: () => Array.from({ length: 16 }, () => LETTERS[below(64)]).join(''),
  }
}

const real = { fill: webcrypto.getRandomValues.bind(webcrypto), random: Math.random }
let inside: PRNG | undefined

const fill = <T extends ArrayBufferView>(view: T): T => {
  if (!inside) return real.fill(view as never) as never
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  for (let index = 0; index < bytes.length; index++) bytes[index] = int53(inside, 0, 255)
  return view
}
Object.defineProperty(webcrypto, 'getRandomValues', { value: fill, configurable: true, writable: true })
const { randomUUID } = webcrypto
const uuid = (): string =>
  inside ? Buffer.from(fill(new Uint8Array(16))).toString('hex') : randomUUID.call(webcrypto)
Object.defineProperty(webcrypto, 'randomUUID', { value: uuid, configurable: true, writable: true })

/** What a simulation draws. The libraries draw from a stream of their own. @returns how to give their own chance back, too */
export const seeded = (seed: number): { chance: Chance; release: () => void } => {
  const own = create(seed + 0x5eed)
  inside = own
  Math.random = () => own.next()
  const release = (): void => {
    inside = undefined
    Math.random = real.random
  }
  return { chance: chanceOn(create(seed)), release }
}

/** The seeds of this run: `FUZZ_SEEDS` of them, from `FUZZ_FROM` on; a part of them where a test is dear. */
export const seeds = (part = 1): number[] => {
  const count = Math.max(1, Math.round(Number(process.env.FUZZ_SEEDS ?? 200) * part))
  const from = Number(process.env.FUZZ_FROM ?? 1)
  return Array.from({ length: count }, (_, index) => from + index)
}
