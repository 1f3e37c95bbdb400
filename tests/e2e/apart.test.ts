/** People who worked apart find their work merged, and see what was merged. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Device, makeDevice } from './device'
import { aboutOfLate, eventually, makeTown, patiently, type Town, titleOfLate } from './town'

test('two people offline keep every answer, see where they contradict each other, and settle it once', async () => {
  const town = await makeTown()
  const head = await openedBy(town, 'managerBur')
  const clerk = await openedBy(town, 'contributorBur')
  await town.stop()
  for (const { popup } of [head, clerk]) await popup.getByText('Geen verbinding').first().waitFor()

  // The same check, answered in two ways; then each a check of their own.
  await answer(head.popup, titleOfLate(1), '1')
  await answer(clerk.popup, titleOfLate(1), '3', 'De kas had 20 euro te kort')
  await answer(head.popup, titleOfLate(2), '1')
  await answer(clerk.popup, titleOfLate(3), '0')

  await town.start()
  await patiently(async () =>
    expect(await town.answers()).toMatchObject({
      [aboutOfLate(2)]: 'in-order',
      [aboutOfLate(3)]: 'not-applicable',
    }),
  )
  for (const { device } of [head, clerk]) {
    const popup = await device.openPopup()
    const clash = popup.getByRole('region', { name: 'Tegenspraak' })
    await clash.getByText(titleOfLate(1)).waitFor()
    await clash.getByText('Twee antwoorden spreken elkaar tegen').waitFor()
    const heads = await clash.locator('.heads li').allInnerTexts()
    expect(heads.sort().map((text) => text.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^In orde.*Naam p05$/),
      expect.stringMatching(/^Niet in orde.*Naam p06.*De kas had 20 euro te kort$/),
    ])
    // What only one of them answered is done for both.
    await expect.poll(() => popup.getByText(titleOfLate(2)).count()).toBe(0)
    await expect.poll(() => popup.getByText(titleOfLate(3)).count()).toBe(0)
    await popup.close()
  }

  // One chooses, in the dashboard; the other sees it settled.
  const sheet = await head.device.openDashboard('#/lijnen?welke=tegenspraak')
  await sheet.getByRole('link', { name: titleOfLate(1) }).click()
  await sheet.getByRole('heading', { name: 'Twee antwoorden spreken elkaar tegen' }).waitFor()
  await sheet.getByRole('button', { name: /Dit antwoord geldt.*Naam p06/ }).click()
  await sheet.getByText('Keuze bewaard.').waitFor()
  for (const { device } of [head, clerk])
    await eventually(async () => {
      const popup = await device.openPopup()
      await popup.getByRole('button', { name: titleOfLate(4) }).waitFor()
      expect(await popup.getByText('Tegenspraak').count()).toBe(0)
      await popup.close()
    })
})

test('whoever settles a clash with a key keeps the words that came with that answer', async () => {
  const town = await makeTown()
  const head = await openedBy(town, 'managerBur')
  const clerk = await openedBy(town, 'contributorBur')
  await town.stop()
  for (const { popup } of [head, clerk]) await popup.getByText('Geen verbinding').first().waitFor()
  await answer(head.popup, titleOfLate(1), '2', 'Eén kwitantie ontbreekt')
  await answer(clerk.popup, titleOfLate(1), '1')
  await town.start()
  await patiently(async () => {
    const popup = await clerk.device.openPopup()
    await popup
      .getByRole('region', { name: 'Tegenspraak' })
      .waitFor({ timeout: 1_000 })
      .finally(() => popup.close())
  })

  // "Deels" it is: the note that says what is missing is not to be typed again.
  const popup = await clerk.device.openPopup()
  await popup.getByRole('region', { name: 'Tegenspraak' }).waitFor()
  await popup.keyboard.press('2')
  const note = popup.getByRole('textbox')
  if (await note.count()) {
    expect(await note.inputValue()).toBe('Eén kwitantie ontbreekt')
    await note.press('Enter')
  }
  await eventually(async () => expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'partly' }))
  await eventually(async () =>
    expect(await town.notes()).toEqual({ [aboutOfLate(1)]: 'Eén kwitantie ontbreekt' }),
  )
})

const openedBy = async (
  town: Town,
  person: 'managerBur' | 'contributorBur',
): Promise<{ device: Device; popup: Page }> => {
  const device = await makeDevice()
  await device.signIn(town, town.codes[person])
  const popup = await device.openPopup()
  await popup.getByText('Alles bevestigd').first().waitFor()
  return { device, popup }
}

const answer = async (popup: Page, title: string, key: string, note?: string): Promise<void> => {
  await popup.getByRole('button', { name: title }).first().click()
  await popup.keyboard.press(key)
  if (note !== undefined) {
    await popup.getByRole('textbox').fill(note)
    await popup.keyboard.press('Enter')
  }
  await popup.getByRole('listitem').filter({ hasText: title }).getByText('op dit toestel').waitFor()
}
