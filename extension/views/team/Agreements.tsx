/** What politics and administration agreed, with whom, and when it is looked at again. */
import { useState } from 'preact/hooks'
import { addDays } from '../../../shared/days'
import { AGREEMENT_STATES, type Agreement, type AgreementState } from '../../../shared/kinds/agreement'
import { agreementsOf, agreementsToReview } from '../../../shared/queries/agreements'
import { t } from '../../text'
import { dayWords } from '../../text/dates'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { TextField } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { Menu } from '../../ui/Menu'
import { useModel } from '../dashboard/context'
import { Area, Choice } from '../work/fields'
import { useWork } from '../work/world'
import { FormDialog } from './parts'
import { m } from './say'
import { useDraft, useMayWrite, useSay } from './world'

export const Agreements = () => {
  const ground = useWork().ground.value
  const [isAdding, setIsAdding] = useState(false)
  const mayWrite = useMayWrite()
  const words = m().agreements
  const agreements = agreementsOf(ground)
  const toReview = new Set(agreementsToReview(ground).map(({ key }) => key))
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{words.intro}</p>
        </div>
        {mayWrite && (
          <Button look="primary" onClick={() => setIsAdding(true)}>
            <Icon name="plus" />
            {words.add}
          </Button>
        )}
      </header>
      <section class="panel" aria-label={words.title}>
        {agreements.length === 0 ? (
          <EmptyState title={words.none}>{words.noneNext}</EmptyState>
        ) : (
          <ul class="team-agreements">
            {agreements.map((each) => (
              <AgreementItem key={each.key} agreement={each} isToReview={toReview.has(each.key)} />
            ))}
          </ul>
        )}
      </section>
      {isAdding && <AgreementForm onClose={() => setIsAdding(false)} />}
    </div>
  )
}

