/**
 * Our server, with gate, roles and a flush before anything is told, beside the reference server of y-websocket with
 * LevelDB and beside the floor of this machine: in turns, in the same run.
 */
import { spawn } from 'node:child_process'
import { fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { connect as tcp } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Subject, startReference, startWaarborg } from './server-subjects'
import { confirmFrameOf, type Id, tick, ticks, updateFrameOf } from './server-updates'
import type { Wire } from './server-wire'

/** One line of the table. `ratio` is against the peer or floor; `goal` says how it should compare. */
export type Figure = {
  readonly name: string
  readonly unit: string
  readonly ours: number
  readonly beside: number
  readonly besideName: string
  readonly ratio: number
  readonly goal: string
  readonly met: boolean
}

const SECONDS = Number(process.env.WAARBORG_BENCH_SECONDS ?? 2)
const ROUNDS = Number(process.env.WAARBORG_BENCH_ROUNDS ?? 3)

const PARTS: Readonly<Record<string, () => Promise<Figure[]>>> = {
  relay: () => benchRelay(),
  confirm: () => benchConfirm(),
  opening: async () => [await benchOpening()],
  age: async () => [await benchAge()],
  memory: async () => [await benchMemory()],
}

/** Measures all, or one part by its name. */
export const benchServer = async (only?: string): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const [name, measure] of Object.entries(PARTS))
    if (only === undefined || only === name) figures.push(...(await measure()))
  return figures
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const figure = (
  name: string,
  unit: string,
  ours: number,
  beside: number,
  besideName: string,
  goal: { readonly least?: number; readonly most?: number },
): Figure => {
  const ratio = ours / beside
  const met = goal.least === undefined ? ratio <= (goal.most ?? 0) : ratio >= goal.least
  const text = goal.least === undefined ? `<= ${Number(goal.most?.toPrecision(2))}x` : `>= ${goal.least}x`
  return { name, unit, ours, beside, besideName, ratio, goal: text, met }
}

let nextClient = 1_000_000

/** Writers keep a window of updates on their way for some seconds; gives deliveries per second to all readers. */
const relay = async (subject: Subject, rooms: number, readers: number, window: number): Promise<number> => {
  const groups = await Promise.all(
    Array.from({ length: rooms }, async (_, room) => ({
      writer: await subject.open(room),
      readers: await Promise.all(Array.from({ length: readers }, () => subject.open(room))),
      // Made beforehand: what is measured is the server.
      frames: ticks(nextClient++, 0, SUPPLY / rooms).map(updateFrameOf),
    })),
  )
  await Promise.all(
    groups.flatMap(({ writer, readers: each }) => [writer, ...each].map(({ synced }) => synced)),
  )
  const all = groups.flatMap(({ readers: each }) => each)
  const before = all.reduce((sum, wire) => sum + wire.updates(), 0)
  const start = performance.now()
  const until = start + SECONDS * 1_000
  await Promise.all(groups.map((group) => writeUntil(until, group, window)))
  const rate =
    (all.reduce((sum, wire) => sum + wire.updates(), 0) - before) / ((performance.now() - start) / 1_000)
  for (const { writer, readers: each } of groups) for (const wire of [writer, ...each]) wire.close()
  return rate
}

/** Updates that are ready to be sent in one measurement. */
const SUPPLY = 80_000

const writeUntil = async (
  until: number,
  { writer, readers, frames }: { writer: Wire; readers: readonly Wire[]; frames: readonly Buffer[] },
  window: number,
): Promise<void> => {
  const seenBefore = readers.map((wire) => wire.updates())
  const seen = (count: number) =>
    Promise.all(readers.map((wire, n) => wire.until((seenBefore[n] ?? 0) + count)))
  const step = Math.ceil(window / 4)
  let sent = 0
  while (performance.now() < until && sent + step <= frames.length) {
    writer.send(Buffer.concat(frames.slice(sent, sent + step)))
    sent += step
    await seen(Math.max(0, sent - window))
  }
  await seen(sent)
}

