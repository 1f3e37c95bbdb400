/** People and departments: who takes part, and which departments there are. */
import { useModel } from '../context'
import { hrefOf, type Page, PEOPLE_SECTIONS } from '../route'
import { d } from '../words'
import { Departments } from './Departments'
import { Members } from './Members'

export const People = ({ page }: { readonly page: Page & { readonly page: 'people' } }) => {
  const { store } = useModel()
  const words = d().people
  return (
    <div class="page people">
      <header class="page-head">
        <div>
          <h1>{d().pages.people}</h1>
          <p class="quiet">
            {introOf(page.section)} {!store.mayManage() && words.readOnly}
          </p>
        </div>
        <nav class="tabs" aria-label={words.sectionsLabel}>
          {PEOPLE_SECTIONS.map((section) => (
            <a
              key={section}
              href={hrefOf({ page: 'people', section })}
              aria-current={section === page.section ? 'page' : undefined}
            >
              {words.sections[section]}
            </a>
          ))}
        </nav>
      </header>
      {page.section === 'people' && <Members />}
      {page.section === 'departments' && <Departments />}
    </div>
  )
}

const introOf = (section: (typeof PEOPLE_SECTIONS)[number]): string =>
  section === 'people' ? d().people.intro : d().departments.intro
