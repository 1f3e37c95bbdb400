/** Builds the extension and the server; leaves alone what has not changed. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { installDependencies } from './install.mjs'
import { inRoot, Refusal, ROOT, runTool } from './process.mjs'

export const EXTENSION = inRoot('.output', 'chrome-mv3')
export const SERVER = inRoot('dist', 'server', 'main.mjs')
export const BENCH = inRoot('dist', 'bench', 'main.mjs')

/** What everything depends on. */
const COMMON = ['package-lock.json', 'tsconfig.json', 'scripts/build.mjs', 'shared']

/** @param {string[]} args `--force` builds even when nothing has changed */
export default async function build(args) {
  const force = args.includes('--force')
  await installDependencies()
  await buildExtension({ force })
  await buildServer({ force })
  console.log('Built: .output/chrome-mv3 (extension) and dist/server/main.mjs (server).')
  return 0
}

/** @param {{ force?: boolean }} [options] */
export async function buildExtension({ force = false } = {}) {
  await unlessUnchanged(
    'extension',
    [...COMMON, 'wxt.config.ts', 'extension'],
    EXTENSION,
    force,
    async () => {
      if ((await runTool('wxt', ['build', '--browser', 'chrome', '--level', 'warn'])) !== 0) {
        throw new Refusal('The extension could not be built; the reason is above.')
      }
    },
  )
}

/** @param {{ force?: boolean }} [options] */
export async function buildServer({ force = false } = {}) {
  await unlessUnchanged('server', [...COMMON, 'package.json', 'server'], SERVER, force, () =>
    bundle('server/main.ts', SERVER, shippedDependencies()),
  )
}

/** @param {{ force?: boolean }} [options] */
export async function buildBench({ force = false } = {}) {
  await unlessUnchanged('bench', [...COMMON, 'tests/bench', 'server', 'extension'], BENCH, force, () =>
    bundle('tests/bench/main.ts', BENCH),
  )
}

/**
 * Writes the generated types of the extension (`.wxt/`), which name its pages and files.
 * @returns {Promise<void>}
 */
export async function prepareTypes() {
  if (filesUnder(inRoot('extension/entrypoints')).length === 0) return
  const names = ['extension/entrypoints', 'extension/public'].flatMap((folder) => filesUnder(inRoot(folder)))
  const state = hash([...names, contentHash(['wxt.config.ts', 'package-lock.json'])])
  const stamp = inRoot('.wxt', 'prepared')
  if (existsSync(inRoot('.wxt', 'wxt.d.ts')) && read(stamp) === state) return
  if ((await runTool('wxt', ['prepare', '--level', 'warn'])) !== 0) {
    throw new Refusal('The types of the extension could not be generated; the reason is above.')
  }
  write(stamp, state)
}

/**
 * Builds the server at every change of its sources.
 * @param {() => void} onBuilt
 */
export async function rebuildServer(onBuilt) {
  const vite = await import('vite')
  const watcher = await vite.build(bundling('server/main.ts', SERVER, shippedDependencies(), { watch: true }))
  if (!('on' in watcher)) throw new Error('the build does not watch')
  watcher.on('event', (event) => {
    if (event.code === 'BUNDLE_END') onBuilt()
    if (event.code === 'ERROR') console.error(event.error.message)
  })
}

/**
 * @param {string} entry
 * @param {string} output
 * @param {ReadonlySet<string>} [allowed] packages it may load; without it any
 */
async function bundle(entry, output, allowed) {
  if (!existsSync(inRoot(entry))) throw new Refusal(`There is no ${entry} to build.`)
  const vite = await import('vite')
  try {
    await vite.build(bundling(entry, output, allowed))
  } catch (error) {
    const lines = String(error instanceof Error ? error.message : error).split('\n')
    const said = lines.filter((line) => !line.startsWith('    at ')).join('\n')
    throw new Refusal(`${entry} could not be built.\n${said}`)
  }
}

/**
 * Our own code in one file; packages stay outside and are loaded from `node_modules`.
 * @param {string} entry
 * @param {string} output
 * @param {ReadonlySet<string> | undefined} allowed
 * @param {{ watch?: boolean }} [options]
 * @returns {import('vite').InlineConfig}
 */
function bundling(entry, output, allowed, { watch = false } = {}) {
  return {
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    plugins: allowed ? [refuseOtherPackages(allowed)] : [],
    build: {
      ssr: entry,
      outDir: dirname(output),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: true,
      watch: watch ? {} : null,
      rolldownOptions: { output: { entryFileNames: 'main.mjs', codeSplitting: false } },
    },
  }
}

/**
 * A package that is here for development would be missing in production; better to hear so now.
 * @param {ReadonlySet<string>} allowed
 * @returns {import('vite').Plugin}
 */
function refuseOtherPackages(allowed) {
  return {
    name: 'only-shipped-packages',
    generateBundle(_options, chunks) {
      for (const chunk of Object.values(chunks)) {
        if (chunk.type !== 'chunk') continue
        for (const source of [...chunk.imports, ...chunk.dynamicImports]) {
          if (isBuiltin(source) || allowed.has(packageOf(source)) || source in chunks) continue
          this.error(`The server imports "${source}", which is not among the dependencies in package.json.`)
        }
      }
    },
  }
}

/** @param {string} source */
const packageOf = (source) => source.split('/', source.startsWith('@') ? 2 : 1).join('/')

const shippedDependencies = () =>
  new Set(Object.keys(JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).dependencies))

/**
 * @param {string} name
 * @param {string[]} inputs files and folders the product is made from
 * @param {string} product
 * @param {boolean} force
 * @param {() => Promise<void>} make
 */
async function unlessUnchanged(name, inputs, product, force, make) {
  const stamp = inRoot('.output', `${name}.inputs`)
  const state = contentHash(inputs)
  if (!force && existsSync(product) && read(stamp) === state) return
  console.log(`Building the ${name} ...`)
  await make()
  write(stamp, state)
}

/** @param {string[]} inputs */
function contentHash(inputs) {
  const files = inputs.flatMap((input) => filesUnder(inRoot(input))).sort()
  return hash(files.flatMap((file) => [file.slice(ROOT.length), readFileSync(file)]))
}

/** @param {(string | Buffer)[]} parts */
function hash(parts) {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(`${part.length}:`).update(part)
  return digest.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)))
}

/** @param {string} file */
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** @param {string} file @param {string} text */
function write(file, text) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
