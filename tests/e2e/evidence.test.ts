/** Evidence from the page in front of the user, from files and from links; kept, uploaded, and verified when it is viewed. */
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { callOn } from './called'
import { type Device, makeDevice } from './device'
import { aboutOfLate, eventually, lateRoom, makeTown, ORGANISATION, type Town } from './town'

/** The bookkeeping of the town: only who has signed in sees the cash. */
const makeBookkeeping = async (): Promise<string> => {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (request.url === '/aanmelden') response.setHeader('set-cookie', 'sessie=els; HttpOnly')
    const isIn = request.headers.cookie?.includes('sessie=els') ?? false
    response.statusCode = isIn || request.url === '/aanmelden' ? 200 : 403
    response.end(
      isIn
        ? '<title>Kasstaat loket 1</title><h1>Kasstaat</h1><p id="saldo">Saldo op de dag: 1 284,50 euro</p>'
        : '<title>Aanmelden</title><p>Meld u aan.</p>',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const openCash = async ({ context }: Device): Promise<Page> => {
  const address = await makeBookkeeping()
  const page = await context.newPage()
  await page.goto(`${address}/aanmelden`)
  await page.goto(`${address}/kas`)
  await page.getByText('Saldo op de dag').selectText()
  return page
}

const fileOnServer = async (town: Town, sha256: string): Promise<Buffer> => {
  const answer = await fetch(`${town.address}/api/${ORGANISATION}/files/${sha256}`, {
    headers: { authorization: `Bearer ${await town.token('auditor')}` },
  })
  if (!answer.ok) throw new Error(`status ${answer.status}`)
  return Buffer.from(await answer.arrayBuffer())
}
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const ROOM = lateRoom('bur')
const evidenceOn = async (town: Town): Promise<readonly Record<string, unknown>[]> =>
  (await town.records(ROOM)).filter(({ about }) => String(about).startsWith('evidence:'))

test('a page behind a login is captured in the popup as evidence of a key control, which is in order only then', async () => {
  const town = await makeTown({ keys: 1 })
  const device = await makeDevice()
  await device.signIn(town, town.codes.managerBur)
  const cash = await openCash(device)
  const popup = await callOn(device, cash)
  await eventually(async () => expect(await popup.text()).toContain('Alles bevestigd'))

  // Not in order without evidence: nothing is said, and the way to bring some is open.
  await popup.press('1', 'Digit1')
  await eventually(async () =>
    expect(await popup.text()).toContain('pas “in orde” zijn met een geldig bewijs'),
  )
  expect(await town.answers()).toEqual({})
  await popup.press('Enter')
  await eventually(async () => expect(await popup.text()).toContain('Bewaren en “In orde” antwoorden'))
  expect(await popup.text()).toContain('Saldo op de dag: 1 284,50 euro')
  await popup.press('Enter')
  await eventually(async () => expect(await popup.text()).toContain('1 bewijs'))

  await eventually(async () => expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'in-order' }))
  const [piece] = await eventually(async () => {
    const found = await evidenceOn(town)
    expect(found).toHaveLength(1)
    return found
  })
  expect(piece).toMatchObject({
    check: aboutOfLate(1),
    type: 'page',
    title: 'Kasstaat loket 1',
    url: cash.url(),
    selection: 'Saldo op de dag: 1 284,50 euro',
    mime: 'image/png',
  })
  const hash = String(piece?.sha256)
  const bytes = await eventually(() => fileOnServer(town, hash))
  expect(sha256(bytes)).toBe(hash)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
})
