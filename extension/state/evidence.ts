/**
 * Evidence as views know it: bytes go to this device's disk first, then it is said, then the bytes go to the server, which
 * checks their hash. Loaded apart from the store, which lends it what it needs.
 */
import { computed, effect, signal as signalOf } from '@preact/signals'
import type { EvidenceInput } from '../../shared/commands/evidence'
import {
  addEvidence,
  changeEvidence,
  objectionToEvidence,
  removeEvidence,
} from '../../shared/commands/evidence'
import { nameHosts } from '../../shared/commands/organisation'
import { pictureTypeOf, safeName } from '../../shared/evidence-file'
import { evidence, MAX_EVIDENCE } from '../../shared/kinds/evidence'
import { readRecord } from '../../shared/kinds/kind'
import { ORGANISATION, organisation } from '../../shared/kinds/organisation'
import { Refusal } from '../../shared/protocol'
import { type EvidenceLine, linkOf } from '../../shared/queries/evidence'
import { keyOf } from '../../shared/statement'
import { sha256Of, thumbnailOf } from './evidence-bytes'
import { dropPageCapture, keepPageCapture, readPageCaptures } from './evidence-captures'
import { bytesOf, type EvidenceFiles, type NewFile, openEvidenceFiles, spareOf } from './evidence-files'
import type {
  Brought,
  EvidenceDesk,
  EvidenceProblem,
  KeepProblem,
  Original,
  PageCapture,
} from './evidence-types'
import { alone, download, uploadWaiting } from './evidence-upload'
import { tellFiles, watchFiles } from './evidence-waiting'
import { readObject, writeObject } from './items'
import { tellBackground } from './messages'
import { openEvidenceWindow } from './page-called'
import { captureTab, tabInFront } from './page-capture'
import type { Base } from './quality-base'
import { randomId } from './random'
import { stableList } from './stable'
import type { LineStatus, Session } from './types'
import { createSayer } from './work-say'

type Fields = Omit<EvidenceInput, 'check'>
type Prepared = { readonly fields: Fields; readonly files: readonly NewFile[] }

/** So long the check one was last busy with is the likely one. */
const LATELY = 60 * 60_000

