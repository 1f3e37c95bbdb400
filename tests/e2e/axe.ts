/** What axe finds wrong on a page. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

type Axe = { run(of: Document): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> }

/** Everything that axe finds wrong on a screen, light and dark, as "scheme rule: place". */
export const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE)
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const wrong = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: Axe }).axe.run(document)
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    })
    found.push(...wrong.map((each) => `${colorScheme} ${each}`))
  }
  return found
}
