import type { Modality } from '@samenspel/graphql-documents/desk'
import { useText } from '../../parts/text.ts'
import fields from '../../parts/fields.module.css'
import type { OwnCalendar } from './days.ts'

const all = ['ONSITE', 'HOME', 'DIGITAL'] as const satisfies readonly Modality[]

type Props = {
  readonly calendar: OwnCalendar
  readonly forms: readonly Modality[]
  readonly places: readonly string[]
  readonly onForms: (forms: readonly Modality[]) => void
  readonly onPlaces: (places: readonly string[]) => void
  /** It was sent already: what is missing is said. */
  readonly isTried: boolean
}

/** In which forms, and on site at which places. */
export const FormsAndPlaces = ({ calendar, forms, places, onForms, onPlaces, isTried }: Props) => {
  const text = useText()
  return (
    <>
      <fieldset className={fields['checks']}>
        <legend>{text('calendar.forms')}</legend>
        {all.map((form) => (
          <label key={form}><input type="checkbox" checked={forms.includes(form)} onChange={(event) => onForms(all.filter((one) => one === form ? event.target.checked : forms.includes(one)))} /> {text(`calendar.form.${form}`)}</label>
        ))}
        {isTried && forms.length === 0 && <p className={fields['error']} role="alert">{text('calendar.formMissing')}</p>}
      </fieldset>
      {forms.includes('ONSITE') && (
        <fieldset className={fields['checks']}>
          <legend>{text('calendar.places')}</legend>
          {calendar.places.map(({ id, name }) => (
            <label key={id}><input type="checkbox" checked={places.includes(id)} onChange={(event) => onPlaces(calendar.places.filter((one) => one.id === id ? event.target.checked : places.includes(one.id)).map((one) => one.id))} /> {name}</label>
          ))}
          {isTried && places.length === 0 && <p className={fields['error']} role="alert">{text('calendar.placeMissing')}</p>}
        </fieldset>
      )}
    </>
  )
}
