/** What the pages about quality indicators say, in English. */
import type { FigureObjection } from '../../shared/commands/measurements'
import type { Rhythm } from '../../shared/kinds/control'
import type { QualityText, SignalFacts } from './quality.nl'

const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]

/** "eight"; from twenty-one on in digits. */
const word = (n: number): string => WORDS[n] ?? String(n)

const UNITS: Readonly<Record<Rhythm, readonly [one: string, many: string]>> = {
  weekly: ['week', 'weeks'],
  monthly: ['month', 'months'],
  quarterly: ['quarter', 'quarters'],
  'half-yearly': ['half-year', 'half-years'],
  yearly: ['year', 'years'],
}

const span = (rhythm: Rhythm, n: number): string => `${word(n)} ${UNITS[rhythm][n === 1 ? 0 : 1]}`
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const ordinal = (n: number): string => {
  const last = n % 10
  const isTeen = n % 100 > 10 && n % 100 < 14
  return `${n}${isTeen ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`
}

const signal = (facts: SignalFacts): string => {
  const { rule, side, count: n, of, rhythm, period, value, limit, isMedian } = facts
  const middle = isMedian ? 'the median' : 'the average'
  const where = side === 'above' ? 'above' : 'below'
  const edge = side === 'above' ? 'upper limit' : 'lower limit'
  switch (rule) {
    case 'beyond3':
      return limit === undefined
        ? `${capital(period)} (${value}) lies far ${where} ${middle}: this is no ordinary variation.`
        : `${capital(period)} (${value}) lies ${where} the ${edge} of ${limit}: this is no ordinary variation.`
    case 'side7':
    case 'side8':
    case 'side9':
      return `${capital(span(rhythm, n))} in a row ${where} ${middle}: something has changed.`
    case 'trend6':
    case 'trend7':
      return `${capital(span(rhythm, n))} in a row ${side === 'rising' ? 'higher' : 'lower'}: the figures move one way.`
    case 'alternate14':
      return `${capital(span(rhythm, n))} higher and lower in turn: perhaps two causes take turns.`
    case 'two_of_three_2s':
      return `${capital(word(n))} of the last ${span(rhythm, of)} close to the ${edge}: something has probably changed.`
    case 'four_of_five_1s':
      return `${capital(word(n))} of the last ${span(rhythm, of)} clearly ${where} ${middle}: something has probably changed.`
    case 'inside15_1s':
      return `${capital(span(rhythm, n))} in a row very close to ${middle}: the limits are probably too wide.`
    case 'outside8_1s_both':
      return `${capital(span(rhythm, n))} in a row far from ${middle}, on both sides: two situations are mixed here.`
  }
}

const OBJECTIONS: Readonly<Record<FigureObjection, string>> = {
  nothing: 'Enter a figure first.',
  'numerator-missing': 'The numerator is missing.',
  'denominator-missing': 'The denominator is missing: also enter how many cases the figure is about.',
  'denominator-zero': 'The denominator is zero, but the numerator is not. Check both numbers.',
  'numerator-above-denominator':
    'The numerator is larger than the denominator. Check that they are not swapped.',
  negative: 'A negative number is not possible here.',
  'not-whole': 'This is a count: enter a whole number.',
  'not-a-percentage': 'A percentage lies between 0 and 100.',
  'sample-too-small': 'Enter at least two measurements.',
  'reason-missing': 'Write why the previous figure was wrong.',
}

