/** What is said about evidence in English. */
import type { EvidenceText } from './evidence.nl'

const pieces = (count: number): string => (count === 1 ? '1 piece' : `${count} pieces`)

export const evidenceEn: EvidenceText = {
  title: 'Evidence',
  count: (count: number) => pieces(count),
  none: 'There is no evidence with this check yet.',
  wanted: (what: string) => `Asked for: ${what}`,
  needed: 'This check can only be “in order” with valid evidence.',
  mayNot: 'You can look at this evidence, but not add any.',

  add: {
    open: 'Add evidence',
    title: 'New evidence',
    page: 'Capture this page',
    file: 'Choose a file',
    link: 'Add a link',
    window: 'File, picture or link',
    paste: 'Or paste a picture with Ctrl+V, or drag a file here. At most 25 MB each.',
    busy: 'Saving',
    capturing: 'Capturing',
    name: 'What does this show?',
    url: 'Address',
    urlHint: 'An address that begins with https, or a machine of your intranet.',
    day: 'Which day is it about?',
    dayHint: 'Only when that is another day than today.',
    validUntil: 'Valid up to and including',
    validHint: 'Empty: it stays valid.',
    save: 'Save',
    saveAndAnswer: 'Save and answer “In order”',
    again: 'Choose something else',
    saved: (title: string) => `“${title}” was saved as evidence.`,
    savedAndAnswered: (title: string) => `“${title}” was saved as evidence, and the check is “In order”.`,
    selection: 'Selected text',
    noPicture: 'The browser allows no picture of this page. Its address, title and time are kept.',
  },
  types: { page: 'Page', file: 'File', picture: 'Picture', link: 'Link' },
  pasted: 'Pasted picture',

  line: {
    view: 'View',
    viewOf: (title: string) => `View: ${title}`,
    edit: 'Change',
    editOf: (title: string) => `Change: ${title}`,
    remove: 'Remove',
    removeOf: (title: string) => `Remove: ${title}`,
    removed: (title: string) => `“${title}” no longer counts as evidence.`,
    changed: (title: string) => `“${title}” was changed.`,
    captured: (moment: string, name: string) => `captured ${moment} by ${name}`,
    brought: (moment: string, name: string) => `added ${moment} by ${name}`,
    about: (day: string) => `about ${day}`,
    valid: (day: string) => `valid until ${day}`,
    expires: (day: string, when: string) => `expires ${day} (${when})`,
    expired: (day: string) => `expired since ${day}: no longer counts`,
    notALink: 'not a safe address: shown as text',
    open: (host: string) => `Open at ${host}`,
  },

  original: {
    title: 'View evidence',
    reading: 'The original is being fetched and verified.',
    same: (moment: string, name: string) =>
      `Genuine: this is to the letter what ${name} captured on ${moment}. That has just been recomputed.`,
    'other-bytes':
      'No longer genuine: this file is not what was captured. It is therefore not shown. Do not use it as evidence and tell your IT department.',
    'no-network':
      'The original is not on this device and the server cannot be reached now. Nothing is lost. Try again once there is a connection.',
    'not-on-server': (name: string) =>
      `The original has not reached the server yet. It is on the device of ${name} and comes by itself once Waarborg has a connection there.`,
    nothing: 'No file belongs to this evidence: it is an address with what was selected.',
    'not-for-you':
      'You may not open this file. Nothing has changed. Ask your coordinator to look at your roles.',
    download: 'Download',
    downloadHint: 'Files of this kind are not shown inside Waarborg.',
    mayRun: 'Careful: such a file may hold a program. Open it only if you know who made it and why.',
    hash: 'Fingerprint (SHA-256), for the auditor',
    size: 'Size',
    name: 'File name',
    retry: 'Try again',
  },

  window: {
    title: 'Capture as evidence',
    forWhich: 'Which check is this for?',
    search: 'Search for a check',
    busyWith: 'you were busy with this one',
    here: 'belongs to this page',
    noneFound: 'No check found. Search for another word, or for the name of the department.',
    none: 'There is no check that you may answer, so you cannot add evidence either.',
    chooseFirst: 'Choose a check first.',
    what: 'What do you capture?',
    waiting: (count: number) =>
      count === 1 ? '1 captured page is still waiting:' : `${count} captured pages are still waiting:`,
    drop: 'Do not keep',
    dropOf: (title: string) => `Do not keep: ${title}`,
    pick: (title: string) => `Go on with ${title}`,
    openCheck: 'Open the check',
    close: 'Close window',
    loose:
      'The disk of this device is full. This capture is only in the memory of the browser: make room and save it, or download the picture.',
    downloadPicture: 'Download picture',
    free: 'Make room',
  },

  problems: {
    'check-missing': 'No check has been chosen yet. Nothing was saved. Choose a check first.',
    'hash-missing': 'This file could not be read. Nothing was saved. Try again.',
    empty: 'This file is empty. Nothing was saved. Choose another file.',
    'too-large':
      'This file is larger than 25 MB. Nothing was saved; the file is still where it was. Make it smaller, or keep it in your records system and add the link.',
    'not-a-link':
      'This is not an address that can be opened safely. Nothing was saved. Use an address that begins with https.',
    'valid-before-day':
      'The last day of validity lies before the day it is about. Nothing was saved. Look at the dates.',
    'disk-full':
      'The disk of this device is full. The evidence was not saved, but nothing is lost: it is still here. Make room and press Save again.',
    'disk-broken':
      'The storage of the browser does not work. The evidence was not saved, but it is still here. Restart the browser and try again.',
    unreadable: 'The file could not be read. Nothing was saved. Is it still where it was?',
    'not-for-you': 'You may not add evidence to this check. Nothing was saved. Ask your coordinator.',
    'not-a-page':
      'This page cannot be captured: the browser lets no extension look at its own pages. Go to the page that you want to capture.',
    'not-called':
      'The browser lets Waarborg look only where you ask for it. Press Alt+Shift+E on the page, or right-click it and choose “Capture as evidence”.',
    unknown: 'Something unexpected went wrong. Nothing was saved. Try again.',
  },

  storage: {
    title: 'Evidence on this device',
    reading: 'Looking at the storage.',
    files: (count: number, size: string) => `${count === 1 ? '1 file' : `${count} files`}, together ${size}.`,
    noFiles: 'There are no files on this device.',
    waiting: (count: number) =>
      count === 1
        ? '1 file still has to go to the server.'
        : `${count} files still have to go to the server.`,
    allSent: 'The server has everything too.',
    quota: (used: string, quota: string) => `Waarborg uses ${used} of the ${quota} that the browser allows.`,
    meter: 'Storage used',
    free: (size: string) => `Make room (${size})`,
    freeHint: 'Only originals that the server has too leave this device. You can always open them again.',
    freed: (size: string) => `${size} freed.`,
    hosts: 'Machines of your intranet',
    hostsHint:
      'One name per line, for example intranet.zandrode.lokaal. Addresses on these machines become links without https too.',
    hostsSaved: 'The list was saved.',
    save: 'Save',
  },

  here: {
    title: 'Belongs to this page',
    none: 'No open check belongs to this page.',
    off: 'Which checks belong to a page?',
    offText: (hosts: string) =>
      `Waarborg can show which checks belong to the page that you have open. For that it may see the address on these sites: ${hosts}. The address does not leave this device.`,
    turnOn: 'Turn on',
    turnOff: 'Stop looking',
    alsoAt: (hosts: string) => `New: look at ${hosts} too`,
    due: (when: string) => `due ${when}`,
    refused: 'The browser gave no permission. Nothing has changed.',
  },
  sizes: { bytes: 'bytes', kB: 'kB', MB: 'MB', GB: 'GB' },
}
