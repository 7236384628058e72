import { dayAfter, mondayOf } from '@samenspel/intl'
import { buttonClass, PageHeading } from '@samenspel/ui'
import { useFamilyView } from '../family/family-context.tsx'
import { childrenOf, undoable, upcoming, type Bundle, type Family } from '../family/model.ts'
import { Link } from 'wouter'
import { paths } from '../paths.ts'
import { Columns, Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'
import { UndoPart } from '../visit/undo-part.tsx'
import { VisitLink } from '../visit/visit-link.tsx'
import styles from './agenda-page.module.css'
import { Sought } from './sought.tsx'
import { CalendarFeedPart } from './calendar-feed-part.tsx'

/** What is fixed, by week, and the way into one's own calendar. */
export const AgendaPage = () => {
  const text = usePageText()
  const { family, now } = useFamilyView()
  const coming = family === undefined ? [] : upcoming(family, now)
  return (
    <Page>
      <PageHeading title={text('agenda.title')}>{text('agenda.title')}</PageHeading>
      <Columns
        main={
          <>
            {family !== undefined && <Dropped family={family} />}
            {coming.length === 0 ? <p>{text('agenda.empty')}</p> : <Weeks coming={coming} />}
            {family !== undefined && family.silence === null && <Sought />}
          </>
        }
        aside={family === undefined ? null : <><WeekLinks family={family} />{family.silence?.isRest !== false && <p><Link href={paths.meetings} className={buttonClass('secondary', true)}>{text('meet.title')}</Link></p>}<p><Link href={paths.newElsewhere} className={buttonClass('secondary', true)}>{text('elsewhere.add')}</Link></p><Feed family={family} /></>}
      />
    </Page>
  )
}

/** What was dropped lately and can be taken back. */
const Dropped = ({ family }: { readonly family: Family }) => {
  const text = usePageText()
  const parts = undoable(family)
  return parts.length === 0 ? null : (
    <section aria-labelledby="dropped" className={styles['week']}>
      <h2 id="dropped">{text('undo.dropped')}</h2>
      {parts.map((part) => <UndoPart key={part.id} part={part} withDay />)}
    </section>
  )
}

/** The ways to what the family says of its own week. */
const WeekLinks = ({ family }: { readonly family: Family }) => {
  const text = usePageText()
  if (!family.can.signalTooMuch) return null
  // After a loss a week is made of naps and school only where there is a child still.
  const isMade = family.silence?.isRest !== false || childrenOf(family).length > 0
  return (
    <ul className={styles['visits']}>
      {([...isMade ? [[paths.rhythm, 'rhythm.link', 'rhythm.linkHint']] as const : [], [paths.pace, 'pace.title', 'pace.linkHint'], [paths.told, 'told.title', 'told.linkHint']] as const).map(([to, title, hint]) => (
        <li key={to}>
          <Link href={to} className={styles['link'] ?? ''}>
            <b>{text(title)}</b>
            <span className={styles['hint']}>{text(hint)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

const Feed = ({ family }: { readonly family: Family }) => family.calendarFeed === null ? null : <CalendarFeedPart feed={family.calendarFeed} />

const Weeks = ({ coming }: { readonly coming: readonly Bundle[] }) => {
  const text = usePageText()
  const { dates, now } = useFamilyView()
  const thisMonday = mondayOf(now.date)
  const title = (monday: string): string => {
    if (monday === thisMonday) return text('agenda.thisWeek')
    return monday === dayAfter(thisMonday, 7) ? text('agenda.nextWeek') : text('agenda.weekOf', { day: dates.dayAndMonth(monday) })
  }
  return Object.entries(Object.groupBy(coming, ({ date }) => mondayOf(date))).map(([monday, bundles = []]) => (
    <section key={monday} aria-labelledby={`week-${monday}`} className={styles['week']}>
      <h2 id={`week-${monday}`}>{title(monday)}</h2>
      <ul className={styles['visits']}>
        {bundles.map((bundle) => <li key={bundle.id}><VisitLink bundle={bundle} /></li>)}
      </ul>
    </section>
  ))
}
