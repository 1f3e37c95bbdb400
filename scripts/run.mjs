/**
 * Every npm script comes through here: `node scripts/run.mjs <task> [arguments]`.
 *
 * Built on Node alone, because on a fresh clone nothing else is there yet, and because a user who has
 * switched install scripts off gets no `prestart` either.
 */
import { readFileSync } from 'node:fs'

/** @type {Record<string, () => Promise<{ default: (args: string[]) => Promise<number> }>>} */
const TASKS = {
  start: () => import('./start.mjs'),
  serve: () => import('./serve.mjs'),
  dev: () => import('./dev.mjs'),
  build: () => import('./build.mjs'),
  zip: () => import('./zip.mjs'),
  test: () => import('./test.mjs'),
  check: () => import('./check.mjs'),
  format: () => import('./format.mjs'),
  fuzz: () => import('./fuzz.mjs'),
  bench: () => import('./bench.mjs'),
}

/** What is wrong with the running Node, or nothing. */
function nodeProblem() {
  const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const [major = 0, minor = 0] = engines.node.replace('>=', '').split('.').map(Number)
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number)
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return undefined
  return `Waarborg needs Node ${major}.${minor} or newer (22 or 24 recommended); this is Node ${process.versions.node}.`
}

async function main() {
  const [name = '', ...args] = process.argv.slice(2)
  const load = Object.hasOwn(TASKS, name) ? TASKS[name] : undefined
  if (!load) {
    console.error(`Unknown task "${name}". There is: ${Object.keys(TASKS).join(', ')}.`)
    return 2
  }
  const problem = nodeProblem()
  if (problem) {
    console.error(problem)
    return 1
  }
  const task = await load()
  return task.default(args)
}

try {
  process.exitCode = await main()
} catch (error) {
  const { Refusal } = await import('./process.mjs')
  // A refusal is a sentence for the reader; anything else is a fault of ours and keeps its trace.
  console.error(error instanceof Refusal ? `\n${error.message}` : error)
  process.exitCode = 1
}
