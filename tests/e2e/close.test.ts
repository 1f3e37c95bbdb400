/** Work outlives the popup, the browser and the server, whenever they end. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Device, makeDevice } from './device'
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
const keepNoPicture = (): void => {
  const PICTURE = 'waarborg.snapshot'
  const { setItem } = Storage.prototype
  Storage.prototype.setItem = function (this: Storage, key: string, value: string) {
    if (key !== PICTURE) setItem.call(this, key, value)
  }
  if (location.protocol === 'chrome-extension:') localStorage.removeItem(PICTURE)
}

test('checks ticked while the popup closes, offline, survive a killed browser and reach the server', async () => {
  const town = await makeTown({ late: TIMES + 4 })
  const profile = makeDirectory()
  const device = await makeDevice({ profile, inject: keepNoPicture })
  await device.signIn(town, town.codes.managerBur).then((page) => page.close())
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

test('checks ticked the moment they appear are kept, though the popup closes in that task', async () => {
  const town = await makeTown({ late: 12 })
  const device = await makeDevice({ inject: keepNoPicture })
  await device.signIn(town, town.codes.managerBur).then((page) => page.close())
  await device.openPopup().then(async (popup) => {
    await popup.getByText('Alles bevestigd').first().waitFor()
    await popup.close()
  })
  await town.stop()

  const ticked: string[] = []
  device.context.on('console', (message) => {
    if (message.text().startsWith(TICKS)) ticked.push(message.text().slice(TICKS.length))
  })
  for (let time = 0; time < 10; time++) await tickAtFirstSight(device)
  expect(ticked).toHaveLength(10)
  await town.start()
  const popup = await device.openPopup()
  await popup.getByText('Alles bevestigd').first().waitFor()
  const abouts = ticked.map((title) => aboutOfLate(Number(title.slice(-2))))
  await eventually(async () => expect(Object.keys(await town.answers())).toEqual([...new Set(abouts)].sort()))
  // Nobody was asked again for what had been ticked.
  expect(new Set(ticked).size).toBe(10)
})

test('a check ticked while something else reads the disk is kept, though the popup closes in that task', async () => {
  const town = await makeTown()
  const device = await makeDevice({ inject: keepNoPicture })
  await device.signIn(town, town.codes.managerBur).then((page) => page.close())
  // A document of the extension that runs none of its scripts, and so hears nothing of other pages.
  const reader = await device.open('_locales/nl/messages.json')
  const popup = await device.openPopup()
  await popup.getByText('Alles bevestigd').first().waitFor()
  await town.stop()
  await popup.getByText('Geen verbinding').first().waitFor()

  await device.stopBackground()
  await reader.evaluate(readOn)
  await tickAndClose(popup)
  await reader.evaluate(() => Object.assign(window, { isReading: false }))
  await town.start()
  const again = await device.openPopup()
  await again.getByText('Alles bevestigd').first().waitFor()
  await eventually(async () => expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'in-order' }))
})

// Runs in the page: reads every database of Waarborg, each in one transaction, until told to stop.
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
          const { isReading } = window as unknown as { isReading: boolean }
          if (isReading) transaction.objectStore('custom').count().onsuccess = read
          else db.close()
        }
        read()
      }
    })
  }
}

test('a check ticked on the stored picture is kept, though the popup closes before it has read the disk', async () => {
  const town = await makeTown()
  const device = await makeDevice()
  await device.signIn(town, town.codes.managerBur).then((page) => page.close())
  const first = await device.openPopup()
  await first.getByText('Alles bevestigd').first().waitFor()
  await first.getByRole('button', { name: titleOfLate(1) }).waitFor()
  // The picture is stored when the popup closes.
  await first.close()

  await tickAtFirstSight(device)
  const again = await device.openPopup()
  await again.getByText('Alles bevestigd').first().waitFor()
  await eventually(async () => expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'in-order' }))
})

const TICKS = 'ticks: '

/** Opens the popup, which ticks its first check as soon as it stands there, and closes in the same task. */
const tickAtFirstSight = async ({ context, id }: Device): Promise<void> => {
  const popup = await context.newPage()
  await popup.addInitScript((word) => {
    const look = new MutationObserver(() => {
      const title = document.querySelector('[aria-current="true"] .row-title')
      if (!title) return
      look.disconnect()
      // After the drawing is done, as any key press comes.
      setTimeout(() => {
        console.log(`${word}${title.textContent}`)
        document.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }))
        window.close()
      })
    })
    look.observe(document, { subtree: true, childList: true })
  }, TICKS)
  const closed = popup.waitForEvent('close')
  await popup.goto(`chrome-extension://${id}/popup.html`).catch(() => undefined)
  await closed
}
