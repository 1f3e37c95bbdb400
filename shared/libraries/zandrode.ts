/**
 * Zandrode, the municipality of the demo: departments, people with their rights, themes and controls, as statements of
 * its room `org`. Everything and everyone in it is fictional.
 */
import { addControl, addTheme } from '../commands/controls'
import { addDepartment } from '../commands/departments'
import { addMember } from '../commands/members'
import { nameOrganisation } from '../commands/organisation'
import type { Author, Seen } from '../commands/say'
import type { Day } from '../days'
import type { Grant, Role } from '../kinds/member'
import type { Statement } from '../statement'
import { CONTROLS, type LibraryControl, OWNERS, type Owner } from './controls'
import { THEMES } from './themes'

export const ZANDRODE = { id: 'zandrode', name: 'Gemeente Zandrode' } as const

export const DEPARTMENTS = [
  { key: 'sec', name: 'Secretariaat en bestuurszaken', nameEn: 'Secretariat', cluster: 'Organisatie' },
  {
    key: 'org',
    name: 'Organisatie en kwaliteit',
    nameEn: 'Organisation and quality',
    cluster: 'Organisatie',
  },
  {
    key: 'com',
    name: 'Communicatie en participatie',
    nameEn: 'Communication and participation',
    cluster: 'Organisatie',
  },
  {
    key: 'hr',
    name: 'Personeel en preventie',
    nameEn: 'Human resources and prevention',
    cluster: 'Organisatie',
  },
  { key: 'ict', name: 'ICT en informatiebeheer', nameEn: 'ICT and information', cluster: 'Organisatie' },
  { key: 'fin', name: 'Financiën en beleidsrapportering', nameEn: 'Finance', cluster: 'Financiën' },
  { key: 'bel', name: 'Belastingen en debiteuren', nameEn: 'Taxes and receivables', cluster: 'Financiën' },
  { key: 'aan', name: 'Aankoop en juridische zaken', nameEn: 'Procurement and legal', cluster: 'Financiën' },
  { key: 'bur', name: 'Burgerzaken en onthaal', nameEn: 'Civil affairs and reception', cluster: 'Burger' },
  {
    key: 'kla',
    name: 'Klachtenbehandeling en meldingen',
    nameEn: 'Complaints and reports',
    cluster: 'Burger',
  },
  { key: 'omg', name: 'Omgeving en wonen', nameEn: 'Environment and housing', cluster: 'Ruimte' },
  { key: 'mob', name: 'Mobiliteit', nameEn: 'Mobility', cluster: 'Ruimte' },
  { key: 'tec', name: 'Technische uitvoering (wegen, groen)', nameEn: 'Works and green', cluster: 'Ruimte' },
  { key: 'geb', name: 'Gebouwen en facilitair', nameEn: 'Buildings and facilities', cluster: 'Ruimte' },
  {
    key: 'cul',
    name: 'Cultuur, erfgoed en bibliotheek',
    nameEn: 'Culture, heritage, library',
    cluster: 'Mens en vrije tijd',
  },
  { key: 'jsp', name: 'Jeugd en sport', nameEn: 'Youth and sports', cluster: 'Mens en vrije tijd' },
  {
    key: 'ond',
    name: 'Onderwijs en kinderopvang',
    nameEn: 'Education and childcare',
    cluster: 'Mens en vrije tijd',
  },
  {
    key: 'eco',
    name: 'Lokale economie en evenementen',
    nameEn: 'Local economy and events',
    cluster: 'Mens en vrije tijd',
  },
  { key: 'soc', name: 'Sociale dienst', nameEn: 'Social service', cluster: 'Welzijn' },
  {
    key: 'oud',
    name: 'Thuiszorg en lokaal dienstencentrum',
    nameEn: 'Home care and service centre',
    cluster: 'Welzijn',
  },
  {
    key: 'noo',
    name: 'Noodplanning en integrale veiligheid',
    nameEn: 'Emergency planning and safety',
    cluster: 'Organisatie',
  },
  { key: 'dpo', name: 'Informatieveiligheid (DPO)', nameEn: 'Information security', cluster: 'Organisatie' },
] as const

