import { FamilyDocument, MarkVisitedDocument } from '@samenspel/graphql-documents/desk'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import { useClient, useQuery } from 'urql'
import { sendLast } from '../../graph/client.ts'
import { Answered } from '../../parts/answered.tsx'
import { FamilyUnknown } from '../../parts/family-unknown.tsx'
import { useKnownAt } from '../../shell/looking-back.tsx'
import { FamilyFile } from './family-file.tsx'

/** The address of one family. */
export const FamilyPage = () => {
  const { familyId = '' } = useParams()
  return <OneFamily key={familyId} familyId={familyId} />
}

const OneFamily = ({ familyId }: { readonly familyId: string }) => {
  const back = useKnownAt()
  const [asked, again] = useQuery({ query: FamilyDocument, variables: { id: familyId, knownAt: back?.at } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  useMarkVisit(familyId, back === undefined)
  return (
    <Answered asked={asked} onRetry={readAgain}>
      {({ family }) => family === null
        ? <FamilyUnknown />
        : <FamilyFile family={family} readAgain={readAgain} />}
    </Answered>
  )
}

/** A visit ends when the page is left; from then on, what came before it is no longer new. */
const useMarkVisit = (familyId: string, isNow: boolean): void => {
  const client = useClient()
  useEffect(() => {
    if (!isNow) return
    const onClose = (): void => { void sendLast(MarkVisitedDocument, { familyId }) }
    addEventListener('pagehide', onClose)
    return () => {
      removeEventListener('pagehide', onClose)
      void client.mutation(MarkVisitedDocument, { familyId }).toPromise()
    }
  }, [client, familyId, isNow])
}
