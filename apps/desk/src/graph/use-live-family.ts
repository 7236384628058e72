import { FamilyChangedDocument } from '@samenspel/graphql-documents/desk'
import { useSubscription } from 'urql'

/**
 * Listens to one family: whenever something changed that the viewer may see, and once as soon as the server listens, also after a connection
 * that was lost, what is shown of it is read again. @param familyId nothing where no family is listened to
 */
export const useLiveFamily = (familyId: string | undefined): void => {
  useSubscription({ query: FamilyChangedDocument, variables: { familyId: familyId ?? '' }, pause: familyId === undefined })
}
