import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createAuthor, createOrganisation } from '../../server/author'
import { directoriesIn, openOrganisation } from '../../server/organisation'
import type { Statement } from '../../shared/statement'

const data = mkdtempSync(join(tmpdir(), 'waarborg-'))
afterEach(() => rmSync(data, { recursive: true, force: true }))

const options = { now: Date.now, recover: false, report: () => undefined }
const zandrode = { id: 'zandrode', name: 'Zandrode' }
const statement = (by: string, about: string, set: Statement['set'], n = 0): Statement => ({
  v: 1,
  id: `aaaaaaaaaaaa${String(n).padStart(4, '0')}`,
  at: 1,
  by,
  about,
  set,
})
const director = statement('p01', 'member:p01', {
  name: 'An',
  roles: [{ role: 'director', departments: [], until: null }],
})

test('an organisation that is made is there after a restart, with its founder and what was written', async () => {
  const code = await createOrganisation(data, zandrode, options, async ({ write, makeCode }) => {
    await write('org', 'p01', [director])
    await write('org', 'p01', [statement('p01', 'department:bur', { name: 'Burgerzaken' }, 1)])
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        write('dept/bur/2026', 'p01', [statement('p01', 'check:kas/2026-11', { note: String(n) }, n)]),
      ),
    )
    return makeCode('p01')
  })
  const [directory = ''] = directoriesIn(data)
  const organisation = await openOrganisation(directory, options)
  expect(organisation.name).toBe('Zandrode')
  expect(organisation.org.nameOf('p01')).toBe('An')
  const { seen } = { seen: createAuthor(organisation, Date.now).seen }
  expect((await seen('dept/bur/2026')).get('check:kas/2026-11')?.statements).toHaveLength(50)
  expect((await organisation.signIn.use(code.toLowerCase().replaceAll('-', ' '), 'x')).member).toBe('p01')
  await organisation.close()
})

test('an organisation whose making fails is not there', async () => {
  const making = createOrganisation(data, zandrode, options, async ({ write }) => {
    await write('org', 'p01', [director])
    await write('dept/bur/2026', 'p09', [statement('p09', 'check:kas/2026-11', { note: 'x' }, 2)])
  })
  await expect(making).rejects.toThrow('may not write here')
  expect(directoriesIn(data)).toEqual([])
})
