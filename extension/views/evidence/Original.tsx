/** The original of a piece of evidence, with its hash recomputed and what that means. Only pictures are drawn here. */
import { useEffect, useState } from 'preact/hooks'
import { mayRun } from '../../../shared/evidence-file'
import type { EvidenceLine } from '../../../shared/queries/evidence'
import type { Original as Found } from '../../state/evidence-types'
import { t } from '../../text'
import { momentWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Icon } from '../../ui/Icon'
import { Notice } from '../../ui/Notice'
import { BlobPicture } from './Picture'
import { e, sizeWords } from './say'
import { type EvidenceWorld, nameIn } from './world'

type Props = EvidenceWorld & { readonly line: EvidenceLine; readonly onClose: () => void }

export const Original = ({ line, onClose, ...world }: Props) => (
  <Dialog title={line.title || e().original.title} closeLabel={t().app.close} wide onClose={onClose}>
    <div class="evidence-original">
      {line.selection !== '' && <blockquote class="note">{line.selection}</blockquote>}
      <Address line={line} {...world} />
      {line.sha256 === undefined && line.picture === undefined ? (
        <p class="quiet">{e().original.nothing}</p>
      ) : (
        <Bytes line={line} {...world} />
      )}
    </div>
  </Dialog>
)

const Bytes = ({ line, ...world }: EvidenceWorld & { readonly line: EvidenceLine }) => {
  const { desk } = world
  const [found, setFound] = useState<Found | undefined>()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isOver = false
    setFound(undefined)
    desk.original(line).then(
      (next) => {
        if (!isOver) setFound(next)
      },
      () => {
        if (!isOver) setFound({ missing: 'no-network' })
      },
    )
    return () => {
      isOver = true
    }
  }, [desk, line.about, turn])
  if (!found)
    return (
      <p class="quiet" role="status">
        {e().original.reading}
      </p>
    )
  if ('missing' in found)
    return <Missing line={line} why={found.missing} onRetry={() => setTurn(turn + 1)} {...world} />
  return <Genuine line={line} found={found} {...world} />
}

const Genuine = ({
  line,
  found,
  store,
  shell,
}: EvidenceWorld & { readonly line: EvidenceLine; readonly found: Extract<Found, { blob: Blob }> }) => {
  const words = e().original
  const moment = momentWords(line.capturedAt ?? line.at)
  return (
    <>
      <Notice tone="success" title={words.same(moment, nameIn(store, line.by))} />
      {found.isPicture ? (
        <BlobPicture blob={found.blob} alt={line.title} class="evidence-picture" />
      ) : (
        <p class="quiet">{words.downloadHint}</p>
      )}
      {mayRun(found.name) && <Notice tone="warning" title={words.mayRun} />}
      <div>
        <Button onClick={() => shell.download(found.blob, found.name)}>
          <Icon name="download" />
          {words.download}
        </Button>
      </div>
      <details class="evidence-hash">
        <summary>{words.hash}</summary>
        <p class="address">{line.sha256 ?? line.picture}</p>
        <dl class="facts">
          <dt>{words.size}</dt>
          <dd>{sizeWords(found.blob.size)}</dd>
          {line.name !== '' && (
            <>
              <dt>{words.name}</dt>
              <dd class="address">{found.name}</dd>
            </>
          )}
        </dl>
      </details>
    </>
  )
}

const Missing = ({
  line,
  why,
  store,
  onRetry,
}: EvidenceWorld & {
  readonly line: EvidenceLine
  readonly why: Extract<Found, { missing: string }>['missing']
  readonly onRetry: () => void
}) => {
  const words = e().original
  const sentence = why === 'not-on-server' ? words[why](nameIn(store, line.by)) : words[why]
  return (
    <Notice tone={why === 'other-bytes' ? 'danger' : 'warning'} title={sentence} urgent>
      {why !== 'other-bytes' && <Button onClick={onRetry}>{words.retry}</Button>}
    </Notice>
  )
}

/** A link only where that is safe; else what was noted, as words. */
const Address = ({ line, desk }: EvidenceWorld & { readonly line: EvidenceLine }) => {
  if (!line.url) return null
  const href = desk.linkOf(line)
  return (
    <p class="address">
      {href ? (
        <a href={href} target="_blank" rel="noopener noreferrer" title={e().line.open(new URL(href).host)}>
          {line.url}
        </a>
      ) : (
        <>
          {line.url} <span class="quiet">({e().line.notALink})</span>
        </>
      )}
    </p>
  )
}
