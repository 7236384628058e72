import { useLiveFamily } from '../../graph/use-live-family.ts'

/** Listens to one family of the board. */
export const LiveFamily = ({ familyId, onBack }: { readonly familyId: string; readonly onBack: () => void }) => {
  useLiveFamily(familyId, onBack)
  return null
}
