/** Which controls cover which requirement of a framework, and which requirements no control covers. */
import { useSignal } from '@preact/signals'
import { useState } from 'preact/hooks'
import type { Control } from '../../../shared/kinds/control'
import { CROSSWALK, FRAMEWORKS, type FrameworkId } from '../../../shared/libraries/frameworks'
import { inLanguage, nameOf, t, titleOf } from '../../text'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import { Segments } from '../dashboard/Segments'
import { Filter, Search } from '../work/fields'
import { COVERAGE_SHOWS, type CoverageRoute, controlHref, controlsHref, LIBRARIES } from './route'
import { l } from './say'
import { plain } from './words'
import { useLibrary } from './world'

type Asked = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly isTop: boolean
  /** The subject to link controls to; goals of the guide are chosen in the form of a control. */
  readonly about: string | undefined
  readonly controls: readonly Control[]
}

export const Coverage = ({ page }: { readonly page: CoverageRoute }) => {
  const { router } = useModel()
  const library = useLibrary()
  const linking = useSignal<string | undefined>(undefined)
  const asked = useAsked(page.framework)
  const words = l().coverage
  // What only holds others together asks nothing itself.
  const leaves = asked.filter(({ isTop }) => !isTop)
  const shown = page.show === 'open' ? leaves.filter(({ controls }) => controls.length === 0) : asked
  const chosen = leaves.find(({ about }) => about !== undefined && about === linking.value)
  return (
    <div class="page coverage">
      <header class="page-head">
        <div>
          <h1>{l().tabs.coverage}</h1>
          <p class="quiet">{words.intro}</p>
        </div>
      </header>
      <search class="work-filters">
        <Filter
          label={words.framework}
          value={page.framework}
          options={FRAMEWORKS.map((each) => [each.id as string, inLanguage(each.name, each.nameEn)] as const)}
          onChoose={(framework) => router.swap({ ...page, framework })}
        />
        <Segments
          label={words.show}
          options={COVERAGE_SHOWS.map((show) => [show, words.shows[show]] as const)}
          chosen={page.show}
          onChoose={(show) => router.swap({ ...page, show })}
        />
      </search>
      {asked.length === 0 ? (
        <EmptyState title={words.notAdopted}>
          <p>{words.notAdoptedNext}</p>
          <a class="button button-primary" href={controlsHref({ ...LIBRARIES, library: page.framework })}>
            {l().toLibraries}
          </a>
        </EmptyState>
      ) : (
        <>
          <p role="status">
            <strong>
              {words.summary(leaves.filter(({ controls }) => controls.length > 0).length, leaves.length)}
            </strong>{' '}
            {page.framework === 'leidraad' && library.mayManage() && (
              <span class="quiet">{words.goalUnknown}</span>
            )}
          </p>
          {shown.length === 0 ? (
            <EmptyState title={words.nothingOpen}>{words.nothingOpenNext}</EmptyState>
          ) : (
            <section class="panel">
              <Table
                asked={shown}
                onLink={(about) => {
                  linking.value = about
                }}
              />
            </section>
          )}
        </>
      )}
      {chosen && (
        <Link
          asked={chosen}
          framework={page.framework}
          onClose={() => {
            linking.value = undefined
          }}
        />
      )}
    </div>
  )
}

/** What a framework asks, and who answers to it: goals of the guide, or requirements as they were adopted. */
const useAsked = (framework: string): readonly Asked[] => {
  const { store } = useModel()
  const library = useLibrary()
  const today = store.today.value
  const controls = store.controls.value.filter(({ until }) => until === undefined || until >= today)
  if (framework === 'leidraad')
    return store.themes.value.flatMap((theme) => [
      {
        code: theme.code,
        name: theme.name,
        nameEn: theme.nameEn,
        isTop: true,
        about: undefined,
        controls: [],
      },
      ...theme.goals.map((goal) => ({
        ...goal,
        isTop: false,
        about: undefined,
        controls: controls.filter((control) => control.goal === goal.code),
      })),
    ])
  const own = library.requirements.value.filter((each) => each.framework === framework)
  const parents = new Set(own.flatMap(({ parent }) => parent ?? []))
  return own.map(({ code, name, nameEn, about }) => ({
    code,
    name,
    nameEn,
    isTop: parents.has(code),
    about,
    controls: controls.filter(({ requirements }) => requirements.includes(about)),
  }))
}

