/** What the page of settings says in English. */
import type { OptionsText } from './options.nl'

export const optionsEn: OptionsText = {
  title: 'Waarborg settings',
  language: 'Language',
  account: 'Account',
  person: 'Signed in as',
  languages: { nl: 'Nederlands', en: 'English' },
  organisation: 'Organisation',
  server: 'Server',
  reminders: 'Reminders',
  remindersOn: 'Show one quiet notification in the morning and in the afternoon with what waits for me',
  remindersHint:
    'In working hours, at most one per part of the day, without a sound. The browser asks first whether it may. A click on the notification opens My work.',
  remindersRefused: 'The browser gave no permission. Nothing has changed. Try again and choose “Allow”.',
  keys: 'Shortcuts',
  keysOn: 'Keys of one letter do something',
  keysHint:
    'Switch this off when letters act by themselves while you speak or press one by mistake. Arrows, Enter and Ctrl+K keep working.',
  storage: 'What is kept where',
  storageDevice:
    'On this device: the controls and answers of the departments you may see, the notes you began, and the evidence you brought or looked at. That is how you work without a network.',
  storageServer: 'On the server of your municipality: the same data, with who did what and when.',
  storageNowhere:
    'Nowhere else. Waarborg sends nothing to third parties and reads no web pages, except the one page that you capture as evidence yourself.',
  storageRemove:
    'Removing the extension also erases the data on this device. Only do so when it says "All confirmed".',
  signOut: 'Sign out on this device',
}
