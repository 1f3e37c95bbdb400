/** What the figures of Zandrode are like: levels, volumes, seasons, and the few things that happened. All fictional. */
import type { ObjectiveLevel } from '../kinds/objective'

/** How a department's figures run. As shown, so percentages are percentages. */
export type Recipe = {
  readonly level: number
  /** The usual denominator of a period. */
  readonly cases?: number
  /** Standard deviation from period to period, beyond what counting gives. */
  readonly noise?: number
  /** How much it changes over the three years. */
  readonly drift?: number
  readonly season?: Season
  /** What is different in a department. */
  readonly departments?: Readonly<
    Record<string, Partial<Pick<Recipe, 'level' | 'cases' | 'noise' | 'drift'>>>
  >
}

/** How busy each month is, January first. */
export const SEASONS = {
  desk: [1.1, 0.95, 1.02, 1.05, 1.08, 1.15, 0.82, 0.78, 1.12, 1.02, 0.96, 0.95],
  works: [0.7, 0.75, 1, 1.15, 1.3, 1.25, 1.1, 1.05, 1.1, 1, 0.85, 0.75],
  council: [1, 1, 1, 1, 1, 1.1, 0.3, 0.3, 1.1, 1.1, 1.1, 1.3],
} as const
export type Season = keyof typeof SEASONS

