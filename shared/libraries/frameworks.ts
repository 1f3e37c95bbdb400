/**
 * Frameworks that a control can answer to, as built-in libraries with a version: their structure in our own words, never
 * their text. Which parts of them belong together is our own reading.
 */
import { CAF_CRITERIA } from './caf'
import { THEMES } from './themes'

export type FrameworkItem = {
  readonly code: string
  /** Code of what it is part of. */
  readonly parent?: string
  readonly name: string
  readonly nameEn: string
  readonly type?: 'enabler' | 'result'
}
export const FRAMEWORK_IDS = ['leidraad', 'caf2020', 'coso2013', 'iso9001'] as const
export type FrameworkId = (typeof FRAMEWORK_IDS)[number]
export type Framework = {
  readonly id: FrameworkId
  /** Of our wording: it goes up when that changes. */
  readonly version: string
  readonly name: string
  readonly nameEn: string
  readonly note: string
  readonly noteEn: string
  readonly items: readonly FrameworkItem[]
}

const LEIDRAAD: readonly FrameworkItem[] = THEMES.flatMap(({ code, name, nameEn, goals }) => [
  { code, name, nameEn },
  ...goals.map((goal) => ({ ...goal, parent: code })),
])

const CAF: readonly FrameworkItem[] = CAF_CRITERIA.flatMap(({ code, name, nameEn, kind, subcriteria }) => [
  { code, name, nameEn, type: kind },
  ...subcriteria.map((each) => ({ ...each, parent: code, type: kind })),
])

const COSO: readonly FrameworkItem[] = [
  { code: 'A', name: 'Controleomgeving', nameEn: 'Control environment' },
  {
    code: '1',
    parent: 'A',
    name: 'Inzet voor integriteit en ethische waarden',
    nameEn: 'Commitment to integrity and ethical values',
  },
  {
    code: '2',
    parent: 'A',
    name: 'Onafhankelijk toezicht door het bestuursorgaan',
    nameEn: 'Independent oversight by the board',
  },
  {
    code: '3',
    parent: 'A',
    name: 'Structuren, rapporteringslijnen, bevoegdheden en verantwoordelijkheden',
    nameEn: 'Structures, reporting lines, authorities and responsibilities',
  },
  {
    code: '4',
    parent: 'A',
    name: 'Bekwame mensen aantrekken, ontwikkelen en behouden',
    nameEn: 'Attract, develop and retain competent people',
  },
  {
    code: '5',
    parent: 'A',
    name: 'Medewerkers aanspreken op hun verantwoordelijkheid',
    nameEn: 'Hold individuals accountable',
  },
  { code: 'B', name: 'Risicobeoordeling', nameEn: 'Risk assessment' },
  { code: '6', parent: 'B', name: 'Duidelijke doelstellingen bepalen', nameEn: 'Specify clear objectives' },
  { code: '7', parent: 'B', name: 'Risico’s herkennen en analyseren', nameEn: 'Identify and analyse risks' },
  { code: '8', parent: 'B', name: 'Fraude in overweging nemen', nameEn: 'Consider fraud' },
  {
    code: '9',
    parent: 'B',
    name: 'Belangrijke wijzigingen herkennen en beoordelen',
    nameEn: 'Identify and assess significant change',
  },
  { code: 'C', name: 'Beheersmaatregelen', nameEn: 'Control activities' },
  {
    code: '10',
    parent: 'C',
    name: 'Beheersmaatregelen kiezen en ontwikkelen',
    nameEn: 'Select and develop control activities',
  },
  {
    code: '11',
    parent: 'C',
    name: 'Algemene maatregelen voor technologie kiezen en ontwikkelen',
    nameEn: 'Select and develop general controls over technology',
  },
  {
    code: '12',
    parent: 'C',
    name: 'Toepassen via beleid en procedures',
    nameEn: 'Deploy through policies and procedures',
  },
  { code: 'D', name: 'Informatie en communicatie', nameEn: 'Information and communication' },
  {
    code: '13',
    parent: 'D',
    name: 'Relevante informatie van goede kwaliteit gebruiken',
    nameEn: 'Use relevant, quality information',
  },
  { code: '14', parent: 'D', name: 'Intern communiceren', nameEn: 'Communicate internally' },
  { code: '15', parent: 'D', name: 'Extern communiceren', nameEn: 'Communicate externally' },
  { code: 'E', name: 'Monitoring', nameEn: 'Monitoring activities' },
  {
    code: '16',
    parent: 'E',
    name: 'Doorlopende en afzonderlijke evaluaties',
    nameEn: 'Ongoing and separate evaluations',
  },
  {
    code: '17',
    parent: 'E',
    name: 'Tekortkomingen beoordelen en meedelen',
    nameEn: 'Evaluate and communicate deficiencies',
  },
]

