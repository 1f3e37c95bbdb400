/** Whether one wants reminders, and the right that the browser gives for them: asked for at that moment, and not before. */
import { browser } from 'wxt/browser'

const ON = 'reminders'
/** Which reminder was shown last. */
export const SHOWN = 'reminded'
const RIGHT = { permissions: ['notifications' as const] }

/** Whether they were asked for and may be shown. */
export const hasReminders = async (): Promise<boolean> =>
  (await browser.storage.local.get(ON))[ON] === true && (await browser.permissions.contains(RIGHT))

/** Asks the browser, which asks the user; call it in the click itself. @returns whether they are on now */
export const switchOnReminders = async (): Promise<boolean> => {
  const isGiven = await browser.permissions.request(RIGHT)
  if (isGiven) await browser.storage.local.set({ [ON]: true })
  return isGiven
}

/** Gives the right back too. */
export const switchOffReminders = async (): Promise<void> => {
  await browser.storage.local.remove([ON, SHOWN])
  await browser.permissions.remove(RIGHT)
}
