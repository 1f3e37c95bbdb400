/** Runs in pages, before their own scripts: notes when what counts has been painted, counted from the navigation. */
export const noteMoments = (): void => {
  if (location.protocol !== 'chrome-extension:') return
  const moments: Record<string, number> = {}
  Object.assign(globalThis, { moments })
  const PAST = 'Vorige keer'
  // The stored picture is told apart from the living data by what it calls the organisation.
  const makePast = (): void => {
    const stored = JSON.parse(localStorage.getItem('waarborg.snapshot') ?? 'null')
    if (stored) localStorage.setItem('waarborg.snapshot', JSON.stringify({ ...stored, organisation: PAST }))
  }
  if (location.pathname === '/popup.html') makePast()
  const text = (selector: string): string => document.querySelector(selector)?.textContent ?? ''
  const seen: Record<string, () => boolean> = {
    blank: () => document.querySelector('#blank') !== null,
    popup: () => document.querySelector('.popup-head') !== null,
    rows: () => document.querySelector('[aria-current="true"]') !== null,
    live: () => !['', PAST].includes(text('.popup-organisation')),
    board: () => document.querySelector('#matrix-title') !== null,
    complete: () => document.querySelector('#longest-title') !== null,
  }
  const look = (): void => {
    for (const [name, isSeen] of Object.entries(seen)) {
      if (name in moments || !isSeen()) continue
      moments[name] = Number.NaN
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          moments[name] = performance.now()
        }
        port2.postMessage(undefined)
      })
    }
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
}
