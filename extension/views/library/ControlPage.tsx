/** One control: what it asks and why, when it returns, who carries it out, which texts it had; and changing all that. */
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { yearOf } from '../../../shared/days'
import type { Control, Rhythm } from '../../../shared/kinds/control'
import { FRAMEWORKS } from '../../../shared/libraries/frameworks'
import type { RhythmHint } from '../../../shared/queries/rhythm-hints'
import { risksOf } from '../../../shared/queries/risks'
import { type LibraryNews, textVersions, wordsChanged } from '../../../shared/queries/text'
import { inLanguage, nameOf, t, titleOf } from '../../text'
import { dayWords, momentWords } from '../../text/dates'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { EmptyState } from '../../ui/EmptyState'
import { TextField } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { Menu } from '../../ui/Menu'
import { Notice } from '../../ui/Notice'
import { useModel } from '../dashboard/context'
import { hrefOf } from '../dashboard/route'
import { listOf } from '../dashboard/words'
import { ThreadSlot } from '../quality/ThreadSlot'
import { seesAll } from '../work/sees-all'
import { useWork, WithWork } from '../work/world'
import { Changed } from './Changed'
import { ChangeControl } from './ControlForm'
import { shortName } from './Libraries'
import { useNotes } from './Own'
import { RhythmDialog } from './RhythmDialog'
import { NextDays } from './RhythmFields'
import { ALL_CONTROLS, controlsHref, WHOLE_YEAR } from './route'
import { l } from './say'
import { rhythmSentence } from './words'
import { useLibrary } from './world'

type Open = 'change' | 'rhythm' | 'end' | undefined

export const ControlPage = ({ control: key }: { readonly control: string }) => {
  const { store } = useModel()
  const control = store.controls.value.find((each) => each.key === key)
  const words = l().control
  return (
    <div class="page control-page">
      {control ? (
        <Found control={control} />
      ) : (
        <>
          <h1 class="visually-hidden">{l().title}</h1>
          <EmptyState title={words.unknown}>
            <p>{words.unknownNext}</p>
            <a class="button button-primary" href={controlsHref(ALL_CONTROLS)}>
              {words.back}
            </a>
          </EmptyState>
        </>
      )}
    </div>
  )
}

const Found = ({ control }: { readonly control: Control }) => {
  const { theme, store, toast, router } = useModel()
  const library = useLibrary()
  const { news, hints } = useNotes()
  const open = useSignal<Open>(undefined)
  const to = useSignal<Rhythm | undefined>(undefined)
  const words = l().control
  const about = theme.value.get(control.theme)
  const today = store.today.value
  const may = library.mayManage()
  const title = titleOf(control)
  const show = (what: Open): void => {
    open.value = what
  }
  const close = (): void => {
    open.value = undefined
    to.value = undefined
  }
  const isOver = control.until !== undefined && control.until < today
  const heard = news.get(control.key)
  const hint = hints.get(control.key)
  return (
    <>
      <header class="page-head">
        <div>
          <p class="eyebrow">{about ? nameOf(about) : control.theme}</p>
          <h1 class="control-title">{title}</h1>
          <div class="standing-tags">
            {control.isKey && <Badge tone="info">{l().key}</Badge>}
            {control.type && <Badge>{l().types[control.type]}</Badge>}
            {control.until && (
              <Badge tone="warning">
                {isOver
                  ? l().endedOn(dayWords(control.until, today))
                  : l().ending(dayWords(control.until, today))}
              </Badge>
            )}
          </div>
        </div>
        {may && (
          <div class="page-verbs">
            <Button look="primary" onClick={() => show('change')}>
              <Icon name="edit" />
              {words.change}
            </Button>
            <Button onClick={() => show('rhythm')}>
              <Icon name="calendar" />
              {words.rhythm}
            </Button>
            <Menu
              label={words.more}
              items={[
                control.until === undefined
                  ? { icon: 'close', label: words.end, onChoose: () => show('end') }
                  : {
                      icon: 'undo',
                      label: words.resume,
                      onChoose: () => {
                        library.changeControl(control.key, { until: null })
                        toast.value = { text: l().form.resumed(title), undo: () => library.undo() }
                      },
                    },
                {
                  icon: 'trash',
                  label: words.remove,
                  onChoose: () => {
                    if (library.removeControl(control.key)) return
                    router.go(ALL_CONTROLS)
                    toast.value = { text: l().form.removed(title), undo: () => library.undo() }
                  },
                },
              ]}
            />
          </div>
        )}
      </header>
      {heard && <News news={heard} may={may} />}
      {hint && (
        <Hint
          hint={hint}
          may={may}
          onLook={() => {
            to.value = hint.to
            show('rhythm')
          }}
        />
      )}
      <div class="columns control-columns">
        <div class="stack">
          <What control={control} />
          <Proof control={control} />
          <Texts control={control} />
        </div>
        <div class="stack">
          <When control={control} />
          <Who control={control} />
        </div>
      </div>
      {open.value === 'change' && <ChangeControl control={control} onClose={close} />}
      {open.value === 'rhythm' && <RhythmDialog control={control} to={to.value} onClose={close} />}
      {open.value === 'end' && <End control={control} onClose={close} />}
    </>
  )
}

