import { PlannerDocument } from '@samenspel/graphql-documents/desk'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { FamilyUnknown } from '../../parts/family-unknown.tsx'
import page from '../../parts/page.module.css'
import { FamilyNav } from '../family/family-nav.tsx'
import { PlannerBoard } from './planner-board.tsx'

/** The address of a family's planner. */
export const PlannerPage = () => {
  const { familyId = '' } = useParams()
  return <OnePlanner key={familyId} familyId={familyId} />
}

const OnePlanner = ({ familyId }: { readonly familyId: string }) => {
  const [asked, again] = useQuery({ query: PlannerDocument, variables: { familyId } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return (
    <Answered asked={asked} onRetry={readAgain}>
      {({ family, planner }) => family === null
        ? <FamilyUnknown />
        : (
          <div className={page['page']}>
            <FamilyNav family={family} />
            <PlannerBoard family={family} planner={planner} readAgain={readAgain} />
          </div>
        )}
    </Answered>
  )
}
