/** Counters and gauges in the text form that Prometheus reads. No names of people, rooms or organisations. */
import { monitorEventLoopDelay } from 'node:perf_hooks'

export type Metrics = {
  /** Adds to a counter, `label` says of which sort. */
  count(name: CounterName, label?: string, by?: number): void
  /** Reads a gauge when asked for. */
  gauge(name: string, help: string, read: () => number): void
  text(): string
  close(): void
}

const COUNTERS = {
  updates: 'Updates that were taken in.',
  relayed: 'Frames with updates that were sent on.',
  refused: 'What was refused, by reason.',
  closed: 'Sockets that were closed by the server, by reason.',
  failures: 'Rooms that could not be read or written.',
  signins: 'Attempts to sign in, by outcome.',
} as const
type CounterName = keyof typeof COUNTERS

export const createMetrics = (): Metrics => {
  const counters = new Map<CounterName, Map<string, number>>()
  const gauges = new Map<string, { help: string; read: () => number }>()
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()

  const countersText = (): string[] =>
    [...counters].flatMap(([name, values]) => [
      `# HELP waarborg_${name}_total ${COUNTERS[name]}`,
      `# TYPE waarborg_${name}_total counter`,
      ...[...values].map(([label, value]) => `waarborg_${name}_total${labelText(label)} ${value}`),
    ])
  const gaugesText = (): string[] =>
    [...gauges].flatMap(([name, { help, read }]) => [
      `# HELP waarborg_${name} ${help}`,
      `# TYPE waarborg_${name} gauge`,
      `waarborg_${name} ${read()}`,
    ])

  const metrics: Metrics = {
    count(name, label = '', by = 1) {
      const values = counters.get(name) ?? new Map<string, number>()
      values.set(label, (values.get(label) ?? 0) + by)
      counters.set(name, values)
    },
    gauge: (name, help, read) => void gauges.set(name, { help, read }),
    text: () => `${[...countersText(), ...gaugesText()].join('\n')}\n`,
    close: () => void delay.disable(),
  }
  metrics.gauge('event_loop_delay_seconds', 'Delay of the event loop, 99th percentile.', () => {
    const seconds = delay.percentile(99) / 1e9
    delay.reset()
    return seconds
  })
  metrics.gauge('resident_bytes', 'Memory in use.', () => process.memoryUsage.rss())
  return metrics
}

const labelText = (label: string): string =>
  label === '' ? '' : `{reason="${label.replace(/[^a-zA-Z0-9 '-]/g, '')}"}`
