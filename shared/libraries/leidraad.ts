/**
 * What goes with the goals of the guide: to each a risk and measures that fit, in our own words, and the levels on which
 * maturity is scored.
 */

export type Named = { readonly name: string; readonly nameEn: string }
export type GoalNote = { readonly risk: string; readonly riskEn: string; readonly measures: readonly Named[] }

/** By code of the goal. */
export const GOAL_NOTES: Readonly<Record<string, GoalNote>> = {
  'T0.1': {
    risk: 'Organisatiebeheersing hangt af van enkele personen en valt stil bij vertrek.',
    riskEn: 'Control depends on a few people and stops when they leave.',
    measures: [
      {
        name: 'Kader organisatiebeheersing laten goedkeuren door gemeenteraad en OCMW-raad',
        nameEn: 'Have the control framework approved by both councils',
      },
      { name: 'Kader per bestuursperiode herzien', nameEn: 'Review the framework every term of office' },
    ],
  },
  'T0.2': {
    risk: 'De evaluatie is een momentopname zonder bewijs en leidt tot te gunstige scores.',
    riskEn: 'The assessment lacks evidence and yields flattering scores.',
    measures: [
      {
        name: 'Zelfevaluatie om de drie jaar met werkgroep per thema',
        nameEn: 'Self-assessment every three years with a working group per theme',
      },
      {
        name: 'Per score minstens één bewijsstuk en een tegenlezer',
        nameEn: 'At least one piece of evidence and a second reader per score',
      },
    ],
  },
  'T0.3': {
    risk: 'Er zijn veel actiepunten maar ze worden niet uitgevoerd.',
    riskEn: 'Many actions are listed but not carried out.',
    measures: [
      {
        name: 'Actieplan koppelen aan het meerjarenplan of de jaarplanning',
        nameEn: 'Link the action plan to the multi-year plan or annual plan',
      },
      {
        name: 'Voortgang elk kwartaal op het managementteam',
        nameEn: 'Progress on the management team every quarter',
      },
    ],
  },
  'T0.4': {
    risk: 'De raad kan zijn toezichtsrol niet opnemen.',
    riskEn: 'The council cannot exercise oversight.',
    measures: [
      { name: 'Vast sjabloon voor het jaarrapport', nameEn: 'Fixed template for the annual report' },
      {
        name: 'Stand van zaken van auditaanbevelingen opnemen',
        nameEn: 'Include the status of audit recommendations',
      },
    ],
  },
  'T1.1': {
    risk: 'Diensten werken in uiteenlopende richtingen.',
    riskEn: 'Departments pull in different directions.',
    measures: [
      {
        name: 'Missie en visie toetsen bij elk nieuw meerjarenplan',
        nameEn: 'Review mission and vision with every new multi-year plan',
      },
      {
        name: 'Waarden opnemen in onthaal en evaluatie',
        nameEn: 'Use the values in onboarding and appraisal',
      },
    ],
  },
  'T1.2': {
    risk: 'De raad beslist over doelstellingen waarvan het effect niet aantoonbaar is.',
    riskEn: 'Objectives are adopted whose effect cannot be shown.',
    measures: [
      {
        name: 'Elke actie heeft indicator, streefwaarde, trekker en einddatum',
        nameEn: 'Each action has indicator, target, owner and end date',
      },
      { name: 'Jaarlijks doelstellingengesprek per dienst', nameEn: 'Yearly objectives talk per department' },
    ],
  },
  'T1.3': {
    risk: 'Kennis zit bij één medewerker; uitval legt de dienst stil.',
    riskEn: 'Knowledge sits with one employee; absence halts the service.',
    measures: [
      {
        name: 'Procesregister met eigenaar en herzieningsdatum',
        nameEn: 'Process register with owner and review date',
      },
      {
        name: 'Kritieke processen uitschrijven met back-up',
        nameEn: 'Document critical processes with a stand-in',
      },
    ],
  },
  'T1.4': {
    risk: 'Onverwachte gebeurtenissen veroorzaken schade die te voorzien was.',
    riskEn: 'Foreseeable events cause damage.',
    measures: [
      {
        name: 'Risicoregister met kans, impact en maatregel',
        nameEn: 'Risk register with likelihood, impact and measure',
      },
      {
        name: 'Halfjaarlijkse herweging door het managementteam',
        nameEn: 'Half-yearly re-rating by the management team',
      },
    ],
  },
  'T2.1': {
    risk: 'Beleid sluit niet aan bij de noden van inwoners.',
    riskEn: 'Policy misses the needs of residents.',
    measures: [
      { name: 'Stakeholderkaart per beleidsdomein', nameEn: 'Stakeholder map per policy field' },
      { name: 'Resultaten burgerbevraging bespreken', nameEn: 'Discuss citizen survey results' },
    ],
  },
  'T2.2': {
    risk: 'Deelnemers haken af omdat ze niets terughoren.',
    riskEn: 'Participants drop out because nothing comes back.',
    measures: [
      {
        name: 'Participatiereglement met verplichte terugkoppeling',
        nameEn: 'Participation regulation with mandatory feedback',
      },
      { name: 'Register van inspraakmomenten', nameEn: 'Register of participation events' },
    ],
  },
  'T2.3': {
    risk: 'Dezelfde fout keert terug; reputatieschade.',
    riskEn: 'The same error recurs; reputational damage.',
    measures: [
      {
        name: 'Centraal klachtenregister met termijnbewaking',
        nameEn: 'Central complaints register with deadline control',
      },
      { name: 'Halfjaarlijkse oorzakenanalyse', nameEn: 'Half-yearly cause analysis' },
    ],
  },
  'T2.4': {
    risk: 'De gemeente draagt risico’s van entiteiten die ze niet volgt.',
    riskEn: 'The municipality bears risks of bodies it does not follow.',
    measures: [
      {
        name: 'Overzicht van vertegenwoordigingen en rapporteringsplicht',
        nameEn: 'List of representations and reporting duty',
      },
      {
        name: 'Jaarlijkse evaluatie van samenwerkingsovereenkomsten',
        nameEn: 'Yearly review of cooperation agreements',
      },
    ],
  },
  'T3.1': {
    risk: 'Bijsturing gebeurt op buikgevoel of te laat.',
    riskEn: 'Adjustment is by gut feeling or too late.',
    measures: [
      {
        name: 'Indicatorenfiche met definitie, bron, eigenaar',
        nameEn: 'Indicator sheet with definition, source, owner',
      },
      {
        name: 'Boordtabel per dienst en voor het managementteam',
        nameEn: 'Dashboard per department and for the management team',
      },
    ],
  },
  'T3.2': {
    risk: 'Verkeerde cijfers leiden tot verkeerde besluiten.',
    riskEn: 'Wrong figures lead to wrong decisions.',
    measures: [
      { name: 'Vier-ogencontrole op kerncijfers', nameEn: 'Four-eyes check on key figures' },
      { name: 'Meetmoment en bron vastleggen', nameEn: 'Record time and source of measurement' },
    ],
  },
  'T3.3': {
    risk: 'Rapporten worden gemaakt maar niet gebruikt.',
    riskEn: 'Reports are made but not used.',
    measures: [
      {
        name: 'Vast agendapunt opvolging op het managementteam',
        nameEn: 'Standing follow-up item on the management team',
      },
      { name: 'Besluit en actie per afwijking noteren', nameEn: 'Record decision and action per deviation' },
    ],
  },
  'T3.4': {
    risk: 'Gekende zwaktes blijven bestaan.',
    riskEn: 'Known weaknesses persist.',
    measures: [
      { name: 'Register van aanbevelingen met status', nameEn: 'Recommendation register with status' },
      { name: 'Halfjaarlijkse stand van zaken aan college', nameEn: 'Half-yearly status to the executive' },
    ],
  },
  'T4.1': {
    risk: 'Laattijdige of onjuiste beleidsrapporten; toezichtsmaatregelen.',
    riskEn: 'Late or wrong policy reports; supervisory measures.',
    measures: [
      { name: 'Planningskalender beleidsrapporten', nameEn: 'Planning calendar for policy reports' },
      { name: 'Afsluitchecklist boekjaar', nameEn: 'Year-end closing checklist' },
    ],
  },
  'T4.2': {
    risk: 'Uitgaven zonder krediet of in strijd met regels.',
    riskEn: 'Spending without credit or against rules.',
    measures: [
      { name: 'Visumplicht en drempels vastleggen', nameEn: 'Fix visa duty and thresholds' },
      { name: 'Maandelijkse lijst van visumweigeringen', nameEn: 'Monthly list of refused visas' },
    ],
  },
  'T4.3': {
    risk: 'Verlies van ontvangsten, nalatigheidsintresten.',
    riskEn: 'Lost revenue, late-payment interest.',
    measures: [
      { name: 'Maandelijkse openstaande-postenlijst', nameEn: 'Monthly list of open items' },
      { name: 'Factuurstroom met termijnbewaking', nameEn: 'Invoice flow with deadline control' },
    ],
  },
  'T4.4': {
    risk: 'Fraude of verlies van geld.',
    riskEn: 'Fraud or loss of money.',
    measures: [
      { name: 'Dubbele handtekening op betalingen', nameEn: 'Dual signature on payments' },
      { name: 'Onverwachte kascontroles', nameEn: 'Unannounced cash counts' },
    ],
  },
  'T5.1': {
    risk: 'Taken vallen tussen twee stoelen.',
    riskEn: 'Tasks fall between two stools.',
    measures: [
      { name: 'Organogram jaarlijks actualiseren', nameEn: 'Update the chart yearly' },
      { name: 'Functiebeschrijving voor elke functie', nameEn: 'Job description for every post' },
    ],
  },
  'T5.2': {
    risk: 'Onbevoegd genomen beslissingen.',
    riskEn: 'Decisions taken without authority.',
    measures: [
      {
        name: 'Delegatieregister (besluit, bereik, herroeping)',
        nameEn: 'Delegation register (decision, scope, revocation)',
      },
      { name: 'Controle bij elk nieuw reglement', nameEn: 'Check with every new regulation' },
    ],
  },
  'T5.3': {
    risk: 'Beslissingen worden niet genomen of niet doorgegeven.',
    riskEn: 'Decisions are not taken or not passed on.',
    measures: [
      {
        name: 'Agenda, verslag en actielijst volgens vast format',
        nameEn: 'Agenda, minutes and action list in a fixed format',
      },
      {
        name: 'Jaarlijkse zelfevaluatie van het managementteam',
        nameEn: 'Yearly self-review of the management team',
      },
    ],
  },
  'T5.4': {
    risk: 'Projecten lopen uit in tijd en kost.',
    riskEn: 'Projects overrun in time and cost.',
    measures: [
      {
        name: 'Projectfiche met doel, budget, risico, mijlpaal',
        nameEn: 'Project sheet with goal, budget, risk, milestone',
      },
      { name: 'Stuurgroep per groot project', nameEn: 'Steering group per large project' },
    ],
  },
  'T6.1': {
    risk: 'Onderbezetting of verkeerde profielen.',
    riskEn: 'Understaffing or wrong profiles.',
    measures: [
      { name: 'Jaarlijkse personeelsbehoefte per dienst', nameEn: 'Yearly staffing need per department' },
      { name: 'Risicoanalyse kritieke functies', nameEn: 'Risk analysis of critical posts' },
    ],
  },
  'T6.2': {
    risk: 'Nietige aanstelling, betwisting.',
    riskEn: 'Void appointment, dispute.',
    measures: [
      { name: 'Selectiereglement en modelverslag', nameEn: 'Selection rules and model report' },
      { name: 'Deontologische verklaring juryleden', nameEn: 'Ethics statement of jury members' },
    ],
  },
  'T6.3': {
    risk: 'Verlies van kennis en motivatie.',
    riskEn: 'Loss of knowledge and motivation.',
    measures: [
      { name: 'Onthaaltraject met checklist', nameEn: 'Onboarding track with checklist' },
      { name: 'Jaarlijks gesprek voor elke medewerker', nameEn: 'Yearly talk for every employee' },
    ],
  },
  'T6.4': {
    risk: 'Stijgend verzuim, psychosociale risico’s.',
    riskEn: 'Rising absence, psychosocial risks.',
    measures: [
      { name: 'Verzuimrapport per kwartaal', nameEn: 'Absence report per quarter' },
      {
        name: 'Jaaractieplan preventie en globaal preventieplan',
        nameEn: 'Yearly action plan and global prevention plan',
      },
    ],
  },
  'T6.5': {
    risk: 'Foutieve of onrechtmatige betaling.',
    riskEn: 'Wrong or unlawful payment.',
    measures: [
      { name: 'Vier-ogencontrole op loonmutaties', nameEn: 'Four-eyes check on payroll changes' },
      { name: 'Jaarlijkse steekproef op toelagen', nameEn: 'Yearly sample of allowances' },
    ],
  },
  'T7.1': {
    risk: 'Belangenvermenging of fraude blijft onbesproken.',
    riskEn: 'Conflict of interest or fraud stays undiscussed.',
    measures: [
      {
        name: 'Deontologische code en jaarlijkse dilemmatraining',
        nameEn: 'Code of conduct and yearly dilemma training',
      },
      {
        name: 'Intern meldkanaal met register en termijnen',
        nameEn: 'Internal reporting channel with register and deadlines',
      },
    ],
  },
  'T7.2': {
    risk: 'Regels gelden enkel op papier.',
    riskEn: 'Rules exist only on paper.',
    measures: [
      { name: 'Leiderschapsprofiel', nameEn: 'Leadership profile' },
      { name: '360-graden terugkoppeling', nameEn: '360-degree feedback' },
    ],
  },
  'T7.3': {
    risk: 'Fouten worden verborgen.',
    riskEn: 'Errors are hidden.',
    measures: [
      {
        name: 'Ideeën- en foutenregister zonder sancties',
        nameEn: 'Idea and error register without sanctions',
      },
      { name: 'Verbeterborden per dienst', nameEn: 'Improvement boards per department' },
    ],
  },
  'T8.1': {
    risk: 'Verkeerde uitvoering van beslissingen.',
    riskEn: 'Decisions are wrongly executed.',
    measures: [
      {
        name: 'Doorstroming van beslissingen naar diensten binnen drie werkdagen',
        nameEn: 'Decisions to departments within three working days',
      },
      { name: 'Intranet met eigenaar per rubriek', nameEn: 'Intranet with an owner per section' },
    ],
  },
  'T8.2': {
    risk: 'Onvindbare of onrechtmatig bewaarde informatie.',
    riskEn: 'Information cannot be found or is kept unlawfully.',
    measures: [
      { name: 'Ordeningsplan en bewaartermijnen', nameEn: 'Filing plan and retention terms' },
      { name: 'Jaarlijkse vernietigingslijst', nameEn: 'Yearly destruction list' },
    ],
  },
  'T8.3': {
    risk: 'Inbreuk op de privacy, sanctie.',
    riskEn: 'Privacy breach, sanction.',
    measures: [
      { name: 'Register van verwerkingsactiviteiten', nameEn: 'Record of processing activities' },
      { name: 'Datalekprocedure met 72 uurtermijn', nameEn: 'Breach procedure with 72-hour deadline' },
    ],
  },
  'T8.4': {
    risk: 'Reglement treedt niet in werking; toezichtstermijn start niet.',
    riskEn: 'Regulation does not enter into force; supervision term does not start.',
    measures: [
      { name: 'Bekendmakingskalender met dagteller', nameEn: 'Publication calendar with day counter' },
      { name: 'Register van bekendmakingen', nameEn: 'Register of publications' },
    ],
  },
  'T9.1': {
    risk: 'Schorsing, schadevergoeding, belangenconflict.',
    riskEn: 'Suspension, damages, conflict of interest.',
    measures: [
      {
        name: 'Aankoopbeleid met drempels en modeldocumenten',
        nameEn: 'Purchasing policy with thresholds and model documents',
      },
      { name: 'Vier-ogencontrole op gunningsverslag', nameEn: 'Four-eyes check on award report' },
    ],
  },
  'T9.2': {
    risk: 'Stilzwijgende verlenging, dubbele contracten.',
    riskEn: 'Silent renewal, duplicate contracts.',
    measures: [
      { name: 'Contractenregister met opzegdatum', nameEn: 'Contract register with notice date' },
      { name: 'Jaarlijkse leveranciersbeoordeling', nameEn: 'Yearly supplier rating' },
    ],
  },
  'T9.3': {
    risk: 'Diefstal, onveilige toestand.',
    riskEn: 'Theft, unsafe condition.',
    measures: [
      { name: 'Inventaris met jaarlijkse telling', nameEn: 'Inventory with yearly count' },
      { name: 'Keuringskalender', nameEn: 'Inspection calendar' },
    ],
  },
  'T9.4': {
    risk: 'Onbevoegde toegang.',
    riskEn: 'Unauthorised access.',
    measures: [
      { name: 'Sleutel- en badgeregister', nameEn: 'Key and badge register' },
      { name: 'Intrekking bij uitdiensttreding', nameEn: 'Withdrawal on leaving' },
    ],
  },
  'T10.1': {
    risk: 'Versnipperde, dure toepassingen.',
    riskEn: 'Scattered, costly applications.',
    measures: [
      { name: 'ICT-meerjarenplan', nameEn: 'ICT multi-year plan' },
      { name: 'Applicatieregister met eigenaar', nameEn: 'Application register with owner' },
    ],
  },
  'T10.2': {
    risk: 'Onbevoegde inzage of wijziging.',
    riskEn: 'Unauthorised access or change.',
    measures: [
      {
        name: 'Halfjaarlijkse controle van rechten door diensthoofden',
        nameEn: 'Half-yearly rights check by heads',
      },
      { name: 'Meerfactorauthenticatie', nameEn: 'Multi-factor authentication' },
    ],
  },
  'T10.3': {
    risk: 'Gijzelsoftware legt de werking stil.',
    riskEn: 'Ransomware halts operations.',
    measures: [
      { name: 'Driemaandelijkse hersteltest van back-ups', nameEn: 'Quarterly restore test of back-ups' },
      { name: 'Phishingtest en bewustmaking', nameEn: 'Phishing test and awareness' },
    ],
  },
  'T10.4': {
    risk: 'Langdurige uitval van dienstverlening.',
    riskEn: 'Long outage of service.',
    measures: [
      { name: 'Bedrijfscontinuïteitsplan met oefening', nameEn: 'Continuity plan with exercise' },
      { name: 'Verwerkersovereenkomst en uitstapclausule', nameEn: 'Processor agreement and exit clause' },
    ],
  },
}

