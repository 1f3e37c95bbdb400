import './chance'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { answerCheck, takeBackCheck } from '../../shared/commands/checks'
import { type Author, say } from '../../shared/commands/say'
import { undoStatement } from '../../shared/commands/undo'
import { OUTCOMES } from '../../shared/kinds/check'
import { type Ledger, openLedger } from '../../shared/ledger'
import { canonical, type Statement } from '../../shared/statement'
import { type Chance, seeded, seeds } from './chance'

/**
 * I do things, one after the other, while others do things on their own devices and we meet now and then. Then I take
 * everything back, last first.
 */
test.each(seeds())('seed %i: who takes back all that he did leaves every field as he found it', (seed) => {
  const { chance, release } = seeded(seed)
  try {
    const [me, ...others] = ['els', 'jan', 'an'].map((by) => person(by, chance)) as [Person, Person, Person]
    const everyone = [me, ...others]
    for (let n = chance.between(0, 12); n > 0; n--) chance.pick(everyone).act()
    meet(me, ...others)

    const before = valuesOf(me.ledger)
    const known = new Set(me.ledger.read().map(({ id }) => id))
    const own: Statement[] = []
    for (let n = chance.between(1, 12); n > 0; n--) {
      own.push(...me.act())
      if (chance.flip(0.3)) chance.pick(others).act()
      if (chance.flip(0.2)) meet(me, chance.pick(others))
    }
    if (chance.flip()) meet(me, ...others)
    for (const { id, about } of own.reverse()) me.undo(about, id)

    const touched = new Set(
      me.ledger
        .read()
        .filter(({ id, by }) => by !== me.by && !known.has(id))
        .flatMap(({ about, set }) => Object.keys(set).map((field) => `${about} ${field}`)),
    )
    const now = valuesOf(me.ledger)
    for (const place of new Set([...before.keys(), ...now.keys()]))
      if (!touched.has(place)) expect(`${place} ${now.get(place)}`).toBe(`${place} ${before.get(place)}`)
  } finally {
    release()
  }
})

type Person = {
  readonly by: string
  readonly ledger: Ledger
  act(): readonly Statement[]
  undo(about: string, id: string): void
}

const person = (by: string, chance: Chance): Person => {
  const ledger = openLedger(new Y.Doc())
  let at = 1_790_000_000_000
  const author = (): Author => {
    at += chance.between(-1_000_000, 1_000_000)
    return { by, at, id: chance.id }
  }
  const command = (): readonly Statement[] => {
    const check = { control: chance.pick(['kas', 'loket']), period: '2026-11' }
    const what = chance.below(6)
    if (what === 0) return takeBackCheck(ledger.fold, check, author())
    if (what === 1)
      return say(ledger.fold, `check:${check.control}/2026-11`, { note: chance.pick(['a', 'b']) }, author())
    return answerCheck(
      ledger.fold,
      { ...check, outcome: chance.pick(OUTCOMES), note: chance.pick(['', 'x']) },
      author(),
    )
  }
  return {
    by,
    ledger,
    act() {
      const statements = command()
      ledger.append(statements)
      return statements
    },
    undo: (about, id) => ledger.append(undoStatement(ledger.fold.get(about), id, author())),
  }
}

const meet = (...people: Person[]): void => {
  for (const { ledger: from } of [...people, ...people])
    for (const { ledger: to } of people)
      if (from !== to) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)))
}

/** The value that counts in each field of each subject; one that was taken away is as if it had never been there. */
const valuesOf = ({ fold }: Ledger): Map<string, string> =>
  new Map(
    [...fold.all()].flatMap(({ about, fields }) =>
      [...fields]
        .filter(([, { value }]) => value !== null)
        .map(([field, { value }]): [string, string] => [`${about} ${field}`, canonical(value)]),
    ),
  )
