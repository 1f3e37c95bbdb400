/** The frozen report of a meeting: its lists, its points, its minutes; which version it is, who froze it, and its mark. */
import { useState } from 'preact/hooks'
import { agendaOf } from '../../../../shared/queries/meetings'
import { type ReportVersion, reportOf, reportsOf, type Variant } from '../../../../shared/queries/reports'
import { dayWords, momentWords } from '../../../text/dates'
import { Badge } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { EmptyState } from '../../../ui/EmptyState'
import { Icon } from '../../../ui/Icon'
import { Notice } from '../../../ui/Notice'
import { useModel } from '../../dashboard/context'
import { Area } from '../../work/fields'
import { useWork } from '../../work/world'
import { useReadMinutes } from '../meeting/Minutes'
import { FormDialog } from '../parts'
import { meetingHref, TEAM, teamHref } from '../route'
import { m } from '../say'
import { meetingTitle } from '../words'
import { useMayWrite, useSay } from '../world'
import { type ReportContent, readReport } from './content'
import { Lists, Points, Present, Written } from './Parts'

export const Report = ({
  meeting: key,
  version,
}: {
  readonly meeting: string
  readonly version: number | undefined
}) => {
  const ground = useWork().ground.value
  const versions = reportsOf(ground, key)
  const shown = versions.find(({ n }) => n === version) ?? versions.at(-1)
  const [hash, setHash] = useState<string | undefined>()
  const words = m().report
  if (!shown)
    return (
      <div class="page">
        <EmptyState title={words.none}>
          <p>{words.noneNext}</p>
          <p>
            <a href={agendaOf(ground, key) ? meetingHref(key) : teamHref(TEAM)}>{m().meeting.back}</a>
          </p>
        </EmptyState>
      </div>
    )
  const variant = shown.variants.find((each) => each.hash === hash) ?? (shown.variants[0] as Variant)
  const content = readReport(variant.content)
  return (
    <div class="page team-report">
      <Head meeting={key} content={content} shown={shown} variant={variant} versions={versions} />
      {shown.variants.length > 1 && (
        <Notice tone="warning" title={words.apart}>
          <div class="team-verbs">
            {shown.variants.map((each) => (
              <Apart
                key={each.hash}
                variant={each}
                isShown={each === variant}
                onShow={() => setHash(each.hash)}
              />
            ))}
          </div>
        </Notice>
      )}
      <Lists content={content} />
      <Points content={content} />
      <Written content={content} />
      <Present content={content} />
      <footer class="panel team-mark">
        <h2>{words.hash}</h2>
        <p class="team-hash">{variant.hash}</p>
        <p class={variant.intact ? 'quiet' : 'late-word'}>
          {variant.intact ? `${words.intact} ${words.hashHint}` : words.broken}
        </p>
      </footer>
    </div>
  )
}

const Apart = ({
  variant,
  isShown,
  onShow,
}: {
  readonly variant: Variant
  readonly isShown: boolean
  readonly onShow: () => void
}) => {
  const { nameOf } = useModel()
  return (
    <Button aria-pressed={isShown} onClick={onShow}>
      {m().report.apartBy(nameOf(variant.by), momentWords(variant.at))}
    </Button>
  )
}

const Head = ({
  meeting,
  content,
  shown,
  variant,
  versions,
}: {
  readonly meeting: string
  readonly content: ReportContent
  readonly shown: ReportVersion
  readonly variant: Variant
  readonly versions: readonly ReportVersion[]
}) => {
  const { store, tools, router, nameOf, department } = useModel()
  const { tell } = useSay()
  const [isAmending, setIsAmending] = useState(false)
  const mayWrite = useMayWrite()
  const words = m().report
  const newest = versions.at(-1)?.n ?? shown.n
  const saveDocx = async (): Promise<void> => {
    try {
      const { docxOf } = await import('./docx')
      const file = await docxOf({
        content,
        version: shown.n,
        reason: shown.reason,
        hash: variant.hash,
        frozen: words.frozen(momentWords(variant.at), nameOf(variant.by)),
        organisation: store.organisationName.value,
        nameOf,
        department: (key) => department.value.get(key)?.name ?? key,
        today: store.today.value,
      })
      tools.download(file, words.fileName(content.day, shown.n))
    } catch (error) {
      console.error(error)
      tell(words.docxFailed)
    }
  }
  return (
    <header class="team-head">
      <p>
        <a href={teamHref(TEAM)}>{m().meeting.back}</a>
      </p>
      <div class="page-head">
        <div>
          <h1>{words.title(`${meetingTitle(content)}, ${dayWords(content.day)}`)}</h1>
          <p class="quiet">
            {shown.n > 1 || newest > 1 ? <Badge tone="info">{words.version(shown.n)}</Badge> : null}{' '}
            {words.frozen(momentWords(variant.at), nameOf(variant.by))}
          </p>
        </div>
        <div class="team-verbs">
          <Button onClick={() => void saveDocx()}>
            <Icon name="download" />
            {words.docx}
          </Button>
          <Button onClick={tools.print}>
            <Icon name="print" />
            {words.print}
          </Button>
          <a class="button" href={meetingHref(meeting)}>
            {words.edit}
          </a>
          {mayWrite && shown.n === newest && (
            <Button onClick={() => setIsAmending(true)}>{words.amend}</Button>
          )}
        </div>
      </div>
      {shown.reason && <Notice title={words.laterVersion(shown.n, shown.reason)} />}
      {versions.length > 1 && (
        <nav class="years" aria-label={words.versions}>
          {versions.map(({ n }) => (
            <a
              key={n}
              href={meetingHref(meeting, 'report', n)}
              aria-current={n === shown.n ? 'page' : undefined}
            >
              {words.version(n)}
            </a>
          ))}
        </nav>
      )}
      {isAmending && (
        <Amend
          meeting={meeting}
          next={newest + 1}
          onClose={() => setIsAmending(false)}
          onDone={() =>
            router.go({ page: 'team', section: 'meeting', meeting, part: 'report', version: undefined })
          }
        />
      )}
    </header>
  )
}

const Amend = ({
  meeting,
  next,
  onClose,
  onDone,
}: {
  readonly meeting: string
  readonly next: number
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const work = useWork()
  const { done } = useSay()
  const readMinutes = useReadMinutes(meeting)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const words = m().report
  const amend = async (): Promise<void> => {
    const minutes = await readMinutes()
    const content = minutes && reportOf(work.ground.peek(), meeting, minutes)
    if (!content) return setProblem(m().closing.problems.minutes)
    const objection = work.amendReport(meeting, { content, reason: reason.trim() })
    if (objection !== undefined) {
      const said = words.amendProblems
      return setProblem(objection in said ? said[objection as keyof typeof said] : m().failed)
    }
    done(undefined, words.amended(next), false)
    onClose()
    onDone()
  }
  return (
    <FormDialog
      title={words.amendTitle}
      save={words.amendDo}
      problem={problem}
      onSave={() => void amend()}
      onClose={onClose}
    >
      <p>{words.amendIntro}</p>
      <Area
        label={words.amendReason}
        value={reason}
        rows={2}
        maxLength={1000}
        error={problem}
        onInput={setReason}
      />
    </FormDialog>
  )
}
