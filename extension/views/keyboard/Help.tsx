/** The keys, and what "confirmed" means. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { IconMark } from '../../ui/IconMark'
import { NOTE_KEY } from '../findings/note-key'
import { ANSWERS } from '../shared/AnswerButtons'
import type { Shell } from '../shared/shell'
import { JUMPS, nameOfJump } from './pages'
import { k } from './say'

type Props = {
  readonly shell: Pick<Shell, 'singleKeys' | 'openOptions'>
  readonly isPopup: boolean
  readonly onClose: () => void
}

export const Help = ({ shell, isPopup, onClose }: Props) => {
  const words = k().help
  return (
    <Dialog title={words.title} closeLabel={t().app.close} wide={!isPopup} onClose={onClose}>
      <div class={isPopup ? 'help' : 'help help-wide'}>
        <p>{words.intro}</p>
        <section>
          <h3>{words.everywhere}</h3>
          <dl class="help-keys">
            <Key keys={['Ctrl', 'K']}>{words.palette}</Key>
            <Key keys={['/']}>{isPopup ? words.palette : words.search}</Key>
            <Key keys={['g']}>{words.jump}</Key>
            <Key keys={['u']}>{words.undo}</Key>
            <Key keys={['?']}>{words.help}</Key>
            <Key keys={['Esc']}>{words.escape}</Key>
          </dl>
        </section>
        <section>
          <h3>{words.answer}</h3>
          <dl class="help-keys">
            {ANSWERS.map(([outcome, key]) => (
              <Key key={key} keys={[key]}>
                <IconMark mark={outcome} size="1rem" /> {t().outcomes[outcome]}
              </Key>
            ))}
            {isPopup && <Key keys={['c']}>{words.note}</Key>}
            <Key keys={['e']}>{words.evidence}</Key>
            <Key keys={[NOTE_KEY]}>{words.finding}</Key>
            <Key keys={['a']}>{words.measure}</Key>
            <Key keys={['Enter']}>{words.noteSave}</Key>
            <Key keys={['Shift', 'Enter']}>{words.noteLine}</Key>
          </dl>
        </section>
        {isPopup ? <InPopup /> : <InLists />}
        <section>
          <h3>{words.go}</h3>
          <dl class="help-keys">
            {JUMPS.map((jump) => (
              <Key key={jump.letter} keys={[jump.letter]}>
                {nameOfJump(jump)}
              </Key>
            ))}
          </dl>
        </section>
        <section>
          <p>
            {shell.singleKeys() ? words.on : words.off}{' '}
            <Button look="plain" onClick={shell.openOptions}>
              {words.options}
            </Button>
          </p>
        </section>
        <section>
          <h3>{words.saved}</h3>
          <p>{words.savedText}</p>
        </section>
      </div>
    </Dialog>
  )
}

const InPopup = () => {
  const words = k().help
  return (
    <section>
      <h3>{words.move}</h3>
      <dl class="help-keys">
        <Key keys={['n', 'j', '↓']}>{words.nextCheck}</Key>
        <Key keys={['p', 'k', '↑']}>{words.previousCheck}</Key>
        <Key keys={['Enter']}>{words.open}</Key>
        <Key keys={['l']}>{words.news}</Key>
      </dl>
    </section>
  )
}

/** Only what the page below has: not every list has rows to choose. */
const InLists = () => {
  const [has] = useState(() => ({
    rows: document.querySelector('[data-row]') !== null,
    boxes: document.querySelector('[data-row] input[data-choose]') !== null,
  }))
  const words = k().help
  if (!has.rows) return null
  return (
    <section>
      <h3>{words.rows}</h3>
      <dl class="help-keys">
        <Key keys={['j']}>{words.next}</Key>
        <Key keys={['k']}>{words.previous}</Key>
        <Key keys={['Enter']}>{words.openRow}</Key>
        {has.boxes && (
          <>
            <Key keys={['x']}>{words.choose}</Key>
            <Key keys={['Shift', 'j', 'k']}>{words.extend}</Key>
            <Key keys={['1', '2', '3', '0']}>{words.answerMany}</Key>
          </>
        )}
      </dl>
    </section>
  )
}

const Key = ({
  keys,
  children,
}: {
  readonly keys: readonly string[]
  readonly children: ComponentChildren
}) => (
  <div>
    <dt>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </dt>
    <dd>{children}</dd>
  </div>
)
