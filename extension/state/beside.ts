/** Waarborg beside the page: the side panel of Chromium, the sidebar of Firefox. Both open only upon a click or a key. */
import { browser } from 'wxt/browser'

type Beside = {
  readonly sidePanel?: { open(of: { windowId: number }): Promise<void> }
  readonly sidebarAction?: { open(): Promise<void> }
}

/** Called within the click or key itself: a browser forgets it after the first thing that is waited for. */
export const openBeside = async (windowId: number | undefined): Promise<void> => {
  const { sidePanel, sidebarAction } = browser as unknown as Beside
  if (sidePanel && windowId !== undefined) await sidePanel.open({ windowId })
  else await sidebarAction?.open()
}

/** From a page of our own, which a popup then makes room for. */
export const openBesideHere = async (): Promise<void> => {
  const { id } = await browser.windows.getCurrent()
  await openBeside(id)
  window.close()
}