const Part = ({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly children: ComponentChildren
}) => (
  <section class="panel" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)

const What = ({ control }: { readonly control: Control }) => {
  const { theme } = useModel()
  const library = useLibrary()
  const words = l().control
  const goal = theme.value.get(control.theme)?.goals.find(({ code }) => code === control.goal)
  const named = library.requirements.value.filter(({ about }) => control.requirements.includes(about))
  return (
    <Part id="control-what" title={words.what}>
      {control.method === '' ? (
        <p class="quiet">{words.noMethod}</p>
      ) : (
        <p class="control-method">{inLanguage(control.method, control.methodEn)}</p>
      )}
      <dl class="check-facts">
        <dt>{words.goal}</dt>
        <dd>{goal ? `${goal.code} ${nameOf(goal)}` : <span class="quiet">{words.nothing}</span>}</dd>
        <dt>{words.risks}</dt>
        <dd>
          {control.risks.length === 0 ? (
            <span class="quiet">{words.noRisks}</span>
          ) : (
            <WithWork waiting={null}>
              <Risks control={control} />
            </WithWork>
          )}
        </dd>
        {named.length > 0 && (
          <>
            <dt>{words.requirements}</dt>
            <dd>
              {[...new Set(named.map(({ framework }) => framework))].map((framework) => (
                <div key={framework}>
                  <p class="quiet">{frameworkName(framework)}</p>
                  <ul class="plain-list">
                    {named
                      .filter((each) => each.framework === framework)
                      .map((each) => (
                        <li key={each.about}>
                          {each.code} {nameOf(each)}
                        </li>
                      ))}
                  </ul>
                </div>
              ))}
            </dd>
          </>
        )}
        <ThreadSlot control={control.key} />
      </dl>
    </Part>
  )
}

const frameworkName = (key: string): string => {
  const found = FRAMEWORKS.find(({ id }) => id === key)
  return found ? shortName(found) : key
}

const Risks = ({ control }: { readonly control: Control }) => {
  const work = useWork()
  const { store } = useModel()
  const found = risksOf(work.ground.value, store.controls.value).filter(({ key }) =>
    control.risks.includes(key),
  )
  // To who sees all, a risk that is not there is gone.
  const unseen = seesAll(store, work)
    ? 0
    : control.risks.filter((risk) => !found.some(({ key }) => key === risk)).length
  if (found.length === 0 && unseen === 0) return <span class="quiet">{l().control.noRisks}</span>
  return (
    <ul class="plain-list">
      {found.map((risk) => (
        <li key={risk.about}>{risk.title}</li>
      ))}
      {unseen > 0 && <li class="quiet">{l().control.unseenRisks(unseen)}</li>}
    </ul>
  )
}

const When = ({ control }: { readonly control: Control }) => {
  const { store } = useModel()
  const words = l().control
  const year = yearOf(store.today.value)
  const runs = store.checks.value.filter(
    (check) => check.control.key === control.key && yearOf(check.due) === year,
  )
  return (
    <Part id="control-when" title={words.when}>
      <p>{rhythmSentence(control)}</p>
      <dl class="check-facts">
        <dt>{words.next}</dt>
        <dd>
          <NextDays control={control} />
        </dd>
        <dt>{words.lead}</dt>
        <dd>
          {control.lead === undefined ? (
            <span class="quiet">{words.noLead}</span>
          ) : (
            words.leadDays(control.lead)
          )}
        </dd>
        {runs.length > 0 && (
          <>
            <dt>{words.run}</dt>
            <dd>
              {words.runFacts(runs.filter(({ state }) => state === 'done').length, runs.length)}{' '}
              <a href={hrefOf({ ...WHOLE_YEAR, theme: control.theme })}>{words.toYear}</a>
            </dd>
          </>
        )}
      </dl>
    </Part>
  )
}

const Who = ({ control }: { readonly control: Control }) => {
  const { department, nameOf: nameOfMember } = useModel()
  const words = l().control
  const names = control.departments.flatMap((key) => {
    const found = department.value.get(key)
    return found ? [nameOf(found)] : []
  })
  return (
    <Part id="control-who" title={words.who}>
      <dl class="check-facts">
        <dt>{words.owner}</dt>
        <dd>{control.ownerRole || <span class="quiet">{words.nothing}</span>}</dd>
        <dt>{words.departments}</dt>
        <dd>{names.length === 0 ? <span class="quiet">{l().nowhere}</span> : listOf(names)}</dd>
        <dt>{words.performers}</dt>
        <dd>
          {control.performers.length === 0
            ? words.everyone
            : listOf(control.performers.map((key) => nameOfMember(key)))}
        </dd>
      </dl>
    </Part>
  )
}

