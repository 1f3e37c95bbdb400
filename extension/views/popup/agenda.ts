/**
 * The run through one's checks: where one is, and the verbs of the keys and buttons. Answers at once, also before the
 * store is there; what was answered then is said as soon as it is.
 */
import { computed, signal } from '@preact/signals'
import type { Outcome } from '../../../shared/kinds/check'
import type { Snapshot } from '../../state/snapshot-types'
import type { AnswerObjection, Check, Store } from '../../state/types'
import { t } from '../../text'
import { owesNote } from '../shared/AnswerButtons'
import { type Drafts, keyOfCheck } from '../shared/drafts'
import type { Hand } from '../shared/hand'
import { standingNote } from '../shared/standing-note'
import { createFacts, type Waiting } from './facts'
import { createList } from './list'
import { createNotes } from './notes'
import { isOpen, nextOpen, type Row } from './rows'

/** Where the focus goes: to the head of a row; scrolled into view unless the pointer is at work. */
export type FocusRequest = { readonly key: string; readonly scroll: boolean; readonly count: number }

export type Agenda = ReturnType<typeof createAgenda>

/** Where an answer waits that was given before the store was there. */
const SAID = 'said|'

/** The row of which the evidence is open, and the answer that waits for it. */
export type Proving = { readonly key: string; readonly outcome?: Outcome; readonly note: string }

