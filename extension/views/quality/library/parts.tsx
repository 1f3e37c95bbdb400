/** The parts of the form of a definition. */
import { useState } from 'preact/hooks'
import { chartsFor, type IndicatorObjection } from '../../../../shared/commands/indicators'
import { RHYTHMS } from '../../../../shared/kinds/control'
import {
  DATA_KINDS,
  DIRECTIONS,
  PERSPECTIVES,
  SOURCE_KINDS,
  TARGET_BASES,
} from '../../../../shared/kinds/indicator'
import { CAF_CRITERIA } from '../../../../shared/libraries/caf'
import { inLanguage, nameOf, t, titleOf } from '../../../text'
import { Button } from '../../../ui/Button'
import { Field, TextField } from '../../../ui/Field'
import { useModel } from '../../dashboard/context'
import { Choice } from '../../work/fields'
import { inWords, q } from '../say'
import { useWorld } from '../world'
import type { Draft, NumberName } from './draft'

type Part = { readonly draft: Draft; readonly set: (changes: Partial<Draft>) => void }
type Checked = Part & { readonly wrong: readonly NumberName[] }
type Objecting = { readonly objection: IndicatorObjection | undefined }

export const WhatPart = ({ draft, set, objection }: Part & Objecting) => {
  const words = q().library.form
  return (
    <fieldset class="form-part">
      <legend>{q().library.parts.what}</legend>
      <TextField
        label={words.name}
        value={draft.name}
        maxLength={200}
        error={objection === 'name-missing' ? q().library.problems['name-missing'] : undefined}
        onInput={(name) => set({ name })}
      />
      <TextField
        label={words.nameEn}
        value={draft.nameEn}
        maxLength={200}
        onInput={(nameEn) => set({ nameEn })}
      />
      <Field label={words.description}>
        {(input) => (
          <textarea
            {...input}
            rows={3}
            maxLength={4000}
            value={draft.description}
            onInput={({ currentTarget }) => set({ description: currentTarget.value })}
          />
        )}
      </Field>
    </fieldset>
  )
}

export const HowPart = ({
  draft,
  set,
  wrong,
  objection,
  isNew,
}: Checked & Objecting & { readonly isNew: boolean }) => {
  const words = q().library.form
  const isFraction = draft.data === 'proportion' || draft.data === 'rate'
  const charts = chartsFor(draft.data)
  return (
    <fieldset class="form-part">
      <legend>{q().library.parts.how}</legend>
      <Choice
        label={words.data}
        value={draft.data}
        options={DATA_KINDS.map((kind) => [kind, q().dataKinds[kind]] as const)}
        onChoose={(data) =>
          set({
            data,
            ...(chartsFor(data).includes(draft.chart) ? {} : { chart: chartsFor(data)[0] ?? 'xmr' }),
          })
        }
      />
      <TextField
        label={words.formula}
        value={draft.formula}
        maxLength={500}
        onInput={(formula) => set({ formula })}
      />
      <div class="form-row">
        {(isFraction || draft.data === 'count') && (
          <TextField
            label={words.numerator}
            value={draft.numerator}
            maxLength={200}
            onInput={(numerator) => set({ numerator })}
          />
        )}
        {isFraction && (
          <TextField
            label={words.denominator}
            value={draft.denominator}
            maxLength={200}
            onInput={(denominator) => set({ denominator })}
          />
        )}
      </div>
      <div class="form-row">
        <TextField label={words.unit} value={draft.unit} maxLength={60} onInput={(unit) => set({ unit })} />
        {isFraction && (
          <NumberField
            name="factor"
            label={words.factor}
            hint={words.factorHint}
            draft={draft}
            set={set}
            wrong={wrong}
          />
        )}
        <NumberField name="decimals" label={words.decimals} draft={draft} set={set} wrong={wrong} />
        <Choice
          label={words.direction}
          value={draft.direction}
          options={DIRECTIONS.map((each) => [each, q().definition.directions[each]] as const)}
          onChoose={(direction) => set({ direction })}
        />
      </div>
      <Choice
        label={words.chart}
        value={draft.chart}
        options={charts.map((chart) => [chart, q().charts[chart]] as const)}
        error={objection === 'chart-does-not-fit' ? q().library.problems['chart-does-not-fit'] : undefined}
        onChoose={(chart) => set({ chart })}
      />
      <div class="form-row">
        <Choice
          label={words.rhythm}
          value={draft.rhythm}
          hint={isNew ? undefined : q().library.rhythmWarning}
          options={RHYTHMS.map((each) => [each, t().rhythms[each]] as const)}
          onChoose={(rhythm) => set({ rhythm })}
        />
        {draft.rhythm === 'yearly' && (
          <NumberField name="every" label={words.every} draft={draft} set={set} wrong={wrong} />
        )}
        <NumberField name="moment" label={words.moment} draft={draft} set={set} wrong={wrong} />
      </div>
      <div class="form-row">
        <TextField
          label={words.source}
          value={draft.source}
          maxLength={200}
          onInput={(source) => set({ source })}
        />
        <Choice
          label={words.sourceKind}
          value={draft.sourceKind}
          options={SOURCE_KINDS.map((each) => [each, q().definition.sources[each]] as const)}
          onChoose={(sourceKind) => set({ sourceKind })}
        />
      </div>
      <Field label={words.categories} hint={words.categoriesHint}>
        {(input) => (
          <textarea
            {...input}
            rows={3}
            value={draft.categories}
            onInput={({ currentTarget }) => set({ categories: currentTarget.value })}
          />
        )}
      </Field>
    </fieldset>
  )
}

