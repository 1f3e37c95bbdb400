/** What benches give back, the table it is printed as, and the file it is kept in. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'

/** One line of the table. */
export type Row = {
  readonly subject: string
  readonly unit: string
  readonly ours: number
  /** The floor or the peer, measured in turns with ours in the same run. */
  readonly beside?: number | undefined
  readonly ratio?: number | undefined
  /** In words: "<= 1.15x". */
  readonly goal: string
  readonly met: boolean
  /** What stands beside it, and why a goal is missed. */
  readonly note: string
}

/** The middle of some figures. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The figure that a share of all figures does not exceed. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Fewer rounds: to see that everything runs, not to judge a p95. */
const isQuick = process.env.BENCH_QUICK !== undefined

/** How busy the machine was, for whoever reads the figures. */
export const machine = (): string => {
  const load = loadavg().map((each) => each.toFixed(1))
  const processors = cpus()
  return `${processors.length} x ${processors[0]?.model.trim() ?? 'unknown'}, load ${load.join(' ')}, Node ${process.versions.node}${isQuick ? ', QUICK: too few rounds to judge by' : ''}`
}

/** The rows as lines of text, misses with their reason beneath. */
export const tableOf = (rows: readonly Row[]): string => {
  const cells = rows.map((row) => [
    row.met ? 'ok' : 'MISS',
    row.subject,
    figure(row.ours, row.unit),
    row.beside === undefined ? '' : figure(row.beside, row.unit),
    row.ratio === undefined ? '' : `${round(row.ratio)}x`,
    row.goal,
    row.note,
  ])
  const head = ['', 'what', 'ours', 'beside', 'ratio', 'goal', 'note']
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((line) => line[column]?.length ?? 0)),
  )
  const line = (each: readonly string[]): string =>
    each
      .map((text, column) => (column === each.length - 1 ? text : text.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(head), ...cells.map(line)].join('\n')
}

const figure = (value: number, unit: string): string => `${round(value)} ${unit}`.trim()

const round = (value: number): string =>
  Math.abs(value) >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toPrecision(3)

/** Keeps the rows as JSON. Gives the file's name. */
export const keep = (directory: string, started: Date, before: string, rows: readonly Row[]): string => {
  mkdirSync(directory, { recursive: true })
  const file = join(directory, `${started.toISOString().slice(0, 19).replaceAll(':', '-')}.json`)
  const content = { started: started.toISOString(), machine: { before, after: machine() }, rows }
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
  return file
}
