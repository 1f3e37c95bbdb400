/** What the pages about self-assessment say in Dutch. The English dictionary has the same shape. */

const subjects = (count: number): string => (count === 1 ? '1 onderdeel' : `${count} onderdelen`)
const people = (count: number): string => (count === 1 ? '1 persoon' : `${count} mensen`)
const rounds = (count: number): string => (count === 1 ? '1 ronde' : `${count} rondes`)

export const roundsNl = {
  title: 'Zelfevaluatie',
  intro: 'Eerst scoort iedereen apart, dan spreekt de groep over de verschillen.',
  sections: 'Onderdelen van de zelfevaluatie',
  tabs: { all: 'Rondes', compare: 'Vergelijken' },
  start: 'Ronde voorbereiden',
  empty: 'Er is nog geen zelfevaluatie',
  emptyLead: 'Bereid een ronde voor: kies wat u scoort, wie meedoet en wie het resultaat naleest.',
  emptyOther: 'De coördinator organisatiebeheersing bereidt een ronde voor. U ziet ze hier.',
  count: rounds,
  whole: 'Hele organisatie',
  nobody: 'Niemand',

  states: {
    preparing: 'In voorbereiding',
    scoring: 'Iedereen scoort apart',
    consensus: 'Consensus zoeken',
    validated: 'Gevalideerd',
  },
  steps: {
    preparing: 'Voorbereiden',
    scoring: 'Apart scoren',
    consensus: 'Consensus',
    validated: 'Valideren',
  },
  stepsLabel: 'Stappen van de ronde',
  panels: {
    maturity: 'Leidraad: maturiteit per thema, 0 tot 4',
    classical: 'CAF 2020: klassieke schaal, 0 tot 100',
    'fine-tuned': 'CAF 2020: verfijnde schaal, 0 tot 100 per deel',
  },
  shortPanels: { maturity: 'Leidraad', classical: 'CAF klassiek', 'fine-tuned': 'CAF verfijnd' },
  parts: {
    plan: 'Plannen',
    do: 'Uitvoeren',
    check: 'Nagaan',
    act: 'Bijsturen',
    trends: 'Trends',
    targets: 'Doelen',
  } as Readonly<Record<string, string>>,
  facts: {
    panel: 'Schaal',
    place: 'Waarover',
    group: 'Groep',
    reader: 'Tweede lezer',
    opened: 'Scoren geopend',
    closed: 'Scoren gesloten',
    subjects: 'Onderdelen',
  },
  inShort: (given: { subjects: number; members: number }) =>
    `${subjects(given.subjects)}, ${people(given.members)}`,
  ready: (done: number, all: number) => `${done} van ${people(all)} klaar`,
  agreed: (done: number, all: number) => `${done} van ${subjects(all)} afgesproken`,
  yours: 'Uw scores worden gevraagd',
  yoursDone: 'U hebt ingediend',

  form: {
    title: 'Nieuwe ronde',
    change: 'Ronde wijzigen',
    name: 'Naam van de ronde',
    nameHint: 'Bijvoorbeeld: Zelfevaluatie 2026.',
    panel: 'Wat scoren we, en hoe?',
    subjects: 'Onderdelen',
    place: 'Waarover gaat het?',
    group: 'Wie scoort?',
    groupHint: 'Minstens twee mensen, liefst uit verschillende diensten en niveaus.',
    mute: (names: string) =>
      `${names}: heeft nergens schrijfrecht en kan dus scoren, maar niet laten weten klaar te zijn. U sluit het scoren dan zelf.`,
    reader: 'Tweede lezer',
    readerHint:
      'Leest het resultaat na met andere ogen, en scoort zelf niet mee. De directeur of coördinator noteert de opmerking.',
    readerNone: 'Geen tweede lezer',
    all: 'Alles',
    none: 'Niets',
    add: 'Ronde voorbereiden',
  },

  page: {
    back: 'Alle rondes',
    unknown: 'Deze ronde is hier niet te zien',
    unknownNext: 'Ze bestaat niet of is verwijderd.',
    change: 'Wijzigen',
    remove: 'Verwijderen',
    removed: (title: string) => `“${title}” is verwijderd.`,
    saved: (title: string) => `“${title}” is bewaard.`,
    added: (title: string) => `“${title}” is voorbereid.`,
    subjects: 'Onderdelen',
    previous: 'Vorige',
    next: 'Volgende',
    scored: 'gescoord',
    notScored: 'nog niet gescoord',
    agreedWord: 'afgesproken',
    notAgreed: 'nog niet afgesproken',
  },

  unsettled: {
    title: 'Deze ronde staat in twee stappen tegelijk',
    lead: 'Twee mensen leidden de ronde apart verder. Zolang dat niet opgelost is, blijft alles blind en kan niemand scoren. Het scoren sluiten lost het op.',
    other:
      'Twee mensen leidden de ronde apart verder. De coördinator lost dat op; tot dan kan niemand scoren.',
    button: 'Scoren sluiten en verdergaan',
  },

  preparing: {
    lead: 'Alles klaar? Open het scoren. Daarna liggen onderdelen en groep vast.',
    other: 'De coördinator opent het scoren. Daarna scoort elk lid van de groep apart.',
    open: 'Scoren openen',
    opened: 'Het scoren is open. Elk lid van de groep ziet de ronde nu bij Zelfevaluatie.',
  },

  scoring: {
    blind:
      'U scoort blind: niemand ziet uw scores tot het scoren gesloten is, ook de coördinator niet. U ziet die van anderen evenmin.',
    other: 'De groep scoort nu, elk apart. Scores zijn pas te lezen als het scoren gesloten is.',
    progress: (done: number, all: number) => `${done} van ${subjects(all)} gescoord.`,
    yourScore: 'Uw score',
    comment: 'Waarom deze score?',
    commentHint: 'Verwijs naar wat het bewijst: een besluit, een procedure, een register.',
    strengths: 'Sterke punten',
    weaknesses: 'Zwakke punten',
    save: 'Bewaren',
    saveNext: 'Bewaren en volgende',
    saved: (name: string) => `Uw score voor “${name}” is bewaard.`,
    submit: 'Ik ben klaar: indienen',
    submitted: 'Ingediend. De coördinator ziet dat u klaar bent, niet wat u scoorde.',
    submittedAt: (moment: string) => `U hebt ingediend op ${moment}.`,
    mayStill: 'Zolang het scoren open is, kunt u dat terugnemen en verder scoren.',
    takeBack: 'Indienen terugnemen',
    tookBack: 'U kunt weer verder scoren.',
    missing: (count: number) => `Nog ${subjects(count)} zonder score.`,
    notOpenHere: 'U kunt nu niet scoren. Wacht even: uw plaats in deze ronde wordt geopend.',
  },

  close: {
    title: 'Wie is klaar?',
    ready: 'klaar',
    notReady: 'nog niet klaar',
    unseen: 'Of iemand klaar is, ziet u alleen voor de diensten waar u in kunt.',
    button: 'Scoren sluiten',
    allReady: 'Iedereen is klaar. Sluit het scoren: dan leest de groep elkaars scores.',
    waiting: (names: string) => `Nog niet klaar: ${names}.`,
    anyway: 'Toch sluiten',
    anywayWarn:
      'Wie niet klaar is, kan daarna niet meer scoren. Heropenen kan niet: scores die gelezen zijn, zijn niet blind meer.',
    closed: 'Het scoren is gesloten. De groep leest nu elkaars scores.',
  },

  consensus: {
    still: (known: number, all: number) => `De scores van ${known} van ${people(all)} zijn binnen.`,
    title: 'Wat iedereen scoorde',
    none: 'Niemand scoorde dit onderdeel.',
    silent: (names: string) => `Zonder score: ${names}.`,
    notForYou: 'Wie wat scoorde, leest alleen de groep zelf.',
    spread: (given: { min: string; max: string; range: string; mean: string }) =>
      given.min === given.max
        ? `Iedereen scoorde ${given.min}.`
        : `Van ${given.min} tot ${given.max}: ${given.range} verschil. Gemiddeld ${given.mean}.`,
    who: 'Wie',
    score: 'Score',
    comment: 'Toelichting',
    agree: 'Wat de groep afspreekt',
    agreedLabel: 'Afgesproken score',
    ambition: 'Ambitie voor de volgende ronde',
    ambitionNone: 'Nog niet gekozen',
    remark: 'Opmerking van de tweede lezer',
    remarkHint: (name: string) => `Wat ${name} opmerkt. De coördinator noteert het.`,
    saved: (name: string) => `De afspraak over “${name}” is bewaard.`,
    other: 'De coördinator noteert wat de groep afspreekt.',
    notYet: 'Nog niets afgesproken.',
    clash: 'Twee mensen noteerden apart iets anders. Bewaar samen wat geldt.',
    actions: 'Acties',
    noActions: 'Nog geen acties.',
    makeMeasure: 'Maatregel maken',
    makePlan: 'Plan maken',
    fromWeak: (name: string) => `Verbeteren: ${name}`,
    validate: 'Valideren',
    validateNext: 'Alles is afgesproken. Na valideren ligt het resultaat vast, met een controlegetal.',
    validated: 'De ronde is gevalideerd en ligt vast.',
    missing: (names: string) => `Nog niet afgesproken: ${names}.`,
    legend: { score: 'score van één lid', agreed: 'afgesproken', ambition: 'ambitie' },
    picture: (name: string, words: string) => `Scores voor ${name}. ${words}`,
  },

  validated: {
    result: 'Resultaat',
    subject: 'Onderdeel',
    agreed: 'Afgesproken',
    range: 'Spreiding',
    ambition: 'Ambitie',
    mean: 'Gemiddelde per criterium',
    intact: 'Dit resultaat is ongewijzigd sinds het gevalideerd werd.',
    broken:
      'Dit resultaat is niet wat er gevalideerd werd: het controlegetal klopt niet. Vertrouw het niet en verwittig wie de server beheert.',
    hash: 'Controlegetal (SHA-256)',
    missing: 'Het vastgelegde resultaat is nog niet op dit toestel.',
  },

  compare: {
    intro: 'Rondes en diensten naast elkaar, onderdeel per onderdeel.',
    choose: 'Wat wilt u vergelijken?',
    chooseHint: 'Kies er hoogstens vijf met dezelfde onderdelen.',
    empty: 'Er is nog niets te vergelijken',
    emptyNext: 'Zodra een ronde afgesproken scores heeft, staat ze hier.',
    none: 'Kies minstens één ronde.',
    title: 'Vergelijking',
    percent: (value: number) => `${value} %`,
    picture: (names: string) =>
      `Afgesproken scores in procent van het hoogst mogelijke: ${names}. De tabel eronder zegt hetzelfde in cijfers.`,
    axis: 'in procent van het hoogst mogelijke',
    subject: 'Onderdeel',
    change: (points: string) => `Verschil ${points}`,
    nothing: 'niet gescoord',
    csv: 'vergelijking-zelfevaluatie',
    made: (day: string) => `Stand op ${day}`,
  },

  problems: {
    'title-missing': 'Geef de ronde een naam.',
    'subjects-missing': 'Kies minstens één onderdeel.',
    'unknown-subject': 'Een onderdeel hoort niet bij deze schaal. Kies de onderdelen opnieuw.',
    'group-too-small': 'Kies minstens twee mensen die scoren.',
    'reader-in-group':
      'De tweede lezer scoort niet mee. Kies iemand anders, of haal die persoon uit de groep.',
    'panel-unfit': 'Deze schaal past niet bij deze onderdelen.',
    'scoring-began': 'Het scoren is begonnen: alleen naam en tweede lezer kunnen nog wijzigen.',
    'no-such-round': 'Deze ronde is er niet meer. Er is niets gewijzigd.',
    'not-from-here': 'Dat kan nu niet: de ronde is intussen verder. Er is niets gewijzigd.',
    'not-all-submitted': 'Nog niet iedereen is klaar.',
    'not-agreed': 'Nog niet alles is afgesproken.',
    'scores-arriving':
      'Nog niet alle scores zijn op dit toestel. Wacht tot ze binnen zijn, of zoek verbinding: anders zouden ze in het vaste resultaat ontbreken.',
    'not-scoring': 'Het scoren is gesloten. Uw score is niet gewijzigd.',
    'not-in-round': 'Dit onderdeel hoort niet bij de ronde.',
    'not-in-consensus': 'Afspreken kan alleen nadat het scoren gesloten is en voor het valideren.',
    'out-of-range': 'Kies een getal dat bij deze schaal past.',
    'parts-missing': 'Geef elk deel een score. Kies per deel een trap, of typ een getal van 0 tot 100.',
    'points-missing': 'Kies eerst een score.',
    'nowhere-to-say':
      'Uw scores zijn bewaard, maar u hebt in geen enkele dienst schrijfrecht: zeg de coördinator zelf dat u klaar bent.',
    'not-for-you': 'U kunt hier niets wijzigen. Er is niets bewaard.',
    unknown: 'Dit kon niet bewaard worden. Er is niets gewijzigd; probeer het opnieuw.',
  },
}

export type RoundsText = typeof roundsNl
