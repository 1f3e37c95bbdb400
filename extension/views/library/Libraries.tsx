/** The built-in libraries: to look into, and to take over from what the organisation uses. */
import { useSignal } from '@preact/signals'
import { useState } from 'preact/hooks'
import type { Requirement } from '../../../shared/kinds/requirement'
import { requirementAbout } from '../../../shared/kinds/requirement'
import type { Goal, Theme } from '../../../shared/kinds/theme'
import { CONTROLS, CONTROLS_VERSION, type LibraryControl } from '../../../shared/libraries/controls'
import { FRAMEWORKS, type Framework, type FrameworkItem } from '../../../shared/libraries/frameworks'
import { GOAL_NOTES } from '../../../shared/libraries/leidraad'
import { type LibraryTheme, THEMES } from '../../../shared/libraries/themes'
import { inLanguage, nameOf, t, titleOf } from '../../text'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { EmptyState } from '../../ui/EmptyState'
import { TextField } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import { DepartmentChoice } from '../dashboard/people/DepartmentChoice'
import { Segments } from '../dashboard/Segments'
import { Search } from '../work/fields'
import { controlHref, type LibrariesRoute } from './route'
import { l, problemWords } from './say'
import { plain } from './words'
import { useLibrary } from './world'

const CONTROLS_SHELF = 'controls'

export const Libraries = ({ page }: { readonly page: LibrariesRoute }) => {
  const { router } = useModel()
  const words = l().libraries
  const framework = FRAMEWORKS.find(({ id }) => id === page.library)
  return (
    <div class="page libraries">
      <header class="page-head">
        <div>
          <h1>{l().tabs.libraries}</h1>
          <p class="quiet">{words.intro}</p>
        </div>
      </header>
      <Segments
        label={words.choose}
        options={[
          [CONTROLS_SHELF, words.controls] as const,
          ...FRAMEWORKS.map((each) => [each.id as string, shortName(each)] as const),
        ]}
        chosen={framework ? framework.id : CONTROLS_SHELF}
        onChoose={(library) => router.swap({ ...page, library })}
      />
      {!framework ? (
        <ControlShelf />
      ) : framework.id === 'leidraad' ? (
        <Guide framework={framework} />
      ) : (
        <FrameworkShelf key={framework.id} framework={framework} />
      )}
    </div>
  )
}

export const shortName = ({ id, name, nameEn }: Framework): string =>
  id === 'leidraad' ? inLanguage('Leidraad', 'Guide') : inLanguage(name, nameEn)

const Note = ({ name, note, version }: { name: string; note: string; version: string }) => (
  <div class="shelf-head">
    <h2>
      {name} <span class="quiet">{l().libraries.version(version)}</span>
    </h2>
    <p class="quiet">{note}</p>
  </div>
)

// Controls

/** The controls of the library by theme; those that are chosen are taken over together. */
const ControlShelf = () => {
  const { store } = useModel()
  const library = useLibrary()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const isAdopting = useSignal(false)
  const words = l().libraries
  const own = new Set(store.controls.value.flatMap(({ key, origin }) => (origin ? [key, origin] : [key])))
  const wanted = plain(search.trim())
  const found = CONTROLS.filter((control) => plain(`${control.title} ${control.titleEn}`).includes(wanted))
  const may = library.mayManage()
  const toggle = (keys: readonly string[], isOn: boolean): void => {
    const next = new Set(chosen)
    for (const key of keys) {
      if (isOn) next.add(key)
      else next.delete(key)
    }
    setChosen(next)
  }
  const open = found.filter(({ key }) => !own.has(key)).map(({ key }) => key)
  return (
    <section class="panel" aria-label={words.controls}>
      <Note name={words.controls} note={words.controlsNote} version={CONTROLS_VERSION} />
      <div class="panel-head">
        <Search label={words.search} value={search} onInput={setSearch} />
        {may && open.length > 0 && (
          <div class="pick-verbs">
            <Button look="plain" onClick={() => toggle(open, true)}>
              {words.adoptAll}
            </Button>
            <Button look="plain" onClick={() => setChosen(new Set())}>
              {words.adoptNone}
            </Button>
          </div>
        )}
        <p class="quiet" role="status">
          {words.adoptedOf(CONTROLS.filter(({ key }) => own.has(key)).length, CONTROLS.length)}
        </p>
      </div>
      {THEMES.map((theme) => {
        const inTheme = found.filter((control) => control.theme === theme.key)
        return inTheme.length === 0 ? null : (
          <ThemeShelf
            key={theme.key}
            theme={theme}
            controls={inTheme}
            own={own}
            chosen={chosen}
            may={may}
            onToggle={toggle}
          />
        )
      })}
      {found.length === 0 && <EmptyState title={l().none}>{l().noneNext}</EmptyState>}
      {chosen.size > 0 && (
        <div class="shelf-foot">
          <Button
            look="primary"
            onClick={() => {
              isAdopting.value = true
            }}
          >
            <Icon name="plus" />
            {words.adopt(chosen.size)}
          </Button>
        </div>
      )}
      {isAdopting.value && (
        <Adopt
          keys={[...chosen]}
          onDone={() => setChosen(new Set())}
          onClose={() => {
            isAdopting.value = false
          }}
        />
      )}
    </section>
  )
}

