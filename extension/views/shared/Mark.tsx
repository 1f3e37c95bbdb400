/** The mark of Waarborg: a shield with a tick. */
export const Mark = ({ size = '2rem' }: { readonly size?: string }) => (
  <svg class="brand" width={size} height={size} viewBox="0 0 128 128" aria-hidden="true" focusable="false">
    <path
      class="brand-shield"
      d="M64 5C48 14 30 19 13 20v42c0 29 20 49 51 61 31-12 51-32 51-61V20C98 19 80 14 64 5z"
    />
    <path class="brand-tick" d="m38 64 18 18 34-36" />
  </svg>
)
