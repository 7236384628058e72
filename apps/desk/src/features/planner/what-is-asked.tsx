import { RhythmWeek } from '@samenspel/pictures'
import { WithdrawNeedDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, StatusMark, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { firstNameOf } from '../../parts/members.ts'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { weekPath } from '../../shell/paths.ts'
import { GuardEntry } from '../safeguards/guard-entry.tsx'
import { NeedDialog } from './need-dialog.tsx'
import { NeedOrders } from './need-orders.tsx'
import { ParentsApart } from './parents-apart.tsx'
import type { Need, PlannerData, PlannerFamily } from './planner.ts'
import styles from './what-is-asked.module.css'

type Props = { readonly family: PlannerFamily; readonly planner: PlannerData; readonly readAgain: () => void }

/** What still has to be planned comes first. */
const order: Record<Need['status'], number> = { OPEN: 0, PROPOSED: 1, PLANNED: 2, WITHDRAWN: 3 }

/** The wishes of all organisations, the family's week, and when professionals are free. */
export const WhatIsAsked = ({ family, planner, readAgain }: Props) => {
  const text = useText()
  const [asking, setAsking] = useState(false)
  const dates = useDates(family.zone)
  const needs = planner.needs.filter((need) => need.status !== 'WITHDRAWN').toSorted((a, b) => order[a.status] - order[b.status] || a.deadline.localeCompare(b.deadline))
  /** The names of the days, from any Monday. */
  const days = Array.from({ length: 7 }, (_, index) => `2024-01-0${index + 1}`).map((date) => ({ short: dates.weekday(date).slice(0, 2), long: dates.weekday(date) }))
  const free = [...Map.groupBy(planner.freeTime, (time) => time.professional.id).values()].map((times) => times.toSorted((a, b) => (a.date + a.from).localeCompare(b.date + b.from)))
  const silent = [...new Map(needs.flatMap(({ status, professionals }) => status === 'OPEN' ? professionals : []).map((one) => [one.id, one.name])).entries()].filter(([id]) => !planner.freeTime.some(({ professional }) => professional.id === id))
  return (
    <>
      <Section title={text('planner.needs')} action={<Button kind="secondary" onClick={() => setAsking(true)}>{text('need.ask')}</Button>}>
        {needs.length === 0 ? <p>{text('planner.noNeeds')}</p> : <ul className={styles['needs']}>{needs.map((need) => <NeedRow key={need.id} need={need} family={family} planner={planner} readAgain={readAgain} />)}</ul>}
        {asking && <NeedDialog family={family} planner={planner} onClose={() => { setAsking(false); readAgain() }} />}
      </Section>
      {family.members.filter(({ role, inHousehold }) => inHousehold && isParentRole(role)).length > 1 && <ParentsApart family={family} planner={planner} readAgain={readAgain} />}
      <Section title={text('planner.rhythm')} action={<Link to={weekPath(family.id)}>{text('week.link')}</Link>}>
        <RhythmWeek title={text('planner.rhythmPicture', { family: family.name })} blocks={planner.rhythm} days={days} />
      </Section>
      {free.length + silent.length > 0 && (
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
            {silent.map(([id, name]) => <li key={id}>{name} <span className={styles['soft']}>{text('planner.freeNone')}</span></li>)}
          </ul>
        </Section>
      )}
    </>
  )
}

const isParentRole = (role: string): boolean => ['MOTHER', 'FATHER', 'PARENT'].includes(role)

const NeedRow = ({ need, family, planner, readAgain }: Props & { readonly need: Need }) => {
  const text = useText()
  const [asking, setAsking] = useState(false)
  const withdraw = useCommand(WithdrawNeedDocument)
  const confirm = async (): Promise<void> => {
    if (!await withdraw.run({ familyId: family.id, needId: need.id })) return
    setAsking(false)
    readAgain()
  }
  const dates = useDates(family.zone)
  const nameOf = firstNameOf(family.members)
  const who = need.attendance.map((together) => together.map(nameOf).filter(Boolean).join(' + ')).filter(Boolean).join(` ${text('planner.or')} `)
  return (
    <li>
      <strong>{need.label}</strong>
      <span className={styles['soft']}>{[need.organisation.name, text('planner.minutes', { minutes: need.minutes }), who].filter(Boolean).join(' · ')}</span>
      <span className={styles['soft']}>{[need.modalities.map((modality) => text(`modality.${modality}`)).join(', '), text('planner.before', { day: dates.shortDate(need.deadline) })].join(' · ')}</span>
      {need.everyWeeks !== null && <span className={styles['soft']}>{[text('planner.repeats', { weeks: need.everyWeeks }), ...need.status === 'OPEN' ? [text('planner.due', { day: dates.shortDate(need.preferred) })] : []].join(' · ')}</span>}
      {need.status !== 'OPEN' && <StatusMark tone={need.status === 'PLANNED' ? 'ok' : 'wait'}>{text(need.status === 'PLANNED' ? 'planner.planned' : 'planner.proposed')}</StatusMark>}
      <div className={styles['do']}>
        {need.everyWeeks === null && <NeedOrders familyId={family.id} need={need} planner={planner} readAgain={readAgain} />}
        {need.status !== 'PLANNED' && <Button kind="quiet" onClick={() => setAsking(true)}>{text('need.withdraw')}<VisuallyHidden>: {need.label}</VisuallyHidden></Button>}
        <GuardEntry family={family} kind="NEED" entryId={need.id} name={need.label} />
      </div>
      <Dialog isOpen={asking} onClose={() => setAsking(false)} title={text('need.withdrawQuestion', { label: need.label })}>
        <p>{[...need.everyWeeks === null ? [] : [text('need.withdrawRolling')], text('need.withdrawMeans')].join(' ')}</p>
        <SaidNo refusal={withdraw.refusal} />
        <p className={styles['row']}>
          <Button busy={withdraw.busy} onClick={() => void confirm()}>{text('need.withdraw')}</Button>
          <Button kind="secondary" onClick={() => setAsking(false)}>{text('action.close')}</Button>
        </p>
      </Dialog>
    </li>
  )
}
