/** One's own work in real browsers: standing in for somebody who is away, one page for everything, and the quiet reminder. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page, Worker } from 'playwright-core'
import { expect, test } from 'vitest'
import { addDays, dayOf } from '../../shared/days'
import { isWorkingDay } from '../../shared/queries/periods'
import { violations } from './axe'
import { EXTENSION, makeDevice } from './device'
import { aboutOfLate, eventually, makeDirectory, makeTown, titleOfLate } from './town'

const TODAY = dayOf(Date.now())

/** Goes on with the Tab key until what is meant has the focus. */
const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  const matches = (text: string): boolean => (typeof name === 'string' ? text === name : name.test(text))
  for (let step = 0; step < 60; step += 1) {
    const label = await page.evaluate(() => {
      const { activeElement: at } = document
      return (
        at?.getAttribute('aria-label') ??
        (at as HTMLInputElement)?.labels?.[0]?.textContent ??
        at?.textContent ??
        ''
      )
    })
    if (matches(label.trim())) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not come to ${name}`)
}

test('who stands in sees the work of who is away, answers it by keyboard, and the history says for whom and by whom', async () => {
  const town = await makeTown({ late: 3 })
  const desk = await makeDevice()
  await desk.signIn(town, town.codes.coordinator).then((page) => page.close())
  const people = await desk.openDashboard('#/mensen')
  await people.getByRole('button', { name: 'Meer voor Naam p05' }).focus()
  await people.keyboard.press('Enter')
  await people.getByRole('button', { name: 'Afwezigheid', exact: true }).focus()
  await people.keyboard.press('Enter')
  const form = people.getByRole('dialog', { name: 'Afwezigheid van Naam p05' })
  await tabTo(people, 'Bewaren')
  await people.keyboard.press('Enter')
  await form.getByText('Kies wie vervangt.').waitFor()
  await form.getByLabel('Wie vervangt?').selectOption({ label: 'Naam p04' })
  await form.getByLabel('Tot en met').fill(addDays(TODAY, -1))
  await form.getByLabel('Tot en met').press('Enter')
  await form.getByText('De laatste dag ligt voor de eerste.').waitFor()
  await form.getByLabel('Tot en met').fill(addDays(TODAY, 7))
  await form.getByLabel('Tot en met').press('Enter')
  await people.getByText('Naam p04 vervangt Naam p05.').waitFor()
  await people.getByText(/^Afwezig van .*, vervangen door Naam p04$/).waitFor()

  const device = await makeDevice()
  await device.signIn(town, town.codes.managerTec).then((page) => page.close())
  const page = await device.openDashboard('#/mijn-werk')
  await page.getByText('U vervangt Naam p05 tot en met').waitFor()
  const row = page.getByRole('listitem').filter({ hasText: titleOfLate(1) })
  await row.getByText('voor Naam p05').waitFor()
  expect(await violations(page)).toEqual([])
  await row.getByRole('link').focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: titleOfLate(1) })
  await sheet.waitFor()
  await page.keyboard.press('1')
  await sheet.getByText(/^voor Naam p05, door Naam p04, /).waitFor()
  await sheet.getByRole('listitem').getByText('(voor Naam p05, door Naam p04)').waitFor()
  await page.keyboard.press('Escape')
  // One's own name is not what this is about: the department of who is away is no longer in the list.
  await page.getByText('Alleen op mijn naam').click()
  await page.getByText('Geen controles op uw naam').waitFor()
  await page.reload()
  await page.getByText('Geen controles op uw naam').waitFor()

  const popup = await device.openPopup()
  const inPopup = popup.getByRole('listitem').filter({ hasText: titleOfLate(2) })
  await inPopup.getByText('voor Naam p05').waitFor()
  await eventually(async () => expect((await town.answers())[aboutOfLate(1)]).toBe('in-order'))
})

// The browser asks the user for the right to notify, which a test cannot answer: this build has been given it.
const withNotifications = (): string => {
  const copy = makeDirectory()
  cpSync(EXTENSION, copy, { recursive: true })
  const path = join(copy, 'manifest.json')
  const { optional_permissions: _, ...manifest } = JSON.parse(readFileSync(path, 'utf8'))
  manifest.permissions.push('notifications')
  writeFileSync(path, JSON.stringify(manifest))
  return copy
}

/** From now on it is ten in the morning of a day in the background, and what it shows is kept. */
const watch = (worker: Worker, day: string): Promise<void> =>
  worker.evaluate((date) => {
    const Real = Date
    const begin = Real.now()
    const morning = new Real(`${date}T10:00:00`)
    globalThis.Date = class extends Real {
      constructor(...given: [number]) {
        super(...(given.length > 0 ? given : ([morning.getTime() + Real.now() - begin] as [number])))
      }
      static override now(): number {
        return morning.getTime() + Real.now() - begin
      }
    } as DateConstructor
    const { notifications } = chrome as unknown as {
      notifications: { create: (id: string, options: { message: string }) => Promise<string> }
    }
    const shown: string[] = []
    Object.assign(globalThis, { shown })
    notifications.create = async (id, { message }) => {
      shown.push(message)
      return id
    }
  }, day)

const workingDay = (day: string): string => (isWorkingDay(day) ? day : workingDay(addDays(day, 1)))

test('who asks for it is reminded once per part of the day, and a click on that opens his work', async () => {
  const town = await makeTown({ late: 3, open: 0 })
  const device = await makeDevice({ extension: withNotifications() })
  await device.signIn(town, town.codes.managerBur)
  const options = await device.open('options.html')
  const choice = options.getByRole('checkbox', { name: /één stille melding/ })
  await choice.waitFor()
  expect(await choice.isChecked()).toBe(false)
  await choice.focus()
  await options.keyboard.press('Space')
  await eventually(async () => expect(await choice.isChecked()).toBe(true))

  const worker = device.context.serviceWorkers()[0] as Worker
  await watch(worker, workingDay(TODAY))
  const shown = () => worker.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)
  for (const _visit of ['first', 'second']) {
    // The number comes back when the visit is over.
    await options.evaluate(async () => {
      await chrome.action.setBadgeText({ text: '' })
      await chrome.alarms.create('settle', { when: Date.now() })
    })
    await eventually(async () => expect(await device.badge()).toBe('3'))
    expect(await shown()).toEqual(['3 controles te laat'])
  }

  await worker.evaluate(() => {
    const { notifications } = chrome as unknown as {
      notifications: { onClicked: { dispatch(id: string): void } }
    }
    notifications.onClicked.dispatch('waarborg.reminder')
  })
  await eventually(() =>
    expect(device.context.pages().some((page) => page.url().endsWith('#/mijn-werk'))).toBe(true),
  )
})
