import { AnalysisDocument } from '@samenspel/graphql-documents/desk'
import { PageHeading } from '@samenspel/ui'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { FamilyUnknown } from '../../parts/family-unknown.tsx'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import { useKnownAt } from '../../shell/looking-back.tsx'
import { FamilyNav } from '../family/family-nav.tsx'
import type { AnalysisFamily } from './analysis.ts'
import styles from './analysis.module.css'
import { BlindSpots } from './blind-spots.tsx'
import { Factors } from './factors.tsx'
import { Hypotheses } from './hypotheses.tsx'
import { PortOfEntry } from './port-of-entry.tsx'

/** The address of a family's analysis. */
export const AnalysisPage = () => {
  const { familyId = '' } = useParams()
  return <OneFamily key={familyId} familyId={familyId} />
}

const OneFamily = ({ familyId }: { readonly familyId: string }) => {
  const back = useKnownAt()
  const [asked, again] = useQuery({ query: AnalysisDocument, variables: { id: familyId, knownAt: back?.at } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return <Answered asked={asked} onRetry={readAgain}>{({ family }) => family === null ? <FamilyUnknown /> : <OfFamily family={family} readAgain={readAgain} />}</Answered>
}

/** What plays a part, what it may mean, and where the work begins. */
const OfFamily = ({ family, readAgain }: { readonly family: AnalysisFamily; readonly readAgain: () => void }) => {
  const text = useText()
  return (
    <div className={page['page']}>
      <FamilyNav family={family} />
      <PageHeading title={`${text('analysis.title')}: ${family.name}`}>{text('analysis.title')}: {family.name}</PageHeading>
      <p className={page['soft']}>{text('analysis.intro')}</p>
      <div className={styles['columns']}>
        <div className={page['main']}>
          <Factors family={family} readAgain={readAgain} />
          <Hypotheses family={family} readAgain={readAgain} />
        </div>
        <div className={page['side']}>
          <PortOfEntry family={family} />
          {family.analysis.blindSpots !== null && <BlindSpots spots={family.analysis.blindSpots} />}
        </div>
      </div>
    </div>
  )
}
