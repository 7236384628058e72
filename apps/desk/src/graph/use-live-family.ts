import { FamilyChangedDocument } from '@samenspel/graphql-documents/desk'
import { useEffect } from 'react'
import { useSubscription } from 'urql'
import { liveAgain } from './client.ts'

/**
 * Listens to one family: whenever something changed that the viewer may see, what is shown of it is read again; also
 * when the connection comes back, since nobody tells what happened meanwhile.
 */
export const useLiveFamily = (familyId: string, readAgain: () => void): void => {
  useSubscription({ query: FamilyChangedDocument, variables: { familyId } })
  useEffect(() => {
    addEventListener(liveAgain, readAgain)
    return () => removeEventListener(liveAgain, readAgain)
  }, [readAgain])
}