export const createAgenda = ({
  snapshot,
  drafts,
  staysOpen = false,
}: {
  readonly snapshot: Snapshot | undefined
  readonly drafts: Drafts
  /** It is no popup, which closes as soon as one looks elsewhere. */
  readonly staysOpen?: boolean
}) => {
  const facts = createFacts(snapshot)
  facts.waiting.value = (snapshot?.rows ?? []).flatMap((row) => {
    const key = keyOfCheck(row)
    const { outcome, note = '' } = drafts.readDraft(SAID + key) ?? {}
    return outcome ? [{ key, outcome, note }] : []
  })
  const list = createList(facts)
  const notes = createNotes(drafts)

  const chosen = signal<string | undefined>(undefined)
  const active = computed<Row | undefined>(() => {
    const rows = list.rows.value
    return rows.find(({ key }) => key === chosen.value) ?? rows.find(isOpen) ?? rows[0]
  })
  /** Rows that stay unfolded because the pointer opened them: folding them would move what is under it. */
  const held = signal<ReadonlySet<string>>(new Set())
  /** Answered here since the popup was opened. */
  const answered = signal<ReadonlySet<string>>(new Set())
  /** Keys of the answers given here, last one last, to be undone one after the other. */
  const acts = signal<readonly string[]>([])
  /** Of acts that are not answers: what is said once they are undone. */
  const others = new Map<string, string>()
  const proving = signal<Proving | undefined>(undefined)
  const message = signal('')
  const focus = signal<FocusRequest | undefined>(undefined)

  const find = (key: string | undefined): Row | undefined => list.rows.peek().find((row) => row.key === key)
  const tell = (...sentences: readonly string[]): void => {
    message.value = sentences.filter((sentence) => sentence !== '').join(' ')
  }

  const hold = (...rows: readonly (Row | undefined)[]): void => {
    held.value = new Set([...held.peek(), ...rows.flatMap((row) => row?.key ?? [])])
  }
  const moveTo = (row: Row | undefined, hand: Hand): void => {
    if (!row) return
    list.reveal(row)
    if (hand === 'keys') held.value = new Set()
    else hold(active.peek(), row)
    chosen.value = row.key
    if (proving.peek()?.key !== row.key) proving.value = undefined
    focus.value = { key: row.key, scroll: hand === 'keys', count: (focus.peek()?.count ?? 0) + 1 }
  }

  const resume = (): void => {
    if (list.isTouched() || notes.noting.peek()) return
    const row = notes.resume(list.listed.peek())
    if (!row) return
    chosen.value = row.key
    list.reveal(row)
  }

  /** Turns to a row in order to answer it. Says whether one may. */
  const begin = (row: Row): boolean => {
    list.touch()
    notes.closeOther(row)
    chosen.value = row.key
    const may = facts.mayAnswer(row)
    if (!may) tell(t().popup.mayNot)
    return may
  }

  const say = (row: Row, outcome: Outcome, note: string, hand: Hand): void => {
    list.touch()
    if (put(row, outcome, note)) {
      notes.save(row.key, note)
      moveTo(row, hand)
      proving.value = { key: row.key, outcome, note }
      tell(t().popup.evidenceMissing(row.title))
      return
    }
    goOn(row, outcome, hand)
  }
  const goOn = (row: Row, outcome: Outcome, hand: Hand): void => {
    acts.value = [...acts.peek(), row.key]
    answered.value = new Set(answered.peek()).add(row.key)
    notes.done(row)
    const next = nextOpen(list.rows.peek(), row.key)
    moveTo(next ?? row, hand)
    tell(t().popup.answered(row.title, t().outcomes[outcome]), next ? '' : t().popup.doneTitle)
  }
  const me = (): string => facts.store.peek()?.session.member ?? ''
  /** What is said with an answer for which no note is owed. */
  const noteWith = (row: Row, outcome: Outcome): string =>
    notes.textOf(row) || standingNote(row, outcome, me())
  const put = ({ key }: Row, outcome: Outcome, note: string): AnswerObjection | undefined => {
    const check = facts.checks.peek().get(key)
    if (check) return facts.live.peek()?.answer(check, { outcome, note })
    keepWaiting([...withoutKey(facts.waiting.peek(), key), { key, outcome, note }])
    return undefined
  }

  // On the device at once: a popup may close before it has read the disk, and the next one says it.
  const keepWaiting = (next: readonly Waiting[]): void => {
    for (const { key } of facts.waiting.peek()) drafts.clearDraft(SAID + key)
    for (const { key, outcome, note } of next) drafts.writeDraft(SAID + key, { outcome, note })
    facts.waiting.value = next
  }
  /** Says what was answered before the store was there; what has changed meanwhile is left for the user to look at. */
  const settleWaiting = (): void => {
    const said = facts.waiting.peek()
    keepWaiting([])
    for (const { key, outcome, note } of said) {
      const check = facts.checks.peek().get(key)
      const seen = list.listed.peek().find((row) => row.key === key)
      if (check && check.outcome === seen?.outcome) {
        const objection = facts.live
          .peek()
          ?.answer(check, { outcome, note: note || standingNote(check, outcome, me()) })
        if (!objection) continue
        leaveToUser(key, note, seen && t().popup.evidenceMissing(seen.title))
        chosen.value = key
        proving.value = { key, outcome, note }
      } else leaveToUser(key, note, seen && t().popup.changedMeanwhile(seen.title))
    }
  }
  const leaveToUser = (key: string, note: string, sentence = ''): void => {
    notes.save(key, note)
    forget(key)
    tell(sentence)
  }

  const forget = (key: string): void => {
    acts.value = acts.peek().filter((each) => each !== key)
    answered.value = new Set([...answered.peek()].filter((each) => each !== key))
  }
  const takeBack = (row: Row, hand: Hand, act: (check: Check | undefined) => void): void => {
    const waiting = withoutKey(facts.waiting.peek(), row.key)
    if (waiting.length < facts.waiting.peek().length) keepWaiting(waiting)
    else act(facts.checks.peek().get(row.key))
    notes.save(row.key, row.note)
    if (!acts.peek().includes(row.key)) forget(row.key)
    moveTo(row, hand)
    tell(t().popup.takenBack(row.title))
  }

  const verbs = {
    touch: list.touch,
    showNews: list.showNews,
    /** Gives the agenda its store. Returns how to stop waiting for it. */
    connect: (store: Store): (() => void) => {
      facts.store.value = store
      return facts.live.subscribe((ready) => {
        if (!ready) return
        resume()
        if (facts.waiting.peek().length > 0) settleWaiting()
      })
    },
    /** Brings the focus back to the list, after something lay over it. */
    refocus: (): void => moveTo(active.peek(), 'keys'),
    select: (row: Row, hand: Hand): void => {
      list.touch()
      notes.closeOther(row)
      moveTo(row, hand)
    },
    step: (by: 1 | -1): void => {
      list.touch()
      const rows = list.rows.peek()
      moveTo(rows[rows.findIndex(({ key }) => key === active.peek()?.key) + by], 'keys')
    },
    showSoon: (): void => {
      list.touch()
      moveTo(list.rows.peek()[list.visible.peek().length], 'keys')
    },
    choose: (row: Row, outcome: Outcome, hand: Hand): void => {
      if (!begin(row)) return
      if (hand === 'pointer') hold(row)
      if (owesNote(outcome)) notes.open(row, outcome)
      else if (row.outcome === outcome && !row.clash) moveTo(nextOpen(list.rows.peek(), row.key), hand)
      else say(row, outcome, noteWith(row, outcome), hand)
    },
    /** What was answered to an earlier text of the control also answers the present one. */
    confirm: (row: Row, hand: Hand): void => {
      const check = facts.checks.peek().get(row.key)
      if (!check?.former || !begin(row)) return
      facts.live.peek()?.confirm(check)
      goOn(row, check.former.outcome, hand)
    },
    /** Opens the note of a row without answering. */
    note: (row: Row): void => {
      if (begin(row)) notes.open(row, undefined)
    },
    typeNote: (note: string): void => {
      list.touch()
      notes.type(note)
    },
    saveNote: (hand: Hand): void => {
      const open = notes.noting.peek()
      const row = find(open?.key)
      if (!open || !row) return
      const outcome = open.outcome ?? row.outcome
      const note = open.note.trim()
      if (owesNote(outcome) && note === '') notes.demand()
      else if (outcome) say(row, outcome, note, hand)
      else verbs.leaveNote(hand)
    },
    leaveNote: (hand: Hand): void => {
      const row = find(notes.noting.peek()?.key)
      notes.close()
      moveTo(row, hand)
    },
    /** Opens what there is of evidence for a row, with the way to bring more; or closes it. */
    evidence: (row: Row): void => {
      const isOpen = proving.peek()?.key === row.key
      if (isOpen) verbs.leaveEvidence('keys')
      else if (begin(row)) {
        notes.close()
        proving.value = { key: row.key, note: '' }
      }
    },
    leaveEvidence: (hand: Hand): void => {
      const row = find(proving.peek()?.key)
      proving.value = undefined
      moveTo(row, hand)
    },
    /** Evidence was brought: says the answer that waited for it. */
    proved: (row: Row): void => {
      const { outcome, note = '' } = proving.peek() ?? {}
      if (!outcome) return
      proving.value = undefined
      say(row, outcome, note, 'keys')
    },
    /** Undoes one's last answer here, which brings back what stood there before. */
    undo: (hand: Hand): void => {
      const last = acts.peek()[acts.peek().length - 1] ?? ''
      const row = find(last)
      acts.value = acts.peek().slice(0, -1)
      const undone = others.get(last)
      if (undone !== undefined) {
        facts.live.peek()?.undo()
        tell(undone)
        return
      }
      if (row) takeBack(row, hand, () => facts.live.peek()?.undo())
      else tell(t().popup.nothingToUndo)
    },
    /** Something else was done here, which the next undo takes back. @param undone what is said then */
    did: (said: string, undone: string): void => {
      const act = `else|${others.size}`
      others.set(act, undone)
      acts.value = [...acts.peek(), act]
      tell(said)
    },
    /** Takes back one's answer to a row: undoes it when it is the last one. */
    takeBack: (row: Row, hand: Hand): void => {
      if (acts.peek()[acts.peek().length - 1] === row.key) verbs.undo(hand)
      else {
        forget(row.key)
        takeBack(row, hand, (check) => check && facts.live.peek()?.takeBack(check))
      }
    },
  }

  resume()
  return {
    ...facts,
    ...verbs,
    tell,
    rows: list.rows,
    visible: list.visible,
    hidden: computed(() => list.rows.value.length - list.visible.value.length),
    news: computed(() => list.news.value.length),
    noting: notes.noting,
    hasDraft: notes.hasDraft,
    proving,
    staysOpen,
    evidenceCount: ({ key }: Row): number => {
      const check = facts.checks.value.get(key)
      return check ? (facts.live.value?.evidenceOf(check).length ?? 0) : 0
    },
    active,
    message,
    focus,
    /** Whether more than one department is in the list, so that each row must name its own. */
    hasDepartments: computed(() => new Set(list.rows.value.map(({ department }) => department)).size > 1),
    /** Answered here last: keys for what follows from an answer mean this one. */
    isLast: ({ key }: Row): boolean => acts.value.findLast((act) => !act.startsWith('else|')) === key,
    isHeld: ({ key }: Row): boolean => held.value.has(key),
    isUnfolded: ({ key }: Row): boolean =>
      key === active.value?.key || held.value.has(key) || answered.value.has(key),
    wasAnsweredHere: ({ key, outcome }: Row): boolean => answered.value.has(key) && outcome !== undefined,
  }
}

const withoutKey = <T extends { readonly key: string }>(items: readonly T[], key: string): readonly T[] =>
  items.filter((item) => item.key !== key)
