/** Evidence from the page in front of the user, from files and from links; kept, uploaded, and verified when it is viewed. */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { directoryOf } from '../../server/organisation'
import { violations } from './axe'
import { callOn } from './called'
import { type Device, makeDevice } from './device'
import {
  aboutOfLate,
  eventually,
  lateRoom,
  makeDirectory,
  makeTown,
  ORGANISATION,
  patiently,
  type Town,
  titleOfLate,
} from './town'

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

test('what is captured offline in a popup that closes at once is brought by the background, and only then confirmed', async () => {
  const town = await makeTown()
  const profile = makeDirectory()
  const device = await makeDevice({ profile })
  await device.signIn(town, town.codes.managerBur)
  const cash = await openCash(device)
  const popup = await callOn(device, cash)
  await eventually(async () => expect(await popup.text()).toContain('Alles bevestigd'))
  await town.stop()
  await eventually(async () => expect(await popup.text()).toContain('Geen verbinding'))
  await popup.press('e', 'KeyE')
  await eventually(async () => expect(await popup.text()).toContain('Wat toont dit?'))
  await popup.press('Enter')
  await eventually(async () => expect(await popup.text()).toContain('als bewijs bewaard'))
  await eventually(async () => expect(await popup.text()).toMatch(/Geen verbinding · \d+ op dit toestel/))
  await popup.close()
  await device.kill()

  await town.start()
  const restarted = await makeDevice({ profile })
  // No page is opened: the background brings what was said, and the bytes.
  const [piece] = await patiently(async () => {
    const found = await evidenceOn(town)
    expect(found).toHaveLength(1)
    return found
  })
  const hash = String(piece?.sha256)
  expect(sha256(await patiently(() => fileOnServer(town, hash)))).toBe(hash)
  const again = await restarted.openPopup()
  await again.getByText('Alles bevestigd').first().waitFor()
  await again.getByText('1 bewijs').waitFor()
})

const openSheet = (device: Device, number: number): Promise<Page> =>
  device.openDashboard(`#/controle/${ROOM}/${aboutOfLate(number)}`)

const pathOfFile = (town: Town, hash: string): string =>
  join(directoryOf(town.data, ORGANISATION), 'files', hash.slice(0, 2), hash)

test('a file is brought in the sheet, verified when it is viewed, and not shown when its bytes are others', async () => {
  const town = await makeTown()
  const device = await makeDevice()
  await device.signIn(town, town.codes.managerBur).then((page) => page.close())
  const sheet = await openSheet(device, 1)
  await sheet.getByRole('button', { name: 'Bewijs toevoegen' }).waitFor()
  await sheet.keyboard.press('e')
  const hostile = '../../telling\u202efdp.html'
  await sheet.locator('input[type=file]').setInputFiles({
    name: hostile,
    mimeType: 'text/html',
    buffer: Buffer.from('<script>document.title = "overgenomen"</script>'),
  })
  await sheet.getByLabel('Wat toont dit?').fill('Telblad van de balie')
  await sheet.getByLabel('Geldig tot en met').fill('2020-01-31')
  await sheet.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await sheet.getByText('“Telblad van de balie” is als bewijs bewaard.').waitFor()
  await sheet.getByText('telt niet meer mee').waitFor()
  const piece = await eventually(async () => {
    const [found] = await evidenceOn(town)
    expect(found).toBeDefined()
    return found
  })
  expect(piece).toMatchObject({ type: 'file', name: '-..-tellingfdp.html', validUntil: '2020-01-31' })

  // Verified, and handed out as a download only: what it holds never runs here.
  await sheet.getByRole('button', { name: 'Bekijken: Telblad van de balie' }).click()
  await sheet.getByText('Echt: dit is tot op de letter wat').waitFor()
  await sheet.getByText('kan een programma bevatten').waitFor()
  const [download] = await Promise.all([
    sheet.waitForEvent('download'),
    sheet.getByRole('button', { name: 'Downloaden' }).click(),
  ])
  expect(download.suggestedFilename()).not.toContain('/')
  expect(await sheet.title()).not.toBe('overgenomen')
  await sheet.keyboard.press('Escape')
  await sheet.getByRole('button', { name: 'Bekijken: Telblad van de balie' }).waitFor()

  // Somebody else sees it from the server, whose disk was tampered with in between.
  const hash = String(piece?.sha256)
  await eventually(() => fileOnServer(town, hash))
  writeFileSync(pathOfFile(town, hash), 'iets anders')
  const director = await makeDevice()
  await director.signIn(town, town.codes.director).then((page) => page.close())
  const other = await openSheet(director, 1)
  await other.getByRole('button', { name: 'Bekijken: Telblad van de balie' }).click()
  await other.getByText('Niet meer echt').waitFor()
  expect(await other.getByRole('button', { name: 'Downloaden' }).count()).toBe(0)
})