export const TargetPart = ({ draft, set, wrong }: Checked) => {
  const words = q().library.form
  return (
    <fieldset class="form-part">
      <legend>{q().library.parts.target}</legend>
      <div class="form-row">
        <NumberField name="target" label={words.target} draft={draft} set={set} wrong={wrong} />
        <NumberField
          name="targetTo"
          label={words.targetTo}
          hint={words.targetToHint}
          draft={draft}
          set={set}
          wrong={wrong}
        />
        <Choice
          label={words.basis}
          value={draft.targetBasis}
          options={[
            ['', words.basisNone] as const,
            ...TARGET_BASES.map((each) => [each, q().definition.bases[each]] as const),
          ]}
          onChoose={(targetBasis) => set({ targetBasis })}
        />
      </div>
      <TextField
        label={words.targetNote}
        value={draft.targetNote}
        maxLength={1000}
        onInput={(targetNote) => set({ targetNote })}
      />
    </fieldset>
  )
}

export const WhoPart = ({
  draft,
  set,
  objection,
}: Checked & Objecting & { readonly known: readonly string[] }) => {
  const { store } = useModel()
  const words = q().library.form
  return (
    <fieldset class="form-part">
      <legend>{q().library.parts.who}</legend>
      <div class="form-row">
        <Choice
          label={words.owner}
          value={draft.owner}
          options={[
            ['', words.ownerNone] as const,
            ...store.members.value.map(({ key, name }) => [key, name] as const),
          ]}
          onChoose={(owner) => set({ owner })}
        />
        <TextField label={words.since} type="date" value={draft.since} onInput={(since) => set({ since })} />
      </div>
      <Picks
        label={words.departments}
        options={store.departments.value.map((department) => [department.key, nameOf(department)] as const)}
        chosen={draft.departments}
        error={objection === 'no-departments' ? q().library.problems['no-departments'] : undefined}
        onChoose={(departments) => set({ departments })}
      />
    </fieldset>
  )
}

