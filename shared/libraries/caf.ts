/**
 * The criteria and subcriteria of CAF 2020, the common assessment framework for public bodies: codes and names. How they
 * are scored is not here.
 */

export type CafSubcriterion = { readonly code: string; readonly name: string; readonly nameEn: string }
export type CafCriterion = CafSubcriterion & {
  /** What an organisation does, or what comes of it. */
  readonly kind: 'enabler' | 'result'
  readonly subcriteria: readonly CafSubcriterion[]
}

export const CAF_CRITERIA: readonly CafCriterion[] = [
  {
    code: '1',
    name: 'Leiderschap',
    nameEn: 'Leadership',
    kind: 'enabler',
    subcriteria: [
      {
        code: '1.1',
        name: 'Richting geven aan de organisatie door missie, visie en waarden te ontwikkelen',
        nameEn: 'Provide direction for the organisation by developing its mission, vision and values',
      },
      {
        code: '1.2',
        name: 'De organisatie, haar prestaties en haar voortdurende verbetering sturen',
        nameEn: 'Manage the organisation, its performance and its continuous improvement',
      },
      {
        code: '1.3',
        name: 'Medewerkers inspireren, motiveren en ondersteunen en een voorbeeldfunctie vervullen',
        nameEn: 'Inspire, motivate and support people in the organisation and act as a role model',
      },
      {
        code: '1.4',
        name: 'Doeltreffende relaties onderhouden met politieke overheden en andere belanghebbenden',
        nameEn: 'Manage effective relations with political authorities and other stakeholders',
      },
    ],
  },
  {
    code: '2',
    name: 'Strategie en planning',
    nameEn: 'Strategy and Planning',
    kind: 'enabler',
    subcriteria: [
      {
        code: '2.1',
        name: 'Noden en verwachtingen van belanghebbenden, de omgeving en relevante beheersinformatie in kaart brengen',
        nameEn:
          'Identify the needs and expectations of the stakeholders, the external environment and the relevant management information',
      },
      {
        code: '2.2',
        name: 'Strategieën en plannen ontwikkelen op basis van verzamelde informatie',
        nameEn: 'Develop strategies and plans based on gathered information',
      },
      {
        code: '2.3',
        name: 'Strategieën en plannen communiceren, uitvoeren en herzien',
        nameEn: 'Communicate, implement and review strategies and plans',
      },
      {
        code: '2.4',
        name: 'Verandering en innovatie beheren voor een wendbare en veerkrachtige organisatie',
        nameEn: 'Manage change and innovation to ensure the agility and resilience of the organisation',
      },
    ],
  },
  {
    code: '3',
    name: 'Medewerkers',
    nameEn: 'People',
    kind: 'enabler',
    subcriteria: [
      {
        code: '3.1',
        name: 'Het personeel beheren en verbeteren in lijn met de strategie',
        nameEn: 'Manage and improve human resources to support the strategy of the organisation',
      },
      {
        code: '3.2',
        name: 'Competenties van medewerkers ontwikkelen en beheren',
        nameEn: 'Develop and manage competencies of people',
      },
      {
        code: '3.3',
        name: 'Medewerkers betrekken, meer verantwoordelijkheid geven en hun welzijn ondersteunen',
        nameEn: 'Involve and empower the people and support their well-being',
      },
    ],
  },
  {
    code: '4',
    name: 'Partnerschappen en middelen',
    nameEn: 'Partnerships and Resources',
    kind: 'enabler',
    subcriteria: [
      {
        code: '4.1',
        name: 'Partnerschappen met relevante organisaties ontwikkelen en beheren',
        nameEn: 'Develop and manage partnerships with relevant organisations',
      },
      {
        code: '4.2',
        name: 'Samenwerken met burgers en middenveldorganisaties',
        nameEn: 'Collaborate with citizens and civil society organisations',
      },
      { code: '4.3', name: 'Financiën beheren', nameEn: 'Manage finances' },
      { code: '4.4', name: 'Informatie en kennis beheren', nameEn: 'Manage information and knowledge' },
      { code: '4.5', name: 'Technologie beheren', nameEn: 'Manage technology' },
      { code: '4.6', name: 'Faciliteiten beheren', nameEn: 'Manage facilities' },
    ],
  },
  {
    code: '5',
    name: 'Processen',
    nameEn: 'Processes',
    kind: 'enabler',
    subcriteria: [
      {
        code: '5.1',
        name: 'Processen ontwerpen en beheren om de waarde voor burgers en klanten te verhogen',
        nameEn: 'Design and manage processes to increase value for citizens and customers',
      },
      {
        code: '5.2',
        name: 'Producten en diensten leveren aan klanten, burgers, belanghebbenden en samenleving',
        nameEn: 'Deliver products and services for customers, citizens, stakeholders and society',
      },
      {
        code: '5.3',
        name: 'Processen afstemmen binnen de organisatie en met andere relevante organisaties',
        nameEn: 'Coordinate processes across the organisation and with other relevant organisations',
      },
    ],
  },
  {
    code: '6',
    name: 'Resultaten bij de burgers/klanten',
    nameEn: 'Citizen/Customer-oriented Results',
    kind: 'result',
    subcriteria: [
      { code: '6.1', name: 'Belevingsmetingen', nameEn: 'Perception measurements' },
      { code: '6.2', name: 'Prestatiemetingen', nameEn: 'Performance measurements' },
    ],
  },
  {
    code: '7',
    name: 'Resultaten bij de medewerkers',
    nameEn: 'People Results',
    kind: 'result',
    subcriteria: [
      { code: '7.1', name: 'Belevingsmetingen', nameEn: 'Perception measurements' },
      { code: '7.2', name: 'Prestatiemetingen', nameEn: 'Performance measurements' },
    ],
  },
  {
    code: '8',
    name: 'Resultaten op het gebied van de maatschappelijke verantwoordelijkheid',
    nameEn: 'Social Responsibility Results',
    kind: 'result',
    subcriteria: [
      { code: '8.1', name: 'Belevingsmetingen', nameEn: 'Perception measurements' },
      { code: '8.2', name: 'Prestatiemetingen', nameEn: 'Performance measurements' },
    ],
  },
  {
    code: '9',
    name: 'Resultaten op het gebied van de sleutelactiviteiten',
    nameEn: 'Key Performance Results',
    kind: 'result',
    subcriteria: [
      {
        code: '9.1',
        name: 'Externe resultaten: output en maatschappelijke waarde',
        nameEn: 'External results: output and public value',
      },
      {
        code: '9.2',
        name: 'Interne resultaten: niveau van efficiëntie',
        nameEn: 'Internal results: level of efficiency',
      },
    ],
  },
]

/** The subcriterion of a code: "9.2"; `undefined` when there is none. */
export const cafSubcriterion = (code: string): CafSubcriterion | undefined =>
  CAF_CRITERIA.flatMap(({ subcriteria }) => subcriteria).find((each) => each.code === code)
