/** Signing a device in on the options page, and what happens when that does not work. */
import { createServer, type Server } from 'node:http'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { type Device, makeDevice } from './device'
import { call, freePort, makeTown, ORGANISATION, PEOPLE, titleOfLate } from './town'

type Entries = { readonly server?: string; readonly organisation?: string; readonly code?: string }

const fill = async (page: Page, { server, organisation = ORGANISATION, code }: Entries): Promise<void> => {
  if (server !== undefined) await page.getByLabel('Adres van de server').fill(server)
  await page.getByLabel('Organisatie').fill(organisation)
  if (code !== undefined) await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Aanmelden' }).click()
}

/** What is said when signing in failed: what happened stands at its field, what is safe and what to do below. */
const problem = async (page: Page, sentence: string): Promise<string> => {
  await page.getByText(sentence).waitFor()
  return (await page.getByRole('alert').innerText()).replace(/\s+/g, ' ')
}

const isSignedIn = async (device: Device, page: Page): Promise<boolean> => {
  expect(page.url()).toContain(device.id)
  return page.evaluate(async () => 'session' in (await chrome.storage.local.get('session')))
}

test('a device signs in on one page with address and code, and works on without a server', async () => {
  const town = await makeTown()
  const device = await makeDevice()
  const first = await device.openPopup()
  await first.getByRole('heading', { name: 'Welkom bij Waarborg' }).waitFor()
  const [options] = await Promise.all([
    device.context.waitForEvent('page'),
    first.getByRole('button', { name: 'Aanmelden' }).click(),
  ])

  await fill(options, { server: `127.0.0.1:${town.port}`, code: town.codes.managerBur })
  await options.getByRole('heading', { name: 'Welkom, Naam p05' }).waitFor()
  const popup = await device.openPopup()
  await popup.getByText('Alles bevestigd').first().waitFor()
  await popup.close()

  await town.stop()
  const offline = await device.openPopup()
  await offline.getByRole('button', { name: titleOfLate(1) }).waitFor()
  await offline.getByText('Geen verbinding, werk gaat door').first().waitFor()
})

test('each way in which signing in fails has its own sentence, and nothing that was typed is lost', async () => {
  const town = await makeTown()
  const device = await makeDevice()
  const page = await device.open('options.html')
  const other = await startOtherServer()
  const silent = await freePort()
  const spent = await makeOneTimeCode(town)
  await call(town.server(), 'POST', 'sign-in', { body: { code: spent } })
  const oneTime = await makeOneTimeCode(town)

  const cases: readonly (readonly [Entries, string])[] = [
    [{ server: '', code: oneTime }, 'Er is nog geen serveradres ingevuld.'],
    [{ server: 'geen adres', code: oneTime }, 'Dit is geen geldig serveradres.'],
    [{ server: 'http://waarborg.zandrode.example', code: oneTime }, 'Dit adres is niet beveiligd'],
    [{ server: `127.0.0.1:${silent}`, code: oneTime }, 'De server antwoordt niet.'],
    [
      { server: `127.0.0.1:${other}`, code: oneTime },
      'Op dit adres antwoordt iets, maar het is geen Waarborg-server.',
    ],
    [
      { server: town.address, organisation: 'lutselbeek', code: oneTime },
      'Deze server kent die organisatie niet.',
    ],
    [{ server: town.address, code: '' }, 'Er is nog geen code ingevuld.'],
    [{ server: town.address, code: 'ABCD-EFGH-JKMN' }, 'De server kent deze code niet.'],
    [{ server: town.address, code: spent }, 'Deze code is al gebruikt. Elke code werkt één keer.'],
  ]
  for (const [entries, sentence] of cases) {
    await fill(page, entries)
    expect(await problem(page, sentence)).toContain('Wat u invulde, blijft staan.')
    expect(await page.getByLabel('Code', { exact: true }).inputValue()).toBe(entries.code)
    expect(await isSignedIn(device, page)).toBe(false)
  }

  // None of the failures before cost the code.
  await fill(page, { server: town.address, code: oneTime })
  await page.getByRole('heading', { name: 'Welkom, Naam p05' }).waitFor()
})

const makeOneTimeCode = async (town: Awaited<ReturnType<typeof makeTown>>): Promise<string> => {
  const { body } = await call(town.server(), 'POST', 'codes', {
    token: await town.token('director'),
    body: { member: PEOPLE.managerBur },
  })
  return String(body.code)
}

/** Something that answers, and is none of ours. Gives its port. */
const startOtherServer = async (): Promise<number> => {
  const server: Server = createServer((_request, response) => response.end('<h1>Welkom op ons intranet</h1>'))
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return port
}
