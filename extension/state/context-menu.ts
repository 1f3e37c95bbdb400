/** The entries in the menu of every web page: the page, and what was marked on it, on the agenda; the page as evidence. */
import { browser } from 'wxt/browser'
import { keepCapture, titleOfPage } from './captures'
import { captureForEvidence } from './page-called'
import { randomId } from './random'
import { readSession } from './session'
import { type Language, storedLanguage } from './settings'

const ENTRY = 'agenda'
const EVIDENCE = 'evidence'

/**
 * Registers at once: whoever is woken by a click must have its listener in place.
 * @param visit brings what was kept to its place
 */
export const startContextMenu = (visit: () => Promise<void>): void => {
  const { contextMenus } = browser
  contextMenus.onClicked.addListener((info, tab) => {
    // A click in this menu lets us look at that tab, and only at that one.
    if (info.menuItemId === EVIDENCE) void captureForEvidence(tab, info.selectionText)
    if (info.menuItemId === ENTRY) void capture(info, tab?.title).then(visit)
  })
  browser.runtime.onInstalled.addListener(() => void nameEntries())
  browser.runtime.onStartup.addListener(() => void nameEntries())
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && 'language' in changes) void nameEntries()
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

/** Made anew: entries of an earlier version may say something else. */
const nameEntries = async (): Promise<void> => {
  const titles = TITLES[await storedLanguage()]
  await browser.contextMenus.removeAll()
  for (const id of [EVIDENCE, ENTRY] as const)
    browser.contextMenus.create({ id, title: titles[id], contexts: ['page', 'selection'] })
}

const TITLES: Readonly<Record<Language, Readonly<Record<'agenda' | 'evidence', string>>>> = {
  nl: { evidence: 'Vastleggen als bewijs bij een controle', agenda: 'Op de agenda van het managementteam' },
  en: { evidence: 'Capture as evidence for a check', agenda: 'On the agenda of the management team' },
}
