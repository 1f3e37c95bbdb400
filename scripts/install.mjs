/** Installs what is missing, and only then: a second start must not wait for it. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { inRoot, Refusal, run } from './process.mjs'

/** Inside `node_modules`, so that it disappears with what it vouches for. */
const STAMP = inRoot('node_modules', '.waarborg-installed')

/** What an installation depends on: native packages differ by Node, system and processor. */
function wanted() {
  const lock = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex')
  return [lock, process.versions.node.split('.')[0], process.platform, process.arch].join(' ')
}

const installed = () => (existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '')

/** The npm that started us, or else the one on the path. */
function npm() {
  const own = process.env.npm_execpath
  if (own && basename(own) === 'npm-cli.js' && existsSync(own)) {
    return { command: process.execPath, first: [own], shell: false }
  }
  const windows = process.platform === 'win32'
  return { command: windows ? 'npm.cmd' : 'npm', first: [], shell: windows }
}

/** Makes `node_modules` agree with the lockfile. */
export async function installDependencies() {
  const stamp = wanted()
  if (installed() === stamp) return
  console.log('Installing what Waarborg needs (once; about half a minute) ...')
  const { command, first, shell } = npm()
  // The build needs the development packages, also where NODE_ENV says production.
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const code = await run(command, args, { shell }).catch(() => 127)
  if (code === 127) throw new Refusal('npm was not found. Install it, or start this with "npm start".')
  if (code !== 0) throw new Refusal('Installing failed; npm says why above. Is there a network?')
  writeFileSync(STAMP, stamp)
}