test('too large a file, an unsafe link and a full disk are said in words, and nothing is lost', async () => {
  const town = await makeTown()
  const device = await makeDevice({ inject: fillFiles })
  await device.signIn(town, town.codes.managerBur).then((page) => page.close())
  const sheet = await openSheet(device, 1)
  const add = sheet.getByRole('button', { name: 'Bewijs toevoegen' })
  await add.click()
  await sheet.locator('input[type=file]').evaluate((input: HTMLInputElement) => {
    const files = new DataTransfer()
    files.items.add(new File([new Uint8Array(26 * 1_048_576)], 'film.mp4'))
    input.files = files.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await sheet.getByText('groter dan 25 MB').waitFor()

  await sheet.getByRole('button', { name: 'Link toevoegen' }).click()
  await sheet.getByLabel('Adres').fill('javascript:alert(1)')
  await sheet.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await sheet.getByText('geen adres dat veilig geopend kan worden').waitFor()
  await sheet.getByRole('button', { name: 'Iets anders kiezen' }).click()

  await sheet.locator('input[type=file]').setInputFiles({
    name: 'telblad.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('1 284,50'),
  })
  await sheet.evaluate(() => Object.assign(window, { isDiskFull: true }))
  await sheet.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await sheet.getByText('De schijf van dit toestel is vol').waitFor()
  expect(await evidenceOn(town)).toEqual([])
  // It is still there, and is kept as soon as there is room.
  await sheet.evaluate(() => Object.assign(window, { isDiskFull: false }))
  await sheet.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await sheet.getByText('“telblad.txt” is als bewijs bewaard.').waitFor()
  await eventually(async () => expect(await evidenceOn(town)).toHaveLength(1))
})

// At the edge of the browser: files of evidence find the disk full for as long as the page says so.
const fillFiles = (): void => {
  const { put } = IDBObjectStore.prototype
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
    const request = put.apply(this, args)
    const { transaction } = this
    const isFull = (window as unknown as { isDiskFull?: boolean }).isDiskFull === true
    if (!isFull || this.name !== 'bytes') return request
    Object.defineProperty(transaction, 'error', {
      get: () => new DOMException('no space left', 'QuotaExceededError'),
    })
    transaction.abort()
    return request
  }
}

test('a captured page that nobody gave a check waits for one, which is found by searching', async () => {
  const town = await makeTown()
  const device = await makeDevice()
  await device.signIn(town, town.codes.managerBur).then((page) => page.close())
  const cash = await openCash(device)
  const popup = await callOn(device, cash)
  await eventually(async () => expect(await popup.text()).toContain('Alles bevestigd'))
  await popup.press('e', 'KeyE')
  await eventually(async () => expect(await popup.text()).toContain('Wat toont dit?'))
  // Closed before it was saved, as a popup is by a click beside it.
  await popup.close()

  const window = await device.open('capture.html', { width: 480, height: 720 })
  await window.getByRole('button', { name: 'Verder met Kasstaat loket 1' }).click()
  await window.getByRole('img', { name: 'Kasstaat loket 1' }).waitFor()
  expect(await violations(window)).toEqual([])
  // What one was busy with comes first; another is found by its name.
  await window.getByText('hier was u mee bezig').waitFor()
  await window.getByLabel('Zoek een controle').fill('loket 05')
  await window.getByRole('radio', { name: titleOfLate(5) }).check()
  await window.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await window.getByText('“Kasstaat loket 1” is als bewijs bewaard.').waitFor()
  await eventually(async () =>
    expect(await evidenceOn(town)).toMatchObject([{ check: aboutOfLate(5), url: cash.url() }]),
  )

  const sheet = await openSheet(device, 5)
  await sheet.getByRole('button', { name: 'Bekijken: Kasstaat loket 1' }).click()
  await sheet.getByRole('img', { name: 'Kasstaat loket 1' }).waitFor()
  // The page is no site with https: its address is words.
  await sheet.getByText('geen veilig adres').waitFor()
  expect(await violations(sheet)).toEqual([])
})