const ISO: readonly FrameworkItem[] = [
  { code: '4', name: 'Context van de organisatie', nameEn: 'Context of the organisation' },
  { code: '4.1', parent: '4', name: 'Organisatie en context', nameEn: 'Organisation and context' },
  { code: '4.2', parent: '4', name: 'Belanghebbenden', nameEn: 'Interested parties' },
  { code: '4.3', parent: '4', name: 'Toepassingsgebied', nameEn: 'Scope' },
  { code: '4.4', parent: '4', name: 'Managementsysteem en processen', nameEn: 'QMS and processes' },
  { code: '5', name: 'Leiderschap', nameEn: 'Leadership' },
  { code: '5.1', parent: '5', name: 'Leiderschap', nameEn: 'Leadership and commitment' },
  { code: '5.2', parent: '5', name: 'Beleid', nameEn: 'Policy' },
  {
    code: '5.3',
    parent: '5',
    name: 'Rollen, verantwoordelijkheden, bevoegdheden',
    nameEn: 'Roles, responsibilities, authorities',
  },
  { code: '6', name: 'Planning', nameEn: 'Planning' },
  { code: '6.1', parent: '6', name: 'Risico’s en kansen', nameEn: 'Risks and opportunities' },
  { code: '6.2', parent: '6', name: 'Kwaliteitsdoelstellingen', nameEn: 'Quality objectives' },
  { code: '6.3', parent: '6', name: 'Wijzigingen plannen', nameEn: 'Planning of changes' },
  { code: '7', name: 'Ondersteuning', nameEn: 'Support' },
  { code: '7.1', parent: '7', name: 'Middelen', nameEn: 'Resources' },
  { code: '7.2', parent: '7', name: 'Competentie', nameEn: 'Competence' },
  { code: '7.3', parent: '7', name: 'Bewustzijn', nameEn: 'Awareness' },
  { code: '7.4', parent: '7', name: 'Communicatie', nameEn: 'Communication' },
  { code: '7.5', parent: '7', name: 'Gedocumenteerde informatie', nameEn: 'Documented information' },
  { code: '8', name: 'Uitvoering', nameEn: 'Operation' },
  { code: '8.1', parent: '8', name: 'Operationele planning en beheersing', nameEn: 'Planning and control' },
  { code: '8.2', parent: '8', name: 'Eisen', nameEn: 'Requirements' },
  { code: '8.3', parent: '8', name: 'Ontwerp en ontwikkeling', nameEn: 'Design and development' },
  { code: '8.4', parent: '8', name: 'Externe aanbieders', nameEn: 'External providers' },
  {
    code: '8.5',
    parent: '8',
    name: 'Productie en dienstverlening',
    nameEn: 'Production and service provision',
  },
  { code: '8.6', parent: '8', name: 'Vrijgave', nameEn: 'Release' },
  { code: '8.7', parent: '8', name: 'Afwijkende resultaten', nameEn: 'Nonconforming outputs' },
  { code: '9', name: 'Evaluatie van de prestaties', nameEn: 'Performance evaluation' },
  {
    code: '9.1',
    parent: '9',
    name: 'Monitoren, meten, analyseren, evalueren',
    nameEn: 'Monitoring, measurement, analysis, evaluation',
  },
  { code: '9.2', parent: '9', name: 'Interne audit', nameEn: 'Internal audit' },
  { code: '9.3', parent: '9', name: 'Directiebeoordeling', nameEn: 'Management review' },
  { code: '10', name: 'Verbetering', nameEn: 'Improvement' },
  { code: '10.1', parent: '10', name: 'Algemeen', nameEn: 'General' },
  {
    code: '10.2',
    parent: '10',
    name: 'Afwijkingen en corrigerende maatregelen',
    nameEn: 'Nonconformity and corrective action',
  },
  { code: '10.3', parent: '10', name: 'Continue verbetering', nameEn: 'Continual improvement' },
]

