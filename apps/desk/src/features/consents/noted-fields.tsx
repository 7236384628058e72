import type { ConsentBasis } from '@samenspel/graphql-documents/desk'
import { Field } from '@samenspel/ui'
import fields from '../../parts/fields.module.css'
import { useText } from '../../parts/text.ts'
import { adultsOf, type ConsentFamily } from './consents.ts'

export type Noted = { readonly signedBy: readonly string[]; readonly basis: ConsentBasis; readonly howExplained: string }

export const nothingNoted: Noted = { signedBy: [], basis: 'SPOKEN', howExplained: '' }

/** Whether it says who and how. */
export const isNoted = ({ signedBy, howExplained }: Noted): boolean => signedBy.length > 0 && howExplained.trim() !== ''

const bases = ['SPOKEN', 'WRITTEN', 'IMPLIED_BY_REFERRAL'] as const satisfies readonly ConsentBasis[]

type Props = { readonly family: ConsentFamily; readonly values: Noted; readonly onChange: (values: Noted) => void; readonly one?: boolean; readonly withoutExplanation?: boolean }

/** Who said it, how it was said and how it was explained. A consent that the referral implied says who told the parents (C-07). */
export const NotedFields = ({ family, values, onChange, one = false, withoutExplanation = false }: Props) => {
  const text = useText()
  const adults = adultsOf(family)
  const set = (some: Partial<Noted>) => onChange({ ...values, ...some })
  const choose = (id: string, isChosen: boolean) => set({ signedBy: one ? isChosen ? [id] : [] : adults.filter((adult) => adult.id === id ? isChosen : values.signedBy.includes(adult.id)).map((adult) => adult.id) })
  return (
    <>
      <fieldset className={fields['checks']}>
        <legend>{text('consents.saidBy')}</legend>
        {adults.map(({ id, firstName }) => <label key={id}><input type="checkbox" checked={values.signedBy.includes(id)} onChange={(event) => choose(id, event.target.checked)} /> {firstName}</label>)}
      </fieldset>
      <Field label={text('consents.basis')}>
        {(control) => (
          <select {...control} value={values.basis} onChange={(event) => set({ basis: event.target.value as ConsentBasis })}>
            {bases.map((basis) => <option key={basis} value={basis}>{text(`consents.basis.${basis}`)}</option>)}
          </select>
        )}
      </Field>
      {!withoutExplanation && (
        <Field label={text('consents.explained')} hint={values.basis === 'IMPLIED_BY_REFERRAL' ? text('consents.impliedHint') : text('consents.explainedHint')}>
          {(control) => <textarea {...control} dir="auto" rows={2} value={values.howExplained} onChange={(event) => set({ howExplained: event.target.value })} />}
        </Field>
      )}
    </>
  )
}
