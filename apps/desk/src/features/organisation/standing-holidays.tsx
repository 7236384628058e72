import { ChooseHolidaysDocument } from '@samenspel/graphql-documents/desk'
import { Button, Notice, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import fields from '../../parts/fields.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { ClosingsTouch } from './closing-touches.tsx'
import type { OwnOrganisation } from './organisation.ts'
import styles from './organisation.module.css'

type Props = { readonly organisation: Pick<OwnOrganisation, 'zone' | 'holidayChoices' | 'holidaysVersion'>; readonly readAgain: () => void }

/** The holidays that are one's own to choose: chosen once, they close every place, each year. */
export const StandingHolidays = ({ organisation: { zone, holidayChoices, holidaysVersion }, readAgain }: Props) => {
  const text = useText()
  const dates = useDates(zone)
  const choose = useCommand(ChooseHolidaysDocument)
  const [changed, setChanged] = useState<readonly string[]>([])
  const [isSaved, setSaved] = useState(false)
  const isTicked = ({ holiday, isChosen }: (typeof holidayChoices)[number]) => isChosen !== changed.includes(holiday)
  const toggle = (holiday: string) => { setSaved(false); setChanged(changed.includes(holiday) ? changed.filter((one) => one !== holiday) : [...changed, holiday]) }
  const send = async (): Promise<void> => {
    if (!await choose.run({ version: holidaysVersion, holidays: holidayChoices.filter(isTicked).map(({ holiday }) => holiday) })) return
    setChanged([])
    setSaved(true)
    readAgain()
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (!choose.busy) void send() }}>
      <fieldset className={styles['group']}>
        <legend>{text('use.standing')}</legend>
        <p className={styles['soft']}>{text('use.standingHint')}</p>
        <div className={fields['checks']}>
          {holidayChoices.map((one) => (
            <label key={one.holiday}><input type="checkbox" checked={isTicked(one)} onChange={() => toggle(one.holiday)} /> {text('use.nextTime', { name: one.name, day: dates.date(one.date) })}</label>
          ))}
        </div>
        {holidayChoices.filter((one) => isTicked(one) && !one.isChosen).map(({ holiday, date }) => <ClosingsTouch key={holiday} closings={[{ from: date, until: date }]} zone={zone} words={() => text('use.holidayTouches')} />)}
        <SaidNo refusal={choose.refusal} />
        <Notice tone="ok">{isSaved && text('organisation.saved')}</Notice>
        {changed.length > 0 && <div className={styles['buttons']}><Button type="submit" busy={choose.busy}>{text('organisation.save')}</Button></div>}
      </fieldset>
    </form>
  )
}
