import { RhythmWeek } from '@samenspel/pictures'
import { StatusMark, useDates } from '@samenspel/ui'
import { firstNameOf } from '../../parts/members.ts'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import type { Need, PlannerData, PlannerFamily } from './planner.ts'
import styles from './what-is-asked.module.css'

type Props = { readonly family: PlannerFamily; readonly planner: PlannerData }

/** What still has to be planned comes first. */
const order: Record<Need['status'], number> = { OPEN: 0, PROPOSED: 1, PLANNED: 2, WITHDRAWN: 3 }

/** The wishes of all organisations, the family's week, and when professionals are free. */
export const WhatIsAsked = ({ family, planner }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const needs = planner.needs.filter((need) => need.status !== 'WITHDRAWN').toSorted((a, b) => order[a.status] - order[b.status] || a.deadline.localeCompare(b.deadline))
  /** The names of the days, from any Monday. */
  const days = Array.from({ length: 7 }, (_, index) => `2024-01-0${index + 1}`).map((date) => ({ short: dates.weekday(date).slice(0, 2), long: dates.weekday(date) }))
  const free = [...Map.groupBy(planner.freeTime, (time) => time.professional.id).values()].map((times) => times.toSorted((a, b) => (a.date + a.from).localeCompare(b.date + b.from)))
  return (
    <>
      <Section title={text('planner.needs')}>
        {needs.length === 0 ? <p>{text('planner.noNeeds')}</p> : <ul className={styles['needs']}>{needs.map((need) => <NeedRow key={need.id} need={need} family={family} />)}</ul>}
      </Section>
      <Section title={text('planner.rhythm')}>
        <RhythmWeek title={text('planner.rhythmPicture', { family: family.name })} blocks={planner.rhythm} days={days} />
      </Section>
      {free.length > 0 && (
        <Section title={text('planner.free')}>
          <ul className={styles['free']}>
            {free.map((times) => (
              <li key={times[0]?.professional.id}>
                <details>
                  <summary>{times[0]?.professional.name} <span className={styles['soft']}>{text('planner.freeCount', { count: times.length })}</span></summary>
                  <ul>{times.map((time) => <li key={time.date + time.from}>{dates.shortDay(time.date)}, {dates.times(time.from, time.to)}</li>)}</ul>
                </details>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

const NeedRow = ({ need, family }: { readonly need: Need; readonly family: PlannerFamily }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const nameOf = firstNameOf(family.members)
  const who = need.attendance.map((together) => together.map(nameOf).filter(Boolean).join(' + ')).filter(Boolean).join(` ${text('planner.or')} `)
  return (
    <li>
      <strong>{need.label}</strong>
      <span className={styles['soft']}>{[need.organisation.name, text('planner.minutes', { minutes: need.minutes }), who].filter(Boolean).join(' · ')}</span>
      <span className={styles['soft']}>{[need.modalities.map((modality) => text(`modality.${modality}`)).join(', '), text('planner.before', { day: dates.shortDate(need.deadline) })].join(' · ')}</span>
      {need.status !== 'OPEN' && <StatusMark tone={need.status === 'PLANNED' ? 'ok' : 'wait'}>{text(need.status === 'PLANNED' ? 'planner.planned' : 'planner.proposed')}</StatusMark>}
    </li>
  )
}
