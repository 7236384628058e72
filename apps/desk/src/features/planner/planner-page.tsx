import { PlannerDocument } from '@samenspel/graphql-documents/desk'
import { PageHeading } from '@samenspel/ui'
import { useCallback } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { useLiveFamily } from '../../graph/use-live-family.ts'
import { Answered } from '../../parts/answered.tsx'
import { useText } from '../../parts/text.ts'
import { FamilyNav } from '../family/family-nav.tsx'
import { PlannerBoard } from './planner-board.tsx'
import { paths } from '../../shell/paths.ts'

/** The address of a family's planner. */
export const PlannerPage = () => {
  const { familyId = '' } = useParams()
  return <OnePlanner key={familyId} familyId={familyId} />
}

const OnePlanner = ({ familyId }: { readonly familyId: string }) => {
  const text = useText()
  const [asked, again] = useQuery({ query: PlannerDocument, variables: { familyId } })
  const readAgain = useCallback(() => again({ requestPolicy: 'network-only' }), [again])
  useLiveFamily(familyId, readAgain)
  return (
    <Answered asked={asked} onRetry={readAgain}>
      {({ family, planner }) => family === null
        ? <><PageHeading title={text('family.unknown')}>{text('family.unknown')}</PageHeading><p><Link to={paths.families}>{text('family.toFamilies')}</Link></p></>
        : (
          <>
            <FamilyNav family={family} />
            <PlannerBoard family={family} planner={planner} readAgain={readAgain} />
          </>
        )}
    </Answered>
  )
}
