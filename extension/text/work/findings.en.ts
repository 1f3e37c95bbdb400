/** What the pages about findings and judgements say in English. */
import type { FindingsText } from './findings.nl'

const findings = (count: number): string => (count === 1 ? '1 finding' : `${count} findings`)
const checks = (count: number): string => (count === 1 ? '1 check' : `${count} checks`)

export const findingsEn: FindingsText = {
  title: 'Findings',
  intro: 'What was not in order, why, what is being done about it, and whether that helps.',
  summary: (facts) =>
    facts.open === 0
      ? 'No finding is open.'
      : [
          `${findings(facts.open)} open, ${facts.grave === 0 ? 'none of them grave' : `${facts.grave} of them high or critical`}.`,
          facts.effect > 0 &&
            (facts.effect === 1 ? '1 waits for its effect.' : `${facts.effect} wait for their effect.`),
          facts.ready > 0 && `${facts.ready === 1 ? '1 is' : `${facts.ready} are`} ready to be closed.`,
        ]
          .filter(Boolean)
          .join(' '),
  count: (shown, all) => (shown === all ? `${findings(all)}.` : `${shown} of ${findings(all)}.`),
  add: 'Add a finding',
  none: 'No findings found',
  noneNext: 'Choose other filters, or show all findings.',
  showAll: 'Show all findings',
  empty: 'There are no findings yet',
  emptyNext: 'Answer “partly” or “not in order” to a check: then one key makes one. Or add one here.',
  nobody: 'nobody yet',

  filters: {
    show: 'Show',
    shows: {
      open: 'Open',
      cause: 'Cause to find',
      measure: 'Measure needed',
      doing: 'Under way',
      effect: 'Effect to show',
      shown: 'Ready to close',
      closed: 'Closed',
      lost: 'Effect lost',
      all: 'All',
    },
    department: 'Department',
    everywhere: 'Everywhere',
    team: 'Management team',
    severity: 'Severity',
    owner: 'Owner',
    everyone: 'Everyone',
    any: 'All',
    search: 'Search',
  },

  severities: { low: 'Low', moderate: 'Moderate', high: 'High', critical: 'Critical' },
  severityOf: (word) => `Severity: ${word.toLowerCase()}`,
  stages: {
    cause: 'Cause',
    measure: 'Measure',
    doing: 'Doing',
    effect: 'Effect',
    closed: 'Closed',
  },
  stagesNow: {
    cause: 'cause still to be found',
    measure: 'measure still to be chosen',
    doing: 'under way',
    effect: 'effect still to be shown',
    shown: 'effect shown, ready to be closed',
    closed: 'closed',
  },
  columns: { title: 'Finding', owner: 'Owner', severity: 'Severity', stage: 'Stage' },
  foundOn: (day) => `found ${day}`,
  measures: (done, all) =>
    all === 0 ? 'no measure yet' : `${done} of ${all === 1 ? '1 measure' : `${all} measures`} done`,

  without: {
    title: (count) => `${checks(count)} of the last half year without a finding (partly or not in order)`,
    intro:
      'These checks were partly or not in order, and nobody noted a finding. Make one, or leave them as they are.',
  },

  here: {
    title: 'Finding',
    offer: 'This was not wholly in order. Note a finding, and what is done about it will follow.',
    make: 'Make a finding',
    makeOf: (title) => `Make a finding: ${title}`,
    made: (title) => `The finding “${title}” has been made.`,
    open: 'Cause and measure',
    openOf: (title) => `Open the finding: ${title}`,
    removed: 'There was a finding, and it was removed. Make it again if it is needed after all.',
    undone: 'The finding has been undone.',
  },

  form: {
    title: 'New finding',
    change: 'Change the finding',
    name: 'What is not in order?',
    note: 'What was found?',
    department: 'Department',
    departmentTeam: 'Management team (no department)',
    departmentFixed: 'The finding stands with this department. That does not change any more.',
    severity: 'Severity',
    owner: 'Owner',
    departmentChoose: 'Choose a department',
    ownerNone: 'Nobody yet',
    ownerHint: 'Only who may write for this department is in the list.',
    found: 'Found on',
    control: 'About control',
    controlNone: 'No control',
    controlHint: 'Then the same control can show later that it was solved.',
  },

  page: {
    back: 'All findings',
    unknown: 'This finding is not here',
    unknownNext: 'It may be in the bin, or with a department that you cannot see.',
    edit: 'Change',
    more: 'More',
    remove: 'To the bin',
    removed: (title) => `“${title}” is in the bin.`,
    saved: (title) => `“${title}” has been saved.`,
    added: (title) => `“${title}” has been added.`,
    mayNot: 'You may read this finding, not change it.',
    team: 'Management team',
    what: 'Found',
    noNote: 'Nothing was written about it.',
    from: 'From',
    history: 'Who changed what',
    reopenedBecause: 'Reopened because',
  },

  cause: {
    title: 'Cause',
    bone: 'Kind of cause',
    boneNone: 'Not chosen yet',
    boneHint: 'One of the groups of the fishbone. So you see later which causes return.',
  },

  timeline: {
    title: 'Where it stands',
    past: 'done',
    now: 'this is where it stands now',
    next: 'still to do',
  },

  work: {
    title: 'What is being done about it',
    none: 'Nothing has been agreed yet. One measure is often enough; for something larger you make a plan.',
    make: 'Make a measure',
    makePlan: 'Make an improvement plan',
  },

  effect: {
    title: 'Did it help?',
    intro:
      'It can be closed only once it is seen to help: the check afterwards was in order, or a figure shows it.',
    notYet: 'Cannot be closed yet',
    ready: 'Ready to be closed.',
    shown: (day) => `was in order on ${day}, after what was done about it.`,
    close: 'Close',
    figure: 'Close with a figure',
    figureClose: 'Close with this figure',
    figureLabel: 'Which figure shows it?',
    figureHint: 'What was it, what is it now, and where can that be seen?',
    closed: (title) => `“${title}” has been closed.`,
    closedBy: (name, when) => `Closed by ${name}, ${when}.`,
    byCheck: 'Shown by',
    byFigure: 'Shown with a figure',
    held: 'The check is still in order.',
    lost: 'The effect is lost',
    lostText:
      'The check with which this finding was closed is no longer in order. Look at it, and reopen the finding if the problem is back.',
    again: 'Wrong again later',
    againText:
      'After closing, this check was again not wholly in order. Reopen the finding if it is the same problem.',
    unseen: 'The check of that time is of an earlier year and cannot be seen on this device.',
    reopen: 'Reopen',
    reopenReason: 'Why is it opened again?',
    reopened: (title) => `“${title}” has been reopened.`,
  },

  refusals: {
    'no-such-finding': 'This finding is no longer there. Nothing was changed; it may be in the bin.',
    closed: 'This finding has been closed already. Nothing was changed.',
    'measure-missing':
      'Nothing has been done about it yet. Make a measure or an improvement plan and carry it out: only then can it be seen whether it helps.',
    'measure-open': (count) =>
      count === 1
        ? 'This measure has not been carried out yet. Finish it, or stop it with a reason:'
        : `These ${count} measures have not been carried out yet. Finish them, or stop them with a reason:`,
    'plan-open': (count) =>
      count === 1
        ? 'This improvement plan is still open. Finish it, or stop it with a reason:'
        : `These ${count} improvement plans are still open. Finish them, or stop them with a reason:`,
    'effect-missing': (due) =>
      `What was agreed has been done. Now it must be seen whether it helps: answer this check (${due}). If it is in order, the finding can be closed.`,
    'effect-missing-none':
      'What was agreed has been done. No check will come any more that can show the effect: give a figure below that shows it.',
    'figure-missing': 'First write which figure shows the effect.',
    'other-check': 'That check is not about this finding. Choose one of the same control and department.',
    'not-answered': (due) =>
      `This check has not been answered yet (${due}). If it is in order, the finding can be closed:`,
    'too-early': (answered, since) =>
      `This check was in order on ${answered}, but the measure was only done on ${since}. Wait for the next check, or give a figure:`,
    clash: 'Two answers to this check contradict each other. First choose the one that holds:',
    'not-in-order':
      'This check was not in order after the measure, so the problem is not gone. See what is still wrong and take another measure:',
    'not-reviewed':
      'This check is in order, but somebody else has yet to look at the answer. Ask the reviewer about it:',
    'not-for-you': 'You may not write here. Nothing was changed.',
  },

  problems: {
    'title-missing': 'First write what is not in order.',
    'department-missing': 'Choose to which department the finding belongs.',
    'no-such-finding': 'This finding is no longer there. Nothing was changed; it may be in the bin.',
    'not-closed': 'This finding is open already.',
    'reason-missing': 'Write briefly why. The reason stays with the finding.',
    'not-for-you': 'You may not write here. Nothing was changed.',
    unknown: 'This was not saved. Nothing was changed.',
  },

  clash: {
    title: 'Said differently while apart',
    intro: 'Choose what holds. What the other was stays in the history.',
    choose: (value) => `${value} holds`,
  },
  fields: {
    title: 'title',
    note: 'what was found',
    owner: 'owner',
    severity: 'severity',
    found: 'found on',
    control: 'control',
    check: 'check',
    department: 'department',
    whys: 'cause',
    bone: 'kind of cause',
    state: 'stage',
    effect: 'effect',
    reason: 'reason',
    gone: 'bin',
  },
  states: { open: 'open', closed: 'closed' },
  nothing: 'empty',
  bin: 'to the bin',
}