export const RECIPES: Readonly<Record<string, Recipe>> = {
  dv01: { level: 7.9, cases: 2600, noise: 0.7, season: 'desk' },
  dv02: { level: 91.2, cases: 2600, noise: 1, season: 'desk' },
  dv03: { level: 88.5, cases: 4200, noise: 1.3, season: 'desk' },
  dv04: { level: 73.5, cases: 4200, noise: 1, season: 'desk' },
  dv05: { level: 56, cases: 1150, noise: 0.8, drift: 16, season: 'desk' },
  dv06: { level: 72.5, cases: 2600, noise: 0.9, drift: 3, season: 'desk' },
  dv07: { level: 7.1, cases: 1850, season: 'desk' },
  dv08: {
    level: 8.1,
    cases: 140,
    noise: 0.12,
    departments: {
      cul: { level: 8.6, cases: 210 },
      jsp: { level: 8.3, cases: 95 },
      oud: { level: 8.4, cases: 60 },
    },
  },
  dv09: { level: 72, cases: 640 },
  dv10: { level: 34, cases: 640 },
  dv11: { level: 1.6, noise: 0.2 },
  dv12: { level: 84.5, cases: 420, season: 'works' },
  kl01: { level: 9 },
  kl02: { level: 3, cases: 34_860 },
  kl03: { level: 93, cases: 27 },
  kl04: { level: 96.5, cases: 27 },
  kl05: { level: 38, cases: 24 },
  kl06: { level: 27.4, cases: 27, noise: 2.4 },
  kl07: { level: 44, cases: 39 },
  fi01: { level: 30.8, cases: 880, noise: 1.5 },
  fi02: {
    level: 93.5,
    cases: 210,
    departments: {
      tec: { level: 88.5, cases: 340 },
      geb: { level: 93.5, cases: 260 },
      soc: { level: 95.5, cases: 150 },
      ond: { level: 94, cases: 95 },
      cul: { level: 90, cases: 45 },
    },
  },
  fi03: { level: 48, cases: 9_400_000 },
  fi04: { level: 96.8, cases: 11_300_000, noise: 0.8 },
  fi05: { level: 2_150_000, noise: 260_000 },
  fi06: { level: 1_240_000, noise: 190_000 },
  fi07: { level: 17.2, cases: 610_000, noise: 1.4 },
  fi08: { level: 1.1 },
  fi09: { level: 0.5 },
  hr01: {
    level: 7.3,
    cases: 380,
    noise: 1.1,
    departments: {
      tec: { cases: 1040, level: 7.25, noise: 0.55 },
      geb: { cases: 620, level: 8.6 },
      omg: { cases: 320, level: 5.9 },
      soc: { cases: 660, level: 7.6 },
      oud: { cases: 740, level: 9.1 },
      ond: { cases: 680, level: 8.2 },
      cul: { cases: 340, level: 6.4 },
      fin: { cases: 160, level: 5.2 },
      ict: { cases: 150, level: 4.6 },
    },
  },
  hr02: { level: 1.4, cases: 402 },
  hr03: { level: 9.3, cases: 402, noise: 0.9 },
  hr04: { level: 104, noise: 9 },
  hr05: {
    level: 88,
    cases: 19,
    departments: {
      tec: { cases: 52, level: 81 },
      omg: { cases: 16 },
      soc: { cases: 33, level: 92 },
      oud: { cases: 37, level: 84 },
      cul: { cases: 17 },
    },
  },
  hr06: { level: 2.6, cases: 318, noise: 0.25 },
  hr07: {
    level: 26,
    cases: 21_000,
    departments: {
      geb: { level: 17, cases: 12_500 },
      oud: { level: 30, cases: 14_800 },
      ond: { level: 8, cases: 13_600 },
    },
  },
  hr08: { level: 7.3, cases: 290, noise: 0.1 },
  be01: { level: 97, cases: 9, season: 'council' },
  be02: { level: 6.2, cases: 5, noise: 1.1, season: 'council' },
  be03: {
    level: 90,
    cases: 34,
    season: 'council',
    departments: {
      tec: { level: 84 },
      omg: { cases: 58, level: 91 },
      fin: { cases: 21, level: 95 },
      hr: { cases: 26 },
      cul: { cases: 14 },
      soc: { cases: 29, level: 93 },
      jsp: { cases: 12, level: 82 },
      bur: { cases: 11, level: 92 },
    },
  },
  be04: { level: 93, cases: 14 },
  be05: { level: 0.3 },
  be06: {
    level: 86,
    cases: 120,
    departments: {
      bur: { cases: 260, level: 89 },
      tec: { cases: 95, level: 78 },
      omg: { cases: 180, level: 85 },
      soc: { cases: 140, level: 91 },
    },
  },
  ob01: { level: 74, cases: 38 },
  ob02: { level: 8 },
  ob03: { level: 81, cases: 32 },
  ob04: { level: 82, cases: 145 },
  ob05: { level: 2.4, cases: 44 },
  ob06: { level: 2 },
  it01: { level: 99.63, cases: 730, noise: 0.11 },
  it02: { level: 96, cases: 4 },
  it03: { level: 8.2, cases: 385, drift: -4 },
  it04: { level: 1.2 },
  bl01: { level: 77, cases: 26 },
  ov01: { level: 66, cases: 18 },
  ov02: { level: 98.4, cases: 44, season: 'works' },
  ov03: { level: 412_000, noise: 11_000, drift: -30_000 },
}

/** The last 24 months of two indicators, as they were worked out by hand: a shift, and a spike. Oldest first. */
export const WORKED_OUT: Readonly<Record<string, readonly number[]>> = {
  'fi01/fin': [
    29.0, 31.6, 32.6, 30.2, 28.9, 30.9, 31.8, 32.8, 29.1, 28.9, 32.1, 31.8, 33.5, 32.6, 26.8, 26.6, 31.1,
    26.5, 25.7, 25.2, 27.2, 27.2, 26.4, 26.9,
  ],
  'hr01/tec': [
    6.87, 6.88, 7.7, 6.37, 7.34, 6.38, 7.9, 7.49, 8.01, 7.17, 7.58, 7.27, 7.07, 7.47, 6.83, 7.24, 7.71, 7.43,
    9.62, 8.39, 7.43, 7.14, 7.47, 7.16,
  ],
}

/** A level that differs for some periods, counted back from the newest (0). */
export type Episode = {
  readonly from: number
  readonly to: number
  readonly level: number
  readonly comment?: string
}

