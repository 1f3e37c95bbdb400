/** The background: stopped at any moment, started again by a tick, and the number on the button. */
import { expect, test } from 'vitest'
import { makeDevice } from './device'
import { eventually, makeTown, patiently } from './town'

test('a tick wakes the background that was stopped, and the number on the button follows', async () => {
  const town = await makeTown({ late: 3 })
  const device = await makeDevice()
  await device.signIn(town, town.codes.managerBur)
  const popup = await device.openPopup()
  await popup.getByText('Alles bevestigd').first().waitFor()
  await eventually(async () => expect(await device.badge()).toBe('3'))

  for (const left of ['2', '1', '']) {
    await device.stopBackground()
    await popup.keyboard.press('1')
    await eventually(async () => expect(await device.badge()).toBe(left))
  }
})

test('the background brings to the server what a popup left behind', async () => {
  const town = await makeTown({ late: 3 })
  const device = await makeDevice()
  await device.signIn(town, town.codes.managerBur).then((page) => page.close())
  const rest = await device.context.newPage()
  const popup = await device.openPopup()
  await popup.getByText('Alles bevestigd').first().waitFor()
  await town.stop()
  await popup.getByText('Geen verbinding').first().waitFor()
  await popup.keyboard.press('1')
  await popup.getByText('op dit toestel', { exact: true }).waitFor()
  await popup.close()
  expect(rest.isClosed()).toBe(false)

  await town.start()
  const back = Date.now()
  await patiently(async () => expect(Object.values(await town.answers())).toEqual(['in-order']))
  console.log(`The background brought it ${Date.now() - back} ms after the server was back.`)
})
