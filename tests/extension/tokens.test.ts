/** The colours, computed: text at least 4.5:1, signs, edges and the focus ring at least 3:1, in light and in dark. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const CSS = readFileSync('extension/ui/tokens.css', 'utf8')
const [LIGHT = '', DARK = ''] = CSS.split('@media screen and (prefers-color-scheme: dark)')

const colours = (css: string): Map<string, string> =>
  new Map(
    Array.from(css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g), ([, name = '', value = '']) => [name, value]),
  )

const SCHEMES = { light: colours(LIGHT), dark: new Map([...colours(LIGHT), ...colours(DARK)]) }

/** Relative luminance and contrast, as WCAG 2.2 defines them. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const SURFACES = ['page', 'surface', 'surface-quiet', 'surface-raised', 'surface-selected']
const OUTCOMES = ['in-order', 'partly', 'not-in-order', 'not-applicable', 'clash']

/** What is read, on everything it is read on. */
const TEXT: readonly (readonly [ink: string, ground: string])[] = [
  ...['ink', 'ink-quiet', 'ink-faint', 'action', 'action-hover', 'late', 'danger', 'warning'].flatMap((ink) =>
    SURFACES.map((ground) => [ink, ground] as const),
  ),
  ...OUTCOMES.flatMap((outcome) => SURFACES.map((ground) => [outcome, ground] as const)),
  ...OUTCOMES.map((outcome) => [outcome, `${outcome}-ground`] as const),
  ...OUTCOMES.map((outcome) => ['ink', `${outcome}-ground`] as const),
  ...['danger-ground', 'warning-ground', 'info-ground'].flatMap((ground) =>
    ['ink', 'ink-quiet'].map((ink) => [ink, ground] as const),
  ),
  ['danger', 'danger-ground'],
  ['action', 'info-ground'],
  ['on-action', 'action'],
  ['on-action', 'action-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
]

/** What is seen: edges of what can be operated, the focus ring. */
const SEEN: readonly (readonly [line: string, ground: string])[] = [
  ...SURFACES.flatMap((ground) => [['line-strong', ground] as const, ['focus', ground] as const]),
  // The progress bar against its track.
  ['in-order', 'not-applicable-ground'],
]

describe.each(Object.entries(SCHEMES))('in the %s scheme', (_, scheme) => {
  const ratio = (a: string, b: string): number => {
    const [first, second] = [scheme.get(a), scheme.get(b)]
    if (!first || !second) throw new Error(`no colour ${first ? b : a}`)
    return contrast(first, second)
  }

  test('every text reads on every ground it stands on', () => {
    const weak = TEXT.filter(([ink, ground]) => ratio(ink, ground) < 4.5)
    expect(weak.map(([ink, ground]) => `${ink} on ${ground}: ${ratio(ink, ground).toFixed(2)}`)).toEqual([])
  })

  test('edges, bars and the focus ring are seen', () => {
    const weak = SEEN.filter(([line, ground]) => ratio(line, ground) < 3)
    expect(weak.map(([line, ground]) => `${line} on ${ground}: ${ratio(line, ground).toFixed(2)}`)).toEqual(
      [],
    )
  })
})

test('dark gives every colour of light its own value, or keeps it on purpose', () => {
  const kept = [...SCHEMES.light.keys()].filter((name) => !colours(DARK).has(name))
  expect(kept).toEqual([])
})
