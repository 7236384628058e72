import { MyOrganisationDocument } from '@samenspel/graphql-documents/desk'
import { PageHeading, useDates } from '@samenspel/ui'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { Away } from './away.tsx'
import { Location } from './location.tsx'
import type { OwnOrganisation } from './organisation.ts'
import styles from './organisation.module.css'
import { StandingHolidays } from './standing-holidays.tsx'
import { Travel } from './travel.tsx'

/** What planning needs to know of the viewer's organisation: who is away, its places and rooms, how long the ways are. */
export const OrganisationPage = () => {
  const text = useText()
  const [asked, again] = useQuery({ query: MyOrganisationDocument })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return (
    <div className={styles['page']}>
      <PageHeading title={text('organisation.title')}>{text('organisation.title')}</PageHeading>
      <Answered asked={asked} onRetry={readAgain}>
        {({ myOrganisation }) => (
          <>
            <p className={styles['intro']}>{text('organisation.intro', { name: myOrganisation.name })}</p>
            <Away organisation={myOrganisation} readAgain={readAgain} />
            <Section title={text('use.title')}>
              <div className={styles['page']}>
                <Holidays organisation={myOrganisation} />
                <StandingHolidays organisation={myOrganisation} readAgain={readAgain} />
              </div>
              {myOrganisation.locations.length === 0 ? <p>{text('use.none')}</p> : (
                <ul className={styles['list']}>
                  {myOrganisation.locations.map((location) => <li key={location.id}><Location location={location} organisation={myOrganisation} readAgain={readAgain} /></li>)}
                </ul>
              )}
            </Section>
            <Travel travel={myOrganisation.travel} readAgain={readAgain} />
          </>
        )}
      </Answered>
    </div>
  )
}

/** The holidays of the coming year on which nobody plans anything, by their names. */
const Holidays = ({ organisation: { holidays, zone } }: { readonly organisation: OwnOrganisation }) => {
  const text = useText()
  const dates = useDates(zone)
  return (
    <details>
      <summary>{text('use.holidays')}</summary>
      <ul className={styles['lines']}>{holidays.filter(({ isClosed }) => isClosed).map(({ date, name }) => <li key={date}>{text('use.holiday', { name, day: dates.date(date) })}</li>)}</ul>
    </details>
  )
}
