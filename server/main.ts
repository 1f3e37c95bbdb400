/** The program: `serve`, `demo`, `create <organisation> <name>`. Everything else is started from here. */
import { readFileSync } from 'node:fs'
import { Misconfigured, readConfig } from './config'
import { create } from './create'
import { runDemo } from './demo-run'
import { inspectApart, inspectHere } from './inspect'
import { lock } from './lock'
import { createLog } from './log'
import { type Server, type ServerOptions, startServer } from './server'

const USAGE = `Gebruik (usage): node main.mjs <opdracht>

  serve [--recover]             start de server (start the server)
  demo                          start de server met de demogemeente Zandrode (with the demo municipality)
  create <organisatie> <naam>   maak een organisatie en toon de code van de algemeen directeur
                                (make an organisation and show its director's code)
`

const SCRIPT = process.argv[1] ?? ''

const version = (): string => {
  try {
    const { version: found } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    )
    return String(found)
  } catch {
    return 'unknown'
  }
}

const tell = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

const run = async (args: readonly string[]): Promise<void> => {
  const [command, ...rest] = args
  switch (command) {
    case 'serve':
      if (rest.some((each) => each !== '--recover')) return misused()
      return serve({ recover: rest.includes('--recover') })
    case 'demo':
      if (rest.length > 0) return misused()
      return serve({ demo: true })
    case 'create':
      if (rest.length !== 2) return misused()
      return create(readConfig(process.env), rest[0] as string, rest[1] as string)
    case 'inspect':
      return void process.stdout.write(JSON.stringify(await inspectHere(rest[0] ?? '')))
    default:
      return misused()
  }
}

const misused = (): void => {
  process.stderr.write(USAGE)
  process.exitCode = 1
}

const serve = async ({ recover = false, demo = false }): Promise<void> => {
  const config = readConfig(process.env)
  const report = createLog(demo && !process.env.WAARBORG_LOG ? 'warn' : config.log, (line) =>
    process.stdout.write(line),
  )
  const options: ServerOptions = {
    config,
    version: version(),
    report,
    inspect: inspectApart(SCRIPT),
    tell,
    onHarm: endSoon,
    recover,
  }
  const release = lock(config.data)
  let server: Server | undefined
  stopOnSignal(async () => {
    await server?.stop()
    report('info', 'stopped')
    release()
  })
  // A promise that nobody waits for is a fault of ours, but no reason to take everyone's room away.
  process.on('unhandledRejection', (error) => report('error', 'unhandled', { error }))
  try {
    server = demo ? await runDemo(options) : await startServer(options)
  } catch (error) {
    release()
    throw error
  }
  report('info', 'started', { port: server.port, count: server.organisations.all().length })
}

/** Time enough to close the sockets with a code. */
const endSoon = (): void => {
  tell(
    'De schijf gaf een fout bij het schrijven. De server stopt, zodat er niets beschadigd raakt; wat bevestigd was staat op schijf. ' +
      'Kijk de schijf na en start opnieuw. (The disk failed on a write. The server stops; what was confirmed is on the disk. Check the disk and start again.)',
  )
  setTimeout(() => process.exit(1), 250)
}

/**
 * What is on the disk is safe whenever it ends, and what was half made is made anew at the next start. So a second signal,
 * which is somebody's impatience, ends it at once.
 */
const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping = false
  const onSignal = (): void => {
    if (stopping) process.exit(1)
    stopping = true
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

run(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof Misconfigured) tell(error.message)
  else console.error(error)
  process.exit(1)
})
