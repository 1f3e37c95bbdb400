/** The key under which a half-made answer is kept: the same subject lives in the rooms of several departments. */
export type { Draft, Drafts } from '../../state/drafts'

export const keyOfCheck = ({ room, about }: { readonly room: string; readonly about: string }): string =>
  `${room}|${about}`
