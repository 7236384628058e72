import { FamilyChangedDocument } from '@samenspel/graphql-documents/desk'
import { useEffect } from 'react'
import { useSubscription } from 'urql'
import { useIsBack } from '../shell/looking-back.tsx'
import { liveAgain } from './client.ts'

/**
 * Listens to one family: whenever something changed that the viewer may see, what is shown of it is read again; also
 * when the connection comes back, since nobody tells what happened meanwhile.
 */
export const useLiveFamily = (familyId: string, readAgain: () => void): void => {
  // What was known then doesn't change.
  const isBack = useIsBack()
  useSubscription({ query: FamilyChangedDocument, variables: { familyId }, pause: isBack })
  useEffect(() => {
    addEventListener(liveAgain, readAgain)
    return () => removeEventListener(liveAgain, readAgain)
  }, [readAgain])
}
