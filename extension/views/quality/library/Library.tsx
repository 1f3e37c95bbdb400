/** Definitions: one's own, and those of the library to adopt and reword. Who may not manage them reads them. */
import { useSignal } from '@preact/signals'
import { useMemo, useState } from 'preact/hooks'
import type { LibraryEntry } from '../../../../shared/commands/indicators'
import { type Indicator, PERSPECTIVES } from '../../../../shared/kinds/indicator'
import { FIRST_INDICATORS, INDICATORS } from '../../../../shared/libraries/indicators'
import { inLanguage, nameOf, t } from '../../../text'
import { dayWords } from '../../../text/dates'
import { Badge } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { EmptyState } from '../../../ui/EmptyState'
import { TextField } from '../../../ui/Field'
import { Icon } from '../../../ui/Icon'
import { Menu, type MenuItem } from '../../../ui/Menu'
import { useModel } from '../../dashboard/context'
import { listOf } from '../../dashboard/words'
import { indicatorHref, type LibrarySection, qualityHref } from '../route'
import { inWords, q } from '../say'
import { DASH, targetWords } from '../words'
import { useWorld } from '../world'
import { IndicatorDialog } from './IndicatorDialog'

type Opened =
  | { readonly kind: 'add' }
  | { readonly kind: 'adopt'; readonly entry: LibraryEntry }
  | { readonly kind: 'change' | 'end' | 'remove'; readonly indicator: Indicator }

export const Library = ({ part }: { readonly part: LibrarySection }) => {
  const { quality, look } = useWorld()
  const search = useSignal('')
  const opened = useSignal<Opened | undefined>(undefined)
  const close = (): void => {
    opened.value = undefined
  }
  const open = (next: Opened): void => {
    opened.value = next
  }
  const words = q().library
  const mayManage = quality.mayManageIndicators()
  const now = opened.value
  return (
    <div class="page library">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{mayManage ? words.intro : words.readOnly}</p>
        </div>
        {mayManage && (
          <Button look="primary" onClick={() => open({ kind: 'add' })}>
            <Icon name="plus" />
            {words.add}
          </Button>
        )}
      </header>
      <div class="scorecard-filters">
        <nav class="tabs library-tabs" aria-label={words.sectionsLabel}>
          {(['own', 'library'] as const).map((each) => (
            <a
              key={each}
              href={qualityHref({ page: 'quality', section: 'library', part: each })}
              aria-current={each === part ? 'page' : undefined}
            >
              {words.sections[each]} ({each === 'own' ? look.indicators.value.length : INDICATORS.length})
            </a>
          ))}
        </nav>
        <label class="inline-field">
          <span>{words.search}</span>
          <input
            class="input"
            type="search"
            value={search.value}
            onInput={({ currentTarget }) => {
              search.value = currentTarget.value
            }}
          />
        </label>
      </div>
      <section class="panel">
        {part === 'own' ? (
          <Own search={search.value} onOpen={open} />
        ) : (
          <ToAdopt search={search.value} onOpen={open} />
        )}
      </section>
      {now?.kind === 'add' && <IndicatorDialog onClose={close} />}
      {now?.kind === 'adopt' && <IndicatorDialog entry={now.entry} onClose={close} />}
      {now?.kind === 'change' && <IndicatorDialog indicator={now.indicator} onClose={close} />}
      {now?.kind === 'end' && <EndDialog indicator={now.indicator} onClose={close} />}
      {now?.kind === 'remove' && <RemoveDialog indicator={now.indicator} onClose={close} />}
    </div>
  )
}

type Listed = { readonly search: string; readonly onOpen: (opened: Opened) => void }

