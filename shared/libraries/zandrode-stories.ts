/** What Zandrode's management team did in a year: its plans, measures, points and agreements. Days are counted back from today. */
import type { AgreementInput } from '../commands/agreements'
import type { PlanInput } from '../commands/plans'
import type { PointInput } from '../commands/points'
import type { Course, Horizon, Priority, Status } from '../kinds/measure'
import type { Pdca } from '../kinds/plan'
import type { PointOutcome, Section } from '../kinds/point'

export type PlanStory = {
  readonly key: string
  readonly room: string
  readonly by: string
  readonly back: number
  /** The control of which the last check led to it. */
  readonly control?: string
  readonly fields: PlanInput
  readonly turns: readonly {
    readonly to: Pdca | 'finished' | 'stopped' | 'reopened'
    readonly back: number
    readonly note: string
    readonly by?: string
    readonly checkedBy?: string
  }[]
}

export const PLANS: readonly PlanStory[] = [
  {
    key: 'facturen-k2f7',
    room: 'dept/fin',
    by: 'p02',
    back: 340,
    fields: {
      title: 'Snellere betaling van facturen',
      owner: 'p02',
      departments: ['fin'],
      links: ['indicator:fi01', 'indicator:fi02', 'objective:bd3'],
      horizon: 'short',
      effect: 5,
      effort: 2,
      template: 'a3',
      problem: '8 % van de facturen wordt na 30 dagen betaald.',
      goal: '97 % van de facturen binnen 30 dagen betaald.',
      whys: [
        { answer: 'De goedkeuring door de dienst duurt gemiddeld 11 dagen.', evidence: true },
        { answer: 'De budgethouder ziet de factuur pas na een herinnering.', evidence: true },
        { answer: 'Er is geen melding bij ontvangst.', evidence: true },
        { answer: 'Facturen komen op papier of in een gedeelde mailbox binnen.', evidence: true },
        { answer: 'Het elektronische factuurkanaal is niet verplicht gemaakt.', evidence: false },
      ],
      bones: {
        people: ['Vervanging bij verlof niet geregeld'],
        method: ['Geen termijn per stap'],
        means: ['Twee goedkeuringssystemen'],
        material: ['Papieren facturen'],
        measuring: ['Ontvangstdatum wordt niet geregistreerd'],
        surroundings: ['Piek in december'],
      },
      rasci: [
        {
          task: 'Ontvangst registreren',
          R: ['Financiën'],
          A: ['p02'],
          S: ['Secretariaat'],
          C: [],
          I: ['Diensthoofden'],
        },
        {
          task: 'Inhoudelijk goedkeuren',
          R: ['Diensthoofden'],
          A: ['Diensthoofd'],
          S: ['p16'],
          C: ['Financiën'],
          I: ['p02'],
        },
        { task: 'Betalen', R: ['Financiën'], A: ['p02'], S: [], C: [], I: ['p01'] },
      ],
    },
    turns: [
      { to: 'do', back: 310, note: 'Elektronisch kanaal verplicht voor nieuwe leveranciers.' },
      { to: 'check', back: 190, note: 'Zes maanden cijfers beschikbaar.' },
      { to: 'act', back: 160, note: 'De betaaltermijn daalde van 31 naar 26 dagen.', checkedBy: 'p03' },
      { to: 'finished', back: 120, note: 'De werkwijze staat in het handboek aankopen.' },
    ],
  },
  {
    key: 'onthaal-m4d2',
    room: 'dept/bur',
    by: 'p05',
    back: 300,
    fields: {
      title: 'Minder wachten aan de balie burgerzaken',
      owner: 'p05',
      departments: ['bur'],
      links: ['indicator:dv01', 'indicator:dv02', 'objective:bd1'],
      horizon: 'short',
      effect: 4,
      effort: 2,
      template: 'pdca',
      problem: 'Op maandag wachten bezoekers zonder afspraak tot 25 minuten.',
      goal: 'Negen op de tien bezoekers binnen 10 minuten geholpen.',
    },
    turns: [
      { to: 'do', back: 280, note: 'Afspraken op maandag en een snelloket voor afhalingen.' },
      { to: 'check', back: 150, note: 'Wachttijden per kwartier gemeten.' },
      { to: 'act', back: 130, note: 'De wachttijd op maandag is gehalveerd.', checkedBy: 'p01' },
      { to: 'finished', back: 100, note: 'Snelloket blijft; de piek in september wordt mee gepland.' },
    ],
  },
  {
    key: 'meldingen-x7q3',
    room: 'team',
    by: 'p03',
    back: 260,
    fields: {
      title: 'Eén weg voor meldingen openbaar domein',
      owner: 'p11',
      departments: ['tec', 'kla', 'mob'],
      links: ['indicator:dv12', 'indicator:kl01', 'objective:bd1'],
      horizon: 'medium',
      effect: 5,
      effort: 4,
      template: 'ishikawa',
      problem: 'Meldingen komen langs vijf wegen binnen; een op de vier krijgt geen antwoord.',
      goal: 'Elke melding binnen 5 werkdagen een antwoord, en 85 % binnen de termijn opgelost.',
      bones: {
        people: ['Geen vaste achterwacht bij verlof', 'Ploegen zien de melding pas de volgende ochtend'],
        method: ['Vijf ingangen zonder gedeelde lijst', 'Geen afspraak over wie de burger antwoordt'],
        means: ['Tablets van de ploegen zijn verouderd'],
        material: ['Adres of foto ontbreekt bij één op de drie meldingen'],
        measuring: ['Datum van het antwoord wordt niet genoteerd'],
        surroundings: ['Stormweken geven driemaal zo veel meldingen'],
      },
      whys: [
        { answer: 'Het antwoord aan de burger wordt vergeten.', evidence: true },
        { answer: 'Niemand is aangeduid om te antwoorden.', evidence: true },
        { answer: 'De melding wisselt van dienst zonder overdracht.', evidence: false },
      ],
      rasci: [
        { task: 'Melding registreren', R: ['p09'], A: ['p09'], S: ['Onthaal'], C: [], I: ['p04'] },
        { task: 'Melding uitvoeren', R: ['p25'], A: ['p04'], S: ['p17'], C: ['p09'], I: [] },
        { task: 'Burger antwoorden', R: ['p09'], A: ['p11'], S: [], C: ['p04'], I: ['p10'] },
      ],
    },
    turns: [
      {
        to: 'do',
        back: 235,
        note: 'Eén formulier op de website; telefoon en mail gaan naar dezelfde lijst.',
      },
      { to: 'check', back: 140, note: 'Eerste vier maanden bekeken.' },
      {
        to: 'act',
        back: 125,
        note: 'Registratie werkt, het antwoord aan de burger nog niet.',
        checkedBy: 'p03',
      },
      { to: 'plan', back: 110, note: 'Tweede ronde: wie antwoordt, en tegen wanneer.' },
      { to: 'do', back: 60, note: 'Vaste antwoorder per week, proef bij technische uitvoering.' },
    ],
  },
  {
    key: 'back-up-r9t4',
    room: 'team',
    by: 'p01',
    back: 330,
    control: 'c061',
    fields: {
      title: 'Back-up en herstel die we kunnen vertrouwen',
      owner: 'p06',
      departments: ['ict', 'dpo'],
      links: ['indicator:it01'],
      horizon: 'long',
      effect: 5,
      effort: 5,
      template: 'five-why',
      problem: 'Twee van de vier hersteltests mislukten; de audit noemt het een hoog risico.',
      goal: 'Elke kwartaaltest slaagt binnen vier uur, met een kopie buiten het huis.',
      whys: [
        { answer: 'De hersteltest loopt vast op de oude bestandsserver.', evidence: true },
        { answer: 'De server valt buiten het onderhoudscontract.', evidence: true },
        { answer: 'De vervanging is tweemaal uitgesteld.', evidence: true },
      ],
    },
    turns: [{ to: 'do', back: 290, note: 'Bestek voor de nieuwe oplossing gepubliceerd.' }],
  },
]

