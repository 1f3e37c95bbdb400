/** What a file of evidence may be called and shown as. Goes by its bytes and never by what it says of itself. */

const LONGEST = 120

/** Signs that reorder or hide what is read: "jaarrek‮fdp.exe" would be read as "jaarrekexe.pdf". */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
const NOT_IN_NAMES = /[\\/:*?"<>|]/g
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A name under which a file may be kept on any disk: no path, no sign that hides another, not too long. */
export const safeName = (name: string): string => {
  const plain = name
    .replace(HIDDEN, '')
    .replace(NOT_IN_NAMES, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const kept = shortened(plain)
  return kept === '' ? 'bestand' : DEVICES.test(kept) ? `_${kept}` : kept
}

// The end of a name says what it is; the middle may go.
const shortened = (name: string): string => {
  const letters = [...name]
  if (letters.length <= LONGEST) return name
  const end = /\.[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0] ?? ''
  return letters.slice(0, LONGEST - end.length).join('') + end
}

/** Pictures that a browser draws without running anything in them. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]

const SIGNS: readonly (readonly [type: PictureType, at: number, sign: string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
]

/** Which picture these bytes are; nothing for all else, whatever it is called: a drawing in SVG can hold a program. */
export const pictureTypeOf = (bytes: Uint8Array): PictureType | undefined =>
  SIGNS.find(([, at, sign]) => startsWith(bytes, at, sign))?.[0]

const startsWith = (bytes: Uint8Array, at: number, sign: string): boolean =>
  bytes.length >= at + sign.length &&
  [...sign].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))

const RUNNABLE =
  /\.(html?|xhtml|mht(ml)?|svgz?|xml|js|mjs|vbs|wsf|hta|exe|msi|bat|cmd|com|scr|pif|ps1|jar|lnk|url|iso|app|dmg|sh|docm|xlsm|pptm)$/i

/** Whether whoever opens such a file may start a program by it: said before it is handed out. */
export const mayRun = (name: string): boolean => RUNNABLE.test(name)
