/**
 * What the pages about quality indicators say, in Dutch. Not part of the dictionary of every page: only who looks at
 * indicators loads it. See views/quality/say.ts.
 */
import type { FigureObjection } from '../../shared/commands/measurements'
import type { Rhythm } from '../../shared/kinds/control'
import type { Assurance, RuleName, Variation } from '../../shared/spc'

const WORDS = [
  'nul',
  'één',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
  'elf',
  'twaalf',
  'dertien',
  'veertien',
  'vijftien',
  'zestien',
  'zeventien',
  'achttien',
  'negentien',
  'twintig',
]

/** "acht"; from twenty-one on in digits. */
const word = (n: number): string => WORDS[n] ?? String(n)

const UNITS: Readonly<Record<Rhythm, readonly [one: string, many: string]>> = {
  weekly: ['week', 'weken'],
  monthly: ['maand', 'maanden'],
  quarterly: ['kwartaal', 'kwartalen'],
  'half-yearly': ['halfjaar', 'halfjaren'],
  // After a number Dutch counts years in the singular.
  yearly: ['jaar', 'jaar'],
}

const span = (rhythm: Rhythm, n: number): string => `${word(n)} ${UNITS[rhythm][n === 1 ? 0 : 1]}`
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
// Dutch writes no accent on a capital here: "Eén".
const capital = (text: string): string =>
  (text.startsWith('éé') ? 'E' : text.charAt(0).toUpperCase()) + text.slice(1)

/** What a sentence about a signal is made of. */
export type SignalFacts = {
  readonly rule: RuleName
  readonly side: 'above' | 'below' | 'rising' | 'falling' | 'both'
  readonly count: number
  readonly of: number
  readonly rhythm: Rhythm
  readonly period: string
  readonly value: string
  /** The limit that was passed, where there is one. */
  readonly limit: string | undefined
  readonly isMedian: boolean
}

const signal = (facts: SignalFacts): string => {
  const { rule, side, count: n, of, rhythm, period, value, limit, isMedian } = facts
  const middle = isMedian ? 'de mediaan' : 'het gemiddelde'
  const where = side === 'above' ? 'boven' : 'onder'
  const edge = side === 'above' ? 'bovengrens' : 'ondergrens'
  switch (rule) {
    case 'beyond3':
      return limit === undefined
        ? `${capital(period)} (${value}) ligt ver ${where} ${middle}: dat is geen gewone schommeling.`
        : `${capital(period)} (${value}) ligt ${where} de ${edge} van ${limit}: dat is geen gewone schommeling.`
    case 'side7':
    case 'side8':
    case 'side9':
      return `${capital(span(rhythm, n))} op rij ${where} ${middle}: er is iets veranderd.`
    case 'trend6':
    case 'trend7':
      return `${capital(span(rhythm, n))} op rij ${side === 'rising' ? 'hoger' : 'lager'}: de cijfers gaan één kant op.`
    case 'alternate14':
      return `${capital(span(rhythm, n))} lang om de beurt hoger en lager: misschien wisselen twee oorzaken elkaar af.`
    case 'two_of_three_2s':
      return `${capital(word(n))} van de laatste ${span(rhythm, of)} dicht bij de ${edge}: er is waarschijnlijk iets veranderd.`
    case 'four_of_five_1s':
      return `${capital(word(n))} van de laatste ${span(rhythm, of)} duidelijk ${where} ${middle}: er is waarschijnlijk iets veranderd.`
    case 'inside15_1s':
      return `${capital(span(rhythm, n))} op rij vlak bij ${middle}: de grenzen zijn waarschijnlijk te ruim.`
    case 'outside8_1s_both':
      return `${capital(span(rhythm, n))} op rij ver van ${middle}, aan beide kanten: hier lopen twee situaties door elkaar.`
  }
}

const RULES: Readonly<Record<RuleName, string>> = {
  beyond3: 'buiten de grenzen',
  side7: 'zeven op rij aan één kant',
  side8: 'acht op rij aan één kant',
  side9: 'negen op rij aan één kant',
  trend6: 'zes op rij stijgend of dalend',
  trend7: 'zeven op rij stijgend of dalend',
  alternate14: 'veertien om de beurt hoger en lager',
  two_of_three_2s: 'twee van drie dicht bij een grens',
  four_of_five_1s: 'vier van vijf ver van het gemiddelde',
  inside15_1s: 'vijftien vlak bij het gemiddelde',
  outside8_1s_both: 'acht ver van het gemiddelde, aan beide kanten',
}

const OBJECTIONS: Readonly<Record<FigureObjection, string>> = {
  nothing: 'Vul eerst een cijfer in.',
  'numerator-missing': 'De teller ontbreekt.',
  'denominator-missing': 'De noemer ontbreekt: vul ook in op hoeveel gevallen het cijfer slaat.',
  'denominator-zero': 'De noemer is nul, maar de teller niet. Kijk de twee getallen na.',
  'numerator-above-denominator': 'De teller is groter dan de noemer. Kijk na of ze niet omgewisseld zijn.',
  negative: 'Een negatief getal kan hier niet.',
  'not-whole': 'Dit is een aantal: vul een geheel getal in.',
  'not-a-percentage': 'Een percentage ligt tussen 0 en 100.',
  'sample-too-small': 'Vul minstens twee metingen in.',
  'reason-missing': 'Schrijf waarom het vorige cijfer niet klopte.',
}

