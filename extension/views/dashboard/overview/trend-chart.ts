/** The line chart of the trend. Loaded only when it is shown; takes its colours from the tokens. */
import {
  CategoryScale,
  Chart,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip)

export type TrendData = {
  readonly labels: readonly string[]
  readonly onTime: { readonly name: string; readonly shares: readonly (number | null)[] }
  readonly inOrder: { readonly name: string; readonly shares: readonly (number | null)[] }
  readonly percent: (share: number) => string
  readonly onPick: (index: number) => void
}

export type TrendChart = { update(data: TrendData): void; close(): void }

/** Draws on a canvas. `undefined` where there is nothing to draw on; the table then has the figures. */
export const drawTrend = (canvas: HTMLCanvasElement, first: TrendData): TrendChart | undefined => {
  if (!canvas.getContext('2d')) return undefined
  let data = first
  const chart = new Chart<'line', (number | null)[], string>(canvas, {
    type: 'line',
    data: { labels: [], datasets: [] },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      layout: { padding: { top: 6, right: 8 } },
      onClick: (_event, [element]) => element && data.onPick(element.index),
      plugins: {
        tooltip: {
          callbacks: { label: ({ dataset, parsed }) => ` ${dataset.label}: ${data.percent(parsed.y ?? 0)}` },
        },
      },
    },
  })
  const dress = (): void => {
    const token = tokens(canvas)
    const text = { color: token('--ink-quiet'), font: { family: token('--font'), size: 12 } }
    chart.data = { labels: [...data.labels], datasets: datasets(data, token) }
    chart.options.scales = {
      x: { grid: { display: false }, border: { color: token('--line') }, ticks: { ...text, maxRotation: 0 } },
      y: {
        min: lowest(data),
        max: 1,
        grid: { color: token('--line') },
        border: { display: false },
        ticks: { ...text, maxTicksLimit: 6, callback: (value) => data.percent(Number(value)) },
      },
    }
    chart.update('none')
  }
  const dark = canvas.ownerDocument.defaultView?.matchMedia('(prefers-color-scheme: dark)')
  dark?.addEventListener('change', dress)
  dress()
  return {
    update: (next) => {
      data = next
      dress()
    },
    close: () => {
      dark?.removeEventListener('change', dress)
      chart.destroy()
    },
  }
}

// Two lines that differ in colour, in dash and in the shape of their points.
const datasets = (
  data: TrendData,
  token: (name: string) => string,
): ChartDataset<'line', (number | null)[]>[] => [
  {
    label: data.onTime.name,
    data: [...data.onTime.shares],
    borderColor: token('--action'),
    backgroundColor: token('--action'),
    borderWidth: 2.5,
    pointRadius: 3.5,
    pointStyle: 'circle',
    spanGaps: true,
  },
  {
    label: data.inOrder.name,
    data: [...data.inOrder.shares],
    borderColor: token('--in-order'),
    backgroundColor: token('--surface'),
    borderWidth: 2.5,
    borderDash: [6, 4],
    pointRadius: 4.5,
    pointStyle: 'rectRot',
    spanGaps: true,
  },
]

// The axis starts at a round tenth below the lowest share: half of the chart is not spent on nothing, and 100 % stays on top.
const lowest = ({ onTime, inOrder }: TrendData): number => {
  const shares = [...onTime.shares, ...inOrder.shares].filter((share) => share !== null)
  return Math.max(0, Math.floor((Math.min(1, ...shares) - 0.05) * 10) / 10)
}

const tokens = (element: Element): ((name: string) => string) => {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  return (name) => style?.getPropertyValue(name).trim() ?? ''
}
