/** The keys, and what "confirmed" means. */
import type { ComponentChildren } from 'preact'
import { t } from '../../text'
import { Dialog } from '../../ui/Dialog'
import { IconMark } from '../../ui/IconMark'
import { ANSWERS } from '../shared/AnswerButtons'

export const HelpDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const words = t().help
  return (
    <Dialog title={words.title} closeLabel={t().app.close} onClose={onClose}>
      <div class="help">
        <p>{words.intro}</p>
        <h3>{words.answer}</h3>
        <dl class="help-keys">
          {ANSWERS.map(([outcome, key]) => (
            <Key key={key} keys={[key]}>
              <IconMark mark={outcome} size="1rem" /> {t().outcomes[outcome]}
            </Key>
          ))}
        </dl>
        <h3>{words.move}</h3>
        <dl class="help-keys">
          <Key keys={['n', 'j', '↓']}>{words.next}</Key>
          <Key keys={['p', 'k', '↑']}>{words.previous}</Key>
          <Key keys={['Enter']}>{words.open}</Key>
          <Key keys={['Esc']}>{words.escape}</Key>
        </dl>
        <h3>{words.other}</h3>
        <dl class="help-keys">
          <Key keys={['c']}>{words.note}</Key>
          <Key keys={['Enter']}>{words.noteSave}</Key>
          <Key keys={['Shift', 'Enter']}>{words.noteLine}</Key>
          <Key keys={['u']}>{words.undo}</Key>
          <Key keys={['l']}>{words.news}</Key>
          <Key keys={['?']}>{words.help}</Key>
        </dl>
        <h3>{words.saved}</h3>
        <p>{words.savedText}</p>
      </div>
    </Dialog>
  )
}

const Key = ({ keys, children }: { keys: readonly string[]; children: ComponentChildren }) => (
  <div>
    <dt>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </dt>
    <dd>{children}</dd>
  </div>
)
