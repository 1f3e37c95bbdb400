/** Opens a browser with the extension in it, signed in as the director of the demo. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findBrowser } from './browser.mjs'

/**
 * Never throws: without a browser the demo goes on serving.
 * @param {{ demoFile: string, data: string, extension: string, signal: AbortSignal }} demo
 *   once `signal` is aborted the browser is closed
 */
export async function openSignedIn({ demoFile, data, extension, signal }) {
  try {
    if (!hasDisplay()) return
    const executablePath = await findBrowser()
    if (!executablePath) return
    const address = await dashboardAddress(demoFile, signal)
    await showUntil(signal, { executablePath, profile: join(data, 'browser'), extension, address })
  } catch (error) {
    if (signal.aborted) return
    const reason = error instanceof Error ? error.message.split('\n')[0] : error
    console.error(`No browser was opened (${reason}); the server goes on.`)
  }
}

const hasDisplay = () =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  !!(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/**
 * The extension's page that signs in with the director's code.
 * @param {string} demoFile
 * @param {AbortSignal} signal
 */
async function dashboardAddress(demoFile, signal) {
  while (!existsSync(demoFile)) await wait(200, undefined, { signal })
  const demo = JSON.parse(readFileSync(demoFile, 'utf8'))
  const director = demo.codes.find((/** @type {{ role: string }} */ { role }) => role === 'director')
  const query = new URLSearchParams({
    server: demo.server,
    organisation: demo.organisation,
    code: director.code,
  })
  return `dashboard.html?${query}`
}

/**
 * @param {AbortSignal} signal
 * @param {{ executablePath: string, profile: string, extension: string, address: string }} what
 */
async function showUntil(signal, { executablePath, profile, extension, address }) {
  const { chromium } = await import('playwright-core')
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: null,
    // The browser's own sandbox cannot work as root.
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
    args: ['--no-first-run', '--disable-component-update', '--disable-sync'],
    // Stopping is arranged elsewhere, in order: browser, then server.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  const closed = new Promise((resolve) => context.once('close', resolve))
  try {
    const browser = context.browser()
    if (!browser) throw new Error('the browser cannot be steered')
    const session = await browser.newBrowserCDPSession()
    // Branded Chrome ignores `--load-extension`, so the extension is loaded from inside.
    const answer = /** @type {{ id: string }} */ (
      await /** @type {any} */ (session).send('Extensions.loadUnpacked', { path: extension })
    )
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(`chrome-extension://${answer.id}/${address}`)
    console.log("A browser is open on the director's dashboard. Closing it leaves the server running.")
    const left = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    await Promise.race([closed, signal.aborted || left])
  } finally {
    await context.close().catch(() => undefined)
  }
}
