/** Whose list this is, and the way to everything else. */
import { language, t } from '../../text'
import { Menu } from '../../ui/Menu'
import { Mark } from '../shared/Mark'
import type { Shell } from '../shared/shell'

export const Header = ({
  organisation,
  name,
  shell,
  onBeside,
  onHelp,
  onSignOut,
}: {
  readonly organisation: string
  readonly name: string
  readonly shell: Shell
  readonly onBeside: (() => void) | undefined
  readonly onHelp: () => void
  readonly onSignOut: () => void
}) => {
  const other = language.value === 'nl' ? 'en' : 'nl'
  const words = t().popup
  return (
    <header class="popup-head">
      <Mark size="1.75rem" />
      <div class="popup-who">
        <p class="popup-organisation">{organisation}</p>
        <p class="popup-name">{name}</p>
      </div>
      <Menu
        label={words.menu}
        icon="menu"
        items={[
          { icon: 'dashboard', label: words.dashboard, onChoose: () => shell.openDashboard() },
          ...(onBeside ? [{ icon: 'right' as const, label: words.beside, onChoose: onBeside }] : []),
          {
            icon: 'language',
            label: words.otherLanguage,
            lang: other,
            onChoose: () => shell.setLanguage(other),
          },
          { icon: 'help', label: words.help, onChoose: onHelp },
          { icon: 'settings', label: words.options, onChoose: shell.openOptions },
          { icon: 'sign-out', label: words.signOut, onChoose: onSignOut },
        ]}
      />
    </header>
  )
}
