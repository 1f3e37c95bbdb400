import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { toTuple } from '../../shared/statement'
import {
  connectStock,
  eventually,
  makeAnswer,
  makeMunicipality,
  PEOPLE,
  signIn,
  startServer,
  statementsIn,
} from './make'

test('a stock client reads and writes a room, live, offline and late', async () => {
  const { data, codes } = await makeMunicipality()
  const server = await startServer(data)
  const manager = connectStock(server, await signIn(server, codes.managerBur), 'dept/bur/2026')
  const director = connectStock(server, await signIn(server, codes.director), 'dept/bur/2026')
  await eventually(() => expect(manager.synced && director.synced).toBe(true))

  manager.doc.getArray('statements').push([toTuple(makeAnswer(PEOPLE.managerBur, 'live'))])
  await eventually(() => expect(statementsIn(director.doc)).toHaveLength(1))

  manager.disconnect()
  manager.doc.getArray('statements').push([toTuple(makeAnswer(PEOPLE.managerBur, 'offline'))])
  director.doc.getArray('statements').push([toTuple(makeAnswer(PEOPLE.director, 'meanwhile'))])
  manager.connect()
  await eventually(() => expect(statementsIn(director.doc)).toHaveLength(3))
  await eventually(() => expect(statementsIn(manager.doc)).toEqual(statementsIn(director.doc)))

  const late = connectStock(server, await signIn(server, codes.auditor), 'dept/bur/2026')
  await eventually(() => expect(statementsIn(late.doc)).toEqual(statementsIn(director.doc)))
})

test('a stock client stays connected through a restart of the server and misses nothing', async () => {
  const { data, codes } = await makeMunicipality()
  const first = await startServer(data)
  const token = await signIn(first, codes.managerBur)
  const port = new URL(first.http).port
  const manager = connectStock(first, token, 'dept/bur/2026')
  await eventually(() => expect(manager.synced).toBe(true))
  await first.stop()
  manager.doc.getArray('statements').push([toTuple(makeAnswer(PEOPLE.managerBur))])
  const second = await startServer(data, { env: { WAARBORG_PORT: port } })
  await eventually(() => expect(manager.synced).toBe(true))
  const other = connectStock(second, token, 'dept/bur/2026')
  await eventually(() => expect(statementsIn(other.doc)).toHaveLength(1))
})

test('two stock clients edit a text together', async () => {
  const { data, codes } = await makeMunicipality()
  const server = await startServer(data)
  const room = 'text/dept/bur/plan.k2f7'
  const one = connectStock(server, await signIn(server, codes.managerBur), room)
  const two = connectStock(server, await signIn(server, codes.contributorBur), room)
  await eventually(() => expect(one.synced && two.synced).toBe(true))
  const paragraph = new Y.XmlElement('p')
  one.doc.getXmlFragment('prose').insert(0, [paragraph])
  paragraph.insert(0, [new Y.XmlText('Een plan van aanpak')])
  await eventually(() =>
    expect(two.doc.getXmlFragment('prose').toString()).toBe('<p>Een plan van aanpak</p>'),
  )
  const text = (two.doc.getXmlFragment('prose').get(0) as Y.XmlElement).get(0) as Y.XmlText
  text.delete(0, 4)
  text.format(0, 4, { bold: true })
  await eventually(() =>
    expect(one.doc.getXmlFragment('prose').toString()).toBe('<p><bold>plan</bold> van aanpak</p>'),
  )
  one.disconnect()
  text.delete(0, 5)
  ;(one.doc.getXmlFragment('prose').get(0) as Y.XmlElement).setAttribute('indent', '1')
  one.connect()
  await eventually(() => {
    expect(one.doc.getXmlFragment('prose').toString()).toBe('<p indent="1">van aanpak</p>')
    expect(two.doc.getXmlFragment('prose').toString()).toBe('<p indent="1">van aanpak</p>')
  })
  const late = connectStock(server, await signIn(server, codes.auditor), room)
  await eventually(() =>
    expect(late.doc.getXmlFragment('prose').toString()).toBe('<p indent="1">van aanpak</p>'),
  )
})