const ThemeShelf = ({
  theme,
  controls,
  own,
  chosen,
  may,
  onToggle,
}: {
  readonly theme: LibraryTheme
  readonly controls: readonly LibraryControl[]
  readonly own: ReadonlySet<string>
  readonly chosen: ReadonlySet<string>
  readonly may: boolean
  readonly onToggle: (keys: readonly string[], isOn: boolean) => void
}) => (
  <section class="shelf-theme" aria-labelledby={`shelf-${theme.key}`}>
    <h3 id={`shelf-${theme.key}`}>
      <span class="ref-code">{theme.code}</span> {nameOf(theme)}
    </h3>
    <ul class="shelf-list">
      {controls.map((control) => (
        <li key={control.key}>
          {own.has(control.key) ? (
            <span class="shelf-item">
              <Icon name="confirmed" />
              <span>
                <a href={controlHref(control.key)}>{titleOf(control)}</a>{' '}
                <span class="quiet">{l().libraries.adopted}</span>
              </span>
            </span>
          ) : (
            <Pick
              control={control}
              isChosen={may ? chosen.has(control.key) : undefined}
              onToggle={(isOn) => onToggle([control.key], isOn)}
            />
          )}
        </li>
      ))}
    </ul>
  </section>
)

/** @param isChosen nothing where one may not choose */
const Pick = ({
  control,
  isChosen,
  onToggle,
}: {
  readonly control: LibraryControl
  readonly isChosen: boolean | undefined
  readonly onToggle: (isOn: boolean) => void
}) => {
  const words = (
    <span>
      {titleOf(control)}{' '}
      <span class="quiet">
        {[t().rhythms[control.rhythm].toLowerCase(), l().types[control.type], control.isKey && l().key]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  )
  if (isChosen === undefined) return <span class="shelf-item">{words}</span>
  return (
    <label class="shelf-item">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={({ currentTarget }) => onToggle(currentTarget.checked)}
      />
      {words}
    </label>
  )
}

const Adopt = ({
  keys,
  onDone,
  onClose,
}: {
  readonly keys: readonly string[]
  readonly onDone: () => void
  readonly onClose: () => void
}) => {
  const { store, toast } = useModel()
  const library = useLibrary()
  const [departments, setDepartments] = useState<readonly string[]>([])
  const words = l().libraries
  const options = store.departments.value.map((each) => [each.key, nameOf(each)] as const)
  return (
    <Dialog title={words.adoptTitle} closeLabel={t().app.close} onClose={onClose} wide>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          const said = library.adopt(keys, departments)
          toast.value = { text: words.done(said), undo: () => library.undo() }
          onDone()
          onClose()
        }}
      >
        <p class="field-hint">{words.adoptHint}</p>
        <DepartmentChoice
          label={l().form.departments}
          options={options}
          chosen={departments}
          onChange={setDepartments}
        />
        <div class="form-foot">
          <Button onClick={onClose}>{t().app.cancel}</Button>
          <Button look="primary" type="submit">
            {words.adopt(keys.length)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

// The guide

/** Themes and goals of the guide, and those of one's own; to each goal a risk and what helps, and how many controls it has. */
const Guide = ({ framework }: { readonly framework: Framework }) => {
  const { store, toast } = useModel()
  const library = useLibrary()
  const editing = useSignal<string | undefined>(undefined)
  const words = l().libraries
  const own = new Map(store.themes.value.map((theme) => [theme.key, theme]))
  const builtIn = new Set(THEMES.map(({ key }) => key))
  const shown = [
    ...THEMES.map((theme) => own.get(theme.key) ?? theme),
    ...store.themes.value.filter(({ key }) => !builtIn.has(key)),
  ]
  const controlsOf = (goal: string): number =>
    store.controls.value.filter((control) => control.goal === goal).length
  const may = library.mayManage()
  const edited = editing.value === undefined ? undefined : own.get(editing.value)
  return (
    <section class="panel" aria-label={framework.name}>
      <Note
        name={inLanguage(framework.name, framework.nameEn)}
        note={inLanguage(framework.note, framework.noteEn)}
        version={framework.version}
      />
      {shown.map((theme) => (
        <details key={theme.key} class="guide-theme">
          <summary>
            <span class="ref-code">{theme.code}</span> {nameOf(theme)}{' '}
            {own.has(theme.key) && <span class="quiet">{words.adopted}</span>}
          </summary>
          {may &&
            (own.has(theme.key) ? (
              <Button
                aria-label={words.rewordOf(theme.code || theme.name)}
                onClick={() => {
                  editing.value = theme.key
                }}
              >
                <Icon name="edit" />
                {words.reword}
              </Button>
            ) : (
              <Button
                onClick={() => {
                  library.adoptTheme(theme.key)
                  toast.value = { text: words.themeTaken(nameOf(theme)), undo: () => library.undo() }
                }}
              >
                <Icon name="plus" />
                {words.takeTheme}
              </Button>
            ))}
          <ul class="guide-goals">
            {theme.goals.map((goal) => (
              <li key={goal.code}>
                <p>
                  <span class="ref-code">{goal.code}</span> {nameOf(goal)}{' '}
                  <span class="quiet">{words.goalControls(controlsOf(goal.code))}</span>
                </p>
                <GoalNotes code={goal.code} />
              </li>
            ))}
          </ul>
        </details>
      ))}
      {edited && (
        <ThemeForm
          theme={edited}
          onClose={() => {
            editing.value = undefined
          }}
        />
      )}
    </section>
  )
}

/** A theme and its goals in the organisation's own words. */
const ThemeForm = ({ theme, onClose }: { readonly theme: Theme; readonly onClose: () => void }) => {
  const { toast } = useModel()
  const library = useLibrary()
  const [name, setName] = useState(theme.name)
  const [goals, setGoals] = useState<readonly Goal[]>(theme.goals)
  const [problem, setProblem] = useState<string | undefined>()
  const words = l().libraries
  const change = (index: number, changes: Partial<Goal>): void =>
    setGoals(goals.map((goal, at) => (at === index ? { ...goal, ...changes } : goal)))
  const save = (): void => {
    // What is put in other words has no translation any more.
    const said = goals.map((goal) => {
      const before = theme.goals.find(({ code }) => code === goal.code)
      return before?.name === goal.name ? goal : { ...goal, nameEn: '' }
    })
    const objection = library.changeTheme(theme.key, {
      name: name.trim(),
      goals: said,
      ...(name.trim() !== theme.name && { nameEn: null }),
    })
    setProblem(objection)
    if (objection) return
    toast.value = { text: words.saved(theme.code || name), undo: () => library.undo() }
    onClose()
  }
  return (
    <Dialog
      title={words.rewordOf(theme.code || theme.name)}
      closeLabel={t().app.close}
      onClose={onClose}
      wide
    >
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField label={words.name} value={name} maxLength={200} onInput={setName} />
        {goals.map((goal, index) => (
          <div class="goal-row" key={index}>
            <TextField
              label={words.code}
              value={goal.code}
              maxLength={20}
              readOnly={index < theme.goals.length}
              onInput={(code) => change(index, { code })}
            />
            <TextField
              label={l().form.goal}
              value={goal.name}
              maxLength={400}
              onInput={(text) => change(index, { name: text })}
            />
          </div>
        ))}
        <div>
          <Button onClick={() => setGoals([...goals, { code: '', name: '', nameEn: '' }])}>
            <Icon name="plus" />
            {words.addGoal}
          </Button>
        </div>
        {problem && (
          <p class="field-error" role="alert">
            {problemWords(problem)}
          </p>
        )}
        <div class="form-foot">
          <Button onClick={onClose}>{t().app.cancel}</Button>
          <Button look="primary" type="submit">
            {t().app.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const GoalNotes = ({ code }: { readonly code: string }) => {
  const note = GOAL_NOTES[code]
  if (!note) return null
  return (
    <dl class="goal-notes">
      <dt>{l().libraries.risk}</dt>
      <dd>{inLanguage(note.risk, note.riskEn)}</dd>
      <dt>{l().libraries.measures}</dt>
      <dd>
        <ul class="plain-list">
          {note.measures.map((each) => (
            <li key={each.name}>{nameOf(each)}</li>
          ))}
        </ul>
      </dd>
    </dl>
  )
}

// Other frameworks

type Line = FrameworkItem & { readonly requirement: Requirement | undefined }

/** What a framework asks: as it is built in, or as the organisation adopted, reworded and added to it. */
const FrameworkShelf = ({ framework }: { readonly framework: Framework }) => {
  const { toast } = useModel()
  const library = useLibrary()
  const words = l().libraries
  const editing = useSignal<Requirement | 'new' | undefined>(undefined)
  const name = inLanguage(framework.name, framework.nameEn)
  const taken = library.requirements.value.filter((each) => each.framework === framework.id)
  const byAbout = new Map(taken.map((each) => [each.about, each]))
  const builtIn: readonly Line[] = framework.items.map((item) => ({
    ...item,
    requirement: byAbout.get(requirementAbout(framework.id, item.code)),
  }))
  const codes = new Set(framework.items.map(({ code }) => requirementAbout(framework.id, code)))
  const added: readonly Line[] = taken
    .filter(({ about }) => !codes.has(about))
    .map((requirement) => ({ code: requirement.code, name: '', nameEn: '', parent: '-', requirement }))
  const may = library.mayManage()
  return (
    <section class="panel" aria-label={name}>
      <Note name={name} note={inLanguage(framework.note, framework.noteEn)} version={framework.version} />
      <div class="panel-head">
        <p class="quiet" role="status">
          {taken.length === 0 ? words.notTaken : words.isTaken}
        </p>
        {may && (
          <div class="page-verbs">
            {builtIn.some(({ requirement }) => !requirement) && (
              <Button
                look={taken.length === 0 ? 'primary' : 'standard'}
                onClick={() => {
                  const said = library.adoptFramework(framework)
                  toast.value = { text: words.frameworkTaken(name, said), undo: () => library.undo() }
                }}
              >
                {words.takeFramework}
              </Button>
            )}
            {taken.length > 0 && (
              <Button
                onClick={() => {
                  editing.value = 'new'
                }}
              >
                <Icon name="plus" />
                {words.addOwn}
              </Button>
            )}
          </div>
        )}
      </div>
      <ul class="framework-items">
        {[...builtIn, ...added].map((line) => (
          <Item
            key={line.code}
            line={line}
            may={may}
            onReword={(requirement) => {
              editing.value = requirement
            }}
          />
        ))}
      </ul>
      {editing.value && (
        <RequirementForm
          framework={framework.id}
          requirement={editing.value === 'new' ? undefined : editing.value}
          onClose={() => {
            editing.value = undefined
          }}
        />
      )}
    </section>
  )
}

const Item = ({
  line: { code, parent, requirement, ...item },
  may,
  onReword,
}: {
  readonly line: Line
  readonly may: boolean
  readonly onReword: (requirement: Requirement) => void
}) => {
  const { toast } = useModel()
  const library = useLibrary()
  const words = l().libraries
  const isOwn = requirement !== undefined && requirement.name !== item.name
  return (
    <li class={parent === undefined ? 'framework-item is-top' : 'framework-item'}>
      <span class="ref-code">{code}</span>
      <span>
        {nameOf(isOwn ? { name: requirement.name } : item)}{' '}
        {requirement?.reference && <span class="quiet">{requirement.reference}</span>}{' '}
        {isOwn && <Badge>{words.own}</Badge>}
      </span>
      {may && requirement && (
        <span class="item-verbs">
          <Button
            look="icon"
            aria-label={words.rewordOf(code)}
            title={words.reword}
            onClick={() => onReword(requirement)}
          >
            <Icon name="edit" />
          </Button>
          <Button
            look="icon"
            aria-label={words.removeOf(code)}
            title={words.remove}
            onClick={() => {
              if (library.removeRequirement(requirement.key)) return
              toast.value = { text: words.removed(code), undo: () => library.undo() }
            }}
          >
            <Icon name="trash" />
          </Button>
        </span>
      )}
    </li>
  )
}

const RequirementForm = ({
  framework,
  requirement,
  onClose,
}: {
  readonly framework: string
  readonly requirement: Requirement | undefined
  readonly onClose: () => void
}) => {
  const { toast } = useModel()
  const library = useLibrary()
  const [code, setCode] = useState(requirement?.code ?? '')
  const [name, setName] = useState(requirement?.name ?? '')
  const [reference, setReference] = useState(requirement?.reference ?? '')
  const [problem, setProblem] = useState<string | undefined>()
  const words = l().libraries
  const error = (of: string): string | undefined => (problem === of ? problemWords(of) : undefined)
  const save = (): void => {
    const objection = requirement
      ? library.changeRequirement(requirement.key, { name: name.trim(), reference: reference.trim() || null })
      : library.addRequirement({ framework, code, name, reference })
    setProblem(objection)
    if (objection) return
    toast.value = { text: words.saved(code), undo: () => library.undo() }
    onClose()
  }
  return (
    <Dialog
      title={requirement ? words.rewordOf(requirement.code) : words.addOwn}
      closeLabel={t().app.close}
      onClose={onClose}
    >
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {!requirement && (
          <TextField
            label={words.code}
            error={error('code-missing') ?? error('code-taken')}
            value={code}
            maxLength={20}
            onInput={setCode}
          />
        )}
        <TextField
          label={words.name}
          error={error('name-missing')}
          value={name}
          maxLength={300}
          onInput={setName}
        />
        <TextField
          label={words.reference}
          hint={words.referenceHint}
          value={reference}
          maxLength={60}
          onInput={setReference}
        />
        <div class="form-foot">
          <Button onClick={onClose}>{t().app.cancel}</Button>
          <Button look="primary" type="submit">
            {t().app.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
