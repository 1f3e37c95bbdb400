/** `npm run dev`: extension and server, rebuilt at every change, on the demo's data. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rebuildServer, SERVER } from './build.mjs'
import { installDependencies } from './install.mjs'
import { inRoot, ROOT, runUntilStopped } from './process.mjs'
import { demoEnvironment } from './start.mjs'

export default async function dev() {
  await installDependencies()
  const env = { ...demoEnvironment(), WAARBORG_EXTENSION: inRoot('.output', 'chrome-mv3-dev') }

  /** @type {ReturnType<typeof runUntilStopped> | undefined} */
  let server
  const stopServer = async () => {
    server?.stop()
    await server?.ended
  }
  let turn = Promise.resolve()
  await rebuildServer(() => {
    turn = turn.then(stopServer).then(() => {
      server = runUntilStopped(SERVER, ['demo'], { env })
    })
  })

  const pages = spawn(process.execPath, [inRoot('node_modules/wxt/bin/wxt.mjs'), '--browser', 'chrome'], {
    cwd: ROOT,
    // It ends when its input does, so it gets one that stays open.
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(pages, 'exit')])
  pages.kill('SIGTERM')
  await turn.then(stopServer)
  // The watching build would keep us alive.
  return process.exit(0)
}
