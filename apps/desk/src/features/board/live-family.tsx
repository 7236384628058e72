import { useLiveFamily } from '../../graph/use-live-family.ts'

/** Listens to one family of the board. */
export const LiveFamily = ({ familyId }: { readonly familyId: string }) => {
  useLiveFamily(familyId)
  return null
}