export type Person = {
  readonly key: string
  readonly name: string
  readonly title: string
  /** Role -> the departments in which it holds; none for a role of the whole organisation. */
  readonly roles: Partial<Record<Role, readonly string[]>>
}

export const PEOPLE: readonly Person[] = [
  { key: 'p01', name: 'An Verlinden', title: 'Algemeen directeur', roles: { director: [] } },
  {
    key: 'p02',
    name: 'Bart Claessens',
    title: 'Financieel directeur',
    roles: { team: [], manager: ['fin', 'bel', 'aan'] },
  },
  {
    key: 'p03',
    name: 'Chaima El Idrissi',
    title: 'Kwaliteitscoördinator',
    roles: { coordinator: [], manager: ['org'] },
  },
  {
    key: 'p04',
    name: 'Dries Moortgat',
    title: 'Diensthoofd technische uitvoering',
    roles: { manager: ['tec'] },
  },
  { key: 'p05', name: 'Els Goossens', title: 'Diensthoofd burgerzaken', roles: { manager: ['bur'] } },
  { key: 'p06', name: 'Filip Wauters', title: 'ICT-verantwoordelijke', roles: { manager: ['ict'] } },
  {
    key: 'p07',
    name: 'Greet Pauwels',
    title: 'Hoofd personeel, clustermanager Organisatie',
    roles: { team: [], manager: ['hr'] },
  },
  {
    key: 'p08',
    name: 'Hilde Stroobants',
    title: 'Secretariaatsverantwoordelijke',
    roles: { manager: ['sec'] },
  },
  {
    key: 'p09',
    name: 'Ilyas Yilmaz',
    title: 'Klachtencoördinator',
    roles: { complaints: [], manager: ['kla'] },
  },
  { key: 'p10', name: 'Jana De Backer', title: 'Communicatieverantwoordelijke', roles: { manager: ['com'] } },
  {
    key: 'p11',
    name: 'Koen Lambrechts',
    title: 'Omgevingsambtenaar, clustermanager Ruimte',
    roles: { team: [], manager: ['omg'] },
  },
  {
    key: 'p12',
    name: 'Lotte Smeets',
    title: 'Hoofd sociale dienst, clustermanager Welzijn',
    roles: { team: [], manager: ['soc'] },
  },
  { key: 'p13', name: 'Mieke Aerts', title: 'Functionaris gegevensbescherming', roles: { manager: ['dpo'] } },
  { key: 'p14', name: 'Nils Verhoeven', title: 'Hoofd gebouwen', roles: { manager: ['geb'] } },
  { key: 'p15', name: 'Olga Peeters', title: 'Archivaris', roles: { contributor: ['ict'] } },
  { key: 'p16', name: 'Pieter Nys', title: 'Aankoper', roles: { contributor: ['aan'] } },
  { key: 'p17', name: 'Rik Vandamme', title: 'Mobiliteitsambtenaar', roles: { manager: ['mob'] } },
  {
    key: 'p18',
    name: 'Saskia Mertens',
    title: 'Diensthoofd cultuur, clustermanager Mens en vrije tijd',
    roles: { team: [], manager: ['cul'] },
  },
  { key: 'p19', name: 'Tom Hermans', title: 'Diensthoofd jeugd en sport', roles: { manager: ['jsp'] } },
  {
    key: 'p20',
    name: 'Veerle Jacobs',
    title: 'Coördinator onderwijs en kinderopvang',
    roles: { manager: ['ond'] },
  },
  { key: 'p21', name: 'Wim De Smedt', title: 'Ambtenaar lokale economie', roles: { manager: ['eco'] } },
  {
    key: 'p22',
    name: 'Yasmina Benali',
    title: 'Centrumleider lokaal dienstencentrum',
    roles: { manager: ['oud'] },
  },
  { key: 'p23', name: 'Zeno Baert', title: 'Noodplanningscoördinator', roles: { manager: ['noo'] } },
  { key: 'p24', name: 'Sofie Dewaele', title: 'Medewerker burgerzaken', roles: { contributor: ['bur'] } },
  { key: 'p25', name: 'Jonas Michiels', title: 'Ploegleider groen', roles: { contributor: ['tec'] } },
  { key: 'p26', name: 'Katrien Segers', title: 'Extern auditor', roles: { auditor: [] } },
]

