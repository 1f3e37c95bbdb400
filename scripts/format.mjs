/** Formats the sources, or the given files, and repairs what lint can repair safely. */
import { installDependencies } from './install.mjs'
import { runTool } from './process.mjs'

/** @param {string[]} args */
export default async function format(args) {
  await installDependencies()
  return runTool('biome', ['check', '--write', ...args])
}