const AgreementItem = ({
  agreement,
  isToReview,
}: {
  readonly agreement: Agreement
  readonly isToReview: boolean
}) => {
  const work = useWork()
  const { store, nameOf } = useModel()
  const { done } = useSay()
  const [opened, setOpened] = useState<'change' | 'review' | undefined>()
  const mayWrite = useMayWrite()
  const words = m().agreements
  const today = store.today.value
  const { title, text, parties, state, since, until, owner } = agreement
  return (
    <li>
      <div class="team-point-head">
        <h2 class="team-point-title">{title}</h2>
        <Badge tone={state === 'in-force' ? 'in-order' : 'neutral'}>{words.states[state]}</Badge>
        {isToReview && <Badge tone="warning">{m().proposals.kinds.review}</Badge>}
        {mayWrite && (
          <span class="team-end team-verbs">
            {state === 'in-force' && <Button onClick={() => setOpened('review')}>{words.reviewDo}</Button>}
            <Menu
              label={words.more(title)}
              items={[
                { icon: 'edit', label: words.edit, onChoose: () => setOpened('change') },
                {
                  icon: 'trash',
                  label: words.remove,
                  onChoose: () => void done(work.removeAgreement(agreement.key), words.removed(title)),
                },
              ]}
            />
          </span>
        )}
      </div>
      {agreement.clashes.length > 0 && <p class="clash-word">{m().point.clash}</p>}
      {text && <p class="team-note">{text}</p>}
      <p class="quiet">{parties.join(' · ')}</p>
      <p class="quiet">
        {[
          since && `${words.since} ${dayWords(since, today)}`,
          until && `${words.until} ${dayWords(until, today)}`,
          owner && `${words.owner}: ${nameOf(owner)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Review agreement={agreement} />
      {opened === 'change' && <AgreementForm agreement={agreement} onClose={() => setOpened(undefined)} />}
      {opened === 'review' && <ReviewForm agreement={agreement} onClose={() => setOpened(undefined)} />}
    </li>
  )
}

/** When it is to be looked at again, and what came of the last time. */
const Review = ({
  agreement: { state, review, reviewedOn, reviewNote },
}: {
  readonly agreement: Agreement
}) => {
  const today = useModel().store.today.value
  const words = m().agreements
  return (
    <p>
      {review && state === 'in-force' && (
        <span class={review < today ? 'late-word' : undefined}>
          {review < today
            ? words.reviewLate(dayWords(review, today))
            : words.reviewDue(dayWords(review, today))}
          {'. '}
        </span>
      )}
      <span class="quiet">
        {reviewedOn ? words.reviewed(dayWords(reviewedOn, today)) : words.neverReviewed}
        {reviewNote ? `: ${reviewNote}` : '.'}
      </span>
    </p>
  )
}

type Draft = {
  title: string
  text: string
  parties: string
  state: AgreementState
  since: string
  until: string
  review: string
  owner: string
}
type Problem = 'title-missing' | 'parties-missing'

const AgreementForm = ({
  agreement,
  onClose,
}: {
  readonly agreement?: Agreement
  readonly onClose: () => void
}) => {
  const work = useWork()
  const { store } = useModel()
  const { done } = useSay()
  const words = m().agreements
  const today = store.today.value
  const { draft, set, forget, wasKept } = useDraft<Draft>(`agreement/${agreement?.key ?? 'new'}`, {
    title: agreement?.title ?? '',
    text: agreement?.text ?? '',
    parties: (agreement?.parties ?? []).join('\n'),
    state: agreement?.state ?? 'in-force',
    since: agreement ? (agreement.since ?? '') : today,
    until: agreement?.until ?? '',
    review: agreement ? (agreement.review ?? '') : addDays(today, 365),
    owner: agreement?.owner ?? '',
  })
  const [problem, setProblem] = useState<Problem | undefined>()
  const save = () => {
    const fields = fieldsOf(draft)
    const found =
      fields.title === '' ? 'title-missing' : fields.parties.length === 0 ? 'parties-missing' : undefined
    setProblem(found)
    if (found) return
    const objection = agreement
      ? work.changeAgreement(agreement.key, fields)
      : work.addAgreement(fields).objection
    done(objection, agreement ? words.saved(fields.title) : words.added(fields.title))
    forget()
    onClose()
  }
  return (
    <FormDialog
      title={agreement ? words.change : words.add}
      save={t().app.save}
      hasDraft={wasKept}
      problem={problem}
      onForget={forget}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        value={draft.title}
        maxLength={200}
        error={problem === 'title-missing' ? words.problems[problem] : undefined}
        onInput={(title) => set({ title })}
      />
      <Area label={words.text} value={draft.text} rows={4} onInput={(text) => set({ text })} />
      <Area
        label={words.parties}
        hint={words.partiesHint}
        value={draft.parties}
        rows={2}
        error={problem === 'parties-missing' ? words.problems[problem] : undefined}
        onInput={(parties) => set({ parties })}
      />
      <div class="form-row">
        <Choice
          label={words.state}
          value={draft.state}
          options={AGREEMENT_STATES.map((each) => [each, words.states[each]] as const)}
          onChoose={(state) => set({ state })}
        />
        <Choice
          label={words.owner}
          value={draft.owner}
          options={[
            ['', m().nobodyYet] as const,
            ...store.members.value.map(({ key, name }) => [key, name] as const),
          ]}
          onChoose={(owner) => set({ owner })}
        />
      </div>
      <div class="form-row">
        <TextField label={words.since} type="date" value={draft.since} onInput={(since) => set({ since })} />
        <TextField label={words.until} type="date" value={draft.until} onInput={(until) => set({ until })} />
        <TextField
          label={words.review}
          type="date"
          value={draft.review}
          onInput={(review) => set({ review })}
        />
      </div>
    </FormDialog>
  )
}

const fieldsOf = (draft: Draft) => ({
  title: draft.title.trim(),
  text: draft.text.trim() || null,
  parties: draft.parties
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
  state: draft.state,
  since: draft.since || null,
  until: draft.until || null,
  review: draft.review || null,
  owner: draft.owner || null,
})

const ReviewForm = ({
  agreement,
  onClose,
}: {
  readonly agreement: Agreement
  readonly onClose: () => void
}) => {
  const work = useWork()
  const { store } = useModel()
  const { done } = useSay()
  const words = m().agreements
  const today = store.today.value
  const { draft, set, forget, wasKept } = useDraft(`review/${agreement.key}`, {
    day: today,
    next: addDays(today, 365),
    note: '',
  })
  const [problem, setProblem] = useState<'day' | 'next' | undefined>()
  const save = () => {
    const found = draft.day === '' ? 'day' : draft.next === '' ? 'next' : undefined
    setProblem(found)
    if (found) return
    const objection = work.reviewAgreement(agreement.key, { ...draft, note: draft.note.trim() })
    done(objection, words.reviewSaved(agreement.title))
    forget()
    onClose()
  }
  return (
    <FormDialog
      title={words.reviewTitle(agreement.title)}
      save={t().app.save}
      hasDraft={wasKept}
      problem={problem}
      onForget={forget}
      onSave={save}
      onClose={onClose}
    >
      <div class="form-row">
        <TextField
          label={words.reviewDay}
          type="date"
          value={draft.day}
          error={problem === 'day' ? words.problems['day-missing'] : undefined}
          onInput={(day) => set({ day })}
        />
        <TextField
          label={words.reviewNext}
          type="date"
          value={draft.next}
          error={problem === 'next' ? words.problems['day-missing'] : undefined}
          onInput={(next) => set({ next })}
        />
      </div>
      <Area label={words.reviewNote} value={draft.note} onInput={(note) => set({ note })} />
    </FormDialog>
  )
}
