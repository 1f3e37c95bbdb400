/**
 * Captures the page in front of the user: address, title, selection and a picture of what is visible. Only on the tab on
 * which he or she called for it (`activeTab`); nothing is put into the page and nothing stays there.
 */
import { type Browser, browser } from 'wxt/browser'
import { bytesOfDataUrl } from './evidence-bytes'
import type { CaptureProblem, PageCapture } from './evidence-types'

const MOST_URL = 2_000
const MOST_TITLE = 300
const MOST_WORDS = 2_000

export type Tab = Pick<Browser.tabs.Tab, 'id' | 'windowId' | 'url' | 'title'>

/** @param selection what the menu of the page already knows to be selected */
export const captureTab = async (
  tab: Tab | undefined,
  {
    at,
    id,
    selection,
  }: { readonly at: number; readonly id: string; readonly selection?: string | undefined },
): Promise<PageCapture | CaptureProblem> => {
  if (!tab?.url) return 'not-called'
  if (!/^(https?|file|ftp):/i.test(tab.url)) return 'not-a-page'
  // First the picture: it is what the user sees now.
  const picture = await pictureOf(tab.windowId)
  const words = selection ?? (await selectionOn(tab.id))
  if (picture === undefined && words === undefined) return 'not-a-page'
  return {
    id,
    at,
    url: tab.url.slice(0, MOST_URL),
    title: (tab.title ?? '').trim().slice(0, MOST_TITLE),
    selection: (words ?? '').trim().slice(0, MOST_WORDS),
    picture,
    isLoose: false,
  }
}

/** The tab in front in the window that this page belongs to, or that was last in front. */
export const tabInFront = async (): Promise<Tab | undefined> => {
  const [found] = await browser.tabs.query({ active: true, currentWindow: true })
  return found
}

const pictureOf = async (windowId: number): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  try {
    return bytesOfDataUrl(await browser.tabs.captureVisibleTab(windowId, { format: 'png' }))
  } catch {
    // A page that no extension may look at; what the browser says of it is kept all the same.
    return undefined
  }
}

const selectionOn = async (tabId: number | undefined): Promise<string | undefined> => {
  if (tabId === undefined) return undefined
  try {
    const [found] = await browser.scripting.executeScript({ target: { tabId }, func: selectedWords })
    return typeof found?.result === 'string' ? found.result : ''
  } catch {
    // A document of another program (a PDF), or a page of the browser.
    return undefined
  }
}

// Runs in the page, which it only reads.
const selectedWords = (): string => String(globalThis.getSelection?.() ?? '')
