/**
 * Templates for improvement plans: the headings and questions that come into the text, in Dutch and English, and the
 * words of the instruments. Says nothing of the editor: an outline is headings, questions, lists and tables.
 */
import type { Bone, Pdca, PlanTemplate } from '../kinds/plan'

/** A piece of a text. A prompt is a question that whoever writes replaces by its answer. */
export type Block =
  | { readonly heading: string; readonly level: 1 | 2 | 3 }
  | { readonly prompt: string }
  | { readonly paragraph: string }
  | { readonly list: readonly string[] }
  | { readonly tasks: readonly string[] }
  /** Rows of cells; the first row is the head. */
  | { readonly table: readonly (readonly string[])[] }
export type Outline = readonly Block[]

/** The same in both languages. */
export type Words = { readonly nl: string; readonly en: string }

export const PDCA_WORDS: Readonly<Record<Pdca, Words>> = {
  plan: { nl: 'Plannen', en: 'Plan' },
  do: { nl: 'Doen', en: 'Do' },
  check: { nl: 'Nagaan', en: 'Check' },
  act: { nl: 'Bijsturen', en: 'Act' },
}

export const BONE_WORDS: Readonly<Record<Bone, Words>> = {
  people: { nl: 'Mens', en: 'People' },
  method: { nl: 'Methode', en: 'Method' },
  means: { nl: 'Middelen', en: 'Means' },
  material: { nl: 'Materiaal en informatie', en: 'Material and information' },
  measuring: { nl: 'Meting', en: 'Measurement' },
  surroundings: { nl: 'Omgeving', en: 'Surroundings' },
}

export const RASCI_WORDS: Readonly<Record<'R' | 'A' | 'S' | 'C' | 'I', Words>> = {
  R: { nl: 'Voert uit', en: 'Responsible' },
  A: { nl: 'Eindverantwoordelijk', en: 'Accountable' },
  S: { nl: 'Ondersteunt', en: 'Supports' },
  C: { nl: 'Wordt geraadpleegd', en: 'Consulted' },
  I: { nl: 'Wordt geïnformeerd', en: 'Informed' },
}

/** The seven boxes of an A3, with the question each answers. */
export const A3_BOXES: readonly { readonly key: string; readonly title: Words; readonly prompt: Words }[] = [
  {
    key: 'background',
    title: { nl: 'Achtergrond', en: 'Background' },
    prompt: { nl: 'Waarom is dit nu belangrijk, en voor wie?', en: 'Why does this matter now, and to whom?' },
  },
  {
    key: 'current',
    title: { nl: 'Huidige toestand', en: 'Current state' },
    prompt: {
      nl: 'Wat gebeurt er vandaag? Noem cijfers en waar ze vandaan komen.',
      en: 'What happens today? Give figures and where they come from.',
    },
  },
  {
    key: 'goal',
    title: { nl: 'Doel', en: 'Goal' },
    prompt: {
      nl: 'Wat moet er anders zijn, hoeveel, tegen wanneer?',
      en: 'What has to be different, by how much, by when?',
    },
  },
  {
    key: 'causes',
    title: { nl: 'Oorzaakanalyse', en: 'Causes' },
    prompt: {
      nl: 'Waarom gebeurt dit? Wat is gezien, wat wordt vermoed?',
      en: 'Why does this happen? What was seen, what is suspected?',
    },
  },
  {
    key: 'measures',
    title: { nl: 'Maatregelen', en: 'Measures' },
    prompt: {
      nl: 'Welke maatregel neemt welke oorzaak weg?',
      en: 'Which measure takes away which cause?',
    },
  },
  {
    key: 'planning',
    title: { nl: 'Plan', en: 'Plan' },
    prompt: {
      nl: 'Wie doet wat, tegen wanneer, met welke middelen?',
      en: 'Who does what, by when, with what?',
    },
  },
  {
    key: 'follow-up',
    title: { nl: 'Opvolging', en: 'Follow-up' },
    prompt: {
      nl: 'Hoe en wanneer gaan we na of het werkt? Wat borgen we?',
      en: 'How and when do we see whether it works? What do we make lasting?',
    },
  },
]

const heading = (words: string, level: 1 | 2 | 3 = 2): Block => ({ heading: words, level })
const prompt = (words: string): Block => ({ prompt: words })

type Part = readonly [heading: Words, ...blocks: (Words | { nl: Block; en: Block })[]]
type Language = keyof Words

const outlineOf = (parts: readonly Part[], language: Language): Outline =>
  parts.flatMap(([title, ...blocks]) => [
    heading(title[language]),
    ...blocks.map((block) => {
      const words = block[language]
      return typeof words === 'string' ? prompt(words) : words
    }),
  ])

const both = (nl: Block, en: Block): { nl: Block; en: Block } => ({ nl, en })

