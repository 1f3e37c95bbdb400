/** Puts a browser in memory where `wxt/browser` looks for the real one; it really stores and really calls listeners. */
import { fakeBrowser } from 'wxt/testing/fake-browser'

Object.assign(globalThis, { browser: fakeBrowser, chrome: fakeBrowser })
