/**
 * How the chart of an indicator in a department stands: from which points its limits come. Limits move only by such a
 * statement, with a reason; without one they come from the first points and stay. Subject: "chart:<indicator>".
 */
import { defineKind, objectOrNone, type Reader, type RecordOf, text, textOrNone } from './kind'

/** A point that stays on the chart and out of the limits. */
export type Exclusion = { readonly period: string; readonly reason: string }

const exclusions: Reader<readonly Exclusion[]> = (value) =>
  Array.isArray(value)
    ? value
        .map((each) => ({
          period: text(objectOrNone(each)?.period),
          reason: text(objectOrNone(each)?.reason),
        }))
        .filter(({ period }) => period !== '')
    : []

export const chart = defineKind('chart', 'dept', {
  /** First and last period, both included, from which the limits of their phase come. */
  baselineFrom: textOrNone,
  baselineTo: textOrNone,
  reason: text,
  excluded: exclusions,
})
export type Chart = RecordOf<typeof chart>

export const chartAbout = (indicatorKey: string): string => `chart:${indicatorKey}`
