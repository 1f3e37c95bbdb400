/** Who is in a room: everyone sees it, and nobody can say he is another. */
import { expect, test } from 'vitest'
import { MESSAGE } from '../../shared/protocol'
import {
  connect,
  connectStock,
  encodePresence,
  eventually,
  makeMunicipality,
  messageOf,
  PEOPLE,
  ROOMS,
  signIn,
  startServer,
} from './make'

const arrange = async () => {
  const { data, codes } = await makeMunicipality()
  const server = await startServer(data)
  const director = await signIn(server, codes.director)
  const manager = await signIn(server, codes.managerBur)
  const auditor = await signIn(server, codes.auditor)
  const enter = async (token: string) => {
    const client = connect(server, { token, room: ROOMS.year })
    await client.synced
    return client
  }
  return { server, director, manager, auditor, enter }
}

test('everyone in a room sees who is there, under the name the organisation knows', async () => {
  const { director, auditor, enter } = await arrange()
  const one = await enter(director)
  const two = await enter(auditor)
  one.sendPresence([{ client: 11, clock: 1, state: { at: 'check:x/2026', user: { name: 'God' } } }])
  const seen = { at: 'check:x/2026', user: { member: PEOPLE.director, name: 'Naam p01' } }
  await eventually(() => expect(two.presence.get(11)).toEqual(seen))
  // The one who said it hears it too: stock clients take it for the heartbeat.
  await eventually(() => expect(one.presence.get(11)).toEqual(seen))
  const late = await enter(director)
  await eventually(() => expect(late.presence.get(11)).toEqual(seen))
  await one.close()
  await eventually(() => expect(two.presence.has(11)).toBe(false))
})

test('nobody can speak under another’s presence, nor under a second one', async () => {
  const { director, manager, auditor, enter } = await arrange()
  const victim = await enter(director)
  const attacker = await enter(manager)
  const witness = await enter(auditor)
  victim.sendPresence([{ client: 11, clock: 1, state: { mood: 'good' } }])
  await eventually(() => expect(witness.presence.has(11)).toBe(true))

  attacker.sendPresence([{ client: 11, clock: 2 ** 31, state: { mood: 'stolen' } }])
  attacker.sendPresence([{ client: 11, clock: 2 ** 31, state: null }])
  attacker.sendPresence([
    { client: 11, clock: 99, state: { mood: 'stolen' } },
    { client: 22, clock: 1, state: { mood: 'own' } },
  ])
  attacker.sendPresence([{ client: 33, clock: 1, state: { mood: 'second' } }])
  await eventually(() =>
    expect(witness.presence.get(22)).toEqual({
      mood: 'own',
      user: { member: PEOPLE.managerBur, name: 'Naam p05' },
    }),
  )
  await attacker.confirm()
  expect(witness.presence.get(11)).toMatchObject({ mood: 'good', user: { member: PEOPLE.director } })
  expect(victim.presence.get(11)).toMatchObject({ mood: 'good' })
  expect([...witness.presence.keys()].sort()).toEqual([11, 22])
  await attacker.close()
  await eventually(() => expect([...witness.presence.keys()]).toEqual([11]))
})

test('presence that is too big, too much or no presence at all ends that socket only', async () => {
  const { manager, auditor, enter } = await arrange()
  const witness = await enter(auditor)
  const bodies: [number, Uint8Array][] = [
    [4413, encodePresence([{ client: 1, clock: 1, state: { text: 'x'.repeat(5_000) } }])],
    [4429, encodePresence(Array.from({ length: 100_000 }, (_, n) => ({ client: n, clock: 1, state: {} })))],
    [4400, Uint8Array.of(1, 1, 1, 3, 123, 123, 123)],
    [4400, Uint8Array.of(9, 1)],
    [4400, encodePresence([{ client: 1, clock: 1, state: 'text' }])],
    [4400, encodePresence([{ client: 1, clock: 2 ** 50, state: {} }])],
  ]
  for (const [code, body] of bodies) {
    const client = await enter(manager)
    client.send(messageOf(MESSAGE.awareness, undefined, body))
    expect((await client.closed).code).toBe(code)
  }
  await witness.confirm()
  expect(witness.presence.size).toBe(0)
})

test('a flood of presence costs the others next to nothing', async () => {
  const { manager, auditor, enter } = await arrange()
  const witness = await enter(auditor)
  const client = await enter(manager)
  for (let clock = 1; clock <= 5_000; clock++) client.sendPresence([{ client: 1, clock, state: { clock } }])
  await client.confirm()
  await witness.confirm()
  expect(witness.frames.filter(([type]) => type === MESSAGE.awareness).length).toBeLessThan(300)
})

test('two stock clients see each other, and see the other leave and come back', async () => {
  const { server, director, auditor } = await arrange()
  const one = connectStock(server, director, ROOMS.year)
  const two = connectStock(server, auditor, ROOMS.year)
  one.awareness.setLocalStateField('at', 'here')
  const { clientID } = one.doc
  await eventually(() =>
    expect(two.awareness.getStates().get(clientID)).toMatchObject({ at: 'here', user: { member: 'p01' } }),
  )
  one.disconnect()
  await eventually(() => expect(two.awareness.getStates().has(clientID)).toBe(false))
  one.connect()
  await eventually(() => expect(one.synced).toBe(true))
  one.awareness.setLocalStateField('at', 'again')
  await eventually(() => expect(two.awareness.getStates().get(clientID)).toMatchObject({ at: 'again' }))
})

test('a client that asks who is there is told', async () => {
  const { director, auditor, enter } = await arrange()
  const one = await enter(director)
  const two = await enter(auditor)
  one.sendPresence([{ client: 11, clock: 1, state: {} }])
  await eventually(() => expect(two.presence.has(11)).toBe(true))
  two.presence.clear()
  two.send(Uint8Array.of(MESSAGE.queryAwareness))
  await eventually(() => expect(two.presence.has(11)).toBe(true))
})
