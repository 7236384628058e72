import { FamilyChangedDocument } from '@samenspel/graphql-documents/desk'
import { useSubscription } from 'urql'

/** Listens to one family: whenever something changed that the viewer may see, what is shown of it is read again. */
export const useLiveFamily = (familyId: string): void => {
  useSubscription({ query: FamilyChangedDocument, variables: { familyId } })
}
