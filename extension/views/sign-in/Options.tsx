/** The page for signing in and for what one may set: the language, this device, what is kept where. */
import type { ComponentChildren, FunctionComponent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SignInInput, SignInResult, SignInStep } from '../../state/sign-in'
import type { Session, Store } from '../../state/types'
import { LANGUAGES, language, t } from '../../text'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Mark } from '../shared/Mark'
import { SignOutDialog } from '../shared/SignOutDialog'
import { SyncWord } from '../shared/SyncWord'
import type { Shell } from '../shared/shell'
import { SignInForm } from './SignInForm'
import { o } from './say'

type Props = {
  readonly shell: Shell
  /** Once somebody is signed in. */
  readonly store: Store | undefined
  /** Just signed in: the name to greet. */
  readonly greeted: string | undefined
  readonly initial: Partial<SignInInput>
  readonly signIn: (input: SignInInput, onStep: (step: SignInStep) => void) => Promise<SignInResult>
  readonly onSignedIn: (session: Session, name: string) => void
  /** On the page of settings. */
  readonly reminders?: Reminders
}

/** One notification per part of the day; the browser asks before it gives the right. */
export type Reminders = {
  isOn(): Promise<boolean>
  /** To be called in the click itself; says whether the right was given. */
  switchOn(): Promise<boolean>
  switchOff(): Promise<void>
}

export const Options = ({ shell, store, greeted, initial, signIn, onSignedIn, reminders }: Props) => {
  const again = useRef<HTMLDivElement>(null)
  return (
    <div class="options">
      <header class="options-head">
        <Mark size="2.25rem" />
        <h1>{store ? o().title : t().signIn.title}</h1>
      </header>
      <main class="options-main">
        {greeted !== undefined && <Greeting name={greeted} shell={shell} />}
        {store ? (
          <>
            <div ref={again} class="again">
              <Again
                key={store.session.token}
                store={store}
                initial={initial}
                signIn={signIn}
                onDone={onSignedIn}
              />
            </div>
            <Account
              store={store}
              shell={shell}
              onSignIn={() => again.current?.querySelector<HTMLInputElement>('[name="code"]')?.focus()}
            />
          </>
        ) : (
          <Card>
            <p class="options-intro">{t().signIn.intro}</p>
            <SignInForm signIn={signIn} onDone={onSignedIn} initial={initial} />
          </Card>
        )}
        <Languages shell={shell} />
        {store && reminders && <ReminderChoice reminders={reminders} />}
        <Keys shell={shell} />
        <Storage />
        {store && <EvidenceStorage store={store} />}
      </main>
    </div>
  )
}

const Card = ({ title, children }: { title?: string; children: ComponentChildren }) => (
  <section class="card">
    {title && <h2>{title}</h2>}
    {children}
  </section>
)

const Greeting = ({ name, shell }: { name: string; shell: Shell }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="card greeting">
      <h2 ref={heading} tabIndex={-1}>
        <Icon name="confirmed" size="1.5rem" />
        {t().signIn.done(name)}
      </h2>
      <p>{t().signIn.doneNext}</p>
      <Button look="primary" onClick={() => shell.openDashboard()}>
        {t().signIn.openDashboard}
      </Button>
    </section>
  )
}

/** The server no longer knows this device: signing in again takes only a new code, and what is on the device goes on. */
const Again = ({
  store,
  initial,
  signIn,
  onDone,
}: { readonly store: Store; readonly onDone: Props['onSignedIn'] } & Pick<Props, 'initial' | 'signIn'>) => {
  const { sync, me, session } = store
  if (sync.value.word !== 'signed-out') return null
  const { server, organisation, member } = session
  return (
    <Card title={t().sync.signIn}>
      <p class="options-intro">{t().signIn.again(me.value?.name ?? member)}</p>
      <SignInForm
        signIn={signIn}
        onDone={onDone}
        initial={{ ...initial, server, organisation }}
        startsAt="code"
      />
    </Card>
  )
}

