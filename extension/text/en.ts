/** Everything the interface says, in English. */
import type { Dictionary } from './nl'

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

export const en: Dictionary = {
  app: {
    name: 'Waarborg',
    close: 'Close',
    cancel: 'Cancel',
    save: 'Save',
    loading: 'Loading',
    tryAgain: 'Try again',
  },

  outcomes: {
    'in-order': 'In order',
    partly: 'Partly in order',
    'not-in-order': 'Not in order',
    'not-applicable': 'Not applicable',
  },
  outcomesShort: {
    'in-order': 'In order',
    partly: 'Partly',
    'not-in-order': 'Not in order',
    'not-applicable': 'N/A',
  },
  states: { done: 'Done', late: 'Late', today: 'Today', soon: 'Soon', later: 'Later' },
  clash: 'Conflict',
  reviews: {
    submitted: 'Waits for review',
    accepted: 'Reviewed',
    returned: 'Sent back',
    by: (name) => `Sent back by ${name}`,
  },
  rhythms: {
    weekly: 'Weekly',
    monthly: 'Monthly',
    quarterly: 'Quarterly',
    'half-yearly': 'Half-yearly',
    yearly: 'Yearly',
  },
  roles: {
    director: 'General director',
    coordinator: 'Quality coordinator',
    team: 'Management team',
    manager: 'Head of department',
    contributor: 'Contributor',
    complaints: 'Complaints coordinator',
    auditor: 'Auditor',
    reader: 'Reader',
  },
  fields: { outcome: 'Outcome', note: 'Note', performer: 'Carried out by' },

  dates: {
    weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
    late: (days) => `${count(days, 'day', 'days')} late`,
    near: { '-2': '2 days ago', '-1': 'yesterday', '0': 'today', '1': 'tomorrow', '2': 'in 2 days' },
    ahead: (days) => `in ${count(days, 'day', 'days')}`,
    ago: (days) => `${count(days, 'day', 'days')} ago`,
    week: (week, year) => `week ${week} of ${year}`,
    quarter: (quarter, year) => `Q${quarter} ${year}`,
    half: (half, year) => `${half === '1' ? 'first' : 'second'} half of ${year}`,
  },

  sync: {
    label: 'How safe your work is',
    loading: 'Loading',
    confirmed: (time) => `All confirmed ${time}`,
    confirmedOnly: 'All confirmed',
    here: (unsent) => `${count(unsent, 'change', 'changes')} on this device`,
    offline: 'No connection, work goes on',
    offlineUnsent: (unsent) => `No connection · ${unsent} on this device`,
    'not-saved': 'Not saved',
    refused: 'Refused by the server',
    'signed-out': 'Signed out',
    explain: {
      loading: 'Your data are being read from this device.',
      confirmed: 'Everything you did is on the disk of the server.',
      here: 'Your work is safe on the disk of this device and goes to the server as soon as possible.',
      offline:
        'The server cannot be reached. Your work is safe on this device and goes to the server by itself once there is a connection.',
      'not-saved':
        'This device could not keep your latest work. It is still in this window: download the rescue file before you close it.',
      refused:
        'The server did not accept part of your work. It is still on this device: download the rescue file and contact your coordinator.',
      'signed-out':
        'This device is signed out. What you did is still on this device. Sign in again to go on.',
    },
    rescue: 'Download rescue file',
    signIn: 'Sign in again',
  },
  lines: {
    saving: 'saving',
    here: 'on this device',
    sent: 'on its way',
    confirmed: 'confirmed',
    'not-saved': 'not saved',
    refused: 'refused',
  },

  popup: {
    title: 'My controls',
    menu: 'Menu',
    dashboard: 'Open dashboard',
    beside: 'Open beside the page',
    otherLanguage: 'Nederlands',
    help: 'Help and shortcuts',
    options: 'Settings',
    signOut: 'Sign out',
    progress: (done, total) => `${done} of ${total} done this period`,
    progressNone: 'Nothing to do this period',
    groups: { returned: 'Sent back', late: 'Late', today: 'Today', soon: 'Soon' },
    for: (name) => `for ${name}`,
    more: (n) => `Show ${count(n, 'more control', 'more controls')}`,
    due: (when) => `Due ${when}`,
    choose: 'Outcome',
    note: 'Note',
    addNote: 'Add a note',
    editNote: 'Change the note',
    notePartly: 'What is not in order yet?',
    noteNotInOrder: 'What is not in order?',
    noteNeeded: 'First write what is the matter: one sentence is enough.',
    noteKeys: 'Enter saves. Esc cancels, your text stays.',
    noteSave: 'Save',
    draft: 'Note begun',
    undo: 'Undo',
    undoOf: (title) => `Undo: ${title}`,
    answeredBy: (name) => `by ${name}`,
    answered: (title, outcome) => `${title}: ${outcome}.`,
    takenBack: (title) => `${title}: answer taken back.`,
    takenBackWord: 'Taken back',
    changedMeanwhile: (title) => `${title}: answered by someone else meanwhile. Please check the answer.`,
    history: 'History',
    evidence: 'Evidence',
    evidenceCount: (n: number) => count(n, 'piece of evidence', 'pieces of evidence'),
    evidenceMissing: (title) =>
      `${title}: this is a key control. It is in order only with evidence. Add evidence first; nothing was saved.`,
    nothingToUndo: 'There is nothing to undo.',
    mayNot: 'You may read this control, but not answer it.',
    clash: 'Two answers contradict each other. Choose the one that holds.',
    news: (n) => `Show ${count(n, 'new control', 'new controls')}`,
    doneTitle: 'All done',
    doneUntil: (day) => `All done until ${day}`,
    doneNext: 'Next control',
    doneNothing:
      'No next control is planned for you. The dashboard shows the work of the whole organisation.',
    none: 'No controls in your name',
    noneNext:
      'You do not carry out any control yet. Ask your coordinator to assign some, or look at the dashboard.',
    reader: 'You read along',
    readerNext: 'You have no controls to answer. The dashboard shows the figures and the findings.',
    findings: 'Findings',
    reading: 'Your controls are being read from this device.',
    unread: 'Your controls are not on this device yet, or could not be read.',
    unreadNext: 'They appear here by themselves once there is a connection to the server.',
    keysHint: 'shortcuts',
  },

  signOut: {
    title: 'Sign out on this device?',
    text: 'What you did stays on this device. To sign in again you need a new code.',
    unsent: (n) =>
      `${count(n, 'change is', 'changes are')} not on the server yet. Wait for "All confirmed", or download the rescue file first.`,
    confirm: 'Sign out',
    anyway: 'Sign out anyway',
    stay: 'Stay signed in',
  },

  welcome: {
    title: 'Welcome to Waarborg',
    text: 'Sign this device in once with the code from your director or coordinator. From then on everything also works without a network.',
    button: 'Sign in',
  },

  signIn: {
    title: 'Sign this device in',
    intro:
      'Your director or coordinator gave you a server address and a code. You sign in only once; from then on you also work without a network.',
    again: (name) =>
      `This device is signed out. Fill in a new code for ${name}: what is still on this device then goes to the server. If someone else signs in here, the work of ${name} waits apart on this device.`,
    server: 'Address of the server',
    serverHint: 'For example: waarborg.zandrode.be',
    organisation: 'Organisation',
    organisationHint: 'The short name of your municipality, for example: zandrode',
    code: 'Code',
    codeHint: 'You may paste the code. Capitals, spaces and hyphens do not matter.',
    device: 'Name of this device',
    deviceHint: 'This is how you recognise this device in the list of your devices.',
    deviceDefault: 'My computer',
    submit: 'Sign in',
    busy: 'Signing in',
    steps: 'What happens',
    step: {
      address: 'The address can be read',
      network: 'The server answers',
      server: 'It is a Waarborg server',
      code: 'The code is valid',
      keep: 'The sign-in is kept on this device',
    },
    stepState: { waiting: 'not yet', busy: 'busy', ok: 'done', failed: 'failed' },
    done: (name) => `Welcome, ${name}`,
    doneNext: 'This device is signed in. You find your controls under the Waarborg icon in the toolbar.',
    openDashboard: 'Open dashboard',
    failed: 'Signing in did not work.',
    kept: 'What you filled in stays.',
    errors: {
      'no-server': {
        what: 'No server address has been filled in yet.',
        safe: 'Nothing was sent.',
        act: 'Fill in the address you got from your director or coordinator.',
      },
      'no-organisation': {
        what: 'No organisation has been filled in yet.',
        safe: 'Nothing was sent.',
        act: 'Fill in the short name of your municipality. It came with your code.',
      },
      'no-code': {
        what: 'No code has been filled in yet.',
        safe: 'Nothing was sent.',
        act: 'Fill in the code you got from your director or coordinator.',
      },
      address: {
        what: 'This is not a valid server address.',
        safe: 'Nothing was sent and your code can still be used.',
        act: 'Check the address for typing errors. It looks like: waarborg.zandrode.be',
      },
      insecure: {
        what: 'This address is not secure: it begins with http instead of https.',
        safe: 'Nothing was sent and your code can still be used.',
        act: 'Use the address that begins with https, or ask your IT department.',
      },
      network: {
        what: 'The server does not answer.',
        safe: 'Your code has not been used up.',
        act: 'Check that you are connected to the network and that the address is right. Then try again.',
      },
      'not-waarborg': {
        what: 'Something answers at this address, but it is not a Waarborg server.',
        safe: 'Your code was not sent and can still be used.',
        act: 'Check the address. On a public network you sometimes have to sign in to that network first.',
      },
      'no-such-organisation': {
        what: 'This server does not know that organisation.',
        safe: 'Your code has not been used up.',
        act: 'Check the short name of your municipality, without spaces or capitals.',
      },
      'code-unknown': {
        what: 'The server does not know this code.',
        safe: 'Nothing has changed.',
        act: 'Check the code for typing errors, or ask for a new code.',
      },
      'code-used': {
        what: 'This code has been used already. Each code works once.',
        safe: 'Nothing has changed.',
        act: 'Ask for a new code. If you did not use the code yourself, tell your coordinator.',
      },
      'code-expired': {
        what: 'This code has expired.',
        safe: 'Nothing has changed.',
        act: 'Ask for a new code and use it within the time given.',
      },
      'too-many': {
        what: 'There were too many attempts from this device or network.',
        safe: 'Your code has not been used up.',
        act: 'Wait fifteen minutes and try again.',
      },
      'server-trouble': {
        what: 'The server itself has a problem.',
        safe: 'Nothing has changed on this device.',
        act: 'Try again in a few minutes. If it lasts, tell your IT department.',
      },
      'client-too-old': {
        what: 'This version of Waarborg is too old for this server.',
        safe: 'Your code has not been used up.',
        act: 'Restart the browser so that the extension updates, and try again.',
      },
      disk: {
        what: 'The sign-in worked, but this device could not keep it.',
        safe: 'Nothing was lost.',
        act: 'Free some disk space, ask for a new code and try again.',
      },
    },
  },

  launch: {
    title: 'Waarborg could not start',
    safe: 'What you did before is still on this device and on the server. Nothing was erased.',
    act: 'Load this window again. If that does not help, restart the browser.',
    disk: 'The storage of the browser on this device could not be opened. Free some disk space and restart the browser. Do not remove the extension: that erases the data on this device.',
    rescue:
      'Was there work that had not been confirmed? Then do not remove the extension, and contact your IT department.',
    detail: 'Technical details for the IT department',
    reload: 'Load again',
  },

  problems: {
    'not-decodable':
      'The server could not read the message of this device. Your work is still on this device. Tell your IT department.',
    'signed-out':
      'This device is signed out. Your work is still on this device. Sign in again with a new code.',
    'not-for-you':
      'You do not (or no longer) have access to part of the data. Your work is still on this device. Ask your coordinator to check your roles.',
    'no-such-room':
      'The server does not know part of the data. Your work is still on this device. Tell your coordinator.',
    dropped: 'These data were erased for good. There is nothing left for you to do.',
    'too-large': 'A change is too large for the server. It is still on this device. Make the text shorter.',
    'refused-by-gate':
      'The server did not accept a change. It is still on this device. Download the rescue file and tell your coordinator.',
    'client-too-old':
      'This version of Waarborg is too old for the server. Your work is still on this device. Restart the browser.',
    'too-many':
      'There are too many connections or attempts. Your work is still on this device. Wait a few minutes.',
    'rights-changed': 'Your roles have changed. Your work is still on this device. Waarborg connects again.',
    'server-trouble': 'The server has a problem. Your work is on this device and goes on by itself later.',
    restarting: 'The server is restarting. Your work is on this device and goes on by itself shortly.',
    'code-unknown': 'The server does not know this code. Nothing has changed. Check the code.',
    'code-used': 'This code has been used already. Nothing has changed. Ask for a new code.',
    'code-expired': 'This code has expired. Nothing has changed. Ask for a new code.',
    'bad-request':
      'The server did not understand the request. Nothing has changed. Check what you filled in.',
    'not-found': 'This does not exist (any more) on the server. Nothing has changed. Load the window again.',
    'no-such-organisation':
      'The server does not know this organisation. Nothing has changed. Check the name.',
    'no-such-member':
      'The server does not know this person (any more). Nothing has changed. Load the window again.',
    'hash-mismatch': 'A file arrived damaged. The original is still on this device. Try again.',
    'disk-full':
      'The disk of this device is full. Your latest work is only in this window. Download the rescue file and free some space.',
    'disk-broken':
      'The storage of the browser does not work. Your latest work is only in this window. Download the rescue file and restart the browser.',
    'no-network': 'The server cannot be reached. Nothing has changed. Try again once there is a connection.',
    unexpected: 'Something unexpected went wrong. What was saved stays saved. Load the window again.',
  },
}
