/** What the pages of the management team have in common: verbs that say why not, proposals, names, half-written forms. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Department } from '../../../shared/kinds/department'
import { allProposalsOf, type Proposal } from '../../../shared/queries/proposals'
import { type Series, seriesOf } from '../../../shared/queries/series'
import type { Place, Quality } from '../../state/quality-types'
import { useModel } from '../dashboard/context'
import { useQuality, useWork } from '../work/world'
import { m } from './say'
import type { Names } from './words'

export const useNames = (): Names => {
  const { nameOf, department, store } = useModel()
  return {
    today: store.today.value,
    member: nameOf,
    department: (key): Department | undefined => department.value.get(key),
  }
}

/** Says in the toast what was done, with the way back; or why it was not. */
export const useSay = () => {
  const { toast } = useModel()
  const work = useWork()
  return {
    /** @returns whether it was done */
    done(objection: string | undefined, text: string, canUndo = true): boolean {
      toast.value =
        objection === undefined
          ? { text, undo: canUndo ? () => void work.undo() : undefined }
          : { text: objection === 'not-for-you' ? m().failed : objection, undo: undefined }
      return objection === undefined
    },
    tell(text: string): void {
      toast.value = { text, undo: undefined }
    },
  }
}

/** May write the agenda, the outcomes and the agreements. */
export const useMayWrite = (): boolean => useWork().mayWriteIn('team')

export type Proposals = {
  readonly open: readonly Proposal[]
  readonly dismissed: readonly Proposal[]
  /** Signals on the charts are still being looked for. */
  readonly isReading: boolean
}

export const useProposals = (): Proposals => {
  const { store } = useModel()
  const work = useWork()
  const quality = useQuality()
  const ground = work.ground.value
  const checks = store.checks.value
  const series = useSeries(quality)
  return useMemo(() => {
    const all = allProposalsOf({ ground, checks, series: series ?? [] })
    return {
      open: all.filter(({ point, dismissed }) => point === undefined && !dismissed),
      dismissed: all.filter(({ point, dismissed }) => point === undefined && dismissed),
      isReading: series === undefined,
    }
  }, [ground, checks, series])
}

const useSeries = (quality: Quality | undefined): readonly Series[] | undefined => {
  const isReady = quality?.ready.value ?? false
  const indicators = quality?.indicators.value
  const ground = quality?.ground.value
  const departments = quality?.departments.value
  return useMemo(() => {
    if (!isReady || !indicators || !ground || !departments) return undefined
    return indicators.flatMap((indicator) =>
      indicator.departments
        .filter((key) => departments.includes(key))
        .map((key) => seriesOf(indicator, key, ground)),
    )
  }, [isReady, indicators, ground, departments])
}

/** The moment, again every so many milliseconds. */
export const useNow = (every: number): number => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}

/** What is half written in a form, kept on this device until it is saved or thrown away. */
export const useDraft = <T extends object>(name: string, initial: T) => {
  const { memory } = useModel().tools
  const place = `draft/${name}`
  const [kept] = useState(() => draftFrom(memory.get(place), initial))
  const [draft, setDraft] = useState<T>(kept ?? initial)
  return {
    draft,
    /** There was one of an earlier time. */
    wasKept: kept !== undefined,
    set(changes: Partial<T>): void {
      const next = { ...draft, ...changes }
      setDraft(next)
      memory.set(place, JSON.stringify(next))
    },
    /** It was saved, or is not wanted. */
    forget(): void {
      memory.set(place, '')
      setDraft(initial)
    },
  }
}

/** Only fields of the form as it is now, and only when they differ from what would stand there. */
const draftFrom = <T extends object>(text: string | undefined, initial: T): T | undefined => {
  if (!text) return undefined
  try {
    const kept: unknown = JSON.parse(text)
    if (typeof kept !== 'object' || kept === null) return undefined
    const known = Object.entries(kept).filter(
      ([field, value]) => typeof value === typeof (initial as Record<string, unknown>)[field],
    )
    const draft = { ...initial, ...Object.fromEntries(known) }
    return JSON.stringify(draft) === JSON.stringify(initial) ? undefined : draft
  } catch {
    // Cut off: then there is no draft.
    return undefined
  }
}

export type { Place }
