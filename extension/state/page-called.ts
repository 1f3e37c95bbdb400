/**
 * What the user calls for on a web page, by shortcut or by the menu of the page: its capture as evidence, or Waarborg
 * beside it. The call is what lets us look at that tab, and only at that one (`activeTab`).
 */
import { browser } from 'wxt/browser'
import { openBeside } from './beside'
import { keepPageCapture } from './evidence-captures'
import type { PageCapture } from './evidence-types'
import { captureTab, type Tab, tabInFront } from './page-capture'
import { randomId } from './random'
import { readSession } from './session'

/** Names of the shortcuts, as in the manifest. */
export const CAPTURE = 'capture-evidence'
export const BESIDE = 'open-beside'

/** Registers at once: whoever is woken by a key must have its listener in place. */
export const startPageCalled = (): void => {
  browser.commands.onCommand.addListener((name, tab) => {
    if (name === CAPTURE) void captureForEvidence(tab)
    // Before anything else is waited for: the browser asks that it follows the key at once.
    if (name === BESIDE) void openBeside(tab?.windowId)
  })
}

/** Captures a page and asks, in a small window, for which check it is. */
export const captureForEvidence = async (given: Tab | undefined, selection?: string): Promise<void> => {
  const session = await readSession()
  // Nobody to say it: the way to sign in is what helps.
  if (!session) return void (await browser.runtime.openOptionsPage())
  const tab = given?.url === undefined ? ((await tabInFront()) ?? given) : given
  const found = await captureTab(tab, { at: Date.now(), id: randomId(), selection: selection || undefined })
  if (typeof found === 'string') return openEvidenceWindow({ problem: found })
  const kept: PageCapture = await keepPageCapture(session, found)
  await openEvidenceWindow({ capture: kept.id })
}

/** The small window in which a page or file becomes evidence. */
export const openEvidenceWindow = async (query: Readonly<Record<string, string>>): Promise<void> => {
  const url = `${browser.runtime.getURL('/capture.html')}?${new URLSearchParams(query)}`
  await browser.windows.create({ url, type: 'popup', width: 480, height: 840 })
}
