/** The text of a plan, written together. The editor is loaded only here. */
import { useSignalEffect } from '@preact/signals'
import { useState } from 'preact/hooks'
import { measuresOf } from '../../../shared/queries/measures'
import { type PlanLine, plansOf } from '../../../shared/queries/plans'
import type { Place } from '../../state/quality-types'
import { inLanguage } from '../../text'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { useModel } from '../dashboard/context'
import { parseRoute } from '../dashboard/route'
import { m } from '../measures/say'
import { linkOf } from '../work/links'
import { type OpenText, textShown, useOpenText } from '../work/open-text'
import { useQuality, useWork } from '../work/world'
import { isFresh, takeTemplate } from './fresh'
import { p } from './say'
import { TEMPLATE_NAMES, templateBlocks, templateWords } from './words'

/** Keeps how the text stood when the wheel was turned; does nothing when it is not open. */
export const keepTextVersion = (place: Place, title: string): void => textShown(place)?.keepVersion(title)

export const PlanText = ({ plan }: { readonly plan: PlanLine }) => {
  const [round, setRound] = useState(0)
  const { open, trouble } = useOpenText(plan.room, plan.about, round)
  return (
    <section class="panel plan-text" aria-labelledby="text-title">
      <h2 id="text-title">{p().text.title}</h2>
      {trouble !== undefined ? (
        <Notice tone="warning" title={p().text.trouble}>
          <Button onClick={() => setRound(round + 1)}>{p().text.again}</Button>
        </Notice>
      ) : open ? (
        <Body plan={plan} {...open} />
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

const Body = ({ plan, text, Writing }: OpenText & { readonly plan: PlanLine }) => {
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
