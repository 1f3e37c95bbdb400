/**
 * The popup's run through one's checks, as signals and verbs. Stands on the stored view first and on the store as soon as
 * that is there; what is answered in between is said then. Once the user has touched anything, nothing moves any more.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Day } from '../../../shared/days'
import type { Outcome } from '../../../shared/kinds/check'
import type { Snapshot } from '../../state/snapshot-types'
import type { Check, LineStatus, Store, SyncState } from '../../state/types'
import { nameOf, t, titleOf } from '../../text'
import { owesNote } from '../shared/AnswerButtons'
import { type Draft, type Drafts, keyOfCheck } from '../shared/drafts'
import type { Hand } from '../shared/hand'
import { type Progress, progressOf } from './progress'
import { asks, inGroups, isOpen, type Names, nextOpen, type Row, rowOfCheck, rowOfSnapshot } from './rows'

/** How many of those that are due later show before "show more". */
export const SOON_SHOWN = 4

/** The note that is being written, and the answer it belongs to. */
export type Noting = {
  readonly key: string
  readonly outcome: Outcome | undefined
  readonly note: string
  readonly missing: boolean
}

export type Next = { readonly title: string; readonly opens: Day; readonly due: Day }

/** Where the focus goes: to the head of a row; scrolled into view unless the pointer is at work. */
export type FocusRequest = { readonly key: string; readonly scroll: boolean; readonly count: number }

export type Agenda = ReturnType<typeof createAgenda>

type Said = { readonly key: string; readonly outcome: Outcome; readonly note: string }

const LOADING: SyncState = {
  word: 'loading',
  unsent: 0,
  online: true,
  confirmedAt: undefined,
  problem: undefined,
}

