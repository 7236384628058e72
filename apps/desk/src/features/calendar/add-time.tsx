import { OfferFreeTimeDocument, type Modality } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field } from '@samenspel/ui'
import { useState } from 'react'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import fields from '../../parts/fields.module.css'
import styles from './calendar.module.css'
import type { OwnCalendar } from './days.ts'
import { FormsAndPlaces } from './forms-and-places.tsx'
import type { useChange } from './use-change.ts'

type Props = { readonly calendar: OwnCalendar; readonly change: ReturnType<typeof useChange>; readonly onClose: () => void }

/** Days before the beginning at which an offer can lapse by itself. */
const lapses = [1, 2, 3, 7, 14] as const

/** Time that somebody offers from now on: one moment, or the same every week. */
export const AddTime = ({ calendar, change, onClose }: Props) => {
  const text = useText()
  const [values, setValues] = useState({ date: calendar.from > calendar.today ? calendar.from : calendar.today, from: '09:00', to: '12:00', repeatUntil: '', lapse: '' })
  const [forms, setForms] = useState<readonly Modality[]>(['ONSITE'])
  const [places, setPlaces] = useState<readonly string[]>(calendar.places.slice(0, 1).map(({ id }) => id))
  const [tried, setTried] = useState(false)
  const set = (part: Partial<typeof values>) => setValues({ ...values, ...part })
  const isReversed = values.to <= values.from
  const isMissing = forms.length === 0 || (forms.includes('ONSITE') && places.length === 0)
  const send = async (): Promise<void> => {
    setTried(true)
    if (isReversed || isMissing || values.date === '') return
    const { date, from, to, repeatUntil, lapse } = values
    const input = {
      date, from, to, modalities: forms, places: forms.includes('ONSITE') ? places : [], ...(repeatUntil !== '' && { repeatUntil }), ...(lapse !== '' && { lapsesDaysBefore: Number(lapse) }),
    }
    if (await change.run(OfferFreeTimeDocument, { input }, 'added')) onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('calendar.addTitle')}>
      <form noValidate className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <div className={fields['fields']}>
          <Field label={text('calendar.date')} error={tried && values.date === '' ? text('elsewhere.missing') : undefined}>{(control) => <input {...control} type="date" required min={calendar.today} value={values.date} onChange={(event) => set({ date: event.target.value })} />}</Field>
          <Field label={text('calendar.from')}>{(control) => <input {...control} type="time" step={900} required value={values.from} onChange={(event) => set({ from: event.target.value })} />}</Field>
          <Field label={text('calendar.to')} error={tried && isReversed ? text('calendar.timesReversed') : undefined}>{(control) => <input {...control} type="time" step={900} required value={values.to} onChange={(event) => set({ to: event.target.value })} />}</Field>
        </div>
        <FormsAndPlaces calendar={calendar} forms={forms} places={places} onForms={setForms} onPlaces={setPlaces} isTried={tried} />
        <div className={fields['fields']}>
          <Field label={text('calendar.repeat')} hint={text('calendar.repeatHint')}>{(control) => <input {...control} type="date" min={values.date} value={values.repeatUntil} onChange={(event) => set({ repeatUntil: event.target.value })} />}</Field>
          <Field label={text('calendar.lapse')}>
            {(control) => (
              <select {...control} value={values.lapse} onChange={(event) => set({ lapse: event.target.value })}>
                <option value="">{text('calendar.lapse.never')}</option>
                {lapses.map((count) => <option key={count} value={count}>{text('calendar.lapse.days', { count })}</option>)}
              </select>
            )}
          </Field>
        </div>
        <SaidNo refusal={change.refusal} />
        <div className={styles['weeks']}>
          <Button type="submit" busy={change.busy}>{text('calendar.save')}</Button>
          <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
