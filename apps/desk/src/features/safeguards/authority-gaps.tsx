import { AuthorityGapsDocument, ReviewAuthorityGapDocument, type AuthorityGapsQuery } from '@samenspel/graphql-documents/desk'
import { Button, StatusMark, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import styles from './safeguards.module.css'

type Gap = AuthorityGapsQuery['authorityGaps'][number]
type Props = { readonly familyId: string; readonly zone: string; readonly mayReview: boolean }

/** What was read in days without authority; who coordinates goes through it, a privacy officer looks on (G-06). */
export const AuthorityGaps = ({ familyId, zone, mayReview }: Props) => {
  const text = useText()
  const [opened, setOpened] = useState<Gap>()
  const [asked, again] = useQuery({ query: AuthorityGapsDocument, variables: { familyId } })
  const review = useCommand(ReviewAuthorityGapDocument)
  return (
    <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })} isEmpty={(data) => data.authorityGaps.length === 0} empty={null}>
      {({ authorityGaps }) => (
        <Section title={text('gaps.title')} tone={authorityGaps.some(({ reviewedAt }) => reviewedAt === null) ? 'wait' : 'plain'}>
          <p>{text('gaps.intro')}</p>
          <ul className={styles['list']}>
            {authorityGaps.map((gap) => <li key={gap.id}><OneGap gap={gap} zone={zone} onReview={mayReview ? () => setOpened(gap) : undefined} /></li>)}
          </ul>
          {opened !== undefined && (
            <ReasonDialog
              title={text('gaps.reviewTitle')} zone={zone} label={text('gaps.note')} sendLabel={text('gaps.review')} withReview={false} command={review} onClose={() => setOpened(undefined)}
              onSend={(note) => review.run({ familyId, gapId: opened.id, note })}
            />
          )}
        </Section>
      )}
    </Answered>
  )
}

const OneGap = ({ gap, zone, onReview }: { readonly gap: Gap; readonly zone: string; readonly onReview: (() => void) | undefined }) => {
  const text = useText()
  const dates = useDates(zone)
  const { adult, child, from, until, knownAt, reads, reviewedAt, reviewedBy, reviewNote } = gap
  const reviewedOn = reviewedAt === null ? '' : dates.date(dates.dateOf(reviewedAt))
  return (
    <>
      <p>{text('gaps.who', { adult, child, from: dates.date(from), until: dates.date(until), day: dates.date(dates.dateOf(knownAt)) })}</p>
      {reads.length === 0 ? <p>{text('gaps.none')}</p> : (
        <ul>
          {reads.map(({ on, action, what, times }) => <li key={`${on} ${action} ${what}`}>{text('gaps.read', { day: dates.date(on), action, what })}{times > 1 && ` (${text('gaps.times', { count: times })})`}</li>)}
        </ul>
      )}
      {reviewedAt === null
        ? <><StatusMark tone="wait">{text('gaps.open')}</StatusMark>{onReview !== undefined && <div className={styles['row']}><Button kind="secondary" onClick={onReview}>{text('gaps.review')}</Button></div>}</>
        : <p className={styles['soft']}>{reviewedBy === null ? text('gaps.reviewedOffice', { day: reviewedOn }) : text('gaps.reviewed', { by: reviewedBy, day: reviewedOn, note: reviewNote ?? '' })}</p>}
    </>
  )
}
