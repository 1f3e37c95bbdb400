import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createAuthor } from '../../server/author'
import { createDemo } from '../../server/demo'
import { createFiles } from '../../server/files'
import { directoriesIn, type Organisation, openOrganisation } from '../../server/organisation'
import { fold } from '../../shared/fold'
import { blocksOf } from '../../shared/libraries/outlines'
import { DEMO_PEOPLE, ZANDRODE } from '../../shared/libraries/zandrode'
import { cycleStatements } from '../../shared/libraries/zandrode-cycle'
import { demoStatements } from '../../shared/libraries/zandrode-history'
import { indicatorStatements } from '../../shared/libraries/zandrode-indicators'
import { demoTexts, workStatements } from '../../shared/libraries/zandrode-work'
import { readProse } from '../../shared/prose/read'
import { parseRoom, type Room, textRoomName } from '../../shared/rooms'

const data = mkdtempSync(join(tmpdir(), 'waarborg-'))
afterEach(() => rmSync(data, { recursive: true, force: true }))

const now = (): number => Date.parse('2026-11-21T10:00:00Z')
const options = { now, recover: false, report: () => undefined }

test('the demo is there after a restart: every statement, and codes that work again and again', async () => {
  const codes = await createDemo(data, options)
  expect(codes.map(({ role, member, departments }) => ({ role, member, departments }))).toEqual(DEMO_PEOPLE)

  const [directory = ''] = directoriesIn(data)
  const organisation = await openOrganisation(directory, options)
  expect(organisation.name).toBe(ZANDRODE.name)
  const { seen } = createAuthor(organisation, now)
  const today = '2026-11-21'
  const checks = demoStatements({ today })
  const cycle = cycleStatements({ today, history: checks })
  const batches = [
    ...checks,
    ...cycle.first,
    ...indicatorStatements({ today }),
    ...workStatements({ today }),
    ...cycle.then,
    ...cycle.last,
  ]
  const rooms = new Set(batches.map(({ room }) => room))
  expect(rooms.size).toBeGreaterThan(90)
  for (const room of rooms) {
    const records = await seen(room)
    const said = batches.flatMap((batch) => (batch.room === room ? batch.statements : []))
    const expected = fold(said)
    expect(new Map([...expected.keys()].map((about) => [about, records.get(about)])), room).toEqual(expected)
  }
  expect(cycle.files.length).toBeGreaterThan(100)
  const files = createFiles(organisation.directory)
  for (const { sha256, bytes } of cycle.files)
    expect(await files.get(sha256)).toMatchObject({ size: bytes.length })
  const texts = demoTexts({ today })
  expect(texts.length).toBeGreaterThan(20)
  for (const { room, about, outline } of texts) {
    const name = textRoomName(room, about)
    expect(readProse(await docOf(organisation, name)), name).toEqual(blocksOf(outline))
  }
  for (const { code, member } of codes)
    for (const device of ['one', 'two'])
      expect((await organisation.signIn.use(code, device)).member).toBe(member)
  await organisation.close()
})

const docOf = async ({ rooms }: Organisation, name: string): Promise<Y.Doc> => {
  const room = await rooms.open(name, parseRoom(name) as Room)
  const doc = new Y.Doc()
  for (const update of room.lacking(Uint8Array.of(0))) Y.applyUpdate(doc, update)
  return doc
}
