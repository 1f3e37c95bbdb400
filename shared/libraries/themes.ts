/**
 * The themes of the guide on organisation control (Leidraad Organisatiebeheersing) with goals in our own words. Theme
 * names and order follow the edition of 2018; codes and goals are ours.
 */
import type { Goal } from '../kinds/theme'

export type LibraryTheme = {
  readonly key: string
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly goals: readonly Goal[]
}

export const THEMES: readonly LibraryTheme[] = [
  {
    key: 'aanpak',
    code: 'T0',
    name: 'Aanpak van organisatiebeheersing',
    nameEn: 'Approach to organisation control',
    goals: [
      {
        code: 'T0.1',
        name: 'Er is een door de raden goedgekeurd kader dat model, werkwijze, rollen en ritme vastlegt.',
        nameEn: 'A framework approved by the councils fixes model, method, roles and rhythm.',
      },
      {
        code: 'T0.2',
        name: 'De organisatie evalueert zichzelf periodiek en onderbouwd over alle thema’s.',
        nameEn: 'The organisation assesses itself periodically and with evidence on all themes.',
      },
      {
        code: 'T0.3',
        name: 'Verbeteracties volgen uit de evaluatie, hebben een prioriteit, een trekker en een termijn.',
        nameEn: 'Improvement actions follow from the assessment and have priority, owner and deadline.',
      },
      {
        code: 'T0.4',
        name: 'De algemeen directeur rapporteert elk jaar vóór 30 juni helder aan de raden.',
        nameEn: 'The general director reports clearly to the councils each year by 30 June.',
      },
    ],
  },
  {
    key: 'doelstellingen',
    code: 'T1',
    name: 'Doelstellingen en procesmanagement',
    nameEn: 'Objectives and process management',
    goals: [
      {
        code: 'T1.1',
        name: 'Missie, visie en waarden zijn bepaald, gedragen en bekend.',
        nameEn: 'Mission, vision and values are defined, supported and known.',
      },
      {
        code: 'T1.2',
        name: 'Beleids- en dienstdoelstellingen zijn concreet, meetbaar en vertaald tot op dienstniveau.',
        nameEn: 'Policy and department objectives are concrete, measurable and cascaded.',
      },
      {
        code: 'T1.3',
        name: 'De belangrijkste processen zijn in kaart gebracht, beschreven en toegewezen.',
        nameEn: 'Key processes are mapped, described and owned.',
      },
      {
        code: 'T1.4',
        name: 'Risico’s die doelstellingen en processen bedreigen zijn gekend, gewogen en beheerst.',
        nameEn: 'Risks to objectives and processes are known, weighed and controlled.',
      },
    ],
  },
  {
    key: 'belanghebbenden',
    code: 'T2',
    name: 'Belanghebbendenmanagement',
    nameEn: 'Stakeholder management',
    goals: [
      {
        code: 'T2.1',
        name: 'Interne en externe belanghebbenden en hun verwachtingen zijn gekend.',
        nameEn: 'Internal and external stakeholders and their expectations are known.',
      },
      {
        code: 'T2.2',
        name: 'Participatie en inspraak zijn georganiseerd en leveren terugkoppeling op.',
        nameEn: 'Participation is organised and gives feedback.',
      },
      {
        code: 'T2.3',
        name: 'Klachten en meldingen worden tijdig, onafhankelijk en lerend behandeld.',
        nameEn: 'Complaints and reports are handled in time, independently and for learning.',
      },
      {
        code: 'T2.4',
        name: 'Samenwerking met partners en verzelfstandigde entiteiten wordt gestuurd en opgevolgd.',
        nameEn: 'Cooperation with partners and satellite bodies is steered and followed up.',
      },
    ],
  },
  {
    key: 'monitoring',
    code: 'T3',
    name: 'Monitoring',
    nameEn: 'Monitoring',
    goals: [
      {
        code: 'T3.1',
        name: 'Er is een systeem van indicatoren voor beleid, dienstverlening en bedrijfsvoering.',
        nameEn: 'An indicator system covers policy, service and operations.',
      },
      {
        code: 'T3.2',
        name: 'Gegevens zijn betrouwbaar, tijdig en vergelijkbaar.',
        nameEn: 'Data are reliable, timely and comparable.',
      },
      {
        code: 'T3.3',
        name: 'Resultaten worden besproken en leiden tot bijsturing.',
        nameEn: 'Results are discussed and lead to adjustment.',
      },
      {
        code: 'T3.4',
        name: 'Aanbevelingen van audits en inspecties worden opgevolgd tot ze gerealiseerd zijn.',
        nameEn: 'Audit and inspection recommendations are followed until realised.',
      },
    ],
  },
  {
    key: 'financieel',
    code: 'T4',
    name: 'Financieel management',
    nameEn: 'Financial management',
    goals: [
      {
        code: 'T4.1',
        name: 'Meerjarenplan, aanpassingen en jaarrekening zijn correct en tijdig.',
        nameEn: 'Multi-year plan, amendments and accounts are correct and on time.',
      },
      {
        code: 'T4.2',
        name: 'Verbintenissen worden vooraf op wettigheid en krediet gecontroleerd.',
        nameEn: 'Commitments are checked beforehand for legality and credit.',
      },
      {
        code: 'T4.3',
        name: 'Ontvangsten worden volledig en tijdig geïnd, betalingen correct en op tijd uitgevoerd.',
        nameEn: 'Revenue is collected fully and on time, payments are correct and punctual.',
      },
      {
        code: 'T4.4',
        name: 'Geldmiddelen en kassen zijn beveiligd met functiescheiding.',
        nameEn: 'Cash and bank accounts are protected by segregation of duties.',
      },
    ],
  },
  {
    key: 'structuur',
    code: 'T5',
    name: 'Organisatiestructuur',
    nameEn: 'Organisation structure',
    goals: [
      {
        code: 'T5.1',
        name: 'Het organogram past bij de doelstellingen en is duidelijk.',
        nameEn: 'The chart fits the objectives and is clear.',
      },
      {
        code: 'T5.2',
        name: 'Bevoegdheden en delegaties zijn vastgelegd, actueel en gekend.',
        nameEn: 'Powers and delegations are fixed, current and known.',
      },
      {
        code: 'T5.3',
        name: 'Managementteam en overleg werken doeltreffend.',
        nameEn: 'Management team and consultation work effectively.',
      },
      {
        code: 'T5.4',
        name: 'Projecten worden beheerst volgens een afgesproken aanpak.',
        nameEn: 'Projects are managed by an agreed method.',
      },
    ],
  },
  {
    key: 'personeel',
    code: 'T6',
    name: 'Personeelsbeleid',
    nameEn: 'Human resources policy',
    goals: [
      {
        code: 'T6.1',
        name: 'Personeelsplanning stemt aantal en competenties af op de taken.',
        nameEn: 'Staff planning matches numbers and skills to tasks.',
      },
      {
        code: 'T6.2',
        name: 'Werving en selectie zijn objectief en gedocumenteerd.',
        nameEn: 'Recruitment and selection are objective and documented.',
      },
      {
        code: 'T6.3',
        name: 'Onthaal, vorming en evaluatie ondersteunen de medewerkers.',
        nameEn: 'Onboarding, training and appraisal support staff.',
      },
      {
        code: 'T6.4',
        name: 'Welzijn en afwezigheid worden opgevolgd.',
        nameEn: 'Well-being and absence are followed.',
      },
      {
        code: 'T6.5',
        name: 'Lonen en toelagen worden juist en gecontroleerd uitbetaald.',
        nameEn: 'Pay and allowances are correct and checked.',
      },
    ],
  },
  {
    key: 'cultuur',
    code: 'T7',
    name: 'Organisatiecultuur',
    nameEn: 'Organisation culture',
    goals: [
      {
        code: 'T7.1',
        name: 'Een integriteitsbeleid met code, vorming en meldpunt is uitgewerkt en leeft.',
        nameEn: 'An integrity policy with code, training and reporting point exists and lives.',
      },
      {
        code: 'T7.2',
        name: 'Leidinggevenden geven het voorbeeld en delen de waarden.',
        nameEn: 'Managers set the example and share the values.',
      },
      {
        code: 'T7.3',
        name: 'Leren en verbeteren worden aangemoedigd.',
        nameEn: 'Learning and improving are encouraged.',
      },
    ],
  },
  {
    key: 'informatie',
    code: 'T8',
    name: 'Informatie en communicatie',
    nameEn: 'Information and communication',
    goals: [
      {
        code: 'T8.1',
        name: 'Medewerkers en mandatarissen krijgen tijdig de informatie die ze nodig hebben.',
        nameEn: 'Staff and elected members get the information they need in time.',
      },
      {
        code: 'T8.2',
        name: 'Documenten en dossiers worden geordend, bewaard en vernietigd volgens selectielijst.',
        nameEn: 'Documents and files are ordered, kept and destroyed by retention list.',
      },
      {
        code: 'T8.3',
        name: 'Persoonsgegevens worden rechtmatig verwerkt.',
        nameEn: 'Personal data are processed lawfully.',
      },
      {
        code: 'T8.4',
        name: 'Externe communicatie en bekendmaking zijn correct, tijdig en toegankelijk.',
        nameEn: 'External communication and publication are correct, timely and accessible.',
      },
    ],
  },
  {
    key: 'facilitair',
    code: 'T9',
    name: 'Facilitaire middelen, opdrachten en contracten',
    nameEn: 'Facilities, procurement and contracts',
    goals: [
      {
        code: 'T9.1',
        name: 'Overheidsopdrachten verlopen volgens de regels en leveren waarde.',
        nameEn: 'Public procurement follows the rules and yields value.',
      },
      {
        code: 'T9.2',
        name: 'Contracten zijn gekend en worden bewaakt.',
        nameEn: 'Contracts are known and watched.',
      },
      {
        code: 'T9.3',
        name: 'Gebouwen, voertuigen en materieel zijn geïnventariseerd, verzekerd en onderhouden.',
        nameEn: 'Buildings, vehicles and equipment are inventoried, insured and maintained.',
      },
      {
        code: 'T9.4',
        name: 'Sleutels, badges en toegang tot gebouwen zijn beheerst.',
        nameEn: 'Keys, badges and access are controlled.',
      },
    ],
  },
  {
    key: 'ict',
    code: 'T10',
    name: 'ICT',
    nameEn: 'ICT',
    goals: [
      {
        code: 'T10.1',
        name: 'ICT-beleid en middelen ondersteunen de doelstellingen.',
        nameEn: 'ICT policy and means support the objectives.',
      },
      {
        code: 'T10.2',
        name: 'Toegangsrechten zijn passend, actueel en gecontroleerd.',
        nameEn: 'Access rights are proper, current and checked.',
      },
      {
        code: 'T10.3',
        name: 'Informatie is beveiligd tegen verlies, lekken en aanvallen.',
        nameEn: 'Information is protected against loss, leaks and attack.',
      },
      {
        code: 'T10.4',
        name: 'Continuïteit van ICT is gepland en geoefend.',
        nameEn: 'ICT continuity is planned and exercised.',
      },
    ],
  },
]