const Proof = ({ control }: { readonly control: Control }) => {
  const { nameOf: nameOfMember } = useModel()
  const words = l().control
  return (
    <Part id="control-proof" title={words.proof}>
      <dl class="check-facts">
        <dt>{words.evidence}</dt>
        <dd>
          {control.evidence === '' ? (
            <span class="quiet">{words.noEvidence}</span>
          ) : (
            inLanguage(control.evidence, control.evidenceEn)
          )}
          {(control.isKey || control.needsEvidence) && <p class="quiet">{words.needsEvidence}</p>}
        </dd>
        <dt>{words.review}</dt>
        <dd>
          {control.needsReview ? (
            words.reviewers(control.reviewers.map((key) => nameOfMember(key)))
          ) : (
            <span class="quiet">{words.noReview}</span>
          )}
        </dd>
        {control.patterns.length > 0 && (
          <>
            <dt>{words.patterns}</dt>
            <dd>
              <ul class="plain-list">
                {control.patterns.map((pattern) => (
                  <li key={pattern}>
                    <code>{pattern}</code>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </Part>
  )
}

/** Every text it had, each with what became different from the one before. */
const Texts = ({ control }: { readonly control: Control }) => {
  const { nameOf: nameOfMember, store } = useModel()
  const library = useLibrary()
  const words = l().control
  const versions = textVersions(library.folded(control.key))
  return (
    <Part id="control-texts" title={words.texts}>
      {control.textSince && (
        <p class="quiet">{words.changed(dayWords(control.textSince, store.today.value))}</p>
      )}
      {versions.length < 2 ? (
        <p class="quiet">{words.onlyOne}</p>
      ) : (
        <ol class="text-versions" reversed>
          {versions
            .map((version, index) => ({ version, before: versions[index - 1] }))
            .toReversed()
            .map(({ version, before }) => (
              <li key={`${version.at}${version.hash}`}>
                <p>
                  {before ? <Changed parts={wordsChanged(before.title, version.title)} /> : version.title}
                </p>
                {(version.method !== '' || (before?.method ?? '') !== '') && (
                  <p class="control-method">
                    {before ? (
                      <Changed parts={wordsChanged(before.method, version.method)} />
                    ) : (
                      version.method
                    )}
                  </p>
                )}
                <p class="quiet">{words.textBy(nameOfMember(version.by), momentWords(version.at))}</p>
              </li>
            ))}
        </ol>
      )}
    </Part>
  )
}

const News = ({ news, may }: { readonly news: LibraryNews; readonly may: boolean }) => {
  const library = useLibrary()
  const { toast } = useModel()
  const words = l().news
  const { control, library: said, parts, reworded } = news
  const undo = (): void => library.undo()
  return (
    <Notice tone="info" title={words.title} heading="h2">
      <p>{reworded ? words.reworded : words.differs}</p>
      <blockquote class="note">
        <Changed parts={parts} />
      </blockquote>
      {may && (
        <div class="page-verbs">
          <Button
            look="primary"
            onClick={() => {
              if (!library.takeOverText(control.key, said)) toast.value = { text: words.taken, undo }
            }}
          >
            {words.take}
          </Button>
          <Button
            onClick={() => {
              if (!library.keepOwnText(control.key, said)) toast.value = { text: words.kept, undo }
            }}
          >
            {words.keep}
          </Button>
        </div>
      )}
    </Notice>
  )
}

const Hint = ({
  hint,
  may,
  onLook,
}: {
  readonly hint: RhythmHint
  readonly may: boolean
  readonly onLook: () => void
}) => {
  const words = l().rhythm
  const to = t().rhythms[hint.to]
  return (
    <p class="hint rhythm-hint">
      <Icon name="question" />
      <span>
        {hint.why === 'never-fails'
          ? words.hint['never-fails'](hint.judged, to)
          : words.hint['fails-often'](hint.failed, hint.judged, to)}
      </span>
      {may && (
        <Button look="plain" onClick={onLook}>
          {words.look}
        </Button>
      )}
    </p>
  )
}

const End = ({ control, onClose }: { readonly control: Control; readonly onClose: () => void }) => {
  const library = useLibrary()
  const { toast } = useModel()
  const [until, setUntil] = useState(library.today.value)
  const words = l().control
  const title = titleOf(control)
  return (
    <Dialog title={words.endTitle} closeLabel={t().app.close} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (until === '' || library.endControl(control.key, until)) return
          toast.value = { text: l().form.ended(title, dayWords(until)), undo: () => library.undo() }
          onClose()
        }}
      >
        <p>{title}</p>
        <TextField label={words.until} hint={words.endHint} type="date" value={until} onInput={setUntil} />
        <div class="form-foot">
          <Button onClick={onClose}>{t().app.cancel}</Button>
          <Button look="primary" type="submit">
            {words.end}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
