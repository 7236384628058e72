import { buttonClass, Card, PageHeading } from '@samenspel/ui'
import { useId } from 'react'
import { Link } from 'wouter'
import { useFamilyView } from '../family/family-context.tsx'
import { openProposals, upcoming, type Family } from '../family/model.ts'
import { useWeek } from '../family/use-week.ts'
import { isComing } from '../meetings/standing.ts'
import { PauseInWords } from '../pace/pause-in-words.tsx'
import { paths } from '../paths.ts'
import { ProposalPart } from '../proposal/proposal-part.tsx'
import { Page } from '../shell/page.tsx'
import styles from '../silence/silent-today.module.css'
import { usePageText } from '../texts.ts'
import { TooMuchLink } from '../too-much/too-much-link.tsx'
import { VisitLink } from '../visit/visit-link.tsx'

/** Today, while the family rests: nothing is asked. What is fixed stands, and a proposal that the family kept can be answered, or not. */
export const RestToday = ({ family }: { readonly family: Family }) => {
  const text = usePageText()
  const { dates, now } = useFamilyView()
  const { asked: { data } } = useWeek()
  const pause = data?.pace?.pause ?? undefined
  const id = useId()
  const coming = upcoming(family, now)
  const proposals = openProposals(family)
  const talks = family.meetings.filter((one) => isComing(one) && one.when !== null)
  return (
    <Page>
      <PageHeading title={text('today.title')}>{text('rest.title')}</PageHeading>
      <Card>
        <div className={styles['words']}>
          <p>{text('rest.nothing')}</p>
          {pause !== undefined && <PauseInWords pause={pause} />}
          <Link href={paths.pace} className={buttonClass('secondary', true)}>{text('rest.link')}</Link>
        </div>
      </Card>
      {coming.length + talks.length > 0 && (
        <section aria-labelledby={id} className={styles['words']}>
          <h2 id={id} className={styles['title']}>{text('silence.stands')}</h2>
          <p>{text('rest.standsHint')}</p>
          <ul className={styles['list']}>{coming.map((bundle) => <li key={bundle.id}><VisitLink bundle={bundle} /></li>)}{talks.map(({ id: talk, when }) => <li key={talk}><Link href={paths.meetings}>{text('meet.title')}, {dates.day(when?.date ?? now.date)}</Link></li>)}</ul>
        </section>
      )}
      {proposals.length > 0 && <ProposalPart family={family} proposals={proposals} greeting={<p>{text('rest.kept')}</p>} aside={null} />}
      <Link href={paths.plan} className={buttonClass('secondary', true)}>{text('plan.title')}</Link>
      <TooMuchLink />
    </Page>
  )
}
