/** Looking for causes and sharing out tasks: five whys, the fishbone, RASCI. Each is there once it is begun. */
import { useSignal } from '@preact/signals'
import { objectionsToRasci, type PlanChanges } from '../../../shared/commands/plans'
import { BONES, type Bone, type Bones, type RasciRow } from '../../../shared/kinds/plan'
import type { PlanLine } from '../../../shared/queries/plans'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import { replaced, Tool, without } from '../work/tool'
import { WhyFields, WhyList, whysSaid, whysToEdit } from '../work/Whys'
import { useWork } from '../work/world'
import { drawFishbone } from './fishbone'
import { p, planProblemWords } from './say'
import { boneWords, LETTERS, letterWords } from './words'

type Props = { readonly plan: PlanLine; readonly mayWrite: boolean }

export const Causes = ({ plan, mayWrite }: Props) => {
  const opened = useSignal<ReadonlySet<string>>(new Set())
  const has = {
    whys: plan.whys.length > 0 || plan.template === 'five-why',
    bones: BONES.some((bone) => plan.bones[bone].length > 0) || plan.template === 'ishikawa',
    rasci: plan.rasci.length > 0 || plan.template === 'rasci',
  }
  const isShown = (name: keyof typeof has): boolean => has[name] || opened.value.has(name)
  const starts = [
    ['whys', p().why.start],
    ['bones', p().bones.start],
    ['rasci', p().rasci.start],
  ] as const
  const rest = starts.filter(([name]) => !isShown(name))
  return (
    <>
      {isShown('whys') && <Whys plan={plan} mayWrite={mayWrite} />}
      {isShown('bones') && <Fishbone plan={plan} mayWrite={mayWrite} />}
      {isShown('rasci') && <Rasci plan={plan} mayWrite={mayWrite} />}
      {mayWrite && rest.length > 0 && (
        <div class="step-list">
          {rest.map(([name, word]) => (
            <Button
              key={name}
              look="plain"
              onClick={() => {
                opened.value = new Set([...opened.value, name])
              }}
            >
              <Icon name="plus" />
              {word}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}

/** @returns the sentence about why it was not saved */
const useSave = (plan: PlanLine): ((changes: PlanChanges) => string | undefined) => {
  const work = useWork()
  return (changes) => {
    const objection = work.changePlan(plan, changes)
    return objection && planProblemWords(objection)
  }
}

// Five whys

const Whys = ({ plan, mayWrite }: Props) => {
  const save = useSave(plan)
  const words = p().why
  return (
    <Tool
      about={plan.about}
      mayWrite={mayWrite}
      name="whys"
      title={words.title}
      intro={words.intro}
      value={{ whys: whysToEdit(plan.whys) }}
      save={({ whys }) => save({ whys: whysSaid(whys) })}
      edit={({ whys }, set) => <WhyFields whys={whys} onChange={(next) => set({ whys: next })} />}
    >
      <WhyList whys={plan.whys} />
    </Tool>
  )
}

// Fishbone

type BoneForm = { readonly bones: Bones }

const Fishbone = ({ plan, mayWrite }: Props) => {
  const save = useSave(plan)
  const words = p().bones
  const causes = BONES.reduce((sum, bone) => sum + plan.bones[bone].length, 0)
  return (
    <Tool<BoneForm>
      about={plan.about}
      mayWrite={mayWrite}
      name="bones"
      title={words.title}
      intro={words.intro}
      value={{ bones: plan.bones }}
      save={({ bones }) =>
        save({
          bones: Object.fromEntries(
            BONES.map((bone) => [bone, bones[bone].map((each) => each.trim()).filter((each) => each !== '')]),
          ) as unknown as Bones,
        })
      }
      edit={({ bones }, set) => (
        <div class="bone-edit">
          {BONES.map((bone) => (
            <BoneFields
              key={bone}
              bone={bone}
              causes={bones[bone]}
              onChange={(next) => set({ bones: { ...bones, [bone]: next } })}
            />
          ))}
        </div>
      )}
    >
      {causes === 0 && <p class="quiet">{words.none}</p>}
      <Picture plan={plan} causes={causes} />
    </Tool>
  )
}

const BoneFields = ({
  bone,
  causes,
  onChange,
}: {
  readonly bone: Bone
  readonly causes: readonly string[]
  readonly onChange: (causes: readonly string[]) => void
}) => {
  const words = p().bones
  const name = boneWords(bone)
  return (
    <fieldset class="form-group">
      <legend>{name}</legend>
      {causes.map((cause, index) => (
        <div key={index} class="cause-edit">
          <input
            class="input"
            aria-label={`${name}, ${words.placeholder.toLowerCase()} ${index + 1}`}
            placeholder={words.placeholder}
            maxLength={200}
            value={cause}
            onInput={({ currentTarget }) => onChange(replaced(causes, index, currentTarget.value))}
          />
          <Button
            look="icon"
            aria-label={words.remove(cause || `${words.placeholder} ${index + 1}`)}
            onClick={() => onChange(without(causes, index))}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
      <Button look="plain" aria-label={words.add(name)} onClick={() => onChange([...causes, ''])}>
        <Icon name="plus" />
        {words.placeholder}
      </Button>
    </fieldset>
  )
}

const Picture = ({ plan, causes }: { readonly plan: PlanLine; readonly causes: number }) => {
  const problem = plan.problem || plan.title
  const drawn = drawFishbone(plan.bones, problem)
  const { head, spine } = drawn
  const top = spine - (head.lines.length * 16) / 2 - 10
  return (
    <>
      <svg
        class="fishbone"
        viewBox={`0 0 ${drawn.width} ${drawn.height}`}
        role="img"
        focusable="false"
        aria-label={p().bones.picture({ problem, causes })}
      >
        <path class="fishbone-spine" d={`M10 ${spine}H${head.x}`} />
        <rect
          class="fishbone-head"
          x={head.x}
          y={top}
          width={head.width}
          height={head.lines.length * 16 + 20}
          rx="6"
        />
        {head.lines.map((line, index) => (
          <text key={index} class="fishbone-problem" x={head.x + head.width / 2} y={top + 22 + index * 16}>
            {line}
          </text>
        ))}
        {drawn.bones.map((bone) => (
          <g key={bone.bone}>
            <path class="fishbone-bone" d={bone.line} />
            <text class="fishbone-name" x={bone.name.x} y={bone.name.y}>
              {boneWords(bone.bone)}
            </text>
            {bone.causes.map((cause, index) => (
              <g key={index}>
                <path class="fishbone-tick" d={cause.tick} />
                <text class="fishbone-cause">
                  <title>{cause.full}</title>
                  {cause.lines.map((line, row) => (
                    <tspan key={row} x={cause.x} y={cause.y + row * 15}>
                      {line}
                    </tspan>
                  ))}
                </text>
              </g>
            ))}
          </g>
        ))}
      </svg>
      {/* The same in words: for narrow windows and for who does not see the picture. */}
      <dl class="fishbone-words">
        {BONES.filter((bone) => plan.bones[bone].length > 0).map((bone) => (
          <div key={bone}>
            <dt>{boneWords(bone)}</dt>
            <dd>{plan.bones[bone].join('; ')}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

// RASCI

/** Names as typed, with commas in between. */
type Row = { readonly task: string } & Readonly<Record<(typeof LETTERS)[number], string>>
type RasciForm = { readonly rows: readonly Row[] }
const EMPTY_ROW: Row = { task: '', R: '', A: '', S: '', C: '', I: '' }

const namesOf = (typed: string): string[] =>
  typed
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

const Rasci = ({ plan, mayWrite }: Props) => {
  const { nameOf, store } = useModel()
  const save = useSave(plan)
  const words = p().rasci
  // Names of people stand there as keys, so that they follow a change of name; functions as they are.
  const shown = (name: string): string => nameOf(name)
  const keyed = (name: string): string =>
    store.members.value.find((member) => member.name.toLowerCase() === name.toLowerCase())?.key ?? name
  const rowOf = (row: RasciRow): Row => ({
    task: row.task,
    ...(Object.fromEntries(LETTERS.map((letter) => [letter, row[letter].map(shown).join(', ')])) as Omit<
      Row,
      'task'
    >),
  })
  const recordOf = (row: Row): RasciRow => ({
    task: row.task.trim(),
    ...(Object.fromEntries(
      LETTERS.map((letter) => [letter, namesOf(row[letter]).map(keyed)]),
    ) as unknown as Omit<RasciRow, 'task'>),
  })
  const isEmpty = (row: Row): boolean => Object.values(row).every((text) => text.trim() === '')
  const problems = objectionsToRasci(plan.rasci)
  return (
    <Tool<RasciForm>
      about={plan.about}
      mayWrite={mayWrite}
      name="rasci"
      title={words.title}
      intro={`${words.intro} ${words.hint}`}
      value={{ rows: plan.rasci.length > 0 ? plan.rasci.map(rowOf) : [EMPTY_ROW] }}
      save={({ rows }) => save({ rasci: rows.filter((row) => !isEmpty(row)).map(recordOf) })}
      edit={({ rows }, set) => (
        <>
          {rows.map((row, index) => (
            <fieldset key={index} class="rasci-edit">
              <legend>{row.task || words.unnamed}</legend>
              <label class="field rasci-task">
                <span class="field-label">{words.task}</span>
                <input
                  class="input"
                  maxLength={200}
                  value={row.task}
                  onInput={({ currentTarget }) =>
                    set({ rows: replaced(rows, index, { ...row, task: currentTarget.value }) })
                  }
                />
              </label>
              {LETTERS.map((letter) => (
                <label key={letter} class="field">
                  <span class="field-label">{letterWords(letter)}</span>
                  <input
                    class="input"
                    list="rasci-people"
                    maxLength={400}
                    value={row[letter]}
                    onInput={({ currentTarget }) =>
                      set({ rows: replaced(rows, index, { ...row, [letter]: currentTarget.value }) })
                    }
                  />
                </label>
              ))}
              <Button look="plain" onClick={() => set({ rows: without(rows, index) })}>
                <Icon name="trash" />
                {words.remove(row.task || words.unnamed)}
              </Button>
              {!isEmpty(row) && (
                <p class="rasci-problems">
                  {objectionsToRasci([recordOf(row)])
                    .map(({ problem }) => words.problems[problem])
                    .join(' ')}
                </p>
              )}
            </fieldset>
          ))}
          <datalist id="rasci-people">
            {store.members.value.map(({ key, name }) => (
              <option key={key} value={name} />
            ))}
          </datalist>
          <div>
            <Button onClick={() => set({ rows: [...rows, EMPTY_ROW] })}>
              <Icon name="plus" />
              {words.add}
            </Button>
          </div>
        </>
      )}
    >
      {plan.rasci.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <>
          <div class="table-scroll">
            <table class="table rasci">
              <thead>
                <tr>
                  <th scope="col">{words.task}</th>
                  {LETTERS.map((letter) => (
                    <th key={letter} scope="col">
                      {letterWords(letter)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {plan.rasci.map((row, index) => {
                  const wrong = problems.filter((each) => each.row === index)
                  return (
                    <tr key={index}>
                      <th scope="row">
                        {row.task || words.unnamed}
                        {wrong.map(({ problem }) => (
                          <span key={problem} class="rasci-problems">
                            <Icon name="warning" size="1em" /> {words.problems[problem]}
                          </span>
                        ))}
                      </th>
                      {LETTERS.map((letter) => (
                        <td key={letter}>{row[letter].map(shown).join(', ')}</td>
                      ))}
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
          {problems.length === 0 && <p class="quiet">{words.fine}</p>}
        </>
      )}
    </Tool>
  )
}
