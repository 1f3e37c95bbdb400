/** Pictures from bytes: the small one of a piece of evidence, and one that has yet to be saved. */
import { useEffect, useState } from 'preact/hooks'
import type { EvidenceLine } from '../../../shared/queries/evidence'
import type { EvidenceDesk } from '../../state/evidence-types'
import { Icon } from '../../ui/Icon'

/** Shows bytes as a picture for as long as they are on the screen. The type is that of the bytes, never of their name. */
export const BlobPicture = ({
  blob,
  alt,
  class: name,
}: {
  readonly blob: Blob
  readonly alt: string
  readonly class: string
}) => {
  const [url, setUrl] = useState<string | undefined>()
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url ? <img class={name} src={url} alt={alt} /> : null
}

export const Thumbnail = ({ line, desk }: { readonly line: EvidenceLine; readonly desk: EvidenceDesk }) => {
  const [blob, setBlob] = useState<Blob | undefined>()
  const { thumbnail } = line
  useEffect(() => {
    let isOver = false
    desk.thumbnail(line).then(
      (found) => {
        if (!isOver) setBlob(found)
      },
      // Then its sign is shown.
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [desk, thumbnail])
  return (
    <span class="evidence-thumb">
      {blob ? (
        <BlobPicture blob={blob} alt="" class="evidence-thumb-picture" />
      ) : (
        <Icon name={line.type === 'link' || line.type === 'page' ? 'link' : 'note'} size="1.5rem" />
      )}
    </span>
  )
}
