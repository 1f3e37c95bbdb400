/** What the pages about findings and judgements say in Dutch. The English dictionary has the same shape. */

const findings = (count: number): string => (count === 1 ? '1 bevinding' : `${count} bevindingen`)
const checks = (count: number): string => (count === 1 ? '1 controle' : `${count} controles`)

export const findingsNl = {
  title: 'Bevindingen',
  intro: 'Wat niet in orde was, waarom, wat eraan gedaan wordt, en of dat helpt.',
  summary: (facts: { open: number; grave: number; effect: number; ready: number }) =>
    facts.open === 0
      ? 'Er staat geen enkele bevinding open.'
      : [
          `${findings(facts.open)} open, ${facts.grave === 0 ? 'geen ernstige' : `waarvan ${facts.grave} hoog of kritiek`}.`,
          facts.effect > 0 && `${facts.effect === 1 ? '1 wacht' : `${facts.effect} wachten`} op het effect.`,
          facts.ready > 0 && `${facts.ready === 1 ? '1 is' : `${facts.ready} zijn`} klaar om af te sluiten.`,
        ]
          .filter(Boolean)
          .join(' '),
  count: (shown: number, all: number) =>
    shown === all ? `${findings(all)}.` : `${shown} van ${findings(all)}.`,
  add: 'Bevinding toevoegen',
  none: 'Geen bevindingen gevonden',
  noneNext: 'Kies andere filters, of toon alle bevindingen.',
  showAll: 'Alle bevindingen tonen',
  empty: 'Er zijn nog geen bevindingen',
  emptyNext:
    'Antwoord “deels” of “niet in orde” op een controle: dan maakt u er met één toets een. Of voeg er hier een toe.',
  nobody: 'nog niemand',

  filters: {
    show: 'Tonen',
    shows: {
      open: 'Open',
      cause: 'Oorzaak zoeken',
      measure: 'Maatregel nodig',
      doing: 'In uitvoering',
      effect: 'Effect aantonen',
      shown: 'Klaar om af te sluiten',
      closed: 'Afgesloten',
      lost: 'Effect weg',
      all: 'Alle',
    },
    department: 'Dienst',
    everywhere: 'Overal',
    team: 'Managementteam',
    severity: 'Ernst',
    owner: 'Verantwoordelijke',
    everyone: 'Iedereen',
    any: 'Alle',
    search: 'Zoeken',
  },

  severities: { low: 'Laag', moderate: 'Matig', high: 'Hoog', critical: 'Kritiek' },
  severityOf: (word: string) => `Ernst: ${word.toLowerCase()}`,
  stages: {
    cause: 'Oorzaak',
    measure: 'Maatregel',
    doing: 'Uitvoering',
    effect: 'Effect',
    closed: 'Afgesloten',
  },
  /** What is to be done at each stage. */
  stagesNow: {
    cause: 'oorzaak nog te zoeken',
    measure: 'maatregel nog te kiezen',
    doing: 'in uitvoering',
    effect: 'effect nog aan te tonen',
    shown: 'effect aangetoond, klaar om af te sluiten',
    closed: 'afgesloten',
  },
  columns: { title: 'Bevinding', owner: 'Verantwoordelijke', severity: 'Ernst', stage: 'Stand' },
  foundOn: (day: string) => `vastgesteld ${day}`,
  measures: (done: number, all: number) =>
    all === 0
      ? 'nog geen maatregel'
      : `${done} van ${all === 1 ? '1 maatregel' : `${all} maatregelen`} klaar`,

  without: {
    title: (count: number) =>
      `${checks(count)} van het laatste half jaar zonder bevinding (deels of niet in orde)`,
    intro:
      'Deze controles waren deels of niet in orde, en niemand noteerde een bevinding. Maak er een, of laat ze zoals ze zijn.',
  },

  here: {
    title: 'Bevinding',
    offer: 'Dit was niet helemaal in orde. Noteer een bevinding, dan volgt ook wat eraan gedaan wordt.',
    make: 'Bevinding maken',
    makeOf: (title: string) => `Bevinding maken: ${title}`,
    made: (title: string) => `De bevinding “${title}” is gemaakt.`,
    open: 'Oorzaak en maatregel',
    openOf: (title: string) => `Bevinding openen: ${title}`,
    removed: 'Er was een bevinding, en ze is verwijderd. Maak ze opnieuw als ze toch nodig is.',
    undone: 'De bevinding is ongedaan gemaakt.',
  },

  form: {
    title: 'Nieuwe bevinding',
    change: 'Bevinding wijzigen',
    name: 'Wat is er niet in orde?',
    note: 'Wat is er vastgesteld?',
    department: 'Dienst',
    departmentTeam: 'Managementteam (geen dienst)',
    departmentFixed: 'De bevinding staat bij deze dienst. Dat verandert niet meer.',
    severity: 'Ernst',
    owner: 'Verantwoordelijke',
    departmentChoose: 'Kies een dienst',
    ownerNone: 'Nog niemand',
    ownerHint: 'Alleen wie bij deze dienst mag schrijven, staat in de lijst.',
    found: 'Vastgesteld op',
    control: 'Bij controle',
    controlNone: 'Geen controle',
    controlHint: 'Dan kan dezelfde controle later tonen dat het opgelost is.',
  },

  page: {
    back: 'Alle bevindingen',
    unknown: 'Deze bevinding is hier niet',
    unknownNext: 'Misschien staat ze in de prullenbak, of bij een dienst die u niet kunt zien.',
    edit: 'Wijzigen',
    more: 'Meer',
    remove: 'Naar de prullenbak',
    removed: (title: string) => `“${title}” staat in de prullenbak.`,
    saved: (title: string) => `“${title}” is bewaard.`,
    added: (title: string) => `“${title}” is toegevoegd.`,
    mayNot: 'U kunt deze bevinding lezen, niet wijzigen.',
    team: 'Managementteam',
    what: 'Vastgesteld',
    noNote: 'Er is niets bij geschreven.',
    from: 'Vanuit',
    history: 'Wie wijzigde wat',
    reopenedBecause: 'Heropend omdat',
  },

  cause: {
    title: 'Oorzaak',
    bone: 'Soort oorzaak',
    boneNone: 'Nog niet gekozen',
    boneHint: 'Een van de groepen van de visgraat. Zo ziet u later welke oorzaken terugkomen.',
  },

  timeline: {
    title: 'Waar het staat',
    past: 'gedaan',
    now: 'hier staat het nu',
    next: 'nog te doen',
  },

  work: {
    title: 'Wat eraan gedaan wordt',
    none: 'Er is nog niets afgesproken. Eén maatregel volstaat vaak; voor iets groters maakt u een plan.',
    make: 'Maatregel maken',
    makePlan: 'Verbeterplan maken',
  },

  effect: {
    title: 'Heeft het geholpen?',
    intro:
      'Afsluiten kan pas als blijkt dat het helpt: de controle daarna was in orde, of een cijfer toont het.',
    notYet: 'Nog niet af te sluiten',
    ready: 'Klaar om af te sluiten.',
    /** After the name of the check. */
    shown: (day: string) => `was in orde op ${day}, na wat eraan gedaan is.`,
    close: 'Afsluiten',
    figure: 'Met een cijfer afsluiten',
    figureClose: 'Met dit cijfer afsluiten',
    figureLabel: 'Welk cijfer toont het?',
    figureHint: 'Wat was het, wat is het nu, en waar is dat te zien?',
    closed: (title: string) => `“${title}” is afgesloten.`,
    closedBy: (name: string, when: string) => `Afgesloten door ${name}, ${when}.`,
    byCheck: 'Aangetoond door',
    byFigure: 'Aangetoond met een cijfer',
    held: 'De controle is nog altijd in orde.',
    lost: 'Het effect is weg',
    lostText:
      'De controle waarmee deze bevinding afgesloten werd, is niet meer in orde. Kijk ze na, en heropen de bevinding als het probleem terug is.',
    again: 'Later weer fout',
    againText:
      'Na het afsluiten was deze controle opnieuw niet helemaal in orde. Heropen de bevinding als het hetzelfde probleem is.',
    unseen: 'De controle van toen is van een vroeger jaar en is op dit toestel niet te zien.',
    reopen: 'Heropenen',
    reopenReason: 'Waarom gaat ze weer open?',
    reopened: (title: string) => `“${title}” is heropend.`,
  },

  /** Why a finding is not closed, and what to do. */
  refusals: {
    'no-such-finding':
      'Deze bevinding is er niet meer. Er is niets gewijzigd; misschien staat ze in de prullenbak.',
    closed: 'Deze bevinding is al afgesloten. Er is niets gewijzigd.',
    'measure-missing':
      'Er is nog niets aan gedaan. Maak een maatregel of een verbeterplan en voer het uit: pas daarna kan blijken of het helpt.',
    'measure-open': (count: number) =>
      count === 1
        ? 'Deze maatregel is nog niet uitgevoerd. Werk hem af, of zet hem stop met een reden:'
        : `Deze ${count} maatregelen zijn nog niet uitgevoerd. Werk ze af, of zet ze stop met een reden:`,
    'plan-open': (count: number) =>
      count === 1
        ? 'Dit verbeterplan loopt nog. Rond het af, of zet het stop met een reden:'
        : `Deze ${count} verbeterplannen lopen nog. Rond ze af, of zet ze stop met een reden:`,
    'effect-missing': (due: string) =>
      `Wat afgesproken was, is gedaan. Nu moet blijken of het helpt: beantwoord deze controle (${due}). Is ze in orde, dan kan de bevinding dicht.`,
    'effect-missing-none':
      'Wat afgesproken was, is gedaan. Er komt geen controle meer die het effect kan tonen: geef hieronder een cijfer dat het toont.',
    'figure-missing': 'Schrijf eerst welk cijfer het effect toont.',
    'other-check':
      'Die controle gaat niet over deze bevinding. Kies een controle van dezelfde soort en dienst.',
    'not-answered': (due: string) =>
      `Deze controle is nog niet beantwoord (${due}). Is ze in orde, dan kan de bevinding dicht:`,
    'too-early': (answered: string, since: string) =>
      `Deze controle was in orde op ${answered}, maar de maatregel was pas klaar op ${since}. Wacht op de volgende controle, of geef een cijfer:`,
    clash: 'Over deze controle spreken twee antwoorden elkaar tegen. Kies eerst welk antwoord geldt:',
    'not-in-order':
      'Deze controle was na de maatregel nog niet in orde, dus is het probleem niet weg. Kijk wat er nog schort en neem een nieuwe maatregel:',
    'not-reviewed':
      'Deze controle is in orde, maar iemand anders moet het antwoord nog nazien. Vraag de nazichter ernaar:',
    'not-for-you': 'U mag hier niet schrijven. Er is niets gewijzigd.',
  },

  problems: {
    'title-missing': 'Schrijf eerst wat er niet in orde is.',
    'department-missing': 'Kies bij welke dienst de bevinding hoort.',
    'no-such-finding':
      'Deze bevinding is er niet meer. Er is niets gewijzigd; misschien staat ze in de prullenbak.',
    'not-closed': 'Deze bevinding staat al open.',
    'reason-missing': 'Schrijf kort waarom. De reden blijft bij de bevinding staan.',
    'not-for-you': 'U mag hier niet schrijven. Er is niets gewijzigd.',
    unknown: 'Dit is niet bewaard. Er is niets gewijzigd.',
  },

  clash: {
    title: 'Los van elkaar anders gezegd',
    intro: 'Kies wat geldt. Wat het andere was, blijft in de geschiedenis staan.',
    choose: (value: string) => `${value} geldt`,
  },
  fields: {
    title: 'titel',
    note: 'vaststelling',
    owner: 'verantwoordelijke',
    severity: 'ernst',
    found: 'vastgesteld op',
    control: 'controle',
    check: 'controle',
    department: 'dienst',
    whys: 'oorzaak',
    bone: 'soort oorzaak',
    state: 'stand',
    effect: 'effect',
    reason: 'reden',
    gone: 'prullenbak',
  } as Readonly<Record<string, string>>,
  states: { open: 'open', closed: 'afgesloten' },
  nothing: 'leeg',
  bin: 'naar de prullenbak',
}

export type FindingsText = typeof findingsNl
