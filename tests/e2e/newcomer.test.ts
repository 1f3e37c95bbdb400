/** The first two minutes of somebody who has just cloned the repository. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeDevice } from './device'
import { freePort, makeDirectory } from './town'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

type Demo = {
  readonly server: string
  readonly organisation: string
  readonly extension: { readonly chrome: string }
  readonly codes: readonly { readonly role: string; readonly member: string; readonly code: string }[]
}

test('a fresh clone starts the demo with one command, keeps its data, and stops when asked', {
  timeout: 240_000,
}, async () => {
  const clone = join(makeDirectory(), 'waarborg')
  execFileSync('git', ['clone', '--quiet', '--depth', '1', pathToFileURL(ROOT).href, clone])
  // The packages are those of this checkout: fetching them again proves nothing about us, and takes a minute.
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'), 'junction')
  const data = makeDirectory()
  const port = await freePort()

  const first = start(clone, { data, port })
  const demo = await readDemo(data, first)
  expect(demo).toMatchObject({ server: `http://127.0.0.1:${port}`, organisation: 'zandrode' })
  expect(demo.codes.map(({ role }) => role)).toEqual(
    expect.arrayContaining(['director', 'coordinator', 'manager', 'contributor', 'auditor']),
  )
  // Everything that a person needs stands on the screen too.
  const said = await vi.waitFor(() => {
    expect(first.said()).toContain('Stoppen: Ctrl+C')
    return first.said()
  })
  for (const { code } of demo.codes) expect(said).toContain(code)
  expect(said).toContain(demo.server)
  expect(said).toContain(demo.extension.chrome)
  expect(said).toMatch(/chrome:\/\/extensions[\s\S]*Firefox/)
  expect(existsSync(join(demo.extension.chrome, 'manifest.json'))).toBe(true)

  // The director works, with what the newcomer was shown.
  const code = demo.codes.find(({ role }) => role === 'director')?.code ?? ''
  const device = await makeDevice({ extension: demo.extension.chrome })
  const page = await device.signIn({ address: demo.server }, code)
  await page
    .getByRole('link', { name: /Burgerzaken en onthaal/ })
    .first()
    .waitFor()
  await page.getByText('Alles bevestigd').first().waitFor()
  await device.close()
  await first.interrupt()
  expect(first.said()).not.toMatch(/error|by force/i)

  const second = start(clone, { data, port })
  const again = await readDemo(data, second)
  expect(again.codes).toEqual(demo.codes)
  expect(second.said()).not.toContain('wordt gemaakt')
  await second.interrupt()
  await expect(fetch(`${demo.server}/healthz`)).rejects.toThrow()
})

type Started = {
  readonly said: () => string
  /** Ctrl+C. Resolves when nothing is left that could still write on this terminal. */
  interrupt(): Promise<void>
}

const start = (clone: string, { data, port }: { data: string; port: number }): Started => {
  const child: ChildProcess = spawn('npm', ['start', '--', '--no-browser'], {
    cwd: clone,
    env: { ...process.env, WAARBORG_DATA: data, WAARBORG_PORT: String(port) },
    // A group of its own, as a terminal would give it.
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const signal = (name: NodeJS.Signals): void => {
    try {
      process.kill(-Number(child.pid), name)
    } catch {
      // It has ended already.
    }
  }
  onTestFinished(async () => {
    signal('SIGKILL')
    await ended
  })
  return {
    said: () => said,
    interrupt() {
      signal('SIGINT')
      return ended
    },
  }
}

/** Once the server serves, `demo.json` says how to reach it. */
const readDemo = (data: string, { said }: Started): Promise<Demo> =>
  vi.waitFor(
    async () => {
      const file = join(data, 'demo.json')
      if (!existsSync(file)) throw new Error(`No demo.json yet:\n${said()}`)
      const demo = JSON.parse(readFileSync(file, 'utf8')) as Demo
      expect((await fetch(`${demo.server}/healthz`)).status).toBe(200)
      return demo
    },
    { timeout: 150_000, interval: 200 },
  )
