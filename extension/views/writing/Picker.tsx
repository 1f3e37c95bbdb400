/** The list under what is being typed after "@" or "#". The text keeps the focus; the list is told to screen readers. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { w } from './say'

export type Pick = { readonly about: string; readonly title: string; readonly hint?: string | undefined }

type Props = {
  readonly id: string
  readonly sign: '@' | '#'
  readonly picks: readonly Pick[]
  readonly at: number
  readonly place: { readonly left: number; readonly top: number }
  readonly onPick: (pick: Pick) => void
}

/** As many as are of use at a glance. */
export const MOST = 8

export const Picker = ({ id, sign, picks, at, place, onPick }: Props) => {
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // Through the object model: the policy allows no style attributes.
    list.current?.style.setProperty('left', `${place.left}px`)
    list.current?.style.setProperty('top', `${place.top}px`)
  }, [place.left, place.top])
  const words = w().mentions
  return (
    <div
      class="writing-picker"
      role="listbox"
      tabIndex={-1}
      id={id}
      ref={list}
      aria-label={sign === '@' ? words.people : words.records}
    >
      {picks.length === 0 && <p class="quiet">{words.none}</p>}
      {picks.map((pick, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the text, which keeps the focus
        <div
          key={pick.about}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(pick)}
        >
          {pick.title}
          {pick.hint && <span class="quiet"> {pick.hint}</span>}
        </div>
      ))}
    </div>
  )
}

/** Those that fit what was typed, whatever its accents and capitals. */
export const fitting = (picks: readonly Pick[], typed: string): Pick[] => {
  const wanted = plain(typed)
  const begins = ({ title }: Pick): boolean => plain(title).startsWith(wanted)
  const found = picks.filter(({ title }) => plain(title).includes(wanted))
  return found.sort((a, b) => Number(begins(b)) - Number(begins(a))).slice(0, MOST)
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
