/** A browser with the built extension in it, and beside its own pages a blank one and the page of the bench. */
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import type { BenchPage } from './client-page'

export type Browser = {
  readonly context: BrowserContext
  address(path: string): string
  open(path: string): Promise<Page>
  /** The page in which parts of the product are called one by one. */
  openBench(): Promise<Page>
  /** Signs in as from a link, and waits until everything has arrived. */
  signIn(server: string, organisation: string, code: string): Promise<void>
  close(): Promise<void>
}

const EXTENSION = process.env.WAARBORG_TEST_EXTENSION ?? resolve('.output/chrome-mv3')
const BROWSER = process.env.WAARBORG_TEST_BROWSER ?? '/usr/bin/chromium'
const PAGE = resolve('tests/bench/client-page.tsx')

/** A directory that is gone when the bench ends. */
export const makeDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'waarborg-bench-'))
  directories.push(directory)
  return directory
}

const directories: string[] = []
process.once('exit', () => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true })
})

let extension: Promise<string> | undefined

/** The extension as built, with two pages more: everything else about it is the same, also its process. */
const makeExtension = async (): Promise<string> => {
  if (!existsSync(join(EXTENSION, 'manifest.json')))
    throw new Error(`There is no built extension at ${EXTENSION}: npm run build`)
  const directory = join(makeDirectory(), 'extension')
  cpSync(EXTENSION, directory, { recursive: true })
  const { build } = await import('vite')
  const { default: preact } = await import('@preact/preset-vite')
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [preact()],
    build: {
      outDir: directory,
      emptyOutDir: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: PAGE,
        output: { entryFileNames: 'bench.js', assetFileNames: 'bench.[ext]', codeSplitting: false },
      },
    },
  })
  const page = (head: string): string =>
    `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>-</title>${head}</head><body></body></html>`
  writeFileSync(join(directory, 'blank.html'), page('<script type="module" src="/blank.js"></script>'))
  writeFileSync(join(directory, 'blank.js'), 'document.body.innerHTML = \'<p id="blank">-</p>\'\n')
  writeFileSync(
    join(directory, 'bench.html'),
    page('<link rel="stylesheet" href="/bench.css"><script type="module" src="/bench.js"></script>'),
  )
  return directory
}

/** Starts a browser with a profile of its own. `inject` runs in every page before its scripts. */
export const startBrowser = async (inject: () => void): Promise<Browser> => {
  extension ??= makeExtension()
  const directory = await extension
  const context = await chromium.launchPersistentContext(makeDirectory(), {
    executablePath: BROWSER,
    headless: true,
    viewport: { width: 1280, height: 800 },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // The first occluded page would be painted once a second.
      '--disable-backgrounding-occluded-windows',
    ],
  })
  context.setDefaultTimeout(60_000)
  await context.addInitScript(inject)
  const browser = context.browser()
  if (!browser) throw new Error('the browser cannot be steered')
  const id = await load(await browser.newBrowserCDPSession(), directory)
  const address = (path: string): string => `chrome-extension://${id}/${path}`
  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(address(path))
    return page
  }
  return {
    context,
    address,
    open,
    async openBench() {
      const page = await open('bench.html')
      await page.waitForFunction(() => 'bench' in globalThis)
      return page
    },
    async signIn(server, organisation, code) {
      const page = await open(`dashboard.html?${new URLSearchParams({ server, organisation, code })}`)
      await page
        .locator('.page:not([aria-busy])')
        .getByRole('heading', { level: 1, name: /Overzicht|Overview/ })
        .waitFor()
      await page
        .getByText(/Alles bevestigd/)
        .first()
        .waitFor()
      await page.close()
    },
    close: () => context.close(),
  }
}

const load = async (session: CDPSession, path: string): Promise<string> => {
  const send = session.send.bind(session) as unknown as (
    method: string,
    params: object,
  ) => Promise<{ id: string }>
  return (await send('Extensions.loadUnpacked', { path })).id
}

/** Calls a part of the bench inside its page. */
export const call = <Name extends keyof BenchPage>(
  page: Page,
  name: Name,
  ...args: Parameters<BenchPage[Name]>
): Promise<Awaited<ReturnType<BenchPage[Name]>>> =>
  page.evaluate(
    ([part, given]) => {
      const { bench } = globalThis as unknown as {
        bench: Record<string, (...args: readonly unknown[]) => unknown>
      }
      return bench[part]?.(...given)
    },
    [name, args] as const,
  ) as Promise<Awaited<ReturnType<BenchPage[Name]>>>
