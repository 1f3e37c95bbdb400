/** Waarborg beside the page: the side panel of Chromium, the sidebar of Firefox. Both open only upon a click or a key. */
import { browser } from 'wxt/browser'

type Beside = {
  readonly sidePanel?: { open(of: { windowId: number }): Promise<void> }
  readonly sidebarAction?: { open(): Promise<void> }
}

/** Whether this browser can. */
export const canOpenBeside = (): boolean => {
  const { sidePanel, sidebarAction } = browser as unknown as Beside
  return sidePanel !== undefined || sidebarAction !== undefined
}

/** Called within the click or key itself: a browser forgets it after the first thing that is waited for. */
export const openBeside = async (windowId: number | undefined): Promise<void> => {
  const { sidePanel, sidebarAction } = browser as unknown as Beside
  if (sidePanel && windowId !== undefined) await sidePanel.open({ windowId })
  else await sidebarAction?.open()
}
