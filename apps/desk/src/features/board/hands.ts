import type { BoardFamily, BoardNeed } from './board.ts'
import type { DraftPart, WaysOnDay } from './draft.ts'

/** A wish of a family, taken up to be placed. */
export type Taken = { readonly familyId: string; readonly needId: string }

/** What is done with drafts, wherever on the board it is done. */
export type Hands = {
  readonly partsOf: (familyId: string) => readonly DraftPart[]
  readonly takeUp: (taken: Taken) => void
  readonly letGo: () => void
  /** Asks day, time, form and with whom. */
  readonly ask: (taken: Taken) => void
  readonly remove: (family: BoardFamily, need: BoardNeed) => void
  /** What is taken up, and where it may go once that is known. */
  readonly taken: Taken | undefined
  readonly ways: readonly WaysOnDay[] | undefined
  /** Puts what is taken up on a day: at its lightest way there, or says what stands in the way. */
  readonly putOn: (family: BoardFamily, date: string) => void
  /** What stands in the way on a day, while something is held over it. */
  readonly hoverOver: (family: BoardFamily, date: string) => void
}
