/** The number on the toolbar button: mine, due and late; and the same in words for who hovers or listens. */
import { browser } from 'wxt/browser'
import type { Filed } from './captures'
import type { Language } from './settings'
import type { Tally } from './settle'

export type BadgeLook = { readonly text: string; readonly title: string; readonly color: string }

/** White on either is at least 6.5 to 1. */
const CALM = '#1f4e79'
const ALARM = '#a3201a'

/**
 * What the button shows.
 * @param tally nothing when nobody is signed in
 * @param filed what was put on the agenda from a web page a moment ago
 */
export const badgeOf = (tally: Tally | undefined, language: Language, filed?: Filed): BadgeLook => {
  const look = lookOf(tally, language)
  if (!filed) return look
  const said = filedLook(filed, language)
  const title = `${said.title}\n${look.title}`
  return look.text === '!' ? { ...look, title } : { ...said, title }
}

/** What became of a click on a web page, before anything has been counted. */
export const filedLook = ({ title, where }: Filed, language: Language): BadgeLook => {
  const said = WORDS[language].filed[where](title)
  return where === 'nowhere'
    ? { text: '!', title: said, color: ALARM }
    : { text: '✓', title: said, color: CALM }
}

const lookOf = (tally: Tally | undefined, language: Language): BadgeLook => {
  const words = WORDS[language]
  if (!tally) return { text: '', title: words.signedOut, color: CALM }
  if (tally.word === 'signed-out') return { text: '!', title: words.signedOut, color: ALARM }
  if (tally.word === 'not-saved' || tally.word === 'refused')
    return { text: '!', title: words[tally.word], color: ALARM }
  const number = tally.late + tally.today
  return {
    text: number === 0 ? '' : number > 99 ? '99+' : String(number),
    title: [words.due(tally), ...(tally.unsent > 0 ? [words.unsent(tally.unsent)] : [])].join('\n'),
    color: tally.late > 0 ? ALARM : CALM,
  }
}

export const showBadge = async ({ text, title, color }: BadgeLook): Promise<void> => {
  // Firefox with manifest version 2 has the same under an older name.
  const action = browser.action ?? browser.browserAction
  await Promise.all([
    action.setBadgeText({ text }),
    action.setBadgeBackgroundColor({ color }),
    action.setBadgeTextColor?.({ color: '#ffffff' }),
    action.setTitle({ title }),
  ])
}

const WORDS = {
  nl: {
    signedOut: 'Waarborg: dit toestel is niet aangemeld',
    'not-saved':
      'Waarborg: er is werk dat niet op dit toestel bewaard kon worden. Open Waarborg om te zien wat u kunt doen.',
    refused:
      'Waarborg: de server nam een wijziging niet aan. Ze staat nog op dit toestel. Open Waarborg om te zien wat u kunt doen.',
    due: ({ late, today }: Tally): string => {
      if (late === 0 && today === 0) return 'Waarborg: niets te laat, niets voor vandaag'
      return `Waarborg: ${late} te laat, ${today} voor vandaag`
    },
    unsent: (n: number): string => `${n} op dit toestel, nog niet op de server`,
    filed: {
      team: (title: string): string =>
        `Waarborg: “${title}” staat bij wat het managementteam nog moet inplannen`,
      department: (title: string): string => `Waarborg: “${title}” is voorgesteld aan het managementteam`,
      nowhere: (title: string): string =>
        `Waarborg: “${title}” staat niet op de agenda: u mag nergens schrijven. Vraag het aan uw diensthoofd.`,
    },
  },
  en: {
    signedOut: 'Waarborg: this device is not signed in',
    'not-saved':
      'Waarborg: some work could not be saved on this device. Open Waarborg to see what you can do.',
    refused:
      'Waarborg: the server did not accept a change. It is still on this device. Open Waarborg to see what you can do.',
    due: ({ late, today }: Tally): string => {
      if (late === 0 && today === 0) return 'Waarborg: nothing late, nothing due today'
      return `Waarborg: ${late} late, ${today} due today`
    },
    unsent: (n: number): string => `${n} on this device, not on the server yet`,
    filed: {
      team: (title: string): string =>
        `Waarborg: “${title}” is with what the management team still has to plan`,
      department: (title: string): string => `Waarborg: “${title}” was put forward to the management team`,
      nowhere: (title: string): string =>
        `Waarborg: “${title}” is not on the agenda: you may write nowhere. Ask your head of department.`,
    },
  },
} as const