export const FRAMEWORKS: readonly Framework[] = [
  {
    id: 'leidraad',
    version: '2018.1',
    name: 'Leidraad Organisatiebeheersing voor lokale besturen',
    nameEn: 'Guide on organisation control for local authorities',
    note: 'Thema’s en volgorde van 2018; doelstellingen en codes in eigen woorden, niet de officiële tekst.',
    noteEn: 'Themes and order of 2018; goals and codes in our own words, not the official text.',
    items: LEIDRAAD,
  },
  {
    id: 'caf2020',
    version: '2020.1',
    name: 'CAF 2020',
    nameEn: 'CAF 2020',
    note: 'De negen criteria en 28 subcriteria van het Common Assessment Framework; subcriteria in eigen vertaling.',
    noteEn: 'The nine criteria and 28 subcriteria of the Common Assessment Framework.',
    items: CAF,
  },
  {
    id: 'coso2013',
    version: '2013.1',
    name: 'COSO 2013',
    nameEn: 'COSO 2013',
    note: 'Vijf componenten en zeventien principes, in eigen woorden.',
    noteEn: 'Five components and seventeen principles, in our own words.',
    items: COSO,
  },
  {
    id: 'iso9001',
    version: '2015.1',
    name: 'ISO 9001:2015',
    nameEn: 'ISO 9001:2015',
    note: 'Alleen nummers en korte opschriften; de tekst van de norm staat hier niet.',
    noteEn: 'Clause numbers and short headings only; the text of the standard is not here.',
    items: ISO,
  },
]

/** What of the other frameworks goes with a theme of the guide. */
export type Crossing = {
  readonly theme: string
  readonly coso2013: readonly string[]
  readonly caf2020: readonly string[]
  readonly iso9001: readonly string[]
}

export const CROSSWALK: readonly Crossing[] = [
  {
    theme: 'T0',
    coso2013: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15', '16', '17'],
    caf2020: ['1.2'],
    iso9001: ['4.4', '9.3'],
  },
  {
    theme: 'T1',
    coso2013: ['6', '7', '8', '9', '12'],
    caf2020: ['1.1', '2.1', '2.2', '2.3', '5.1'],
    iso9001: ['4.4', '6.1', '6.2'],
  },
  {
    theme: 'T2',
    coso2013: ['13', '15'],
    caf2020: ['1.4', '2.1', '4.1', '4.2', '5.2'],
    iso9001: ['4.2', '8.2'],
  },
  {
    theme: 'T3',
    coso2013: ['16', '17'],
    caf2020: ['1.2', '2.3', '6.2', '9.1', '9.2'],
    iso9001: ['9.1', '9.2', '9.3', '10.2'],
  },
  { theme: 'T4', coso2013: ['10', '12'], caf2020: ['4.3'], iso9001: ['7.1', '8.1'] },
  { theme: 'T5', coso2013: ['2', '3'], caf2020: ['1.2'], iso9001: ['5.3'] },
  { theme: 'T6', coso2013: ['4', '5'], caf2020: ['3.1', '3.2', '3.3'], iso9001: ['7.1', '7.2', '7.3'] },
  { theme: 'T7', coso2013: ['1'], caf2020: ['1.1', '1.3'], iso9001: ['5.1', '7.3'] },
  { theme: 'T8', coso2013: ['13', '14', '15'], caf2020: ['4.4'], iso9001: ['7.4', '7.5'] },
  { theme: 'T9', coso2013: ['10'], caf2020: ['4.1', '4.6'], iso9001: ['7.1', '8.4'] },
  { theme: 'T10', coso2013: ['11'], caf2020: ['4.5'], iso9001: ['7.1'] },
]

/** The codes of a framework that go with a theme; `themeCode` as in "T4", or of one of its goals. */
export const crosswalk = (
  themeCode: string,
  framework: Exclude<FrameworkId, 'leidraad'>,
): readonly string[] => CROSSWALK.find(({ theme }) => theme === themeCode.split('.')[0])?.[framework] ?? []
