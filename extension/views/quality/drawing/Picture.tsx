/** A drawing on the screen, as wide as there is room for, with on paper the same as its file. */
import { useEffect, useRef, useState } from 'preact/hooks'
import {
  type Caption,
  type Drawing,
  type Mark,
  PAPER_WIDTH,
  type PathLook,
  paperSvg,
  sampleOf,
} from './drawing'
import { addressOf } from './files'

type Props = {
  /** Draws it for a width. */
  readonly draw: (width: number) => Drawing
  /** What it shows, in words. */
  readonly label: string
  readonly caption: Caption
}

export const Picture = ({ draw, label, caption }: Props) => {
  const [element, width] = useWidth()
  const drawing = draw(width)
  const hasLinks = drawing.marks.some(({ kind }) => kind === 'link')
  return (
    <div class="drawing-box" ref={element}>
      <svg
        class="drawing"
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        width={drawing.width}
        height={drawing.height}
        role={hasLinks ? 'group' : 'img'}
        aria-label={label}
        focusable="false"
      >
        {drawing.marks.map((mark, index) => (
          <OneMark key={index} mark={mark} />
        ))}
      </svg>
      <img
        class="print-only chart-print"
        src={addressOf(paperSvg(draw(PAPER_WIDTH), caption))}
        alt={label}
        loading="lazy"
      />
    </div>
  )
}

const OneMark = ({ mark }: { readonly mark: Mark }) => {
  switch (mark.kind) {
    case 'path':
      return <path class={`mark-${mark.look}`} d={mark.d} />
    case 'text':
      // What it says is in the label of the picture or of the link.
      return (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: words in a drawing take no focus
        <g aria-hidden="true">
          <text class={`mark-${mark.look}`} x={mark.x} y={mark.y} text-anchor={mark.anchor}>
            {mark.words}
          </text>
        </g>
      )
    case 'link':
      return (
        <a href={mark.href} aria-label={mark.label} aria-current={mark.isChosen ? 'true' : undefined}>
          <title>{mark.label}</title>
          <path class="mark-area" d={mark.area} />
          {mark.marks.map((each, index) => (
            <OneMark key={index} mark={each} />
          ))}
        </a>
      )
  }
}

export const DrawingLegend = ({ legend }: { readonly legend: Caption['legend'] }) => (
  <ul class="drawing-legend">
    {legend.map(([look, words]) => (
      <li key={look}>
        <Sample look={look} />
        {words}
      </li>
    ))}
  </ul>
)

const Sample = ({ look }: { readonly look: PathLook }) => (
  <svg class="drawing" viewBox="-1 -8 30 16" width="30" height="16" aria-hidden="true" focusable="false">
    <path class={`mark-${look}`} d={sampleOf(look)} />
  </svg>
)

const USUAL = 640

/** The width of an element, in steps, so that words keep their size on a narrow screen. */
const useWidth = () => {
  const element = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(USUAL)
  useEffect(() => {
    const box = element.current
    if (!box || typeof ResizeObserver === 'undefined') return
    const watch = new ResizeObserver(() => {
      if (box.clientWidth > 0) setWidth(Math.min(960, Math.floor(box.clientWidth / 10) * 10))
    })
    watch.observe(box)
    return () => watch.disconnect()
  }, [])
  return [element, width] as const
}
