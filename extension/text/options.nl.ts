/** What the page of settings says in Dutch. The English dictionary has the same shape. */

export const optionsNl = {
  title: 'Instellingen van Waarborg',
  language: 'Taal',
  account: 'Aanmelding',
  person: 'Aangemeld als',
  languages: { nl: 'Nederlands', en: 'English' },
  organisation: 'Organisatie',
  server: 'Server',
  reminders: 'Herinneringen',
  remindersOn: 'Toon ’s ochtends en ’s middags één stille melding met wat op mij wacht',
  remindersHint:
    'Op werkuren, hoogstens één per dagdeel, zonder geluid. De browser vraagt eerst of dat mag. Een klik op de melding opent Mijn werk.',
  remindersRefused:
    'De browser gaf geen toestemming. Er is niets veranderd. Probeer het opnieuw en kies “Toestaan”.',
  keys: 'Sneltoetsen',
  keysOn: 'Toetsen van één letter doen iets',
  keysHint:
    'Zet dit uit als letters vanzelf iets doen wanneer u spreekt of zich vergist. Pijltjes, Enter en Ctrl+K blijven werken.',
  storage: 'Wat staat waar',
  storageDevice:
    'Op dit toestel: de controles en antwoorden van de diensten die u mag zien, uw begonnen toelichtingen en de bewijzen die u bracht of bekeek. Zo werkt u ook zonder netwerk.',
  storageServer: 'Op de server van uw bestuur: dezelfde gegevens, met wie wat wanneer deed.',
  storageNowhere:
    'Nergens anders. Waarborg stuurt niets naar derden en leest geen webpagina’s, behalve de ene pagina die u zelf als bewijs vastlegt.',
  storageRemove:
    'Wie de extensie verwijdert, wist ook de gegevens op dit toestel. Doe dat pas als er "Alles bevestigd" staat.',
  signOut: 'Afmelden op dit toestel',
}

export type OptionsText = typeof optionsNl
