/** The one word on sync: always in the same place, and a button that says what it means. */
import { useState } from 'preact/hooks'
import type { SyncState } from '../../state/types'
import { t } from '../../text'
import { timeWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Icon, type IconName } from '../../ui/Icon'

type Word = SyncState['word']

const ICONS: Readonly<Record<Word, IconName>> = {
  loading: 'waiting',
  confirmed: 'confirmed',
  here: 'device',
  offline: 'no-connection',
  'not-saved': 'warning',
  refused: 'refused',
  'signed-out': 'sign-out',
}

type Props = {
  readonly sync: SyncState
  /** Downloads what the server does not have. */
  readonly onRescue: () => void
  readonly onSignIn: () => void
}

export const SyncWord = ({ sync, onRescue, onSignIn }: Props) => {
  const [explained, setExplained] = useState(false)
  const act = <SyncAct word={sync.word} onRescue={onRescue} onSignIn={onSignIn} />
  return (
    <div class={`sync sync-${sync.word}`}>
      <button type="button" class="sync-word" onClick={() => setExplained(true)}>
        <Icon name={ICONS[sync.word]} />
        <span>{syncWords(sync)}</span>
      </button>
      {act}
      {explained && (
        <Dialog
          title={syncWords(sync)}
          closeLabel={t().app.close}
          onClose={() => setExplained(false)}
          footer={isTrouble(sync.word) && act}
        >
          <div class="prose">
            <p>{t().sync.explain[sync.word]}</p>
            {sync.problem && <p>{t().problems[sync.problem]}</p>}
          </div>
        </Dialog>
      )}
    </div>
  )
}

/** The words: short, and the same everywhere. */
export const syncWords = ({ word, unsent, confirmedAt }: SyncState): string => {
  const words = t().sync
  if (word === 'confirmed')
    return confirmedAt === undefined ? words.confirmedOnly : words.confirmed(timeWords(confirmedAt))
  if (word === 'here') return words.here(unsent)
  if (word === 'offline') return unsent > 0 ? words.offlineUnsent(unsent) : words.offline
  return words[word]
}

/** What screen readers hear: only what changes how safe the work is, not every count and time. */
export const syncAnnouncement = ({ word }: SyncState): string => {
  if (word === 'loading' || word === 'here') return ''
  return word === 'confirmed' ? t().sync.confirmedOnly : t().sync[word]
}

const isTrouble = (word: Word): boolean => word === 'not-saved' || word === 'refused' || word === 'signed-out'

const SyncAct = ({
  word,
  onRescue,
  onSignIn,
}: {
  word: Word
  onRescue: () => void
  onSignIn: () => void
}) => {
  if (word === 'not-saved' || word === 'refused')
    return (
      <Button look="danger" onClick={onRescue}>
        <Icon name="download" />
        {t().sync.rescue}
      </Button>
    )
  if (word === 'signed-out')
    return (
      <Button look="primary" onClick={onSignIn}>
        {t().sync.signIn}
      </Button>
    )
  return null
}
