/** Brings evidence: the page in front of the user, a file, a pasted picture or an address. Nothing chosen is lost by a refusal. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { pictureTypeOf } from '../../../shared/evidence-file'
import { MAX_EVIDENCE } from '../../../shared/kinds/evidence'
import type { Brought } from '../../state/evidence-types'
import type { Check } from '../../state/types'
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { Notice } from '../../ui/Notice'
import { BlobPicture } from './Picture'
import { e, evidenceProblemWords, sizeWords } from './say'
import type { EvidenceWorld } from './world'

type Props = EvidenceWorld & {
  /** None yet where one has still to choose it. */
  readonly check: Check | undefined
  /** Files, pictures and links are chosen in a window of their own: a popup closes under a file dialog. */
  readonly isPopup?: boolean
  /** There is a page beside or below. */
  readonly hasPage?: boolean
  /** What is already there to be saved. */
  readonly initial?: Brought | undefined
  /** The page is captured at once. */
  readonly isHasty?: boolean
  /** The check is answered along. */
  readonly answers?: boolean
  readonly onAdded: (title: string) => void
  readonly onCancel?: (() => void) | undefined
}

export const AddEvidence = (props: Props) => {
  const { desk, initial, isHasty = false, hasPage = false } = props
  const [brought, setBrought] = useState<Brought | undefined>(initial)
  const [problem, setProblem] = useState<string | undefined>()
  const [isBusy, setIsBusy] = useState(false)
  const bring = (next: Brought): void => {
    const isTooLarge = 'file' in next && next.file.size > MAX_EVIDENCE
    setProblem(isTooLarge ? 'too-large' : undefined)
    if (!isTooLarge) setBrought(next)
  }
  const capture = async (): Promise<void> => {
    setIsBusy(true)
    const found = await desk.capture().catch(() => 'unknown' as const)
    setIsBusy(false)
    if (typeof found === 'string') setProblem(found)
    else bring({ from: 'page', capture: found })
  }
  useEffect(() => {
    if (isHasty && hasPage) void capture()
  }, [])
  usePasted((file) => bring({ from: 'picture', file: named(file) }))
  return (
    <section
      class="evidence-add"
      aria-label={e().add.title}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const [file] = event.dataTransfer?.files ?? []
        if (file) bring({ from: 'file', file })
      }}
    >
      {problem && (
        <Notice tone="warning" title={evidenceProblemWords(problem)} urgent>
          {problem === 'disk-full' && (
            <Button onClick={() => void desk.free().catch(() => undefined)}>{e().window.free}</Button>
          )}
        </Notice>
      )}
      {brought ? (
        <Form
          {...props}
          key={keyOf(brought)}
          brought={brought}
          onProblem={setProblem}
          onBack={() => {
            setProblem(undefined)
            if (brought.from === 'page') void desk.dropCapture(brought.capture.id)
            if (initial) props.onCancel?.()
            else setBrought(undefined)
          }}
        />
      ) : (
        <Choose {...props} isBusy={isBusy} onCapture={() => void capture()} onBring={bring} />
      )}
    </section>
  )
}

const keyOf = (brought: Brought): string =>
  brought.from === 'page' ? brought.capture.id : brought.from === 'link' ? 'link' : brought.file.name

/** Where one may begin. */
const Choose = ({
  desk,
  check,
  isPopup = false,
  hasPage = false,
  isBusy,
  onCapture,
  onBring,
  onCancel,
}: Props & {
  readonly isBusy: boolean
  readonly onCapture: () => void
  readonly onBring: (brought: Brought) => void
}) => {
  const input = useRef<HTMLInputElement>(null)
  const first = useRef<HTMLDivElement>(null)
  // Before the next key arrives, which belongs here.
  useLayoutEffect(() => first.current?.querySelector('button')?.focus(), [])
  const words = e().add
  return (
    <>
      <div class="evidence-ways" ref={first}>
        {hasPage && (
          <Button look="primary" disabled={isBusy} onClick={onCapture}>
            {isBusy ? words.capturing : words.page}
          </Button>
        )}
        {isPopup ? (
          <Button onClick={() => desk.openWindow(check)}>{words.window}</Button>
        ) : (
          <>
            <Button onClick={() => input.current?.click()}>{words.file}</Button>
            <Button onClick={() => onBring({ from: 'link', url: '' })}>
              <Icon name="link" />
              {words.link}
            </Button>
            <input
              ref={input}
              type="file"
              hidden
              aria-label={words.file}
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? []
                if (file) onBring({ from: 'file', file })
                // The same one may be chosen again.
                currentTarget.value = ''
              }}
            />
          </>
        )}
        {onCancel && (
          <Button look="plain" onClick={onCancel}>
            {t().app.cancel}
          </Button>
        )}
      </div>
      <p class="quiet evidence-hint">{words.paste}</p>
    </>
  )
}

