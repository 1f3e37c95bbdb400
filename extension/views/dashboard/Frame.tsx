/** What stands around every page: where one can go, who one is, who else is here, and how safe the work is. */
import { type ReadonlySignal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { language, nameOf, t } from '../../text'
import { Button } from '../../ui/Button'
import { Icon, type IconName } from '../../ui/Icon'
import { Menu } from '../../ui/Menu'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import { ALL_FINDINGS, placeOfFindings } from '../findings/route'
import { ALL_CONTROLS, placeOfControls } from '../library/route'
import { ALL_MEASURES, placeOfMeasures } from '../measures/route'
import { MY_WORK } from '../mine/route'
import { ALL_PLANS, placeOfPlans } from '../plans/route'
import { placeOfQuality, SCORECARD } from '../quality/route'
import { ALL_RISKS, placeOfRisks } from '../risks/route'
import { ALL_ROUNDS, placeOfRounds } from '../rounds/route'
import { Mark } from '../shared/Mark'
import { placeOfTeam, TEAM } from '../team/route'
import type { Board } from './board'
import type { Tools } from './model'
import { hrefOf, OVERVIEW, type Page } from './route'
import { d } from './words'

type Props = {
  readonly page: Page
  readonly organisation: string
  readonly name: string
  readonly board: ReadonlySignal<Board | undefined>
  readonly tools: Tools
  readonly sync: ComponentChildren
  readonly avatars: ComponentChildren
  readonly onSignOut: () => void
  readonly children: ComponentChildren
}

export const Frame = (props: Props) => {
  const { page, tools, children } = props
  const main = useRef<HTMLElement>(null)
  const isOpen = useSignal(false)
  const place = placeOf(page)
  const before = useRef(place)
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    isOpen.value = false
    main.current?.focus({ preventScroll: true })
    // It is the window that scrolls: a new page begins at its top.
    main.current?.ownerDocument.defaultView?.scrollTo(0, 0)
  }, [place, isOpen])
  return (
    <div class="frame">
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {d().frame.skip}
      </button>
      <nav class={isOpen.value ? 'side is-open' : 'side'} aria-label={d().frame.navigation}>
        <div class="side-head">
          <Mark size="1.75rem" />
          <div class="side-name">
            <span class="side-product">{t().app.name}</span>
            <span class="side-organisation">{props.organisation}</span>
          </div>
          <Button
            class="side-toggle"
            aria-expanded={isOpen.value}
            aria-controls="navigation"
            onClick={() => {
              isOpen.value = !isOpen.value
            }}
          >
            <Icon name={isOpen.value ? 'close' : 'menu'} />
            {d().frame.menu}
          </Button>
        </div>
        <Navigation page={page} board={props.board} />
      </nav>
      <header class="bar">
        {props.sync}
        <div class="bar-end">
          {props.avatars}
          <Button
            look="plain"
            lang={language.value === 'nl' ? 'en' : 'nl'}
            onClick={() => tools.setLanguage(language.value === 'nl' ? 'en' : 'nl')}
          >
            <Icon name="language" />
            <span class="bar-word">{d().frame.otherLanguage}</span>
          </Button>
          <span class="bar-me">{props.name}</span>
          <Menu
            label={d().frame.account}
            icon="down"
            items={[
              { icon: 'settings', label: t().popup.options, onChoose: tools.openOptions },
              { icon: 'sign-out', label: d().frame.signOut, onChoose: props.onSignOut },
            ]}
          />
        </div>
      </header>
      <main id="content" ref={main} tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

const placeOf = (page: Page): string => {
  switch (page.page) {
    case 'quality':
      return placeOfQuality(page)
    case 'findings':
      return placeOfFindings(page)
    case 'plans':
      return placeOfPlans(page)
    case 'measures':
      return placeOfMeasures(page)
    case 'team':
      return placeOfTeam(page)
    case 'risks':
      return placeOfRisks(page)
    case 'rounds':
      return placeOfRounds(page)
    case 'controls':
      return placeOfControls(page)
    case 'department':
      return page.department
    default:
      return page.page
  }
}

const Navigation = ({
  page,
  board: figures,
}: {
  readonly page: Page
  readonly board: ReadonlySignal<Board | undefined>
}) => {
  const board = figures.value
  const late = board?.now.late ?? 0
  const departments = board?.departments ?? []
  return (
    <div id="navigation" class="navigation">
      <ul>
        <Entry icon="dashboard" href={hrefOf(OVERVIEW)} current={page.page === 'overview'}>
          {d().pages.overview}
        </Entry>
        <Entry icon="mine" href={hrefOf(MY_WORK)} current={page.page === 'mine'}>
          {d().pages.mine}
        </Entry>
        <Entry
          icon="waiting"
          href={hrefOf({ page: 'late', department: undefined })}
          current={page.page === 'late'}
          late={late}
        >
          {d().pages.late}
        </Entry>
        <Entry icon="controls" href={hrefOf(ALL_CONTROLS)} current={page.page === 'controls'}>
          {d().pages.controls}
        </Entry>
        <Entry icon="findings" href={hrefOf(ALL_FINDINGS)} current={page.page === 'findings'}>
          {d().pages.findings}
        </Entry>
        <Entry icon="risks" href={hrefOf(ALL_RISKS)} current={page.page === 'risks'}>
          {d().pages.risks}
        </Entry>
        <Entry icon="rounds" href={hrefOf(ALL_ROUNDS)} current={page.page === 'rounds'}>
          {d().pages.rounds}
        </Entry>
        <Entry icon="quality" href={hrefOf(SCORECARD)} current={page.page === 'quality'}>
          {d().pages.quality}
        </Entry>
        <Entry icon="plans" href={hrefOf(ALL_PLANS)} current={page.page === 'plans'}>
          {d().pages.plans}
        </Entry>
        <Entry icon="measures" href={hrefOf(ALL_MEASURES)} current={page.page === 'measures'}>
          {d().pages.measures}
        </Entry>
        <Entry icon="team" href={hrefOf(TEAM)} current={page.page === 'team'}>
          {d().pages.team}
        </Entry>
        <Entry
          icon="people"
          href={hrefOf({ page: 'people', section: 'people' })}
          current={page.page === 'people'}
        >
          {d().pages.people}
        </Entry>
      </ul>
      <h2 class="navigation-title">{d().frame.departments}</h2>
      <ul class="navigation-departments">
        {departments.map((department, index) => (
          <Entry
            key={department.key}
            href={hrefOf({ page: 'department', department: department.key, year: undefined })}
            current={page.page === 'department' && page.department === department.key}
            late={board?.now.lateIn[department.key] ?? 0}
            startsCluster={index > 0 && departments[index - 1]?.cluster !== department.cluster}
          >
            {nameOf(department)}
          </Entry>
        ))}
      </ul>
      {board && departments.length === 0 && <p class="quiet">{d().frame.noDepartments}</p>}
    </div>
  )
}

const Entry = ({
  href,
  icon,
  current,
  late = 0,
  startsCluster = false,
  children,
}: {
  readonly href: string
  readonly icon?: IconName
  readonly current: boolean
  readonly late?: number
  readonly startsCluster?: boolean
  readonly children: ComponentChildren
}) => (
  <li class={startsCluster ? 'starts-cluster' : undefined}>
    <a href={href} aria-current={current ? 'page' : undefined}>
      {icon && <Icon name={icon} size="1.15rem" />}
      <span class="navigation-word">{children}</span>
      {late > 0 && (
        <span class="navigation-late">
          <span aria-hidden="true">{late}</span>
          <VisuallyHidden>, {d().frame.late(late)}</VisuallyHidden>
        </span>
      )}
    </a>
  </li>
)
