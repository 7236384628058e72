import type { SpokenInput, SpokenWay } from '@samenspel/graphql-documents/desk'
import { Field, RadioCards } from '@samenspel/ui'
import { useText } from '../../parts/text.ts'

export const ways = ['BY_PHONE', 'AT_HOME', 'AT_CENTRE'] as const satisfies readonly SpokenWay[]

/** How and when a parent said what is typed in for them; nothing is chosen beforehand. */
export type Aloud = { readonly how: SpokenWay | undefined; readonly on: string }

export const spokenOf = ({ how, on }: Aloud): SpokenInput | undefined => how === undefined ? undefined : { how, on }

type Props = { readonly name: string; readonly today: string; readonly aloud: Aloud; readonly onChange: (aloud: Aloud) => void }

export const SaidAloud = ({ name, today, aloud, onChange }: Props) => {
  const text = useText()
  return (
    <>
      <RadioCards name="said-how" inline legend={text('spoken.how', { name })} chosen={aloud.how} onChoose={(how) => onChange({ ...aloud, how })} options={ways.map((way) => ({ value: way, label: text(`spoken.${way}`) }))} />
      <Field label={text('spoken.on')}>{(control) => <input {...control} type="date" required max={today} value={aloud.on} onChange={(event) => onChange({ ...aloud, on: event.target.value })} />}</Field>
    </>
  )
}
