/** What pages ask of the browser around them: other pages, files, the language. */
import { browser } from 'wxt/browser'
import { keepLanguage, keepSingleKeys, type Language, readSingleKeys } from './settings'

export type ShellOptions = {
  /** The part of the dashboard's address after "#" that shows a check. */
  readonly hrefOfCheck: (place: { readonly room: string; readonly about: string }) => string | Promise<string>
  /** Shows the interface in another language. */
  readonly applyLanguage: (language: Language) => void
}

export const createShell = ({ hrefOfCheck, applyLanguage }: ShellOptions) => ({
  openDashboard(place?: { readonly room: string; readonly about: string } | { readonly hash: string }): void {
    const hash = place && ('hash' in place ? place.hash : hrefOfCheck(place))
    void Promise.resolve(hash).then(showDashboard)
  },
  openOptions(): void {
    void browser.runtime.openOptionsPage()
  },
  openBeside(): void {
    void import('./beside').then(({ openBesideHere }) => openBesideHere())
  },
  setLanguage(language: Language): void {
    applyLanguage(language)
    void keepLanguage(language)
  },
  singleKeys: readSingleKeys,
  setSingleKeys: keepSingleKeys,
  download(file: Blob, name: string): void {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = name
    link.click()
    // The browser has taken the file over by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  },
  reload(): void {
    location.reload()
  },
})

/** A name by which the user may recognise this device: "Chrome, Windows". */
export const deviceName = (agent: string = navigator.userAgent): string =>
  [wordIn(agent, BROWSERS), wordIn(agent, SYSTEMS)].filter((word) => word !== undefined).join(', ')

// In this order: Edge also calls itself Chrome.
const BROWSERS = { Edg: 'Edge', OPR: 'Opera', Firefox: 'Firefox', Chrome: 'Chrome' }
const SYSTEMS = {
  Windows: 'Windows',
  'Mac OS': 'macOS',
  CrOS: 'ChromeOS',
  Android: 'Android',
  Linux: 'Linux',
}

const wordIn = (agent: string, words: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(words).find(([sign]) => agent.includes(sign))?.[1]

/** Shows the dashboard at an address: in its tab when it has one. */
export const showDashboard = async (hash: string | undefined): Promise<void> => {
  const page = browser.runtime.getURL('/dashboard.html')
  const url = hash === undefined ? page : `${page}${hash}`
  const [open] = await browser.tabs.query({ url: `${page}*` }).catch(() => [])
  if (open?.id === undefined) await browser.tabs.create({ url })
  else {
    await browser.tabs.update(open.id, { active: true, ...(hash !== undefined && { url }) })
    await browser.windows.update(open.windowId, { focused: true })
  }
}
