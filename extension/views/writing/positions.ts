/**
 * Places in a text that stay where they are while others write: from positions of the editor to those of Yjs and back. By
 * walking the shared text itself, so that hundreds of places cost one walk.
 */
import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'

type Holder = Y.XmlFragment | Y.XmlElement | Y.XmlText

const LEAVES: ReadonlySet<string> = new Set(['rule', 'mention', 'break'])

function* childrenOf(parent: Holder): Generator<Y.XmlElement | Y.XmlText> {
  for (let item = parent._start; item !== null; item = item.right)
    if (!item.deleted && item.content instanceof Y.ContentType)
      yield item.content.type as unknown as Y.XmlElement | Y.XmlText
}

const sizeOf = (type: Y.XmlElement | Y.XmlText): number => {
  if (type instanceof Y.XmlText) return type.length
  if (LEAVES.has(type.nodeName)) return 1
  let size = 2
  for (const child of childrenOf(type)) size += sizeOf(child)
  return size
}

/** Where each part of a text begins, in positions of the editor. */
export const startsIn = (fragment: Y.XmlFragment): ReadonlyMap<unknown, number> => {
  const starts = new Map<unknown, number>([[fragment, 0]])
  const walk = (parent: Holder, from: number): number => {
    let at = from
    for (const child of childrenOf(parent)) {
      if (child instanceof Y.XmlText) {
        starts.set(child, at)
        at += child.length
      } else if (LEAVES.has(child.nodeName)) at += 1
      else {
        starts.set(child, at + 1)
        at = walk(child, at + 1) + 1
      }
    }
    return at
  }
  walk(fragment, 0)
  return starts
}

/** The place in Yjs of a position. @param assoc 0: with what follows; -1: with what comes before */
export const placeAt = (fragment: Y.XmlFragment, position: number, assoc: 0 | -1): Y.RelativePosition => {
  let parent: Holder = fragment
  let left = position
  for (;;) {
    const found = descend(parent, left)
    if (!found) return Y.createRelativePositionFromTypeIndex(parent, countOf(parent), assoc)
    if (found.type instanceof Y.XmlText || found.isHere)
      return Y.createRelativePositionFromTypeIndex(found.type, found.index, assoc)
    parent = found.type
    left = found.index
  }
}

const countOf = (parent: Holder): number => [...childrenOf(parent)].length

const descend = (
  parent: Holder,
  position: number,
): { readonly type: Holder; readonly index: number; readonly isHere: boolean } | undefined => {
  let left = position
  let index = 0
  for (const child of childrenOf(parent)) {
    const size = sizeOf(child)
    if (child instanceof Y.XmlText) {
      if (left <= size) return { type: child, index: left, isHere: false }
    } else if (left === 0) return { type: parent, index, isHere: true }
    else if (left < size) return { type: child, index: left - 1, isHere: false }
    left -= size
    index += 1
  }
  return undefined
}

/** The position of a place; nothing when what it stood in is gone. Never throws, whatever a place is made of. */
export const positionOf = (
  doc: Y.Doc,
  starts: ReadonlyMap<unknown, number>,
  place: Y.RelativePosition,
): number | undefined => {
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(place, doc)
    const start = found && starts.get(found.type)
    if (found === null || start === null || start === undefined) return undefined
    if (found.type instanceof Y.XmlText) return start + Math.min(found.index, found.type.length)
    return start + sizeBefore(found.type as unknown as Holder, found.index)
  } catch {
    // It names something that this document does not have, or not yet.
    return undefined
  }
}

const sizeBefore = (parent: Holder, index: number): number => {
  let size = 0
  let at = 0
  for (const child of childrenOf(parent)) {
    if (at >= index) break
    size += sizeOf(child)
    at += 1
  }
  return size
}

/** To keep, and back. */
export const writePlace = (place: Y.RelativePosition): string => toBase64(Y.encodeRelativePosition(place))
export const readPlace = (text: string | undefined): Y.RelativePosition | undefined => {
  if (text === undefined) return undefined
  try {
    return Y.decodeRelativePosition(fromBase64(text))
  } catch {
    // Somebody wrote something else there.
    return undefined
  }
}
