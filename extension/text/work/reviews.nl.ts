/** What is said in Dutch about answers that somebody else looks at. The English dictionary has the same shape. */

const answers = (count: number): string => (count === 1 ? '1 antwoord' : `${count} antwoorden`)

export const reviewsNl = {
  title: 'Na te zien',
  intro: 'Antwoorden van anderen die wachten op uw nazicht. Niemand ziet zijn eigen antwoord na.',
  count: (count: number) => `${answers(count)} na te zien.`,
  none: 'Er is niets na te zien',
  noneNext: 'Zodra iemand een controle beantwoordt die u moet nazien, staat ze hier.',
  unasked: 'Andere antwoorden die wachten',
  unaskedIntro: 'U mag deze nazien, maar het wordt u niet gevraagd: ze wachten op iemand anders.',
  returned: 'Teruggestuurd naar u',
  returnedIntro: 'Pas uw antwoord aan, of leg het opnieuw voor.',
  sent: 'Wacht op nazicht door een ander',
  sentBy: (names: string) => `wacht op ${names}`,
  answered: (name: string, when: string) => `${name}, ${when}`,
  openCheck: (title: string) => `${title} openen`,

  here: {
    title: 'Nazicht',
    ask: (name: string) => `${name} gaf dit antwoord. Klopt het?`,
    waiting: (names: string) => `Dit antwoord wacht op nazicht door ${names}.`,
    waitingNobody:
      'Dit antwoord wacht op nazicht, maar niemand anders mag het hier nazien. Vraag de coördinator om een nazichter aan te duiden.',
    own: 'Uw eigen antwoord ziet iemand anders na.',
    accepted: (name: string, when: string) => `Nagezien door ${name}, ${when}.`,
    returned: (name: string) => `Teruggestuurd door ${name}`,
    returnedNext: 'Geef hieronder een nieuw antwoord, of leg dit antwoord opnieuw voor.',
    clash:
      'Twee mensen zagen dit los van elkaar na en oordeelden anders. Kijk het opnieuw na: dat oordeel geldt.',
    otherwise: 'Toch anders oordelen',
    submit: 'Laten nazien',
    again: 'Opnieuw voorleggen',
    submitted: (title: string) => `“${title}” is voorgelegd voor nazicht.`,
  },
  form: {
    accept: 'Klopt',
    acceptOf: (title: string) => `Klopt: ${title}`,
    return: 'Terugsturen',
    returnOf: (title: string) => `Terugsturen: ${title}`,
    remark: 'Wat moet er anders?',
    remarkHint: 'Uw opmerking staat bij het antwoord, ook voor wie later meekijkt.',
    send: 'Met opmerking terugsturen',
    accepted: (title: string) => `“${title}” is nagezien.`,
    returned: (title: string) => `“${title}” is teruggestuurd.`,
  },
  problems: {
    'not-answered': 'Dit antwoord is intussen teruggenomen. Er is niets bewaard.',
    'own-answer': 'Dit is uw eigen antwoord, dus ziet iemand anders het na. Er is niets bewaard.',
    'remark-missing': 'Schrijf eerst wat er anders moet. Zonder opmerking weet de ander niet wat te doen.',
    'not-for-you': 'U mag dit antwoord niet nazien. Er is niets bewaard.',
    unknown: 'Dit is niet bewaard. Er is niets gewijzigd.',
  },
}

export type ReviewsText = typeof reviewsNl
