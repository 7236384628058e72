import { Field } from '@samenspel/ui'

type Props = {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  /** Stands first while nothing is chosen. */
  readonly placeholder?: string
  readonly onChange: (value: string) => void
}

/** One choice out of a list, which has to be made. */
export const Select = ({ label, value, options, placeholder, onChange }: Props) => (
  <Field label={label}>
    {(control) => (
      <select {...control} required value={value} onChange={(event) => onChange(event.target.value)}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(([one, words]) => <option key={one} value={one}>{words}</option>)}
      </select>
    )}
  </Field>
)
