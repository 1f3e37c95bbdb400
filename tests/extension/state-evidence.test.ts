/** Files of evidence on a device: first on its disk, then on the server, and never dropped in between. */
import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readPageCaptures } from '../../extension/state/evidence-captures'
import { countWaiting, type EvidenceFiles, openEvidenceFiles } from '../../extension/state/evidence-files'
import type { PageCapture } from '../../extension/state/evidence-types'
import { bringFiles, download } from '../../extension/state/evidence-upload'
import { sitesOf } from '../../extension/state/page-here'
import type { Session } from '../../extension/state/types'
import { NOW, newDevice } from './make-store'
import 'fake-indexeddb/auto'

const LIMIT = 5_000
let server: Server
let kept: Map<string, Buffer>
/** The status with which the server answers from now on; 200 when it keeps what it gets. */
let status: number
let session: Session
let files: EvidenceFiles

beforeEach(async () => {
  newDevice()
  fakeBrowser.reset()
  kept = new Map()
  status = 200
  server = createServer(async (request, response) => {
    const name = String(request.url).split('/').at(-1) ?? ''
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (request.method === 'PUT' && status === 200) kept.set(name, Buffer.concat(chunks))
    const found = kept.get(name)
    if (request.method === 'GET') return void response.writeHead(found ? 200 : 404).end(found)
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  session = {
    server: `http://127.0.0.1:${port}`,
    organisation: 'zandrode',
    member: 'p05',
    token: 'een-token',
  }
  files = await openEvidenceFiles(session, () => NOW)
})
afterEach(async () => {
  files.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const fileOf = (text: string, isSmall = false) => {
  const bytes = new Uint8Array(Buffer.from(text))
  return { bytes, isSmall, sha256: createHash('sha256').update(bytes).digest('hex') }
}

test('a device that never held evidence makes no database by looking for it', async () => {
  const other = { ...session, member: 'p01' }
  expect(await countWaiting(other)).toBe(0)
  const names = (await indexedDB.databases()).map(({ name }) => name)
  expect(names.some((name) => name?.endsWith('/p01/'))).toBe(false)
})

test('bytes wait until the server has them under their hash, and are let go of only after that', async () => {
  const file = fileOf('telblad')
  await files.keep([file, fileOf('klein', true)])
  expect(await countWaiting(session)).toBe(2)
  expect(await files.free()).toBe(0)
  expect(await bringFiles(session, LIMIT)).toBe(0)
  expect(kept.get(file.sha256)?.toString()).toBe('telblad')
  // The small picture is shown at once, so it stays.
  expect(await files.free()).toBe(7)
  expect(await files.bytes(file.sha256)).toBeUndefined()
  expect(await files.all()).toHaveLength(1)
  expect(Buffer.from(await download(session, file.sha256)).toString()).toBe('telblad')
})

test('without a server, or with one in trouble, everything waits; what is refused does not hold up the rest', async () => {
  await files.keep([fileOf('een'), fileOf('twee')])
  status = 503
  expect(await bringFiles(session, LIMIT)).toBe(2)
  status = 403
  expect(await bringFiles(session, LIMIT)).toBe(2)
  status = 200
  expect(await bringFiles(session, LIMIT)).toBe(0)
})

test('bytes that were damaged on the device are never uploaded as what they were', async () => {
  const file = fileOf('telblad')
  await files.keep([{ ...file, bytes: fileOf('iets anders').bytes }])
  expect(await bringFiles(session, LIMIT)).toBe(1)
  expect(kept.size).toBe(0)
})

test('a file that the server has already does not wait again when it proves something else too', async () => {
  await files.keep([fileOf('telblad')])
  await bringFiles(session, LIMIT)
  await files.keep([fileOf('telblad')])
  expect(await countWaiting(session)).toBe(0)
})

test('a capture waits for its check, apart from those of others, and goes with the files that are kept of it', async () => {
  const capture: PageCapture = {
    id: 'c1',
    at: NOW,
    url: 'https://boek.zandrode.example/kas',
    title: 'Kas',
    selection: '',
    picture: fileOf('beeld').bytes,
    isLoose: false,
  }
  await files.keepCapture(capture)
  expect(await readPageCaptures(session)).toMatchObject([{ id: 'c1', title: 'Kas' }])
  expect(await readPageCaptures({ ...session, member: 'p01' })).toEqual([])
  await files.keep([fileOf('beeld')], 'c1')
  await vi.waitFor(async () => expect(await readPageCaptures(session)).toEqual([]))
})

test('leave is asked for the sites of patterns, each once, and for nothing that is no site', () => {
  expect(
    sitesOf([
      'https://Boek.be/kas*',
      'https://boek.be/',
      '*://*.hr.be/x',
      'javascript:alert(1)',
      'file:///c',
    ]),
  ).toEqual(['*://*.hr.be/*', 'https://boek.be/*'])
})
