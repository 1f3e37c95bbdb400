/** Runs test projects and counts what they said. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { EXTENSION, SERVER } from './build.mjs'
import { inRoot, runTool } from './process.mjs'

const REPORT = inRoot('.output', 'tests.json')

/**
 * Tests find the built programs through the environment; a test without what it needs must say so.
 * @param {string | undefined} browser
 * @returns {NodeJS.ProcessEnv}
 */
export const testEnvironment = (browser) => ({
  WAARBORG_TEST_SERVER: SERVER,
  WAARBORG_TEST_EXTENSION: EXTENSION,
  ...(browser ? { WAARBORG_TEST_BROWSER: browser } : {}),
})

/**
 * @param {readonly string[]} projects
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runProjects(projects, env) {
  rmSync(REPORT, { force: true })
  const chosen = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]
  const code = await runTool('vitest', ['run', '--passWithNoTests', ...chosen, ...reporters], env)
  if (!existsSync(REPORT)) return { passed: 0, failed: 1 }
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: TestFile[] }} */
  const report = JSON.parse(readFileSync(REPORT, 'utf8'))
  // A file that could not even be loaded holds no failed test, and an error outside any test neither.
  const unloadable = report.testResults.filter(isUnloadable).length
  const failed = report.numFailedTests + unloadable
  return { passed: report.numPassedTests, failed: code !== 0 ? Math.max(failed, 1) : failed }
}

/** @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile */

/** @param {TestFile} file */
const isUnloadable = (file) =>
  file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')
