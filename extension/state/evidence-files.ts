/**
 * Bytes of evidence on this device: originals and small pictures by their SHA-256, and captures that wait for a check. A
 * database per person and organisation. Bytes that the server was not heard to have are never dropped.
 */
import { completed } from './database'
import type { PageCapture } from './evidence-types'
import { databasePrefix } from './session'
import type { Session } from './types'

export type KeptFile = {
  readonly sha256: string
  readonly size: number
  /** A small picture: kept, since it is shown at once. */
  readonly isSmall: boolean
  /** 1 until the server was heard to have exactly these bytes. */
  readonly isWaiting: 0 | 1
  readonly at: number
}
export type NewFile = {
  readonly sha256: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly isSmall: boolean
}

export type EvidenceFiles = {
  /** Keeps files that wait for the server, and lets go of the capture they came from. On the disk when it resolves. */
  keep(files: readonly NewFile[], capture?: string): Promise<void>
  /** Keeps a small picture that came from the server. */
  keepFetched(file: NewFile): Promise<void>
  bytes(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  all(): Promise<KeptFile[]>
  /** The server has exactly these bytes. */
  confirm(sha256: string): Promise<void>
  /** Lets go of originals that the server has too. @returns how many bytes */
  free(): Promise<number>
  keepCapture(capture: PageCapture): Promise<void>
  /** The latest first. */
  captures(): Promise<PageCapture[]>
  dropCapture(id: string): Promise<void>
  close(): void
}

const META = 'files'
const BYTES = 'bytes'
const CAPTURES = 'captures'

/** Apart from the rooms: those are found by the beginning of their names. */
export const filesName = (session: Session): string =>
  databasePrefix(session).replace(/^waarborg\//, 'waarborg-files/')

/** How many files wait for the server. Cheap, and makes no database where there is none. */
export const countWaiting = async (session: Session): Promise<number> => {
  const name = filesName(session)
  if (!(await indexedDB.databases()).some((each) => each.name === name)) return 0
  const files = await openEvidenceFiles(session)
  try {
    return (await files.all()).filter(({ isWaiting }) => isWaiting === 1).length
  } finally {
    files.close()
  }
}

export const openEvidenceFiles = async (
  session: Session,
  now: () => number = Date.now,
): Promise<EvidenceFiles> => {
  const db = await open(filesName(session))
  const read = async <T>(store: string, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const transaction = db.transaction(store, 'readonly')
    const request = ask(transaction.objectStore(store))
    await completed(transaction)
    return request.result
  }
  const write = async (
    stores: readonly string[],
    tell: (transaction: IDBTransaction) => void,
  ): Promise<void> => {
    const transaction = db.transaction([...stores], 'readwrite', { durability: 'strict' })
    const done = completed(transaction)
    try {
      tell(transaction)
      transaction.commit()
    } catch {
      // It has been aborted already: as a whole, with its reason.
    }
    return done
  }
  const add = (transaction: IDBTransaction, { sha256, bytes, isSmall }: NewFile, isWaiting: 0 | 1): void => {
    const meta: KeptFile = { sha256, size: bytes.byteLength, isSmall, isWaiting, at: now() }
    transaction.objectStore(BYTES).put(bytes, sha256)
    transaction.objectStore(META).put(meta, sha256)
  }
  const all = async (): Promise<KeptFile[]> => await read(META, (store) => store.getAll())

  return {
    async keep(files, capture) {
      const known = new Map((await all()).map((file) => [file.sha256, file]))
      await write([META, BYTES, CAPTURES], (transaction) => {
        for (const file of files) {
          // What the server was heard to have need not go again.
          const isThere = known.get(file.sha256)?.isWaiting === 0
          add(transaction, file, isThere ? 0 : 1)
        }
        if (capture !== undefined) transaction.objectStore(CAPTURES).delete(capture)
      })
    },
    keepFetched: (file) => write([META, BYTES], (transaction) => add(transaction, file, 0)),
    bytes: (sha256) => read(BYTES, (store) => store.get(sha256)),
    all,
    async confirm(sha256) {
      const known = (await all()).find((file) => file.sha256 === sha256)
      if (known)
        await write([META], (transaction) =>
          transaction.objectStore(META).put({ ...known, isWaiting: 0 }, sha256),
        )
    },
    async free() {
      const spare = spareOf(await all())
      await write([META, BYTES], (transaction) => {
        for (const { sha256 } of spare) {
          transaction.objectStore(BYTES).delete(sha256)
          transaction.objectStore(META).delete(sha256)
        }
      })
      return bytesOf(spare)
    },
    keepCapture: (capture) =>
      write([CAPTURES], (transaction) => transaction.objectStore(CAPTURES).put(capture, capture.id)),
    async captures() {
      const found: PageCapture[] = await read(CAPTURES, (store) => store.getAll())
      return found.sort((a, b) => b.at - a.at)
    },
    dropCapture: (id) => write([CAPTURES], (transaction) => transaction.objectStore(CAPTURES).delete(id)),
    close: () => db.close(),
  }
}

/** Originals that can be had from the server again. */
export const spareOf = (files: readonly KeptFile[]): KeptFile[] =>
  files.filter(({ isSmall, isWaiting }) => !isSmall && isWaiting === 0)

export const bytesOf = (files: readonly KeptFile[]): number => files.reduce((sum, { size }) => sum + size, 0)

const open = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => {
      for (const store of [META, BYTES, CAPTURES]) request.result.createObjectStore(store)
    }
    request.onerror = () => reject(request.error)
    request.onsuccess = () => resolve(request.result)
  })
