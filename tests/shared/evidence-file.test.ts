/** What a file of evidence may be called, and as what it may be shown. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayRun, pictureTypeOf, safeName } from '../../shared/evidence-file'

test.each([
  ['jaarrekening 2026.pdf', 'jaarrekening 2026.pdf'],
  ['../../etc/passwd', '-..-etc-passwd'],
  ['C:\\map\\lijst.csv', 'C--map-lijst.csv'],
  ['jaarrek\u202efdp.exe', 'jaarrekfdp.exe'],
  ['a\u0000b\nc.txt', 'abc.txt'],
  ['.htaccess', 'htaccess'],
  ['CON.txt', '_CON.txt'],
  ['   ', 'bestand'],
  ['<img src=x onerror=alert(1)>.png', '-img src=x onerror=alert(1)-.png'],
])('a file called %j is kept as %j', (given, kept) => {
  expect(safeName(given)).toBe(kept)
})

test('any name becomes one that no disk or reader is misled by, and that keeps its ending', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const safe = safeName(`${name}x.pdf`)
      expect(safe).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]/u)
      expect([...safe].length).toBeLessThanOrEqual(121)
      expect(safe).toMatch(/\.pdf$/)
      expect(safe).not.toMatch(/^\./)
      expect(safeName(safe)).toBe(safe)
    }),
  )
})

test('only bytes of pictures are shown as pictures, whatever the file is called', () => {
  const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  expect(pictureTypeOf(bytes('\x89PNG\r\n\x1a\n....'))).toBe('image/png')
  expect(pictureTypeOf(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg')
  expect(pictureTypeOf(bytes('RIFF....WEBPVP8 '))).toBe('image/webp')
  expect(pictureTypeOf(bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))).toBeUndefined()
  expect(pictureTypeOf(bytes('<html><script>alert(1)</script>'))).toBeUndefined()
  expect(pictureTypeOf(bytes(''))).toBeUndefined()
})

test('files that may hold a program are known by their ending', () => {
  expect(['a.html', 'b.SVG', 'c.xlsm', 'd.exe'].every(mayRun)).toBe(true)
  expect(['a.pdf', 'b.png', 'c.xlsx', 'd.csv'].some(mayRun)).toBe(false)
})
