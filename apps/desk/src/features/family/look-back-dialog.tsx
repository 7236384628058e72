import { Button, Dialog, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useText } from '../../parts/text.ts'
import { dayParameter } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import styles from '../plan/dialogs.module.css'

/** Which day to look at a file as it was known then. */
export const LookBackDialog = ({ day, onClose }: { readonly day: string | undefined; readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const yesterday = Temporal.PlainDate.from(dates.today()).subtract({ days: 1 }).toString()
  const [chosen, setChosen] = useState(day ?? Temporal.PlainDate.from(dates.today()).subtract({ months: 1 }).toString())
  const go = (): void => {
    onClose()
    void navigate(`${pathname}?${dayParameter}=${chosen}`)
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('back.title')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); go() }}>
        <p>{text('back.explained')}</p>
        <Field label={text('back.day')}>{(control) => <input {...control} type="date" required max={yesterday} value={chosen} onChange={(event) => setChosen(event.target.value)} />}</Field>
        <div className={styles['row']}>
          <Button type="submit">{text('back.go')}</Button>
          <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