type Turn =
  | { readonly do: 'move'; readonly to: number; readonly reason: string }
  | { readonly do: 'step'; readonly to: Status; readonly reason?: string; readonly result?: string }
  | { readonly do: 'course'; readonly course?: Course; readonly progress?: number; readonly reason?: string }
  | { readonly do: 'ask'; readonly question: string }
  | { readonly do: 'answer'; readonly answer: string; readonly progress?: number }

export type MeasureStory = {
  readonly key: string
  readonly room: string
  readonly by: string
  readonly back: number
  /** Days before today; negative: still to come. */
  readonly due: number
  readonly plan?: string
  /** The control of which the last check led to it. */
  readonly control?: string
  readonly fields: {
    readonly title: string
    readonly owner: string
    readonly department?: string
    readonly horizon: Horizon
    readonly priority: Priority
    readonly effect?: number
    readonly effort?: number
  }
  readonly life: readonly (Turn & { readonly back: number; readonly by?: string })[]
}

const lived = (
  start: number,
  done: number,
  verified: number,
  by: string,
  result: string,
): MeasureStory['life'] => [
  { do: 'step', to: 'running', back: start },
  { do: 'step', to: 'done', back: done, result },
  { do: 'step', to: 'verified', back: verified, by },
]

export const MEASURES: readonly MeasureStory[] = [
  {
    key: 'kanaal-a2k7',
    room: 'dept/fin',
    by: 'p02',
    back: 335,
    due: 280,
    plan: 'facturen-k2f7',
    fields: {
      title: 'Elektronisch factuurkanaal verplicht maken',
      owner: 'p02',
      department: 'fin',
      horizon: 'short',
      priority: 'high',
      effect: 5,
      effort: 2,
    },
    life: lived(330, 285, 276, 'p03', 'Alle leveranciers aangeschreven; 94 % levert elektronisch.'),
  },
  {
    key: 'melding-b3m8',
    room: 'dept/fin',
    by: 'p02',
    back: 334,
    due: 260,
    plan: 'facturen-k2f7',
    fields: {
      title: 'Melding aan de budgethouder op de dag van ontvangst',
      owner: 'p16',
      department: 'aan',
      horizon: 'short',
      priority: 'high',
      effect: 4,
      effort: 1,
    },
    life: [
      { do: 'step', to: 'running', back: 320, by: 'p02' },
      {
        do: 'move',
        to: 230,
        back: 265,
        by: 'p02',
        reason: 'De leverancier leverde de koppeling een maand later.',
      },
      { do: 'step', to: 'done', back: 232, by: 'p02', result: 'De melding gaat elke nacht uit.' },
      { do: 'step', to: 'verified', back: 225, by: 'p01' },
    ],
  },
  {
    key: 'termijn-c4n9',
    room: 'dept/fin',
    by: 'p02',
    back: 333,
    due: 200,
    plan: 'facturen-k2f7',
    fields: {
      title: 'Twee goedkeuringssystemen samenvoegen',
      owner: 'p02',
      department: 'fin',
      horizon: 'short',
      priority: 'medium',
    },
    life: [
      { do: 'step', to: 'running', back: 300 },
      {
        do: 'step',
        to: 'stopped',
        back: 210,
        reason: 'Het tweede systeem verdwijnt in het voorjaar vanzelf; samenvoegen loont niet meer.',
      },
    ],
  },
  {
    key: 'snelloket-d5p2',
    room: 'dept/bur',
    by: 'p05',
    back: 295,
    due: 220,
    plan: 'onthaal-m4d2',
    fields: {
      title: 'Snelloket voor afhalingen',
      owner: 'p05',
      department: 'bur',
      horizon: 'short',
      priority: 'high',
    },
    life: lived(290, 224, 215, 'p01', 'Elke voormiddag open; gemiddeld 38 afhalingen.'),
  },
  {
    key: 'maandag-e6q3',
    room: 'dept/bur',
    by: 'p05',
    back: 294,
    due: 230,
    plan: 'onthaal-m4d2',
    fields: {
      title: 'Op maandag alleen op afspraak',
      owner: 'p24',
      department: 'bur',
      horizon: 'short',
      priority: 'medium',
    },
    life: lived(285, 236, 228, 'p05', 'Loopt sinds maart, met een wachtlijst voor dringende vragen.'),
  },
  {
    key: 'formulier-f7r4',
    room: 'dept/kla',
    by: 'p09',
    back: 255,
    due: 200,
    plan: 'meldingen-x7q3',
    fields: {
      title: 'Eén formulier voor alle meldingen',
      owner: 'p09',
      department: 'kla',
      horizon: 'short',
      priority: 'high',
      effect: 5,
      effort: 3,
    },
    life: lived(250, 205, 196, 'p03', 'Vier oude formulieren zijn offline gehaald.'),
  },
  {
    key: 'antwoord-g8s5',
    room: 'dept/tec',
    by: 'p04',
    back: 108,
    due: -40,
    plan: 'meldingen-x7q3',
    fields: {
      title: 'Vaste antwoorder per week voor meldingen',
      owner: 'p04',
      department: 'tec',
      horizon: 'short',
      priority: 'high',
      effect: 4,
      effort: 2,
    },
    life: [
      { do: 'step', to: 'running', back: 95 },
      { do: 'move', to: -12, back: 40, reason: 'De proef begon pas na de verloven.' },
      { do: 'course', progress: 30, back: 20 },
      { do: 'ask', question: 'Haalt de proef het einde van de maand?', back: 4, by: 'p01' },
    ],
  },
  {
    key: 'tablets-h9t6',
    room: 'dept/tec',
    by: 'p04',
    back: 107,
    due: 25,
    plan: 'meldingen-x7q3',
    fields: {
      title: 'Tablets van de ploegen vervangen',
      owner: 'p04',
      department: 'tec',
      horizon: 'medium',
      priority: 'medium',
      effect: 3,
      effort: 3,
    },
    life: [
      { do: 'step', to: 'running', back: 90 },
      { do: 'move', to: 5, back: 30, reason: 'De raamovereenkomst liet langer op zich wachten.' },
      { do: 'course', progress: 60, back: 12 },
    ],
  },
  {
    key: 'server-j2u7',
    room: 'dept/ict',
    by: 'p06',
    back: 325,
    due: 150,
    plan: 'back-up-r9t4',
    fields: {
      title: 'Oude bestandsserver vervangen',
      owner: 'p06',
      department: 'ict',
      horizon: 'medium',
      priority: 'high',
      effect: 5,
      effort: 4,
    },
    life: [
      { do: 'step', to: 'running', back: 290 },
      { do: 'move', to: 90, back: 160, reason: 'Geen geldige offerte binnen het budget.' },
      { do: 'move', to: 20, back: 95, reason: 'Kredieten pas na de aanpassing van het meerjarenplan.' },
      {
        do: 'course',
        course: 'blocked',
        progress: 25,
        back: 60,
        reason: 'Wacht op het visum; het dossier ligt bij financiën.',
      },
    ],
  },
  {
    key: 'hersteltest-k3v8',
    room: 'dept/ict',
    by: 'p06',
    back: 320,
    due: 45,
    plan: 'back-up-r9t4',
    control: 'c061',
    fields: {
      title: 'Hersteltest volgens draaiboek, elk kwartaal',
      owner: 'p06',
      department: 'ict',
      horizon: 'short',
      priority: 'high',
      effect: 4,
      effort: 2,
    },
    life: [
      { do: 'step', to: 'running', back: 150 },
      { do: 'ask', question: 'Is de test van dit kwartaal gelukt?', back: 25, by: 'p01' },
      {
        do: 'answer',
        answer: 'Half: de mailserver wel, de bestanden niet. Zonder de nieuwe server lukt dat niet.',
        progress: 40,
        back: 22,
      },
    ],
  },
  {
    key: 'rekeningnummer-l4w9',
    room: 'dept/fin',
    by: 'p02',
    back: 140,
    due: -35,
    control: 'c030',
    fields: {
      title: 'Dubbele bevestiging bij wijziging rekeningnummer leverancier',
      owner: 'p02',
      department: 'fin',
      horizon: 'short',
      priority: 'high',
      effect: 5,
      effort: 1,
    },
    life: [
      { do: 'step', to: 'running', back: 130 },
      { do: 'course', progress: 60, back: 30 },
    ],
  },
  {
    key: 'stocktelling-m5x2',
    room: 'dept/bur',
    by: 'p05',
    back: 75,
    due: 30,
    control: 'c065',
    fields: {
      title: 'Stocktelling van identiteitsstukken met twee',
      owner: 'p24',
      department: 'bur',
      horizon: 'short',
      priority: 'medium',
    },
    life: [
      { do: 'step', to: 'running', back: 70 },
      { do: 'step', to: 'done', back: 33, result: 'Telblad met twee handtekeningen ingevoerd.' },
    ],
  },
  {
    key: 'delegaties-n6y3',
    room: 'team',
    by: 'p01',
    back: 180,
    due: -70,
    control: 'c032',
    fields: {
      title: 'Delegatieregister herzien na de nieuwe organisatiestructuur',
      owner: 'p01',
      horizon: 'medium',
      priority: 'high',
      effect: 3,
      effort: 3,
    },
    life: [
      { do: 'step', to: 'running', back: 150 },
      { do: 'course', progress: 55, back: 15 },
    ],
  },
  {
    key: 'personeelsplan-p7z4',
    room: 'team',
    by: 'p07',
    back: 120,
    due: -400,
    fields: {
      title: 'Personeelsplan voor de volgende bestuursperiode voorbereiden',
      owner: 'p07',
      horizon: 'long',
      priority: 'high',
      effect: 5,
      effort: 5,
    },
    life: [
      { do: 'step', to: 'running', back: 100 },
      { do: 'course', progress: 20, back: 14 },
    ],
  },
  {
    key: 'sleutels-q8a5',
    room: 'dept/geb',
    by: 'p03',
    back: 90,
    due: -5,
    fields: {
      title: 'Sleutelbeheer van sportzalen en buurthuizen',
      owner: 'p14',
      department: 'geb',
      horizon: 'short',
      priority: 'medium',
    },
    life: [],
  },
  {
    key: 'kampen-r9b6',
    room: 'dept/jsp',
    by: 'p03',
    back: 65,
    due: 10,
    fields: {
      title: 'Controles tijdens de kampen anders verdelen',
      owner: 'p19',
      department: 'jsp',
      horizon: 'short',
      priority: 'high',
    },
    life: [
      { do: 'step', to: 'running', back: 55, by: 'p03' },
      { do: 'course', progress: 10, back: 20, by: 'p03' },
    ],
  },
]

