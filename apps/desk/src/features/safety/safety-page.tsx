import { SafetyTracksDocument } from '@samenspel/graphql-documents/desk'
import { PageHeading } from '@samenspel/ui'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { refusalOf } from '../../graph/refusal.ts'
import { Answered } from '../../parts/answered.tsx'
import { FamilyUnknown } from '../../parts/family-unknown.tsx'
import { useText } from '../../parts/text.ts'
import { newSafetyPath } from '../../shell/paths.ts'
import { FamilyNavOf } from '../family/family-nav-of.tsx'
import styles from './safety.module.css'
import { Track } from './track.tsx'

/** The safety tracks of a family, for who works in them. For others this page isn't there. */
export const SafetyPage = () => {
  const { familyId = '' } = useParams()
  const text = useText()
  const [asked, again] = useQuery({ query: SafetyTracksDocument, variables: { familyId }, requestPolicy: 'cache-and-network' })
  if (asked.error !== undefined && refusalOf(asked.error).code === 'not-found') return <FamilyUnknown />
  return (
    <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
      {({ safetyTracks }) => (
        <div className={styles['page']}>
          <FamilyNavOf familyId={familyId} />
          <PageHeading title={text('safety.title')}>{text('safety.title')}</PageHeading>
          {safetyTracks.every(({ closedAt, isMember }) => closedAt !== null || !isMember) && <p><Link to={newSafetyPath(familyId)}>{text('safety.new.title')}</Link></p>}
          {safetyTracks.map((track) => <Track key={track.id} familyId={familyId} track={track} />)}
        </div>
      )}
    </Answered>
  )
}
