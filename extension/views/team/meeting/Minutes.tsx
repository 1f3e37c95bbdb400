/** The minutes that everyone writes in: the shared text of the meeting. What it takes to write is loaded when it is shown. */
import { measuresOf } from '../../../../shared/queries/measures'
import { agendaOf } from '../../../../shared/queries/meetings'
import { plansOf } from '../../../../shared/queries/plans'
import type { Json } from '../../../../shared/statement'
import { kindOf } from '../../../../shared/statement'
import type { Text } from '../../../state/text-types'
import { Skeleton } from '../../../ui/Skeleton'
import { useModel } from '../../dashboard/context'
import { parseRoute } from '../../dashboard/route'
import { LaunchError } from '../../shared/LaunchError'
import { type OpenText, textShown, useOpenText } from '../../work/open-text'
import { useWork } from '../../work/world'
import { m } from '../say'
import { useSubjects } from '../subject'

export const Minutes = ({ meeting }: { readonly meeting: string }) => {
  const { tools } = useModel()
  const { open, trouble } = useOpenText('team', aboutOf(meeting))
  return (
    <section class="panel team-minutes" aria-labelledby="minutes-title">
      <div class="panel-head">
        <h2 id="minutes-title">{m().running.minutes}</h2>
        <span class="quiet">{m().running.minutesHint}</span>
      </div>
      {trouble !== undefined && <LaunchError error={trouble} onReload={tools.reload} />}
      {open ? <Desk meeting={meeting} {...open} /> : trouble === undefined && <Skeleton width="80%" />}
    </section>
  )
}

const Desk = ({ meeting, text, Writing }: OpenText & { readonly meeting: string }) => {
  const { store, router, nameOf } = useModel()
  const ground = useWork().ground.value
  const find = useSubjects()
  const titleOf = (about: string): string | undefined =>
    kindOf(about) === 'member'
      ? store.members.value.find((each) => each.about === about)?.name
      : find(about)?.title
  return (
    <Writing
      text={text}
      title={m().running.minutes}
      compact
      names={nameOf}
      people={() =>
        store.members.value.map(({ about, name, title }) => ({ about, title: name, hint: title }))
      }
      records={() => [
        ...(agendaOf(ground, meeting)?.points ?? []),
        ...measuresOf(ground, { status: 'open' }),
        ...plansOf(ground),
      ]}
      titleOf={titleOf}
      onOpen={(about) => {
        const href = find(about)?.href
        if (href) router.go(parseRoute(href))
      }}
    />
  )
}

const aboutOf = (meeting: string): string => `meeting:${meeting}`

/** So long a text may take to come. */
const PATIENCE = 10_000

/**
 * How to read what stands in the minutes now; nothing when it cannot be known.
 * @returns the text as plain structure; with a title, that moment is kept as a version of the text too
 */
export const useReadMinutes = (meeting: string) => {
  const { store } = useModel()
  return async (title?: string): Promise<Json | undefined> => {
    const open = textShown({ room: 'team', about: aboutOf(meeting) })
    if (open) return readFrom(open, title)
    const opened = await store.openText('team', aboutOf(meeting))
    try {
      return await readFrom(opened, title)
    } finally {
      opened.close()
    }
  }
}

const readFrom = async (text: Text, title: string | undefined): Promise<Json | undefined> => {
  // Without a connection nothing more will come: then what is here has to do.
  const isThere = await whenThere(
    () => text.doc.value !== undefined && (text.isKnown.value || !text.isOnline.value),
  )
  if (!isThere) return undefined
  if (title !== undefined) text.keepVersion(title)
  return text.read() as unknown as Json
}

const whenThere = async (holds: () => boolean): Promise<boolean> => {
  const end = Date.now() + PATIENCE
  while (!holds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50))
  return holds()
}
