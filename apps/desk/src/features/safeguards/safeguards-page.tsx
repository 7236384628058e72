import { SafeguardsDocument } from '@samenspel/graphql-documents/desk'
import { PageHeading } from '@samenspel/ui'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import { FamilyNavOf } from '../family/family-nav-of.tsx'
import { AuthorityGaps } from './authority-gaps.tsx'
import { AuthoritySection } from './authority-section.tsx'
import { Measures } from './measures.tsx'
import styles from './safeguards.module.css'

/** Who has authority on what proof, and what keeps people of this family safe from one another. */
export const SafeguardsPage = () => {
  const text = useText()
  const { familyId = '' } = useParams()
  const [asked, again] = useQuery({ query: SafeguardsDocument, variables: { familyId } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return (
    <div className={page['page']}>
      <FamilyNavOf familyId={familyId} coordinates={asked.data?.safeguards.coordinates === true} />
      <Answered asked={asked} onRetry={readAgain}>
        {({ safeguards }) => (
          <div className={styles['page']}>
            <PageHeading title={`${text('safeguards.title')}: ${safeguards.name}`}>{text('safeguards.title')}: {safeguards.name}</PageHeading>
            <p>{text('safeguards.intro')}</p>
            {safeguards.children.length > 0 && <AuthoritySection of={safeguards} />}
            {safeguards.coordinates && <AuthorityGaps familyId={familyId} zone={safeguards.zone} mayReview />}
            <Measures of={safeguards} />
          </div>
        )}
      </Answered>
    </div>
  )
}
