/**
 * One quiet notification per part of the day that says what waits for one; a click on it opens one's own work. Only for
 * who asked for it: the browser is asked for the right to show any at that moment, and not before.
 */
import { effect } from '@preact/signals'
import { browser } from 'wxt/browser'
import { evidenceIn } from '../../shared/queries/evidence'
import { findingsOf } from '../../shared/queries/findings'
import type { WorkGround } from '../../shared/queries/ground'
import { type MyWork, myWork, partOfDay, type Reminder, reminderOf } from '../../shared/queries/my-work'
import { isWorkingDay } from '../../shared/queries/periods'
import { parseRoom } from '../../shared/rooms'
import { followGround } from './quality-ground'
import { hasReminders, SHOWN } from './reminder-choice'
import { type Language, storedLanguage } from './settings'
import { showDashboard } from './shell'
import type { SettlingStore } from './store'
import { openWorkRooms } from './work-rooms'

const NOTIFICATION = 'waarborg.reminder'
const MY_WORK = '#/mijn-werk'
/** The longest it waits for the disk. */
const READ_WITHIN = 5_000
const KINDS: ReadonlySet<string> = new Set(['measure', 'plan', 'finding'])

/** Outside these hours nobody is at work, and a screen that lights up disturbs. */
const FIRST_HOUR = 7
const LAST_HOUR = 18

/** Registers at once: whoever is woken by a click must have its listener in place. */
export const startReminders = (): void => {
  let isHeard = false
  const hear = (): void => {
    // Not there before the right is given.
    if (isHeard || !browser.notifications) return
    isHeard = true
    browser.notifications.onClicked.addListener((id) => {
      if (id !== NOTIFICATION) return
      void browser.notifications.clear(id)
      void showDashboard(MY_WORK)
    })
  }
  hear()
  browser.permissions.onAdded.addListener(hear)
}

/** Shows what waits, unless it was shown in this part of the day. To be called while the store is open. */
export const remind = async (store: SettlingStore, now: () => number = Date.now): Promise<void> => {
  if (!browser.notifications || !(await hasReminders())) return
  const hour = new Date(now()).getHours()
  // What has come halfway would be called late although it was done long ago.
  if (hour < FIRST_HOUR || hour >= LAST_HOUR || store.arriving.peek() > 0 || !store.ready.peek()) return
  const today = store.today.peek()
  if (!isWorkingDay(today)) return
  const shown = await shownTo(store.session.member)
  // Nothing is opened for what would not be shown.
  if (shown === partOfDay(today, hour)) return
  const reminder = reminderOf(await workOf(store), { today, hour, shown })
  if (!reminder) return
  await show(reminder, await storedLanguage())
  await browser.storage.local.set({ [SHOWN]: { member: store.session.member, key: reminder.key } })
}

const shownTo = async (me: string): Promise<string | undefined> => {
  const { member, key } = Object((await browser.storage.local.get(SHOWN))[SHOWN]) as Record<string, unknown>
  return member === me && typeof key === 'string' ? key : undefined
}

const workOf = async (store: SettlingStore): Promise<MyWork> => {
  const { base, session } = store
  const rooms = openWorkRooms(base)
  rooms.open('mine')
  await until(() => rooms.ready.value)
  const records = followGround({ ...base, kinds: KINDS })
  const work: WorkGround = { ...records.peek(), departments: rooms.departments.peek() }
  const evidence = [...base.rooms.peek().values()].flatMap((room) =>
    parseRoom(room.name)?.kind === 'year' ? evidenceIn(room.ledger.peek()?.fold, room.name) : [],
  )
  return myWork({
    member: session.member,
    grants: store.grants.peek(),
    checks: store.checks.peek(),
    work,
    findings: findingsOf(work),
    evidence,
  })
}

/** Resolves when it holds, or when the disk is too slow: then what there is has to do. */
const until = (holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, READ_WITHIN)
    const stop = effect(() => {
      if (!holds()) return
      clearTimeout(timer)
      resolve()
      queueMicrotask(() => stop())
    })
  })

const show = async (reminder: Reminder, language: Language): Promise<void> => {
  await browser.notifications.create(NOTIFICATION, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: WORDS[language].title,
    message: sentencesOf(reminder, language).join('\n'),
    silent: true,
    priority: 0,
  })
}

/** What it says, a line for each thing that waits. */
export const sentencesOf = (reminder: Reminder, language: Language): readonly string[] => {
  const words = WORDS[language]
  const { late, today, reviews, returned, measures, asked, evidence } = reminder
  return [
    late + today > 0 && words.checks(late, today),
    asked > 0 && words.asked(asked),
    returned > 0 && words.returned(returned),
    reviews > 0 && words.reviews(reviews),
    measures > 0 && words.measures(measures),
    evidence > 0 && words.evidence(evidence),
  ].filter((sentence) => sentence !== false)
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

const WORDS = {
  nl: {
    title: 'Waarborg: dit wacht op u',
    checks: (late: number, today: number): string =>
      [late > 0 && `${count(late, 'controle', 'controles')} te laat`, today > 0 && `${today} voor vandaag`]
        .filter(Boolean)
        .join(', '),
    asked: (n: number): string => `${count(n, 'vraag', 'vragen')} over uw maatregelen`,
    returned: (n: number): string => `${count(n, 'antwoord', 'antwoorden')} naar u teruggestuurd`,
    reviews: (n: number): string => `${count(n, 'antwoord', 'antwoorden')} na te zien`,
    measures: (n: number): string => `${count(n, 'maatregel', 'maatregelen')} te laat of tegen morgen`,
    evidence: (n: number): string => `${count(n, 'bewijs vervalt', 'bewijzen vervallen')} binnenkort`,
  },
  en: {
    title: 'Waarborg: this waits for you',
    checks: (late: number, today: number): string =>
      [late > 0 && `${count(late, 'control', 'controls')} late`, today > 0 && `${today} due today`]
        .filter(Boolean)
        .join(', '),
    asked: (n: number): string => `${count(n, 'question', 'questions')} about your measures`,
    returned: (n: number): string => `${count(n, 'answer', 'answers')} sent back to you`,
    reviews: (n: number): string => `${count(n, 'answer', 'answers')} to review`,
    measures: (n: number): string => `${count(n, 'measure', 'measures')} late or due by tomorrow`,
    evidence: (n: number): string =>
      n === 1 ? '1 piece of evidence is about to run out' : `${n} pieces of evidence are about to run out`,
  },
} as const
