/** `npm run bench`: measures, beside a floor or a peer measured in the same run. */
import { findBrowser } from './browser.mjs'
import { BENCH, buildBench, buildExtension, buildServer } from './build.mjs'
import { installDependencies } from './install.mjs'
import { runUntilStopped } from './process.mjs'
import { testEnvironment } from './vitest.mjs'

/** @param {string[]} args handed to the bench */
export default async function bench(args) {
  await installDependencies()
  await buildExtension()
  await buildServer()
  await buildBench()
  return runUntilStopped(BENCH, args, { env: testEnvironment(await findBrowser()) }).ended
}
