import { PartnersToInviteDocument, SetSafeguardDocument, type ExchangeAgreement, type MeasureKind, type SafeguardInput } from '@samenspel/graphql-documents/desk'
import { Field, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { useText } from '../../parts/text.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import type { Safeguarding } from './safeguarding.ts'
import styles from './safeguards.module.css'
import { Select } from './select.tsx'

const kindsOf = {
  NL: ['PROTECTION', 'CLOSING', 'HIGH_CONFLICT', 'EXCLUSION', 'OWN_FAMILY', 'CAPACITY', 'OPENNESS'],
  BE: ['PROTECTION', 'CLOSING', 'HIGH_CONFLICT', 'DISAGREEMENT', 'EXCLUSION', 'OWN_FAMILY', 'CAPACITY', 'OPENNESS', 'EXCHANGE'],
} as const satisfies Readonly<Record<Safeguarding['jurisdiction'], readonly MeasureKind[]>>
type Kind = (typeof kindsOf)['BE'][number]

/** What stands until somebody takes it back, and needs no day to look again. */
const withoutReview: readonly Kind[] = ['EXCLUSION', 'OWN_FAMILY', 'OPENNESS']

const agreements = ['OBTAINED', 'SOUGHT_NOT_OBTAINED'] as const satisfies readonly ExchangeAgreement[]

type Values = {
  readonly first: string; readonly second: string; readonly professional: string; readonly capable: 'yes' | 'no'; readonly organisation: string
  readonly agreement: ExchangeAgreement; readonly isNeeded: boolean; readonly isInTheirInterest: boolean
}

type Props = { readonly of: Safeguarding; readonly onClose: () => void }

/** A measure of one of the kinds that this country has, for a reason. */
export const AddMeasure = ({ of, onClose }: Props) => {
  const text = useText()
  const set = useCommand(SetSafeguardDocument)
  const [kind, setKind] = useState<Kind>()
  const [values, setValues] = useState<Values>({ first: '', second: '', professional: '', capable: 'yes', organisation: '', agreement: 'OBTAINED', isNeeded: false, isInTheirInterest: false })
  const withReview = kind !== undefined && !withoutReview.includes(kind)
  return (
    <ReasonDialog
      title={text('measures.add')} zone={of.zone} sendLabel={text('measures.set')} withReview={withReview} command={set} onClose={onClose}
      onSend={(reason, reviewOn) => kind === undefined ? Promise.resolve(false) : set.run({ familyId: of.familyId, input: { ...inputOf(kind, values, of), kind, reason, ...(withReview && { reviewOn }) } })}
    >
      <Select label={text('measures.kind')} value={kind ?? ''} placeholder={text('safeguards.choose')} options={kindsOf[of.jurisdiction].map((one) => [one, text(`measures.choose.${one}`)])} onChange={(one) => setKind(kindsOf.BE.find((known) => known === one))} />
      {kind !== undefined && <Fields of={of} kind={kind} values={values} set={(some) => setValues({ ...values, ...some })} />}
    </ReasonDialog>
  )
}

const inputOf = (kind: Kind, { first, second, professional, capable, organisation, agreement, isNeeded, isInTheirInterest }: Values, of: Safeguarding): Pick<SafeguardInput, 'personIds' | 'professionalId' | 'isCapable' | 'exchange'> => {
  switch (kind) {
    case 'CLOSING': return { personIds: [second] }
    case 'EXCLUSION': return { personIds: [first], professionalId: professional }
    case 'OWN_FAMILY': return { personIds: [], professionalId: professional }
    case 'OPENNESS': return { personIds: [first] }
    case 'CAPACITY': return { personIds: [first], isCapable: capable === 'yes' }
    case 'EXCHANGE': {
      const role = of.children.find(({ id }) => id === first)?.role
      return { personIds: [], exchange: { about: { kind: role === undefined ? 'ADULT' : role === 'SIBLING' ? 'SIBLING' : 'CHILD', memberIds: [first] }, organisationId: organisation, agreement, isNeeded, isInTheirInterest } }
    }
    default: return { personIds: [first, second] }
  }
}

type FieldsProps = { readonly of: Safeguarding; readonly kind: Kind; readonly values: Values; readonly set: (some: Partial<Values>) => void }

const Fields = ({ of, kind, values, set }: FieldsProps) => {
  const text = useText()
  const placeholder = text('safeguards.choose')
  const named = (some: readonly { readonly id: string; readonly name: string }[]) => some.map(({ id, name }) => [id, name] as const)
  const person = (label: string, of1: 'first' | 'second', options: readonly { readonly id: string; readonly name: string }[]) =>
    <Select label={label} value={values[of1]} placeholder={placeholder} options={named(options)} onChange={(one) => set({ [of1]: one })} />
  switch (kind) {
    case 'CLOSING': return person(text('measures.from'), 'second', of.adults)
    case 'PROTECTION': return <>{person(text('measures.person'), 'first', [...of.adults, ...of.children])}{person(text('measures.from'), 'second', of.adults)}<p className={styles['soft']}>{text('measures.protectionHint')}</p></>
    case 'HIGH_CONFLICT':
    case 'DISAGREEMENT': return <>{person(text('measures.first'), 'first', of.adults)}{person(text('measures.second'), 'second', of.adults)}</>
    case 'OPENNESS': return <>{person(text('measures.child'), 'first', of.children)}<p className={styles['soft']}>{text('measures.opennessHint')}</p></>
    case 'CAPACITY': return (
      <>
        {person(text('measures.child'), 'first', of.children)}
        <RadioCards name="capable" legend={text('measures.capable')} options={(['yes', 'no'] as const).map((value) => ({ value, label: text(`measures.capable.${value}`) }))} chosen={values.capable} onChoose={(capable) => set({ capable })} />
        <p className={styles['soft']}>{text(`measures.capableHint.${of.jurisdiction}`)}</p>
      </>
    )
    case 'OWN_FAMILY': return <><Professional of={of} value={values.professional} onChange={(professional) => set({ professional })} /><p className={styles['soft']}>{text('measures.ownFamilyHint')}</p></>
    case 'EXCLUSION': return (
      <>
        <Professional of={of} value={values.professional} onChange={(professional) => set({ professional })} />
        {person(text('measures.saidBy'), 'first', of.adults)}
        <p className={styles['soft']}>{text('measures.exclusionHint')}</p>
      </>
    )
    case 'EXCHANGE': return (
      <>
        {person(text('measures.about'), 'first', [...of.children, ...of.adults])}
        <Select label={text('measures.recipient')} value={values.organisation} placeholder={placeholder} options={named(of.organisations)} onChange={(organisation) => set({ organisation })} />
        <RadioCards name="agreement" legend={text('measures.agreement')} options={agreements.map((value) => ({ value, label: text(`measures.agreement.${value}`) }))} chosen={values.agreement} onChoose={(agreement) => set({ agreement })} />
        {values.agreement === 'SOUGHT_NOT_OBTAINED' && <p className={styles['soft']}>{text('measures.notObtainedHint')}</p>}
        <Confirm label={text('measures.needed')} checked={values.isNeeded} onChange={(isNeeded) => set({ isNeeded })} />
        <Confirm label={text('measures.interest')} checked={values.isInTheirInterest} onChange={(isInTheirInterest) => set({ isInTheirInterest })} />
      </>
    )
  }
}

/** Somebody of the team, or of the region: who stays out need not be in the team. */
const Professional = ({ of, value, onChange }: { readonly of: Safeguarding; readonly value: string; readonly onChange: (id: string) => void }) => {
  const text = useText()
  const [{ data }] = useQuery({ query: PartnersToInviteDocument, variables: { familyId: of.familyId } })
  const all = [...of.team, ...(data?.partnersToInvite ?? []).toSorted((one, other) => one.name.localeCompare(other.name))]
  return <Select label={text('measures.professional')} value={value} placeholder={text('safeguards.choose')} options={all.map(({ id, name, title, organisation }) => [id, [name, title, organisation.name].filter(Boolean).join(', ')])} onChange={onChange} />
}

const Confirm = ({ label, checked, onChange }: { readonly label: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void }) =>
  <Field label={label}>{(control) => <input {...control} type="checkbox" required checked={checked} onChange={(event) => onChange(event.target.checked)} />}</Field>
