/** How much evidence this device holds, with a way to make room; and the machines of the intranet that may be linked to. */
import './evidence.css'
import { useEffect, useState } from 'preact/hooks'
import type { EvidenceDesk, Usage } from '../../state/evidence-types'
import type { Store } from '../../state/types'
import { Button } from '../../ui/Button'
import { Area } from '../work/fields'
import { useDesk } from './desk'
import { e, sizeWords } from './say'

export const StorageOfEvidence = ({ store }: { readonly store: Store }) => {
  const desk = useDesk(store)
  return desk ? <Found store={store} desk={desk} /> : null
}

const Found = ({ store, desk }: { readonly store: Store; readonly desk: EvidenceDesk }) => (
  <section class="card" aria-labelledby="evidence-storage">
    <h2 id="evidence-storage">{e().storage.title}</h2>
    <Meter desk={desk} />
    {store.mayManage() && <Hosts desk={desk} />}
  </section>
)

const Meter = ({ desk }: { readonly desk: EvidenceDesk }) => {
  const [usage, setUsage] = useState<Usage | undefined>()
  const [freed, setFreed] = useState<number | undefined>()
  const changes = desk.changes.value
  useEffect(() => {
    let isOver = false
    desk.usage().then(
      (found) => {
        if (!isOver) setUsage(found)
      },
      (error: unknown) => console.error(error),
    )
    return () => {
      isOver = true
    }
  }, [desk, changes])
  const words = e().storage
  if (!usage) return <p class="quiet">{words.reading}</p>
  const { files, bytes, spare, waiting, used, quota } = usage
  return (
    <div class="evidence-storage">
      <p>{files === 0 ? words.noFiles : words.files(files, sizeWords(bytes))}</p>
      {files > 0 && <p>{waiting > 0 ? words.waiting(waiting) : words.allSent}</p>}
      {used !== undefined && quota !== undefined && quota > 0 && (
        <>
          <meter aria-label={words.meter} min={0} max={quota} high={quota * 0.8} value={used} />
          <p class="quiet">{words.quota(sizeWords(used), sizeWords(quota))}</p>
        </>
      )}
      {spare > 0 && (
        <>
          <div>
            <Button onClick={() => void desk.free().then(setFreed)}>{words.free(sizeWords(spare))}</Button>
          </div>
          <p class="quiet">{words.freeHint}</p>
        </>
      )}
      {freed !== undefined && <p role="status">{words.freed(sizeWords(freed))}</p>}
    </div>
  )
}

const Hosts = ({ desk }: { readonly desk: EvidenceDesk }) => {
  const hosts = desk.hosts.value
  const [text, setText] = useState(() => hosts.join('\n'))
  const [isSaved, setIsSaved] = useState(false)
  const words = e().storage
  return (
    <form
      class="evidence-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setIsSaved(desk.nameHosts(text.split('\n')) === undefined)
      }}
    >
      <Area
        label={words.hosts}
        hint={words.hostsHint}
        rows={2}
        value={text}
        onInput={(next) => {
          setText(next)
          setIsSaved(false)
        }}
      />
      <div class="form-foot">
        <Button type="submit">{words.save}</Button>
      </div>
      {isSaved && <p role="status">{words.hostsSaved}</p>}
    </form>
  )
}
