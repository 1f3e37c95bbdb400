/** The director lets people in, changes what they may do, and signs a lost device out. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Device, makeDevice } from './device'
import {
  aboutOfLate,
  eventually,
  lateRoom,
  makeDirectory,
  makeTown,
  ORGANISATION,
  type Town,
  titleOfLate,
} from './town'

test('the director adds a person and makes a code, and that person signs in and works', async () => {
  const town = await makeTown()
  const director = await makeDevice()
  const people = await openPeople(director, town)
  await people.getByRole('button', { name: 'Persoon toevoegen' }).click()
  const form = people.getByRole('dialog', { name: 'Persoon toevoegen' })
  await form.getByLabel('Naam').fill('Sofie Dewaele')
  await form.getByLabel('Functie').fill('Medewerker burgerzaken')
  await form.getByLabel('bur').check()
  await form.getByRole('button', { name: 'Bewaren' }).click()
  await people.getByText('Sofie Dewaele is toegevoegd.').waitFor()

  await people.getByRole('button', { name: 'Code maken voor Sofie Dewaele' }).click()
  const dialog = people.getByRole('dialog', { name: 'Aanmeldcode voor Sofie Dewaele' })
  await dialog.getByRole('button', { name: 'Code maken' }).click()
  const sentence = await dialog.getByText('Beste Sofie Dewaele').innerText()

  // She pastes the whole text that she was sent.
  const clerk = await makeDevice()
  const options = await clerk.open('options.html')
  await paste(options, sentence)
  expect(await options.getByLabel('Organisatie').inputValue()).toBe(ORGANISATION)
  await options.getByRole('button', { name: 'Aanmelden' }).click()
  await options.getByRole('heading', { name: 'Welkom, Sofie Dewaele' }).waitFor()
  const popup = await clerk.openPopup()
  await popup.getByText('Alles bevestigd').first().waitFor()
  await popup.keyboard.press('1')
  await eventually(async () => expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'in-order' }))

  await dialog.getByRole('button', { name: 'Sluiten' }).click()
  const sheet = await director.openDashboard(`#/controle/${lateRoom('bur')}/${aboutOfLate(1)}`)
  await sheet.getByRole('dialog').getByText('Sofie Dewaele').first().waitFor()
})

test('rights that change follow at once, and nothing that was said is lost', async () => {
  const town = await makeTown()
  const director = await makeDevice()
  const clerk = await makeDevice()
  await clerk.signIn(town, town.codes.contributorBur)
  const popup = await clerk.openPopup()
  await popup.getByText('Alles bevestigd').first().waitFor()
  await popup.keyboard.press('1')
  await eventually(async () => expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'in-order' }))

  // From contributor to reader: may look, may not answer.
  const people = await openPeople(director, town)
  await changeRole(people, 'Naam p06', 'reader')
  await eventually(async () => {
    const fresh = await clerk.openDashboard(`#/controle/${lateRoom('bur')}/${aboutOfLate(2)}`)
    await fresh
      .getByText('U kunt deze controle bekijken, maar niet beantwoorden.')
      .waitFor({ timeout: 2_000 })
    await fresh.close()
  })
  // The list under the hand stays where it is, but takes no answer that would go nowhere.
  const second = popup.getByRole('listitem').filter({ hasText: titleOfLate(2) })
  await popup.keyboard.press('1')
  await second.getByText('U kunt deze controle bekijken, maar niet beantwoorden.').waitFor()
  expect(await popup.getByText('wordt bewaard').count()).toBe(0)

  // And back, in the window that stayed open.
  await changeRole(people, 'Naam p06', 'contributor')
  await second.getByRole('button', { name: 'In orde', exact: true }).waitFor()
  await popup.keyboard.press('1')
  await eventually(async () =>
    expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'in-order', [aboutOfLate(2)]: 'in-order' }),
  )
})

test('a device that is signed out by the director says so and keeps its work until it is let in again', async () => {
  const town = await makeTown()
  const director = await makeDevice()
  const profile = makeDirectory()
  const lost = await makeDevice({ profile })
  await lost.signIn(town, town.codes.contributorBur)
  const popup = await lost.openPopup()
  await popup.getByText('Alles bevestigd').first().waitFor()

  await town.stop()
  await popup.getByText('Geen verbinding').first().waitFor()
  await popup.keyboard.press('1')
  await popup.getByText('op dit toestel', { exact: true }).waitFor()
  await lost.close()
  await town.start()

  const people = await openPeople(director, town)
  await menuOf(people, 'Naam p06', 'Toestellen')
  const devices = people.getByRole('dialog', { name: 'Toestellen van Naam p06' })
  await devices
    .getByRole('button', { name: /intrekken$/ })
    .first()
    .click()
  await devices.getByText('is ingetrokken.').waitFor()

  const found = await makeDevice({ profile })
  const again = await found.openPopup()
  await again.getByText('Afgemeld').first().waitFor()
  expect(await town.answers()).toEqual({})
  await again.getByRole('button', { name: titleOfLate(2) }).waitFor()

  const [options] = await Promise.all([
    found.context.waitForEvent('page'),
    again.getByRole('button', { name: 'Opnieuw aanmelden' }).click(),
  ])
  await again.close()
  await signInAgain(options, town)
  await eventually(async () => expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'in-order' }))
})

const openPeople = async (device: Device, town: Town): Promise<Page> => {
  await device.signIn(town, town.codes.director).then((page) => page.close())
  const page = await device.openDashboard('#/mensen')
  await page.getByRole('row', { name: /Naam p06/ }).waitFor()
  return page
}

const menuOf = async (page: Page, name: string, item: string): Promise<void> => {
  await page.getByRole('button', { name: `Meer voor ${name}` }).click()
  await page
    .getByRole('row', { name: new RegExp(name) })
    .getByRole('button', { name: item })
    .click()
}

const changeRole = async (page: Page, name: string, role: string): Promise<void> => {
  await menuOf(page, name, 'Wijzigen')
  const form = page.getByRole('dialog', { name: `${name} wijzigen` })
  await form.getByLabel('Rol', { exact: true }).selectOption(role)
  await form.getByRole('button', { name: 'Bewaren' }).click()
  await page.getByText(`${name} is bewaard.`).waitFor()
}

/** The page asks for nothing but a code: who and where it knows. */
const signInAgain = async (options: Page, town: Town): Promise<void> => {
  await options.getByText(/wat nog op dit toestel staat, gaat dan naar de server/).waitFor()
  expect(await options.getByLabel('Adres van de server').inputValue()).toBe(town.address)
  expect(await options.getByLabel('Organisatie').inputValue()).toBe(ORGANISATION)
  await options.getByLabel('Code', { exact: true }).fill(town.codes.contributorBur)
  await options.getByRole('button', { name: 'Aanmelden', exact: true }).click()
  await options.getByRole('heading', { name: 'Welkom, Naam p06' }).waitFor()
}

const paste = (page: Page, text: string): Promise<void> =>
  page.getByLabel('Adres van de server').evaluate((field, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', pasted)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
