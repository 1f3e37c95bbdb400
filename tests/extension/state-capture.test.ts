import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { badgeOf } from '../../extension/state/badge'
import {
  type Capture,
  keepCapture,
  readCaptures,
  readFiled,
  titleOfPage,
} from '../../extension/state/captures'
import { startContextMenu } from '../../extension/state/context-menu'
import { writeSession } from '../../extension/state/session'
import { settle } from '../../extension/state/settle'
import { createFold } from '../../shared/fold'
import { readRecord } from '../../shared/kinds/kind'
import { type Point, point } from '../../shared/kinds/point'
import {
  type FakeServer,
  fillOrganisation,
  makeStore,
  NOW,
  newDevice,
  restart,
  sessionOf,
  startServer,
} from './make-store'

// Other work may be going on on the same processor.
vi.setConfig({ testTimeout: 30_000 })

let server: FakeServer
/** The menus of the browser: an edge of the process that the browser in memory lacks. */
let menus: { created: { title?: string }[]; click: (info: object, tab?: object) => void }

beforeEach(async () => {
  newDevice()
  fakeBrowser.reset()
  menus = fakeMenus()
  server = await startServer()
  fillOrganisation(server.doc('org'))
})
afterEach(async () => {
  await server.stop()
})

const fakeMenus = (): typeof menus => {
  const made: typeof menus = { created: [], click: () => undefined }
  Object.assign(fakeBrowser, {
    contextMenus: {
      onClicked: {
        addListener: (listener: typeof made.click) => {
          made.click = listener
        },
      },
      removeAll: async () => {
        made.created = []
      },
      create: (entry: { title?: string }) => void made.created.push(entry),
    },
  })
  return made
}

const eventually = <T>(assertion: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(assertion, { timeout: 8_000, interval: 10 })

const PAGE = { menuItemId: 'agenda', pageUrl: 'https://college.zandrode.be/besluit-van-12-mei.html' }

/** A device on which this person looked at Waarborg before. */
const known = async (member: string): Promise<void> => {
  const store = makeStore(sessionOf(server, member))
  await eventually(() => expect(store.isThrough.value).toBe(true))
  await store.settled()
  store.close()
  await writeSession(sessionOf(server, member))
}
const clicked = async (info: object = {}): Promise<Capture> => {
  startContextMenu(async () => undefined)
  menus.click({ ...PAGE, ...info })
  return eventually(async () => {
    const [found] = await readCaptures(sessionOf(server, 'p01'))
    const [other] = await readCaptures(sessionOf(server, 'p05'))
    const capture = found ?? other
    if (!capture) throw new Error('nothing was kept')
    return capture
  })
}
const visit = (member: string) => settle(sessionOf(server, member), { now: () => NOW, onlyIfUnsent: true })

const pointsIn = (room: string): Point[] => {
  const fold = createFold()
  fold.insert(0, server.statements(room))
  return [...fold.all()]
    .filter(({ about }) => about.startsWith('point:'))
    .map((each) => readRecord(point, each))
}

describe('the menu of a web page', () => {
  test('offers evidence and the agenda in the language of the device', async () => {
    startContextMenu(async () => undefined)
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install', temporary: false })
    await eventually(() => expect(menus.created.at(-1)?.title).toBe('Op de agenda van het managementteam'))
    expect(menus.created.at(0)?.title).toBe('Vastleggen als bewijs bij een controle')
    await fakeBrowser.storage.local.set({ language: 'en' })
    await eventually(() => expect(menus.created.at(-1)?.title).toBe('On the agenda of the management team'))
  })

  test('puts a page with what was marked on it in the backlog, once, also when the background was stopped', async () => {
    await known('p01')
    const capture = await clicked({ selectionText: 'Het dak van de sporthal lekt' })
    await visit('p01')
    expect(pointsIn('team')).toMatchObject([
      {
        title: 'Het dak van de sporthal lekt',
        url: PAGE.pageUrl,
        quote: 'Het dak van de sporthal lekt',
        meeting: undefined,
      },
    ])
    expect(await readCaptures(sessionOf(server, 'p01'))).toEqual([])
    // It was said, and stopped before it was forgotten.
    await keepCapture(capture)
    await visit('p01')
    expect(pointsIn('team')).toHaveLength(1)
  })

  test('puts it forward in one’s own department for who is not in the management team', async () => {
    await known('p05')
    await clicked()
    await visit('p05')
    expect(pointsIn('dept/bur')).toMatchObject([{ title: 'besluit van 12 mei (college.zandrode.be)' }])
    expect(server.statements('team')).toEqual([])
    expect((await readFiled({ member: 'p05' }))?.where).toBe('department')
  })

  test('keeps it on the device without a connection, and brings it later', async () => {
    await known('p01')
    await server.stop()
    await clicked()
    await visit('p01')
    expect(await readFiled({ member: 'p01' })).toMatchObject({ where: 'team' })
    server = await restart(server)
    await visit('p01')
    await eventually(() => expect(pointsIn('team')).toHaveLength(1))
  })

  test('tells who may write nowhere that it is not on the agenda', async () => {
    await known('p08')
    startContextMenu(async () => undefined)
    menus.click(PAGE)
    await eventually(async () => expect(await readCaptures(sessionOf(server, 'p08'))).toHaveLength(1))
    const tally = await visit('p08')
    const filed = await readFiled({ member: 'p08' })
    expect(badgeOf(tally, 'nl', filed)).toMatchObject({
      text: '!',
      title: expect.stringContaining('u mag nergens schrijven'),
    })
  })

  test('never says it in the name of whoever signs in after', async () => {
    await known('p01')
    await clicked()
    await known('p05')
    await visit('p05')
    expect(pointsIn('dept/bur')).toEqual([])
    expect(await readCaptures(sessionOf(server, 'p01'))).toHaveLength(1)
  })
})

describe('the title of what is put forward', () => {
  test.each([
    [{ title: 'Collegebesluit', url: 'https://x.be', quote: 'gemarkeerd' }, 'Collegebesluit'],
    [{ url: 'https://x.be/a', quote: '  eerste regel \n tweede' }, 'eerste regel'],
    [{ url: 'https://x.be/dossiers/dak%20sporthal.pdf', quote: '' }, 'dak sporthal (x.be)'],
    [{ url: 'https://x.be/%E0%A4%A', quote: '' }, 'x.be'],
    [{ url: 'file:///map/dossier.pdf', quote: '' }, 'dossier'],
  ])('%j reads as %s', (page, title) => {
    expect(titleOfPage(page)).toBe(title)
  })
})