export const LinksPart = ({ draft, set }: Part) => {
  const { store } = useModel()
  const { look } = useWorld()
  const words = q().library.form
  return (
    <fieldset class="form-part">
      <legend>{q().library.parts.links}</legend>
      <div class="form-row">
        <Choice
          label={words.perspective}
          value={draft.perspective}
          options={[
            ['', words.none] as const,
            ...PERSPECTIVES.map((each) => [each, q().perspectives[each]] as const),
          ]}
          onChoose={(perspective) => set({ perspective })}
        />
        <Choice
          label={words.theme}
          value={draft.theme}
          options={[
            ['', words.none] as const,
            ...store.themes.value.map((theme) => [theme.key, nameOf(theme)] as const),
          ]}
          onChoose={(theme) => set({ theme })}
        />
      </div>
      <Choice
        label={words.objective}
        value={draft.objective}
        options={[
          ['', words.none] as const,
          ...look.objectives.value.map(
            (each) => [each.key, `${each.code} ${inWords(each, 'name')}`.trim()] as const,
          ),
        ]}
        onChoose={(objective) => set({ objective })}
      />
      <Field label={words.caf}>
        {(input) => (
          <select
            {...input}
            value={draft.caf}
            onChange={({ currentTarget }) => set({ caf: currentTarget.value })}
          >
            <option value="">{words.none}</option>
            {CAF_CRITERIA.map((criterion) => (
              <optgroup
                key={criterion.code}
                label={`${criterion.code} ${inLanguage(criterion.name, criterion.nameEn)}`}
              >
                {criterion.subcriteria.map(({ code, name, nameEn }) => (
                  <option key={code} value={code}>
                    {code} {inLanguage(name, nameEn)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <Picks
        label={words.controls}
        search={words.controlsSearch}
        options={store.controls.value.map((control) => [control.key, titleOf(control)] as const)}
        chosen={draft.controls}
        onChoose={(controls) => set({ controls })}
      />
      <TextField
        label={words.risks}
        hint={words.risksHint}
        value={draft.risks}
        onInput={(risks) => set({ risks })}
      />
    </fieldset>
  )
}

const NumberField = ({
  name,
  label,
  hint,
  draft,
  set,
  wrong,
}: Checked & { readonly name: NumberName; readonly label: string; readonly hint?: string }) => (
  <Field label={label} hint={hint} error={wrong.includes(name) ? q().library.form.notANumber : undefined}>
    {(input) => (
      <input
        {...input}
        inputMode="decimal"
        value={draft[name]}
        onInput={({ currentTarget }) => set({ [name]: currentTarget.value })}
      />
    )}
  </Field>
)

const Picks = ({
  label,
  search,
  options,
  chosen,
  error,
  onChoose,
}: {
  readonly label: string
  readonly search?: string
  readonly options: readonly (readonly [key: string, word: string])[]
  readonly chosen: readonly string[]
  readonly error?: string | undefined
  readonly onChoose: (keys: readonly string[]) => void
}) => {
  const [wanted, setWanted] = useState('')
  const shown = options.filter(
    ([key, word]) => chosen.includes(key) || word.toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  return (
    <fieldset class="pick" aria-invalid={error ? 'true' : undefined}>
      <legend>
        {label} {chosen.length > 0 && <span class="quiet">({chosen.length})</span>}
      </legend>
      {error && <p class="field-error">{error}</p>}
      {search && (
        <input
          class="input"
          type="search"
          aria-label={search}
          placeholder={search}
          value={wanted}
          onInput={({ currentTarget }) => setWanted(currentTarget.value)}
        />
      )}
      <div class="pick-scroll">
        <ul>
          {shown.map(([key, word]) => (
            <li key={key}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(key)}
                  onChange={({ currentTarget }) =>
                    onChoose(currentTarget.checked ? [...chosen, key] : chosen.filter((each) => each !== key))
                  }
                />
                <span>{word}</span>
              </label>
            </li>
          ))}
        </ul>
      </div>
      {search === undefined && (
        <div class="pick-verbs">
          <Button look="plain" onClick={() => onChoose(options.map(([key]) => key))}>
            {q().library.form.all}
          </Button>
          <Button look="plain" onClick={() => onChoose([])}>
            {q().library.form.noneOf}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