export const EPISODES: Readonly<Record<string, readonly Episode[]>> = {
  'dv03/bur': [{ from: 0, to: 0, level: 81.5 }],
  'dv12/tec': [{ from: 8, to: 0, level: 76 }],
  'kl01/kla': [
    {
      from: 5,
      to: 5,
      level: 24,
      comment: 'Nieuwe afvalkalender: veertien klachten over gemiste ophaling in één week.',
    },
  ],
  'ob04/org': [{ from: 13, to: 0, level: 93.5 }],
  'it01/ict': [
    { from: 30, to: 30, level: 97.1, comment: 'Stroompanne in het datacenter van de leverancier.' },
  ],
  'be03/omg': [{ from: 14, to: 0, level: 96 }],
}

/** Periods that nobody has measured, newest first from 0. */
export const UNMEASURED: Readonly<Record<string, number>> = {
  'ov03/geb': 3,
  'be06/soc': 1,
  'dv07/bur': 1,
  'dv11/bur': 1,
  'be06/tec': 1,
}

/** What happened, and when: so many periods before the newest. */
export type Happening = {
  readonly back: number
  readonly title: string
  readonly note: string
  readonly phase: boolean
}

export const HAPPENINGS: Readonly<Record<string, readonly Happening[]>> = {
  'fi01/fin': [
    {
      back: 9,
      title: 'Elektronische facturen verplicht',
      note: 'Facturen komen alleen nog binnen via het elektronische kanaal; de budgethouder krijgt dezelfde dag een melding.',
      phase: true,
    },
  ],
  'ob04/org': [
    {
      back: 13,
      title: 'Controlelijsten in Waarborg',
      note: 'Geen rondmails meer: wie iets te controleren heeft, ziet het zelf.',
      phase: true,
    },
  ],
  'be03/omg': [
    {
      back: 14,
      title: 'Nazicht twee dagen vóór de agenda',
      note: 'Vast overleg met het secretariaat op dinsdag.',
      phase: true,
    },
  ],
  'dv01/bur': [
    {
      back: 7,
      title: 'Verbouwing onthaal',
      note: 'Drie balies in plaats van vijf, zes weken lang.',
      phase: false,
    },
  ],
  'dv12/tec': [{ back: 8, title: 'Twee ploegleden langdurig afwezig', note: '', phase: false }],
  'kl01/kla': [{ back: 5, title: 'Nieuwe afvalkalender', note: '', phase: false }],
}

/** Points left out of the limits, with the reason. */
export const LEFT_OUT: Readonly<Record<string, { readonly back: number; readonly reason: string }>> = {
  'it01/ict': { back: 30, reason: 'Stroompanne bij de leverancier; zegt niets over de gewone werking.' },
}

/** Limits that were calculated anew: from so many periods back to so many. */
export const REBASED: Readonly<
  Record<string, { readonly from: number; readonly to: number; readonly reason: string }>
> = {
  'dv06/bur': {
    from: 23,
    to: 12,
    reason: 'Afspraken zijn sinds twee jaar de gewone weg; het eerste jaar was een overgang.',
  },
}

/** What people wrote beside a signal, by what it meant. */
export const EXPLANATIONS = {
  concern: [
    'Besproken op het dienstoverleg: twee collega’s langdurig afwezig.',
    'Samenloop met de overgang naar de nieuwe software.',
    'Piek na de vakantie; de achterstand is intussen weggewerkt.',
    'Oorzaak nog niet bekend, wordt volgende maand opnieuw bekeken.',
  ],
  improvement: [
    'De nieuwe werkwijze werpt vruchten af.',
    'Extra hulp sinds vorige maand.',
    'Gevolg van de afspraken op het teamoverleg.',
  ],
  neutral: ['Besproken; geen bijsturing nodig.'],
} as const

/** Why a figure was wrong. */
export const CORRECTIONS = [
  'Een week was dubbel geteld.',
  'Verkeerde kolom overgenomen uit het verslag.',
  'Laattijdige registraties toegevoegd.',
]

