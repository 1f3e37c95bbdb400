/** The place of text that is still being read; it does not move. */
export const Skeleton = ({ width = '100%' }: { readonly width?: string }) => (
  <span class="skeleton" style={{ width }} aria-hidden="true" />
)