export type Topic = {
  readonly title: string
  readonly section: Section
  readonly minutes: number
  readonly presenter: string
  readonly horizon: Horizon
  readonly links: readonly string[]
  readonly outcome: PointOutcome
  readonly conclusion: string
  /** What was said about it. */
  readonly said: string
  readonly action?: {
    readonly key: string
    readonly title: string
    readonly owner: string
    readonly department: string
    readonly days: number
    readonly horizon?: Horizon
    readonly priority?: Priority
  }
}

const topic = (
  section: Section,
  title: string,
  presenter: string,
  minutes: number,
  outcome: PointOutcome,
  conclusion: string,
  said: string,
  more: Partial<Topic> = {},
): Topic => ({
  section,
  title,
  presenter,
  minutes,
  horizon: 'short',
  links: [],
  outcome,
  conclusion,
  said,
  ...more,
})

export const TOPICS: readonly Topic[] = [
  topic(
    'steering',
    'Boordtabel: afwijkingen van de maand',
    'p03',
    15,
    'measure',
    'Burgerzaken onderzoekt de daling van de telefonische bereikbaarheid.',
    'De bereikbaarheid daalde onder de ondergrens. Twee collega’s zijn langdurig afwezig; de oproepen worden nog niet doorgeschakeld.',
    {
      links: ['indicator:dv03', 'indicator:fi01'],
      action: {
        key: 'telefoon',
        title: 'Doorschakeling van oproepen bij afwezigheid',
        owner: 'p05',
        department: 'bur',
        days: 42,
        priority: 'high',
      },
    },
  ),
  topic(
    'decision',
    'Jaarrapport organisatiebeheersing: ontwerp',
    'p03',
    25,
    'decision',
    'Het ontwerp gaat met de opmerkingen over thema 10 naar het college.',
    'De figuren kloppen met de schermen. Bij informatieveiligheid wordt de stand van de hersteltest toegevoegd.',
    { links: ['deadline:d11'] },
  ),
  topic(
    'preparation',
    'Voorbereiding gemeenteraad',
    'p01',
    15,
    'information',
    'De agenda en de ontwerpbesluiten zijn overlopen.',
    'Twee dossiers wachten nog op het advies van de financieel directeur.',
  ),
  topic(
    'strategy',
    'Personeelsplan: hoofdlijnen',
    'p07',
    30,
    'measure',
    'Elke cluster geeft tegen de volgende bespreking de kritieke functies door.',
    'Een op de vijf collega’s gaat binnen zes jaar met pensioen. Niet elke functie wordt vervangen zoals ze is.',
    {
      horizon: 'long',
      action: {
        key: 'functies',
        title: 'Kritieke functies per cluster oplijsten',
        owner: 'p07',
        department: 'hr',
        days: 56,
        horizon: 'medium',
      },
    },
  ),
  topic(
    'decision',
    'Verdeling van de opleidingsbudgetten',
    'p07',
    15,
    'decision',
    'Eén derde van het budget gaat naar gezamenlijke opleidingen.',
    'De voorkeur gaat naar opleidingen die verschillende diensten samen volgen.',
  ),
  topic(
    'follow-up',
    'Auditaanbevelingen: stand van zaken',
    'p03',
    15,
    'measure',
    'De twee aanbevelingen zonder trekker krijgen een trekker.',
    'Van elf aanbevelingen zijn er zes uitgevoerd en drie lopende.',
    {
      action: {
        key: 'audit',
        title: 'Trekkers aanduiden voor twee auditaanbevelingen',
        owner: 'p03',
        department: 'org',
        days: 21,
        priority: 'high',
      },
    },
  ),
  topic(
    'steering',
    'Verzuim in de technische ploegen',
    'p11',
    15,
    'information',
    'De cijfers blijven binnen de grenzen; geen bijkomende maatregel.',
    'Het verschil met vorige maand is gewone schommeling.',
    { links: ['indicator:hr01'] },
  ),
  topic(
    'decision',
    'Raamovereenkomst informaticamateriaal',
    'p02',
    15,
    'decision',
    'Er wordt ingetekend op de raamovereenkomst, met een looptijd van vier jaar.',
    'De eigen procedure zou vier maanden langer duren.',
  ),
  topic(
    'preparation',
    'Aanpassing van het meerjarenplan: input van de diensten',
    'p02',
    20,
    'measure',
    'De clusters leveren hun prioriteiten met cijfers in.',
    'De ruimte is beperkt; nieuw beleid moet elders een besparing tonen.',
    {
      links: ['deadline:d15'],
      action: {
        key: 'meerjarenplan',
        title: 'Input van de clusters voor het meerjarenplan bundelen',
        owner: 'p02',
        department: 'fin',
        days: 28,
        priority: 'high',
      },
    },
  ),
  topic(
    'strategy',
    'Dienstverlening over vijf jaar: digitaal en nabij',
    'p18',
    30,
    'information',
    'De nota wordt herwerkt tot drie keuzes.',
    'Digitaal waar het kan, een mens waar het moet. De bibliotheek kan een tweede onthaal worden.',
    { horizon: 'long' },
  ),
  topic(
    'decision',
    'Werkregeling tijdens het reces',
    'p07',
    10,
    'decision',
    'Elke dienst heeft in het reces een achterwacht.',
    'De lijst met bereikbaarheid hangt tegen eind juni op het intranet.',
  ),
  topic(
    'steering',
    'Doorlooptijd van omgevingsvergunningen',
    'p11',
    15,
    'measure',
    'De adviezen van externe instanties worden wekelijks opgevolgd.',
    'Een kwart van de dossiers wacht op een extern advies.',
    {
      action: {
        key: 'adviezen',
        title: 'Wekelijkse lijst van openstaande adviezen',
        owner: 'p11',
        department: 'omg',
        days: 35,
      },
    },
  ),
  topic(
    'decision',
    'Afspraken over bereikbaarheid van het sociaal huis',
    'p12',
    15,
    'decision',
    'Het sociaal huis is op donderdag tot 19 uur open.',
    'De proef van een half jaar wordt in de zomer bekeken.',
  ),
  topic(
    'follow-up',
    'Zelfevaluatie: planning van de werkgroepen',
    'p03',
    10,
    'information',
    'Vier themagroepen starten in het najaar.',
    'De scores worden eerst apart gegeven en daarna besproken.',
  ),
  topic(
    'decision',
    'Klachtenrapport aan de raad',
    'p01',
    15,
    'decision',
    'Het rapport gaat naar de openbare zitting.',
    'De meeste klachten gaan over de behandeltermijn.',
    { links: ['indicator:kl01', 'deadline:d12'] },
  ),
  topic(
    'steering',
    'Risico’s van de evenementen in het centrum',
    'p18',
    15,
    'measure',
    'Er komt een veiligheidsfiche voor elk groot evenement.',
    'De noodplanning werd pas twee weken vooraf betrokken.',
    {
      action: {
        key: 'evenementen',
        title: 'Veiligheidsfiche voor evenementen',
        owner: 'p18',
        department: 'cul',
        days: 49,
      },
    },
  ),
  topic(
    'strategy',
    'Gebouwen: welke houden we op lange termijn',
    'p11',
    25,
    'measure',
    'De patrimoniumlijst krijgt kosten per gebouw.',
    'Zes gebouwen kosten meer aan energie dan aan onderhoud.',
    {
      horizon: 'long',
      action: {
        key: 'patrimonium',
        title: 'Kosten per gebouw in de patrimoniumlijst',
        owner: 'p11',
        department: 'geb',
        days: 90,
        horizon: 'medium',
      },
    },
  ),
  topic(
    'preparation',
    'Opvolgingsrapportering van het eerste semester',
    'p02',
    15,
    'decision',
    'Het rapport gaat naar de raden van september.',
    'Van de prioritaire acties loopt driekwart zoals gepland.',
    { links: ['deadline:d14'] },
  ),
]

