/** `npm start`: the extension, the server and a demo municipality, in one go. */
import { mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildExtension, buildServer, EXTENSION, SERVER } from './build.mjs'
import { installDependencies } from './install.mjs'
import { openSignedIn } from './open.mjs'
import { ROOT, runUntilStopped } from './process.mjs'

/** @param {string[]} args `--no-browser` opens none */
export default async function start(args) {
  await installDependencies()
  await buildExtension()
  await buildServer()

  const env = demoEnvironment()
  // Written by the server once it serves; an old one would send the browser to a server that may be gone.
  const demoFile = resolve(env.WAARBORG_DATA, 'demo.json')
  rmSync(demoFile, { force: true })

  const leaving = new AbortController()
  const server = runUntilStopped(SERVER, ['demo'], {
    env,
    beforeStop: async () => {
      leaving.abort()
      await opened
    },
  })
  const opened = args.includes('--no-browser')
    ? Promise.resolve()
    : openSignedIn({ demoFile, data: env.WAARBORG_DATA, extension: EXTENSION, signal: leaving.signal })
  const code = await server.ended
  leaving.abort()
  await opened
  return code
}

/** Where the demo keeps its data and listens, for the server and for whoever starts it. */
export function demoEnvironment() {
  const data = resolve(ROOT, process.env.WAARBORG_DATA || '.waarborg')
  mkdirSync(data, { recursive: true })
  return {
    WAARBORG_DATA: data,
    WAARBORG_PORT: process.env.WAARBORG_PORT || '4321',
    WAARBORG_EXTENSION: EXTENSION,
  }
}
