/**
 * Calling for Waarborg on a web page as a click on its button in the toolbar does: the popup opens, and the browser lets
 * it look at that tab, and only at that one. No script can grant that, so the browser itself is told to.
 */
import type { CDPSession, Page } from 'playwright-core'
import type { Device } from './device'
import { eventually } from './town'

export type ToolbarPopup = {
  press(key: string, code?: string): Promise<void>
  type(text: string): Promise<void>
  /** The words it shows. */
  text(): Promise<string>
  evaluate<T>(expression: string): Promise<T>
  close(): Promise<void>
}

/** Clicks on the button of Waarborg while a page is in front. */
export const callOn = async (device: Device, page: Page): Promise<ToolbarPopup> => {
  await page.bringToFront()
  const session = await device.cdp()
  const targetId = await tabOf(session, page)
  await send(session, 'Extensions.triggerAction', { id: device.id, targetId })
  return attach(session, device)
}

const tabOf = async (session: CDPSession, page: Page): Promise<string> => {
  const { targetInfos } = (await send(session, 'Target.getTargets', { filter: [{ type: 'tab' }] })) as {
    targetInfos: { targetId: string; url: string }[]
  }
  const tab = targetInfos.find(({ url }) => url === page.url())
  if (!tab) throw new Error(`no tab shows ${page.url()}`)
  return tab.targetId
}

// Playwright does not know this kind of window, so it is spoken to by hand.
const attach = async (session: CDPSession, device: Device): Promise<ToolbarPopup> => {
  const target = await eventually(async () => {
    const { targetInfos } = await session.send('Target.getTargets')
    const found = targetInfos.find(
      ({ url, type }) => url === `chrome-extension://${device.id}/popup.html` && type === 'page',
    )
    if (!found) throw new Error('the popup is not among the windows')
    return found
  })
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  })
  let count = 0
  const call = (method: string, params: object): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      count += 1
      const id = count
      const hear = (event: { sessionId: string; message: string }): void => {
        const answer = JSON.parse(event.message) as { id?: number; result?: object; error?: object }
        if (event.sessionId !== sessionId || answer.id !== id) return
        session.off('Target.receivedMessageFromTarget', hear)
        if (answer.error) reject(new Error(JSON.stringify(answer.error)))
        else resolve((answer.result ?? {}) as Record<string, unknown>)
      }
      session.on('Target.receivedMessageFromTarget', hear)
      session
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
        .catch(reject)
    })
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await call('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    })
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
    return (result as { value: T }).value
  }
  return {
    evaluate,
    async press(key, code = key) {
      const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined
      const windowsVirtualKeyCode = key === 'Enter' ? 13 : key.toUpperCase().charCodeAt(0)
      const common = { key, code, windowsVirtualKeyCode }
      await call('Input.dispatchKeyEvent', { type: 'keyDown', ...(text && { text }), ...common })
      await call('Input.dispatchKeyEvent', { type: 'keyUp', ...common })
    },
    type: async (text) => void (await call('Input.insertText', { text })),
    text: () => evaluate('document.body.innerText'),
    close: async () => void (await evaluate('window.close()').catch(() => undefined)),
  }
}

const send = (session: CDPSession, method: string, params: object): Promise<object> =>
  (session.send.bind(session) as unknown as (method: string, params: object) => Promise<object>)(
    method,
    params,
  )
