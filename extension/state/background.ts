/**
 * When the background visits: on an alarm, on starting, and when a page says that it has said something. One visit at a
 * time. Holds nothing between visits, since the browser stops it after thirty idle seconds.
 */
import { browser } from 'wxt/browser'
import { badgeOf, filedLook, showBadge } from './badge'
import { type Filed, readFiled } from './captures'
import { messageFrom } from './messages'
import { remind } from './reminders'
import { readSession, watchSession } from './session'
import { storedLanguage } from './settings'
import { type SettleOptions, settle, type Tally } from './settle'
import type { SettlingStore } from './store'
import type { Session } from './types'

const ALARM = 'settle'
const EVERY = 5
/** While something is unsent. */
const SOONER = 0.5
/** The page that said it is probably telling the server itself: give it a moment. */
const AFTER_DIRTY = 2_000

/** Registers everything at once: whoever is woken by an event must have its listener in place. @returns how to visit now */
export const startBackground = (): ((options: SettleOptions) => Promise<void>) => {
  let running: Promise<void> | undefined
  let next: SettleOptions | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const visit = (options: SettleOptions): Promise<void> => {
    next = next?.onlyIfUnsent === false || !options.onlyIfUnsent ? { onlyIfUnsent: false } : options
    running ??= visitWhileAsked().finally(() => {
      running = undefined
    })
    return running
  }
  const visitWhileAsked = async (): Promise<void> => {
    while (next) {
      const options = next
      next = undefined
      await visitOnce(options)
    }
  }
  const visitSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void visit({ onlyIfUnsent: true }), AFTER_DIRTY)
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void visit({ onlyIfUnsent: false })
  })
  browser.runtime.onStartup.addListener(() => void visit({ onlyIfUnsent: false }))
  browser.runtime.onInstalled.addListener(() => void visit({ onlyIfUnsent: false }))
  browser.runtime.onMessage.addListener((message, sender) => {
    if (messageFrom(message, sender)?.type === 'dirty') visitSoon()
  })
  watchSession(() => void visit({ onlyIfUnsent: false }))
  void ensureAlarm(EVERY, false)
  return visit
}

const visitOnce = async (options: SettleOptions): Promise<void> => {
  const session = await readSession()
  const language = await storedLanguage()
  const onFiled = (filed: Filed): void => void showBadge(filedLook(filed, language))
  const tally =
    session && (await settle(session, { ...options, onFiled, after: remindQuietly }).catch(reportOf))
  await showBadge(badgeOf(tally, language, session && (await lately(session))))
  await ensureAlarm(tally && isWorthHurrying(tally) ? SOONER : EVERY, true)
}

// A reminder that fails must not make the work look unsafe.
const remindQuietly = (store: SettlingStore): Promise<void> =>
  remind(store).catch((error: unknown) => console.error('No reminder could be shown', error))

/** So long the button says what became of a click on a web page. */
const LATELY = 120_000

const lately = async (session: Session): Promise<Filed | undefined> => {
  const filed = await readFiled(session)
  return filed && Date.now() - filed.at < LATELY ? filed : undefined
}

// What the server refuses is not accepted sooner by asking more often.
const isWorthHurrying = ({ unsent, word }: Tally): boolean =>
  unsent > 0 && word !== 'refused' && word !== 'signed-out'

// The edge of this program: said once, and shown on the button as work that may not be safe.
const reportOf = (error: unknown): Tally => {
  console.error('The background could not look after the unsent work', error)
  return { today: 0, late: 0, unsent: 1, word: 'not-saved' }
}

// An alarm lives longer than the worker, but not always as long as the browser.
const ensureAlarm = async (periodInMinutes: number, mayChange: boolean): Promise<void> => {
  const present = await browser.alarms.get(ALARM)
  if (present && (!mayChange || present.periodInMinutes === periodInMinutes)) return
  await browser.alarms.create(ALARM, { delayInMinutes: periodInMinutes, periodInMinutes })
}
