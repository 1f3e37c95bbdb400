/** Finds a browser of the Chromium family, and gets one where that can be done without asking. */
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Refusal, run } from './process.mjs'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
]

const MAC = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser']

const WINDOWS = [
  'Chromium/Application/chrome.exe',
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'BraveSoftware/Brave-Browser/Application/brave.exe',
]

export const HOW_TO_GET_ONE = [
  'npx playwright-core install chromium',
  'or install Chromium, Chrome, Edge or Brave the usual way,',
  'or set CHROME_PATH to a browser that is somewhere else.',
]

/**
 * The path of a browser, or nothing. What the user names comes first, then what was fetched for tests, then
 * what the system has.
 * @returns {Promise<string | undefined>}
 */
export async function findBrowser() {
  const named = process.env.CHROME_PATH
  if (named) {
    if (!existsSync(named)) throw new Refusal(`CHROME_PATH names "${named}", and there is no such file.`)
    return named
  }
  return [await fetchedForTests(), ...onPath(), ...inUsualFolders()].find((path) => path && existsSync(path))
}

/**
 * As root on Debian: installs Chromium from the distribution. Elsewhere that is the user's decision.
 * @returns {Promise<string | undefined>}
 */
export async function installBrowserIfPossible() {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined
  console.log('No browser found; installing Chromium ...')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  /** @type {import('node:child_process').SpawnOptions} */
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] }
  try {
    await run('apt-get', ['update', '-qq'], options)
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options)
  } catch (error) {
    console.error(`Chromium could not be installed: ${error instanceof Error ? error.message : error}`)
  }
  return findBrowser()
}

/** Ubuntu looks like Debian, but its Chromium is confined and cannot read a profile just anywhere. */
function isDebian() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return /^ID=debian$/m.test(release)
}

async function fetchedForTests() {
  try {
    const { chromium } = await import('playwright-core')
    return chromium.executablePath()
  } catch {
    return undefined // it has no build for this system
  }
}

function onPath() {
  if (process.platform === 'win32') return []
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function inUsualFolders() {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(process.env.HOME ?? '/', 'Applications')]
    return MAC.flatMap((name) => folders.map((folder) => join(folder, `${name}.app/Contents/MacOS`, name)))
  }
  if (process.platform === 'win32') {
    const { ProgramFiles, LOCALAPPDATA } = process.env
    const folders = [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA].filter(
      (folder) => !!folder,
    )
    return WINDOWS.flatMap((name) => folders.map((folder) => join(String(folder), name)))
  }
  return []
}
