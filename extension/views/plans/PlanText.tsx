/** The text of a plan, written together. The editor is loaded only here. */
import { useSignalEffect } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { measuresOf } from '../../../shared/queries/measures'
import { type PlanLine, plansOf } from '../../../shared/queries/plans'
import type { Place } from '../../state/quality-types'
import type { Text } from '../../state/text-types'
import { inLanguage } from '../../text'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { useModel } from '../dashboard/context'
import { parseRoute } from '../dashboard/route'
import { m } from '../measures/say'
import { linkOf } from '../work/links'
import { useQuality, useWork } from '../work/world'
import type { WritingProps } from '../writing/Writing'
import { isFresh, takeTemplate } from './fresh'
import { p } from './say'
import { TEMPLATE_NAMES, templateBlocks, templateWords } from './words'

type Loaded = { readonly text: Text; readonly Writing: FunctionComponent<WritingProps> }

/** The texts that are open on this page, so that a turn of the wheel can keep a version. */
const open = new Map<string, Text>()

/** Keeps how the text stood when the wheel was turned; does nothing when it is not open. */
export const keepTextVersion = ({ room, about }: Place, title: string): void =>
  open.get(`${room} ${about}`)?.keepVersion(title)

export const PlanText = ({ plan }: { readonly plan: PlanLine }) => {
  const { store } = useModel()
  const [loaded, setLoaded] = useState<Loaded | undefined>()
  const [trouble, setTrouble] = useState(false)
  const [round, setRound] = useState(0)
  const { room, about } = plan
  useEffect(() => {
    let isOver = false
    let text: Text | undefined
    setTrouble(false)
    Promise.all([store.openText(room, about), import('../writing/Writing')]).then(
      ([opened, { Writing }]) => {
        text = opened
        if (isOver) return opened.close()
        open.set(`${room} ${about}`, opened)
        setLoaded({ text: opened, Writing })
      },
      (error: unknown) => {
        console.error(error)
        if (!isOver) setTrouble(true)
      },
    )
    return () => {
      isOver = true
      open.delete(`${room} ${about}`)
      text?.close()
      setLoaded(undefined)
    }
  }, [store, room, about, round])
  return (
    <section class="panel plan-text" aria-labelledby="text-title">
      <h2 id="text-title">{p().text.title}</h2>
      {trouble ? (
        <Notice tone="warning" title={p().text.trouble}>
          <Button onClick={() => setRound(round + 1)}>{p().text.again}</Button>
        </Notice>
      ) : loaded ? (
        <Body plan={plan} {...loaded} />
      ) : (
        <div aria-busy="true">
          <p class="quiet" role="status">
            {p().text.reading}
          </p>
          <Skeleton width="90%" />
          <Skeleton width="70%" />
        </div>
      )}
    </section>
  )
}

const Body = ({ plan, text, Writing }: Loaded & { readonly plan: PlanLine }) => {
  const model = useModel()
  const work = useWork()
  const quality = useQuality()
  const { store, router } = model
  const { about } = plan
  useSignalEffect(() => {
    // Not before: what the server has might come into the middle of it.
    if (!text.isKnown.value || !text.doc.value || !isFresh(about)) return
    const template = takeTemplate(about)
    if (template) text.insertOutline(templateBlocks(template))
  })
  const link = (each: string) => linkOf(each, { model, ground: work.ground.value, quality }, plan.room)
  // The chosen template first.
  const templates = [...TEMPLATE_NAMES].sort(
    (a, b) => Number(b === plan.template) - Number(a === plan.template),
  )
  return (
    <Writing
      text={text}
      title={p().text.title}
      names={model.nameOf}
      people={() => store.members.value.map(({ about, name }) => ({ about, title: name }))}
      records={() => [
        ...plansOf(work.ground.value).map(({ about, title }) => ({ about, title, hint: hintOf('plan') })),
        ...measuresOf(work.ground.value).map(({ about, title }) => ({
          about,
          title,
          hint: hintOf('measure'),
        })),
        ...(quality?.indicators.value ?? []).map(({ about, name, nameEn }) => ({
          about,
          title: inLanguage(name, nameEn),
          hint: hintOf('indicator'),
        })),
      ]}
      titleOf={(about) => link(about).title}
      onOpen={(about) => {
        const { href } = link(about)
        if (href) router.go(parseRoute(href))
      }}
      outlines={templates.map((key) => ({
        key,
        title: templateWords(key).title,
        blocks: templateBlocks(key),
      }))}
    />
  )
}

const hintOf = (kind: string): string => (m().links[kind] ?? kind).toLowerCase()