const Form = ({
  desk,
  shell,
  check,
  brought,
  answers = false,
  onAdded,
  onProblem,
  onBack,
}: Props & {
  readonly brought: Brought
  readonly onProblem: (problem: string | undefined) => void
  readonly onBack: () => void
}) => {
  const [title, setTitle] = useState(() => titleOf(brought))
  const [url, setUrl] = useState('')
  const [day, setDay] = useState('')
  const [validUntil, setValidUntil] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // Before the next key arrives, which belongs in the form.
  useLayoutEffect(() => {
    form.current?.querySelector('input')?.focus()
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const words = e().add
  const save = async (): Promise<void> => {
    if (!check) return onProblem('check-missing')
    setIsBusy(true)
    onProblem(undefined)
    const what: Brought = brought.from === 'link' ? { from: 'link', url: url.trim() } : brought
    const said = { title, day: day || undefined, validUntil: validUntil || undefined }
    const { objection } = await desk.add(check, what, said).catch((error: unknown) => {
      console.error(error)
      return { objection: 'unknown' as const }
    })
    setIsBusy(false)
    if (objection) onProblem(objection)
    else onAdded(title.trim() || url.trim() || titleOf(what))
  }
  return (
    <form
      ref={form}
      class="evidence-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onBack()
      }}
    >
      <Preview brought={brought} />
      {brought.from === 'page' && brought.capture.isLoose && (
        <Notice tone="danger" title={e().window.loose} urgent>
          {brought.capture.picture && (
            <Button
              onClick={() =>
                brought.from === 'page' &&
                brought.capture.picture &&
                shell.download(
                  new Blob([brought.capture.picture], { type: 'image/png' }),
                  `${brought.capture.id}.png`,
                )
              }
            >
              <Icon name="download" />
              {e().window.downloadPicture}
            </Button>
          )}
        </Notice>
      )}
      {brought.from === 'link' && (
        <TextField
          label={words.url}
          hint={words.urlHint}
          inputMode="url"
          maxLength={2000}
          value={url}
          onInput={setUrl}
        />
      )}
      <TextField label={words.name} maxLength={200} value={title} onInput={setTitle} />
      <div class="evidence-days">
        <TextField label={words.day} hint={words.dayHint} type="date" value={day} onInput={setDay} />
        <TextField
          label={words.validUntil}
          hint={words.validHint}
          type="date"
          value={validUntil}
          onInput={setValidUntil}
        />
      </div>
      <div class="form-foot">
        <Button look="plain" onClick={onBack}>
          {brought.from === 'page' ? e().window.drop : words.again}
        </Button>
        <Button type="submit" look="primary" aria-disabled={isBusy}>
          {isBusy ? words.busy : answers ? words.saveAndAnswer : words.save}
        </Button>
      </div>
    </form>
  )
}

const Preview = ({ brought }: { readonly brought: Brought }) => {
  const blob = useShown(brought)
  const id = useId()
  if (brought.from === 'link') return null
  const isPage = brought.from === 'page'
  return (
    <div class="evidence-preview" id={id}>
      {blob && <BlobPicture blob={blob} alt={titleOf(brought)} class="evidence-preview-picture" />}
      <div class="evidence-preview-text">
        {isPage ? (
          <p class="address">{brought.capture.url}</p>
        ) : (
          <p>
            {brought.file.name} <span class="quiet">{sizeWords(brought.file.size)}</span>
          </p>
        )}
        {isPage && brought.capture.selection !== '' && (
          <blockquote class="note" aria-label={e().add.selection}>
            {brought.capture.selection}
          </blockquote>
        )}
        {isPage && !brought.capture.picture && <p class="quiet">{e().add.noPicture}</p>}
      </div>
    </div>
  )
}

/** What can be shown of it before it is saved. */
const useShown = (brought: Brought): Blob | undefined => {
  const [blob, setBlob] = useState<Blob | undefined>()
  useEffect(() => {
    let isOver = false
    shownOf(brought).then(
      (found) => {
        if (!isOver) setBlob(found)
      },
      // Saving it says what is wrong with it.
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [brought])
  return blob
}

const shownOf = async (brought: Brought): Promise<Blob | undefined> => {
  if (brought.from === 'link') return undefined
  if (brought.from === 'page')
    return brought.capture.picture && new Blob([brought.capture.picture], { type: 'image/png' })
  const type = pictureTypeOf(new Uint8Array(await brought.file.slice(0, 16).arrayBuffer()))
  return type && new Blob([brought.file], { type })
}

const titleOf = (brought: Brought): string => {
  if (brought.from === 'link') return ''
  if (brought.from === 'page') return brought.capture.title || brought.capture.url
  return brought.file.name
}

// What comes from the clipboard is called "image.png", whatever it is.
const named = (file: File): File =>
  new File([file], `${e().pasted}.${file.type.split('/')[1] ?? 'png'}`, { type: file.type })

const usePasted = (onPasted: (file: File) => void): void => {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const [file] = event.clipboardData?.files ?? []
      if (!file) return
      event.preventDefault()
      onPasted(file)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  })
}
