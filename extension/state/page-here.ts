/**
 * The address of the page beside the side panel, for the sites on which the user lets us see it: compared on this device,
 * kept nowhere. Without leave there is no address.
 */
import { computed, type ReadonlySignal, signal as signalOf } from '@preact/signals'
import { browser } from 'wxt/browser'

export type PageHere = {
  /** Nothing where one may not look. */
  readonly url: ReadonlySignal<string | undefined>
  /** The sites of these patterns where one may not look yet: as the browser names them. */
  closedTo(patterns: readonly string[]): readonly string[]
  /** Asks for leave; within a click. @returns whether it was given */
  ask(sites: readonly string[]): Promise<boolean>
  /** Gives all leave back. */
  stop(): Promise<void>
  readonly mayLook: ReadonlySignal<boolean>
}

export const followPage = async (): Promise<PageHere> => {
  const url = signalOf<string | undefined>(undefined)
  const open = signalOf<readonly string[]>([])
  const look = async (): Promise<void> => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
    url.value = tab?.url
  }
  const lookAgain = async (): Promise<void> => {
    open.value = (await browser.permissions.getAll()).origins ?? []
    await look()
  }
  await lookAgain()
  browser.tabs.onActivated.addListener(() => void look())
  browser.tabs.onUpdated.addListener((_id, change) => {
    if (change.url !== undefined || change.status === 'complete') void look()
  })
  browser.permissions.onAdded.addListener(() => void lookAgain())
  browser.permissions.onRemoved.addListener(() => void lookAgain())
  return {
    url,
    mayLook: computed(() => open.value.length > 0),
    closedTo: (patterns) => sitesOf(patterns).filter((site) => !open.value.includes(site)),
    ask: async (sites) => {
      const isGiven = await browser.permissions.request({ origins: [...sites] })
      await lookAgain()
      return isGiven
    },
    stop: async () => {
      await browser.permissions.remove({ origins: [...open.peek()] })
      await lookAgain()
    },
  }
}

/** The sites of patterns, each once: "https://boek.zandrode.be/kas*" is asked for as "https://boek.zandrode.be/*". */
export const sitesOf = (patterns: readonly string[]): readonly string[] => {
  const sites = patterns.flatMap((pattern) => {
    const [, site] = /^((?:https?|\*):\/\/[^/]+)/.exec(pattern.trim()) ?? []
    return site ? [`${site.toLowerCase()}/*`] : []
  })
  return [...new Set(sites)].sort()
}
