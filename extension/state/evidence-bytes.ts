/** Bytes as the browser can work on them: their hash, and a small picture of a picture. */
import { pictureTypeOf } from '../../shared/evidence-file'

/** The lower-case hex of the SHA-256. */
export const sha256Of = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

/** Twice as wide as it is shown, for screens with small dots. */
const WIDE = 320
const HIGH = 240

/** A small picture in JPEG; nothing of what is not a picture, or cannot be drawn. */
export const thumbnailOf = async (
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const type = pictureTypeOf(bytes)
  if (type === undefined || typeof OffscreenCanvas === 'undefined') return undefined
  try {
    const picture = await createImageBitmap(new Blob([bytes], { type }))
    const scale = Math.min(1, WIDE / picture.width)
    // Of a long page the top is what one recognises it by.
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(picture.width * scale)),
      Math.max(1, Math.min(HIGH, Math.round(picture.height * scale))),
    )
    canvas.getContext('2d')?.drawImage(picture, 0, 0, picture.width * scale, picture.height * scale)
    picture.close()
    const small = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })
    return new Uint8Array(await small.arrayBuffer())
  } catch {
    // A picture that is damaged: the original is kept as it is.
    return undefined
  }
}

/** The bytes of a "data:" address. Read by hand: the policy of our pages lets nothing fetch one. */
export const bytesOfDataUrl = (url: string): Uint8Array<ArrayBuffer> => {
  const text = atob(url.slice(url.indexOf(',') + 1))
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index)
  return bytes
}
