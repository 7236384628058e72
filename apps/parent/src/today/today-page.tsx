import { Card } from '@samenspel/ui'
import { useId } from 'react'
import { Link } from 'wouter'
import { useFamilyView } from '../family/family-context.tsx'
import { confirmedProposal, firstNameOf, isDusk, openProposals, releasedProposal, stopsOf, upcoming, type Bundle, type Family } from '../family/model.ts'
import { isComing } from '../meetings/standing.ts'
import { AskedCard, PlanLink, MeetingCard, SilentToday } from '../pages.ts'
import { paths } from '../paths.ts'
import { ProposalPart } from '../proposal/proposal-part.tsx'
import { Columns, Page } from '../shell/page.tsx'
import { useText } from '../texts.ts'
import { TooMuchLink } from '../too-much/too-much-link.tsx'
import { MeetingPart } from '../visit/meeting-part.tsx'
import { VisitCard } from '../visit/visit-card.tsx'
import { VisitLink } from '../visit/visit-link.tsx'
import { Fixed, Released } from './outcome.tsx'
import styles from './today-page.module.css'
import { NoFamily } from './no-family.tsx'
import { Greeting } from './greeting.tsx'
import { TodayHeading } from './today-heading.tsx'

/** Today: the next moment first, then what asks an answer. */
export const TodayPage = () => {
  const { family } = useFamilyView()
  return family === undefined ? <NoFamily /> : <FamilyToday family={family} />
}

const FamilyToday = ({ family }: { readonly family: Family }) => {
  const { now } = useFamilyView()
  const coming = upcoming(family, now)
  const proposals = openProposals(family)
  // After a loss nothing is asked here, and nothing is looked forward to.
  if (family.silence !== null) return <SilentToday family={family} />
  if (proposals.length > 0) return <WithProposals family={family} coming={coming} />
  return <Settled family={family} coming={coming} />
}

/** A proposal is out: it is what this page is about. What stands already goes before it, in one line. */
const WithProposals = ({ family, coming }: { readonly family: Family; readonly coming: readonly Bundle[] }) => {
  const [next] = coming
  return (
    <Page>
      {next !== undefined && <NextInShort bundle={next} />}
      <ProposalPart family={family} proposals={openProposals(family)} greeting={<Greeting />} aside={<Aside family={family} />} />
    </Page>
  )
}

const NextInShort = ({ bundle }: { readonly bundle: Bundle }) => {
  const text = useText()
  const { now } = useFamilyView()
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles['short']}>
      <h2 id={id} className={styles['shortTitle']}>{text(isDusk(bundle) ? 'today.nextEvening' : 'today.next')}</h2>
      <VisitLink bundle={bundle} />
      {bundle.date === now.date && stopsOf(bundle).map((part) => <MeetingPart key={part.id} part={part} />)}
    </section>
  )
}

/** Nothing asks an answer: the next moment, and what comes after it. */
const Settled = ({ family, coming }: { readonly family: Family; readonly coming: readonly Bundle[] }) => {
  const text = useText()
  const { dates } = useFamilyView()
  const [next, ...after] = coming
  const released = releasedProposal(family)
  const confirmed = confirmedProposal(family, coming)
  const afterId = useId()
  if (next === undefined) return <Nothing family={family} />
  const title = text(isDusk(next) ? 'today.nextEvening' : 'today.next')
  return (
    <Page>
      <TodayHeading>{title}</TodayHeading>
      <Columns
        main={
          <>
            {released !== undefined && <Released proposal={released} coordinator={family.coordinator} />}
            {confirmed !== undefined && <Fixed proposal={confirmed} />}
            <VisitCard bundle={next} isFixed>
              <Link href={paths.visit(next.id)} className={styles['open'] ?? ''} aria-label={text('visit.openLabel', { day: dates.day(next.date) })}>{text('visit.open')}</Link>
            </VisitCard>
          </>
        }
        aside={
          <>
            {after.length > 0 && (
              <section aria-labelledby={afterId} className={styles['short']}>
                <h2 id={afterId}>{text('today.after')}</h2>
                <ul className={styles['after']}>
                  {after.slice(0, 3).map((bundle) => <li key={bundle.id}><VisitLink bundle={bundle} /></li>)}
                </ul>
                {after.length > 3 && <p><Link href={paths.agenda}>{text('today.more')}</Link></p>}
              </section>
            )}
            <Aside family={family} />
          </>
        }
      />
    </Page>
  )
}

/** No visit ahead: what asks an answer comes first, for somebody whom a mail called. */
const Nothing = ({ family }: { readonly family: Family }) => {
  const text = useText()
  const released = releasedProposal(family)
  return (
    <Page>
      <TodayHeading>{text('today.nothing')}</TodayHeading>
      {released !== undefined && <Released proposal={released} coordinator={family.coordinator} />}
      {isAskedToChoose(family) && <AskedCard />}
      {released === undefined && (
        <Card>
          {!asksSomething(family) && <p>{text('today.nothingText')}</p>}
          {family.coordinator !== null && <p>{text('today.nothingWho', { name: firstNameOf(family.coordinator.name) })}</p>}
        </Card>
      )}
      <Aside family={family} isAskedAbove />
    </Page>
  )
}

/** A question about sharing, a treatment or who helps waits for this parent. */
const isAskedToChoose = ({ consentRequests, treatments, helpSearches }: Family): boolean => [...consentRequests, ...treatments, ...helpSearches].some(({ isForYou }) => isForYou)

/** Whether a question waits, or a talk to prepare: then nobody says that there is nothing to do. */
const asksSomething = (family: Family): boolean => isAskedToChoose(family) || family.isAskedAboutPlan || family.isAskedAboutCard || family.meetings.some(isComing)

/** What is always within reach; before it, that a question about sharing or a treatment waits for this parent, and the talks about the plan. */
const Aside = ({ family, isAskedAbove = false }: { readonly family: Family; readonly isAskedAbove?: boolean }) => <>{!isAskedAbove && isAskedToChoose(family) && <AskedCard />}{family.meetings.length > 0 && <MeetingCard />}<PlanLink asks={family.isAskedAboutPlan ? 'plan.asks' : family.isAskedAboutCard ? 'plan.asksCard' : undefined} /><TooMuchLink /></>
