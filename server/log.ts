/** The log: one line of JSON per event. Ids only; never content, names, tokens or addresses. */

export type Level = 'debug' | 'info' | 'warn' | 'error'
export type Details = {
  readonly organisation?: string
  readonly room?: string
  readonly member?: string
  readonly problem?: string
  readonly rule?: string
  readonly count?: number
  readonly port?: number
  readonly error?: unknown
}
export type Report = (level: Level, event: string, details?: Details) => void

const LEVELS: readonly Level[] = ['debug', 'info', 'warn', 'error']

export const isLevel = (word: string): word is Level => LEVELS.includes(word as Level)

/** Writes events of at least a level as lines. */
export const createLog =
  (least: Level, write: (line: string) => void, now: () => number = Date.now): Report =>
  (level, event, { error, ...details } = {}) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return
    const time = new Date(now()).toISOString()
    write(
      `${JSON.stringify({ time, level, event, ...details, ...(error ? { error: kindOf(error) } : {}) })}\n`,
    )
  }

/** Kind, code and where in our code; the message of an error may quote what someone wrote. */
const kindOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const where = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))
  return `${error.name}${code}${where ? ` ${where.trim()}` : ''}`
}
