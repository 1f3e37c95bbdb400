/** What the extension may do in the browser: as little as the product promises. */
import { expect, test } from 'vitest'
import { makeDevice } from './device'
import { makeTown } from './town'

test('the extension asks for storage, alarms, entries in menus and the tab one calls it on, and for no web page', async () => {
  const device = await makeDevice()
  const page = await device.open('options.html')
  const asked = await page.evaluate(() => chrome.permissions.getAll())
  expect(asked.permissions.sort()).toEqual([
    'activeTab',
    'alarms',
    'contextMenus',
    'scripting',
    'sidePanel',
    'storage',
    'unlimitedStorage',
  ])
  expect(asked.origins).toEqual([])
  const manifest = await page.evaluate(() => chrome.runtime.getManifest())
  expect(manifest).toMatchObject({
    manifest_version: 3,
    // Sites may be asked for, on a click; none is given beforehand.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    externally_connectable: { ids: [] },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws: wss: http: https:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  })
  // Only whoever switches reminders on is asked for this.
  expect(manifest.optional_permissions).toEqual(['notifications'])
  for (const key of ['host_permissions', 'content_scripts', 'web_accessible_resources'])
    expect(manifest).not.toHaveProperty(key)
})

test('capturing a page and opening beside it have keys that the browser leaves to them', async () => {
  const device = await makeDevice()
  const page = await device.open('options.html')
  const commands = await page.evaluate(() => chrome.commands.getAll())
  expect(Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut]))).toMatchObject({
    'capture-evidence': 'Alt+Shift+E',
    'open-beside': 'Alt+Shift+K',
  })
})

test('a script that is put into a page does not run, and is reported', async () => {
  const device = await makeDevice()
  const page = await device.open('options.html')
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "taken over"'
    document.body.append(script)
  })
  expect(await page.title()).not.toBe('taken over')
  // The listener that every other test leans on does hear of it.
  await expect.poll(() => device.complaints.length).toBeGreaterThan(0)
  device.forgive()
})

test('a device talks to its own server and to nobody else', async () => {
  const town = await makeTown()
  const device = await makeDevice()
  const asked = new Set<string>()
  device.context.on('request', (request) => asked.add(new URL(request.url()).host))
  device.context.on('page', (page) => page.on('websocket', (socket) => asked.add(new URL(socket.url()).host)))
  await device.signIn(town, town.codes.director)
  const popup = await device.openPopup()
  await popup.getByText('Alles bevestigd').first().waitFor()
  expect([...asked].sort()).toEqual([`127.0.0.1:${town.port}`, device.id].sort())
})
