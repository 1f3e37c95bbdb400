/** What needs the store: every page but the overview, what lies over them, and what follows from where one is. Loaded beside it. */
import { useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { yearOf } from '../../../shared/days'
import { yearRoom } from '../../../shared/rooms'
import { nameOf } from '../../text'
import { FindingPages } from '../findings/FindingPages'
import { Keyboard } from '../keyboard/Keyboard'
import { LibraryPages } from '../library/LibraryPages'
import { MeasurePages, MeasureSheet } from '../measures/MeasurePages'
import { MinePages } from '../mine/MinePages'
import { NewSheet } from '../new/NewSheet'
import { PlanPages } from '../plans/PlanPages'
import { QualityPages } from '../quality/QualityPages'
import { ReviewPages } from '../reviews/ReviewPages'
import { RiskPages } from '../risks/RiskPages'
import { RoundPages } from '../rounds/RoundPages'
import { TeamPages } from '../team/TeamPages'
import { CheckSheet } from './check/CheckSheet'
import { Department } from './department/Department'
import { Late } from './Late'
import { Lines } from './Lines'
import type { Model } from './model'
import { People } from './people/People'
import { hrefOf, type Page } from './route'
import { TextPage } from './TextPage'
import { Toast } from './Toast'
import { d } from './words'

export const LivePage = ({ page }: { readonly page: Page }) => {
  switch (page.page) {
    case 'late':
      return <Late page={page} />
    case 'department':
      return <Department page={page} />
    case 'people':
      return <People page={page} />
    case 'quality':
      return <QualityPages page={page} />
    case 'findings':
      return <FindingPages page={page} />
    case 'reviews':
      return <ReviewPages />
    case 'plans':
      return <PlanPages page={page} />
    case 'measures':
      return <MeasurePages page={page} />
    case 'team':
      return <TeamPages page={page} />
    case 'mine':
      return <MinePages page={page} />
    case 'risks':
      return <RiskPages page={page} />
    case 'rounds':
      return <RoundPages page={page} />
    case 'controls':
      return <LibraryPages page={page} />
    case 'text':
      return <TextPage key={hrefOf(page)} page={page} />
    default:
      return null
  }
}

/** What lies over the page: a list of lines, a check, or a check over the list it was opened from. */
export const Overlay = ({ model }: { readonly model: Model }) => {
  const { router, toast } = model
  const lines = router.lines.value
  const check = router.check.value
  const measure = router.measure.value
  const fresh = router.fresh.value
  return (
    <>
      {lines && <Lines key="lines" route={lines} />}
      {check && <CheckSheet key={hrefOf(check)} route={check} />}
      {measure && <MeasureSheet key={hrefOf(measure)} route={measure} />}
      {fresh && <NewSheet key={hrefOf(fresh)} route={fresh} />}
      <Keyboard />
      {!lines && !check && !measure && <Toast toast={toast} />}
    </>
  )
}

/** What follows from where one is, without being drawn: the title of the tab, what others see, and undo by key. */
export const Watch = ({ model }: { readonly model: Model }) => {
  const { router, store, tools } = model
  useSignalEffect(() => {
    const page = router.page.value
    const check = router.check.value
    // The pages about indicators know their own names, and say them once they are loaded.
    if (page.page !== 'quality') tools.setTitle(`${titleOfPage(model)} · ${store.organisationName.value}`)
    if (check) store.lookAt({ room: check.room, about: check.about })
    else if (page.page === 'department')
      store.lookAt({ room: yearRoom(page.department, page.year ?? yearOf(store.today.value)) })
    else store.lookAt({ room: 'org' })
  })
  // What was said on one page is not for the next.
  const page = router.page.value.page
  const before = useRef(page)
  useEffect(() => {
    if (before.current !== page) model.toast.value = undefined
    before.current = page
  }, [model, page])
  useEffect(() => {
    const undo = (event: KeyboardEvent): void => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isTyping(event)) return
      const back = model.toast.value?.undo
      if (!back) return
      event.preventDefault()
      model.toast.value = { text: d().check.undone, undo: undefined }
      back()
    }
    addEventListener('keydown', undo)
    return () => removeEventListener('keydown', undo)
  }, [model])
  return null
}

const isTyping = ({ target }: KeyboardEvent): boolean =>
  (target as Element | null)?.closest('input, textarea, select, [contenteditable="true"]') != null

const titleOfPage = ({ router, department }: Model): string => {
  const page = router.page.value
  if (page.page !== 'department') return d().pages[page.page]
  const record = department.value.get(page.department)
  return record ? nameOf(record) : d().frame.departments
}
