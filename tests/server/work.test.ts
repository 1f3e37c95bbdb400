/** What the server refuses of plans, measures and meetings: verifying one's own, writing where one may not, another report. */
import { expect, test } from 'vitest'
import { addMeasure, stepMeasure } from '../../shared/commands/measures'
import { addMeeting, closeMeeting } from '../../shared/commands/meetings'
import { openLedger } from '../../shared/ledger'
import { type Json, parse, type Statement } from '../../shared/statement'
import {
  type Client,
  connect,
  makeId,
  makeMunicipality,
  makeStatement,
  PEOPLE,
  type Person,
  ROOMS,
  signIn,
  startServer,
  statementsIn,
} from './make'

const arrange = async () => {
  const municipality = await makeMunicipality()
  let server = await startServer(municipality.data)
  const tokens = new Map<Person, string>()
  const tokenOf = async (person: Person): Promise<string> => {
    const token = tokens.get(person) ?? (await signIn(server, municipality.codes[person]))
    tokens.set(person, token)
    return token
  }
  return {
    knock: async (person: Person, room: keyof typeof ROOMS): Promise<Client> =>
      connect(server, { token: await tokenOf(person), room: ROOMS[room] }),
    enter: async (person: Person, room: keyof typeof ROOMS): Promise<Client> => {
      const client = connect(server, { token: await tokenOf(person), room: ROOMS[room] })
      await client.synced
      return client
    },
    again: async (): Promise<void> => {
      await server.stop()
      server = await startServer(municipality.data)
    },
  }
}

const author = (person: Person) => ({ by: PEOPLE[person], at: Date.now(), id: makeId })

/** Says what a command makes of what stands on this device. */
const say = async (
  client: Client,
  make: (seen: ReturnType<typeof openLedger>['fold']) => Statement[],
): Promise<void> => {
  const ledger = openLedger(client.doc)
  const statements = make(ledger.fold)
  ledger.close()
  expect(statements.length).toBeGreaterThan(0)
  await client.write(...statements)
}

const doneMeasure = async (client: Client, person: Person, key: string): Promise<void> => {
  const fields = {
    title: 'Tellen met twee',
    owner: PEOPLE[person],
    due: '2026-12-01',
    status: 'running',
  } as const
  await say(client, (seen) => addMeasure(seen, key, fields, author(person)))
  await say(client, (seen) => stepMeasure(seen, key, { to: 'done' }, author(person)))
}

const refusalOf = async (client: Client, statement: Statement) => {
  client.write(statement).catch(() => undefined)
  return client.closed
}

test('nobody verifies his own measure, whatever his program says he saw; somebody else does', async () => {
  const { enter } = await arrange()
  const els = await enter('managerBur', 'dept')
  await doneMeasure(els, 'managerBur', 'm1')
  const me = PEOPLE.managerBur
  const owner = statementsIn(els.doc)
    .map(parse)
    .find((each) => each?.set.owner === me)?.id as string
  const tries = [
    makeStatement(me, 'measure:m1', { status: 'verified', verifiedBy: me }),
    makeStatement(me, 'measure:m1', { verifiedBy: me, verifiedFor: 'p01' }, { verifiedFor: [owner] }),
    makeStatement(
      me,
      'measure:m1',
      { verifiedBy: PEOPLE.director, verifiedFor: me },
      { verifiedFor: [owner] },
    ),
    makeStatement(
      me,
      'measure:m1',
      { verifiedBy: me, verifiedFor: 'p01' },
      { verifiedFor: ['nobodysstatement'] },
    ),
  ]
  for (const attempt of tries)
    expect((await refusalOf(await enter('managerBur', 'dept'), attempt)).code, JSON.stringify(attempt)).toBe(
      4422,
    )
  const an = await enter('director', 'dept')
  expect(statementsIn(an.doc)).toHaveLength(2)
  await say(an, (seen) => stepMeasure(seen, 'm1', { to: 'verified' }, author('director')))
  expect(statementsIn(an.doc)).toHaveLength(3)
})