const Account = ({ store, shell, onSignIn }: { store: Store; shell: Shell; onSignIn: () => void }) => {
  const [isLeaving, setLeaving] = useState(false)
  const rescue = () => shell.download(store.rescueFile(), `waarborg-${store.today.value}.json`)
  const words = o()
  return (
    <Card title={words.account}>
      <dl class="facts">
        <dt>{words.person}</dt>
        <dd>{store.me.value?.name ?? store.session.member}</dd>
        <dt>{words.organisation}</dt>
        <dd>{store.organisationName.value || store.session.organisation}</dd>
        <dt>{words.server}</dt>
        <dd class="address">{store.session.server}</dd>
        <dt>{t().sync.label}</dt>
        <dd>
          <SyncWord sync={store.sync.value} onRescue={rescue} onSignIn={onSignIn} />
        </dd>
      </dl>
      <div>
        <Button onClick={() => setLeaving(true)}>
          <Icon name="sign-out" />
          {words.signOut}
        </Button>
      </div>
      {isLeaving && (
        <SignOutDialog
          unsent={store.sync.value.unsent}
          onRescue={rescue}
          onSignOut={() =>
            void store.signOut().then(() => {
              // Closed first, or the page would keep a last picture of what was just forgotten.
              store.close()
              shell.reload()
            })
          }
          onClose={() => setLeaving(false)}
        />
      )}
    </Card>
  )
}

const Languages = ({ shell }: { shell: Shell }) => (
  <Card title={o().language}>
    <fieldset class="choices" aria-label={o().language}>
      {LANGUAGES.map((each) => (
        <label key={each} class="choice" lang={each}>
          <input
            type="radio"
            name="language"
            checked={language.value === each}
            onChange={() => shell.setLanguage(each)}
          />
          {o().languages[each]}
        </label>
      ))}
    </fieldset>
  </Card>
)

const ReminderChoice = ({ reminders }: { reminders: Reminders }) => {
  const [state, setState] = useState<'on' | 'off' | 'refused'>('off')
  useEffect(() => {
    void reminders.isOn().then((isOn) => setState(isOn ? 'on' : 'off'))
  }, [reminders])
  const choose = async (isWanted: boolean): Promise<void> => {
    if (isWanted) setState((await reminders.switchOn()) ? 'on' : 'refused')
    else {
      await reminders.switchOff()
      setState('off')
    }
  }
  const words = o()
  return (
    <Card title={words.reminders}>
      <label class="choice">
        <input
          type="checkbox"
          checked={state === 'on'}
          aria-describedby="reminders-hint"
          onChange={({ currentTarget }) => {
            const isWanted = currentTarget.checked
            // Until the browser has said so it is not on.
            currentTarget.checked = state === 'on'
            void choose(isWanted)
          }}
        />
        {words.remindersOn}
      </label>
      <p class="quiet" id="reminders-hint">
        {words.remindersHint}
      </p>
      {state === 'refused' && <p role="alert">{words.remindersRefused}</p>}
    </Card>
  )
}

/** Who speaks to the computer, or trembles, must be able to switch single letters off (WCAG 2.1.4). */
const Keys = ({ shell }: { shell: Shell }) => {
  const [isOn, setIsOn] = useState(shell.singleKeys)
  const words = o()
  return (
    <Card title={words.keys}>
      <label class="choice">
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby="keys-hint"
          onChange={({ currentTarget }) => {
            shell.setSingleKeys(currentTarget.checked)
            setIsOn(currentTarget.checked)
          }}
        />
        {words.keysOn}
      </label>
      <p class="quiet" id="keys-hint">
        {words.keysHint}
      </p>
    </Card>
  )
}

/** Comes once it is loaded: most who come here come for something else. */
const EvidenceStorage = ({ store }: { readonly store: Store }) => {
  const [Found, setFound] = useState<FunctionComponent<{ readonly store: Store }> | undefined>()
  useEffect(() => {
    import('../evidence/StorageOfEvidence').then(
      ({ StorageOfEvidence }) => setFound(() => StorageOfEvidence),
      (error: unknown) => console.error(error),
    )
  }, [])
  return Found ? <Found store={store} /> : null
}

const Storage = () => {
  const words = o()
  return (
    <Card title={words.storage}>
      <ul class="storage">
        <li>{words.storageDevice}</li>
        <li>{words.storageServer}</li>
        <li>{words.storageNowhere}</li>
      </ul>
      <p>{words.storageRemove}</p>
    </Card>
  )
}
