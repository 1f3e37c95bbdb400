/**
 * Deadlines that law sets, with the article as their reason. Every organisation can change each of them, and reads the
 * article itself: none of this is legal advice. DLB: the decree on local government.
 */

/** yearly: on that day, every year. days: so many calendar days after an event, or before it. said: in words only. */
export type DeadlineRule =
  | { readonly kind: 'yearly'; readonly month: number; readonly day: number }
  | { readonly kind: 'days'; readonly days: number; readonly from: DeadlineEvent }
  | { readonly kind: 'said'; readonly text: string; readonly textEn: string }

/** What the days are counted from. */
export const DEADLINE_EVENTS = [
  'council',
  'agenda',
  'session',
  'adoption',
  'publication',
  'report',
  'complaint',
  'breach',
  'request',
  'invoice',
  'application',
] as const
export type DeadlineEvent = (typeof DEADLINE_EVENTS)[number]

export type LegalDeadline = {
  readonly key: string
  readonly title: string
  readonly titleEn: string
  readonly rule: DeadlineRule
  /** The article. */
  readonly basis: string
  readonly basisEn: string
  /** Day and article were looked up; otherwise: check before leaning on it. */
  readonly sure: boolean
}

export const LEGAL_DEADLINES: readonly LegalDeadline[] = [
  {
    key: 'd01',
    title: 'Agenda gemeenteraad bezorgen aan raadsleden en bekendmaken',
    titleEn: 'Convene council and publish agenda',
    rule: { kind: 'days', days: -8, from: 'council' },
    basis: 'art. 20-22 DLB / huishoudelijk reglement',
    basisEn: 'art. 20-22 DLB / house rules',
    sure: false,
  },
  {
    key: 'd02',
    title: 'Bijkomend punt van een raadslid',
    titleEn: 'Extra item by a councillor',
    rule: { kind: 'days', days: -5, from: 'council' },
    basis: 'art. 21 DLB',
    basisEn: 'art. 21 DLB',
    sure: false,
  },
  {
    key: 'd03',
    title: 'Aangepaste agenda bekendmaken',
    titleEn: 'Publish amended agenda',
    rule: { kind: 'days', days: 1, from: 'agenda' },
    basis: 'huishoudelijk reglement / art. 22 DLB',
    basisEn: 'house rules / art. 22 DLB',
    sure: true,
  },
  {
    key: 'd04',
    title: 'Besluitenlijst bekendmaken en melden',
    titleEn: 'Publish and notify decision list',
    rule: { kind: 'days', days: 10, from: 'session' },
    basis: 'art. 285 en 287 DLB',
    basisEn: 'art. 285 and 287 DLB',
    sure: true,
  },
  {
    key: 'd05',
    title: 'Reglement of verordening bekendmaken',
    titleEn: 'Publish regulation',
    rule: { kind: 'days', days: 10, from: 'adoption' },
    basis: 'art. 286-287 DLB',
    basisEn: 'art. 286-287 DLB',
    sure: true,
  },
  {
    key: 'd06',
    title: 'Inwerkingtreding reglement',
    titleEn: 'Entry into force of a regulation',
    rule: { kind: 'days', days: 5, from: 'publication' },
    basis: 'art. 288 DLB',
    basisEn: 'art. 288 DLB',
    sure: true,
  },
  {
    key: 'd07',
    title: 'Aantekening in register van bekendmakingen',
    titleEn: 'Entry in publication register',
    rule: { kind: 'days', days: 0, from: 'publication' },
    basis: 'art. 288, tweede lid DLB; BVR 20 april 2018, gewijzigd 28 april 2023',
    basisEn: 'art. 288, second paragraph DLB; BVR 20 april 2018 as amended 28 april 2023',
    sure: true,
  },
  {
    key: 'd08',
    title: 'Klacht bij toezichthoudende overheid tegen raadsbesluit',
    titleEn: 'Complaint to supervisor against council decision',
    rule: { kind: 'days', days: 30, from: 'publication' },
    basis: 'art. 326-341 DLB',
    basisEn: 'art. 326-341 DLB',
    sure: true,
  },
  {
    key: 'd09',
    title: 'Notulen vorige zitting ter beschikking',
    titleEn: 'Previous minutes available',
    rule: { kind: 'days', days: -8, from: 'council' },
    basis: 'art. 32 DLB',
    basisEn: 'art. 32 DLB',
    sure: false,
  },
  {
    key: 'd10',
    title: 'Notulen bekendmaken en melden',
    titleEn: 'Publish and notify minutes',
    rule: {
      kind: 'said',
      text: 'na goedkeuring in de volgende zitting',
      textEn: 'after approval in the next session',
    },
    basis: 'art. 277-278, 285-287 DLB; praktijkhandboek',
    basisEn: 'art. 277-278, 285-287 DLB; practice handbook',
    sure: true,
  },
  {
    key: 'd11',
    title: 'Jaarrapport organisatiebeheersing',
    titleEn: 'Annual control report',
    rule: { kind: 'yearly', month: 6, day: 30 },
    basis: 'art. 217-220 (219) DLB',
    basisEn: 'art. 217-220 (219) DLB',
    sure: true,
  },
  {
    key: 'd12',
    title: 'Klachtenrapport aan de raad',
    titleEn: 'Complaints report to council',
    rule: { kind: 'yearly', month: 12, day: 31 },
    basis: 'art. 303 par. 3 DLB',
    basisEn: 'art. 303 par. 3 DLB',
    sure: true,
  },
  {
    key: 'd13',
    title: 'Jaarrekening vaststellen',
    titleEn: 'Adopt annual accounts',
    rule: { kind: 'yearly', month: 6, day: 29 },
    basis: 'DLB titel 4 (art. 260)',
    basisEn: 'DLB title 4 (art. 260)',
    sure: false,
  },
  {
    key: 'd14',
    title: 'Opvolgingsrapportering eerste semester',
    titleEn: 'Half-year follow-up report',
    rule: { kind: 'yearly', month: 9, day: 29 },
    basis: 'art. 263 DLB; art. 29 BVR 30 maart 2018',
    basisEn: 'art. 263 DLB; art. 29 BVR 30 maart 2018',
    sure: true,
  },
  {
    key: 'd15',
    title: 'Aanpassing meerjarenplan met kredieten volgend jaar',
    titleEn: 'Plan amendment with next year credits',
    rule: { kind: 'yearly', month: 12, day: 31 },
    basis: 'art. 257 DLB',
    basisEn: 'art. 257 DLB',
    sure: false,
  },
  {
    key: 'd16',
    title: 'Overdracht investeringskredieten',
    titleEn: 'Carry-over of investment credits',
    rule: { kind: 'yearly', month: 2, day: 28 },
    basis: 'lijst van niet-delegeerbare bevoegdheden van het college',
    basisEn: 'list of powers that the executive cannot delegate',
    sure: true,
  },
  {
    key: 'd17',
    title: 'Ontvangstbevestiging klokkenluidersmelding',
    titleEn: 'Acknowledge whistle-blower report',
    rule: { kind: 'days', days: 7, from: 'report' },
    basis: 'Bestuursdecreet, afdeling klokkenluiders (art. III.60 e.v.)',
    basisEn: 'Bestuursdecreet, section whistle-blowing (art. III.60 ff.)',
    sure: true,
  },
  {
    key: 'd18',
    title: 'Terugkoppeling klokkenluidersmelding',
    titleEn: 'Feedback to whistle-blower',
    rule: {
      kind: 'said',
      text: 'ongeveer 3 maanden na de ontvangstbevestiging',
      textEn: 'about 3 months after the acknowledgement',
    },
    basis: 'Europese richtlijn 2019/1937',
    basisEn: 'EU directive 2019/1937',
    sure: false,
  },
  {
    key: 'd19',
    title: 'Klacht behandelen',
    titleEn: 'Handle complaint',
    rule: { kind: 'days', days: 45, from: 'complaint' },
    basis: 'norm van het Bestuursdecreet; eigen reglement',
    basisEn: 'Bestuursdecreet norm; local regulation',
    sure: true,
  },
  {
    key: 'd20',
    title: 'Datalek melden',
    titleEn: 'Notify data breach',
    rule: { kind: 'days', days: 3, from: 'breach' },
    basis: 'AVG art. 33',
    basisEn: 'GDPR art. 33',
    sure: false,
  },
  {
    key: 'd21',
    title: 'Openbaarheid van bestuur: beslissing over aanvraag',
    titleEn: 'Access to documents: decision',
    rule: { kind: 'days', days: 20, from: 'request' },
    basis: 'Bestuursdecreet titel II; de algemeen directeur beslist',
    basisEn: 'Bestuursdecreet title II; decision by the general director',
    sure: false,
  },
  {
    key: 'd22',
    title: 'Betaling facturen',
    titleEn: 'Pay invoices',
    rule: { kind: 'days', days: 30, from: 'invoice' },
    basis: 'wet van 2 augustus 2002; overheidsopdrachtenregels',
    basisEn: 'Act of 2 August 2002; procurement rules',
    sure: false,
  },
  {
    key: 'd23',
    title: 'OCMW: beslissing over hulpaanvraag',
    titleEn: 'Social aid decision',
    rule: { kind: 'days', days: 30, from: 'application' },
    basis: 'OCMW-wetgeving',
    basisEn: 'social aid legislation',
    sure: false,
  },
  {
    key: 'd24',
    title: 'Bijeenroepen raad op verzoek',
    titleEn: 'Convene on request',
    rule: {
      kind: 'said',
      text: 'een derde van de leden, of een vijfde als er zes weken geen vergadering was; de zes weken lopen niet van 11 juli tot 15 augustus',
      textEn:
        'one third of the members, or one fifth if there was no meeting for six weeks; the six weeks do not run from 11 July to 15 August',
    },
    basis: 'art. 19 DLB',
    basisEn: 'art. 19 DLB',
    sure: false,
  },
]