export const qualityEn: QualityText = {
  title: 'Quality',
  nav: {
    label: 'Parts of quality',
    scorecard: 'Scorecard',
    entry: 'Enter figures',
    causes: 'Causes',
    objectives: 'Objectives',
    library: 'Library',
  },
  reading: 'The figures of past years are being read.',
  progress: (known, all) =>
    `Figures are still being fetched: ${known} of ${all} years of departments are here. What you see is not complete yet.`,
  progressOffline: (known, all) =>
    `Without a connection: ${known} of ${all} years of departments are on this device. What you see is not complete.`,
  number: word,
  span,
  unitOf: (rhythm, n) => UNITS[rhythm][n === 1 ? 0 : 1],
  shortParts: (part, year) => `${part.replace('W', 'w')} ${year}`,

  signal,
  rules: {
    beyond3: 'beyond the limits',
    side7: 'seven in a row on one side',
    side8: 'eight in a row on one side',
    side9: 'nine in a row on one side',
    trend6: 'six in a row rising or falling',
    trend7: 'seven in a row rising or falling',
    alternate14: 'fourteen higher and lower in turn',
    two_of_three_2s: 'two of three close to a limit',
    four_of_five_1s: 'four of five far from the average',
    inside15_1s: 'fifteen close to the average',
    outside8_1s_both: 'eight far from the average, on both sides',
  },
  readings: {
    improvement: 'This is an improvement.',
    concern: 'This needs attention.',
    neutral: '',
  },
  provisionalSignal: 'The limits are still provisional: wait before you decide.',

  variation: {
    improvement: 'improvement',
    concern: 'attention',
    neutral: 'change',
    'common-cause': 'ordinary variation',
  },
  variationWhy: {
    improvement: 'The newest figure is a signal in the right direction.',
    concern: 'The newest figure is a signal in the wrong direction.',
    neutral: 'The newest figure is a signal. Good or bad depends on the situation.',
    'common-cause': 'No signal: the figure varies as it always does.',
  },
  assurance: {
    passing: 'always meets the target',
    failing: 'never meets the target',
    'hit-or-miss': 'hit or miss',
    'no-target': 'no target',
  },
  assuranceWhy: {
    passing: 'As long as nothing changes, the target will be met every time.',
    failing: 'As long as nothing changes, the target will never be met. Only another way of working helps.',
    'hit-or-miss': 'The target lies between the limits: sometimes met, sometimes not. That is chance.',
    'no-target': 'No target was agreed.',
  },
  nothingMeasured: 'no figure yet',

  together: 'All departments together',
  notTogether: (n) => `${n} departments, cannot be added up`,

  scorecard: {
    title: 'Scorecard',
    intro: 'What do the indicators say? Only signals need attention; the rest is ordinary variation.',
    summary: (facts) =>
      [
        `${count(facts.indicators, 'indicator', 'indicators')}${facts.series > facts.indicators ? ` in ${facts.series} series` : ''}.`,
        facts.concern === 0
          ? 'None needs attention now.'
          : `${capital(word(facts.concern))} ${facts.concern === 1 ? 'needs' : 'need'} attention now.`,
        facts.improvement > 0 &&
          `${capital(word(facts.improvement))} ${facts.improvement === 1 ? 'shows' : 'show'} an improvement.`,
        facts.neutral > 0 &&
          `${capital(word(facts.neutral))} ${facts.neutral === 1 ? 'shows' : 'show'} a change without a good or bad side.`,
        facts.failing > 0 &&
          `${capital(word(facts.failing))} will not meet the target without another way of working.`,
        facts.stale > 0 && `For ${word(facts.stale)} the newest figure is missing.`,
      ]
        .filter(Boolean)
        .join(' '),
    caption: 'Every indicator with its newest figure, target, course and two judgements',
    indicator: 'Indicator',
    newest: 'Newest figure',
    target: 'Target',
    course: 'Course',
    variation: 'Signal?',
    assurance: 'Target met?',
    variationLong: 'What does the newest figure say?',
    assuranceLong: 'Will the target be met?',
    group: 'Group by',
    groups: {
      perspective: 'Perspective',
      caf: 'CAF criterion',
      theme: 'Theme',
      objective: 'Objective',
      department: 'Department',
      none: 'Do not group',
    },
    nowhere: {
      perspective: 'Without perspective',
      caf: 'Without CAF criterion',
      theme: 'Without theme',
      objective: 'Without objective',
      department: 'All departments together',
      none: '',
    },
    sort: 'Order',
    sorts: {
      signal: 'Signals first',
      target: 'Missed targets first',
      stale: 'Missing figures first',
      name: 'By name',
    },
    show: 'Show',
    shows: { all: 'All', signals: 'Signals', failing: 'Target not met', stale: 'Figure missing' },
    department: 'Department',
    everyDepartment: 'All departments',
    search: 'Search',
    asOf: 'As of',
    asOfBanner: (day) =>
      `You see the state of ${day}: what had been entered by then, with the limits of then.`,
    asOfLimit: (day) => `Nothing had been entered by ${day}.`,
    now: 'Back to now',
    departments: (n) => count(n, 'department', 'departments'),
    open: (name) => `Departments of ${name}`,
    signalsBelow: (n) => `${count(n, 'department', 'departments')} with a signal`,
    sideBySide: 'Departments side by side',
    stale: 'figure missing',
    staleSince: (day) => `late since ${day}`,
    missing: (n) => count(n, 'figure missing', 'figures missing'),
    unexplained: (n) => `${count(n, 'signal', 'signals')} without explanation`,
    provisional: 'provisional limits',
    ended: 'no longer measured',
    count: (n, of) =>
      n === of ? count(n, 'indicator', 'indicators') : `${n} of ${count(of, 'indicator', 'indicators')}`,
    none: 'No indicators in this list',
    noneNext: 'Choose another list or another department above.',
    empty: 'There are no indicators yet',
    emptyNext: 'Adopt an indicator from the library: 56 are ready, with formula and a proposed target.',
    emptyAsk: 'The general director or the quality coordinator can adopt them from the library.',
    toLibrary: 'To the library',
    print: 'Print',
    printed: (filters, day) => `${filters} · printed on ${day}`,
    legend: 'What the signs mean',
    picture: (facts) =>
      `${facts.name}: ${facts.points} ${UNITS[facts.rhythm][facts.points === 1 ? 0 : 1]}, newest ${facts.newest} in ${facts.period}; ${facts.variation}; ${facts.assurance}; ${count(facts.signals, 'signal', 'signals')}.`,
    pictureEmpty: (name) => `${name}: no figures yet.`,
  },

  perspectives: {
    citizen: 'Citizen and society',
    finance: 'Finance',
    processes: 'Internal processes',
    people: 'People and growth',
  },

  legend: {
    value: 'figure',
    center: 'average',
    median: 'median',
    limits: 'limits of ordinary variation',
    target: 'target',
    concern: 'signal: attention',
    improvement: 'signal: improvement',
    neutral: 'signal without a good or bad side',
    excluded: 'left out of the limits',
    event: 'event',
    phase: 'new phase',
  },

  pareto: {
    count: 'Number',
    share: 'Share',
    cumulative: 'Cumulative share',
    vital: 'most important',
    others: 'others',
    threshold: '80%: where the most important end',
    rest: (n) => `${n} others, together`,
    restWhy: 'smaller ones, taken together',
    sentence: (n, of, unit, share, counted) =>
      `${capital(word(n))} of the ${word(of)} ${unit} ${n === 1 ? 'makes' : 'together make'} up ${share} of ${counted}.`,
    spread: (of, unit, counted) =>
      `Spread over ${word(of)} ${unit}: ${counted}. No small group makes up nearly all of it.`,
    only: (unit, counted) => `One ${unit} makes up everything: ${counted}.`,
    bar: (facts) =>
      `${facts.name}: ${facts.count}, ${facts.share}, cumulative ${facts.cumulative}${facts.vital ? ', most important' : ''}`,
    window: (from, to) => `${from} to ${to}`,
    figures: (from, to) => `Figures from ${from} to ${to}`,
  },

  draft: {
    restored: 'You go on with what you began earlier.',
    reset: 'Begin anew',
  },

  causes: {
    title: 'Causes',
    intro: 'Where does most of it come from? A few causes often make up nearly everything: start there.',
    by: 'Count by',
    theme: 'Theme',
    everyTheme: 'All themes',
    indicator: 'Indicator',
    sorts: {
      control: 'control',
      reason: 'reason',
      theme: 'theme',
      department: 'department',
      outcome: 'outcome',
      category: 'category of an indicator',
    },
    titles: {
      control: 'Controls that were not in order',
      reason: 'Reasons why it was not in order',
      theme: 'Themes where it was not in order',
      department: 'Departments where it was not in order',
      outcome: 'Outcomes of all checks',
    },
    why: {
      control: 'Counted: what was partly or not in order.',
      reason:
        'Counted: what was partly or not in order, by its note. Notes that differ only in capitals, digits or punctuation count together.',
      theme: 'Counted: what was partly or not in order.',
      department: 'Counted: what was partly or not in order. A department with more checks also counts more.',
      outcome: 'Counted: every check with an outcome.',
      category: 'Counted: the numbers by category that were entered with the figures.',
    },
    units: {
      control: ['control', 'controls'],
      reason: ['reason', 'reasons'],
      theme: ['theme', 'themes'],
      department: ['department', 'departments'],
      outcome: ['outcome', 'outcomes'],
      category: ['category', 'categories'],
    },
    counted: (n, isOne, isAll) =>
      isAll
        ? `${n} ${isOne ? 'check' : 'checks'} with an outcome`
        : `${n} ${isOne ? 'time' : 'times'} partly or not in order`,
    cases: (n) => `${n} cases`,
    noReason: 'without a note',
    none: 'Nothing that was partly or not in order',
    noneNext: 'Choose another period, department or theme above.',
    noneCounted: 'No numbers by category were entered in this period',
    noCategories: 'No indicator with categories',
    noCategoriesNext:
      'Give an indicator categories in its definition. With each figure you then enter how many there were of each kind.',
    toIndicator: 'To the indicator',
    behind: (name) => `What counts in “${name}”`,
    close: 'Close',
  },

  indicator: {
    back: 'Scorecard',
    unknown: 'This indicator does not exist (any more)',
    unknownNext: 'Go back to the scorecard and choose another.',
    department: 'Department',
    newest: (value, period) => `${value} in ${period}`,
    noFigure: 'No figure entered yet',
    noFigureNext: 'Enter the first figure. From twelve figures on the limits are reliable.',
    targetIs: (target) => `Target ${target}`,
    targetAtMost: (target) => `at most ${target}`,
    targetAtLeast: (target) => `at least ${target}`,
    targetBetween: (low, high) => `between ${low} and ${high}`,
    was: (value, period) => `was ${value} in ${period}`,
    stale: (period, day) => `The figure of ${period} is missing. It was due on ${day}.`,
    staleMore: (n) => `${count(n, 'figure is', 'figures are')} missing in all.`,
    calm: 'No signal: the newest figure is ordinary variation. It needs no explanation of its own.',

    chart: 'Chart',
    table: 'Table',
    form: 'View',
    kinds: { control: 'Control chart', run: 'Run chart', pareto: 'Pareto', funnel: 'Compare departments' },
    kind: 'Kind of chart',
    kindWhy: {
      control: '',
      run: 'Run chart: the same figures around their median, without limits. Of use where figures are few or erratic.',
      pareto: 'Pareto: which few categories make up most of it?',
      funnel: 'Departments side by side, each with limits that fit its number of cases.',
    },
    range: 'Show spread',
    rangeTitle: {
      mr: 'Difference from the figure before',
      r: 'Range within the sample',
      s: 'Standard deviation within the sample',
    },
    window: 'Period',
    windows: { all: 'All', '24': 'Last 24', '12': 'Last 12' },
    exportMenu: 'Keep or print',
    png: 'As an image (PNG)',
    svg: 'As a drawing (SVG)',
    csv: 'As a table (CSV)',
    print: 'Print',
    exportFailed: 'The image could not be made. Keep it as a drawing (SVG).',
    points: 'Points of the chart',
    pointsHint: 'Move from figure to figure with the arrow keys. Enter opens the figure.',
    pointer: 'Point at a figure, or move from figure to figure with the arrow keys.',
    describe: (facts) =>
      `${facts.kind} of ${facts.name}, from ${facts.first} to ${facts.last}. Newest figure ${facts.newest}. ${facts.limits}${count(facts.signals, 'signal', 'signals')}. The same figures are in the table.`,
    limits: (low, high) => `Ordinary variation between ${low} and ${high}.`,
    noLimits: 'There are no limits yet.',
    readout: {
      limits: (low, high) => `limits ${low} to ${high}`,
      center: (center) => `average ${center}`,
      median: (center) => `median ${center}`,
      by: (name, when) => `entered by ${name}, ${when}`,
      noValue: 'no figure',
      noCases: 'no cases',
      excluded: (reason) => `left out: ${reason}`,
      corrected: 'corrected',
      clash: 'two different figures',
      of: (numerator, denominator) => `${numerator} of ${denominator}`,
    },
    columns: {
      period: 'Period',
      value: 'Figure',
      numerator: 'Numerator',
      denominator: 'Denominator',
      center: 'Average',
      median: 'Median',
      lower: 'Lower limit',
      upper: 'Upper limit',
      signal: 'Signal',
      who: 'Entered by',
      phase: 'Phase',
      comment: 'Explanation',
    },
    tableCaption: (name) => `${name}: every figure with limits, signal and who entered it`,
    stats: (n, mean) => `${count(n, 'figure', 'figures')} · ${mean}`,

    phases: 'Phases',
    phaseFirst: 'start',
    phaseFrom: (from) => `from ${from}`,
    phaseBasis: (n, rhythm) => `limits from ${span(rhythm, n)}`,
    frozen: 'fixed: new figures do not move the limits',
    moving: 'still being built up',
    basisChosen: (from, to, reason) => `Limits recalculated from ${from} to ${to}: ${reason}`,
    events: 'Events',
    eventPhase: 'opens a new phase',

    signals: 'Signals',
    signalsNone: 'Not one signal: this series shows ordinary variation only.',
    signalsAll: (n) => `Show all ${n} signals`,
    explained: 'Explanation',
    notExplained: 'not explained yet',
    explain: 'Explain',
    makeMeasure: (period) => `Make a measure for ${period}`,

    hints: 'Good to know',
    helped: 'Did it help?',

    comparing: 'Departments side by side',
    comparingNone: 'Only one department measures this indicator.',
    noTogether: 'The figures of the departments cannot be added up. Each department stands below by itself.',
    funnelNone:
      'Comparing needs at least two departments with figures that have a numerator and a denominator.',
    funnelWhy:
      'A small department lies further from the average by chance alone. The funnel shows how far. Only a point beyond the outer line really stands out.',
    judgement: 'Judgement',
    commonScale: 'Each department stands on the same scale.',
    funnelCases: 'Number of cases',
    funnelPoint: (facts) => `${facts.name}: ${facts.value} of ${facts.cases} cases`,
    funnelBeyond: {
      0: 'no further away than by chance',
      2: 'on the edge: keep an eye on it',
      3: 'further away than by chance',
    },
    funnelWithout: (names) => `Without figures: ${names}.`,
    funnelTotal: 'all departments together',
    funnelReading: {
      concern: 'worse than by chance',
      improvement: 'better than by chance',
      neutral: 'different than by chance',
    },
    funnelInner: 'edge: 95% lies within',
    funnelOuter: 'limit: 99.8% lies within',

    run: {
      shift: (longest, max, crossings, min) =>
        `The figures do not vary around their median by chance: ${longest > max ? `${longest} in a row on one side, by chance at most ${max}` : `the line crosses the median ${crossings} times, by chance at least ${min} times`}.`,
      calm: (longest, max, crossings, min) =>
        `The figures vary around their median by chance: at most ${longest} in a row on one side (may be ${max}) and ${crossings} crossings (at least ${min}).`,
      few: 'There are too few figures to judge yet: about ten are needed.',
    },

    verbs: {
      enter: 'Enter figure',
      event: 'Add event',
      rebase: 'Recalculate limits',
      define: 'Change definition',
      open: (period) => `Figure of ${period}`,
    },

    thread: 'The thread',
    threadText: 'From objective to indicator to control.',
    threadObjectives: 'Objective',
    threadControls: 'Controls that keep it in order',
    threadNoObjective: 'Hangs under no objective.',
    threadNoControls: 'No control is linked to this indicator.',
    control: 'Control',
    keeps: 'Keeps in order',
    made: (when) => `Made with Waarborg on ${when}`,
    threadLate: (n) => `${n} late`,
    threadChecks: (inOrder, of) => `${inOrder} of ${of} in order in twelve months`,
    threadLost: (n) => count(n, 'reference no longer exists', 'references no longer exist').concat('.'),
    definition: 'Definition',
  },

  levels: { objective: 'Policy objective', plan: 'Action plan', action: 'Action' },
  priority: 'priority',

  definition: {
    what: 'What does it measure?',
    formula: 'Formula',
    numerator: 'Numerator',
    denominator: 'Denominator',
    unit: 'Unit',
    direction: 'Better is',
    directions: { higher: 'higher', lower: 'lower', none: 'neither' },
    rhythm: 'Rhythm',
    every: (years) => `every ${word(years)} years`,
    moment: 'Fixed measuring moment',
    moments: (n) =>
      n === 1 ? 'first working day after the period' : `${ordinal(n)} working day after the period`,
    target: 'Target',
    basis: 'What it rests on',
    bases: {
      legal: 'legal norm',
      benchmark: 'comparison with others',
      practice: 'common norm',
      own: 'own choice',
    },
    owner: 'Owner',
    noOwner: 'nobody named',
    departments: 'Departments',
    noDepartments: 'no department yet',
    source: 'Source',
    sources: { register: 'counted in own data', survey: 'survey' },
    theme: 'Theme',
    caf: 'CAF 2020',
    perspective: 'Perspective',
    objective: 'Objective',
    chart: 'Chart',
    rules: 'Signal rules',
    leanRules: 'beyond the limits, or eight in a row on one side',
    since: 'Measured since',
    until: 'Measured until',
    library: 'Adopted from',
    libraryOf: (id) => `library of Waarborg, ${id}`,
    categories: 'Categories',
    risks: 'Risks',
    none: 'not filled in',
  },

  charts: {
    xmr: 'individual figures (XmR)',
    run: 'run chart with median',
    p: 'proportion (p)',
    np: 'number of cases (np)',
    pprime: 'proportion of many cases (p′)',
    c: 'count (c)',
    u: 'rate (u)',
    uprime: 'rate of many cases (u′)',
    'xbar-r': 'means with range (x̄-R)',
    'xbar-s': 'means with standard deviation (x̄-S)',
    ewma: 'weighted average (EWMA)',
    t: 'time between rare events (T)',
    g: 'cases between rare events (G)',
  },
  dataKinds: {
    proportion: 'part of a whole: so many of so many cases',
    rate: 'rate: so much per unit, or a mean',
    count: 'count',
    measure: 'one measured number',
    rare: 'time or number between rare events',
  },

  hints: {
    provisional: (points, needed, rhythm) =>
      points === 0
        ? 'There are no limits yet: they come with the first figures.'
        : `The limits are provisional: they rest on ${span(rhythm, points)}. From ${word(needed)} figures on they are reliable.`,
    'small-numbers': (cases) =>
      `The limits lie far apart because each figure rests on few cases (usually ${cases}). That is normal: with small numbers one figure says little. Look at a longer time.`,
    'large-numbers': (cases, proposed) =>
      `With about ${cases} cases a month every ripple looks like a signal. The chart “${proposed}” allows for that.`,
    'no-denominator': (points, proposed) =>
      `${capital(count(points, 'figure is', 'figures are'))} not on the chart because the number of cases was not kept. The chart “${proposed}” does show them.`,
    'no-variation': () => 'All figures are equal, so there is no spread to calculate limits from.',
    use: (proposed) => `Use chart “${proposed}”`,
  },

  helped: {
    points: 'percentage points',
    verdicts: {
      improved: 'Yes, it has improved.',
      worsened: 'No, it has become worse.',
      changed: 'Something has changed.',
      'no-change': 'No, nothing has demonstrably changed.',
      'too-early': 'Too early to say.',
    },
    sentence: (facts) =>
      `Since ${facts.title} (${facts.from}): ${facts.after} on average, before ${facts.before} (${facts.change}), over ${span(facts.rhythm, facts.points)}.`,
    wait: (facts) =>
      facts.points === 0
        ? `Since ${facts.title} (${facts.from}) there are no figures yet.`
        : `Since ${facts.title} (${facts.from}) there ${facts.points === 1 ? 'is only one figure' : `are only ${span(facts.rhythm, facts.points)}`} so far.`,
    why: (sentence) => `Against the limits of before: ${sentence}`,
    unnamed: 'the new phase',
    none: 'Open a phase at an event to see whether it helped.',
  },

  enter: {
    title: (period) => `Figure of ${period}`,
    numerator: 'Numerator',
    denominator: 'Denominator',
    value: 'Figure',
    count: 'Count',
    sample: 'Measurements',
    sampleHint: 'Put a space or a semicolon between the measurements.',
    onlyValue: 'I only know the final figure',
    withParts: 'Enter numerator and denominator',
    categories: 'By category',
    categoriesSum: (sum, of) => `${sum} together, the figure itself is ${of}.`,
    notANumber: 'This is not a number.',
    doubtful: (number) => `Read as ${number}.`,
    result: (value) => `This becomes ${value}.`,
    noCases: 'No cases in this period: there will be no point on the chart.',
    calm: 'Ordinary variation: no signal.',
    notComplete: 'The earlier figures are still being read: the judgement follows.',
    calmLimits: (low, high) => `Ordinary variation, between ${low} and ${high}: no signal.`,
    noJudgement: 'There are too few figures to judge yet.',
    before: (value) => `Here stood ${value}. It stays in the history.`,
    comment: 'Explanation',
    commentAsked: 'This figure is a signal. What happened?',
    commentHint: 'One sentence is enough. “Not known yet” will do.',
    commentNeeded: 'Write in one sentence what happened, or that it is not known yet.',
    reason: 'Why was the previous figure wrong?',
    save: 'Save',
    saveNext: 'Save and next',
    correct: 'Correct',
    saved: (name, period, value) => `${name}, ${period}: ${value}.`,
    period: 'Period',
    notOver: 'This period is not over yet.',
    mayNot: 'You can look at this figure, but not enter it.',
    takeBack: 'Take figure back',
    takeBackReason: 'Why does this figure not belong here?',
    takenBack: (period) => `The figure of ${period} was taken back.`,
    nothingOpen: 'All figures have been entered.',
  },

  figure: {
    history: 'History of this figure',
    historyNone: 'Nothing entered yet.',
    gave: (value) => `entered: ${value}`,
    corrected: (before, after) => `corrected ${before} to ${after}`,
    tookBack: (before) => `took ${before} back`,
    commented: 'wrote an explanation',
    uncommented: 'removed the explanation',
    reason: (reason) => `Reason: ${reason}`,
    imported: 'imported',
    clash:
      'Two people entered a different figure while apart. Enter what holds; the other stays in the history.',
    exclude: 'Leave out of the limits',
    excludeReason: 'Why does this figure not belong to the ordinary course of things?',
    excludeText: 'The point stays on the chart, but counts neither for the average nor for the limits.',
    excluded: (period) => `${period} no longer counts for the limits.`,
    include: 'Let it count again',
    included: (period) => `${period} counts for the limits again.`,
    addEvent: 'Event here',
    changeComment: 'Change explanation',
    explain: 'Save explanation',
    explained: 'The explanation was saved.',
    previous: 'Previous figure',
    next: 'Next figure',
    needReason: 'Write a reason first.',
    measured: 'Entered',
    onTime: 'on time',
    tooLate: 'too late',
    due: 'Was due on',
  },

  event: {
    title: 'Add event',
    change: 'Change event',
    what: 'What happened?',
    whatHint: 'For example: new appointment system at the counter',
    note: 'More',
    period: 'From',
    phase: 'Open a new phase',
    phaseHint: 'Figures from then on get limits of their own, so that you see whether it helped.',
    phaseFirst: 'No new phase can begin at the first figure.',
    whatNeeded: 'Write what happened.',
    saved: (title) => `“${title}” is on the chart.`,
    remove: 'Remove',
    removed: (title) => `“${title}” was taken off the chart.`,
    exists: 'There is already an event in this period. It will be replaced.',
  },

  rebase: {
    title: 'Recalculate limits',
    intro:
      'Limits normally come from the first twelve figures of the phase and stay fixed. Recalculate them only when a change is confirmed and explained.',
    from: 'From',
    to: 'Up to and including',
    reason: 'Why?',
    reasonHint: 'This reason stays with the chart.',
    reset: 'Back to the first figures',
    will: 'This will change',
    before: 'Now',
    after: 'Then',
    center: 'Average',
    limits: 'Limits',
    signals: 'Signals',
    assurance: 'Target',
    variation: 'Newest figure',
    same: 'Nothing changes.',
    few: (n, rhythm) =>
      `${capital(span(rhythm, n))} ${n === 1 ? 'is' : 'are'} few: the limits become provisional. Better choose twelve figures.`,
    nothing: 'There are no usable figures in these periods.',
    backwards: 'The end lies before the beginning.',
    loses: (n) =>
      `${count(n, 'signal disappears', 'signals disappear')} from the chart. That is right only when the cause is known.`,
    reasonNeeded: 'Write why the limits are recalculated.',
    save: 'Recalculate limits',
    saved: 'The limits were recalculated.',
  },

  entry: {
    title: 'Enter figures',
    summary: (late, soon) =>
      late === 0
        ? soon === 0
          ? 'Everything has been entered.'
          : `${count(soon, 'figure waits', 'figures wait')}, nothing is late.`
        : `${count(late, 'figure is', 'figures are')} late${soon > 0 ? `, ${soon} more ${soon === 1 ? 'waits' : 'wait'}` : ''}.`,
    mine: 'Mine',
    everyone: 'Everyone’s',
    whose: 'Which figures',
    states: { late: 'Late', today: 'Today', soon: 'To enter now' },
    none: 'Everything has been entered',
    noneNext: 'New figures appear here as soon as their period is over.',
    noneMine: 'You have no figures to enter now',
    due: (day) => `by ${day}`,
    late: (day) => `late since ${day}`,
    import: 'Paste a column or open a file',
    keys: 'Tab goes to the next field, Enter saves and goes to the next figure.',
    more: (n) => `Show ${n} more`,
    fill: (name, period) => `Enter ${name}, ${period}`,
  },

  import: {
    title: 'Take over figures from a spreadsheet',
    intro:
      'Copy the columns from your spreadsheet and paste them here, or open a CSV file. You first see what will happen; nothing is saved yet.',
    indicator: 'Indicator',
    department: 'Department',
    paste: 'Paste the cells here',
    example: (parts) => `For example: ${parts}`,
    file: 'Open CSV file',
    fileFailed:
      'This file is not text and could not be read. Nothing was taken over. Save it as CSV in your spreadsheet and open it again.',
    fileLarge:
      'This file is too large: more than 2 MB. Nothing was taken over. Save only the columns with figures as CSV and open that.',
    columns: 'What does each column hold?',
    column: (n) => `Column ${n}`,
    holds: {
      period: 'period',
      numerator: 'numerator',
      denominator: 'denominator',
      value: 'figure',
      comment: 'explanation',
      category: (name) => `category: ${name}`,
      nothing: 'do not use',
    },
    start: 'Period of the first row',
    year: 'Year',
    yearHint: 'The periods were written without a year.',
    fraction: 'The figures are parts of 1 (0.92 instead of 92 %)',
    preview: 'What will happen',
    row: 'Row',
    period: 'Period',
    becomes: 'Becomes',
    was: 'Was',
    standing: {
      new: 'new',
      same: 'already there',
      correction: 'correction',
      empty: 'empty, skipped',
      wrong: 'not possible',
    },
    problems: {
      'not-a-period': (cell) => (cell === '' ? 'The period is missing.' : `“${cell}” is not a period.`),
      'other-rhythm': (cell) => `“${cell}” does not fit the rhythm of this indicator.`,
      'year-missing': (cell) => `“${cell}” has no year: enter it above.`,
      'not-a-number': (cell) => `“${cell}” is not a number.`,
      'period-twice': 'This period occurs twice.',
      'period-not-over': 'This period is not over yet.',
      'period-not-measured': 'Nothing is measured in this period.',
      ...OBJECTIONS,
    },
    doubt: (cell, number) => `“${cell}” was read as ${number}.`,
    summary: (facts) =>
      [
        (facts.fresh > 0 || facts.corrections === 0) && count(facts.fresh, 'new figure', 'new figures'),
        facts.corrections > 0 && count(facts.corrections, 'correction', 'corrections'),
        facts.same > 0 && `${facts.same} unchanged`,
        facts.wrong > 0 && count(facts.wrong, 'row not possible', 'rows not possible'),
      ]
        .filter(Boolean)
        .join(', '),
    reason: 'Why are existing figures corrected?',
    reasonHint: 'Without a reason the existing figures stay as they are.',
    confirm: (n) => (n === 1 ? 'Take over one figure' : `Take over ${n} figures`),
    nothing: 'There is nothing to take over.',
    done: (n, name) => `${count(n, 'figure', 'figures')} taken over for ${name}.`,
    turned: 'The periods stood side by side; they were put below each other.',
    noText: 'Paste cells or open a file first.',
  },

  objectives: {
    title: 'Objectives',
    intro: 'What the council wants, how we measure it and which controls keep it in order.',
    add: 'Add objective',
    addPlan: 'Add action plan',
    addAction: 'Add action',
    change: 'Change',
    changeOf: (name) => `Change ${name}`,
    remove: 'Remove',
    removed: (name) => `${name} was removed.`,
    saved: (name) => `${name} was saved.`,
    code: 'Number',
    codeHint: 'As in the multi-year plan: BD 2, AP 2.1',
    name: 'Name',
    nameEn: 'English name',
    level: 'Level',
    parent: 'Belongs to',
    priority: 'Priority: the council follows this up by name',
    owner: 'Owner',
    until: 'End date',
    none: 'There are no objectives yet',
    noneNext: 'Add the policy objectives of the multi-year plan. Then hang indicators under them.',
    loose: 'Indicators without objective',
    looseControls: (n) => `${count(n, 'control belongs', 'controls belong')} to no indicator yet.`,
    noIndicators: 'No indicator yet',
    controls: (n) => count(n, 'control', 'controls'),
    problems: {
      'name-missing': 'Enter a name.',
      'parent-missing': 'Choose where this belongs.',
      'parent-of-wrong-level': 'An action plan belongs to a policy objective, an action to an action plan.',
    },
    moreFor: (name) => `More for ${name}`,
  },

  library: {
    title: 'Library',
    intro: 'Definitions to adopt and reword. Targets are proposals, not norms.',
    sections: { own: 'Our indicators', library: 'To adopt' },
    sectionsLabel: 'Parts of the library',
    readOnly: 'Only the general director and the quality coordinator can change this.',
    search: 'Search',
    add: 'Make own indicator',
    adopt: 'Adopt',
    adoptOf: (name) => `Adopt ${name}`,
    adopted: 'adopted',
    adoptedAs: (name) => `adopted as “${name}”`,
    again: 'Adopt again',
    done: (name) => `${name} was adopted.`,
    saved: (name) => `${name} was saved.`,
    count: (n) => count(n, 'definition', 'definitions'),
    first: 'good to begin with',
    none: 'No definition found',
    noneNext: 'Change what you search for.',
    noneOwn: 'There are no own indicators yet',
    change: 'Change',
    changeOf: (name) => `Change ${name}`,
    end: 'Stop measuring',
    endOf: (name) => `Stop ${name}`,
    endText: 'Periods that begin after this day are no longer asked for. Everything measured stays.',
    endDay: 'Last day',
    ended: (name, day) => `${name} is measured up to and including ${day}.`,
    resume: 'Measure again',
    resumed: (name) => `${name} is measured again.`,
    remove: 'Remove',
    removeText: 'The indicator disappears from all lists. What was measured stays.',
    removeSure: (name) => `Remove ${name}?`,
    removed: (name) => `${name} was removed.`,
    moreFor: (name) => `More for ${name}`,
    columns: {
      name: 'Indicator',
      rhythm: 'Rhythm',
      target: 'Target',
      departments: 'Departments',
      owner: 'Owner',
      verbs: 'Actions',
    },
    parts: {
      what: 'What',
      how: 'How it is measured',
      target: 'Target',
      who: 'Who and when',
      links: 'Linked to',
    },
    form: {
      name: 'Name',
      nameEn: 'English name',
      description: 'What it says, what counts and what does not',
      formula: 'Formula',
      data: 'Kind of figure',
      numerator: 'Numerator',
      denominator: 'Denominator',
      unit: 'Unit',
      factor: 'Multiply by',
      factorHint: '100 for percentages',
      decimals: 'Decimals',
      direction: 'Better is',
      chart: 'Chart',
      target: 'Target',
      targetTo: 'to',
      targetToHint: 'Only when the aim lies between two figures',
      basis: 'What it rests on',
      basisNone: 'not said',
      targetNote: 'About the target',
      owner: 'Owner',
      ownerNone: 'nobody',
      departments: 'Departments that measure',
      rhythm: 'Rhythm',
      every: 'Every how many years',
      moment: 'Measuring moment: working day after the period',
      since: 'First day that counts',
      theme: 'Theme',
      caf: 'CAF subcriterion',
      perspective: 'Perspective',
      objective: 'Objective',
      none: 'none',
      all: 'All',
      noneOf: 'None',
      controls: 'Controls',
      controlsSearch: 'Search controls',
      risks: 'Risks',
      risksHint: 'Keys of risks, separated by commas. The risk register comes later.',
      source: 'Source',
      sourceKind: 'Kind of source',
      categories: 'Categories',
      categoriesHint: 'One per line, for example the reasons of a complaint',
      notANumber: 'This is not a number.',
    },
    problems: {
      'name-missing': 'Enter a name.',
      'chart-does-not-fit': 'This chart does not fit this kind of figure. Choose another.',
      'no-departments': 'Choose at least one department that measures.',
      'ends-before-it-begins': 'The last day lies before the first.',
    },
    rhythmWarning: 'Another rhythm begins a new series. Earlier figures stay.',
  },

  objections: OBJECTIONS,

  popup: {
    title: 'Figures to enter',
    late: (day) => `late since ${day}`,
    due: (day) => `by ${day}`,
    all: (n) => `All ${n} figures`,
    more: 'All figures in the dashboard',
    fill: 'Enter',
    fillOf: (name, period) => `Enter ${name}, ${period}`,
    saved: (name, value) => `${name}: ${value} saved.`,
    close: 'Close',
  },
}
