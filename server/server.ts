/** The whole server: organisations, sockets and HTTP on one port; and how it stops. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Config, cannotListen } from './config'
import { createHttp } from './http'
import type { Report } from './log'
import { createMetrics, type Metrics } from './metrics'
import { createOrganisations, type Organisations, type OrganisationsOptions } from './organisations'
import { createSockets } from './socket'

export type Server = {
  readonly port: number
  readonly organisations: Organisations
  readonly metrics: Metrics
  /** Writes what is on its way to the disk, tells everyone to come back later, and lets go of the port. */
  stop(): Promise<void>
}

export type ServerOptions = {
  readonly config: Config
  readonly version: string
  readonly report: Report
  readonly inspect: OrganisationsOptions['inspect']
  readonly tell: (sentence: string) => void
  readonly onHarm?: () => void
  readonly recover?: boolean
  readonly now?: () => number
  /** After how many milliseconds without anyone in it a room is put away. */
  readonly roomIdle?: number
}

/** What clients get to say goodbye. */
const PATIENCE = 400

/** Listens first, so that a port in use is found before any data are touched; then opens what there is. */
export const startServer = async ({
  config,
  version,
  report,
  inspect,
  tell,
  onHarm = () => undefined,
  recover = false,
  now = Date.now,
  roomIdle = 60_000,
}: ServerOptions): Promise<Server> => {
  const metrics = createMetrics()
  const mayCall = (origin: string | undefined): boolean =>
    origin === undefined || /^(chrome|moz)-extension:\/\//.test(origin) || config.origins.includes(origin)
  const counted: Report = (level, event, details) => {
    if (event === 'room-failed') metrics.count('failures')
    report(level, event, details)
  }
  const organisations = createOrganisations({
    data: config.data,
    now,
    recover,
    report: counted,
    inspect,
    tell,
    onHarm,
    onOpen: (organisation) => sockets.follow(organisation),
  })
  const sockets = createSockets({ organisations, mayCall, now, report, metrics })
  let started = false
  const isReady = async (): Promise<string | undefined> =>
    started ? ailment(organisations, now()) : 'still starting'

  const http = createServer(
    { headersTimeout: 10_000, requestTimeout: 300_000, connectionsCheckingInterval: 5_000 },
    createHttp({ organisations, mayCall, version, now, report, metrics, isReady }),
  )
  http.on('upgrade', sockets.upgrade)
  // Without a listener Node answers by itself, and an error on a socket nobody listens to would end the process.
  http.on('clientError', (_error, socket) => void socket.destroy())
  await new Promise<void>((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(config, error.code ?? '')))
    http.listen(config.port, config.host, resolve)
  })
  await organisations.start()
  started = true

  metrics.gauge('connections', 'Open sockets.', () => sockets.count)
  metrics.gauge('rooms', 'Open rooms.', () =>
    organisations.all().reduce((sum, { rooms }) => sum + rooms.size, 0),
  )
  const tidying = setInterval(() => {
    tidy(organisations).catch((error: unknown) => report('error', 'tidy-failed', { error }))
  }, roomIdle)

  return {
    port: (http.address() as AddressInfo).port,
    organisations,
    metrics,
    async stop() {
      clearInterval(tidying)
      const closed = new Promise((resolve) => http.close(resolve))
      for (const organisation of organisations.all()) await organisation.rooms.settle()
      await sockets.close(PATIENCE)
      http.closeAllConnections()
      await organisations.close()
      await closed
      metrics.close()
    },
  }
}

const tidy = async (organisations: Organisations): Promise<void> => {
  for (const organisation of organisations.all()) await organisation.rooms.tidy()
}

/** What keeps the server from being relied on; `undefined` when nothing does. */
const ailment = async (organisations: Organisations, at: number): Promise<string | undefined> => {
  const closed = organisations.closedCount()
  if (closed > 0) return `${closed} organisation(s) with damaged data`
  let rooms = 0
  for (const { store, rooms: own } of organisations.all()) {
    try {
      await store.note(new Map([['probe', { at }]]))
    } catch {
      return 'cannot write to the disk'
    }
    rooms += await own.ailing()
  }
  return rooms > 0 ? `${rooms} room(s) that cannot be opened` : undefined
}
