import { MyCalendarDocument, UndoFreeTimeDocument, WithdrawFreeTimeDocument } from '@samenspel/graphql-documents/desk'
import { dayAfter } from '@samenspel/intl'
import { Button, Notice, PageHeading, StatusMark, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { familyPath } from '../../shell/paths.ts'
import { AddTime } from './add-time.tsx'
import styles from './calendar.module.css'
import { daysOf, type DayOfCalendar, type Offered, type OwnCalendar, type TakenTime } from './days.ts'
import { ImportFile } from './import-file.tsx'
import { UsualMeeting } from './usual-meeting.tsx'
import { useChange, type Changed } from './use-change.ts'

/** What somebody offers, week by week, and what became of it. The week stands in the address. */
export const CalendarPage = () => {
  const text = useText()
  const [search, setSearch] = useSearchParams()
  const day = search.get('week') ?? undefined
  const [asked, again] = useQuery({ query: MyCalendarDocument, variables: { day } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return (
    <div className={styles['page']}>
      <PageHeading title={text('calendar.title')}>{text('calendar.title')}</PageHeading>
      <p className={styles['intro']}>{text('calendar.intro')}</p>
      <Answered asked={asked} onRetry={readAgain}>
        {({ myCalendar }) => <Week calendar={myCalendar} readAgain={readAgain} onWeek={(monday) => setSearch(monday === undefined ? {} : { week: monday })} />}
      </Answered>
    </div>
  )
}

type Props = { readonly calendar: OwnCalendar; readonly readAgain: () => void; readonly onWeek: (monday: string | undefined) => void }

const Week = ({ calendar, readAgain, onWeek }: Props) => {
  const text = useText()
  const dates = useDates(calendar.zone)
  const [open, setOpen] = useState<'add' | 'import'>()
  const [last, setLast] = useState<{ readonly changed: Changed; readonly what: 'added' | 'withdrawn' | 'undone' | 'broughtIn' }>()
  const change = useChange((changed, what) => {
    setLast({ changed, what })
    readAgain()
  })
  const days = daysOf(calendar)
  const isEmpty = calendar.offers.length + calendar.taken.length === 0
  const news = last === undefined ? undefined : last.what === 'undone' ? text('calendar.undone') : last.what === 'broughtIn' ? text('calendar.broughtIn')
    : text(`calendar.${last.what}`, { count: last.what === 'added' ? last.changed.offered.length : last.changed.withdrawn.length })
  const undo = () => {
    if (last !== undefined) void change.run(UndoFreeTimeDocument, { offered: last.changed.offered, withdrawn: last.changed.withdrawn }, 'undone')
  }
  return (
    <>
      <div className={styles['bar']}>
        <div className={styles['weeks']} role="group" aria-label={text('calendar.week', { from: dates.date(calendar.from), until: dates.date(calendar.until) })}>
          <Button kind="secondary" onClick={() => onWeek(dayAfter(calendar.from, -7))}>{text('calendar.previous')}</Button>
          <Button kind="secondary" onClick={() => onWeek(undefined)}>{text('calendar.thisWeek')}</Button>
          <Button kind="secondary" onClick={() => onWeek(dayAfter(calendar.from, 7))}>{text('calendar.next')}</Button>
        </div>
        <div className={styles['weeks']}>
          <Button onClick={() => setOpen('add')}>{text('calendar.add')}</Button>
          <Button kind="secondary" onClick={() => setOpen('import')}>{text('calendar.import')}</Button>
        </div>
      </div>
      <Notice tone="ok">
        {news !== undefined && <span className={styles['news']}>{news} {last?.what !== 'undone' && <Button kind="quiet" busy={change.busy} onClick={undo}>{text('calendar.undo')}</Button>}</span>}
      </Notice>
      <SaidNo refusal={open === undefined ? change.refusal : undefined} />
      <h2 className={styles['title']}>{text('calendar.week', { from: dates.dayAndMonth(calendar.from), until: dates.date(calendar.until) })}</h2>
      {isEmpty && <p>{text('calendar.empty')}</p>}
      <ol className={styles['days']}>
        {days.map((one) => (
          <li key={one.date} className={styles['day']} data-today={one.date === calendar.today || undefined}>
            <h3>{dates.shortDay(one.date)}</h3>
            <Day day={one} calendar={calendar} busy={change.busy} onWithdraw={(id, alsoLater) => { void change.run(WithdrawFreeTimeDocument, { freeTimeIds: [id], alsoLater }, 'withdrawn') }} />
          </li>
        ))}
      </ol>
      <UsualMeeting meeting={calendar.meeting} readAgain={readAgain} />
      {open === 'add' && <AddTime calendar={calendar} change={change} onClose={() => { change.forgetRefusal(); setOpen(undefined) }} />}
      {open === 'import' && <ImportFile calendar={calendar} change={change} onClose={() => { change.forgetRefusal(); setOpen(undefined) }} />}
    </>
  )
}

type DayProps = { readonly day: DayOfCalendar; readonly calendar: OwnCalendar; readonly busy: boolean; readonly onWithdraw: (id: string, alsoLater: boolean) => void }

const Day = ({ day: { offers, beside, date }, calendar, busy, onWithdraw }: DayProps) => {
  const text = useText()
  if (offers.length + beside.length === 0) return <p className={styles['soft']}>{text('calendar.nothing')}</p>
  return (
    <ul className={styles['offers']}>
      {offers.map(({ offer, taken }) => <li key={offer.id}><OfferCard offer={offer} taken={taken} calendar={calendar} isOver={date < calendar.today} busy={busy} onWithdraw={onWithdraw} /></li>)}
      {beside.map((one) => <li key={one.id}><Taken taken={one} calendar={calendar} /></li>)}
    </ul>
  )
}

type CardProps = { readonly offer: Offered; readonly taken: readonly TakenTime[]; readonly calendar: OwnCalendar; readonly isOver: boolean; readonly busy: boolean; readonly onWithdraw: (id: string, alsoLater: boolean) => void }

const OfferCard = ({ offer, taken, calendar, isOver, busy, onWithdraw }: CardProps) => {
  const text = useText()
  const dates = useDates(calendar.zone)
  const what = `${dates.shortDay(offer.date)}, ${dates.times(offer.from, offer.to)}`
  return (
    <article className={styles['offer']} data-lapsed={offer.isLapsed || undefined} aria-label={what}>
      <p className={styles['time']}>{dates.times(offer.from, offer.to)}</p>
      <StatusMark tone={offer.isLapsed ? 'neutral' : 'ok'}>{text(offer.isLapsed ? 'calendar.lapsed' : 'calendar.offered')}</StatusMark>
      <p className={styles['soft']}>{[offer.modalities.map((form) => text(`calendar.form.${form}`)).join(', '), ...offer.places.map(({ name }) => name)].join(' · ')}</p>
      {offer.lapsesAt !== null && !offer.isLapsed && <p className={styles['soft']}>{text('calendar.lapses', { day: dates.shortDay(dates.dateOf(offer.lapsesAt)), time: dates.time(dates.timeOf(offer.lapsesAt)) })}</p>}
      {offer.source !== null && <p className={styles['soft']}>{text(`calendar.fromFile.${offer.source}`)}</p>}
      {taken.map((one) => <Taken key={one.id} taken={one} calendar={calendar} />)}
      {!isOver && <Button kind="quiet" busy={busy} aria-label={text('calendar.withdrawLabel', { what })} onClick={() => onWithdraw(offer.id, false)}>{text('calendar.withdraw')}</Button>}
      {!isOver && offer.series !== null && <Button kind="quiet" busy={busy} aria-label={text('calendar.withdrawSeriesLabel', { what })} onClick={() => onWithdraw(offer.id, true)}>{text('calendar.withdrawSeries')}</Button>}
    </article>
  )
}

const Taken = ({ taken, calendar }: { readonly taken: TakenTime; readonly calendar: OwnCalendar }) => {
  const text = useText()
  const dates = useDates(calendar.zone)
  return (
    <div className={styles['taken']} data-held={taken.state === 'HELD' || undefined}>
      <p className={styles['time']}>{dates.times(taken.from, taken.to)}</p>
      <StatusMark tone={taken.state === 'HELD' ? 'wait' : 'neutral'}>{text(taken.state === 'HELD' ? 'calendar.held' : 'calendar.booked')}</StatusMark>
      <p>
        {taken.familyId === null ? text('calendar.somebody') : <Link to={familyPath(taken.familyId)}>{taken.familyName}</Link>}
        {taken.label !== null && <>: {taken.label}</>} <span className={styles['soft']}>{text(`calendar.form.${taken.modality}`)}</span>
      </p>
    </div>
  )
}
