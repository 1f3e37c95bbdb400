/** Work outlives the popup, the browser and the server, whenever they end. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeDevice } from './device'
import { aboutOfLate, eventually, makeDirectory, makeTown, patiently, titleOfLate } from './town'

const TIMES = 20

/** Ticks the check that is up and closes the window in the same task. */
const tickAndClose = async (popup: Page): Promise<void> => {
  const closed = popup.waitForEvent('close')
  await popup
    .evaluate(() => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }))
      window.close()
    })
    .catch(() => undefined) // the page may be gone before it can answer
  await closed
}

/** The title of the check that is up. */
const present = (popup: Page): Promise<string> =>
  popup.locator('[aria-current="true"] .row-title').innerText()

// Without the stored picture a popup shows no check before it has read them from the disk.
const forgetPicture = (): void => {
  if (location.protocol === 'chrome-extension:') localStorage.removeItem('waarborg.snapshot')
}

test('checks ticked while the popup closes, offline, survive a killed browser and reach the server', async () => {
  const town = await makeTown({ late: TIMES + 4 })
  const profile = makeDirectory()
  const device = await makeDevice({ profile, inject: forgetPicture })
  await device.signIn(town, town.codes.managerBur).then((page) => page.close())
  // Otherwise the last window closes the browser.
  await device.context.newPage()
  await device.openPopup().then(async (popup) => {
    await popup.getByText('Alles bevestigd').first().waitFor()
    await popup.close()
  })
  await town.stop()

  const ticked = new Set<string>()
  for (let time = 0; time < TIMES; time++) {
    const popup = await device.openPopup()
    ticked.add(await present(popup))
    await tickAndClose(popup)
  }
  expect(ticked.size).toBe(TIMES)

  await device.kill()
  const restarted = await makeDevice({ profile })
  await town.start()
  const back = Date.now()
  // No page is opened: the background brings it.
  await patiently(async () => expect(Object.keys(await town.answers())).toHaveLength(TIMES))
  console.log(`The background brought ${TIMES} answers ${Date.now() - back} ms after the server was back.`)
  const expected = Array.from({ length: TIMES }, (_, index) => [aboutOfLate(index + 1), 'in-order'])
  expect(await town.answers()).toEqual(Object.fromEntries(expected))

  const popup = await restarted.openPopup()
  await popup.getByText('Alles bevestigd').first().waitFor()
  await popup
    .getByText(`${TIMES} van ${TIMES + 5} gedaan`)
    .first()
    .waitFor()
})

test('a check ticked while the popup closes is kept, though another page is reading the same disk', async () => {
  const town = await makeTown()
  const device = await makeDevice({ inject: forgetPicture })
  const other = await device.signIn(town, town.codes.managerBur)
  const popup = await device.openPopup()
  await popup.getByText('Alles bevestigd').first().waitFor()

  // As the background does when it counts what is unsent.
  await other.evaluate(readOn)
  await tickAndClose(popup)
  await other.evaluate(() => Object.assign(window, { isReading: false }))
  await eventually(async () => expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'in-order' }))
})

// Runs in the page: reads all databases of Waarborg, in one transaction each, until told to stop.
const readOn = async (): Promise<void> => {
  Object.assign(window, { isReading: true })
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith('waarborg/')) continue
    await new Promise<void>((resolve) => {
      indexedDB.open(name).onsuccess = ({ target }) => {
        const db = (target as IDBOpenDBRequest).result
        const transaction = db.transaction([...db.objectStoreNames], 'readonly')
        const read = (): void => {
          resolve()
          const isReading = (window as unknown as { isReading: boolean }).isReading
          if (isReading) transaction.objectStore('custom').count().onsuccess = read
          else db.close()
        }
        read()
      }
    })
  }
}

test('a check ticked on the first picture that the popup paints is kept, though it closes at once', async () => {
  const town = await makeTown()
  const device = await makeDevice()
  await device.signIn(town, town.codes.managerBur).then((page) => page.close())
  await device.context.newPage()
  const first = await device.openPopup()
  await first.getByText('Alles bevestigd').first().waitFor()
  await first.getByRole('button', { name: titleOfLate(1) }).waitFor()
  // The picture is stored when the popup closes.
  await first.close()

  const popup = await device.context.newPage()
  await popup.addInitScript(() => {
    const look = new MutationObserver(() => {
      if (!document.querySelector('[aria-current="true"]')) return
      look.disconnect()
      setTimeout(() => {
        document.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }))
        window.close()
      })
    })
    look.observe(document, { subtree: true, childList: true })
  })
  const closed = popup.waitForEvent('close')
  await popup.goto(`chrome-extension://${device.id}/popup.html`).catch(() => undefined)
  await closed

  const again = await device.openPopup()
  await again.getByText('Alles bevestigd').first().waitFor()
  await eventually(async () => expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'in-order' }))
})
