import { LightenWeeksDocument, MakeWeekOrdinaryDocument } from '@samenspel/graphql-documents/parent-pages'
import { dayAfter, mondayOf } from '@samenspel/intl'
import { Card, Notice } from '@samenspel/ui'
import { useId, useState } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import styles from './pace.module.css'

/** How many weeks one can choose from. */
const weeksAhead = 6

/** Weeks with at most one visit, each by a tap that is kept at once. */
export const LighterWeeks = ({ familyId, weeks }: { readonly familyId: string; readonly weeks: readonly string[] }) => {
  const text = usePageText()
  const id = useId()
  const { dates, now } = useFamilyView()
  const lighten = useCommand(LightenWeeksDocument)
  const ordinary = useCommand(MakeWeekOrdinaryDocument)
  const [tapped, setTapped] = useState<{ readonly week: string; readonly isLighter: boolean }>()
  // What was tapped shows at once, and until it is read back.
  if (tapped !== undefined && weeks.includes(tapped.week) === tapped.isLighter && lighten.state.kind !== 'busy' && ordinary.state.kind !== 'busy') setTapped(undefined)
  const isBusy = lighten.state.kind === 'busy' || ordinary.state.kind === 'busy'
  const failed = [lighten.state, ordinary.state].find((state) => state.kind === 'failed')
  const monday = mondayOf(now.date)
  const mondays = [...new Set([...Array.from({ length: weeksAhead }, (_, index) => dayAfter(monday, index * 7)), ...weeks])].toSorted()
  const nameOf = (week: string) => week === monday ? text('pace.thisWeek') : week === dayAfter(monday, 7) ? text('pace.nextWeek') : text('pace.weekOf', { day: dates.dayAndMonth(week) })

  const choose = async (week: string, isLighter: boolean) => {
    if (isBusy) return
    setTapped({ week, isLighter })
    const done = await (isLighter ? lighten.send({ familyId, weeks: [week] }) : ordinary.send({ familyId, week }))
    if (done === undefined) setTapped(undefined)
  }
  return (
    <Card labelledBy={id}>
      <div className={styles['part']}>
        <h2 id={id} className={styles['title']}>{text('pace.weeks')}</h2>
        <p>{text('pace.weeksText')}</p>
        <ul className={styles['weeks']}>
          {mondays.map((week) => (
            <li key={week}>
              <label className={styles['week']}>
                <input type="checkbox" checked={tapped?.week === week ? tapped.isLighter : weeks.includes(week)} onChange={({ target }) => { void choose(week, target.checked) }} />
                <span>{nameOf(week)}</span>
              </label>
            </li>
          ))}
        </ul>
        <Notice tone={failed === undefined ? 'ok' : 'stop'}>{failed === undefined ? (lighten.state.kind === 'done' || ordinary.state.kind === 'done') && text('pace.kept') : failed.reason ?? text('action.failed')}</Notice>
      </div>
    </Card>
  )
}
