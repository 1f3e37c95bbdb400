/**
 * The report of a meeting as it was closed, with the SHA-256 of its canonical JSON. Never changed: a later edit is the
 * next version, with a reason. Subject: "report:<meeting>/<n>".
 */
import type { Json } from '../statement'
import { defineKind, type Reader, type RecordOf, text } from './kind'

const anything: Reader<Json> = (value) => (value === undefined ? null : (value as Json))

export const report = defineKind('report', 'team', { content: anything, hash: text, reason: text })
export type Report = RecordOf<typeof report>

export const reportAbout = (meetingKey: string, version: number): string => `report:${meetingKey}/${version}`

/** Meeting and version of a report's key. */
export const reportKey = (key: string): { meeting: string; version: number } | undefined => {
  const [meeting, version, rest] = key.split('/')
  const n = Number(version)
  return meeting && rest === undefined && Number.isInteger(n) && n >= 1 ? { meeting, version: n } : undefined
}
