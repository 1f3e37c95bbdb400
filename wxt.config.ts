import preact from '@preact/preset-vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'wxt'

/** Set while making the zips for the stores, which sign with a key of their own. */
const forStore = process.env.WAARBORG_STORE === '1'

/** Public half of a key: with it the id, and so the stored data, survives moving the folder. */
const publicKey = [
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvTWcFAgjhMviB+cyYlOaiQHsVKFIZ5YVakt7vBpcKz1uuUNuG31T',
  'lAwCiI/ukgYdTvsQi8HZXyuD6eVcGl43Me+1Uknt0qqzhBwKfLLWoS5VJI7HJvEVejhpXO+b/uUOEl/D46pL0kBToFGxQuPh',
  'uY1f4cpQB8Q1fDTKIlQCtYl2TUW3+ekYLcTvCu56rN2FV2a4MmQK3Rxn380w/L4blYaltupqjlWovbaaEN0x6ecAHAR2x3C/',
  'lgKCuTqY1bnkx5OY3QMYh6lGHbhZC97wa9cnbqMK3nztCSlN0fie0nZgslCyQJm9PEao8PnLfUloP5odVdy+Jhy5vmKdU82d',
  'yQIDAQAB',
].join('')

/** Only the extension's own files run; it may speak to any server its user names, and to nothing else. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' ws: wss: http: https:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const firefox = {
  browser_specific_settings: {
    gecko: {
      id: 'waarborg@waarborg.example',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
}

const chromium = {
  minimum_chrome_version: '116',
  // No page and no other extension may speak to this one.
  externally_connectable: { ids: [] },
  ...(forStore ? {} : { key: publicKey }),
}

/** Preact, the building blocks, the dictionary of all pages, and the small pure modules they lean on. */
const firstPaint =
  /node_modules\/(@preact|preact)\/|extension\/(ui|views\/shared)\/|extension\/text\/(index|nl|en|dates)\.ts|extension\/state\/(shell|drafts|snapshot|settings)\.ts|shared\/(days|queries\/progress)\.ts/

/** The recurrence library also reads and writes rules as English sentences, which nobody hears here: a quarter of its weight. */
const withoutSentences: Plugin = {
  name: 'rrule-without-sentences',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === './nlp/index' && importer?.includes('/rrule/') ? NO_SENTENCES : undefined,
  load: (id) =>
    id === NO_SENTENCES
      ? `export const ${['fromText', 'parseText', 'toText', 'isFullyConvertible'].map((name) => `${name} = undefined`).join(', ')}`
      : undefined,
}
const NO_SENTENCES = '\0rrule-without-sentences'

export default defineConfig({
  srcDir: 'extension',
  entrypointsDir: 'entrypoints',
  publicDir: 'extension/public',
  outDir: forStore ? '.output/store' : '.output',
  imports: false,
  // In Firefox too: the older form has no side bar beside an action, and no background in modules.
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact(), withoutSentences],
    // What every page needs to draw at all is one file: each further one costs a first paint more than its bytes do.
    build: {
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: 'base', test: firstPaint }] } },
        // It does not say so itself: what of it is not used can be left out.
        treeshake: { moduleSideEffects: (id) => !id.includes('/node_modules/rrule/') },
      },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'nl',
    // "activeTab" and "scripting" open only the tab on which the user calls for a capture; "sidePanel" comes by itself.
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'contextMenus', 'activeTab', 'scripting'],
    // Never asked for by itself: whoever wants to see which checks belong to a page gives leave for those sites.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // Asked for by whoever switches reminders on, and not before.
    optional_permissions: ['notifications'],
    commands: {
      'capture-evidence': {
        suggested_key: { default: 'Alt+Shift+E' },
        description: '__MSG_commandCapture__',
      },
      'open-beside': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_commandBeside__',
      },
    },
    action: { default_title: 'Waarborg' },
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(browser === 'firefox' ? firefox : chromium),
  }),
  zip: {
    excludeSources: ['dist/**', 'tests/**', 'docs/**'],
  },
})