test('the rule also holds for what was written before the server was started again', async () => {
  const { enter, again } = await arrange()
  await doneMeasure(await enter('managerBur', 'dept'), 'managerBur', 'm1')
  const me = PEOPLE.managerBur
  await enter('director', 'dept')
  await again()
  const own = makeStatement(me, 'measure:m1', { status: 'verified', verifiedBy: me })
  expect((await refusalOf(await enter('managerBur', 'dept'), own)).code).toBe(4422)
  const an = await enter('director', 'dept')
  await say(an, (seen) => stepMeasure(seen, 'm1', { to: 'verified' }, author('director')))
})

test('a measure that was made, done and verified without a network comes through in one update', async () => {
  const { enter } = await arrange()
  const an = await enter('director', 'dept')
  const ledger = openLedger(an.doc)
  const said: Statement[] = []
  const add = (statements: Statement[]) => {
    expect(statements.length).toBe(1)
    said.push(...statements)
    ledger.fold.insert(ledger.fold.length, statements)
  }
  const fields = { title: 'Nieuw', owner: PEOPLE.managerBur, due: '2026-12-01', status: 'running' } as const
  add(addMeasure(ledger.fold, 'm2', fields, author('director')))
  add(stepMeasure(ledger.fold, 'm2', { to: 'done' }, author('director')))
  add(stepMeasure(ledger.fold, 'm2', { to: 'verified' }, author('director')))
  ledger.close()
  await an.write(...said)
  const witness = await enter('auditor', 'dept')
  expect(statementsIn(witness.doc)).toHaveLength(3)
})

test('a head of department does not get into the room of the management team, an auditor does not write there', async () => {
  const { enter, knock } = await arrange()
  expect((await (await knock('managerBur', 'team')).closed).code).toBe(4403)
  const chair = await enter('director', 'team')
  await say(chair, (seen) => addMeeting(seen, 'mt1', { day: '2026-11-26' }, author('director')))
  const auditor = await enter('auditor', 'team')
  expect(statementsIn(auditor.doc)).toHaveLength(1)
  const ledger = openLedger(auditor.doc)
  const [frozen] = closeMeeting(ledger.fold, 'mt1', { content: { text: 'vals' } }, author('auditor'))
  ledger.close()
  expect((await refusalOf(auditor, frozen as Statement)).code).toBe(4403)
})

test('a report is taken as it was frozen, and in no other way', async () => {
  const { enter } = await arrange()
  const chair = await enter('director', 'team')
  await say(chair, (seen) => addMeeting(seen, 'mt1', { day: '2026-11-26' }, author('director')))
  await say(chair, (seen) =>
    closeMeeting(seen, 'mt1', { content: { text: 'zo was het' } }, author('director')),
  )
  const frozen = statementsIn(chair.doc)
    .map(parse)
    .find((each) => each?.about === 'report:mt1/1') as Statement
  const forge = (set: Record<string, Json>, over?: Statement['over']) =>
    makeStatement(PEOPLE.director, 'report:mt1/1', set, over)
  const tries = [
    forge({ ...frozen.set, content: { text: 'anders' } }),
    forge({ gone: true }),
    forge({ ...frozen.set }, { content: [frozen.id] }),
  ]
  for (const attempt of tries)
    expect((await refusalOf(await enter('director', 'team'), attempt)).code).toBe(4422)
})

test('a measure of the team does not stand in a year, nor a meeting in a department', async () => {
  const { enter } = await arrange()
  const inYear = await enter('director', 'year')
  expect((await refusalOf(inYear, makeStatement(PEOPLE.director, 'measure:m1', { title: 'x' }))).code).toBe(
    4422,
  )
  const inDepartment = await enter('director', 'dept')
  expect(
    (await refusalOf(inDepartment, makeStatement(PEOPLE.director, 'meeting:m1', { day: '2026-11-26' }))).code,
  ).toBe(4422)
})