export type Maturity = Named & {
  readonly level: number
  readonly meaning: string
  readonly meaningEn: string
  /** The turn of the wheel it is about. */
  readonly phase?: 'plan' | 'do' | 'check'
}

export const MATURITY: readonly Maturity[] = [
  {
    level: 0,
    name: 'Onbestaand',
    nameEn: 'Non-existent',
    meaning: 'Geen of nauwelijks maatregelen, laag bewustzijn.',
    meaningEn: 'No or hardly any measures, low awareness.',
  },
  {
    level: 1,
    name: 'Ad-hocbasis',
    nameEn: 'Ad hoc',
    meaning: 'Losse maatregelen, afhankelijk van personen.',
    meaningEn: 'Isolated measures, dependent on persons.',
  },
  {
    level: 2,
    name: 'Gestructureerde aanzet',
    nameEn: 'Structured start',
    meaning: 'Maatregelen in ontwikkeling, nog niet toegepast.',
    meaningEn: 'Measures under development, not yet applied.',
    phase: 'plan',
  },
  {
    level: 3,
    name: 'Gedefinieerd',
    nameEn: 'Defined',
    meaning: 'Maatregelen beschreven, gecommuniceerd en toegepast.',
    meaningEn: 'Measures described, communicated and applied.',
    phase: 'do',
  },
  {
    level: 4,
    name: 'Beheerst systeem',
    nameEn: 'Managed system',
    meaning: 'Maatregelen worden periodiek geëvalueerd en bijgestuurd.',
    meaningEn: 'Measures are periodically evaluated and adjusted.',
    phase: 'check',
  },
]
