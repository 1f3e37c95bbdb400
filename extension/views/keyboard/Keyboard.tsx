/**
 * The keys of the dashboard: one place that hears them, wherever one is. What lies on top has them; a button that names a
 * key as its own (`aria-keyshortcuts`) is pressed by it. What lies over the page is loaded when it is first asked for.
 */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { t, titleOf } from '../../text'
import { useModel } from '../dashboard/context'
import type { Model } from '../dashboard/model'
import { parseRoute } from '../dashboard/route'
import { mayMake } from '../new/may-make'
import { newMeasureFor } from '../new/route'
import { ANSWERS, owesNote } from '../shared/AnswerButtons'
import { keyOfCheck } from '../shared/drafts'
import { isCharacter, isTyping } from '../shared/typing'
import { lazyPages } from '../work/LazyPages'
import { type Meaning, meaningOf } from './keys'
import type { LayerProps } from './Layer'
import { clearRows, extendRows, isShown, placeOfRow, rowHere, stepRow, toggleRow, topOf } from './rows'

export type LayerName = 'palette' | 'jump' | 'help'

const Layer = lazyPages<LayerProps>(
  async () => (await import('./Layer')).Layer,
  () => null,
)

export const Keyboard = () => {
  const model = useModel()
  const { router, tools, store } = model
  const layer = useSignal<LayerName | undefined>(undefined)
  const typed = useRef('')
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      if (layer.peek() !== undefined) {
        // It is still coming: what is typed meanwhile is for it, and not for the page.
        if (isCharacter(event) && topOf(document) === document.body) {
          typed.current += event.key
          event.preventDefault()
        }
        return
      }
      typed.current = ''
      const meaning = meaningOf(event, { isOn: tools.singleKeys(), isTyping: isTyping(event.target) })
      if (meaning && carryOut(meaning, model, layer)) event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [model, layer])
  if (!layer.value) return null
  return (
    <Layer
      key={layer.value}
      name={layer.value}
      store={store}
      shell={tools}
      isPopup={false}
      typed={() => typed.current}
      onGo={(href) => router.go(parseRoute(href))}
      onClose={() => {
        layer.value = undefined
      }}
    />
  )
}

/** Says whether the key was for the page. */
const carryOut = (meaning: Meaning, model: Model, layer: Signal<LayerName | undefined>): boolean => {
  const root = topOf(document)
  switch (meaning.act) {
    case 'palette':
    case 'help':
    case 'jump':
      layer.value = meaning.act
      return true
    case 'search':
      if (!focusSearch(root)) layer.value = 'palette'
      return true
    case 'step':
      return stepRow(root, meaning.by)
    case 'extend':
      return extendRows(root, meaning.by)
    case 'choose':
      return toggleRow(root)
    case 'clear':
      // What lies over the page closes by the same key, first.
      return root === document.body && clearRows(root)
    case 'measure':
      return press(root, 'a') || openMeasure(root, model)
    case 'press':
      return press(root, meaning.key) || answerRow(root, meaning.key, model)
  }
}

/** A new measure for the row one is at, or the sheet that is open; else for nothing yet. */
const openMeasure = (root: HTMLElement, { router, store }: Model): boolean => {
  if (!mayMake(store)) return false
  const place = placeOfRow(rowHere(root)) ?? (root === document.body ? undefined : router.check.peek())
  router.go(parseRoute(newMeasureFor(place)))
  return true
}

/**
 * Answers the row one is at, and goes to the next. An answer that owes a note, or evidence, opens its sheet: with the
 * answer begun, or where evidence is added.
 */
const answerRow = (root: HTMLElement, key: string, { find, router, store, toast, tools }: Model): boolean => {
  const outcome = ANSWERS.find((each) => each[1] === key)?.[0]
  const place = placeOfRow(rowHere(root))
  const check = outcome && place && find(place.room, place.about)
  if (!check || check.outcome !== undefined || check.clash || !store.mayAnswer(check)) return false
  if (check.state === 'later' && (check.prepare ?? '9999') > store.today.peek()) return false
  const draft = tools.drafts.readDraft(keyOfCheck(check))
  const note = draft?.note ?? check.note
  if (owesNote(outcome)) tools.drafts.writeDraft(keyOfCheck(check), { outcome, note })
  if (owesNote(outcome) || store.answer(check, { outcome, note })) {
    router.go({ sheet: 'check', room: check.room, about: check.about })
    return true
  }
  tools.drafts.clearDraft(keyOfCheck(check))
  toast.value = {
    text: t().popup.answered(titleOf(check.control), t().outcomes[outcome]),
    undo: () => void store.undo(),
  }
  stepRow(root, 1)
  return true
}

const press = (root: HTMLElement, key: string): boolean => {
  const named = root.querySelectorAll<HTMLElement>(`[aria-keyshortcuts~="${CSS.escape(key)}"]`)
  const button = [...named].find((each) => isShown(each) && !(each as HTMLButtonElement).disabled)
  button?.click()
  return button !== undefined
}

const focusSearch = (root: HTMLElement): boolean => {
  const field = [...root.querySelectorAll<HTMLInputElement>('input[type="search"]')].find(isShown)
  field?.focus()
  field?.select()
  return field !== undefined
}