export const qualityNl = {
  title: 'Kwaliteit',
  nav: {
    label: 'Onderdelen van kwaliteit',
    scorecard: 'Scorekaart',
    entry: 'Cijfers invullen',
    causes: 'Oorzaken',
    objectives: 'Doelstellingen',
    library: 'Bibliotheek',
  },
  reading: 'De cijfers van de voorbije jaren worden gelezen.',
  progress: (known: number, all: number) =>
    `De cijfers worden nog opgehaald: ${known} van ${all} jaren van diensten zijn er. Wat u ziet is nog niet volledig.`,
  progressOffline: (known: number, all: number) =>
    `Zonder verbinding: ${known} van ${all} jaren van diensten staan op dit toestel. Wat u ziet is niet volledig.`,
  number: word,
  span,
  unitOf: (rhythm: Rhythm, n: number) => UNITS[rhythm][n === 1 ? 0 : 1],
  /** "Q4", "26": a quarter, half-year or week on an axis. */
  shortParts: (part: string, year: string) => `${part.replace('Q', 'K').replace('W', 'w')} ${year}`,

  signal,
  rules: RULES,
  readings: {
    improvement: 'Dat is een verbetering.',
    concern: 'Dat vraagt aandacht.',
    neutral: '',
  },
  provisionalSignal: 'De grenzen zijn nog voorlopig: wacht met een besluit.',

  variation: {
    improvement: 'verbetering',
    concern: 'aandacht',
    neutral: 'verandering',
    'common-cause': 'gewone schommeling',
  } satisfies Record<Variation, string>,
  variationWhy: {
    improvement: 'Het nieuwste cijfer is een signaal in de goede richting.',
    concern: 'Het nieuwste cijfer is een signaal in de verkeerde richting.',
    neutral: 'Het nieuwste cijfer is een signaal. Goed of slecht hangt van de situatie af.',
    'common-cause': 'Geen signaal: het cijfer schommelt zoals altijd.',
  } satisfies Record<Variation, string>,
  assurance: {
    passing: 'haalt het doel altijd',
    failing: 'haalt het doel nooit',
    'hit-or-miss': 'wisselend',
    'no-target': 'geen streefwaarde',
  } satisfies Record<Assurance, string>,
  assuranceWhy: {
    passing: 'Zolang er niets verandert, wordt de streefwaarde telkens gehaald.',
    failing:
      'Zolang er niets verandert, wordt de streefwaarde nooit gehaald. Alleen een andere werkwijze helpt.',
    'hit-or-miss': 'De streefwaarde ligt tussen de grenzen: soms gehaald, soms niet. Dat is toeval.',
    'no-target': 'Er is geen streefwaarde afgesproken.',
  } satisfies Record<Assurance, string>,
  nothingMeasured: 'nog geen cijfer',

  /** All departments together. */
  together: 'Alle diensten samen',
  notTogether: (n: number) => `${n} diensten, niet op te tellen`,

  scorecard: {
    title: 'Scorekaart',
    intro: 'Wat zeggen de indicatoren? Alleen signalen vragen aandacht; de rest is gewone schommeling.',
    summary: (facts: {
      indicators: number
      concern: number
      improvement: number
      neutral: number
      stale: number
      failing: number
      series: number
    }) =>
      [
        `${count(facts.indicators, 'indicator', 'indicatoren')}${facts.series > facts.indicators ? ` in ${facts.series} reeksen` : ''}.`,
        facts.concern === 0
          ? 'Geen enkele vraagt nu aandacht.'
          : `${capital(word(facts.concern))} ${facts.concern === 1 ? 'vraagt' : 'vragen'} nu aandacht.`,
        facts.improvement > 0 &&
          `${capital(word(facts.improvement))} ${facts.improvement === 1 ? 'toont' : 'tonen'} een verbetering.`,
        facts.neutral > 0 &&
          `${capital(word(facts.neutral))} ${facts.neutral === 1 ? 'toont' : 'tonen'} een verandering zonder goede of slechte kant.`,
        facts.failing > 0 &&
          `${capital(word(facts.failing))} ${facts.failing === 1 ? 'haalt' : 'halen'} het doel niet zonder andere werkwijze.`,
        facts.stale > 0 && `Bij ${word(facts.stale)} ontbreekt het nieuwste cijfer.`,
      ]
        .filter(Boolean)
        .join(' '),
    caption: 'Elke indicator met het nieuwste cijfer, de streefwaarde, het verloop en twee oordelen',
    indicator: 'Indicator',
    newest: 'Nieuwste cijfer',
    target: 'Streefwaarde',
    course: 'Verloop',
    variation: 'Signaal?',
    assurance: 'Doel gehaald?',
    variationLong: 'Wat zegt het nieuwste cijfer?',
    assuranceLong: 'Wordt het doel gehaald?',
    group: 'Groeperen',
    groups: {
      perspective: 'Perspectief',
      caf: 'CAF-criterium',
      theme: 'Thema',
      objective: 'Doelstelling',
      department: 'Dienst',
      none: 'Niet groeperen',
    },
    nowhere: {
      perspective: 'Zonder perspectief',
      caf: 'Zonder CAF-criterium',
      theme: 'Zonder thema',
      objective: 'Zonder doelstelling',
      department: 'Alle diensten samen',
      none: '',
    },
    sort: 'Volgorde',
    sorts: {
      signal: 'Signalen eerst',
      target: 'Doel niet gehaald eerst',
      stale: 'Ontbrekende cijfers eerst',
      name: 'Op naam',
    },
    show: 'Tonen',
    shows: { all: 'Alle', signals: 'Signalen', failing: 'Doel niet gehaald', stale: 'Cijfer ontbreekt' },
    department: 'Dienst',
    everyDepartment: 'Alle diensten',
    search: 'Zoeken',
    asOf: 'Stand van',
    asOfBanner: (day: string) =>
      `U ziet de stand van ${day}: wat toen ingevuld was, met de grenzen van toen.`,
    asOfLimit: (day: string) => `Van vóór ${day} is er niets ingevuld.`,
    now: 'Terug naar nu',
    departments: (n: number) => count(n, 'dienst', 'diensten'),
    open: (name: string) => `Diensten van ${name}`,
    signalsBelow: (n: number) => `${count(n, 'dienst', 'diensten')} met een signaal`,
    sideBySide: 'Diensten naast elkaar',
    stale: 'cijfer ontbreekt',
    staleSince: (day: string) => `te laat sinds ${day}`,
    missing: (n: number) => `${count(n, 'cijfer ontbreekt', 'cijfers ontbreken')}`,
    unexplained: (n: number) => `${count(n, 'signaal', 'signalen')} zonder verklaring`,
    provisional: 'voorlopige grenzen',
    ended: 'wordt niet meer gemeten',
    count: (n: number, of: number) =>
      n === of ? count(n, 'indicator', 'indicatoren') : `${n} van ${count(of, 'indicator', 'indicatoren')}`,
    none: 'Geen indicatoren in deze lijst',
    noneNext: 'Kies hierboven een andere lijst of een andere dienst.',
    empty: 'Er zijn nog geen indicatoren',
    emptyNext:
      'Neem een indicator over uit de bibliotheek: er staan er 56 klaar, met formule en voorstel van streefwaarde.',
    emptyAsk: 'De algemeen directeur of de kwaliteitscoördinator kan ze uit de bibliotheek overnemen.',
    toLibrary: 'Naar de bibliotheek',
    print: 'Afdrukken',
    printed: (filters: string, day: string) => `${filters} · afgedrukt op ${day}`,
    legend: 'Uitleg bij de tekens',
    /** What a small picture says. */
    picture: (facts: {
      name: string
      points: number
      rhythm: Rhythm
      newest: string
      period: string
      variation: string
      assurance: string
      signals: number
    }) =>
      `${facts.name}: ${facts.points} ${UNITS[facts.rhythm][facts.points === 1 ? 0 : 1]}, nieuwste ${facts.newest} in ${facts.period}; ${facts.variation}; ${facts.assurance}; ${count(facts.signals, 'signaal', 'signalen')}.`,
    pictureEmpty: (name: string) => `${name}: nog geen cijfers.`,
  },

  perspectives: {
    citizen: 'Burger en samenleving',
    finance: 'Financiën',
    processes: 'Interne processen',
    people: 'Medewerker en groei',
  },

  legend: {
    value: 'cijfer',
    center: 'gemiddelde',
    median: 'mediaan',
    limits: 'grenzen van gewone schommeling',
    target: 'streefwaarde',
    concern: 'signaal: aandacht',
    improvement: 'signaal: verbetering',
    neutral: 'signaal zonder goede of slechte kant',
    excluded: 'niet meegeteld voor de grenzen',
    event: 'gebeurtenis',
    phase: 'nieuwe fase',
  },

  pareto: {
    count: 'Aantal',
    share: 'Deel',
    cumulative: 'Opgeteld deel',
    vital: 'belangrijkste',
    others: 'andere',
    threshold: '80 %: daar eindigen de belangrijkste',
    rest: (n: number) => `${n} andere, samen`,
    restWhy: 'kleinere, samengenomen',
    sentence: (n: number, of: number, unit: string, share: string, counted: string) =>
      `${capital(word(n))} van de ${word(of)} ${unit} ${n === 1 ? 'maakt' : 'maken samen'} ${share} uit van ${counted}.`,
    spread: (of: number, unit: string, counted: string) =>
      `Verspreid over ${word(of)} ${unit}: ${counted}. Geen klein groepje maakt bijna alles uit.`,
    only: (unit: string, counted: string) => `Eén ${unit} maakt alles uit: ${counted}.`,
    bar: (facts: { name: string; count: string; share: string; cumulative: string; vital: boolean }) =>
      `${facts.name}: ${facts.count}, ${facts.share}, opgeteld ${facts.cumulative}${facts.vital ? ', belangrijkste' : ''}`,
    window: (from: string, to: string) => `${from} tot ${to}`,
    figures: (from: string, to: string) => `Cijfers van ${from} tot en met ${to}`,
  },

  draft: {
    restored: 'U gaat verder met wat u eerder begon.',
    reset: 'Opnieuw beginnen',
  },

  causes: {
    title: 'Oorzaken',
    intro: 'Waar komt het meeste van? Een paar oorzaken maken vaak bijna alles uit: begin daar.',
    by: 'Tel per',
    theme: 'Thema',
    everyTheme: 'Alle thema’s',
    indicator: 'Indicator',
    sorts: {
      control: 'controle',
      reason: 'reden',
      theme: 'thema',
      department: 'dienst',
      outcome: 'uitkomst',
      category: 'categorie van een indicator',
    },
    titles: {
      control: 'Controles die niet in orde waren',
      reason: 'Redenen waarom het niet in orde was',
      theme: 'Thema’s waar het niet in orde was',
      department: 'Diensten waar het niet in orde was',
      outcome: 'Uitkomsten van alle controles',
    },
    why: {
      control: 'Geteld: wat deels of niet in orde was.',
      reason:
        'Geteld: wat deels of niet in orde was, volgens de opmerking. Opmerkingen die alleen in hoofdletters, cijfers of leestekens verschillen, tellen samen.',
      theme: 'Geteld: wat deels of niet in orde was.',
      department: 'Geteld: wat deels of niet in orde was. Een dienst met meer controles telt er ook meer.',
      outcome: 'Geteld: elke controle met een uitkomst.',
      category: 'Geteld: de aantallen per categorie die bij de cijfers ingevuld zijn.',
    },
    units: {
      control: ['controle', 'controles'],
      reason: ['reden', 'redenen'],
      theme: ['thema', 'thema’s'],
      department: ['dienst', 'diensten'],
      outcome: ['uitkomst', 'uitkomsten'],
      category: ['categorie', 'categorieën'],
    } satisfies Record<string, readonly [string, string]>,
    counted: (n: string, isOne: boolean, isAll: boolean) =>
      isAll ? `${n} ${isOne ? 'controle' : 'controles'} met een uitkomst` : `${n} keer deels of niet in orde`,
    cases: (n: string) => `${n} gevallen`,
    noReason: 'zonder opmerking',
    none: 'Niets dat deels of niet in orde was',
    noneNext: 'Kies hierboven een andere periode, dienst of een ander thema.',
    noneCounted: 'In deze periode zijn geen aantallen per categorie ingevuld',
    noCategories: 'Geen indicator met categorieën',
    noCategoriesNext:
      'Geef een indicator categorieën in zijn definitie. Bij elk cijfer vult u dan in hoeveel er van elke soort waren.',
    toIndicator: 'Naar de indicator',
    behind: (name: string) => `Wat telt in “${name}”`,
    close: 'Sluiten',
  },

  indicator: {
    back: 'Scorekaart',
    unknown: 'Deze indicator bestaat niet (meer)',
    unknownNext: 'Ga terug naar de scorekaart en kies een andere.',
    department: 'Dienst',
    newest: (value: string, period: string) => `${value} in ${period}`,
    noFigure: 'Nog geen cijfer ingevuld',
    noFigureNext: 'Vul het eerste cijfer in. Vanaf twaalf cijfers zijn de grenzen betrouwbaar.',
    targetIs: (target: string) => `Streefwaarde ${target}`,
    targetAtMost: (target: string) => `hoogstens ${target}`,
    targetAtLeast: (target: string) => `minstens ${target}`,
    targetBetween: (low: string, high: string) => `tussen ${low} en ${high}`,
    was: (value: string, period: string) => `was ${value} in ${period}`,
    stale: (period: string, day: string) =>
      `Het cijfer van ${period} ontbreekt. Het moest er zijn op ${day}.`,
    staleMore: (n: number) =>
      `Er ${n === 1 ? 'ontbreekt' : 'ontbreken'} in totaal ${count(n, 'cijfer', 'cijfers')}.`,
    calm: 'Geen signaal: het nieuwste cijfer is gewone schommeling. Er is geen aparte verklaring nodig.',

    chart: 'Grafiek',
    table: 'Tabel',
    form: 'Weergave',
    kinds: { control: 'Regelkaart', run: 'Looplijn', pareto: 'Pareto', funnel: 'Diensten vergelijken' },
    kind: 'Soort grafiek',
    kindWhy: {
      control: '',
      run: 'Looplijn: dezelfde cijfers rond hun mediaan, zonder grenzen. Bruikbaar bij weinig of grillige cijfers.',
      pareto: 'Pareto: welke paar categorieën maken het grootste deel uit?',
      funnel: 'Diensten naast elkaar, elk met grenzen die passen bij haar aantal gevallen.',
    },
    range: 'Spreiding tonen',
    rangeTitle: {
      mr: 'Verschil met het cijfer ervoor',
      r: 'Spreiding binnen de steekproef',
      s: 'Standaardafwijking binnen de steekproef',
    },
    window: 'Periode',
    windows: { all: 'Alles', '24': 'Laatste 24', '12': 'Laatste 12' },
    exportMenu: 'Bewaren of afdrukken',
    png: 'Als afbeelding (PNG)',
    svg: 'Als tekening (SVG)',
    csv: 'Als tabel (CSV)',
    print: 'Afdrukken',
    exportFailed: 'De afbeelding kon niet gemaakt worden. Bewaar ze als tekening (SVG).',
    points: 'Punten van de grafiek',
    pointsHint: 'Ga met de pijltjestoetsen van cijfer naar cijfer. Enter opent het cijfer.',
    pointer: 'Wijs een punt aan, of ga met de pijltjestoetsen van punt naar punt.',
    describe: (facts: {
      kind: string
      name: string
      first: string
      last: string
      newest: string
      limits: string
      signals: number
    }) =>
      `${facts.kind} van ${facts.name}, van ${facts.first} tot ${facts.last}. Nieuwste cijfer ${facts.newest}. ${facts.limits}${count(facts.signals, 'signaal', 'signalen')}. Dezelfde cijfers staan in de tabel.`,
    limits: (low: string, high: string) => `Gewone schommeling tussen ${low} en ${high}.`,
    noLimits: 'Er zijn nog geen grenzen.',
    readout: {
      limits: (low: string, high: string) => `grenzen ${low} tot ${high}`,
      center: (center: string) => `gemiddelde ${center}`,
      median: (center: string) => `mediaan ${center}`,
      by: (name: string, when: string) => `ingevuld door ${name}, ${when}`,
      noValue: 'geen cijfer',
      noCases: 'geen gevallen',
      excluded: (reason: string) => `niet meegeteld: ${reason}`,
      corrected: 'verbeterd',
      clash: 'twee verschillende cijfers',
      of: (numerator: string, denominator: string) => `${numerator} op ${denominator}`,
    },
    columns: {
      period: 'Periode',
      value: 'Cijfer',
      numerator: 'Teller',
      denominator: 'Noemer',
      center: 'Gemiddelde',
      median: 'Mediaan',
      lower: 'Ondergrens',
      upper: 'Bovengrens',
      signal: 'Signaal',
      who: 'Ingevuld door',
      phase: 'Fase',
      comment: 'Toelichting',
    },
    tableCaption: (name: string) => `${name}: elk cijfer met grenzen, signaal en wie het invulde`,
    stats: (n: number, mean: string) => `${count(n, 'cijfer', 'cijfers')} · ${mean}`,

    phases: 'Fasen',
    phaseFirst: 'begin',
    phaseFrom: (from: string) => `vanaf ${from}`,
    phaseBasis: (n: number, rhythm: Rhythm) => `grenzen uit ${span(rhythm, n)}`,
    frozen: 'vast: nieuwe cijfers verschuiven de grenzen niet',
    moving: 'nog in opbouw',
    basisChosen: (from: string, to: string, reason: string) =>
      `Grenzen herberekend uit ${from} tot ${to}: ${reason}`,
    events: 'Gebeurtenissen',
    eventPhase: 'opent een nieuwe fase',

    signals: 'Signalen',
    signalsNone: 'Geen enkel signaal: deze reeks toont alleen gewone schommeling.',
    signalsAll: (n: number) => `Alle ${n} signalen tonen`,
    explained: 'Verklaring',
    notExplained: 'nog niet verklaard',
    explain: 'Verklaren',
    makeMeasure: (period: string) => `Maatregel maken voor ${period}`,

    hints: 'Goed om te weten',
    helped: 'Heeft het geholpen?',

    comparing: 'Diensten naast elkaar',
    comparingNone: 'Deze indicator wordt maar in één dienst gemeten.',
    noTogether: 'De cijfers van de diensten kunnen niet opgeteld worden. Hieronder staat elke dienst apart.',
    funnelNone: 'Vergelijken kan pas als minstens twee diensten cijfers met teller en noemer hebben.',
    funnelWhy:
      'Een kleine dienst ligt al door toeval verder van het gemiddelde. De trechter toont hoe ver. Alleen een punt buiten de buitenste lijn valt echt op.',
    judgement: 'Oordeel',
    commonScale: 'Elke dienst staat op dezelfde schaal.',
    funnelCases: 'Aantal gevallen',
    funnelPoint: (facts: { name: string; value: string; cases: string }) =>
      `${facts.name}: ${facts.value} op ${facts.cases} gevallen`,
    funnelBeyond: {
      0: 'verschilt niet meer dan door toeval',
      2: 'op de rand: volg het op',
      3: 'verschilt meer dan door toeval',
    },
    funnelWithout: (names: string) => `Zonder cijfers: ${names}.`,
    funnelTotal: 'alle diensten samen',
    funnelReading: {
      concern: 'slechter dan door toeval',
      improvement: 'beter dan door toeval',
      neutral: 'anders dan door toeval',
    },
    funnelInner: 'rand: 95 % valt erbinnen',
    funnelOuter: 'grens: 99,8 % valt erbinnen',

    run: {
      shift: (longest: number, max: number, crossings: number, min: number) =>
        `De cijfers schommelen niet toevallig rond hun mediaan: ${longest > max ? `${longest} op rij aan één kant, bij toeval hoogstens ${max}` : `de lijn kruist de mediaan ${crossings} keer, bij toeval minstens ${min} keer`}.`,
      calm: (longest: number, max: number, crossings: number, min: number) =>
        `De cijfers schommelen toevallig rond hun mediaan: hoogstens ${longest} op rij aan één kant (mag ${max} zijn) en ${crossings} kruisingen (minstens ${min}).`,
      few: 'Er zijn nog te weinig cijfers voor een oordeel: een tiental is nodig.',
    },

    verbs: {
      enter: 'Cijfer invullen',
      event: 'Gebeurtenis toevoegen',
      rebase: 'Grenzen herberekenen',
      define: 'Definitie wijzigen',
      open: (period: string) => `Cijfer van ${period}`,
    },

    thread: 'De draad',
    threadText: 'Van doelstelling over indicator tot controle.',
    threadObjectives: 'Doelstelling',
    threadControls: 'Controles die hem in orde houden',
    threadNoObjective: 'Hangt niet aan een doelstelling.',
    threadNoControls: 'Geen controle is aan deze indicator gekoppeld.',
    control: 'Controle',
    keeps: 'Houdt in orde',
    made: (when: string) => `Gemaakt met Waarborg op ${when}`,
    threadLate: (n: number) => `${n} te laat`,
    threadChecks: (inOrder: number, of: number) => `${inOrder} van ${of} in orde in twaalf maanden`,
    threadLost: (n: number) => `${count(n, 'verwijzing bestaat', 'verwijzingen bestaan')} niet meer.`,
    definition: 'Definitie',
  },

  levels: { objective: 'Beleidsdoelstelling', plan: 'Actieplan', action: 'Actie' },
  priority: 'prioritair',

  definition: {
    what: 'Wat meet hij?',
    formula: 'Formule',
    numerator: 'Teller',
    denominator: 'Noemer',
    unit: 'Eenheid',
    direction: 'Beter is',
    directions: { higher: 'hoger', lower: 'lager', none: 'geen van beide' },
    rhythm: 'Ritme',
    every: (years: number) => `om de ${word(years)} jaar`,
    moment: 'Vast meetmoment',
    moments: (n: number) => (n === 1 ? 'eerste werkdag na de periode' : `${n}e werkdag na de periode`),
    target: 'Streefwaarde',
    basis: 'Waarop ze steunt',
    bases: {
      legal: 'wettelijke norm',
      benchmark: 'vergelijking met anderen',
      practice: 'gangbare norm',
      own: 'eigen keuze',
    },
    owner: 'Verantwoordelijke',
    noOwner: 'niemand aangeduid',
    departments: 'Diensten',
    noDepartments: 'nog geen enkele dienst',
    source: 'Bron',
    sources: { register: 'geteld in eigen gegevens', survey: 'bevraging' },
    theme: 'Thema',
    caf: 'CAF 2020',
    perspective: 'Perspectief',
    objective: 'Doelstelling',
    chart: 'Grafiek',
    rules: 'Signaalregels',
    leanRules: 'buiten de grenzen, of acht op rij aan één kant',
    since: 'Gemeten sinds',
    until: 'Gemeten tot',
    library: 'Overgenomen uit',
    libraryOf: (id: string) => `bibliotheek van Waarborg, ${id}`,
    categories: 'Categorieën',
    risks: 'Risico’s',
    none: 'niet ingevuld',
  },

  charts: {
    xmr: 'individuele cijfers (XmR)',
    run: 'looplijn met mediaan',
    p: 'aandeel (p)',
    np: 'aantal gevallen (np)',
    pprime: 'aandeel bij veel gevallen (p′)',
    c: 'aantal (c)',
    u: 'verhouding (u)',
    uprime: 'verhouding bij veel gevallen (u′)',
    'xbar-r': 'gemiddelden met spreiding (x̄-R)',
    'xbar-s': 'gemiddelden met standaardafwijking (x̄-S)',
    ewma: 'gewogen gemiddelde (EWMA)',
    t: 'tijd tussen zeldzame gevallen (T)',
    g: 'gevallen tussen zeldzame gevallen (G)',
  },
  dataKinds: {
    proportion: 'deel van een geheel: zoveel van zoveel gevallen',
    rate: 'verhouding: zoveel per eenheid, of een gemiddelde',
    count: 'aantal',
    measure: 'één gemeten getal',
    rare: 'tijd of aantal tussen zeldzame gevallen',
  },

  hints: {
    provisional: (points: number, needed: number, rhythm: Rhythm) =>
      points === 0
        ? `Er zijn nog geen grenzen: die komen er met de eerste cijfers.`
        : `De grenzen zijn voorlopig: ze steunen op ${span(rhythm, points)}. Vanaf ${word(needed)} cijfers zijn ze betrouwbaar.`,
    'small-numbers': (cases: string) =>
      `De grenzen liggen ver uit elkaar omdat elk cijfer op weinig gevallen steunt (meestal ${cases}). Dat is normaal: bij kleine aantallen zegt één cijfer weinig. Kijk over een langere tijd.`,
    'large-numbers': (cases: string, proposed: string) =>
      `Met ongeveer ${cases} gevallen per maand lijkt elke rimpel een signaal. De grafiek “${proposed}” houdt daar rekening mee.`,
    'no-denominator': (points: number, proposed: string) =>
      `${capital(count(points, 'cijfer staat', 'cijfers staan'))} niet op de grafiek omdat het aantal gevallen niet bewaard is. De grafiek “${proposed}” toont ze wel.`,
    'no-variation': () => 'Alle cijfers zijn gelijk. Er is dus geen spreiding om grenzen mee te berekenen.',
    use: (proposed: string) => `Grafiek “${proposed}” gebruiken`,
  },

  helped: {
    points: 'procentpunt',
    verdicts: {
      improved: 'Ja, het is verbeterd.',
      worsened: 'Nee, het is verslechterd.',
      changed: 'Er is iets veranderd.',
      'no-change': 'Nee, er is niets aantoonbaar veranderd.',
      'too-early': 'Nog te vroeg om dat te zeggen.',
    },
    sentence: (facts: {
      title: string
      from: string
      before: string
      after: string
      change: string
      points: number
      rhythm: Rhythm
    }) =>
      `Sinds ${facts.title} (${facts.from}): gemiddeld ${facts.after}, voordien ${facts.before} (${facts.change}), over ${span(facts.rhythm, facts.points)}.`,
    wait: (facts: { title: string; from: string; points: number; rhythm: Rhythm }) =>
      facts.points === 0
        ? `Sinds ${facts.title} (${facts.from}) zijn er nog geen cijfers.`
        : `Sinds ${facts.title} (${facts.from}) ${facts.points === 1 ? 'is er nog maar één cijfer' : `zijn er nog maar ${span(facts.rhythm, facts.points)}`}.`,
    why: (sentence: string) => `Tegenover de grenzen van voordien: ${sentence}`,
    unnamed: 'de nieuwe fase',
    none: 'Open een fase bij een gebeurtenis om te zien of ze geholpen heeft.',
  },

  enter: {
    title: (period: string) => `Cijfer van ${period}`,
    numerator: 'Teller',
    denominator: 'Noemer',
    value: 'Cijfer',
    count: 'Aantal',
    sample: 'Metingen',
    sampleHint: 'Zet een spatie of een puntkomma tussen de metingen.',
    onlyValue: 'Ik ken alleen het eindcijfer',
    withParts: 'Teller en noemer invullen',
    categories: 'Per categorie',
    categoriesSum: (sum: string, of: string) => `Samen ${sum}, het cijfer zelf is ${of}.`,
    notANumber: 'Dit is geen getal.',
    doubtful: (number: string) => `Gelezen als ${number}.`,
    result: (value: string) => `Dit wordt ${value}.`,
    noCases: 'Geen gevallen in deze periode: er komt geen punt op de grafiek.',
    calm: 'Gewone schommeling: geen signaal.',
    notComplete: 'De vorige cijfers worden nog gelezen: het oordeel volgt.',
    calmLimits: (low: string, high: string) => `Gewone schommeling, tussen ${low} en ${high}: geen signaal.`,
    noJudgement: 'Er zijn nog te weinig cijfers om te oordelen.',
    before: (value: string) => `Hier stond ${value}. Dat blijft in de geschiedenis.`,
    comment: 'Toelichting',
    commentAsked: 'Dit cijfer is een signaal. Wat is er gebeurd?',
    commentHint: 'Eén zin is genoeg. “Nog niet bekend” mag ook.',
    commentNeeded: 'Schrijf in één zin wat er gebeurd is, of dat het nog niet bekend is.',
    reason: 'Waarom klopte het vorige cijfer niet?',
    save: 'Bewaren',
    saveNext: 'Bewaren en volgende',
    correct: 'Verbeteren',
    saved: (name: string, period: string, value: string) => `${name}, ${period}: ${value}.`,
    period: 'Periode',
    notOver: 'Deze periode is nog niet voorbij.',
    mayNot: 'U kunt dit cijfer bekijken, maar niet invullen.',
    takeBack: 'Cijfer terugnemen',
    takeBackReason: 'Waarom hoort dit cijfer hier niet?',
    takenBack: (period: string) => `Het cijfer van ${period} is teruggenomen.`,
    nothingOpen: 'Alle cijfers zijn ingevuld.',
  },

  figure: {
    history: 'Geschiedenis van dit cijfer',
    historyNone: 'Nog niets ingevuld.',
    gave: (value: string) => `vulde in: ${value}`,
    corrected: (before: string, after: string) => `verbeterde ${before} in ${after}`,
    tookBack: (before: string) => `nam ${before} terug`,
    commented: 'schreef een toelichting',
    uncommented: 'haalde de toelichting weg',
    reason: (reason: string) => `Reden: ${reason}`,
    imported: 'overgenomen',
    clash:
      'Twee mensen vulden apart een verschillend cijfer in. Vul in wat geldt; het andere blijft in de geschiedenis.',
    exclude: 'Niet meetellen voor de grenzen',
    excludeReason: 'Waarom hoort dit cijfer niet bij de gewone gang van zaken?',
    excludeText: 'Het punt blijft op de grafiek staan, maar telt niet mee voor het gemiddelde en de grenzen.',
    excluded: (period: string) => `${period} telt niet meer mee voor de grenzen.`,
    include: 'Weer laten meetellen',
    included: (period: string) => `${period} telt weer mee voor de grenzen.`,
    addEvent: 'Gebeurtenis hier',
    changeComment: 'Toelichting wijzigen',
    explain: 'Toelichting bewaren',
    explained: 'De toelichting is bewaard.',
    previous: 'Vorig cijfer',
    next: 'Volgend cijfer',
    needReason: 'Schrijf eerst een reden.',
    measured: 'Ingevuld',
    onTime: 'op tijd',
    tooLate: 'te laat',
    due: 'Moest er zijn op',
  },

  event: {
    title: 'Gebeurtenis toevoegen',
    change: 'Gebeurtenis wijzigen',
    what: 'Wat gebeurde er?',
    whatHint: 'Bijvoorbeeld: nieuw afsprakensysteem aan de balie',
    note: 'Meer uitleg',
    period: 'Vanaf',
    phase: 'Een nieuwe fase openen',
    phaseHint: 'De cijfers vanaf dan krijgen eigen grenzen, zodat u ziet of het geholpen heeft.',
    phaseFirst: 'Bij het eerste cijfer kan geen nieuwe fase beginnen.',
    whatNeeded: 'Schrijf wat er gebeurde.',
    saved: (title: string) => `“${title}” staat op de grafiek.`,
    remove: 'Verwijderen',
    removed: (title: string) => `“${title}” is van de grafiek gehaald.`,
    exists: 'In deze periode staat al een gebeurtenis. Ze wordt vervangen.',
  },

  rebase: {
    title: 'Grenzen herberekenen',
    intro:
      'De grenzen komen normaal uit de eerste twaalf cijfers van de fase en blijven vast. Herbereken ze alleen als een verandering bevestigd en verklaard is.',
    from: 'Van',
    to: 'Tot en met',
    reason: 'Waarom?',
    reasonHint: 'Deze reden blijft bij de grafiek staan.',
    reset: 'Terug naar de eerste cijfers',
    will: 'Dit verandert er',
    before: 'Nu',
    after: 'Straks',
    center: 'Gemiddelde',
    limits: 'Grenzen',
    signals: 'Signalen',
    assurance: 'Doel',
    variation: 'Nieuwste cijfer',
    same: 'Er verandert niets.',
    few: (n: number, rhythm: Rhythm) =>
      `${capital(span(rhythm, n))} is weinig: de grenzen worden voorlopig. Kies liever twaalf cijfers.`,
    nothing: 'In deze periodes staan geen bruikbare cijfers.',
    backwards: 'Het einde ligt vóór het begin.',
    loses: (n: number) =>
      `${count(n, 'signaal verdwijnt', 'signalen verdwijnen')} van de grafiek. Dat mag alleen als de oorzaak bekend is.`,
    reasonNeeded: 'Schrijf waarom de grenzen herberekend worden.',
    save: 'Grenzen herberekenen',
    saved: 'De grenzen zijn herberekend.',
  },

  entry: {
    title: 'Cijfers invullen',
    summary: (late: number, soon: number) =>
      late === 0
        ? soon === 0
          ? 'Alles is ingevuld.'
          : `${capital(count(soon, 'cijfer wacht', 'cijfers wachten'))}, niets is te laat.`
        : `${capital(count(late, 'cijfer is', 'cijfers zijn'))} te laat${soon > 0 ? `, ${soon} ${soon === 1 ? 'wacht' : 'wachten'} nog` : ''}.`,
    mine: 'Van mij',
    everyone: 'Van iedereen',
    whose: 'Welke cijfers',
    states: { late: 'Te laat', today: 'Vandaag', soon: 'Nu in te vullen' },
    none: 'Alles is ingevuld',
    noneNext: 'Nieuwe cijfers verschijnen hier zodra hun periode voorbij is.',
    noneMine: 'U hebt nu geen cijfers in te vullen',
    due: (day: string) => `tegen ${day}`,
    late: (day: string) => `te laat sinds ${day}`,
    import: 'Kolom plakken of bestand openen',
    keys: 'Tab gaat naar het volgende veld, Enter bewaart en gaat naar het volgende cijfer.',
    more: (n: number) => `Nog ${n} tonen`,
    fill: (name: string, period: string) => `${name}, ${period} invullen`,
  },

  import: {
    title: 'Cijfers overnemen uit een rekenblad',
    intro:
      'Kopieer de kolommen uit uw rekenblad en plak ze hier, of open een CSV-bestand. U ziet eerst wat er gebeurt; er wordt nog niets bewaard.',
    indicator: 'Indicator',
    department: 'Dienst',
    paste: 'Plak hier de cellen',
    example: (parts: string) => `Bijvoorbeeld: ${parts}`,
    file: 'CSV-bestand openen',
    fileFailed:
      'Dit bestand is geen tekst en kon niet gelezen worden. Er is niets overgenomen. Bewaar het in uw rekenblad als CSV en open het opnieuw.',
    fileLarge:
      'Dit bestand is te groot: meer dan 2 MB. Er is niets overgenomen. Bewaar alleen de kolommen met cijfers als CSV en open dat.',
    columns: 'Wat staat in welke kolom?',
    column: (n: number) => `Kolom ${n}`,
    holds: {
      period: 'periode',
      numerator: 'teller',
      denominator: 'noemer',
      value: 'cijfer',
      comment: 'toelichting',
      category: (name: string) => `categorie: ${name}`,
      nothing: 'niet gebruiken',
    },
    start: 'Periode van de eerste rij',
    year: 'Jaar',
    yearHint: 'De periodes zijn zonder jaar geschreven.',
    fraction: 'De cijfers zijn delen van 1 (0,92 in plaats van 92 %)',
    preview: 'Wat er gebeurt',
    row: 'Rij',
    period: 'Periode',
    becomes: 'Wordt',
    was: 'Stond er',
    standing: {
      new: 'nieuw',
      same: 'staat er al',
      correction: 'verbetering',
      empty: 'leeg, overgeslagen',
      wrong: 'kan niet',
    },
    problems: {
      'not-a-period': (cell: string) =>
        cell === '' ? 'De periode ontbreekt.' : `“${cell}” is geen periode.`,
      'other-rhythm': (cell: string) => `“${cell}” past niet bij het ritme van deze indicator.`,
      'year-missing': (cell: string) => `Bij “${cell}” ontbreekt het jaar: vul het hierboven in.`,
      'not-a-number': (cell: string) => `“${cell}” is geen getal.`,
      'period-twice': 'Deze periode staat er twee keer in.',
      'period-not-over': 'Deze periode is nog niet voorbij.',
      'period-not-measured': 'In deze periode wordt niet gemeten.',
      ...OBJECTIONS,
    },
    doubt: (cell: string, number: string) => `“${cell}” is gelezen als ${number}.`,
    summary: (facts: { fresh: number; corrections: number; same: number; wrong: number }) =>
      [
        (facts.fresh > 0 || facts.corrections === 0) && count(facts.fresh, 'nieuw cijfer', 'nieuwe cijfers'),
        facts.corrections > 0 && count(facts.corrections, 'verbetering', 'verbeteringen'),
        facts.same > 0 && `${facts.same} ongewijzigd`,
        facts.wrong > 0 && count(facts.wrong, 'rij kan niet', 'rijen kunnen niet'),
      ]
        .filter(Boolean)
        .join(', '),
    reason: 'Waarom worden bestaande cijfers verbeterd?',
    reasonHint: 'Zonder reden blijven de bestaande cijfers staan.',
    confirm: (n: number) => (n === 1 ? 'Eén cijfer overnemen' : `${n} cijfers overnemen`),
    nothing: 'Er is niets om over te nemen.',
    done: (n: number, name: string) => `${count(n, 'cijfer', 'cijfers')} overgenomen bij ${name}.`,
    turned: 'De periodes stonden naast elkaar; ze zijn onder elkaar gezet.',
    noText: 'Plak eerst cellen of open een bestand.',
  },

  objectives: {
    title: 'Doelstellingen',
    intro: 'Wat de raad wil, hoe we het meten en welke controles het in orde houden.',
    add: 'Doelstelling toevoegen',
    addPlan: 'Actieplan toevoegen',
    addAction: 'Actie toevoegen',
    change: 'Wijzigen',
    changeOf: (name: string) => `${name} wijzigen`,
    remove: 'Verwijderen',
    removed: (name: string) => `${name} is verwijderd.`,
    saved: (name: string) => `${name} is bewaard.`,
    code: 'Nummer',
    codeHint: 'Zoals in het meerjarenplan: BD 2, AP 2.1',
    name: 'Naam',
    nameEn: 'Engelse naam',
    level: 'Niveau',
    parent: 'Hoort bij',
    priority: 'Prioritair: de raad volgt dit op naam op',
    owner: 'Verantwoordelijke',
    until: 'Einddatum',
    none: 'Er zijn nog geen doelstellingen',
    noneNext: 'Voeg de beleidsdoelstellingen van het meerjarenplan toe. Hang er daarna indicatoren aan.',
    loose: 'Indicatoren zonder doelstelling',
    looseControls: (n: number) =>
      `${count(n, 'controle hoort', 'controles horen')} nog bij geen enkele indicator.`,
    noIndicators: 'Nog geen indicator',
    controls: (n: number) => count(n, 'controle', 'controles'),
    problems: {
      'name-missing': 'Vul een naam in.',
      'parent-missing': 'Kies waar dit bij hoort.',
      'parent-of-wrong-level':
        'Een actieplan hoort bij een beleidsdoelstelling, een actie bij een actieplan.',
    },
    moreFor: (name: string) => `Meer voor ${name}`,
  },

  library: {
    title: 'Bibliotheek',
    intro: 'Definities om over te nemen en aan te passen. Streefwaarden zijn voorstellen, geen normen.',
    sections: { own: 'Onze indicatoren', library: 'Over te nemen' },
    sectionsLabel: 'Onderdelen van de bibliotheek',
    readOnly: 'Alleen de algemeen directeur en de kwaliteitscoördinator kunnen dit wijzigen.',
    search: 'Zoeken',
    add: 'Eigen indicator maken',
    adopt: 'Overnemen',
    adoptOf: (name: string) => `${name} overnemen`,
    adopted: 'overgenomen',
    adoptedAs: (name: string) => `overgenomen als “${name}”`,
    again: 'Nog eens overnemen',
    done: (name: string) => `${name} is overgenomen.`,
    saved: (name: string) => `${name} is bewaard.`,
    count: (n: number) => count(n, 'definitie', 'definities'),
    first: 'goed om mee te beginnen',
    none: 'Geen definitie gevonden',
    noneNext: 'Pas de zoektekst aan.',
    noneOwn: 'Er zijn nog geen eigen indicatoren',
    change: 'Wijzigen',
    changeOf: (name: string) => `${name} wijzigen`,
    end: 'Stoppen met meten',
    endOf: (name: string) => `Stoppen met ${name}`,
    endText: 'Periodes die na deze dag beginnen, worden niet meer gevraagd. Alles wat gemeten is, blijft.',
    endDay: 'Laatste dag',
    ended: (name: string, day: string) => `${name} wordt gemeten tot en met ${day}.`,
    resume: 'Weer meten',
    resumed: (name: string) => `${name} wordt weer gemeten.`,
    remove: 'Verwijderen',
    removeText: 'De indicator verdwijnt uit alle lijsten. Wat gemeten is, blijft bewaard.',
    removeSure: (name: string) => `${name} verwijderen?`,
    removed: (name: string) => `${name} is verwijderd.`,
    moreFor: (name: string) => `Meer voor ${name}`,
    columns: {
      name: 'Indicator',
      rhythm: 'Ritme',
      target: 'Streefwaarde',
      departments: 'Diensten',
      owner: 'Verantwoordelijke',
      verbs: 'Handelingen',
    },
    parts: {
      what: 'Wat',
      how: 'Hoe gemeten',
      target: 'Streefwaarde',
      who: 'Wie en wanneer',
      links: 'Verbonden met',
    },
    form: {
      name: 'Naam',
      nameEn: 'Engelse naam',
      description: 'Wat hij zegt, wat wel en niet meetelt',
      formula: 'Formule',
      data: 'Soort cijfer',
      numerator: 'Teller',
      denominator: 'Noemer',
      unit: 'Eenheid',
      factor: 'Vermenigvuldigen met',
      factorHint: '100 voor procenten',
      decimals: 'Cijfers na de komma',
      direction: 'Beter is',
      chart: 'Grafiek',
      target: 'Streefwaarde',
      targetTo: 'tot',
      targetToHint: 'Alleen als het doel tussen twee cijfers ligt',
      basis: 'Waarop ze steunt',
      basisNone: 'niet gezegd',
      targetNote: 'Uitleg bij de streefwaarde',
      owner: 'Verantwoordelijke',
      ownerNone: 'niemand',
      departments: 'Diensten die meten',
      rhythm: 'Ritme',
      every: 'Om de hoeveel jaar',
      moment: 'Meetmoment: werkdag na de periode',
      since: 'Eerste dag die meetelt',
      theme: 'Thema',
      caf: 'CAF-subcriterium',
      perspective: 'Perspectief',
      objective: 'Doelstelling',
      none: 'geen',
      all: 'Alle',
      noneOf: 'Geen',
      controls: 'Controles',
      controlsSearch: 'Controles zoeken',
      risks: 'Risico’s',
      risksHint: 'Sleutels van risico’s, met een komma ertussen. Het risicoregister volgt later.',
      source: 'Bron',
      sourceKind: 'Soort bron',
      categories: 'Categorieën',
      categoriesHint: 'Eén per regel, bijvoorbeeld de redenen van een klacht',
      notANumber: 'Dit is geen getal.',
    },
    problems: {
      'name-missing': 'Vul een naam in.',
      'chart-does-not-fit': 'Deze grafiek past niet bij dit soort cijfer. Kies een andere.',
      'no-departments': 'Kies minstens één dienst die meet.',
      'ends-before-it-begins': 'De laatste dag ligt vóór de eerste.',
    },
    rhythmWarning: 'Een ander ritme begint een nieuwe reeks. Oude cijfers blijven bewaard.',
  },

  objections: OBJECTIONS,

  popup: {
    title: 'Cijfers in te vullen',
    late: (day: string) => `te laat sinds ${day}`,
    due: (day: string) => `tegen ${day}`,
    all: (n: number) => `Alle ${n} cijfers`,
    more: 'Alle cijfers in het dashboard',
    fill: 'Invullen',
    fillOf: (name: string, period: string) => `${name}, ${period} invullen`,
    saved: (name: string, value: string) => `${name}: ${value} bewaard.`,
    close: 'Sluiten',
  },
}

export type QualityText = typeof qualityNl
