/** `npm run dev`: extension and server, rebuilt at every change, on the demo's data. */
import { spawn } from 'node:child_process'
import { bundle, SERVER, shippedDependencies } from './build.mjs'
import { installDependencies } from './install.mjs'
import { inRoot, ROOT, runUntilStopped } from './process.mjs'
import { demoEnvironment } from './start.mjs'

export default async function dev() {
  await installDependencies()
  await bundle('server/main.ts', SERVER, shippedDependencies())
  await bundle('server/main.ts', SERVER, shippedDependencies(), { watch: true })

  const pages = spawn(process.execPath, [inRoot('node_modules/wxt/bin/wxt.mjs'), '--browser', 'chrome'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const env = { ...demoEnvironment(), WAARBORG_EXTENSION: inRoot('.output', 'chrome-mv3-dev') }
  const server = runUntilStopped(SERVER, ['demo'], { env, execArgs: ['--watch', '--watch-preserve-output'] })
  pages.once('exit', server.stop)
  const code = await server.ended
  pages.kill('SIGTERM')
  // The watching build would keep us alive.
  return process.exit(code)
}