export const COMPLAINT_WEIGHTS: Readonly<Record<string, number>> = {
  'redelijke behandeltermijn': 0.34,
  'vlotte bereikbaarheid': 0.22,
  'doeltreffende informatie': 0.17,
  hoffelijkheid: 0.1,
  nauwkeurigheid: 0.07,
  'motivering van beslissingen': 0.04,
  'gelijke behandeling': 0.02,
  andere: 0.04,
}

export type PlannedObjective = {
  readonly key: string
  readonly code: string
  readonly level: ObjectiveLevel
  readonly name: string
  readonly nameEn: string
  readonly parent?: string
  readonly priority?: boolean
  readonly owner: string
  readonly indicators?: readonly string[]
}

export const OBJECTIVES: readonly PlannedObjective[] = [
  {
    key: 'bd1',
    code: 'BD 1',
    level: 'objective',
    name: 'Een vlotte en klantgerichte dienstverlening',
    nameEn: 'A smooth service that starts from the resident',
    priority: true,
    owner: 'p01',
    indicators: ['dv09', 'dv10'],
  },
  {
    key: 'ap11',
    code: 'AP 1.1',
    level: 'plan',
    parent: 'bd1',
    name: 'Het gemeentehuis is bereikbaar, aan de balie en aan de telefoon',
    nameEn: 'The town hall can be reached, at the counter and by telephone',
    priority: true,
    owner: 'p05',
    indicators: ['dv01', 'dv02', 'dv03', 'dv04', 'dv06', 'dv07', 'dv08'],
  },
  {
    key: 'a111',
    code: 'A 1.1.1',
    level: 'action',
    parent: 'ap11',
    name: 'Werken op afspraak met sms-herinnering',
    nameEn: 'Appointments with a reminder by text message',
    owner: 'p05',
  },
  {
    key: 'a112',
    code: 'A 1.1.2',
    level: 'action',
    parent: 'ap11',
    name: 'Telefoonpermanentie in twee ploegen',
    nameEn: 'Telephone desk in two shifts',
    priority: true,
    owner: 'p05',
  },
  {
    key: 'ap12',
    code: 'AP 1.2',
    level: 'plan',
    parent: 'bd1',
    name: 'Digitaal waar het kan, persoonlijk waar het telt',
    nameEn: 'Digital where possible, personal where it counts',
    priority: true,
    owner: 'p06',
    indicators: ['dv05', 'dv11'],
  },
  {
    key: 'a121',
    code: 'A 1.2.1',
    level: 'action',
    parent: 'ap12',
    name: 'Tien nieuwe producten in het e-loket',
    nameEn: 'Ten new products in the e-counter',
    owner: 'p06',
  },
  {
    key: 'ap13',
    code: 'AP 1.3',
    level: 'plan',
    parent: 'bd1',
    name: 'Leren uit klachten en meldingen',
    nameEn: 'Learning from complaints and reports',
    owner: 'p09',
    indicators: ['dv12', 'kl01', 'kl02', 'kl03', 'kl04', 'kl05', 'kl06', 'kl07'],
  },
  {
    key: 'a131',
    code: 'A 1.3.1',
    level: 'action',
    parent: 'ap13',
    name: 'Nieuw ontvangstproces voor meldingen openbaar domein',
    nameEn: 'New intake for reports about public space',
    owner: 'p04',
  },
  {
    key: 'bd2',
    code: 'BD 2',
    level: 'objective',
    name: 'Een gemeente die financieel gezond blijft',
    nameEn: 'A municipality that stays financially sound',
    priority: true,
    owner: 'p02',
    indicators: ['fi05', 'fi06'],
  },
  {
    key: 'ap21',
    code: 'AP 2.1',
    level: 'plan',
    parent: 'bd2',
    name: 'Facturen op tijd betaald',
    nameEn: 'Invoices paid in time',
    owner: 'p02',
    indicators: ['fi01', 'fi02'],
  },
  {
    key: 'a211',
    code: 'A 2.1.1',
    level: 'action',
    parent: 'ap21',
    name: 'Elektronische facturen verplichten',
    nameEn: 'Making electronic invoices compulsory',
    priority: true,
    owner: 'p02',
  },
  {
    key: 'ap22',
    code: 'AP 2.2',
    level: 'plan',
    parent: 'bd2',
    name: 'Het meerjarenplan wordt uitgevoerd zoals geraamd',
    nameEn: 'The multi-year plan is carried out as estimated',
    owner: 'p02',
    indicators: ['fi03', 'fi04', 'fi07', 'fi08', 'fi09', 'bl01', 'ov01'],
  },
  {
    key: 'bd3',
    code: 'BD 3',
    level: 'objective',
    name: 'Een gezonde werkplek voor wie hier werkt',
    nameEn: 'A healthy place for those who work here',
    owner: 'p07',
    indicators: ['hr08'],
  },
  {
    key: 'ap31',
    code: 'AP 3.1',
    level: 'plan',
    parent: 'bd3',
    name: 'Aanwezig en veilig aan het werk',
    nameEn: 'Present and safe at work',
    priority: true,
    owner: 'p07',
    indicators: ['hr01', 'hr02', 'hr07'],
  },
  {
    key: 'a311',
    code: 'A 3.1.1',
    level: 'action',
    parent: 'ap31',
    name: 'Verzuimgesprekken door elke leidinggevende',
    nameEn: 'Absence talks by every manager',
    owner: 'p07',
  },
  {
    key: 'ap32',
    code: 'AP 3.2',
    level: 'plan',
    parent: 'bd3',
    name: 'De juiste mensen, met ruimte om te groeien',
    nameEn: 'The right people, with room to grow',
    owner: 'p07',
    indicators: ['hr03', 'hr04', 'hr05', 'hr06'],
  },
  {
    key: 'bd4',
    code: 'BD 4',
    level: 'objective',
    name: 'Een bestuur dat beheerst en open werkt',
    nameEn: 'A government that works in control and in the open',
    priority: true,
    owner: 'p01',
    indicators: ['ob05'],
  },
  {
    key: 'ap41',
    code: 'AP 4.1',
    level: 'plan',
    parent: 'bd4',
    name: 'Organisatiebeheersing is dagelijks werk',
    nameEn: 'Organisation control is daily work',
    priority: true,
    owner: 'p03',
    indicators: ['ob01', 'ob02', 'ob03', 'ob04', 'ob06'],
  },
  {
    key: 'a411',
    code: 'A 4.1.1',
    level: 'action',
    parent: 'ap41',
    name: 'Controlelijsten in elke dienst',
    nameEn: 'Checklists in every department',
    priority: true,
    owner: 'p03',
  },
  {
    key: 'ap42',
    code: 'AP 4.2',
    level: 'plan',
    parent: 'bd4',
    name: 'Besluiten zijn tijdig klaar en tijdig bekend',
    nameEn: 'Decisions are ready in time and known in time',
    owner: 'p08',
    indicators: ['be01', 'be02', 'be03', 'be04', 'be05', 'be06'],
  },
  {
    key: 'ap43',
    code: 'AP 4.3',
    level: 'plan',
    parent: 'bd4',
    name: 'Gegevens en systemen zijn veilig',
    nameEn: 'Data and systems are safe',
    owner: 'p13',
    indicators: ['it01', 'it02', 'it03', 'it04'],
  },
  {
    key: 'bd5',
    code: 'BD 5',
    level: 'objective',
    name: 'Zorg voor ruimte en klimaat',
    nameEn: 'Care for space and climate',
    owner: 'p11',
  },
  {
    key: 'ap51',
    code: 'AP 5.1',
    level: 'plan',
    parent: 'bd5',
    name: 'Vergunningen binnen de termijn',
    nameEn: 'Permits within the term',
    owner: 'p11',
    indicators: ['ov02'],
  },
  {
    key: 'ap52',
    code: 'AP 5.2',
    level: 'plan',
    parent: 'bd5',
    name: 'Elk jaar minder energie in onze gebouwen',
    nameEn: 'Less energy in our buildings every year',
    priority: true,
    owner: 'p14',
    indicators: ['ov03'],
  },
]
