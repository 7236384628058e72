import { Field } from '@samenspel/ui'
import type { ReactNode } from 'react'

type Props = {
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly (readonly [value: string, words: string])[]
  /** What stands there while nothing is chosen; without it, something always is. */
  readonly none?: string | undefined
}

/** One out of a list. */
export const Choose = ({ label, hint, value, onChange, options, none }: Props) => (
  <Field label={label} {...hint !== undefined && { hint }}>
    {(control) => (
      <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([one, words]) => <option key={one} value={one}>{words}</option>)}
      </select>
    )}
  </Field>
)

type LineProps = { readonly label: string; readonly hint?: ReactNode; readonly value: string; readonly onChange: (value: string) => void; readonly type?: 'text' | 'date' | 'tel'; readonly max?: string; readonly required?: boolean }

/** One line of words, or a day. */
export const Line = ({ label, hint, value, onChange, type = 'text', max, required }: LineProps) => (
  <Field label={label} {...hint !== undefined && { hint }}>
    {(control) => <input {...control} type={type} dir="auto" value={value} {...max !== undefined && { max }} required={required} onChange={(event) => onChange(event.target.value)} />}
  </Field>
)
