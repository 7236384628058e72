import { PlanDocument } from '@samenspel/graphql-documents/desk'
import { buttonClass, PageHeading } from '@samenspel/ui'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { FamilyUnknown } from '../../parts/family-unknown.tsx'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import { useIsBack, useKnownAt } from '../../shell/looking-back.tsx'
import { printPlanPath } from '../../shell/paths.ts'
import { FamilyNav } from '../family/family-nav.tsx'
import { Actions } from '../plan/actions.tsx'
import { AgreementCards } from '../plan/agreement-cards.tsx'
import { Plan } from '../plan/plan.tsx'
import { Evaluations } from './evaluations.tsx'
import { ParentsGoals } from './parents-goals.tsx'
import styles from './plan-page.module.css'
import type { PlanFamily } from './plan-file.ts'
import { PlanLines } from './plan-lines.tsx'
import { PlanNeeds, PlanNeedsBelow } from './plan-needs.tsx'
import { PlanTexts } from './plan-texts.tsx'
import { PracticeCardPart } from './practice-card.tsx'
import { Versions } from './versions.tsx'

/** The address of a family's plan. */
export const PlanPage = () => {
  const { familyId = '' } = useParams()
  return <OneFamily key={familyId} familyId={familyId} />
}

const OneFamily = ({ familyId }: { readonly familyId: string }) => {
  const [asked, again] = useQuery({ query: PlanDocument, variables: { id: familyId, knownAt: useKnownAt()?.at } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return <Answered asked={asked} onRetry={readAgain}>{({ family }) => family === null ? <FamilyUnknown /> : <OfFamily family={family} readAgain={readAgain} />}</Answered>
}

/** The plan that is worked at first; beside it, or on a narrow screen below it, what it still asks, and its versions. */
const OfFamily = ({ family, readAgain }: { readonly family: PlanFamily; readonly readAgain: () => void }) => {
  const text = useText()
  const isBack = useIsBack()
  return (
    <div className={page['page']}>
      <FamilyNav family={family} />
      <div className={page['head']}>
        <PageHeading title={`${text('familyPlan.title')}: ${family.name}`}>{text('familyPlan.title')}: {family.name}</PageHeading>
        {!isBack && <Link className={buttonClass('secondary')} to={printPlanPath(family.id)}>{text('familyPlan.print')}</Link>}
      </div>
      <PlanNeedsBelow family={family} />
      <div className={styles['columns']}>
        <div className={page['main']}>
          <div id="ouders"><ParentsGoals family={family} readAgain={readAgain} /></div>
          <div id="doelen"><Plan family={family} readAgain={readAgain} /></div>
          <div id="lijnen"><PlanLines family={family} readAgain={readAgain} /></div>
          <div id="woorden"><PlanTexts family={family} readAgain={readAgain} /></div>
          <div className={styles['pair']}>
            <AgreementCards family={family} readAgain={readAgain} />
            <div id="acties"><Actions family={family} /></div>
          </div>
          <Evaluations family={family} />
        </div>
        <div id="vraagt" className={page['side']}>
          <PlanNeeds family={family} />
          <Versions family={family} />
          <PracticeCardPart family={family} />
        </div>
      </div>
    </div>
  )
}