const Table = ({
  asked,
  onLink,
}: {
  readonly asked: readonly Asked[]
  readonly onLink: (about: string) => void
}) => {
  const library = useLibrary()
  const words = l().coverage
  const may = library.mayManage()
  return (
    <table class="table coverage-table">
      <thead>
        <tr>
          <th scope="col">{words.columns.requirement}</th>
          <th scope="col">{words.columns.controls}</th>
          {may && (
            <th scope="col">
              <span class="visually-hidden">{words.link}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {asked.map((each) => (
          <tr key={each.code} class={each.isTop ? 'is-top' : undefined}>
            <th scope={each.isTop ? 'rowgroup' : 'row'} colSpan={each.isTop ? (may ? 3 : 2) : 1}>
              <span class="ref-code">{each.code}</span> {nameOf(each)}
            </th>
            {!each.isTop && (
              <td data-label={words.columns.controls}>
                <Covering controls={each.controls} />
              </td>
            )}
            {!each.isTop && may && (
              <td class="verbs">
                {each.about && (
                  <Button aria-label={words.linkOf(each.code)} onClick={() => onLink(each.about as string)}>
                    <Icon name="link" />
                    {words.link}
                  </Button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const FEW = 3

const Covering = ({ controls }: { readonly controls: readonly Control[] }) => {
  if (controls.length === 0)
    return (
      <span class="uncovered">
        <Icon name="warning" size="1em" /> {l().coverage.none}
      </span>
    )
  const rest = controls.slice(FEW)
  return (
    <>
      <ul class="covering">
        {controls.slice(0, FEW).map((control) => (
          <ControlItem key={control.key} control={control} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{l().rhythm.andMore(rest.length)}</summary>
          <ul class="covering">
            {rest.map((control) => (
              <ControlItem key={control.key} control={control} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const ControlItem = ({ control }: { readonly control: Control }) => (
  <li>
    <a href={controlHref(control.key)}>{titleOf(control)}</a>
  </li>
)

/** Says which controls answer to a requirement; what belongs to the same themes by the crosswalk comes first. */
const Link = ({
  asked,
  framework,
  onClose,
}: {
  readonly asked: Asked
  readonly framework: string
  readonly onClose: () => void
}) => {
  const { store, theme, toast } = useModel()
  const library = useLibrary()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(asked.controls.map(({ key }) => key)),
  )
  const [search, setSearch] = useState('')
  const words = l().coverage
  const themes = new Set(
    CROSSWALK.filter((crossing) => codesOf(crossing, framework).includes(asked.code)).map(
      (each) => each.theme,
    ),
  )
  const isNear = (control: Control): boolean => themes.has(theme.value.get(control.theme)?.code ?? '')
  const [order] = useState(() =>
    [...store.controls.value].sort((a, b) => rank(b) - rank(a) || a.title.localeCompare(b.title, 'nl')),
  )
  function rank(control: Control): number {
    return (asked.controls.includes(control) ? 2 : 0) + (isNear(control) ? 1 : 0)
  }
  const wanted = plain(search.trim())
  return (
    <Dialog title={words.linkOf(asked.code)} closeLabel={t().app.close} onClose={onClose} wide>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (asked.about === undefined || library.coverRequirement(asked.about, [...chosen])) return
          toast.value = { text: words.saved(asked.code), undo: () => library.undo() }
          onClose()
        }}
      >
        <p>{nameOf(asked)}</p>
        <p class="field-hint">{words.linkHint}</p>
        <Search label={words.search} value={search} onInput={setSearch} />
        <ul class="shelf-list link-list">
          {order
            .filter((control) => plain(`${control.title} ${control.titleEn}`).includes(wanted))
            .map((control) => (
              <li key={control.key}>
                <label class="shelf-item">
                  <input
                    type="checkbox"
                    checked={chosen.has(control.key)}
                    onChange={({ currentTarget }) => {
                      const next = new Set(chosen)
                      if (currentTarget.checked) next.add(control.key)
                      else next.delete(control.key)
                      setChosen(next)
                    }}
                  />
                  <span>
                    {titleOf(control)} {isNear(control) && <span class="quiet">{words.proposed}</span>}
                  </span>
                </label>
              </li>
            ))}
        </ul>
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

const codesOf = (crossing: (typeof CROSSWALK)[number], framework: string): readonly string[] =>
  framework === 'leidraad' ? [] : (crossing[framework as Exclude<FrameworkId, 'leidraad'>] ?? [])