export const createAgenda = ({ snapshot, drafts }: { snapshot: Snapshot | undefined; drafts: Drafts }) => {
  // Where the facts come from

  const store = signal<Store | undefined>(undefined)
  const live = computed(() => (store.value?.ready.value ? store.value : undefined))
  /** Answers given before the store was there. */
  const waiting = signal<readonly Said[]>([])

  const today = computed<Day>(() => live.value?.today.value ?? snapshot?.today ?? '')
  const names = computed<Names>(() => namesOf(live.value))
  const checks = computed<ReadonlyMap<string, Check>>(
    () => new Map((live.value?.mine.value ?? []).map((check) => [keyOfCheck(check), check])),
  )
  const asking = computed<readonly Row[]>(() => {
    if (live.value)
      return inGroups(
        [...checks.value.values()].filter(asks).map((check) => rowOfCheck(check, names.value, today.value)),
      )
    return inGroups((snapshot?.rows ?? []).filter(asks).map((row) => rowOfSnapshot(row, today.value)))
  })

  // The list, which stands still from the first touch

  const frozen = signal<readonly Row[] | undefined>(undefined)
  const listed = computed(() => frozen.value ?? asking.value)
  const rows = computed<readonly Row[]>(() => listed.value.map(asItStands))
  const news = computed(() => {
    const known = new Set(listed.value.map(({ key }) => key))
    return asking.value.filter(({ key }) => !known.has(key))
  })

  const asItStands = (row: Row): Row => {
    const said = waiting.value.find(({ key }) => key === row.key)
    if (said) return { ...row, outcome: said.outcome, note: said.note, clash: false }
    const check = checks.value.get(row.key)
    // In the group where it was found: a row that changes does not change place.
    return check ? { ...rowOfCheck(check, names.value, today.value), group: row.group } : row
  }

  /** From now on the list only changes when the user asks. */
  const touch = (): void => {
    if (!frozen.peek()) frozen.value = listed.peek()
  }

  // What the user is doing

  const chosen = signal<string | undefined>(undefined)
  const active = computed(() => {
    const wanted = rows.value.find(({ key }) => key === chosen.value)
    return wanted ?? rows.value.find(isOpen) ?? rows.value[0]
  })
  const noting = signal<Noting | undefined>(undefined)
  /** Rows that stay unfolded because the pointer opened them: folding them would move what is under it. */
  const held = signal<ReadonlySet<string>>(new Set())
  /** Answered here since the popup was opened. */
  const answered = signal<ReadonlySet<string>>(new Set())
  const isSoonShown = signal(false)
  const message = signal('')
  const focus = signal<FocusRequest | undefined>(undefined)
  const draftChanges = signal(0)
  const acts: string[] = []

  const visible = computed<readonly Row[]>(() => {
    if (isSoonShown.value) return rows.value
    let soon = 0
    return rows.value.filter(({ group }) => {
      if (group === 'soon') soon += 1
      return group !== 'soon' || soon <= SOON_SHOWN
    })
  })

  const isVisible = ({ key }: Row): boolean => visible.peek().some((row) => row.key === key)

  const hold = (...touched: readonly (Row | undefined)[]): void => {
    held.value = new Set([...held.peek(), ...touched.flatMap((row) => row?.key ?? [])])
  }

  const moveTo = (row: Row | undefined, hand: Hand): void => {
    if (!row) return
    if (!isVisible(row)) isSoonShown.value = true
    if (hand === 'keys') held.value = new Set()
    else hold(active.peek(), row)
    chosen.value = row.key
    focus.value = { key: row.key, scroll: hand === 'keys', count: (focus.peek()?.count ?? 0) + 1 }
  }

  const tell = (...sentences: readonly string[]): void => {
    message.value = sentences.join(' ')
  }

  // Notes

  const openNote = (row: Row, outcome: Outcome | undefined): void => {
    const note = drafts.readDraft(row.key)?.note ?? row.note
    noting.value = { key: row.key, outcome, note, missing: false }
    if (outcome) keepDraft(row.key, { outcome, note })
  }

  const keepDraft = (key: string, draft: Draft): void => {
    if (draft.note.trim() === '' && !draft.outcome) drafts.clearDraft(key)
    else drafts.writeDraft(key, draft)
  }

  /** Folds the note; its text is kept, the answer it was for is not. */
  const closeNote = (): void => {
    const open = noting.peek()
    if (!open) return
    keepDraft(open.key, { note: open.note })
    noting.value = undefined
    draftChanges.value += 1
  }

  /** Opens again the note that was being written for an answer when the window closed. */
  const resume = (): void => {
    if (frozen.peek() || noting.peek()) return
    const row = listed.peek().find(({ key }) => drafts.readDraft(key)?.outcome)
    const draft = row && drafts.readDraft(row.key)
    if (!row || !draft) return
    chosen.value = row.key
    if (!isVisible(row)) isSoonShown.value = true
    noting.value = { key: row.key, outcome: draft.outcome, note: draft.note, missing: false }
  }

  // Answers

  const say = (row: Row, outcome: Outcome, note: string, hand: Hand): void => {
    touch()
    const check = checks.peek().get(row.key)
    if (check) live.peek()?.answer(check, { outcome, note })
    else
      waiting.value = [
        ...waiting.peek().filter(({ key }) => key !== row.key),
        { key: row.key, outcome, note },
      ]
    acts.push(row.key)
    answered.value = new Set(answered.peek()).add(row.key)
    drafts.clearDraft(row.key)
    noting.value = undefined
    const next = nextOpen(rows.peek(), row.key)
    moveTo(next ?? row, hand)
    tell(t().popup.answered(row.title, t().outcomes[outcome]), next ? '' : t().popup.doneTitle)
  }

  /** Says what was answered before the store was there; what has changed meanwhile is left for the user to look at. */
  const settleWaiting = (): void => {
    const said = waiting.peek()
    waiting.value = []
    for (const { key, outcome, note } of said) {
      const check = checks.peek().get(key)
      const seen = listed.peek().find((row) => row.key === key)
      if (check && check.outcome === seen?.outcome) live.peek()?.answer(check, { outcome, note })
      else {
        if (note !== '') keepDraft(key, { note })
        if (seen) tell(t().popup.changedMeanwhile(seen.title))
      }
    }
  }

  const mayAnswer = (row: Row): boolean => {
    const check = checks.value.get(row.key)
    return check === undefined || (live.value?.mayAnswer(check) ?? true)
  }

  /** Turns to a row in order to answer it. Says whether one may. */
  const begin = (row: Row): boolean => {
    touch()
    if (noting.peek() && noting.peek()?.key !== row.key) closeNote()
    chosen.value = row.key
    if (!mayAnswer(row)) tell(t().popup.mayNot)
    return mayAnswer(row)
  }

  const agenda = {
    live,
    today,
    rows,
    visible,
    active: active as ReadonlySignal<Row | undefined>,
    noting: noting as ReadonlySignal<Noting | undefined>,
    message: message as ReadonlySignal<string>,
    focus: focus as ReadonlySignal<FocusRequest | undefined>,
    hidden: computed(() => rows.value.length - visible.value.length),
    news: computed(() => (frozen.value ? news.value.length : 0)),
    organisation: computed(() => live.value?.organisationName.value ?? snapshot?.organisation ?? ''),
    name: computed(() => live.value?.me.value?.name ?? snapshot?.name ?? ''),
    // Until the disk has been read, what was true the last time, with its hour.
    sync: computed<SyncState>(() => {
      const now = store.value?.sync.value ?? LOADING
      return now.word === 'loading' && snapshot ? snapshot.sync : now
    }),
    progress: computed<Progress | undefined>(() => {
      if (live.value) return progressOf(live.value.mine.value, today.value)
      return snapshot && { done: snapshot.done + waiting.value.length, total: snapshot.total }
    }),
    /** Whether more than one department is in the list, so that each row must name its own. */
    hasDepartments: computed(() => new Set(rows.value.map(({ department }) => department)).size > 1),
    /** The first check that opens later. */
    next: computed<Next | undefined>(() => (live.value ? nextOf(live.value) : snapshot?.next)),
    hasAny: computed(() => (live.value ? live.value.mine.value.length > 0 : snapshot !== undefined)),

    isHeld: (row: Row): boolean => held.value.has(row.key),
    isUnfolded: (row: Row): boolean =>
      row.key === active.value?.key || held.value.has(row.key) || answered.value.has(row.key),
    wasAnsweredHere: (row: Row): boolean => answered.value.has(row.key) && row.outcome !== undefined,
    mayAnswer,
    statusOf: (row: Row): LineStatus | undefined => {
      const check = checks.value.get(row.key)
      if (check && live.value) return live.value.statusOf(check)
      return waiting.value.some(({ key }) => key === row.key) ? 'saving' : undefined
    },
    nameOfMember: (id: string): string => live.value?.members.value.find(({ key }) => key === id)?.name ?? id,
    /** Something was typed for it and left; what is being typed now is seen anyway. */
    hasDraft: (row: Row): boolean => {
      draftChanges.value
      return noting.value?.key !== row.key && drafts.readDraft(row.key) !== undefined
    },

    touch,
    /** Brings the focus back to the list, after something lay over it. */
    refocus: (): void => moveTo(active.peek(), 'keys'),
    /** Gives the agenda its store. Returns how to stop waiting for it. */
    connect: (opened: Store): (() => void) => {
      store.value = opened
      return live.subscribe((ready) => {
        if (!ready) return
        resume()
        if (waiting.peek().length > 0) settleWaiting()
      })
    },
    select: (row: Row, hand: Hand): void => {
      touch()
      if (noting.peek() && noting.peek()?.key !== row.key) closeNote()
      moveTo(row, hand)
    },
    step: (by: 1 | -1): void => {
      touch()
      const at = visible.peek().findIndex(({ key }) => key === active.peek()?.key)
      const beyond = by === 1 && at === visible.peek().length - 1 ? rows.peek()[at + 1] : undefined
      moveTo(visible.peek()[at + by] ?? beyond, 'keys')
    },
    choose: (row: Row, outcome: Outcome, hand: Hand): void => {
      if (!begin(row)) return
      if (hand === 'pointer') hold(row)
      if (owesNote(outcome)) openNote(row, outcome)
      else if (row.outcome === outcome && !row.clash) moveTo(nextOpen(rows.peek(), row.key), hand)
      else say(row, outcome, drafts.readDraft(row.key)?.note.trim() ?? '', hand)
    },
    /** Opens the note of a row without answering. */
    note: (row: Row): void => {
      if (begin(row)) openNote(row, undefined)
    },
    typeNote: (note: string): void => {
      const open = noting.peek()
      if (!open) return
      touch()
      noting.value = { ...open, note, missing: false }
      keepDraft(open.key, { ...(open.outcome && { outcome: open.outcome }), note })
    },
    saveNote: (hand: Hand): void => {
      const open = noting.peek()
      const row = rows.peek().find(({ key }) => key === open?.key)
      if (!open || !row) return
      const outcome = open.outcome ?? row.outcome
      const note = open.note.trim()
      if (owesNote(outcome) && note === '') noting.value = { ...open, missing: true }
      else if (outcome) say(row, outcome, note, hand)
      else agenda.leaveNote(hand)
    },
    leaveNote: (hand: Hand): void => {
      const row = rows.peek().find(({ key }) => key === noting.peek()?.key)
      closeNote()
      moveTo(row, hand)
    },
    /** Takes back one's last answer here. */
    undo: (hand: Hand): void => {
      const key = acts.pop()
      const row = rows.peek().find((each) => each.key === key)
      if (row) takeBack(row, hand, () => live.peek()?.undo())
      else tell(t().popup.nothingToUndo)
    },
    takeBack: (row: Row, hand: Hand): void => {
      // The last act is undone, which brings back what stood there before; an earlier one is taken back.
      if (acts[acts.length - 1] === row.key) agenda.undo(hand)
      else {
        acts.splice(0, acts.length, ...acts.filter((key) => key !== row.key))
        takeBack(row, hand, (check) => check && live.peek()?.takeBack(check))
      }
    },
    showNews: (): void => {
      frozen.value = inGroups([...rows.peek(), ...news.peek()])
    },
    showSoon: (): void => {
      touch()
      const first = rows.peek().find((row) => !isVisible(row))
      isSoonShown.value = true
      moveTo(first, 'keys')
    },
  }

  const takeBack = (row: Row, hand: Hand, act: (check: Check | undefined) => void): void => {
    const check = checks.peek().get(row.key)
    if (waiting.peek().some(({ key }) => key === row.key))
      waiting.value = waiting.peek().filter(({ key }) => key !== row.key)
    else act(check)
    // What was written is not lost with the answer.
    if (row.note !== '') keepDraft(row.key, { note: row.note })
    draftChanges.value += 1
    if (!acts.includes(row.key))
      answered.value = new Set([...answered.peek()].filter((key) => key !== row.key))
    moveTo(row, hand)
    tell(t().popup.takenBack(row.title))
  }

  resume()
  return agenda
}

const namesOf = (store: Store | undefined): Names => {
  const departments = new Map(store?.departments.value.map((each) => [each.key, nameOf(each)]))
  const themes = new Map(store?.themes.value.map((each) => [each.key, nameOf(each)]))
  return {
    title: ({ control }) => titleOf(control),
    department: (id) => departments.get(id) ?? id,
    theme: (key) => themes.get(key) ?? key,
  }
}

const nextOf = ({ mine }: Store): Next | undefined => {
  const later = mine.value
    .filter(({ state }) => state === 'later')
    .sort((a, b) => (a.due < b.due ? -1 : 1))[0]
  return later && { title: titleOf(later.control), opens: later.opens, due: later.due }
}