/** Who answers for a control by function, where that is one person and not the head of the department. */
const PERFORMERS: Partial<Record<Owner, readonly string[]>> = {
  AD: ['p01'],
  MT: ['p01'],
  FD: ['p02'],
  KC: ['p03'],
  ARCH: ['p15'],
  AANK: ['p16'],
}

/** Where Zandrode leaves the library: every department with much post follows it up; the director watches publication. */
const OWN: Readonly<Record<string, { departments?: readonly string[]; performers?: readonly string[] }>> = {
  c050: { performers: ['p08', 'p01'] },
  c052: { departments: ['sec', 'bur', 'tec', 'omg', 'soc'] },
}

/** The roles for which the demo hands out a code, and who has them. */
export const DEMO_PEOPLE: readonly { role: Role; member: string; departments: readonly string[] }[] = [
  { role: 'director', member: 'p01', departments: [] },
  { role: 'coordinator', member: 'p03', departments: ['org'] },
  { role: 'manager', member: 'p05', departments: ['bur'] },
  { role: 'manager', member: 'p04', departments: ['tec'] },
  { role: 'contributor', member: 'p24', departments: ['bur'] },
  { role: 'auditor', member: 'p26', departments: [] },
]

/** What Zandrode's room `org` is founded with. The director comes first, since she says the rest. */
export const zandrode = (
  seen: Seen,
  { since, auditUntil }: { readonly since: Day; readonly auditUntil: Day },
  author: Author,
): Statement[] => [
  ...nameOrganisation(seen, ZANDRODE.name, author),
  ...PEOPLE.flatMap(({ key, name, title, roles }) =>
    addMember(seen, key, { name, title, roles: grantsOf(roles, auditUntil) }, author),
  ),
  ...DEPARTMENTS.flatMap(({ key, ...fields }, index) =>
    addDepartment(seen, key, { ...fields, place: place(index) }, author),
  ),
  ...THEMES.flatMap(({ key, ...fields }, index) =>
    addTheme(seen, key, { ...fields, place: place(index) }, author),
  ),
  ...CONTROLS.flatMap((each) => addControl(seen, each.key, controlOf(each, since), author)),
]

/** A control of the library as Zandrode uses it. */
export const controlOf = (
  { key, owner, departments, ...fields }: LibraryControl,
  since: Day,
): Omit<LibraryControl, 'key' | 'owner' | 'departments'> & {
  departments: readonly string[]
  performers: readonly string[]
  ownerRole: string
  since: Day
} => ({
  ...fields,
  departments:
    OWN[key]?.departments ?? (departments === 'all' ? DEPARTMENTS.map((each) => each.key) : departments),
  performers: OWN[key]?.performers ?? PERFORMERS[owner] ?? [],
  ownerRole: OWNERS[owner],
  since,
})

const grantsOf = (roles: Person['roles'], auditUntil: Day): Grant[] =>
  (Object.keys(roles) as Role[]).map((role) => ({
    role,
    departments: roles[role] ?? [],
    until: role === 'auditor' ? auditUntil : undefined,
  }))

// Two digits sort as they count, and leave room between.
const place = (index: number): string => String(index + 1).padStart(2, '0')
