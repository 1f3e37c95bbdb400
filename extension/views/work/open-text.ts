/** Opens a text with what it takes to write in it, for as long as it is on the screen. */
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Place } from '../../state/quality-types'
import type { Text } from '../../state/text-types'
import { useModel } from '../dashboard/context'
import type { WritingProps } from '../writing/Writing'

export type OpenText = { readonly text: Text; readonly Writing: FunctionComponent<WritingProps> }

/** The texts that are on the screen: who asks for what stands there reads them, and not what is on the disk. */
const shown = new Map<string, Text>()
const keyOf = ({ room, about }: Place): string => `${room} ${about}`

/** A text that is on the screen now. */
export const textShown = (place: Place): Text | undefined => shown.get(keyOf(place))

/**
 * The editor is loaded only here, together with the text.
 * @param round another number tries again
 */
export const useOpenText = (
  room: string,
  about: string,
  round = 0,
): { readonly open: OpenText | undefined; readonly trouble: unknown } => {
  const { store } = useModel()
  const [open, setOpen] = useState<OpenText>()
  const [trouble, setTrouble] = useState<unknown>()
  useEffect(() => {
    const key = keyOf({ room, about })
    let isOver = false
    let text: Text | undefined
    setTrouble(undefined)
    const load = async (): Promise<void> => {
      const [opened, { Writing }] = await Promise.all([
        store.openText(room, about),
        import('../writing/Writing'),
      ])
      if (isOver) return opened.close()
      text = opened
      shown.set(key, opened)
      setOpen({ text: opened, Writing })
    }
    load().catch((error: unknown) => {
      console.error(error)
      if (!isOver) setTrouble(error)
    })
    return () => {
      isOver = true
      if (shown.get(key) === text) shown.delete(key)
      text?.close()
      setOpen(undefined)
    }
  }, [store, room, about, round])
  return { open, trouble }
}
