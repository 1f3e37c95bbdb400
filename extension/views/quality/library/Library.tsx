/** Definitions of indicators. */
export const Library = ({ part }: { readonly part: string }) => <div class="page">{part}</div>
