import { SafeguardsDocument, type SafeguardsQuery } from '@samenspel/graphql-documents/desk'
import { PageHeading } from '@samenspel/ui'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { useText } from '../../parts/text.ts'
import { familyPath } from '../../shell/paths.ts'
import { AuthorityGaps } from './authority-gaps.tsx'
import { AuthoritySection } from './authority-section.tsx'
import { Measures } from './measures.tsx'
import styles from './safeguards.module.css'

/** Authority and safeguards of a family, as they are for who looks. */
export type Safeguarding = SafeguardsQuery['safeguards']

/** Who has authority on what proof, and what keeps people of this family safe from one another. */
export const SafeguardsPage = () => {
  const text = useText()
  const { familyId = '' } = useParams()
  const [asked, again] = useQuery({ query: SafeguardsDocument, variables: { familyId } })
  return (
    <div className={styles['page']}>
      <p className={styles['back']}><Link to={familyPath(familyId)}>{text('log.toFamily')}</Link></p>
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
        {({ safeguards }) => (
          <>
            <PageHeading title={`${text('safeguards.title')}: ${safeguards.name}`}>{text('safeguards.title')}: {safeguards.name}</PageHeading>
            <p>{text('safeguards.intro')}</p>
            {safeguards.children.length > 0 && <AuthoritySection of={safeguards} />}
            {safeguards.coordinates && <AuthorityGaps familyId={familyId} zone={safeguards.zone} mayReview />}
            <Measures of={safeguards} />
          </>
        )}
      </Answered>
    </div>
  )
}

/** Names people of the family; somebody whom the viewer may not know stays nobody. */
export const nameIn = ({ children, adults }: Pick<Safeguarding, 'children' | 'adults'>) => (id: string | undefined): string =>
  [...children, ...adults].find((one) => one.id === id)?.name ?? '…'