export const createEvidenceDesk = (base: Base & { readonly session: Session }): EvidenceDesk => {
  const { session, signal, rooms, facts, now } = base
  const sayer = createSayer(base)
  const hostsOf = stableList(() => {
    const folded = facts.org.value.records.get(ORGANISATION)
    return folded ? readRecord(organisation, folded).hosts : []
  })
  const hosts = (): readonly string[] => hostsOf.value

  // The files of this device

  let opening: Promise<EvidenceFiles> | undefined
  const files = (): Promise<EvidenceFiles> => {
    opening ??= openEvidenceFiles(session, now).catch((error: unknown) => {
      opening = undefined
      throw error
    })
    return opening
  }
  const waiting = signalOf<ReadonlySet<string>>(new Set())
  const refused = signalOf<ReadonlySet<string>>(new Set())
  const captures = signalOf<readonly PageCapture[]>([])
  const changes = signalOf(0)
  const look = async (): Promise<void> => {
    const all = await (await files()).all()
    const found = await readPageCaptures(session)
    if (signal.aborted) return
    waiting.value = new Set(all.filter(({ isWaiting }) => isWaiting === 1).map(({ sha256 }) => sha256))
    captures.value = found
    changes.value += 1
  }
  const tell = async (): Promise<void> => {
    tellFiles(session)
    await look()
  }
  const upload = async (): Promise<void> => {
    const here = await files()
    await alone(session, async () => {
      const result = await uploadWaiting(session, here, { signal, onConfirmed: () => void tell() })
      refused.value = result.refused
    })
  }
  // Without a disk there is nothing to bring: whoever adds something is told.
  const uploadQuietly = (): void => void upload().catch((error: unknown) => console.error(error))

  watchFiles(session, signal, () => void look().catch(() => undefined))
  void look().catch(() => undefined)
  const isOnline = computed(() => rooms.value.get('org')?.state.value.wire === 'online')
  const stop = effect(() => {
    if (isOnline.value) uploadQuietly()
  })
  signal.addEventListener('abort', () => {
    stop()
    void opening?.then(
      ({ close }) => close(),
      () => undefined,
    )
  })

  const keep = async (brought: Brought, kept: readonly NewFile[]): Promise<KeepProblem | undefined> => {
    const capture = brought.from === 'page' ? brought.capture.id : undefined
    try {
      const here = await files()
      try {
        await here.keep(kept, capture)
      } catch (error) {
        // What the server has too makes room for what nobody has yet.
        if (!isFull(error) || (await here.free()) === 0) throw error
        await here.keep(kept, capture)
      }
      return undefined
    } catch (error) {
      console.error('A file of evidence could not be kept', error)
      return isFull(error) ? 'disk-full' : 'disk-broken'
    }
  }

  return {
    async add(check, brought, said) {
      if (!base.mayWriteIn(check.room)) return { objection: 'not-for-you' }
      const prepared = await prepare(brought)
      if (typeof prepared === 'string') return { objection: prepared }
      const input: EvidenceInput = {
        ...prepared.fields,
        check: check.about,
        title: said.title.trim() || prepared.fields.title || '',
        day: said.day ?? null,
        validUntil: said.validUntil ?? null,
      }
      const objection: EvidenceProblem | undefined = objectionToEvidence(input, hosts())
      if (objection) return { objection }
      const problem = await keep(brought, prepared.files)
      if (problem) return { objection: problem }
      if (brought.from === 'page' && brought.capture.isLoose)
        await dropPageCapture(session, brought.capture.id)
      const added = sayer.add(
        check.room,
        evidence.name,
        input.title ?? '',
        (seen, key, by) => addEvidence(seen, key, input, hosts(), by),
        () => objectionToEvidence(input, hosts()),
      )
      await tell()
      // A popup may be gone before the bytes are: then the background brings them.
      if (prepared.files.length > 0) tellBackground({ type: 'dirty', rooms: [check.room] })
      uploadQuietly()
      return added
    },
    change: ({ room, about }, { title, day, validUntil }) =>
      sayer.say(
        room,
        (seen, by) =>
          changeEvidence(
            seen,
            keyOf(about),
            { ...(title !== undefined && { title }), day: day ?? null, validUntil: validUntil ?? null },
            by,
          ),
        () => (day && validUntil && validUntil < day ? 'valid-before-day' : undefined),
      ),
    remove: ({ room, about }) => sayer.say(room, (seen, by) => removeEvidence(seen, keyOf(about), by)),
    undo: base.undo,
    mayAdd: ({ room }) => base.mayWriteIn(room),
    statusOf: (line) => {
      const said = base.statusOf(line)
      const hashes = [line.sha256, line.picture, line.thumbnail].filter((hash) => hash !== undefined)
      if (hashes.some((hash) => refused.value.has(hash))) return 'refused'
      const isHere = hashes.some((hash) => waiting.value.has(hash))
      return isHere && (said === 'confirmed' || said === 'sent') ? 'here' : (said satisfies LineStatus)
    },
    linkOf: ({ url }) => linkOf(url, hosts()),

    async thumbnail({ thumbnail: sha256 }) {
      if (sha256 === undefined) return undefined
      const here = await files()
      const known = await here.bytes(sha256)
      if (known) return pictureOf(known)
      const bytes = await download(session, sha256).catch(() => undefined)
      if (!bytes || (await sha256Of(bytes)) !== sha256) return undefined
      // Only for next time.
      await here.keepFetched({ sha256, bytes, isSmall: true }).catch(() => undefined)
      return pictureOf(bytes)
    },
    async original(line) {
      const sha256 = line.sha256 ?? line.picture
      if (sha256 === undefined) return { missing: 'not-on-server' }
      const known = await files().then(
        (here) => here.bytes(sha256),
        () => undefined,
      )
      if (known && (await sha256Of(known)) === sha256) return originalOf(line, known)
      const fetched = await download(session, sha256).catch(missingBecause)
      if ('missing' in fetched) return fetched
      return (await sha256Of(fetched)) === sha256 ? originalOf(line, fetched) : { missing: 'other-bytes' }
    },

    async capture() {
      const found = await captureTab(await tabInFront(), { at: now(), id: randomId() })
      if (typeof found === 'string') return found
      const kept = await keepPageCapture(session, found)
      await look().catch(() => undefined)
      return kept
    },
    captures,
    async dropCapture(id) {
      await dropPageCapture(session, id)
      await look()
    },

    turnTo: ({ room, about }) => writeObject(turnedTo(session), { room, about, at: now() }),
    turnedTo() {
      const { room, about, at } = readObject(turnedTo(session)) ?? {}
      const isLately = typeof at === 'number' && now() - at < LATELY
      return typeof room === 'string' && typeof about === 'string' && isLately ? { room, about } : undefined
    },

    changes,
    hosts: hostsOf,
    nameHosts: (names) => sayer.say('org', (seen, by) => nameHosts(seen, names, by)),
    async usage() {
      const all = await (await files()).all()
      const { usage, quota } = await (globalThis.navigator?.storage?.estimate() ?? {})
      return {
        files: all.length,
        bytes: bytesOf(all),
        spare: bytesOf(spareOf(all)),
        waiting: all.filter(({ isWaiting }) => isWaiting === 1).length,
        used: usage,
        quota,
      }
    },
    async free() {
      const freed = await (await files()).free()
      await tell()
      return freed
    },
    openWindow: (place) => void openEvidenceWindow(place ? { room: place.room, about: place.about } : {}),
  }
}