export const BACKLOG: readonly (PointInput & { key: string; by: string; back: number })[] = [
  {
    key: 'telewerk-s2c7',
    by: 'p07',
    back: 41,
    title: 'Telewerk: ervaringen na een jaar',
    section: 'steering',
    minutes: 15,
    presenter: 'p07',
    note: 'Bevraging van maart en de cijfers van de bezetting.',
  },
  {
    key: 'huisstijl-t3d8',
    by: 'p18',
    back: 33,
    title: 'Brieven in klare taal',
    section: 'decision',
    minutes: 10,
    presenter: 'p18',
    horizon: 'medium',
  },
  {
    key: 'vvsg-u4e9',
    by: 'p01',
    back: 12,
    title: 'Nieuw sjabloon voor het delegatiebesluit',
    section: 'decision',
    minutes: 10,
    presenter: 'p01',
    url: 'https://www.vvsg.be/',
    quote: 'Het sjabloon is aangepast aan het gewijzigde decreet.',
  },
  {
    key: 'klimaat-v5f2',
    by: 'p11',
    back: 58,
    title: 'Klimaatplan na 2030: wat vraagt het van de organisatie',
    section: 'strategy',
    minutes: 30,
    presenter: 'p11',
    horizon: 'long',
  },
]

export const SUGGESTIONS: readonly (PointInput & {
  key: string
  by: string
  back: number
  department: string
})[] = [
  {
    key: 'winterdienst-w6g3',
    by: 'p04',
    back: 9,
    department: 'tec',
    title: 'Winterdienst: te weinig chauffeurs met rijbewijs C',
    section: 'steering',
    minutes: 15,
    note: 'Van de zes chauffeurs gaan er twee met pensioen voor de winter.',
  },
  {
    key: 'balie-x7h4',
    by: 'p05',
    back: 6,
    department: 'bur',
    title: 'Openingsuren tussen kerst en nieuwjaar',
    section: 'decision',
    minutes: 10,
  },
]

