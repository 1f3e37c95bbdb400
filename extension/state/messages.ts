/** What pages tell the background. Only pages of this extension are heard. */
import { browser } from 'wxt/browser'

/** "These rooms have statements that the server lacks." Sent at each edit, since a popup may be gone a moment later. */
export type Message = { readonly type: 'dirty'; readonly rooms: readonly string[] }

/** Tells the background, and does not wait. */
export const tellBackground = (message: Message): void => {
  browser.runtime.sendMessage(message).catch(() => {
    // It was asleep or is being replaced. The disk remembers what is unsent, and the alarm comes by.
  })
}

/** Reads a message from anything that may arrive. */
export const messageFrom = (value: unknown, sender: { readonly id?: string }): Message | undefined => {
  if (sender.id !== browser.runtime.id || typeof value !== 'object' || value === null) return undefined
  const { type, rooms } = value as Record<string, unknown>
  if (type !== 'dirty' || !Array.isArray(rooms)) return undefined
  return { type, rooms: rooms.filter((room): room is string => typeof room === 'string') }
}
