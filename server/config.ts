/** The settings, from the environment. What is wrong with one is said in a sentence that names it and what to do. */
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { isLevel, type Level } from './log'

export type Config = {
  /** Where the data are. */
  readonly data: string
  readonly host: string
  readonly port: number
  /** Web origins that may call, beside browser extensions. */
  readonly origins: readonly string[]
  /** Where the built extension is, for whoever tries the demo. */
  readonly extension: string | undefined
  readonly log: Level
}

/** Something whoever starts the server can put right. Dutch first, then English. */
export class Misconfigured extends Error {
  override readonly name = 'Misconfigured'
}

export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => ({
  host: readHost(env.WAARBORG_HOST || '127.0.0.1'),
  port: readPort(env.WAARBORG_PORT || '4321'),
  origins: readOrigins(env.WAARBORG_ORIGINS ?? ''),
  extension: env.WAARBORG_EXTENSION || undefined,
  log: readLevel(env.WAARBORG_LOG || 'info'),
  // Last, since it makes the directory: with another setting wrong nothing is touched.
  data: readData(env.WAARBORG_DATA || '.waarborg'),
})

const wrong = (name: string, value: string, dutch: string, english: string): Misconfigured =>
  new Misconfigured(`${name}=${JSON.stringify(value)} ${dutch} (${english})`)

const readPort = (value: string): number => {
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port
  throw wrong(
    'WAARBORG_PORT',
    value,
    'is geen poortnummer: kies een getal van 1 tot 65535.',
    'is not a port: choose a number from 1 to 65535.',
  )
}

const readHost = (value: string): string => {
  if (/^[\w.:-]+$/.test(value)) return value
  throw wrong(
    'WAARBORG_HOST',
    value,
    'is geen adres: gebruik een naam of IP-adres zonder "http://", bijvoorbeeld 127.0.0.1.',
    'is not an address: use a name or IP address without "http://".',
  )
}

const readOrigins = (value: string): string[] =>
  value
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '')
    .map((origin) => {
      if (/^(https?|chrome-extension|moz-extension):\/\/[^/?#\s*]+$/.test(origin)) return origin
      throw wrong(
        'WAARBORG_ORIGINS',
        origin,
        'is geen herkomst: schrijf bijvoorbeeld https://intranet.example.be, gescheiden door komma’s, zonder pad.',
        'is not an origin: write for example https://intranet.example.be, separated by commas, without a path.',
      )
    })

const readLevel = (value: string): Level => {
  if (isLevel(value)) return value
  throw wrong(
    'WAARBORG_LOG',
    value,
    'is geen niveau: kies debug, info, warn of error.',
    'is not a level: choose debug, info, warn or error.',
  )
}

const readData = (value: string): string => {
  const directory = resolve(value)
  try {
    makeDirectory(directory)
    if (!statSync(directory).isDirectory()) throw new Error('not a directory')
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
    return directory
  } catch {
    throw wrong(
      'WAARBORG_DATA',
      value,
      'is geen map waarin de server kan schrijven: kies een andere map of geef er schrijfrechten op.',
      'is not a directory the server can write to: choose another one, or allow it to write there.',
    )
  }
}

/** Step by step: asked to make a whole path in a place like /proc, Node tries for ever. */
const makeDirectory = (directory: string): void => {
  if (existsSync(directory)) return
  if (dirname(directory) !== directory) makeDirectory(dirname(directory))
  mkdirSync(directory)
}

/** What to say when the server cannot listen where it was told to. */
export const cannotListen = ({ host, port }: Config, code: string): Misconfigured => {
  const value = String(port)
  if (code === 'EADDRINUSE')
    return wrong(
      'WAARBORG_PORT',
      value,
      `is al in gebruik op ${host}: stop het andere programma of kies een andere poort.`,
      'is already in use: stop the other program or choose another port.',
    )
  if (code === 'EACCES')
    return wrong(
      'WAARBORG_PORT',
      value,
      'mag deze gebruiker niet openen: kies een poort boven 1023.',
      'may not be opened by this user: choose a port above 1023.',
    )
  return wrong(
    'WAARBORG_HOST',
    host,
    'is geen adres van deze machine: kies 127.0.0.1, of 0.0.0.0 voor alle netwerken.',
    'is not an address of this machine: choose 127.0.0.1, or 0.0.0.0 for all networks.',
  )
}