const benchRelay = async (): Promise<Figure[]> => {
  const shapes = [
    { name: 'one room, 50 readers', rooms: 1, readers: 50, window: 1_000, least: 8 },
    { name: '40 rooms, 4 readers each', rooms: 40, readers: 4, window: 100, least: 2.5 },
  ]
  const figures: Figure[] = []
  for (const { name, rooms, readers, window, least } of shapes) {
    const rates = { waarborg: [] as number[], reference: [] as number[] }
    const cpu = { waarborg: [] as number[], reference: [] as number[] }
    for (let round = 0; round < ROUNDS; round++) {
      for (const start of [startWaarborg, startReference]) {
        const subject = await start()
        const before = subject.cpu()
        const rate = await relay(subject, rooms, readers, window)
        rates[subject.name].push(rate)
        cpu[subject.name].push((subject.cpu() - before) / 1_000 / ((rate * SECONDS) / 100_000))
        await subject.stop()
      }
    }
    const reference = 'reference server with LevelDB'
    figures.push(
      figure(`${name}: delivered`, '/s', median(rates.waarborg), median(rates.reference), reference, {
        least,
      }),
      figure(`${name}: processor per 100k`, 's', median(cpu.waarborg), median(cpu.reference), reference, {
        most: rooms === 1 ? 1 / 11 : 1 / 3,
      }),
    )
  }
  return figures
}

