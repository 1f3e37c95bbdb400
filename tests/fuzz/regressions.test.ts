import './chance'
import './clock'
import { expect, test } from 'vitest'
import { answerCheck } from '../../shared/commands/checks'
import { sayIn } from './acts'
import { checkPromises } from './check'
import { turns } from './clock'
import { becomeQuiet, look } from './simulator'
import { closePage, createWorld, killPage, openPage, type Page, type Said, type World } from './world'

/** Accidents that seeds have found, told step by step, so that they stay when seeds come to mean something else. */
const HOST = 'device-0.test'
const ROOM = 'dept/bur/2026'

const tell = async (story: (world: World) => Promise<void>): Promise<void> => {
  const world = await createWorld({ seed: 1, isSteered: false, isRealStore: false })
  try {
    await story(world)
    expect(world.failures, world.log.join('\n')).toEqual([])
  } finally {
    await world.end()
  }
}
const open = (world: World): Page => openPage(world, HOST, 'p05', ['org', ROOM])
const tick = (world: World, page: Page, period: string): Said => {
  const answer = { control: 'kas', period, outcome: 'in-order' } as const
  expect(sayIn(world, page, ROOM, (seen, by) => answerCheck(seen, answer, by))).toBe(true)
  return [...world.said.values()].at(-1) as Said
}
const loseNetwork = ({ network, chance }: World): void => {
  network.offline.add(HOST)
  for (const link of network.links) network.cut(link, chance, { client: true, server: true })
}
const pass = async (world: World): Promise<void> => {
  for (let round = 0; round < 10; round++) {
    while (world.network.deliverNews(world.chance));
    await turns(10)
  }
  checkPromises(world)
}
const arrives = async (world: World, said: Said): Promise<void> => {
  await becomeQuiet(world)
  await look(world, { everything: false })
  expect(world.machine.onDisk(ROOM)).toContain(said.id)
}

test('a tick that stands behind one that another page could not store is read again after both were closed', () =>
  tell(async (world) => {
    const [popup, dashboard] = [open(world), open(world)]
    await becomeQuiet(world)
    loseNetwork(world)
    world.disks.full.add(popup)
    tick(world, popup, '2026-10')
    while (world.network.deliverNews(world.chance));
    killPage(world, popup)
    const second = tick(world, dashboard, '2026-11')
    await pass(world)
    expect(second.stored).toBe(true)
    killPage(world, dashboard)
    open(world)
    await arrives(world, second)
  }))

test('a page that began to listen between two ticks of another still brings its own to the server', () =>
  tell(async (world) => {
    const popup = open(world)
    await becomeQuiet(world)
    loseNetwork(world)
    world.disks.full.add(popup)
    tick(world, popup, '2026-09')
    const dashboard = open(world)
    await turns(100)
    tick(world, popup, '2026-10')
    closePage(world, popup)
    await pass(world)
    const own = tick(world, dashboard, '2026-11')
    await arrives(world, own)
  }))
