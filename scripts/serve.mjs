/** `npm run serve`: the server alone, with its settings from the environment. */
import { existsSync } from 'node:fs'
import { buildServer, SERVER } from './build.mjs'
import { installDependencies } from './install.mjs'
import { inRoot, runUntilStopped } from './process.mjs'

/** @param {string[]} args handed to the server */
export default async function serve(args) {
  // An installation may hold the built server and its few packages only; there is nothing to build there.
  if (!existsSync(SERVER) || existsSync(inRoot('server', 'main.ts'))) {
    await installDependencies()
    await buildServer()
  }
  return runUntilStopped(SERVER, ['serve', ...args]).ended
}
