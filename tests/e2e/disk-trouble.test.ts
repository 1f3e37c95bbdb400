/** A disk that fails is said at once, and the work can be taken to safety. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeDevice } from './device'
import { aboutOfLate, makeDirectory, makeTown, titleOfLate } from './town'

/** By when the user must know. */
const SOON = 2_000

test('a full disk is said within two seconds, with a file that holds what is missing', async () => {
  const town = await makeTown()
  const profile = makeDirectory()
  const device = await makeDevice({ profile })
  await device.signIn(town, town.codes.managerBur)
  await device.close()
  await town.stop()

  const full = await makeDevice({ profile, inject: fillDisk })
  const popup = await full.openPopup()
  await popup.getByText('Geen verbinding').first().waitFor()
  await popup.keyboard.press('1')
  await popup.getByText('Niet opgeslagen').first().waitFor({ timeout: SOON })
  await popup
    .getByRole('listitem')
    .filter({ hasText: titleOfLate(1) })
    .getByText('niet opgeslagen')
    .waitFor()
  const file = await rescue(popup)
  expect(file).toMatchObject({ format: 'waarborg-rescue', organisation: 'zandrode' })
  expect(JSON.stringify(file.rooms)).toContain(aboutOfLate(1))
})

test('databases that do not open are said, and never shown as an empty list', async () => {
  const town = await makeTown()
  const profile = makeDirectory()
  const device = await makeDevice({ profile })
  await device.signIn(town, town.codes.managerBur)
  await device.close()

  const broken = await makeDevice({ profile, inject: breakDatabases })
  const popup = await broken.openPopup()
  await popup.getByText('Niet opgeslagen').first().waitFor({ timeout: 10_000 })
  expect(await popup.getByText('Geen controles op uw naam').count()).toBe(0)
})

/** Downloads the rescue file and reads it. */
const rescue = async (page: Page): Promise<Record<string, unknown>> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Reddingsbestand downloaden' }).first().click(),
  ])
  return JSON.parse(readFileSync(await download.path(), 'utf8')) as Record<string, unknown>
}

// At the edge of the browser: every write of an update finds the disk full.
const fillDisk = (): void => {
  const { add } = IDBObjectStore.prototype
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...args: Parameters<typeof add>) {
    const request = add.apply(this, args)
    const { transaction } = this
    Object.defineProperty(transaction, 'error', {
      get: () => new DOMException('no space left', 'QuotaExceededError'),
    })
    transaction.abort()
    return request
  }
}

// At the edge of the browser: no database can be opened.
const breakDatabases = (): void => {
  IDBFactory.prototype.open = () => {
    const request = Object.create(IDBOpenDBRequest.prototype) as IDBOpenDBRequest
    Object.defineProperty(request, 'error', { get: () => new DOMException('corrupt', 'UnknownError') })
    for (const name of ['onsuccess', 'onerror', 'onblocked', 'onupgradeneeded'])
      Object.defineProperty(request, name, { writable: true, value: null })
    setTimeout(() => request.onerror?.(new Event('error')))
    return request
  }
}
