/** The standing of a department's year in `org`: a closed year is written by nobody. Subject: "year:<department>/<year>". */
import { defineKind, flag, type RecordOf, text } from './kind'

export const year = defineKind('year', 'org', { closed: flag, hash: text })
export type Year = RecordOf<typeof year>

export const yearAbout = (department: string, calendarYear: number): string =>
  `year:${department}/${calendarYear}`
