/** Where the lines and words of a fishbone lie. Pure. */
import { BONES, type Bone, type Bones } from '../../../shared/kinds/plan'

export type DrawnBone = {
  readonly bone: Bone
  /** The slanting line, from its name to the spine. */
  readonly line: string
  readonly name: { readonly x: number; readonly y: number }
  readonly causes: readonly DrawnCause[]
}
export type DrawnCause = {
  readonly full: string
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
  readonly tick: string
}
export type Drawn = {
  readonly width: number
  readonly height: number
  readonly spine: number
  readonly head: { readonly x: number; readonly width: number; readonly lines: readonly string[] }
  readonly bones: readonly DrawnBone[]
}

const COLUMN = 255
const HEAD = 190
const SLANT = 70
const LINE = 15
const GAP = 10
const NAME = 34
const LEAST = 120
const CAUSE_LETTERS = 26
const HEAD_LETTERS = 20

/** Three bones above the spine and three below, so high that every cause has its place. */
export const drawFishbone = (bones: Bones, problem: string): Drawn => {
  const wrapped = BONES.map((bone) =>
    bones[bone].map((cause) => ({ full: cause, lines: wrap(cause, CAUSE_LETTERS, 3) })),
  )
  const heightOf = (list: (typeof wrapped)[number]): number =>
    NAME + list.reduce((sum, { lines }) => sum + lines.length * LINE + GAP, GAP)
  const above = Math.max(LEAST, ...wrapped.slice(0, 3).map(heightOf))
  const below = Math.max(LEAST, ...wrapped.slice(3).map(heightOf))
  const width = COLUMN * 3 + HEAD
  return {
    width,
    height: above + below,
    spine: above,
    head: { x: COLUMN * 3, width: HEAD - 4, lines: wrap(problem, HEAD_LETTERS, 5) },
    bones: BONES.map((bone, index) => {
      const isAbove = index < 3
      const foot = COLUMN * ((index % 3) + 1) - 14
      const height = (isAbove ? above : below) - NAME
      const tip = isAbove ? NAME : above + below - NAME
      const xAt = (y: number): number => foot - (SLANT * Math.abs(y - above)) / height
      return {
        bone,
        line: `M${foot - SLANT} ${tip}L${foot} ${above}`,
        name: { x: foot - SLANT, y: isAbove ? NAME - 12 : above + below - NAME + 22 },
        causes: placed(wrapped[index] ?? [], isAbove ? NAME + GAP : above + GAP + LINE, xAt),
      }
    }),
  }
}

const placed = (
  causes: readonly { readonly full: string; readonly lines: readonly string[] }[],
  from: number,
  xAt: (y: number) => number,
): DrawnCause[] => {
  let y = from + LINE
  return causes.map(({ full, lines }) => {
    const middle = y + ((lines.length - 1) * LINE) / 2 - 4
    const x = xAt(middle)
    const cause = { full, lines, x: x - 18, y, tick: `M${x - 14} ${middle}H${x}` }
    y += lines.length * LINE + GAP
    return cause
  })
}

/** Words in lines of at most so many letters; what does not fit ends in "…". */
export const wrap = (text: string, letters: number, most: number): string[] => {
  const lines: string[] = []
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length > letters ? `${word.slice(0, letters - 1)}…` : word)
  }
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  kept[most - 1] = `${kept[most - 1]?.slice(0, letters - 1)}…`
  return kept
}
