import { Button, StatusMark, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { placeOf, type TodayLine, type TodayPart } from './today.ts'
import styles from './today.module.css'

/** How many lines of a part stand there at once. */
const shown = 8

/** One part of the page: what ends or waits longest stands first. */
export const TodayGroup = ({ group, items }: { readonly group: TodayPart; readonly items: readonly TodayLine[] }) => {
  const text = useText()
  const [isWhole, setWhole] = useState(false)
  const rest = items.length - shown
  return (
    <Section title={text(`today.group.${group}`)} tone={group === 'CALL' ? 'wait' : 'plain'}>
      <ul className={styles['lines']}>
        {(isWhole ? items : items.slice(0, shown)).map((item) => <Line key={item.id + (item.familyId ?? '')} item={item} />)}
      </ul>
      {rest > 0 && !isWhole && <Button kind="quiet" onClick={() => setWhole(true)}>{text('today.showAll', { count: rest })}</Button>}
    </Section>
  )
}

const Line = ({ item }: { readonly item: TodayLine }) => {
  const text = useText()
  const place = placeOf(item)
  const what = (
    <>
      {item.familyName !== null && <strong className={styles['family']}>{item.familyName} </strong>}
      <span className={styles[item.familyName === null && place !== undefined ? 'alone' : 'what']}>{item.text}</span>
    </>
  )
  return (
    <li className={styles['line']}>
      {place === undefined ? <span className={styles['where']}>{what}</span> : <Link className={styles['where']} to={place}>{what}</Link>}
      <span className={styles['when']}>
        <When item={item} />
        {item.more > 0 && <span>{text('families.moreNews', { count: item.more })}</span>}
        {item.phone !== null && <a className={styles['phone']} href={`tel:${item.phone.replaceAll(' ', '')}`}>{item.phone}</a>}
      </span>
    </li>
  )
}

/** Since when it waits or until when there is time, in the words of today. */
const When = ({ item: { zone, at, since, until, before, isOverdue } }: { readonly item: TodayLine }) => {
  const text = useText()
  const dates = useDates(zone)
  const near = (day: string): string => dates.nearDay(day, dates.today())
  if (before !== null) {
    const words = text('today.before', { day: near(dates.dateOf(before)), time: dates.time(dates.timeOf(before)) })
    return <StatusMark tone="wait">{words}</StatusMark>
  }
  if (until !== null) return isOverdue ? <StatusMark tone="wait">{text('today.was', { day: near(until) })}</StatusMark> : <span>{text('today.until', { day: near(until) })}</span>
  if (since !== null) return <span>{text('today.since', { day: near(since) })}</span>
  return at === null ? null : <span>{near(dates.dateOf(at))}</span>
}
