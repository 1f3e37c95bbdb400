/** The entry in the menu of every web page: puts the page, and what was marked on it, on the agenda. */
import { browser } from 'wxt/browser'
import { keepCapture, titleOfPage } from './captures'
import { readSession } from './session'
import { type Language, storedLanguage } from './settings'

const ENTRY = 'agenda'

/**
 * Registers at once: whoever is woken by a click must have its listener in place.
 * @param visit brings what was kept to its place
 */
export const startContextMenu = (visit: () => Promise<void>): void => {
  const { contextMenus } = browser
  contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === ENTRY) void capture(info, tab?.title).then(visit)
  })
  browser.runtime.onInstalled.addListener(() => void nameEntry())
  browser.runtime.onStartup.addListener(() => void nameEntry())
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && 'language' in changes) void nameEntry()
  })
}

// First on the disk: the browser may stop us while the rooms are being read.
const capture = async (
  info: { readonly pageUrl?: string | undefined; readonly selectionText?: string | undefined },
  title: string | undefined,
): Promise<void> => {
  const session = await readSession()
  // Nobody to say it: the way to sign in is what helps.
  if (!session) return void (await browser.runtime.openOptionsPage())
  const url = /^(https?|ftp):/i.test(info.pageUrl ?? '') ? (info.pageUrl ?? '') : ''
  const quote = info.selectionText?.trim() ?? ''
  await keepCapture({
    id: randomId(),
    member: session.member,
    organisation: session.organisation,
    at: Date.now(),
    title: titleOfPage({ title, url: url || (info.pageUrl ?? ''), quote }),
    url,
    quote,
  })
}

/** Made anew: an entry of an earlier version may say something else. */
const nameEntry = async (): Promise<void> => {
  const title = TITLES[await storedLanguage()]
  await browser.contextMenus.removeAll()
  browser.contextMenus.create({ id: ENTRY, title, contexts: ['page', 'selection'] })
}

const TITLES: Readonly<Record<Language, string>> = {
  nl: 'Op de agenda van het managementteam',
  en: 'On the agenda of the management team',
}

const randomId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}
