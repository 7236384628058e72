import type { Kindcheck as Value } from '@samenspel/graphql-documents/desk'
import { Field } from '@samenspel/ui'
import { useText } from '../../parts/text.ts'

const values = ['NO_CONCERN', 'CONCERN', 'NO_CHILDREN'] as const satisfies readonly Value[]

/** Whether an adult in treatment cares for children, and whether there is a worry about them; who treats adults fills it in. */
export const Kindcheck = ({ value, onChange, isRequired }: { readonly value: Value | undefined; readonly onChange: (value: Value | undefined) => void; readonly isRequired: boolean }) => {
  const text = useText()
  return (
    <Field label={text('safety.kindcheck')}>
      {(control) => (
        <select {...control} required={isRequired} value={value ?? ''} onChange={(event) => onChange(values.find((one) => one === event.target.value))}>
          <option value="">{text(isRequired ? 'safety.circle.choose' : 'safety.kindcheck.none')}</option>
          {values.map((one) => <option key={one} value={one}>{text(`safety.kindcheck.${one}`)}</option>)}
        </select>
      )}
    </Field>
  )
}
