/** By what something was done: after a key the list may scroll to where one is; under a pointer nothing may move. */
export type Hand = 'keys' | 'pointer'

/** A button that is pressed by a key has no click to count. */
export const handOf = ({ detail }: { readonly detail: number }): Hand => (detail > 0 ? 'pointer' : 'keys')
