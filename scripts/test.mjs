/**
 * `npm test`: types, lint, and every test. `npm test -- unit server` runs only the named projects.
 * Without a browser it does the rest and says so; where `CI=true` that counts as a failure.
 */
import { findBrowser, HOW_TO_GET_ONE, installBrowserIfPossible } from './browser.mjs'
import { buildExtension, buildServer } from './build.mjs'
import { checkSources } from './check.mjs'
import { installDependencies } from './install.mjs'
import { Refusal } from './process.mjs'
import { runProjects, testEnvironment } from './vitest.mjs'

const PROJECTS = ['unit', 'server', 'fuzz', 'e2e']

/** @param {string[]} args */
export default async function test(args) {
  const unknown = args.find((name) => !PROJECTS.includes(name))
  if (unknown) throw new Refusal(`There are no tests called "${unknown}"; there is: ${PROJECTS.join(', ')}.`)
  const asked = args.length > 0 ? args : PROJECTS

  await installDependencies()
  const browser = asked.includes('e2e')
    ? ((await findBrowser()) ?? (await installBrowserIfPossible()))
    : undefined
  const projects = asked.filter((project) => project !== 'e2e' || browser)
  const faults = args.length > 0 ? [] : await checkSources()
  if (projects.some((project) => project !== 'unit')) await buildServer()
  if (projects.includes('e2e')) await buildExtension()

  const env = { FUZZ_SEEDS: '100', ...process.env, ...testEnvironment(browser) }
  const { passed, failed } = projects.length > 0 ? await runProjects(projects, env) : { passed: 0, failed: 0 }

  const browserMissing = projects.length < asked.length
  const missingCounts = browserMissing && process.env.CI === 'true'
  if (faults.length > 0) console.error(`\nNot in order: ${faults.join(' and ')}.`)
  if (browserMissing) sayWhatWasLeftOut(missingCounts)

  const allFailed = failed + faults.length + (missingCounts ? 1 : 0)
  console.log(`\n${passed} passed, ${allFailed} failed`)
  return allFailed > 0 ? 1 : 0
}

/** @param {boolean} counts */
function sayWhatWasLeftOut(counts) {
  const lines = [
    'LEFT OUT: the tests in a real browser. No browser was found.',
    counts ? 'In CI that is a failure.' : 'Everything else was run.',
    '',
    'To get one:',
    ...HOW_TO_GET_ONE.map((line) => `  ${line}`),
  ]
  const width = Math.max(...lines.map((line) => line.length))
  const edge = `+${'-'.repeat(width + 2)}+`
  console.log(['', edge, ...lines.map((line) => `| ${line.padEnd(width)} |`), edge].join('\n'))
}
