/** Who may import whom: reads the tree and fails on a wrong arrow. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const LAYERS = [
  'shared',
  'server',
  'extension/ui',
  'extension/text',
  'extension/state',
  'extension/views',
  'extension/entrypoints',
] as const
type Layer = (typeof LAYERS)[number]

/** Own layers a layer may import, beside itself. An entry that names a file or folder allows only that. */
const ARROWS: Readonly<Record<Layer, readonly string[]>> = {
  shared: [],
  server: ['shared'],
  'extension/ui': ['extension/text'],
  'extension/text': ['shared'],
  'extension/state': ['shared', 'extension/text'],
  'extension/views': [
    'extension/ui',
    'extension/text',
    'extension/state/types',
    'extension/state/store',
    'shared',
  ],
  'extension/entrypoints': ['extension/views', 'extension/state', 'extension/ui', 'extension/text'],
}

/** Layers of which any shape may be known, by `import type`: a type does nothing. */
const SHAPES: Readonly<Partial<Record<Layer, readonly string[]>>> = { 'extension/views': ['extension/state'] }

/** Packages that a layer may import; a name covers what lies under it. */
const PACKAGES: Readonly<Record<Layer, readonly string[]>> = {
  shared: ['yjs', 'lib0', 'date-fns', '@date-fns/utc', 'valibot', 'papaparse', 'diff', 'rrule'],
  server: ['yjs', 'lib0', 'y-protocols', 'ws', 'lmdb', 'valibot', 'node:'],
  'extension/ui': ['preact', '@preact/signals'],
  'extension/text': ['@preact/signals'],
  'extension/state': [
    'yjs',
    'lib0',
    'y-protocols',
    'y-websocket',
    'y-indexeddb',
    '@preact/signals',
    'wxt',
    'valibot',
    'fflate',
    'read-excel-file',
    '#imports',
  ],
  'extension/views': [
    'preact',
    '@preact/signals',
    'chart.js',
    'docx',
    'papaparse',
    'yjs',
    'lib0',
    'y-prosemirror',
    'y-protocols',
    'prosemirror-commands',
    'prosemirror-inputrules',
    'prosemirror-keymap',
    'prosemirror-model',
    'prosemirror-state',
    'prosemirror-tables',
    'prosemirror-transform',
    'prosemirror-view',
  ],
  'extension/entrypoints': ['preact', '@preact/signals', 'wxt', '#imports'],
}

/** What only the browser, Node, the clock or chance provides: it comes into shared/ as an argument, or not at all. */
const OUTSIDE =
  /\b(Date\.now|new Date\(\)|performance\.now|Math\.random|crypto\.|setTimeout|setInterval|fetch\(|localStorage|indexedDB|document\.(create|query|get|body)|window\.(add|location|match|open)|process\.|browser\.|chrome\.)/

const filesIn = (folder: string): string[] => {
  const path = join(ROOT, folder)
  if (!statSync(path, { throwIfNoEntry: false })) return []
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(path, name))
}

const codeOf = (file: string): string =>
  readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')

type Import = { readonly name: string; readonly isType: boolean }

const importsOf = (file: string): Import[] =>
  [
    ...codeOf(file).matchAll(
      /(?:(import|export)\s+(type\s)?[^'"`;=]*?from\s*|import\s*\(?\s*)['"]([^'"]+)['"]/g,
    ),
  ].map(([, , type, name]) => ({ name: name as string, isType: type !== undefined }))

const isUnder = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`)

const isAllowed = (layer: Layer, file: string, { name, isType }: Import): boolean => {
  if (/\.css(\?.*)?$/.test(name)) return layer !== 'shared' && layer !== 'server'
  if (!name.startsWith('.'))
    return PACKAGES[layer].some((each) => (each.endsWith(':') ? name.startsWith(each) : isUnder(name, each)))
  const target = relative(ROOT, resolve(dirname(file), name)).replaceAll('\\', '/')
  const places = [layer, ...ARROWS[layer], ...(isType ? (SHAPES[layer] ?? []) : [])]
  return places.some((place) => isUnder(target, place))
}

test.each(LAYERS)('%s imports only what it may', (layer) => {
  const wrong = filesIn(layer).flatMap((file) =>
    importsOf(file)
      .filter((each) => !isAllowed(layer, file, each))
      .map(({ name }) => `${relative(ROOT, file)} imports ${name}`),
  )
  expect(wrong).toEqual([])
})

test('shared knows no clock, no chance, no browser and no Node', () => {
  const wrong = filesIn('shared').flatMap((file) => {
    const found = OUTSIDE.exec(codeOf(file))
    return found ? [`${relative(ROOT, file)} uses ${found[0]}`] : []
  })
  expect(wrong).toEqual([])
})

test('the test sees imports of every form, and tells a right arrow from a wrong one', () => {
  expect(filesIn('shared').length).toBeGreaterThan(20)
  const ledger = join(ROOT, 'shared/ledger.ts')
  expect(importsOf(ledger)).toEqual([
    { name: 'yjs', isType: true },
    { name: './fold', isType: false },
    { name: './statement', isType: false },
  ])
  const may = (name: string): boolean => isAllowed('shared', ledger, { name, isType: false })
  expect(['./fold', '../server/gate', 'yjs', 'yjs-plus', 'node:fs'].map(may)).toEqual([
    true,
    false,
    true,
    false,
    false,
  ])
  const view = join(ROOT, 'extension/views/popup/x.tsx')
  const mayView = (name: string, isType: boolean): boolean =>
    isAllowed('extension/views', view, { name, isType })
  expect(mayView('../../state/room', false)).toBe(false)
  expect(mayView('../../state/room', true)).toBe(true)
  expect(mayView('../../state/store', false)).toBe(true)
  expect(mayView('../../../server/gate', true)).toBe(false)
})
