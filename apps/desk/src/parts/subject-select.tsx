import { Field } from '@samenspel/ui'
import type { SubjectChoice } from '../features/family/subjects.ts'
import { useText } from './text.ts'

type Props = { readonly label: string; readonly choices: readonly SubjectChoice[]; readonly value: string; readonly onChange: (key: string) => void }

/** Whom an entry is about: exactly one. */
export const SubjectSelect = ({ label, choices, value, onChange }: Props) => {
  const text = useText()
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {choices.map((choice) => <option key={choice.key} value={choice.key}>{text(`subject.${choice.kind}`, { name: choice.names[0] ?? '', other: choice.names[1] ?? '' })}</option>)}
        </select>
      )}
    </Field>
  )
}
