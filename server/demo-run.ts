/** `demo`: makes Zandrode if it is not there, serves it, and says how to get in. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEMO_PEOPLE, PEOPLE, ZANDRODE } from '../shared/libraries/zandrode'
import { createAuthor } from './author'
import { createDemo, type DemoCode } from './demo'
import { directoryOf } from './organisation'
import { type Server, type ServerOptions, startServer } from './server'

export const runDemo = async (options: ServerOptions): Promise<Server> => {
  const { config, report, now = Date.now } = options
  const codesFile = join(config.data, 'demo-codes.json')
  const server = await startServer(options)
  if (!existsSync(directoryOf(config.data, ZANDRODE.id))) {
    process.stdout.write('De demogemeente Zandrode wordt gemaakt ...\n')
    writeJson(codesFile, await createDemo(config.data, { now, recover: false, report }))
  }
  // Only their hashes are in the store. Stopped between making the demo and writing them down: make others.
  const codes = readCodes(codesFile) ?? (await makeCodes(server, now))
  writeJson(codesFile, codes)
  const address = `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${server.port}`
  const demo = {
    server: address,
    organisation: ZANDRODE.id,
    extension: { chrome: config.extension ?? '' },
    codes,
  }
  writeJson(join(config.data, 'demo.json'), demo)
  process.stdout.write(listing(address, config.extension, codes))
  return server
}

const readCodes = (file: string): DemoCode[] | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DemoCode[]
  } catch {
    return undefined
  }
}

const makeCodes = async ({ organisations }: Server, now: () => number): Promise<DemoCode[]> => {
  const { makeCode } = createAuthor(await organisations.find(ZANDRODE.id), now)
  const codes: DemoCode[] = []
  for (const person of DEMO_PEOPLE)
    codes.push({ ...person, code: await makeCode(person.member, { reusable: true }) })
  return codes
}

/** Whole or not at all: others wait for this file and read it at once. */
const writeJson = (file: string, content: unknown): void => {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

const listing = (address: string, extension: string | undefined, codes: readonly DemoCode[]): string => {
  const people = codes.map(({ member, code }) => {
    const person = PEOPLE.find(({ key }) => key === member)
    return `    ${code}   ${person ? `${person.name}, ${person.title}` : member}`
  })
  return `
Waarborg draait. Demogemeente: Zandrode.

  Server:       ${address}
  Organisatie:  ${ZANDRODE.id}

  Aanmeldcodes (in deze demo telkens opnieuw te gebruiken):
${people.join('\n')}

  De extensie:  ${extension ?? 'nog niet gebouwd: npm run build'}
    Chrome, Edge, Brave   open chrome://extensions, edge://extensions of brave://extensions,
                          zet "Ontwikkelaarsmodus" aan en kies "Uitgepakte extensie laden": die map
    Firefox               npm run zip; open about:debugging#/runtime/this-firefox en kies
                          "Tijdelijke add-on laden": het zip-bestand voor Firefox in .output/store

Stoppen: Ctrl+C. De gegevens blijven bewaard.
`
}
