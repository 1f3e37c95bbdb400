/** One finding: what was seen, why it came about, what is done about it, whether that helped, and who said what. */
import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { findingAbout, finding as findingKind } from '../../../shared/kinds/finding'
import { BONES, type Bone } from '../../../shared/kinds/plan'
import { type FindingLine, findingIn, proofFor } from '../../../shared/queries/findings'
import { dayWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { Menu } from '../../ui/Menu'
import { useModel } from '../dashboard/context'
import { MeasureDialog } from '../measures/MeasureDialog'
import { Still } from '../measures/Measures'
import { m } from '../measures/say'
import { placeWords } from '../measures/words'
import { NewPlan } from '../plans/PlanDialog'
import { p } from '../plans/say'
import { boneWords } from '../plans/words'
import { ClashPanel, type Head } from '../work/ClashPanel'
import { Choice } from '../work/fields'
import { linkOf } from '../work/links'
import { Tool } from '../work/tool'
import { WhyFields, WhyList, whysSaid, whysToEdit } from '../work/Whys'
import { WorkHistory } from '../work/WorkHistory'
import { WorkList } from '../work/WorkList'
import { useWork } from '../work/world'
import { type ShownStage, stageShown } from './arrange'
import { Effect } from './Effect'
import { FindingDialog } from './FindingDialog'
import { SeverityTag, StageTag } from './parts'
import { ALL_FINDINGS, findingsHref } from './route'
import { Stages } from './Stages'
import { f, findingProblemWords } from './say'
import { useSaid } from './verbs'
import { refusalWords, valueWords } from './words'

type Props = { readonly line: FindingLine; readonly mayWrite: boolean }

export const FindingPage = ({ finding }: { readonly finding: string }) => {
  const { store } = useModel()
  const work = useWork()
  const about = findingAbout(finding)
  const ground = work.ground.value
  const checks = store.checks.value
  const line = useMemo(() => findingIn(ground, about), [ground, about])
  const proof = useMemo(() => proofFor(line, checks), [line, checks])
  const room = line?.room
  useEffect(() => {
    if (room !== undefined) store.lookAt({ room, about })
  }, [store, room, about])
  if (!line)
    return (
      <div class="page">
        <EmptyState title={f().page.unknown}>
          <p>{f().page.unknownNext}</p>
          <a href={findingsHref(ALL_FINDINGS)}>{f().page.back}</a>
        </EmptyState>
      </div>
    )
  const mayWrite = work.mayWriteIn(line.room)
  const stage = stageShown(line, proof.checks)
  return (
    <div class="page finding-page">
      <PageHead line={line} mayWrite={mayWrite} stage={stage} />
      <Still />
      {mayWrite && line.clashes.map((field) => <Clash key={field} line={line} field={field} />)}
      <Stages line={line} shown={stage} />
      <div class="plan-columns">
        <div class="stack">
          <What line={line} />
          <Cause line={line} mayWrite={mayWrite} />
          <Born line={line} mayWrite={mayWrite} />
        </div>
        <div class="stack">
          <Effect line={line} proof={proof} mayWrite={mayWrite} />
          <section class="panel">
            <History line={line} />
          </section>
        </div>
      </div>
    </div>
  )
}

const PageHead = ({ line, mayWrite, stage }: Props & { readonly stage: ShownStage }) => {
  const model = useModel()
  const work = useWork()
  const said = useSaid()
  const isChanging = useSignal(false)
  const words = f().page
  const remove = (): void => {
    const problem = said(work.removeFinding(line), words.removed(line.title))
    if (problem) model.toast.value = { text: problem, undo: undefined }
    else model.router.go(ALL_FINDINGS)
  }
  return (
    <header class="page-head">
      <div>
        <p class="eyebrow">
          <a href={findingsHref(ALL_FINDINGS)}>{words.back}</a>
        </p>
        <h1>{line.title}</h1>
        <div class="plan-facts">
          <StageTag stage={stage} />
          <SeverityTag severity={line.severity} isFull />
          <span>{line.owner ? model.nameOf(line.owner) : f().nobody}</span>
          <span class="quiet">{placeWords(line.room, model)}</span>
          {line.found && (
            <span class="quiet">{f().foundOn(dayWords(line.found, model.store.today.value))}</span>
          )}
        </div>
        {!mayWrite && <p class="quiet">{words.mayNot}</p>}
      </div>
      {mayWrite && (
        <div class="page-verbs">
          <Button
            onClick={() => {
              isChanging.value = true
            }}
          >
            <Icon name="edit" />
            {words.edit}
          </Button>
          <Menu label={words.more} items={[{ icon: 'trash', label: words.remove, onChoose: remove }]} />
        </div>
      )}
      {isChanging.value && (
        <FindingDialog
          line={line}
          onClose={() => {
            isChanging.value = false
          }}
        />
      )}
    </header>
  )
}

const What = ({ line }: { readonly line: FindingLine }) => {
  const model = useModel()
  const work = useWork()
  const words = f().page
  const about = line.check ?? (line.control && `control:${line.control}`)
  const link = about && linkOf(about, { model, ground: work.ground.value, quality: undefined }, line.room)
  return (
    <section class="panel finding-what" aria-labelledby="what-title">
      <h2 id="what-title">{words.what}</h2>
      <p class={line.note === '' ? 'quiet' : undefined}>{line.note || words.noNote}</p>
      {link && link.title !== undefined && (
        <p>
          <span class="quiet">{words.from}:</span>{' '}
          {link.href ? <a href={link.href}>{link.title}</a> : link.title}
        </p>
      )}
      {line.reason !== '' && line.state === 'open' && (
        <p>
          <span class="quiet">{words.reopenedBecause}:</span> {line.reason}
        </p>
      )}
    </section>
  )
}

const Cause = ({ line, mayWrite }: Props) => {
  const work = useWork()
  const words = f().cause
  return (
    <Tool
      about={line.about}
      mayWrite={mayWrite}
      name="whys"
      title={words.title}
      intro={p().why.intro}
      value={{ whys: whysToEdit(line.whys), bone: (line.bone ?? '') as Bone | '' }}
      save={({ whys, bone }) => {
        const objection = work.changeFinding(line, {
          whys: whysSaid(whys),
          bone: BONES.find((each) => each === bone) ?? null,
        })
        return objection && findingProblemWords(objection)
      }}
      edit={({ whys, bone }, set) => (
        <>
          <WhyFields whys={whys} onChange={(next) => set({ whys: next })} />
          <Choice<Bone | ''>
            label={words.bone}
            hint={words.boneHint}
            value={bone}
            options={[['', words.boneNone], ...BONES.map((each) => [each, boneWords(each)] as const)]}
            onChoose={(next) => set({ bone: next })}
          />
        </>
      )}
    >
      <WhyList whys={line.whys} />
      {line.bone && (
        <p>
          <span class="quiet">{words.bone}:</span> {boneWords(line.bone)}
        </p>
      )}
    </Tool>
  )
}

/** Measures and plans that came of it: the same records as everywhere. */
const Born = ({ line, mayWrite }: Props) => {
  const dialog = useSignal<'measure' | 'plan' | undefined>(undefined)
  const words = f().work
  const close = (): void => {
    dialog.value = undefined
  }
  const ofPlans = new Set(line.plans.map(({ about }) => about))
  const alone = line.measures.filter(({ plan }) => plan === undefined || !ofPlans.has(plan))
  const isEmpty = line.plans.length + alone.length === 0
  return (
    <section class="panel about-work" aria-labelledby="born-title">
      <h2 id="born-title">{words.title}</h2>
      <WorkList isWhole work={{ findings: [], risks: [], plans: line.plans, measures: alone }} />
      {isEmpty && <p class="quiet">{words.none}</p>}
      {mayWrite && (
        <div class="step-list">
          <Button
            aria-keyshortcuts="a"
            onClick={() => {
              dialog.value = 'measure'
            }}
          >
            <Icon name="plus" />
            {words.make}
          </Button>
          <Button
            look="plain"
            onClick={() => {
              dialog.value = 'plan'
            }}
          >
            {words.makePlan}
          </Button>
        </div>
      )}
      {dialog.value === 'measure' && (
        <MeasureDialog
          prefill={{
            origin: line.about,
            ...(line.department && { department: line.department }),
            ...(line.owner && { owner: line.owner }),
          }}
          onClose={close}
        />
      )}
      {dialog.value === 'plan' && (
        <NewPlan
          prefill={{
            links: [line.about, ...(line.control ? [`control:${line.control}`] : [])],
            departments: line.department ? [line.department] : [],
            problem: [line.title, line.note].filter((each) => each !== '').join(': '),
          }}
          onClose={close}
        />
      )}
    </section>
  )
}

/** What people said of one field while apart: one of it is chosen. */
const Clash = ({ line, field }: { readonly line: FindingLine; readonly field: string }) => {
  const model = useModel()
  const work = useWork()
  const said = useSaid()
  const ground = work.ground.value
  const choose = ({ set }: Head): string | undefined => {
    const value = set[field] ?? null
    if (field !== 'state' && field !== 'effect')
      return said(work.changeFinding(line, { [field]: value }), f().page.saved(line.title))
    if (set.state === 'open' || value === null)
      return said(
        work.reopenFinding(line, typeof set.reason === 'string' ? set.reason : m().sheet.clash),
        f().effect.reopened(line.title),
      )
    const refusal = work.closeFinding(
      line,
      findingKind.fields.effect(set.effect ?? null),
      model.store.checks.peek(),
    )
    return refusal
      ? refusalWords(refusal, model.store.today.peek())
      : said(undefined, f().effect.closed(line.title))
  }
  return (
    <ClashPanel
      field={field}
      name={f().fields[field] ?? field}
      heads={line.folded.fields.get(field)?.heads ?? []}
      words={(value) => valueWords(field, value, { model, ground }, line.room)}
      onChoose={choose}
    />
  )
}

/** Moments and the like say nothing to people. */
const HIDDEN: ReadonlySet<string> = new Set(['closedBy', 'closedAt', 'department'])

const History = ({ line }: { readonly line: FindingLine }) => {
  const model = useModel()
  const ground = useWork().ground.value
  return (
    <WorkHistory
      place={line}
      hidden={HIDDEN}
      names={f().fields}
      words={(field, value) => valueWords(field, value, { model, ground }, line.room)}
    />
  )
}
