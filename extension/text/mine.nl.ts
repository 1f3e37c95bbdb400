/** What "Mijn werk", standing in and answering many at once say in Dutch. The English dictionary has the same shape. */

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
const checks = (n: number): string => count(n, 'controle', 'controles')

export const mineNl = {
  title: 'Mijn werk',
  intro: 'Alles wat op u wacht, op één plaats.',
  summary: (facts: { clash: number; late: number; today: number; soon: number; prepare: number }) =>
    [
      facts.late > 0 ? `${checks(facts.late)} te laat` : 'Niets te laat',
      facts.clash > 0 && `${facts.clash} met tegenspraak`,
      facts.today > 0 && `${facts.today} voor vandaag`,
      facts.soon > 0 && `${facts.soon} voor binnenkort`,
      facts.prepare > 0 && `${facts.prepare} nu voor te bereiden`,
    ]
      .filter(Boolean)
      .join(', ')
      .concat('.'),
  show: {
    label: 'Tonen',
    department: 'Ook van mijn dienst',
    mine: 'Alleen op mijn naam',
  },
  shown: {
    department: 'Ook wat iedereen van uw dienst mag doen.',
    mine: 'Alleen wat op uw naam staat, of op die van wie u vervangt.',
  },

  checks: {
    title: 'Controles',
    groups: {
      clash: 'Tegenspraak',
      late: 'Te laat',
      today: 'Vandaag',
      soon: 'Binnenkort',
      prepare: 'Nu voor te bereiden',
    },
    none: 'Geen controles te doen',
    noneNext: (next: string) => `De volgende: ${next}.`,
    noneMine: 'Geen controles op uw naam',
    noneMineNext: 'Kies “Ook van mijn dienst” om te zien wat iedereen van uw dienst mag doen.',
    for: (name: string) => `voor ${name}`,
    choose: (title: string) => `${title} kiezen`,
    chooseAll: 'Alle controles kiezen',
    needsEvidence: 'bewijs nodig',
    opens: (day: string) => `vanaf ${day}`,
  },

  bulk: {
    label: 'Gekozen controles beantwoorden',
    hint: 'Kies met het vakje of met x wat u samen wilt beantwoorden.',
    hintNoKeys: 'Kies met de vakjes wat u samen wilt beantwoorden.',
    chosen: (n: number) => `${checks(n)} gekozen`,
    clear: 'Niets kiezen',
    noteTitle: (n: number, outcome: string) => `${checks(n)}: ${outcome.toLowerCase()}`,
    noteLabel: 'Wat is er aan de hand? Deze toelichting komt bij elke gekozen controle.',
    noteNeeded: 'Schrijf eerst wat er aan de hand is: één zin is genoeg.',
    answer: 'Antwoorden',
    answered: (n: number, outcome: string) =>
      n === 0 ? 'Er is niets veranderd.' : `${checks(n)}: ${outcome.toLowerCase()}.`,
    left: (n: number) => (n === 1 ? '1 bleef zoals ze was.' : `${n} bleven zoals ze waren.`),
    leftTitle: (n: number) =>
      `${checks(n)} ${n === 1 ? 'bleef' : 'bleven'} zoals ${n === 1 ? 'ze was' : 'ze waren'}`,
    why: {
      'evidence-missing': 'Sleutelcontrole: voeg eerst een bewijs toe, dan kan ze in orde zijn.',
      done: 'Deze controle had al een antwoord.',
      'not-for-you': 'U mag deze controle niet beantwoorden.',
    },
    act: {
      'evidence-missing': 'Bewijs toevoegen',
      done: 'Controle openen',
      'not-for-you': 'Controle openen',
    },
  },

  reviews: {
    title: 'Na te zien',
    all: 'Allemaal nazien',
    link: (n: number) => (n === 0 ? 'Na te zien' : `Na te zien (${n})`),
    by: (name: string, when: string) => `${name}, ${when}`,
  },
  returned: {
    title: 'Teruggestuurd naar u',
    by: (name: string) => `${name} vroeg het opnieuw te bekijken`,
  },
  measures: { title: 'Mijn maatregelen' },
  findings: {
    title: 'Mijn bevindingen',
    stages: {
      cause: 'oorzaak te zoeken',
      measure: 'nog geen maatregel',
      doing: 'er wordt aan gewerkt',
      effect: 'effect te tonen',
      closed: 'gesloten',
    },
  },
  rounds: { title: 'Zelfevaluatie', waiting: 'wacht op uw scores' },
  evidence: {
    title: 'Mijn bewijs dat vervalt',
    expires: (when: string) => `geldig tot ${when}`,
    expired: (when: string) => `vervallen sinds ${when}`,
    untitled: 'Bewijs zonder titel',
  },
  reader: {
    intro: 'U leest mee: er staan geen controles op uw naam.',
    title: 'U leest mee',
    next: 'U kunt alles bekijken wat voor u open is, en hoeft hier niets te beantwoorden.',
  },
  none: 'Niets wacht op u',
  noneNext: 'Wat nieuw is, verschijnt hier vanzelf.',
  count: (n: number) => `${n}`,

  standIn: {
    deputyOf: (name: string, until: string) => `U vervangt ${name} tot en met ${until}.`,
    deputyHint: 'Wat u voor iemand anders beantwoordt, staat in de geschiedenis als “voor …, door …”.',
    youAway: (deputy: string, from: string, until: string) =>
      `U bent afwezig van ${from} tot en met ${until}. ${deputy} vervangt u.`,
    open: 'Mijn afwezigheid',
    ask: (names: string) => `Bent u afwezig? ${names} kan instellen wie u vervangt.`,
    title: (name: string) => `Afwezigheid van ${name}`,
    intro: (name: string) =>
      `Wie ${name} vervangt, ziet en beantwoordt in die dagen de controles van ${name}. In de geschiedenis staat wie het deed, en voor wie.`,
    deputy: 'Wie vervangt?',
    choose: 'Kies iemand',
    from: 'Van',
    until: 'Tot en met',
    save: 'Bewaren',
    saved: (deputy: string, absent: string) => `${deputy} vervangt ${absent}.`,
    ended: (deputy: string, absent: string) => `${deputy} vervangt ${absent} niet langer.`,
    present: 'Afgesproken',
    end: 'Beëindigen',
    endOf: (deputy: string) => `Vervanging door ${deputy} beëindigen`,
    noRole: (name: string) =>
      `${name} heeft geen rol als diensthoofd of medewerker van een dienst, en geen controles op naam. Er is dan niets om over te nemen.`,
    nothingLent: (name: string, n: number) =>
      `${name} heeft ${checks(n)} op naam, maar een vervanger neemt die niet over: alleen het werk van een diensthoofd of medewerker gaat over.`,
    partLent: (name: string, n: number) =>
      `${checks(n)} op naam van ${name} ${n === 1 ? 'gaat' : 'gaan'} niet over: daar is ${name} geen diensthoofd of medewerker.`,
    instead: 'Zet bij die controles zelf iemand anders als uitvoerder.',
    controls: 'Naar de controles',
    problems: {
      'no-such-member': 'Kies wie vervangt.',
      himself: 'Iemand kan zichzelf niet vervangen. Kies iemand anders.',
      'day-missing': 'Kies de eerste en de laatste dag.',
      'until-before-from': 'De laatste dag ligt voor de eerste. Kijk de dagen na.',
    },
  },

  popup: {
    title: 'Ook voor u',
    reviews: (n: number) => `${count(n, 'antwoord', 'antwoorden')} na te zien`,
    findings: (n: number) => `${count(n, 'bevinding', 'bevindingen')} op uw naam`,
    evidence: (n: number) =>
      n === 1 ? '1 bewijs van u vervalt binnenkort' : `${n} bewijzen van u vervallen binnenkort`,
  },
}

export type MineText = typeof mineNl
