/** Texts on a real server: what everyone may do to them, and what nobody may. The attacks on them are in attacks.ts. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { heading, line } from '../../shared/prose/blocks'
import { outlineOf } from '../../shared/prose/outline'
import { plainText, readProse } from '../../shared/prose/read'
import { connect, makeMunicipality, ROOMS, signIn, startServer } from './make'

test('two people who put the same template into a text at once are both heard, and it stands there once', async () => {
  const { data, codes } = await makeMunicipality()
  const server = await startServer(data)
  const enter = async (person: 'managerBur' | 'contributorBur' | 'auditor') => {
    const client = connect(server, { token: await signIn(server, codes[person]), room: ROOMS.text })
    await client.synced
    return client
  }
  const [els, tim] = [await enter('managerBur'), await enter('contributorBur')]
  const blocks = [heading('Probleem'), line('Wie wacht?')]
  const { update } = outlineOf(ROOMS.text, blocks, () => false)
  for (const { doc } of [els, tim]) Y.applyUpdate(doc, update)
  await Promise.all([els.confirm(), tim.confirm()])
  // Also what the second brought is his to take out.
  tim.doc.getXmlFragment('prose').delete(1, 1)
  await tim.confirm()
  const late = await enter('auditor')
  expect(plainText(readProse(late.doc))).toBe('Probleem')
  // A reader's device tidies up; that is not minded, and what he writes is refused.
  late.doc.getXmlFragment('prose').delete(0, 1)
  await late.confirm()
  late.doc.getXmlFragment('prose').insert(0, [new Y.XmlElement('paragraph')])
  expect((await late.closed).code).toBe(4403)
  const after = await enter('managerBur')
  expect(plainText(readProse(after.doc))).toBe('Probleem')
})
