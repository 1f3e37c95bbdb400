/** The pages about indicators: what they share, and which one is drawn. */
import './quality.css'
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { endOfDay } from '../../../shared/days'
import type { Look, Quality as QualityStore } from '../../state/quality-types'
import type { Store } from '../../state/types'
import { nameOf } from '../../text'
import { Skeleton } from '../../ui/Skeleton'
import { useModel } from '../dashboard/context'
import type { Model } from '../dashboard/model'
import { LaunchError } from '../shared/LaunchError'
import { Causes } from './causes/Causes'
import { Entry } from './entry/Entry'
import { IndicatorPage } from './indicator/IndicatorPage'
import { Library } from './library/Library'
import { Objectives } from './library/Objectives'
import { CAUSES_PAGE, type QualityPage, qualityHref, SCORECARD } from './route'
import { inWords, q } from './say'
import { Scorecard } from './scorecard/Scorecard'
import { WorldContext } from './world'

export const Quality = ({ page }: { readonly page: QualityPage }) => {
  const { store, tools } = useModel()
  const { quality, trouble } = useQuality(store)
  const asOf = page.section === 'scorecard' || page.section === 'indicator' ? page.asOf : undefined
  const world = useMemo(
    () =>
      quality && {
        quality,
        look: asOf === undefined ? quality : quality.asOf(endOfDay(asOf)),
        asOf,
      },
    [quality, asOf],
  )
  useTitle(titleOf(page, world?.look, useModel()))
  if (trouble !== undefined) return <LaunchError error={trouble} onReload={tools.reload} />
  return (
    <div class="quality">
      <Tabs page={page} />
      {world?.quality.ready.value ? (
        <WorldContext.Provider value={world}>
          <Section page={page} />
        </WorldContext.Provider>
      ) : (
        <Reading />
      )}
    </div>
  )
}

const Section = ({ page }: { readonly page: QualityPage }): ComponentChildren => {
  switch (page.section) {
    case 'scorecard':
      return <Scorecard page={page} />
    case 'indicator':
      return <IndicatorPage key={`${page.indicator}/${page.department ?? ''}`} page={page} />
    case 'causes':
      return <Causes page={page} />
    case 'entry':
      return <Entry everyone={page.everyone} />
    case 'objectives':
      return <Objectives />
    case 'library':
      return <Library part={page.part} />
  }
}

const Tabs = ({ page }: { readonly page: QualityPage }) => {
  const words = q().nav
  const tabs: readonly (readonly [QualityPage, string])[] = [
    [SCORECARD, words.scorecard],
    [CAUSES_PAGE, words.causes],
    [{ page: 'quality', section: 'entry', everyone: false }, words.entry],
    [{ page: 'quality', section: 'objectives' }, words.objectives],
    [{ page: 'quality', section: 'library', part: 'own' }, words.library],
  ]
  return (
    <nav class="tabs quality-tabs" aria-label={words.label}>
      {tabs.map(([place, word]) => (
        <a
          key={place.section}
          href={qualityHref(place)}
          aria-current={
            page.section === place.section || (page.section === 'indicator' && place.section === 'scorecard')
              ? 'page'
              : undefined
          }
        >
          {word}
        </a>
      ))}
    </nav>
  )
}

const Reading = () => (
  <div class="page" aria-busy="true">
    <p role="status" class="quiet">
      {q().reading}
    </p>
    <Skeleton width="40%" />
    <Skeleton width="90%" />
    <Skeleton width="75%" />
  </div>
)

/** The title of the tab: the indicator or the part first, since that is what is seen of it among many tabs. */
const useTitle = (title: string): void => {
  const { store, tools } = useModel()
  const full = [title, store.organisationName.value].filter(Boolean).join(' · ')
  useEffect(() => tools.setTitle(full), [full, tools])
}

const titleOf = (page: QualityPage, look: Look | undefined, { department }: Model): string => {
  if (page.section === 'library') return q().library.sections[page.part]
  if (page.section !== 'indicator') return q().nav[page.section]
  const indicator = look?.indicators.value.find(({ key }) => key === page.indicator)
  const place = page.department === undefined ? undefined : department.value.get(page.department)
  return [indicator ? inWords(indicator, 'name') : q().title, place && nameOf(place)]
    .filter(Boolean)
    .join(', ')
}

/** What the store knows of indicators; with all the rooms that these pages need. */
const useQuality = (store: Store): { quality: QualityStore | undefined; trouble: unknown } => {
  const [quality, setQuality] = useState(() => known.get(store))
  const [trouble, setTrouble] = useState<unknown>()
  useEffect(() => {
    if (quality) return
    store.quality().then((opened) => {
      known.set(store, opened)
      opened.open()
      setQuality(opened)
    }, setTrouble)
  }, [store, quality])
  return { quality, trouble }
}
const known = new WeakMap<Store, QualityStore>()
