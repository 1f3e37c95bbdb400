/** The form of a round: what is scored and how, by whom, about what, and who reads the result. */
import { useState } from 'preact/hooks'
import { objectionToRound, type RoundInput } from '../../../shared/commands/rounds'
import { PANELS, type Panel, type Round } from '../../../shared/kinds/round'
import { subjectsOf } from '../../../shared/queries/rounds'
import { nameOf, t } from '../../text'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { Notice } from '../../ui/Notice'
import { useModel } from '../dashboard/context'
import { DepartmentChoice } from '../dashboard/people/DepartmentChoice'
import { Restored, useFormDraft } from '../quality/form-draft'
import { Choice } from '../work/fields'
import { useWork } from '../work/world'
import { roundProblemWords, z } from './say'
import { useRounds } from './world'

type Form = {
  readonly title: string
  readonly panel: string
  readonly subjects: readonly string[]
  readonly department: string
  readonly members: readonly string[]
  readonly reader: string
}

/** @param round the one to change; a new one without */
export const RoundDialog = ({ round, onClose }: { readonly round?: Round; readonly onClose: () => void }) => (
  <Dialog wide title={round ? z().form.change : z().form.title} closeLabel={t().app.close} onClose={onClose}>
    <RoundForm {...(round ? { round } : {})} onClose={onClose} />
  </Dialog>
)

const RoundForm = ({ round, onClose }: { readonly round?: Round; readonly onClose: () => void }) => {
  const { store, toast, router, nameOf: nameOfMember } = useModel()
  const work = useWork()
  const rounds = useRounds()
  const draft = useFormDraft<Form>(work.drafts, round ? `round ${round.key}` : 'round', () => initial(round))
  const { form, set } = draft
  const [problem, setProblem] = useState<string | undefined>()
  const words = z().form
  const framework = frameworkOf(form.panel)
  const items = subjectsOf(framework)
  // Once people score, what they score stands fast.
  const isFree = round === undefined || round.state === 'preparing'
  const save = (): void => {
    const found = round
      ? rounds.changeRound(
          round.key,
          isFree ? inputOf(form) : { title: form.title.trim(), reader: form.reader || null },
        )
      : objectionToRound(inputOf(form))
    setProblem(found)
    if (found) return
    const title = form.title.trim()
    if (round) toast.value = { text: z().page.saved(title), undo: () => void rounds.undo() }
    else {
      const { added, objection } = rounds.addRound(inputOf(form))
      setProblem(objection)
      if (!added) return
      toast.value = { text: z().page.added(title), undo: () => void rounds.undo() }
      router.go({ page: 'rounds', section: 'round', round: added.key, subject: undefined })
    }
    draft.clear()
    onClose()
  }
  const error = (...codes: string[]): string | undefined =>
    problem && codes.includes(problem) ? roundProblemWords(problem) : undefined
  // Where nobody may write, nobody can say that he is ready.
  const places = ['team', ...store.departments.value.map(({ key }) => `dept/${key}`)]
  const mute = form.members.filter((member) => !places.some((room) => work.mayOwnIn(member, room)))
  const people = store.members.value.map(({ key, name }) => [key, name] as const)
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Restored draft={draft} />
      <TextField
        label={words.name}
        hint={words.nameHint}
        error={error('title-missing')}
        value={form.title}
        maxLength={200}
        onInput={(title) => set({ title })}
      />
      {isFree && (
        <>
          <div class="form-row">
            <Choice
              label={words.panel}
              value={form.panel}
              options={PANELS.map((panel) => [panel, z().panels[panel]] as const)}
              onChoose={(panel) =>
                set(
                  frameworkOf(panel) === framework
                    ? { panel }
                    : { panel, subjects: codesOf(frameworkOf(panel)) },
                )
              }
            />
            <Choice
              label={words.place}
              value={form.department}
              options={[
                ['', z().whole],
                ...store.departments.value.map((each) => [each.key, nameOf(each)] as const),
              ]}
              onChoose={(department) => set({ department })}
            />
          </div>
          <div class="round-pick">
            <DepartmentChoice
              label={`${words.subjects} (${form.subjects.length}/${items.length})`}
              options={items.map((item) => [item.code, `${item.code} ${nameOf(item)}`] as const)}
              chosen={form.subjects}
              error={error('subjects-missing', 'unknown-subject', 'panel-unfit')}
              onChange={(chosen) => set({ subjects: inOrder(framework, chosen) })}
            />
            <div class="pick-verbs">
              <Button look="plain" onClick={() => set({ subjects: codesOf(framework) })}>
                {words.all}
              </Button>
              <Button look="plain" onClick={() => set({ subjects: [] })}>
                {words.none}
              </Button>
            </div>
          </div>
          <div class="round-pick round-people">
            <DepartmentChoice
              label={`${words.group} (${form.members.length})`}
              options={people}
              chosen={form.members}
              error={error('group-too-small')}
              onChange={(members) => set({ members })}
            />
            <p class="field-hint">{words.groupHint}</p>
            {mute.length > 0 && (
              <Notice
                tone="warning"
                title={words.mute(mute.map((member) => nameOfMember(member)).join(', '))}
              />
            )}
          </div>
        </>
      )}
      <Choice
        label={words.reader}
        hint={words.readerHint}
        error={error('reader-in-group')}
        value={form.reader}
        options={[['', words.readerNone], ...people]}
        onChoose={(reader) => set({ reader })}
      />
      {problem && (
        <p class="field-error" role="alert">
          {roundProblemWords(problem)}
        </p>
      )}
      <div class="form-foot">
        <Button onClick={onClose}>{t().app.cancel}</Button>
        <Button type="submit" look="primary">
          {round ? t().app.save : words.add}
        </Button>
      </div>
    </form>
  )
}

const frameworkOf = (panel: string): Round['framework'] => (panel === 'maturity' ? 'leidraad' : 'caf2020')
const codesOf = (framework: Round['framework']): readonly string[] =>
  subjectsOf(framework).map(({ code }) => code)
const inOrder = (framework: Round['framework'], chosen: readonly string[]): readonly string[] =>
  codesOf(framework).filter((code) => chosen.includes(code))

const initial = (round: Round | undefined): Form => ({
  title: round?.title ?? '',
  panel: round?.panel ?? 'maturity',
  subjects: round?.subjects ?? codesOf('leidraad'),
  department: round?.department ?? '',
  members: round?.members ?? [],
  reader: round?.reader ?? '',
})

const inputOf = (form: Form): RoundInput => ({
  title: form.title.trim(),
  framework: frameworkOf(form.panel),
  panel: form.panel as Panel,
  subjects: form.subjects,
  department: form.department || null,
  members: form.members,
  reader: form.reader || null,
})