/** The floor of a confirmation: a message there and back through a relay, and one flush of an append to the disk. */
const RELAY = `const server = require('net').createServer((socket) => socket.setNoDelay(true).pipe(socket))
server.listen(0, '127.0.0.1', () => console.log(server.address().port))`
const createFloor = async () => {
  const directory = mkdtempSync(join(tmpdir(), 'waarborg-floor-'))
  const file = openSync(join(directory, 'log'), 'a')
  const bytes = Buffer.alloc(200, 1)
  // In a process of its own, as a server is.
  const relay = spawn(process.execPath, ['-e', RELAY], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<number>((resolve) =>
    relay.stdout.once('data', (said) => resolve(Number(said))),
  )
  const socket = tcp(port, '127.0.0.1').setNoDelay(true)
  return {
    relay: () =>
      new Promise<void>((resolve) => {
        socket.once('data', () => resolve())
        socket.write(bytes)
      }),
    flush() {
      writeSync(file, bytes)
      fdatasyncSync(file)
    },
    close() {
      socket.destroy()
      relay.kill()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

const benchConfirm = async (): Promise<Figure[]> => {
  const subject = await startWaarborg()
  const floor = await createFloor()
  const wire = await subject.open(0)
  await wire.synced
  const client = nextClient++
  const times = { ours: [] as number[], relay: [] as number[], flush: [] as number[] }
  const timed = async (into: number[], act: () => Promise<void> | void): Promise<void> => {
    const start = performance.now()
    await act()
    into.push(performance.now() - start)
  }
  for (let n = 0; n < 600; n++) {
    const frames = Buffer.concat([...ticks(client, n, 1).map(updateFrameOf), confirmFrameOf(n)])
    await timed(times.ours, () => {
      const confirmed = wire.nextConfirm()
      wire.send(frames)
      return confirmed
    })
    await timed(times.relay, floor.relay)
    await timed(times.flush, floor.flush)
  }
  wire.close()
  floor.close()
  await subject.stop()
  const besides = median(times.relay) + median(times.flush)
  return [
    figure('confirmation, median', 'ms', median(times.ours), besides, 'relay + one fdatasync', { most: 2 }),
  ]
}

/** A room of ten years: 48 000 statements by 1 920 client ids, each of a session of 25. */
const fillRoom = async (subject: Subject): Promise<void> => {
  const writer = await subject.open(0)
  const reader = await subject.open(0)
  await Promise.all([writer.synced, reader.synced])
  let last: Id | undefined
  for (let session = 1; session <= 1_920; session++) {
    const client = nextClient++
    writer.send(updateFrameOf(tick(client, 0, last, 25)))
    last = { client, clock: 24 }
    if (session % 40 === 0) await reader.until(session)
  }
  writer.close()
  reader.close()
}

const benchOpening = async (): Promise<Figure> => {
  const times = { waarborg: [] as number[], reference: [] as number[] }
  for (const start of [startWaarborg, startReference]) {
    const subject = await start()
    await fillRoom(subject)
    await untilQuiet(subject)
    for (let round = 0; round < ROUNDS + 1; round++) {
      await subject.restart()
      // Another room first: what the process does once is not what opening costs.
      const other = await subject.open(1)
      await other.synced
      const begin = performance.now()
      const wire = await subject.open(0)
      while (wire.bytes() < TEN_YEARS) await new Promise((resolve) => setImmediate(resolve))
      if (round > 0) times[subject.name].push(performance.now() - begin)
      wire.close()
      other.close()
    }
    await subject.stop()
  }
  const ours = median(times.waarborg)
  const theirs = median(times.reference)
  return figure('opening a room of 48 000 statements', 'ms', ours, theirs, 'reference server with LevelDB', {
    most: 1 / 25,
  })
}

/** Bytes of the filled room, whoever sends them; the reference sends an empty document first. */
const TEN_YEARS = 2_200_000

/** The reference stores what it took in long after it has passed it on. */
const untilQuiet = async (subject: Subject): Promise<void> => {
  for (let before = Number.NaN; !(subject.cpu() - before < 100); ) {
    before = subject.cpu()
    await new Promise((resolve) => setTimeout(resolve, 2_000))
  }
}

/** Processor time of the server per tick, in a room that has seen few client ids and in one that has seen many. */
const benchAge = async (): Promise<Figure> => {
  const costs = { young: [] as number[], old: [] as number[] }
  const subject = await startWaarborg()
  const wires = { young: await subject.open(0), old: await subject.open(1) }
  await Promise.all([wires.young.synced, wires.old.synced])
  for (const [age, ids] of [
    ['young', 100],
    ['old', 24_000],
  ] as const) {
    const wire = wires[age]
    for (let sent = 0; sent < ids; sent += 100) {
      const frames = Array.from({ length: 100 }, () => updateFrameOf(tick(nextClient++, 0, undefined)))
      const confirmed = wire.nextConfirm()
      wire.send(Buffer.concat([...frames, confirmFrameOf(sent)]))
      await confirmed
    }
  }
  const clients = { young: nextClient++, old: nextClient++ }
  for (let round = 0; round < ROUNDS * 2; round++) {
    for (const age of ['young', 'old'] as const) {
      const before = subject.cpu()
      for (let part = 0; part < 40; part++) {
        const frames = ticks(clients[age], (round * 40 + part) * 100, 100).map(updateFrameOf)
        const confirmed = wires[age].nextConfirm()
        wires[age].send(Buffer.concat([...frames, confirmFrameOf(part)]))
        await confirmed
      }
      costs[age].push((subject.cpu() - before) / 4)
    }
  }
  await subject.stop()
  return figure(
    'processor per tick after 24 000 client ids',
    'µs',
    median(costs.old),
    median(costs.young),
    'after 100',
    {
      most: 1.2,
    },
  )
}

const openMany = async (subject: Subject, count: number): Promise<Wire[]> => {
  const wires: Wire[] = []
  while (wires.length < count)
    wires.push(...(await Promise.all(Array.from({ length: 50 }, (_, n) => subject.open(n % 4, false)))))
  await Promise.all(wires.map(({ synced }) => synced))
  return wires
}

const benchMemory = async (): Promise<Figure> => {
  const perSocket = { waarborg: [] as number[], reference: [] as number[] }
  for (const start of [startWaarborg, startReference]) {
    const subject = await start()
    // Some first: what the process takes once, for as many as come, is not what each costs.
    const warm = await openMany(subject, 200)
    const before = subject.memory()
    const wires = await openMany(subject, 4_000)
    perSocket[subject.name].push((subject.memory() - before) / wires.length / 1024)
    for (const wire of [...wires, ...warm]) wire.close()
    await subject.stop()
  }
  return figure(
    'memory per idle socket',
    'KiB',
    median(perSocket.waarborg),
    median(perSocket.reference),
    'reference server with LevelDB',
    { most: 1 },
  )
}
