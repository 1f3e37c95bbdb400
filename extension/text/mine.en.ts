/** What "My work", standing in and answering many at once say in English. */
import type { MineText } from './mine.nl'

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
const checks = (n: number): string => count(n, 'control', 'controls')

export const mineEn: MineText = {
  title: 'My work',
  intro: 'Everything that waits for you, in one place.',
  summary: (facts) =>
    [
      facts.late > 0 ? `${checks(facts.late)} late` : 'Nothing late',
      facts.clash > 0 && `${facts.clash} in conflict`,
      facts.today > 0 && `${facts.today} due today`,
      facts.soon > 0 && `${facts.soon} due soon`,
      facts.prepare > 0 && `${facts.prepare} to prepare now`,
    ]
      .filter(Boolean)
      .join(', ')
      .concat('.'),
  show: {
    label: 'Show',
    department: 'Also of my department',
    mine: 'Only in my name',
  },
  shown: {
    department: 'Also what anyone of your department may do.',
    mine: 'Only what is in your name, or in that of whom you stand in for.',
  },

  checks: {
    title: 'Controls',
    groups: {
      clash: 'Conflict',
      late: 'Late',
      today: 'Today',
      soon: 'Soon',
      prepare: 'To prepare now',
    },
    none: 'No controls to do',
    noneNext: (next) => `The next one: ${next}.`,
    noneMine: 'No controls in your name',
    noneMineNext: 'Choose “Also of my department” to see what anyone of your department may do.',
    for: (name) => `for ${name}`,
    choose: (title) => `Choose ${title}`,
    chooseAll: 'Choose all controls',
    needsEvidence: 'evidence needed',
    opens: (day) => `from ${day}`,
  },

  bulk: {
    label: 'Answer the chosen controls',
    hint: 'Choose with the box or with x what you want to answer together.',
    hintNoKeys: 'Choose with the boxes what you want to answer together.',
    chosen: (n) => `${checks(n)} chosen`,
    clear: 'Choose none',
    noteTitle: (n, outcome) => `${checks(n)}: ${outcome.toLowerCase()}`,
    noteLabel: 'What is the matter? This note goes with each of the chosen controls.',
    noteNeeded: 'First write what is the matter: one sentence will do.',
    answer: 'Answer',
    answered: (n, outcome) => (n === 0 ? 'Nothing has changed.' : `${checks(n)}: ${outcome.toLowerCase()}.`),
    left: (n) => (n === 1 ? '1 stayed as it was.' : `${n} stayed as they were.`),
    leftTitle: (n) => `${checks(n)} stayed as ${n === 1 ? 'it was' : 'they were'}`,
    why: {
      'evidence-missing': 'Key control: add evidence first, then it can be in order.',
      done: 'This control had an answer already.',
      'not-for-you': 'You may not answer this control.',
    },
    act: {
      'evidence-missing': 'Add evidence',
      done: 'Open control',
      'not-for-you': 'Open control',
    },
  },

  reviews: {
    title: 'To review',
    all: 'Review them all',
    link: (n) => (n === 0 ? 'To review' : `To review (${n})`),
    by: (name, when) => `${name}, ${when}`,
  },
  returned: {
    title: 'Sent back to you',
    by: (name) => `${name} asked to look at it again`,
  },
  measures: { title: 'My measures' },
  findings: {
    title: 'My findings',
    stages: {
      cause: 'cause to be found',
      measure: 'no measure yet',
      doing: 'under way',
      effect: 'effect to be shown',
      closed: 'closed',
    },
  },
  rounds: { title: 'Self-assessment', waiting: 'waits for your scores' },
  evidence: {
    title: 'My evidence that runs out',
    expires: (when) => `valid until ${when}`,
    expired: (when) => `ran out ${when}`,
    untitled: 'Evidence without a title',
  },
  reader: {
    intro: 'You read along: no controls are in your name.',
    title: 'You read along',
    next: 'You can look at everything that is open to you, and have nothing to answer here.',
  },
  none: 'Nothing waits for you',
  noneNext: 'What is new appears here by itself.',
  count: (n) => `${n}`,

  standIn: {
    deputyOf: (name, until) => `You stand in for ${name} until ${until}.`,
    deputyHint: 'What you answer for somebody else is in the history as “for …, by …”.',
    youAway: (deputy, from, until) =>
      `You are away from ${from} until ${until}. ${deputy} stands in for you.`,
    open: 'My absence',
    ask: (names) => `Are you going to be away? ${names} can set who stands in for you.`,
    title: (name) => `Absence of ${name}`,
    intro: (name) =>
      `Whoever stands in for ${name} sees and answers the controls of ${name} on those days. The history says who did it, and for whom.`,
    deputy: 'Who stands in?',
    choose: 'Choose somebody',
    from: 'From',
    until: 'Until',
    save: 'Save',
    saved: (deputy, absent) => `${deputy} stands in for ${absent}.`,
    ended: (deputy, absent) => `${deputy} no longer stands in for ${absent}.`,
    present: 'Agreed',
    end: 'End',
    endOf: (deputy) => `End the standing in by ${deputy}`,
    noRole: (name) =>
      `${name} is not head or contributor of a department, and has no controls in name. There is nothing to take over.`,
    nothingLent: (name, n) =>
      `${name} has ${checks(n)} in name, but nobody who stands in takes them over: only the work of a head or contributor passes on.`,
    partLent: (name, n) =>
      `${checks(n)} in the name of ${name} ${n === 1 ? 'does' : 'do'} not pass on: ${name} is not head or contributor there.`,
    instead: 'Name somebody else as performer of those controls.',
    controls: 'To the controls',
    problems: {
      'no-such-member': 'Choose who stands in.',
      himself: 'Nobody can stand in for himself. Choose somebody else.',
      'day-missing': 'Choose the first and the last day.',
      'until-before-from': 'The last day is before the first. Check the days.',
    },
  },

  popup: {
    title: 'Also for you',
    reviews: (n) => `${count(n, 'answer', 'answers')} to review`,
    findings: (n) => `${count(n, 'finding', 'findings')} in your name`,
    evidence: (n) => `${count(n, 'piece', 'pieces')} of your evidence about to run out`,
  },
}
