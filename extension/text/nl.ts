/** Everything the interface says, in Dutch. Its shape is the dictionary: English must say the same things. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

export const nl = {
  app: {
    name: 'Waarborg',
    close: 'Sluiten',
    cancel: 'Annuleren',
    save: 'Bewaren',
    loading: 'Bezig met laden',
    tryAgain: 'Opnieuw proberen',
  },

  outcomes: {
    'in-order': 'In orde',
    partly: 'Deels in orde',
    'not-in-order': 'Niet in orde',
    'not-applicable': 'Niet van toepassing',
  },
  /** Where there is little room. */
  outcomesShort: {
    'in-order': 'In orde',
    partly: 'Deels',
    'not-in-order': 'Niet in orde',
    'not-applicable': 'N.v.t.',
  },
  states: { done: 'Gedaan', late: 'Te laat', today: 'Vandaag', soon: 'Binnenkort', later: 'Later' },
  clash: 'Tegenspraak',
  /** How far somebody else's look at an answer is. */
  reviews: {
    submitted: 'Wacht op nazicht',
    accepted: 'Nagezien',
    returned: 'Teruggestuurd',
    by: (name: string) => `Teruggestuurd door ${name}`,
  },
  rhythms: {
    weekly: 'Wekelijks',
    monthly: 'Maandelijks',
    quarterly: 'Per kwartaal',
    'half-yearly': 'Halfjaarlijks',
    yearly: 'Jaarlijks',
  },
  roles: {
    director: 'Algemeen directeur',
    coordinator: 'Kwaliteitscoördinator',
    team: 'Managementteam',
    manager: 'Diensthoofd',
    contributor: 'Medewerker',
    complaints: 'Klachtencoördinator',
    auditor: 'Auditor',
    reader: 'Lezer',
  },
  fields: { outcome: 'Uitkomst', note: 'Toelichting', performer: 'Uitgevoerd door' },

  dates: {
    weekdays: ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'],
    months: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
    late: (days: number) => `${count(days, 'dag', 'dagen')} te laat`,
    near: { '-2': 'eergisteren', '-1': 'gisteren', '0': 'vandaag', '1': 'morgen', '2': 'overmorgen' },
    ahead: (days: number) => `over ${count(days, 'dag', 'dagen')}`,
    ago: (days: number) => `${count(days, 'dag', 'dagen')} geleden`,
    week: (week: number, year: string) => `week ${week} van ${year}`,
    quarter: (quarter: string, year: string) => `${quarter}e kwartaal ${year}`,
    half: (half: string, year: string) => `${half}e halfjaar ${year}`,
  },

  sync: {
    label: 'Stand van het bewaren',
    loading: 'Bezig met laden',
    confirmed: (time: string) => `Alles bevestigd ${time}`,
    confirmedOnly: 'Alles bevestigd',
    here: (unsent: number) => `${count(unsent, 'wijziging', 'wijzigingen')} op dit toestel`,
    offline: 'Geen verbinding, werk gaat door',
    offlineUnsent: (unsent: number) => `Geen verbinding · ${unsent} op dit toestel`,
    'not-saved': 'Niet opgeslagen',
    refused: 'Geweigerd door de server',
    'signed-out': 'Afgemeld',
    explain: {
      loading: 'Uw gegevens worden van dit toestel gelezen.',
      confirmed: 'Alles wat u deed, staat op de schijf van de server.',
      here: 'Uw werk staat veilig op de schijf van dit toestel en gaat naar de server zodra dat kan.',
      offline:
        'De server is niet bereikbaar. Uw werk staat veilig op dit toestel en gaat vanzelf naar de server zodra er verbinding is.',
      'not-saved':
        'Dit toestel kon uw laatste werk niet bewaren. Het staat nog in dit venster: download het reddingsbestand voordat u sluit.',
      refused:
        'De server nam een deel van uw werk niet aan. Het staat nog op dit toestel: download het reddingsbestand en neem contact op met uw coördinator.',
      'signed-out':
        'Dit toestel is afgemeld. Wat u al deed, staat nog op dit toestel. Meld u opnieuw aan om verder te gaan.',
    },
    rescue: 'Reddingsbestand downloaden',
    signIn: 'Opnieuw aanmelden',
  },
  lines: {
    saving: 'wordt bewaard',
    here: 'op dit toestel',
    sent: 'onderweg',
    confirmed: 'bevestigd',
    'not-saved': 'niet opgeslagen',
    refused: 'geweigerd',
  },

  popup: {
    title: 'Mijn controles',
    menu: 'Menu',
    dashboard: 'Dashboard openen',
    beside: 'Naast de pagina openen',
    otherLanguage: 'English',
    help: 'Hulp en sneltoetsen',
    options: 'Instellingen',
    signOut: 'Afmelden',
    progress: (done: number, total: number) => `${done} van ${total} gedaan deze periode`,
    progressNone: 'Niets te doen deze periode',
    groups: { returned: 'Teruggestuurd', late: 'Te laat', today: 'Vandaag', soon: 'Binnenkort' },
    for: (name: string) => `voor ${name}`,
    more: (n: number) => `Nog ${count(n, 'controle', 'controles')} tonen`,
    due: (when: string) => `Uiterlijk ${when}`,
    choose: 'Uitkomst',
    note: 'Toelichting',
    addNote: 'Toelichting toevoegen',
    editNote: 'Toelichting wijzigen',
    notePartly: 'Wat is nog niet in orde?',
    noteNotInOrder: 'Wat is er niet in orde?',
    noteNeeded: 'Schrijf eerst wat er aan de hand is: één zin is genoeg.',
    noteKeys: 'Enter bewaart. Esc annuleert, uw tekst blijft.',
    noteSave: 'Bewaren',
    draft: 'Toelichting begonnen',
    undo: 'Ongedaan maken',
    undoOf: (title: string) => `Ongedaan maken: ${title}`,
    answeredBy: (name: string) => `door ${name}`,
    answered: (title: string, outcome: string) => `${title}: ${outcome}.`,
    takenBack: (title: string) => `${title}: antwoord teruggenomen.`,
    takenBackWord: 'Teruggenomen',
    changedMeanwhile: (title: string) =>
      `${title}: intussen door iemand anders beantwoord. Kijk het antwoord na.`,
    evidence: 'Bewijs',
    evidenceCount: (n: number) => count(n, 'bewijs', 'bewijzen'),
    evidenceMissing: (title: string) =>
      `${title}: dit is een sleutelcontrole. Ze is pas in orde met een bewijs. Voeg eerst een bewijs toe; er is niets bewaard.`,
    history: 'Geschiedenis',
    nothingToUndo: 'Er is niets om ongedaan te maken.',
    mayNot: 'U kunt deze controle bekijken, maar niet beantwoorden.',
    clash: 'Twee antwoorden spreken elkaar tegen. Kies welk antwoord geldt.',
    news: (n: number) => `${count(n, 'nieuwe controle', 'nieuwe controles')} tonen`,
    doneTitle: 'Alles gedaan',
    doneUntil: (day: string) => `Alles gedaan tot ${day}`,
    doneNext: 'Volgende controle',
    doneNothing:
      'Er is geen volgende controle voor u gepland. In het dashboard ziet u het werk van de hele organisatie.',
    none: 'Geen controles op uw naam',
    noneNext:
      'U staat bij geen enkele controle als uitvoerder. Vraag uw coördinator om controles toe te wijzen, of bekijk het dashboard.',
    reader: 'U leest mee',
    readerNext:
      'U hoeft geen controles te beantwoorden. In het dashboard ziet u de cijfers en de bevindingen.',
    findings: 'Bevindingen',
    reading: 'Uw controles worden van dit toestel gelezen.',
    unread: 'Uw controles staan nog niet op dit toestel, of konden niet worden gelezen.',
    unreadNext: 'Ze verschijnen hier vanzelf zodra er verbinding is met de server.',
    keysHint: 'sneltoetsen',
  },

  signOut: {
    title: 'Afmelden op dit toestel?',
    text: 'Wat u deed, blijft op dit toestel staan. Om opnieuw aan te melden hebt u een nieuwe code nodig.',
    unsent: (n: number) =>
      `${count(n, 'wijziging staat', 'wijzigingen staan')} nog niet op de server. Wacht op "Alles bevestigd", of download eerst het reddingsbestand.`,
    confirm: 'Afmelden',
    anyway: 'Toch afmelden',
    stay: 'Aangemeld blijven',
  },

  welcome: {
    title: 'Welkom bij Waarborg',
    text: 'Meld dit toestel één keer aan met de code die u van uw directeur of coördinator kreeg. Daarna werkt alles ook zonder netwerk.',
    button: 'Aanmelden',
  },

  signIn: {
    title: 'Dit toestel aanmelden',
    intro:
      'U kreeg een serveradres en een code van uw directeur of coördinator. Aanmelden hoeft maar één keer; daarna werkt u ook zonder netwerk.',
    again: (name: string) =>
      `Dit toestel is afgemeld. Vul een nieuwe code voor ${name} in: wat nog op dit toestel staat, gaat dan naar de server. Meldt iemand anders zich hier aan, dan blijft het werk van ${name} apart op dit toestel wachten.`,
    server: 'Adres van de server',
    serverHint: 'Bijvoorbeeld: waarborg.zandrode.be',
    organisation: 'Organisatie',
    organisationHint: 'De korte naam van uw bestuur, bijvoorbeeld: zandrode',
    code: 'Code',
    codeHint: 'U kunt de code plakken. Hoofdletters, spaties en streepjes maken niet uit.',
    device: 'Naam van dit toestel',
    deviceHint: 'Zo herkent u dit toestel in de lijst van uw toestellen.',
    deviceDefault: 'Mijn computer',
    submit: 'Aanmelden',
    busy: 'Bezig met aanmelden',
    steps: 'Wat er gebeurt',
    step: {
      address: 'Het adres is leesbaar',
      network: 'De server antwoordt',
      server: 'Het is een Waarborg-server',
      code: 'De code is geldig',
      keep: 'De aanmelding is bewaard op dit toestel',
    },
    stepState: { waiting: 'nog niet', busy: 'bezig', ok: 'gelukt', failed: 'niet gelukt' },
    done: (name: string) => `Welkom, ${name}`,
    doneNext: 'Dit toestel is aangemeld. U vindt uw controles onder het Waarborg-icoon in de werkbalk.',
    openDashboard: 'Dashboard openen',
    failed: 'Aanmelden is niet gelukt.',
    kept: 'Wat u invulde, blijft staan.',
    errors: {
      'no-server': {
        what: 'Er is nog geen serveradres ingevuld.',
        safe: 'Er is niets verstuurd.',
        act: 'Vul het adres in dat u van uw directeur of coördinator kreeg.',
      },
      'no-organisation': {
        what: 'Er is nog geen organisatie ingevuld.',
        safe: 'Er is niets verstuurd.',
        act: 'Vul de korte naam van uw bestuur in. Die staat bij de code die u kreeg.',
      },
      'no-code': {
        what: 'Er is nog geen code ingevuld.',
        safe: 'Er is niets verstuurd.',
        act: 'Vul de code in die u van uw directeur of coördinator kreeg.',
      },
      address: {
        what: 'Dit is geen geldig serveradres.',
        safe: 'Er is niets verstuurd en uw code blijft bruikbaar.',
        act: 'Kijk het adres na op typfouten. Het lijkt op: waarborg.zandrode.be',
      },
      insecure: {
        what: 'Dit adres is niet beveiligd: het begint met http in plaats van https.',
        safe: 'Er is niets verstuurd en uw code blijft bruikbaar.',
        act: 'Gebruik het adres dat met https begint, of vraag het na bij uw informaticadienst.',
      },
      network: {
        what: 'De server antwoordt niet.',
        safe: 'Uw code is niet verbruikt.',
        act: 'Kijk na of u verbinding hebt met het netwerk en of het adres klopt. Probeer daarna opnieuw.',
      },
      'not-waarborg': {
        what: 'Op dit adres antwoordt iets, maar het is geen Waarborg-server.',
        safe: 'Uw code is niet verstuurd en blijft bruikbaar.',
        act: 'Kijk het adres na. Op een openbaar netwerk moet u zich soms eerst bij dat netwerk aanmelden.',
      },
      'no-such-organisation': {
        what: 'Deze server kent die organisatie niet.',
        safe: 'Uw code is niet verbruikt.',
        act: 'Kijk de korte naam van uw bestuur na, zonder spaties of hoofdletters.',
      },
      'code-unknown': {
        what: 'De server kent deze code niet.',
        safe: 'Er is niets veranderd.',
        act: 'Kijk de code na op typfouten, of vraag een nieuwe code.',
      },
      'code-used': {
        what: 'Deze code is al gebruikt. Elke code werkt één keer.',
        safe: 'Er is niets veranderd.',
        act: 'Vraag een nieuwe code. Hebt u de code zelf niet gebruikt? Meld dat dan aan uw coördinator.',
      },
      'code-expired': {
        what: 'Deze code is vervallen.',
        safe: 'Er is niets veranderd.',
        act: 'Vraag een nieuwe code en gebruik die binnen de aangegeven tijd.',
      },
      'too-many': {
        what: 'Er is te vaak geprobeerd vanaf dit toestel of netwerk.',
        safe: 'Uw code is niet verbruikt.',
        act: 'Wacht een kwartier en probeer dan opnieuw.',
      },
      'server-trouble': {
        what: 'De server heeft zelf een probleem.',
        safe: 'Er is niets veranderd op dit toestel.',
        act: 'Probeer het over enkele minuten opnieuw. Blijft het duren, meld het dan aan uw informaticadienst.',
      },
      'client-too-old': {
        what: 'Deze versie van Waarborg is te oud voor deze server.',
        safe: 'Uw code is niet verbruikt.',
        act: 'Herstart de browser zodat de extensie vernieuwt, en probeer dan opnieuw.',
      },
      disk: {
        what: 'De aanmelding is gelukt, maar dit toestel kon ze niet bewaren.',
        safe: 'Er is niets verloren.',
        act: 'Maak schijfruimte vrij, vraag een nieuwe code en probeer opnieuw.',
      },
    },
  },

  launch: {
    title: 'Waarborg kon niet starten',
    safe: 'Wat u eerder deed, staat nog op dit toestel en op de server. Er is niets gewist.',
    act: 'Laad dit venster opnieuw. Helpt dat niet, herstart dan de browser.',
    disk: 'De opslag van de browser op dit toestel kon niet worden geopend. Maak schijfruimte vrij en herstart de browser. Verwijder de extensie niet: dan worden de gegevens op dit toestel gewist.',
    rescue:
      'Stond er nog werk dat niet bevestigd was? Verwijder de extensie dan niet en neem contact op met uw informaticadienst.',
    detail: 'Technische uitleg voor de informaticadienst',
    reload: 'Opnieuw laden',
  },

  /** What happened, for every refusal of the server or the disk. */
  problems: {
    'not-decodable':
      'De server kon het bericht van dit toestel niet lezen. Uw werk staat nog op dit toestel. Meld dit aan uw informaticadienst.',
    'signed-out':
      'Dit toestel is afgemeld. Uw werk staat nog op dit toestel. Meld u opnieuw aan met een nieuwe code.',
    'not-for-you':
      'U hebt geen toegang (meer) tot een deel van de gegevens. Uw werk staat nog op dit toestel. Vraag uw coördinator om uw rollen na te kijken.',
    'no-such-room':
      'De server kent een deel van de gegevens niet. Uw werk staat nog op dit toestel. Meld dit aan uw coördinator.',
    dropped: 'Deze gegevens zijn definitief gewist. Er is niets dat u nog moet doen.',
    'too-large':
      'Een wijziging is te groot voor de server. Ze staat nog op dit toestel. Maak de tekst korter.',
    'refused-by-gate':
      'De server nam een wijziging niet aan. Ze staat nog op dit toestel. Download het reddingsbestand en meld dit aan uw coördinator.',
    'client-too-old':
      'Deze versie van Waarborg is te oud voor de server. Uw werk staat nog op dit toestel. Herstart de browser.',
    'too-many':
      'Er zijn te veel verbindingen of pogingen. Uw werk staat nog op dit toestel. Wacht enkele minuten.',
    'rights-changed':
      'Uw rollen zijn gewijzigd. Uw werk staat nog op dit toestel. Waarborg verbindt opnieuw.',
    'server-trouble':
      'De server heeft een probleem. Uw werk staat op dit toestel en gaat later vanzelf door.',
    restarting: 'De server start opnieuw. Uw werk staat op dit toestel en gaat zo dadelijk vanzelf door.',
    'code-unknown': 'De server kent deze code niet. Er is niets veranderd. Kijk de code na.',
    'code-used': 'Deze code is al gebruikt. Er is niets veranderd. Vraag een nieuwe code.',
    'code-expired': 'Deze code is vervallen. Er is niets veranderd. Vraag een nieuwe code.',
    'bad-request': 'De server begreep de vraag niet. Er is niets veranderd. Kijk na wat u invulde.',
    'not-found': 'Dit bestaat niet (meer) op de server. Er is niets veranderd. Laad het venster opnieuw.',
    'no-such-organisation': 'De server kent deze organisatie niet. Er is niets veranderd. Kijk de naam na.',
    'no-such-member':
      'De server kent deze persoon niet (meer). Er is niets veranderd. Laad het venster opnieuw.',
    'hash-mismatch':
      'Een bestand kwam beschadigd aan. Het origineel staat nog op dit toestel. Probeer opnieuw.',
    'disk-full':
      'De schijf van dit toestel is vol. Uw laatste werk staat alleen nog in dit venster. Download het reddingsbestand en maak ruimte vrij.',
    'disk-broken':
      'De opslag van de browser werkt niet. Uw laatste werk staat alleen nog in dit venster. Download het reddingsbestand en herstart de browser.',
    'no-network':
      'De server is niet bereikbaar. Er is niets veranderd. Probeer opnieuw zodra er verbinding is.',
    unexpected: 'Er ging iets onverwachts mis. Wat bewaard was, blijft bewaard. Laad het venster opnieuw.',
  },
}

/** What every language must be able to say. */
export type Dictionary = typeof nl
