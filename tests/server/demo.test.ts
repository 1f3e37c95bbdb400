import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createAuthor } from '../../server/author'
import { createDemo } from '../../server/demo'
import { directoriesIn, openOrganisation } from '../../server/organisation'
import { fold } from '../../shared/fold'
import { DEMO_PEOPLE, ZANDRODE } from '../../shared/libraries/zandrode'
import { demoStatements } from '../../shared/libraries/zandrode-history'
import { indicatorStatements } from '../../shared/libraries/zandrode-indicators'
import { workStatements } from '../../shared/libraries/zandrode-work'

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
  const batches = [
    ...demoStatements({ today }),
    ...indicatorStatements({ today }),
    ...workStatements({ today }),
  ]
  const rooms = new Set(batches.map(({ room }) => room))
  expect(rooms.size).toBeGreaterThan(90)
  for (const room of rooms) {
    const records = await seen(room)
    const said = batches.flatMap((batch) => (batch.room === room ? batch.statements : []))
    const expected = fold(said)
    expect(new Map([...expected.keys()].map((about) => [about, records.get(about)])), room).toEqual(expected)
  }
  for (const { code, member } of codes)
    for (const device of ['one', 'two'])
      expect((await organisation.signIn.use(code, device)).member).toBe(member)
  await organisation.close()
})
