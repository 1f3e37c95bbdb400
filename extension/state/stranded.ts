/**
 * What somebody typed in a line that another took out meanwhile, without having seen it: Yjs takes it out with the line.
 * Whoever typed it puts it back beside where it stood, as a suggestion, so that nothing is lost and nobody is overruled.
 */
import * as Y from 'yjs'
import { PROSE } from '../../shared/ledger'
import type { Vector } from './vector'

/** Words that went with a line, and the block of the text in which that stood. */
export type Stranded = { readonly client: number; readonly text: string; readonly block: Y.Item }

/**
 * @param own client ids of the one who looks
 * @param confirmed what the server was known to have before: of what it did not have nobody could know
 */
export const strandedBy = (
  transaction: Y.Transaction,
  own: ReadonlySet<number>,
  confirmed: Vector,
): Stranded[] => {
  const found: Stranded[] = []
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return
    const { client, clock } = struct.id
    const from = Math.max(0, (confirmed.get(client) ?? 0) - clock)
    if (!own.has(client) || from >= struct.length) return
    const block = blockOf(struct)
    // Its line still stands: then it was these words that were taken out.
    if (!block || !isGone(struct)) return
    const last = found[found.length - 1]
    const text = struct.content.str.slice(from)
    if (last && last.block === block && last.client === client)
      found[found.length - 1] = { ...last, text: last.text + text }
    else found.push({ client, text, block })
  })
  return found.filter(({ text }) => text.trim() !== '')
}

const parentOf = (item: Y.Item): Y.Item | null =>
  (item.parent as Y.AbstractType<unknown> | null)?._item ?? null

const isGone = (item: Y.Item): boolean => {
  for (let above = parentOf(item); above; above = parentOf(above)) if (above.deleted) return true
  return false
}

const blockOf = (item: Y.Item): Y.Item | undefined => {
  let block: Y.Item | null = item
  for (let above = parentOf(item); above; above = parentOf(above)) block = above
  return block === item ? undefined : block
}

/** Puts words back, each behind what stands before its old place. */
export const putBack = (
  doc: Y.Doc,
  stranded: readonly Stranded[],
  suggestion: { readonly id: string; readonly by: string; readonly at: number },
): void => {
  const prose = doc.getXmlFragment(PROSE)
  doc.transact(() => {
    for (const { text, block } of stranded) {
      const words = new Y.XmlText()
      words.applyDelta([{ insert: text, attributes: { insertion: suggestion } }])
      const line = new Y.XmlElement('paragraph')
      line.insert(0, [words])
      prose.insert(placeBehind(block), [line])
    }
  }, PUT_BACK)
}

const PUT_BACK = 'put-back'

const placeBehind = (block: Y.Item): number => {
  let index = 0
  for (let item = block.left; item; item = item.left)
    if (!item.deleted && item.countable) index += item.length
  return index
}
