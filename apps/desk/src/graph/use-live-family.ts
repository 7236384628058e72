import { FamilyChangedDocument } from '@samenspel/graphql-documents/desk'
import { useEffect, useState } from 'react'
import { useSubscription } from 'urql'
import { useIsBack } from '../shell/looking-back.tsx'
import { isConnected, liveAgain } from './client.ts'

/**
 * Listens to one family: whenever something changed that the viewer may see, what is shown of it is read again; also
 * when the connection comes back, since nobody tells what happened meanwhile.
 */
export const useLiveFamily = (familyId: string, readAgain: () => void): void => {
  // What was known then doesn't change.
  const isBack = useIsBack()
  // What is read before the server listens may change unheard: where the connection isn't there yet, it says when it does.
  const [alsoAtStart] = useState(() => !isConnected())
  useSubscription({ query: FamilyChangedDocument, variables: { familyId, alsoAtStart }, pause: isBack })
  useEffect(() => {
    addEventListener(liveAgain, readAgain)
    return () => removeEventListener(liveAgain, readAgain)
  }, [readAgain])
}
