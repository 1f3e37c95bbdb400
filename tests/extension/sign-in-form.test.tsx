// @vitest-environment happy-dom
/** Signing in and settings, as a user sees them. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SignInInput, SignInProblem, SignInResult, SignInStep } from '../../extension/state/sign-in'
import type { Session } from '../../extension/state/types'
import { language, t } from '../../extension/text'
import { readInvitation } from '../../extension/views/sign-in/invitation'
import { Options } from '../../extension/views/sign-in/Options'
import { SignInForm } from '../../extension/views/sign-in/SignInForm'
import './patience'
import { CONFIRMED, createFakeShell, createFakeStore } from './fake-store'

type Answer = (result: SignInResult) => void

const SESSION: Session = {
  server: 'https://waarborg.zandrode.be',
  organisation: 'zandrode',
  token: 't',
  member: 'p05',
}

const open = (initial: Partial<SignInInput> = {}) => {
  const asked: SignInInput[] = []
  const signedIn: string[] = []
  let answer: Answer = () => {}
  let step: (step: SignInStep) => void = () => {}
  render(
    <SignInForm
      initial={initial}
      signIn={(input, onStep) => {
        asked.push(input)
        step = onStep
        return new Promise((resolve) => {
          answer = resolve
        })
      }}
      onDone={(_, name) => signedIn.push(name)}
    />,
  )
  return {
    asked,
    signedIn,
    reach: (at: SignInStep) => step(at),
    answer: (result: SignInResult) => answer(result),
  }
}

const field = (label: string): HTMLInputElement => screen.getByLabelText(label)
const fill = (label: string, value: string) => fireEvent.input(field(label), { target: { value } })
const submit = () => fireEvent.click(screen.getByRole('button', { name: /^(Aanmelden|Bezig)/ }))
const steps = () =>
  within(screen.getByRole('region', { name: 'Wat er gebeurt' }))
    .getAllByRole('listitem')
    .map((each) => each.querySelector('.step-state')?.textContent)

beforeEach(() => {
  language.value = 'nl'
})
afterEach(cleanup)

describe('signing in', () => {
  test('asks for address, organisation and code, and hands them over as typed', () => {
    const { asked } = open({ device: 'Firefox, Windows' })
    fill('Adres van de server', 'waarborg.zandrode.be')
    fill('Organisatie', 'zandrode')
    fill('Code', 'ABCD-EFGH-JKMN')
    submit()
    expect(asked).toEqual([
      {
        server: 'waarborg.zandrode.be',
        organisation: 'zandrode',
        code: 'ABCD-EFGH-JKMN',
        device: 'Firefox, Windows',
      },
    ])
  })

  test('shows step by step how far it is, and greets', async () => {
    const { reach, answer, signedIn } = open()
    submit()
    expect(await waitFor(steps)).toEqual(['bezig', 'nog niet', 'nog niet', 'nog niet', 'nog niet'])
    reach('server')
    await waitFor(() => expect(steps()).toEqual(['gelukt', 'gelukt', 'bezig', 'nog niet', 'nog niet']))
    answer({ session: SESSION, name: 'Els Peeters' })
    await waitFor(() => expect(signedIn).toEqual(['Els Peeters']))
  })

  test('is asked once, however often the button is pressed', async () => {
    const { asked } = open()
    submit()
    await screen.findByRole('button', { name: 'Bezig met aanmelden' })
    submit()
    expect(asked).toHaveLength(1)
  })

  const PROBLEMS: readonly (readonly [SignInProblem, SignInStep])[] = [
    ['address', 'address'],
    ['insecure', 'address'],
    ['network', 'network'],
    ['not-waarborg', 'server'],
    ['no-such-organisation', 'code'],
    ['code-unknown', 'code'],
    ['code-used', 'code'],
    ['code-expired', 'code'],
    ['too-many', 'code'],
    ['server-trouble', 'code'],
    ['client-too-old', 'code'],
    ['disk', 'keep'],
  ]
  test.each(PROBLEMS)(
    '%s: says what happened, what is safe and what to do, and keeps what was typed',
    async (problem, step) => {
      const { answer } = open()
      fill('Adres van de server', 'waarborg.zandrode.be')
      fill('Code', 'ABCD')
      submit()
      answer({ step, problem })
      const alert = await screen.findByRole('alert')
      const words = t().signIn.errors[problem]
      for (const sentence of [words.safe, words.act]) expect(alert.textContent).toContain(sentence)
      // At the field that holds the cause or above the rest, and not both.
      expect(screen.getAllByText(words.what)).toHaveLength(1)
      expect(steps()).toContain('niet gelukt')
      expect(field('Adres van de server').value).toBe('waarborg.zandrode.be')
      expect(field('Code').value).toBe('ABCD')
    },
  )

  test('the field that holds the cause is marked, and described by the cause', async () => {
    const { answer } = open()
    submit()
    answer({ step: 'code', problem: 'code-used' })
    await screen.findByRole('alert')
    expect(field('Code').getAttribute('aria-invalid')).toBe('true')
    expect(field('Adres van de server').getAttribute('aria-invalid')).toBeNull()
    const described = field('Code').getAttribute('aria-describedby')?.split(' ') ?? []
    const words = described.map((id) => document.getElementById(id)?.textContent).join(' ')
    expect(words).toContain('Deze code is al gebruikt.')
    expect(document.activeElement).toBe(field('Code'))
  })

  test('an invitation pasted anywhere fills all three fields', () => {
    open()
    fireEvent.paste(field('Code'), {
      clipboardData: {
        getData: () =>
          'Beste Els, open Waarborg in uw browser en vul in: server https://w.be, organisatie zandrode, code AB12-CD34-EF56. De code werkt één keer.',
      },
    })
    expect(field('Adres van de server').value).toBe('https://w.be')
    expect(field('Organisatie').value).toBe('zandrode')
    expect(field('Code').value).toBe('AB12-CD34-EF56')
  })
})

describe('an invitation', () => {
  test.each([
    ['server https://w.be, organisatie zandrode, code AB12', 'https://w.be'],
    ['Server: w.be\nOrganisation: zandrode\nCode: AB12', 'w.be'],
    [
      'chrome-extension://x/dashboard.html?server=http%3A%2F%2F127.0.0.1%3A4321&organisation=zandrode&code=AB12',
      'http://127.0.0.1:4321',
    ],
  ])('is read from %j', (text, server) => {
    expect(readInvitation(text)).toEqual({ server, organisation: 'zandrode', code: 'AB12' })
  })

  test.each(['', 'AB12-CD34', 'waarborg.zandrode.be', 'https://w.be/?code=AB12', 'server code organisatie'])(
    '%j is none',
    (text) => {
      expect(readInvitation(text)).toBeUndefined()
    },
  )
})

describe('the settings page', () => {
  const page = (signedIn: boolean, greeted?: string) => {
    const shell = createFakeShell()
    const store = createFakeStore([])
    const asked: SignInInput[] = []
    render(
      <Options
        shell={shell}
        store={signedIn ? store : undefined}
        greeted={greeted}
        initial={{}}
        signIn={(input) => {
          asked.push(input)
          return new Promise(() => {})
        }}
        onSignedIn={() => {}}
      />,
    )
    return { shell, store, asked }
  }

  test('offers signing in to who is not signed in', () => {
    page(false)
    expect(screen.getByRole('heading', { level: 1, name: 'Dit toestel aanmelden' })).toBeTruthy()
    expect(field('Code')).toBeTruthy()
  })

  test('says who is signed in, where, and how safe the work is', () => {
    page(true)
    expect(screen.getByText('Els Peeters')).toBeTruthy()
    expect(screen.getByText('https://waarborg.zandrode.be')).toBeTruthy()
    expect(screen.getByText('Alles bevestigd 14:02')).toBeTruthy()
    expect(screen.queryByLabelText('Code')).toBeNull()
  })

  test('a device that was revoked is asked for a code only, and leaves nothing behind', async () => {
    const { store, asked } = page(true)
    expect(screen.queryByLabelText('Code')).toBeNull()
    store.sync.value = { ...CONFIRMED, word: 'signed-out', unsent: 2, problem: 'signed-out' }
    await waitFor(() => expect(field('Code')).toBe(document.activeElement))
    expect(field('Adres van de server').value).toBe('https://waarborg.zandrode.be')
    expect(field('Organisatie').value).toBe('zandrode')
    expect(screen.getByText(/het werk van Els Peeters apart/)).toBeTruthy()
    field('Organisatie').focus()
    fireEvent.click(screen.getByRole('button', { name: 'Opnieuw aanmelden' }))
    expect(document.activeElement).toBe(field('Code'))
    expect(screen.queryByRole('dialog', { hidden: true })).toBeNull()
    fill('Code', 'ABCD-EFGH-JKMN')
    fireEvent.click(screen.getByRole('button', { name: 'Aanmelden' }))
    expect(asked).toMatchObject([{ organisation: 'zandrode', code: 'ABCD-EFGH-JKMN' }])
  })

  test('greets who has just signed in, and leads on', async () => {
    const { shell } = page(true, 'Els')
    const greeting = screen.getByRole('heading', { name: 'Welkom, Els' })
    await waitFor(() => expect(document.activeElement).toBe(greeting))
    fireEvent.click(screen.getByRole('button', { name: 'Dashboard openen' }))
    expect(shell.did).toEqual(['dashboard'])
  })

  test('switches the language', () => {
    const { shell } = page(true)
    fireEvent.click(screen.getByRole('radio', { name: 'English' }))
    expect(shell.did).toEqual(['language en'])
  })

  test('says what is kept where', () => {
    page(false)
    expect(screen.getByText(/Nergens anders/)).toBeTruthy()
  })
})
