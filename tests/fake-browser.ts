/** Puts a browser in memory where `wxt/browser` looks for the real one; it really stores and really calls listeners. */
import { afterAll, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'

Object.assign(globalThis, { browser: fakeBrowser, chrome: fakeBrowser })

// A page that is being loaded when the last test ends would find its world gone.
afterAll(() => vi.dynamicImportSettled())
