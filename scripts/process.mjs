/** Starting other programs, and where things stand. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** @param {string[]} parts */
export const inRoot = (...parts) => join(ROOT, ...parts)

/** Something the reader can do something about; shown without a stack trace. */
export class Refusal extends Error {}

/** The commands of the development tools, started with our own Node so that it works without a shell. */
const TOOLS = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  wxt: 'node_modules/wxt/bin/wxt.mjs',
  vitest: 'node_modules/vitest/vitest.mjs',
}

/**
 * Runs a program to its end and gives its exit code.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * @param {keyof typeof TOOLS} tool
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to our own
 */
export const runTool = (tool, args, env = {}) =>
  run(process.execPath, [inRoot(TOOLS[tool]), ...args], { env: { ...process.env, ...env } })

/**
 * Runs a Node program until it ends or we are told to stop, and passes the stop on exactly once.
 *
 * The program gets a process group of its own: Ctrl+C in a terminal reaches a whole group, and npm sends it
 * a second time, so a server that heard them all would take the second one for impatience.
 * @param {string} script
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, beforeStop?: () => Promise<void>, patience?: number }} [options]
 * @returns {{ ended: Promise<number>, stop: () => void }}
 */
export function runUntilStopped(script, args, { env = {}, beforeStop, patience = 15_000 } = {}) {
  const leash = ['--import', new URL('leash.mjs', import.meta.url).href]
  const child = spawn(process.execPath, [...leash, script, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
    detached: process.platform !== 'win32',
  })
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    const impatience = setTimeout(() => {
      console.error(`Not stopped after ${patience / 1000} seconds; ending it by force.`)
      child.kill('SIGKILL')
    }, patience)
    child.once('exit', () => clearTimeout(impatience))
    Promise.resolve(beforeStop?.())
      .catch(() => undefined)
      .finally(() => child.kill('SIGTERM'))
  }
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  const abandon = () => child.kill('SIGKILL')
  for (const signal of signals) process.on(signal, stop)
  const watch = watchParent(stop)
  process.once('exit', abandon)
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      for (const signal of signals) process.off(signal, stop)
      process.off('exit', abandon)
      clearInterval(watch)
      resolve(stopping ? 0 : (code ?? 1))
    })
  })
  return { ended, stop }
}

/**
 * Between npm and us stands a shell, which dies of the signal that npm passes on and keeps it to itself.
 * Started without npm, losing the parent is ordinary: somebody put us in the background.
 * @param {() => void} onGone
 */
function watchParent(onGone) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return undefined
  return setInterval(() => process.ppid !== parent && onGone(), 300)
}
