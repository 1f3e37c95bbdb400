/** The stored picture of the overview: what is painted before anything else is read. Reads back from anything. */
import { type Board, type PackedBoard, packBoard, unpackBoard } from './board'

/** What the frame and the overview need, without records. */
export type Picture = {
  readonly member: string
  readonly name: string
  readonly organisation: string
  readonly board: Board
}

export type StoredPicture = Omit<Picture, 'board'> & { readonly v: 1; readonly board: PackedBoard }

export const packPicture = ({ board, ...rest }: Picture): StoredPicture => ({
  v: 1,
  ...rest,
  board: packBoard(board),
})

/** @returns nothing when it is another's, another version's, or not to be read */
export const unpackPicture = (stored: unknown, member: string | undefined): Picture | undefined => {
  try {
    const { v, board, ...rest } = Object(stored) as StoredPicture
    if (v !== 1 || (member !== undefined && rest.member !== member)) return undefined
    return { ...rest, board: unpackBoard(board) }
  } catch {
    // A picture that cannot be read is not painted: the figures follow from the checks a moment later.
    return undefined
  }
}
