/**
 * The year of a general director: what comes back every year, in which month, and who sees to it. Titles in Dutch and
 * English; where a law sets the day, `law` names its deadline.
 */
export const CALENDAR_CATEGORIES = [
  'planning',
  'control',
  'finance',
  'complaints',
  'people',
  'self-assessment',
  'improvement',
  'reporting',
  'monitoring',
  'policy',
  'team',
] as const
export type CalendarCategory = (typeof CALENDAR_CATEGORIES)[number]

export type CalendarTask = {
  readonly key: string
  /** 1-12. Due on `last`, or else on the last day of the month. */
  readonly month: number
  readonly last?: number
  readonly title: string
  readonly titleEn: string
  /** The function that sees to it: "AD", "FD". */
  readonly owner: string
  readonly category: CalendarCategory
  /** Key of the legal deadline behind it. */
  readonly law?: string
}

export const YEAR_CALENDAR: readonly CalendarTask[] = [
  {
    key: 'y01a',
    month: 1,
    title: 'Jaarplanning managementteam en vergaderkalender GR/CBS/MT vastleggen',
    titleEn: 'Fix the annual plan and meeting calendar',
    owner: 'AD',
    category: 'planning',
  },
  {
    key: 'y01b',
    month: 1,
    title: 'Controlekalender per dienst openen; vervaldagen genereren',
    titleEn: 'Open the control calendar per department; generate due dates',
    owner: 'KC',
    category: 'control',
  },
  {
    key: 'y01c',
    month: 1,
    title: 'Loonfiches, fiscale verplichtingen, sluiting kassen',
    titleEn: 'Payroll slips, tax duties, till closing',
    owner: 'FD',
    category: 'finance',
  },
  {
    key: 'y02a',
    month: 2,
    title: 'Overdracht van investeringskredieten (college beslist vóór 1 maart)',
    titleEn: 'Carry-over of investment credits (executive decides before 1 March)',
    owner: 'FD',
    category: 'finance',
    last: 28,
    law: 'd16',
  },
  {
    key: 'y02b',
    month: 2,
    title: 'Cijfers klachten en meldingen vorig jaar afsluiten',
    titleEn: 'Close last year’s complaints figures',
    owner: 'KLC',
    category: 'complaints',
  },
  {
    key: 'y03a',
    month: 3,
    title: 'Evaluatiegesprekken afronden; verzuimrapport jaar',
    titleEn: 'Finish appraisals; yearly absence report',
    owner: 'HR',
    category: 'people',
  },
  {
    key: 'y03b',
    month: 3,
    title: 'Zelfevaluatie: werkgroepen per thema (om de drie jaar, of een derde van de thema’s per jaar)',
    titleEn: 'Self-assessment: theme groups (every three years or a third of the themes per year)',
    owner: 'KC',
    category: 'self-assessment',
  },
  {
    key: 'y03c',
    month: 3,
    title: 'Klachtenrapport in openbare raad',
    titleEn: 'Complaints report in open council',
    owner: 'AD',
    category: 'complaints',
    law: 'd12',
  },
  {
    key: 'y04a',
    month: 4,
    title: 'Ontwerp jaarrekening op het managementteam',
    titleEn: 'Draft accounts on the management team',
    owner: 'FD',
    category: 'finance',
  },
  {
    key: 'y04b',
    month: 4,
    title: 'Actieplan organisatiebeheersing actualiseren',
    titleEn: 'Update control action plan',
    owner: 'KC',
    category: 'improvement',
  },
  {
    key: 'y05a',
    month: 5,
    title: 'Ontwerp jaarrapport organisatiebeheersing, bespreking managementteam en college',
    titleEn: 'Draft control report, discussion in management team and executive',
    owner: 'AD',
    category: 'reporting',
  },
  {
    key: 'y05b',
    month: 5,
    title: 'Jaarrekening naar raadscommissie',
    titleEn: 'Accounts to council committee',
    owner: 'FD',
    category: 'finance',
  },
  {
    key: 'y06a',
    month: 6,
    title: 'Jaarrapport organisatiebeheersing aan raden',
    titleEn: 'Annual control report to the councils',
    owner: 'AD',
    category: 'reporting',
    last: 30,
    law: 'd11',
  },
  {
    key: 'y06b',
    month: 6,
    title: 'Vaststelling jaarrekening door de raden',
    titleEn: 'Adoption of accounts by the councils',
    owner: 'FD',
    category: 'finance',
    last: 29,
    law: 'd13',
  },
  {
    key: 'y07a',
    month: 7,
    title: 'Halfjaarmeting indicatoren en risico’s',
    titleEn: 'Half-year measurement of indicators and risks',
    owner: 'DH',
    category: 'monitoring',
  },
  {
    key: 'y07b',
    month: 7,
    title: 'Reces: bestelling kritieke opvolgingen, wachtregeling',
    titleEn: 'Recess: cover for critical follow-up',
    owner: 'AD',
    category: 'planning',
  },
  {
    key: 'y08a',
    month: 8,
    title: 'Opmaak opvolgingsrapport eerste semester',
    titleEn: 'Draft follow-up report first half-year',
    owner: 'FD',
    category: 'finance',
  },
  {
    key: 'y09a',
    month: 9,
    title: 'Opvolgingsrapportering aan de raden',
    titleEn: 'Follow-up report to the councils',
    owner: 'FD',
    category: 'reporting',
    last: 29,
    law: 'd14',
  },
  {
    key: 'y09b',
    month: 9,
    title: 'Voorbereiding aanpassing meerjarenplan: input diensten',
    titleEn: 'Prepare plan amendment: input of departments',
    owner: 'FD',
    category: 'policy',
  },
  {
    key: 'y10a',
    month: 10,
    title: 'Tweedaagse of werkdag managementteam: strategie, risico’s, verbeterplannen',
    titleEn: 'Management team strategy day: strategy, risks, improvement plans',
    owner: 'AD',
    category: 'team',
  },
  {
    key: 'y10b',
    month: 10,
    title: 'Toegangsrechten en delegaties halfjaarlijks bevestigen',
    titleEn: 'Half-yearly confirmation of access rights and delegations',
    owner: 'ICT',
    category: 'control',
  },
  {
    key: 'y11a',
    month: 11,
    title: 'Stand auditaanbevelingen aan college',
    titleEn: 'Status of audit recommendations to the executive',
    owner: 'AD',
    category: 'reporting',
  },
  {
    key: 'y11b',
    month: 11,
    title: 'Ontwerp aanpassing meerjarenplan op college en commissie',
    titleEn: 'Draft plan amendment to executive and committee',
    owner: 'FD',
    category: 'policy',
  },
  {
    key: 'y12a',
    month: 12,
    title: 'Vaststelling aanpassing meerjarenplan met kredieten volgend jaar',
    titleEn: 'Adoption of plan amendment with next year’s credits',
    owner: 'FD',
    category: 'policy',
    last: 31,
    law: 'd15',
  },
  {
    key: 'y12b',
    month: 12,
    title: 'Jaarevaluatie managementteam en kwaliteitswerking',
    titleEn: 'Yearly review of management team and quality work',
    owner: 'AD',
    category: 'team',
  },
]