const PDCA_PARTS: readonly Part[] = [
  [
    PDCA_WORDS.plan,
    {
      nl: 'Wat is het probleem, wat is het doel, welke oorzaken pakken we aan?',
      en: 'What is the problem, what is the goal, which causes do we take on?',
    },
  ],
  [
    PDCA_WORDS.do,
    {
      nl: 'Wat is uitgevoerd, door wie? Wat liep anders?',
      en: 'What was done, by whom? What went differently?',
    },
  ],
  [
    PDCA_WORDS.check,
    {
      nl: 'Wat zeggen de cijfers tegenover vóór de start? Wie heeft dat nagegaan?',
      en: 'What do the figures say beside those from before? Who looked?',
    },
  ],
  [
    PDCA_WORDS.act,
    {
      nl: 'Wat houden we, wat sturen we bij, wat stoppen we? Begint de cirkel opnieuw?',
      en: 'What do we keep, adjust, stop? Does the wheel start again?',
    },
  ],
]

const WHY: readonly Part[] = [
  [
    { nl: 'Probleem', en: 'Problem' },
    { nl: 'Wat gaat er mis? Eén zin, met een cijfer.', en: 'What goes wrong? One sentence, with a figure.' },
  ],
  [
    { nl: 'Vijf keer waarom', en: 'Five times why' },
    both(
      {
        table: [
          ['Waarom?', 'Antwoord', 'Gezien of vermoed'],
          ...['1', '2', '3', '4', '5'].map((n) => [n, '', '']),
        ],
      },
      {
        table: [
          ['Why?', 'Answer', 'Seen or suspected'],
          ...['1', '2', '3', '4', '5'].map((n) => [n, '', '']),
        ],
      },
    ),
    {
      nl: 'Stop wanneer de oorzaak binnen onze eigen bevoegdheid ligt.',
      en: 'Stop when the cause is within our own control.',
    },
  ],
  [
    { nl: 'Aanpak', en: 'Approach' },
    { nl: 'Welke maatregel neemt deze oorzaak weg?', en: 'Which measure takes this cause away?' },
  ],
]

const ISHIKAWA: readonly Part[] = [
  [
    { nl: 'Gevolg', en: 'Effect' },
    { nl: 'Welk gevolg onderzoeken we?', en: 'Which effect do we look into?' },
  ],
  ...Object.values(BONE_WORDS).map(
    (bone): Part => [
      bone,
      { nl: 'Welke oorzaken liggen hier? Welke is gezien?', en: 'Which causes lie here? Which was seen?' },
    ],
  ),
  [
    { nl: 'Belangrijkste oorzaken', en: 'Main causes' },
    {
      nl: 'Welke twee of drie pakken we aan, en waarom die?',
      en: 'Which two or three do we take on, and why those?',
    },
  ],
]

const RASCI: readonly Part[] = [
  [
    { nl: 'Wie doet wat', en: 'Who does what' },
    both(
      {
        table: [
          ['Taak', ...Object.values(RASCI_WORDS).map(({ nl }) => nl)],
          ['', '', '', '', '', ''],
        ],
      },
      {
        table: [
          ['Task', ...Object.values(RASCI_WORDS).map(({ en }) => en)],
          ['', '', '', '', '', ''],
        ],
      },
    ),
    {
      nl: 'Per taak precies één eindverantwoordelijke en minstens één uitvoerder.',
      en: 'For each task exactly one who is accountable and at least one who is responsible.',
    },
  ],
  [
    { nl: 'Afspraken', en: 'Agreements' },
    {
      nl: 'Wie vervangt wie bij afwezigheid? Wanneer herzien we dit?',
      en: 'Who stands in for whom? When do we look at this again?',
    },
  ],
]

const A3: readonly Part[] = A3_BOXES.map(({ title, prompt: question }): Part => [title, question])

type Template = {
  readonly title: Words
  /** When it helps, in one sentence. */
  readonly what: Words
  readonly outline: { readonly nl: Outline; readonly en: Outline }
}

const template = (title: Words, what: Words, parts: readonly Part[]): Template => ({
  title,
  what,
  outline: { nl: outlineOf(parts, 'nl'), en: outlineOf(parts, 'en') },
})

export const PLAN_OUTLINES: Readonly<Record<PlanTemplate, Template>> = {
  a3: template(
    { nl: 'A3', en: 'A3' },
    {
      nl: 'Het hele verhaal op één blad, in zeven vakken.',
      en: 'The whole story on one sheet, in seven boxes.',
    },
    A3,
  ),
  pdca: template(
    { nl: 'PDCA', en: 'PDCA' },
    {
      nl: 'Een verbetering in vier stappen, die opnieuw kan beginnen.',
      en: 'An improvement in four steps that can start again.',
    },
    PDCA_PARTS,
  ),
  'five-why': template(
    { nl: 'Vijf keer waarom', en: 'Five whys' },
    {
      nl: 'Van een klacht of fout naar de oorzaak erachter.',
      en: 'From a complaint or mistake to the cause behind it.',
    },
    WHY,
  ),
  ishikawa: template(
    { nl: 'Visgraat (Ishikawa)', en: 'Fishbone (Ishikawa)' },
    {
      nl: 'Alle mogelijke oorzaken op een rij, langs zes graten.',
      en: 'All possible causes in order, along six bones.',
    },
    ISHIKAWA,
  ),
  rasci: template(
    { nl: 'RASCI', en: 'RASCI' },
    { nl: 'Wie doet wat, wie beslist, wie weet ervan.', en: 'Who does what, who decides, who knows.' },
    RASCI,
  ),
}