export const AGREEMENTS: readonly {
  readonly key: string
  readonly back: number
  readonly fields: AgreementInput
  readonly review: number
  readonly reviewed?: number
  readonly note?: string
}[] = [
  {
    key: 'afsprakennota-y8j5',
    back: 350,
    fields: {
      title: 'Afsprakennota college en managementteam',
      text: 'Het college bepaalt wat er gebeurt, het managementteam hoe. Vragen aan medewerkers lopen langs het diensthoofd. Een dossier komt op het college met het advies van de financieel directeur erbij.',
      parties: ['College van burgemeester en schepenen', 'Managementteam'],
      state: 'in-force',
      owner: 'p01',
    },
    review: -30,
  },
  {
    key: 'informatie-z9k6',
    back: 345,
    fields: {
      title: 'Informatie aan schepenen: hoe en wanneer',
      text: 'Schepenen krijgen elke maandag het overzicht van de lopende dossiers van hun bevoegdheid. Dringende vragen gaan langs het secretariaat en krijgen binnen twee werkdagen een antwoord.',
      parties: ['College van burgemeester en schepenen', 'Secretariaat'],
      state: 'in-force',
      owner: 'p08',
    },
    review: -200,
    reviewed: 165,
    note: 'Bekeken op het managementteam: blijft, met twee werkdagen in plaats van drie.',
  },
  {
    key: 'evenementen-a3l7',
    back: 80,
    fields: {
      title: 'Politieke vragen bij evenementen',
      text: 'Ontwerp: aanvragen voor steun aan evenementen worden eerst door de dienst beoordeeld en daarna aan het college voorgelegd.',
      parties: ['College van burgemeester en schepenen', 'Cluster Mens en vrije tijd'],
      state: 'draft',
      owner: 'p18',
    },
    review: -90,
  },
]