const turnedTo = ({ member }: Session): string => `waarborg.turned/${member}`

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError'

const prepare = async (brought: Brought): Promise<Prepared | KeepProblem> => {
  switch (brought.from) {
    case 'link':
      return { fields: { type: 'link', url: brought.url, title: brought.url }, files: [] }
    case 'page':
      return preparePage(brought.capture)
    default:
      return prepareFile(brought.from, brought.file)
  }
}

const preparePage = async ({ at, url, title, selection, picture }: PageCapture): Promise<Prepared> => {
  const common = { type: 'page', url, title, selection, capturedAt: at } as const
  if (!picture) return { fields: common, files: [] }
  const { original, small } = await hashed(picture)
  return {
    fields: {
      ...common,
      sha256: original.sha256,
      picture: original.sha256,
      size: picture.byteLength,
      mime: 'image/png',
      ...(small && { thumbnail: small.sha256 }),
    },
    files: small ? [original, small] : [original],
  }
}

const prepareFile = async (from: 'file' | 'picture', file: File): Promise<Prepared | KeepProblem> => {
  if (file.size > MAX_EVIDENCE) return 'too-large'
  if (file.size === 0) return 'empty'
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    // Moved, or on a disk that was taken out.
    () => undefined,
  )
  if (!bytes) return 'unreadable'
  const { original, small } = await hashed(bytes)
  const name = safeName(file.name)
  return {
    fields: {
      type: from,
      sha256: original.sha256,
      size: bytes.byteLength,
      mime: pictureTypeOf(bytes) ?? file.type.slice(0, 100),
      name,
      title: name,
      ...(small && { thumbnail: small.sha256 }),
    },
    files: small ? [original, small] : [original],
  }
}

const hashed = async (
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ original: NewFile; small: NewFile | undefined }> => {
  const thumbnail = await thumbnailOf(bytes)
  return {
    original: { sha256: await sha256Of(bytes), bytes, isSmall: false },
    small: thumbnail && { sha256: await sha256Of(thumbnail), bytes: thumbnail, isSmall: true },
  }
}

const pictureOf = (bytes: Uint8Array<ArrayBuffer>): Blob | undefined => {
  const type = pictureTypeOf(bytes)
  return type && new Blob([bytes], { type })
}

// Of what is no picture nothing is said that a browser could take for a page.
const originalOf = ({ name, title, type }: EvidenceLine, bytes: Uint8Array<ArrayBuffer>): Original => {
  const picture = pictureOf(bytes)
  return {
    blob: picture ?? new Blob([bytes], { type: 'application/octet-stream' }),
    isPicture: picture !== undefined,
    name: safeName(type === 'page' ? `${title}.png` : name || title),
  }
}

const missingBecause = (error: unknown): Extract<Original, { missing: string }> => {
  if (!(error instanceof Refusal)) return { missing: 'no-network' }
  return {
    missing:
      error.problem === 'not-found'
        ? 'not-on-server'
        : error.problem === 'not-for-you'
          ? 'not-for-you'
          : 'no-network',
  }
}