const Own = ({ search, onOpen }: Listed) => {
  const { look, quality } = useWorld()
  const model = useModel()
  const words = q().library
  const indicators = look.indicators.value.filter((indicator) =>
    holds(search, [indicator.name, indicator.nameEn, indicator.key]),
  )
  if (look.indicators.value.length === 0)
    return <EmptyState title={words.noneOwn}>{q().scorecard.emptyNext}</EmptyState>
  if (indicators.length === 0) return <EmptyState title={words.none}>{words.noneNext}</EmptyState>
  return (
    <table class="table">
      <caption class="visually-hidden">{words.sections.own}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.name}</th>
          <th scope="col">{words.columns.rhythm}</th>
          <th scope="col">{words.columns.target}</th>
          <th scope="col">{words.columns.departments}</th>
          <th scope="col">{words.columns.owner}</th>
          {quality.mayManageIndicators() && (
            <th scope="col">
              <span class="visually-hidden">{words.columns.verbs}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {indicators.map((indicator) => (
          <tr key={indicator.key}>
            <th scope="row">
              <a href={indicatorHref(indicator.key)}>{inWords(indicator, 'name')}</a>
              {indicator.until && (
                <p class="quiet">
                  {q().definition.until} {dayWords(indicator.until)}
                </p>
              )}
            </th>
            <td data-label={words.columns.rhythm}>{t().rhythms[indicator.rhythm]}</td>
            <td data-label={words.columns.target}>{targetWords(indicator) ?? DASH}</td>
            <td data-label={words.columns.departments}>
              {listOf(indicator.departments.map((key) => nameOrKey(model.department.value.get(key), key))) ||
                DASH}
            </td>
            <td data-label={words.columns.owner}>{model.nameOf(indicator.owner) || DASH}</td>
            {quality.mayManageIndicators() && (
              <td class="verbs">
                <Menu label={words.moreFor(inWords(indicator, 'name'))} items={verbsOf(indicator, onOpen)} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const verbsOf = (indicator: Indicator, onOpen: (opened: Opened) => void): readonly MenuItem[] => [
  { icon: 'settings', label: q().library.change, onChoose: () => onOpen({ kind: 'change', indicator }) },
  { icon: 'calendar', label: q().library.end, onChoose: () => onOpen({ kind: 'end', indicator }) },
  { icon: 'trash', label: q().library.remove, onChoose: () => onOpen({ kind: 'remove', indicator }) },
]

const ToAdopt = ({ search, onOpen }: Listed) => {
  const { look, quality } = useWorld()
  const words = q().library
  const mayManage = quality.mayManageIndicators()
  const adopted = useMemo(
    () =>
      new Map(
        look.indicators.value.flatMap((each) => (each.library ? [[each.library.id, each] as const] : [])),
      ),
    [look.indicators.value],
  )
  const found = INDICATORS.filter(({ id, fields }) =>
    holds(search, [id, fields.name, fields.nameEn ?? '', fields.description ?? '']),
  )
  if (found.length === 0) return <EmptyState title={words.none}>{words.noneNext}</EmptyState>
  return (
    <>
      {PERSPECTIVES.map((perspective) => {
        const entries = found
          .filter(({ fields }) => fields.perspective === perspective)
          .sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
        if (entries.length === 0) return null
        return (
          <section key={perspective} class="library-group">
            <h2>{q().perspectives[perspective]}</h2>
            <ul class="library-list">
              {entries.map((entry) => (
                <EntryItem
                  key={entry.id}
                  entry={entry}
                  own={adopted.get(entry.id)}
                  onAdopt={mayManage ? () => onOpen({ kind: 'adopt', entry }) : undefined}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

const isFirst = ({ id }: LibraryEntry): boolean => (FIRST_INDICATORS as readonly string[]).includes(id)

const EntryItem = ({
  entry,
  own,
  onAdopt,
}: {
  readonly entry: LibraryEntry
  readonly own: Indicator | undefined
  readonly onAdopt: (() => void) | undefined
}) => {
  const words = q().library
  const { fields } = entry
  const name = inLanguage(fields.name, fields.nameEn ?? undefined)
  const formula = inLanguage(fields.formula ?? '', fields.formulaEn ?? undefined)
  return (
    <li class="library-item">
      <div>
        <h3>
          {name} {isFirst(entry) && !own && <Badge tone="info">{words.first}</Badge>}
        </h3>
        <p>{inLanguage(fields.description ?? '', fields.descriptionEn ?? undefined)}</p>
        <p class="quiet">
          {[formula, fields.rhythm && t().rhythms[fields.rhythm]].filter(Boolean).join(' · ')}
        </p>
        {own && (
          <p class="quiet">
            <a href={indicatorHref(own.key)}>
              {own.name === fields.name ? words.adopted : words.adoptedAs(inWords(own, 'name'))}
            </a>
          </p>
        )}
      </div>
      {onAdopt && (
        <div>
          <Button aria-label={own ? `${words.again}: ${name}` : words.adoptOf(name)} onClick={onAdopt}>
            {own ? words.again : words.adopt}
          </Button>
        </div>
      )}
    </li>
  )
}

const EndDialog = ({
  indicator,
  onClose,
}: {
  readonly indicator: Indicator
  readonly onClose: () => void
}) => {
  const { quality } = useWorld()
  const { toast, store } = useModel()
  const [day, setDay] = useState(indicator.until ?? store.today.value)
  const words = q().library
  const name = inWords(indicator, 'name')
  const undo = (): void => void quality.undo()
  return (
    <Dialog title={words.endOf(name)} closeLabel={t().app.close} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (day === '') return
          quality.endIndicator(indicator.key, day)
          toast.value = { text: words.ended(name, dayWords(day)), undo }
          onClose()
        }}
      >
        <p>{words.endText}</p>
        <TextField label={words.endDay} type="date" value={day} onInput={setDay} />
        <div class="form-foot">
          {indicator.until && (
            <Button
              onClick={() => {
                quality.changeIndicator(indicator.key, { until: null })
                toast.value = { text: words.resumed(name), undo }
                onClose()
              }}
            >
              {words.resume}
            </Button>
          )}
          <Button type="submit" look="primary">
            {words.end}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const RemoveDialog = ({
  indicator,
  onClose,
}: {
  readonly indicator: Indicator
  readonly onClose: () => void
}) => {
  const { quality } = useWorld()
  const { toast } = useModel()
  const words = q().library
  const name = inWords(indicator, 'name')
  return (
    <Dialog title={words.removeSure(name)} closeLabel={t().app.close} onClose={onClose}>
      <div class="form">
        <p>{words.removeText}</p>
        <div class="form-foot">
          <Button onClick={onClose}>{t().app.cancel}</Button>
          <Button
            look="danger"
            onClick={() => {
              quality.removeIndicator(indicator.key)
              toast.value = { text: words.removed(name), undo: () => void quality.undo() }
              onClose()
            }}
          >
            {words.remove}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

type Named = { readonly name: string; readonly nameEn?: string }
const nameOrKey = (record: Named | undefined, key: string): string => (record ? nameOf(record) : key)

const holds = (search: string, texts: readonly string[]): boolean => {
  const wanted = search.trim().toLowerCase()
  return wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted))
}
