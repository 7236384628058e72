import { FamilyNavDocument } from '@samenspel/graphql-documents/desk'
import { useQuery } from 'urql'
import { FamilyNav } from './family-nav.tsx'

/** The pages of a family's file, above a page that reads nothing else of the family; nothing while it isn't known which of them open. */
export const FamilyNavOf = ({ familyId, coordinates = false }: { readonly familyId: string; readonly coordinates?: boolean }) => {
  const [{ data }] = useQuery({ query: FamilyNavDocument, variables: { id: familyId } })
  const family = data?.family ?? undefined
  return family === undefined ? null : <FamilyNav family={family} coordinates={coordinates} />
}
