/** What is said about evidence in Dutch. The English dictionary has the same shape. */

const pieces = (count: number): string => (count === 1 ? '1 stuk' : `${count} stukken`)

export const evidenceNl = {
  title: 'Bewijs',
  count: (count: number) => pieces(count),
  none: 'Er is nog geen bewijs bij deze controle.',
  wanted: (what: string) => `Gevraagd: ${what}`,
  needed: 'Deze controle kan pas “in orde” zijn met een geldig bewijs.',
  mayNot: 'U kunt dit bewijs bekijken, maar geen bewijs toevoegen.',

  add: {
    open: 'Bewijs toevoegen',
    title: 'Nieuw bewijs',
    page: 'Deze pagina vastleggen',
    file: 'Bestand kiezen',
    link: 'Link toevoegen',
    window: 'Bestand, afbeelding of link',
    paste: 'Of plak een afbeelding met Ctrl+V, of sleep een bestand hierheen. Hoogstens 25 MB per bestand.',
    busy: 'Bezig met bewaren',
    capturing: 'Bezig met vastleggen',
    name: 'Wat toont dit?',
    url: 'Adres',
    urlHint: 'Een adres dat met https begint, of een machine van uw intranet.',
    day: 'Over welke dag gaat het?',
    dayHint: 'Alleen als dat een andere dag is dan vandaag.',
    validUntil: 'Geldig tot en met',
    validHint: 'Leeg: het blijft geldig.',
    save: 'Bewaren',
    saveAndAnswer: 'Bewaren en “In orde” antwoorden',
    again: 'Iets anders kiezen',
    saved: (title: string) => `“${title}” is als bewijs bewaard.`,
    savedAndAnswered: (title: string) =>
      `“${title}” is als bewijs bewaard, en de controle staat op “In orde”.`,
    selection: 'Gemarkeerde tekst',
    noPicture: 'Van deze pagina mag de browser geen beeld maken. Adres, titel en tijd worden wel bewaard.',
  },
  types: { page: 'Pagina', file: 'Bestand', picture: 'Afbeelding', link: 'Link' },
  pasted: 'Geplakte afbeelding',

  line: {
    view: 'Bekijken',
    viewOf: (title: string) => `Bekijken: ${title}`,
    edit: 'Wijzigen',
    editOf: (title: string) => `Wijzigen: ${title}`,
    remove: 'Verwijderen',
    removeOf: (title: string) => `Verwijderen: ${title}`,
    removed: (title: string) => `“${title}” telt niet meer als bewijs.`,
    changed: (title: string) => `“${title}” is gewijzigd.`,
    captured: (moment: string, name: string) => `vastgelegd ${moment} door ${name}`,
    brought: (moment: string, name: string) => `toegevoegd ${moment} door ${name}`,
    about: (day: string) => `over ${day}`,
    valid: (day: string) => `geldig tot ${day}`,
    expires: (day: string, when: string) => `vervalt ${day} (${when})`,
    expired: (day: string) => `vervallen sinds ${day}: telt niet meer mee`,
    notALink: 'geen veilig adres: getoond als tekst',
    open: (host: string) => `Openen op ${host}`,
  },

  original: {
    title: 'Bewijs bekijken',
    reading: 'Het origineel wordt opgehaald en nagerekend.',
    same: (moment: string, name: string) =>
      `Echt: dit is tot op de letter wat ${name} op ${moment} vastlegde. Dat is zonet opnieuw nagerekend.`,
    'other-bytes':
      'Niet meer echt: dit bestand is niet meer wat er werd vastgelegd. Het wordt daarom niet getoond. Gebruik het niet als bewijs en meld dit aan uw informaticadienst.',
    'no-network':
      'Het origineel staat niet op dit toestel en de server is nu niet bereikbaar. Er is niets verloren. Probeer opnieuw zodra er verbinding is.',
    'not-on-server': (name: string) =>
      `Het origineel is nog niet op de server aangekomen. Het staat op het toestel van ${name} en komt vanzelf zodra Waarborg daar verbinding heeft.`,
    nothing: 'Bij dit bewijs hoort geen bestand: het is een adres met wat er gemarkeerd was.',
    'not-for-you':
      'U mag dit bestand niet openen. Er is niets veranderd. Vraag uw coördinator om uw rollen na te kijken.',
    download: 'Downloaden',
    downloadHint: 'Dit soort bestand wordt niet in Waarborg zelf getoond.',
    mayRun:
      'Let op: zo’n bestand kan een programma bevatten. Open het alleen als u weet wie het maakte en waarom.',
    hash: 'Vingerafdruk (SHA-256), voor de auditor',
    size: 'Grootte',
    name: 'Bestandsnaam',
    retry: 'Opnieuw proberen',
  },

  window: {
    title: 'Vastleggen als bewijs',
    forWhich: 'Bij welke controle hoort dit?',
    search: 'Zoek een controle',
    busyWith: 'hier was u mee bezig',
    here: 'hoort bij deze pagina',
    noneFound: 'Geen controle gevonden. Zoek op een ander woord, of op de naam van de dienst.',
    none: 'U kunt nergens een controle beantwoorden, en dus ook geen bewijs toevoegen.',
    chooseFirst: 'Kies eerst een controle.',
    what: 'Wat legt u vast?',
    waiting: (count: number) =>
      count === 1 ? 'Er wacht nog 1 vastgelegde pagina:' : `Er wachten nog ${count} vastgelegde pagina’s:`,
    drop: 'Niet bewaren',
    dropOf: (title: string) => `Niet bewaren: ${title}`,
    pick: (title: string) => `Verder met ${title}`,
    openCheck: 'Controle openen',
    close: 'Venster sluiten',
    loose:
      'De schijf van dit toestel is vol. Deze vastlegging staat alleen nog in het geheugen van de browser: maak ruimte vrij en bewaar ze, of download het beeld.',
    downloadPicture: 'Beeld downloaden',
    free: 'Ruimte vrijmaken',
  },

  problems: {
    'check-missing': 'Er is nog geen controle gekozen. Er is niets bewaard. Kies eerst een controle.',
    'hash-missing': 'Dit bestand kon niet worden gelezen. Er is niets bewaard. Probeer het opnieuw.',
    empty: 'Dit bestand is leeg. Er is niets bewaard. Kies een ander bestand.',
    'too-large':
      'Dit bestand is groter dan 25 MB. Er is niets bewaard; het bestand staat nog waar het stond. Maak het kleiner, of bewaar het in uw dossiersysteem en voeg de link toe.',
    'not-a-link':
      'Dit is geen adres dat veilig geopend kan worden. Er is niets bewaard. Gebruik een adres dat met https begint.',
    'valid-before-day':
      'De laatste dag van geldigheid ligt voor de dag waarover het gaat. Er is niets bewaard. Kijk de datums na.',
    'disk-full':
      'De schijf van dit toestel is vol. Het bewijs is niet bewaard, maar niets is verloren: het staat nog hier. Maak ruimte vrij en druk opnieuw op Bewaren.',
    'disk-broken':
      'De opslag van de browser werkt niet. Het bewijs is niet bewaard, maar het staat nog hier. Herstart de browser en probeer opnieuw.',
    unreadable: 'Het bestand kon niet worden gelezen. Er is niets bewaard. Staat het nog waar het stond?',
    'not-for-you':
      'U mag bij deze controle geen bewijs toevoegen. Er is niets bewaard. Vraag het uw coördinator.',
    'not-a-page':
      'Deze pagina kan niet worden vastgelegd: de browser laat geen enkele extensie toe op zijn eigen pagina’s. Ga naar de pagina die u wilt vastleggen.',
    'not-called':
      'De browser laat Waarborg alleen kijken waar u dat zelf vraagt. Druk op de pagina op Alt+Shift+E, of klik er rechts en kies “Vastleggen als bewijs”.',
    unknown: 'Er ging iets onverwachts mis. Er is niets bewaard. Probeer het opnieuw.',
  },

  storage: {
    title: 'Bewijs op dit toestel',
    reading: 'De opslag wordt nagekeken.',
    files: (count: number, size: string) =>
      `${count === 1 ? '1 bestand' : `${count} bestanden`}, samen ${size}.`,
    noFiles: 'Er staan geen bestanden op dit toestel.',
    waiting: (count: number) =>
      count === 1 ? '1 bestand moet nog naar de server.' : `${count} bestanden moeten nog naar de server.`,
    allSent: 'Alles staat ook op de server.',
    quota: (used: string, quota: string) =>
      `Waarborg gebruikt ${used} van de ${quota} die de browser toestaat.`,
    meter: 'Gebruikte opslag',
    free: (size: string) => `Ruimte vrijmaken (${size})`,
    freeHint:
      'Alleen originelen die ook op de server staan, gaan van dit toestel. U kunt ze altijd weer openen.',
    freed: (size: string) => `${size} vrijgemaakt.`,
    hosts: 'Machines van uw intranet',
    hostsHint:
      'Eén naam per regel, bijvoorbeeld intranet.zandrode.lokaal. Adressen op deze machines worden ook zonder https een link.',
    hostsSaved: 'De lijst is bewaard.',
    save: 'Bewaren',
  },

  here: {
    title: 'Hoort bij deze pagina',
    none: 'Bij deze pagina hoort geen open controle.',
    off: 'Welke controles horen bij een pagina?',
    offText: (hosts: string) =>
      `Waarborg kan tonen welke controles horen bij de pagina die u open hebt. Daarvoor mag het op deze sites het adres zien: ${hosts}. Het adres verlaat dit toestel niet.`,
    turnOn: 'Aanzetten',
    turnOff: 'Niet meer kijken',
    alsoAt: (hosts: string) => `Nieuw: ook op ${hosts} kijken`,
    due: (when: string) => `uiterlijk ${when}`,
    refused: 'De browser gaf geen toestemming. Er is niets veranderd.',
  },
  sizes: { bytes: 'bytes', kB: 'kB', MB: 'MB', GB: 'GB' },
}

export type EvidenceText = typeof evidenceNl
