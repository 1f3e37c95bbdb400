/** The popup as the browser itself opens it, under the button in the toolbar. */
import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Device, makeDevice } from './device'
import { aboutOfLate, eventually, makeTown, titleOfLate } from './town'

const openFromToolbar = async (device: Device, page: Page): Promise<void> => {
  await page.bringToFront()
  const worker = await eventually(() => {
    const [found] = device.context.serviceWorkers()
    if (!found) throw new Error('the background does not run')
    return found
  })
  await worker.evaluate(() => chrome.action.openPopup())
}

test('the popup under the toolbar button ticks a check by a real key press', async () => {
  const town = await makeTown()
  const device = await makeDevice()
  const page = await device.signIn(town, town.codes.managerBur)
  await openFromToolbar(device, page)

  const inPopup = (): Promise<{ width: number; text: string }> =>
    page.evaluate(() => {
      const [popup] = chrome.extension.getViews({ type: 'popup' })
      if (!popup) throw new Error('no popup is open')
      return { width: popup.innerWidth, text: popup.document.body.innerText }
    })
  await eventually(async () => expect((await inPopup()).text).toContain(titleOfLate(1)))
  await eventually(async () => expect((await inPopup()).text).toContain('Alles bevestigd'))
  expect((await inPopup()).width).toBe(380)

  await pressInPopup(device, '1')
  await eventually(async () => expect((await inPopup()).text).toContain('bevestigd\n'))
  await eventually(async () => expect(await town.answers()).toEqual({ [aboutOfLate(1)]: 'in-order' }))
})

test('on a low screen the popup still shows how safe the work is', async () => {
  const town = await makeTown({ late: 20 })
  const device = await makeDevice({ screen: '800x600' })
  const page = await device.signIn(town, town.codes.managerBur)
  await openFromToolbar(device, page)
  await eventually(async () => {
    const { bottom, height, width } = await page.evaluate(() => {
      const [popup] = chrome.extension.getViews({ type: 'popup' })
      const word = popup?.document.querySelector('.sync-word')
      if (!popup || !word?.textContent?.includes('bevestigd')) throw new Error('not there yet')
      const { bottom } = word.getBoundingClientRect()
      return { bottom, height: popup.innerHeight, width: popup.innerWidth }
    })
    expect(bottom).toBeLessThanOrEqual(height)
    expect(width).toBe(380)
  })
})

/** Playwright does not know this kind of window, so the key goes to it by hand. */
const pressInPopup = async (device: Device, key: string): Promise<void> => {
  const session = await device.cdp()
  const { targetInfos } = await session.send('Target.getTargets')
  const target = targetInfos.find(({ url, type }) => url.endsWith('/popup.html') && type !== 'service_worker')
  if (!target) throw new Error('the popup is not among the windows')
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  })
  const common = { key, code: `Digit${key}`, windowsVirtualKeyCode: key.charCodeAt(0) }
  await send(session, sessionId, 'Input.dispatchKeyEvent', { type: 'keyDown', text: key, ...common })
  await send(session, sessionId, 'Input.dispatchKeyEvent', { type: 'keyUp', ...common })
}

const send = (session: CDPSession, sessionId: string, method: string, params: object): Promise<unknown> =>
  session.send('Target.sendMessageToTarget', {
    sessionId,
    message: JSON.stringify({ id: 1, method, params }),
  })
