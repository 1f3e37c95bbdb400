/** Figures that wait to be entered. */
export const Entry = ({ everyone }: { readonly everyone: boolean }) => (
  <div class="page">{String(everyone)}</div>
)
