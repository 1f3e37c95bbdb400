/** Effect against effort as a small picture: four fields and a dot. The words stand beside it. */
const SIDE = 100
/** Effects of 4 and 5 are large, efforts of up to 3 are small: the same borders as in the words. */
const at = (scale: number): number => ((scale - 0.5) / 5) * SIDE

export const Quadrant = ({ effect, effort }: { readonly effect: number; readonly effort: number }) => {
  const large = SIDE - at(3.5)
  return (
    <svg class="quadrant-picture" viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true" focusable="false">
      <rect class="quadrant-best" x="0" y="0" width={at(3.5)} height={large} />
      <rect class="quadrant-frame" x="0.5" y="0.5" width={SIDE - 1} height={SIDE - 1} />
      <path
        class="quadrant-line"
        d={`M0 ${large}H${SIDE}M${at(3.5)} 0V${large}M${at(2.5)} ${large}V${SIDE}`}
      />
      <circle class="quadrant-dot" cx={at(effort)} cy={SIDE - at(effect)} r="6" />
    </svg>
  )
}
