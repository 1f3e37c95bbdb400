/** The thread in which a spreadsheet is read: bytes come in, a sheet or the reason why not goes out. */
import { readBytes } from './sheet-bytes'

addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
  void readBytes(new Uint8Array(data)).then((found) => postMessage(found))
})
