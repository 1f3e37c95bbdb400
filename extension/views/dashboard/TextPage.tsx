/** One text by itself. */
import { nameOf } from '../../text'
import { LaunchError } from '../shared/LaunchError'
import { useOpenText } from '../work/open-text'
import { useModel } from './context'
import type { Page } from './route'
import { d } from './words'

export const TextPage = ({ page: { room, about } }: { readonly page: Page & { readonly page: 'text' } }) => {
  const { store, tools } = useModel()
  const { open, trouble } = useOpenText(room, about)
  if (trouble !== undefined) return <LaunchError error={trouble} onReload={tools.reload} />
  const members = store.members.value
  const names = (member: string): string => members.find(({ key }) => key === member)?.name ?? member
  return (
    <div class="page">
      <h1>{d().pages.text}</h1>
      {open ? (
        <open.Writing
          text={open.text}
          title={d().pages.text}
          names={names}
          people={() => members.map(({ about, name, title }) => ({ about, title: name, hint: title }))}
          records={() =>
            store.controls.value.map((control) => ({ about: control.about, title: control.title }))
          }
          titleOf={(subject) => titleIn(store, subject)}
        />
      ) : (
        <p class="quiet" role="status">
          {d().frame.reading}
        </p>
      )}
    </div>
  )
}

const titleIn = (
  { members, departments, controls }: ReturnType<typeof useModel>['store'],
  about: string,
): string | undefined => {
  const named = [...members.value, ...departments.value].find((each) => each.about === about)
  return named ? nameOf(named) : controls.value.find((each) => each.about === about)?.title
}
