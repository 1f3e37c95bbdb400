/** A device: a real browser with the built extension in it, and a profile that outlives the browser. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { eventually, makeDirectory, ORGANISATION } from './town'

/** The build under test. */
export const EXTENSION =
  process.env.WAARBORG_TEST_EXTENSION ?? fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url))
const BROWSER = process.env.WAARBORG_TEST_BROWSER ?? '/usr/bin/chromium'

/** As wide as the popup makes itself. */
const POPUP = { width: 380, height: 600 }
const DASHBOARD = { width: 1280, height: 800 }

export type Device = {
  readonly context: BrowserContext
  readonly id: string
  /** What pages complained about so far: uncaught errors, and anything the content security policy stopped. */
  readonly complaints: readonly string[]
  /** Forgets the complaints so far: for a test that provoked them. */
  forgive(): void
  open(path: string, size?: { width: number; height: number }): Promise<Page>
  openPopup(): Promise<Page>
  /** @param hash the place: "#/dienst/bur" */
  openDashboard(hash?: string): Promise<Page>
  /** Signs in by an invitation, as from a link, and leaves the dashboard open. */
  signIn(town: { readonly address: string }, code: string): Promise<Page>
  badge(): Promise<string>
  cdp(): Promise<CDPSession>
  /** Stops the background as the browser does after half a minute of rest. */
  stopBackground(): Promise<void>
  /** Closes the browser as a user would; the profile stays. */
  close(): Promise<void>
  /** Ends the browser without a chance to do anything. */
  kill(): Promise<void>
}

export type DeviceOptions = {
  /** A profile of an earlier browser. */
  readonly profile?: string
  /** Width and height; without a display it would be 800 by 600. */
  readonly screen?: string
  /** Another build of the extension. */
  readonly extension?: string
  /** Runs in every page before its own scripts: to break the browser at its edge. */
  readonly inject?: () => void
}

/** Starts a browser. It ends with the test, which fails when a page complained. */
export const makeDevice = async (options: DeviceOptions = {}): Promise<Device> => {
  const { extension = EXTENSION } = options
  if (!existsSync(extension)) throw new Error(`There is no built extension at ${extension}: npm run build`)
  const context = await chromium.launchPersistentContext(options.profile ?? makeDirectory(), {
    executablePath: BROWSER,
    headless: true,
    viewport: DASHBOARD,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      `--screen-info={${options.screen ?? '1600x1200'}}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
  context.setDefaultTimeout(20_000)
  let isOpen = true
  context.once('close', () => {
    isOpen = false
  })
  const complaints = listen(context)
  onTestFinished(async () => {
    if (isOpen) await context.close()
    expect(complaints).toEqual([])
  })
  await context.addInitScript(reportViolations)
  if (options.inject) await context.addInitScript(options.inject)

  const browser = context.browser()
  if (!browser) throw new Error('the browser cannot be steered')
  const cdp = (): Promise<CDPSession> => browser.newBrowserCDPSession()
  const session = await cdp()
  const id = await load(session, extension)

  const open = async (path: string, size = DASHBOARD): Promise<Page> => {
    const page = await context.newPage()
    await page.setViewportSize(size)
    await page.goto(`chrome-extension://${id}/${path}`)
    return page
  }
  const ended = async (end: () => Promise<unknown>): Promise<void> => {
    await end()
    await eventually(() => expect(isOpen).toBe(false))
  }
  return {
    context,
    id,
    complaints,
    forgive() {
      complaints.length = 0
    },
    open,
    openPopup: () => open('popup.html', POPUP),
    openDashboard: (hash = '') => open(`dashboard.html${hash}`),
    async signIn({ address }, code) {
      const query = new URLSearchParams({ server: address, organisation: ORGANISATION, code })
      const page = await open(`dashboard.html?${query}`)
      await page
        .locator('.page:not([aria-busy])')
        .getByRole('heading', { level: 1, name: /Overzicht|Overview/ })
        .waitFor()
      return page
    },
    async badge() {
      const page = context.pages().find((each) => each.url().startsWith('chrome-extension://'))
      if (!page) throw new Error('no page of the extension is open')
      return page.evaluate(() => chrome.action.getBadgeText({}))
    },
    cdp,
    stopBackground: () => stopWorkers(session, id),
    close: () => ended(() => context.close()),
    kill: () => ended(async () => process.kill(await browserProcess(session), 'SIGKILL')),
  }
}

/** Branded Chrome ignores `--load-extension`, so the extension is loaded from inside. */
const load = async (session: CDPSession, path: string): Promise<string> => {
  const send = session.send.bind(session) as unknown as (
    method: string,
    params: object,
  ) => Promise<{ id: string }>
  const { id } = await send('Extensions.loadUnpacked', { path })
  return id
}

const browserProcess = async (session: CDPSession): Promise<number> => {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const browser = processInfo.find(({ type }) => type === 'browser')
  if (!browser) throw new Error('the browser has no process')
  return browser.id
}

const stopWorkers = async (session: CDPSession, id: string): Promise<void> => {
  const workers = async () => {
    const { targetInfos } = await session.send('Target.getTargets')
    return targetInfos.filter(({ type, url }) => type === 'service_worker' && url.includes(id))
  }
  for (const { targetId } of await workers()) await session.send('Target.closeTarget', { targetId })
  await eventually(async () => expect(await workers()).toEqual([]))
}

const MARK = 'stopped by the policy:'

// Runs in the page.
const reportViolations = (): void => {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    console.error('stopped by the policy:', violatedDirective, blockedURI)
  })
}

const listen = (context: BrowserContext): string[] => {
  const complaints: string[] = []
  context.on('weberror', (error) => complaints.push(String(error.error())))
  context.on('console', (message) => {
    const text = message.text()
    if (text.startsWith(MARK) || text.includes('Content Security Policy')) complaints.push(text)
  })
  return complaints
}

/** What tests call inside pages. */
declare global {
  const chrome: {
    readonly alarms: { create(name: string, when: { readonly when: number }): Promise<void> }
    readonly action: {
      getBadgeText(of: object): Promise<string>
      setBadgeText(of: { readonly text: string }): Promise<void>
      openPopup(): Promise<void>
    }
    readonly commands: { getAll(): Promise<{ readonly name: string; readonly shortcut: string }[]> }
    readonly extension: { getViews(of: { type: string }): Window[] }
    readonly permissions: {
      getAll(): Promise<{ readonly permissions: string[]; readonly origins: string[] }>
    }
    readonly runtime: { getManifest(): Record<string, unknown> }
    readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } }
  }
}
