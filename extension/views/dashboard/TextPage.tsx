/** One text by itself. What it takes to write is loaded when one is opened. */
import { useEffect, useState } from 'preact/hooks'
import type { Text } from '../../state/text-types'
import { nameOf } from '../../text'
import { LaunchError } from '../shared/LaunchError'
import { useModel } from './context'
import type { Page } from './route'
import { d } from './words'

type Open = { readonly text: Text; readonly Writing: typeof import('../writing/Writing')['Writing'] }

export const TextPage = ({ page: { room, about } }: { readonly page: Page & { readonly page: 'text' } }) => {
  const { store, tools } = useModel()
  const [open, setOpen] = useState<Open>()
  const [trouble, setTrouble] = useState<unknown>()
  useEffect(() => {
    let isOver = false
    let text: Text | undefined
    const load = async (): Promise<void> => {
      const [opened, { Writing }] = await Promise.all([
        store.openText(room, about),
        import('../writing/Writing'),
      ])
      if (isOver) return opened.close()
      text = opened
      setOpen({ text: opened, Writing })
    }
    load().catch(setTrouble)
    return () => {
      isOver = true
      text?.close()
    }
  }, [store, room, about])
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
