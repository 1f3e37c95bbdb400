/** The texts of Zandrode's plans and minutes, as outlines that an editor turns into prose. */
import type { Day } from '../days'
import { meetingAbout } from '../kinds/meeting'
import { type Bone, planAbout } from '../kinds/plan'
import type { Json } from '../statement'
import { blocksOf } from './outlines'
import { type Block, BONE_WORDS, type Outline, PDCA_WORDS } from './plan-templates'
import { PLANS, type PlanStory, type Topic } from './zandrode-stories'

/** A text: the subject it belongs to, the room of that subject, who wrote it. */
export type DemoText = {
  readonly room: string
  readonly about: string
  readonly by: string
  readonly outline: Outline
}

/** The minutes of a meeting: what was said about each topic, and what came of it. */
export const minutesOutline = (number: number, topics: readonly Topic[]): Outline => [
  { heading: `Verslag managementteam ${number}`, level: 1 },
  { heading: 'Verslag vorige vergadering', level: 2 },
  { paragraph: 'Er zijn geen opmerkingen.' },
  ...topics.flatMap(({ title, said, conclusion, action }): Block[] => [
    { heading: title, level: 2 },
    { paragraph: said },
    { paragraph: conclusion },
    ...(action ? [{ tasks: [action.title] }] : []),
  ]),
]

/** The same as an editor reads it, for a report. */
export const minutesText = (number: number, topics: readonly Topic[]): Json =>
  blocksOf(minutesOutline(number, topics)) as unknown as Json

/** The text of each plan. */
export const planTexts = (): DemoText[] =>
  PLANS.map((story) => ({
    room: story.room,
    about: planAbout(story.key),
    by: story.by,
    outline: planOutline(story),
  }))

/** The texts of plans and of meetings. @param sittings the meetings that are over, as `sittingsOf` names them */
export const demoTextsOf = (
  sittings: readonly {
    readonly key: string
    readonly number: number
    readonly topics: readonly Topic[]
    readonly day: Day
  }[],
): DemoText[] => [
  ...planTexts(),
  ...sittings.map(({ key, number, topics }) => ({
    room: 'team',
    about: meetingAbout(key),
    by: 'p03',
    outline: minutesOutline(number, topics),
  })),
]

const planOutline = ({ fields, turns }: PlanStory): Outline => {
  const { title, problem, goal, whys, bones } = fields
  return [
    { heading: title, level: 1 },
    { heading: 'Huidige toestand', level: 2 },
    { paragraph: problem ?? '' },
    { heading: 'Doel', level: 2 },
    { paragraph: goal ?? '' },
    ...(whys ? [{ heading: 'Oorzaken', level: 2 } as const, { list: whys.map(({ answer }) => answer) }] : []),
    ...(bones
      ? (Object.entries(bones) as [Bone, readonly string[]][]).flatMap(([bone, causes]): Block[] => [
          { heading: BONE_WORDS[bone].nl, level: 3 },
          { list: causes },
        ])
      : []),
    { heading: 'Verloop', level: 2 },
    ...turns.map(
      ({ to, note }): Block => ({
        paragraph: to in PDCA_WORDS ? `${PDCA_WORDS[to as keyof typeof PDCA_WORDS].nl}: ${note}` : note,
      }),
    ),
  ]
}
