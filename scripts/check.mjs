/** Types and lint. */
import { prepareTypes } from './build.mjs'
import { installDependencies } from './install.mjs'
import { runTool } from './process.mjs'

export default async function check() {
  await installDependencies()
  const failures = await checkSources()
  if (failures.length > 0) console.error(`\nNot in order: ${failures.join(' and ')}.`)
  return failures.length > 0 ? 1 : 0
}

/** Names what is not in order. Both are always run: one report is better than two. */
export async function checkSources() {
  await prepareTypes()
  /** @type {string[]} */
  const failures = []
  if ((await runTool('tsc', ['--noEmit'])) !== 0) failures.push('types')
  if ((await runTool('biome', ['check', '--error-on-warnings'])) !== 0) failures.push('lint')
  return failures
}
