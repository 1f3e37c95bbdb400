/** `npm run fuzz`: more seeds than `npm test` has time for. `FUZZ_SEEDS` says how many. */
import { buildServer } from './build.mjs'
import { installDependencies } from './install.mjs'
import { runProjects, testEnvironment } from './vitest.mjs'

export default async function fuzz() {
  await installDependencies()
  await buildServer()
  const env = { FUZZ_SEEDS: '2000', ...process.env, ...testEnvironment(undefined) }
  const { passed, failed } = await runProjects(['fuzz'], env)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}
