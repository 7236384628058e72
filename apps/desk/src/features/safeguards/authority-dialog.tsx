import { RecordAuthorityDocument, type AuthorityBasis, type AuthoritySource, type AuthorityStatus } from '@samenspel/graphql-documents/desk'
import { Dialog, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { useText } from '../../parts/text.ts'
import type { Safeguarding } from './safeguarding.ts'
import styles from './safeguards.module.css'
import { Select } from './select.tsx'
import { sourcesOf } from './safeguarding.ts'

const statuses = ['UNVERIFIED', 'VERIFIED', 'NONE'] as const satisfies readonly AuthorityStatus[]
const bases = ['BY_LAW', 'REGISTER_ENTRY', 'COURT_DECISION', 'GUARDIANSHIP'] as const satisfies readonly AuthorityBasis[]

type Values = { readonly childId: string; readonly adultId: string; readonly status: AuthorityStatus; readonly basis: AuthorityBasis; readonly source: AuthoritySource; readonly from: string; readonly until: string }

/** A new fact about authority; what it replaces stays to be read. */
export const AuthorityDialog = ({ of, onClose }: { readonly of: Safeguarding; readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(of.zone)
  const record = useCommand(RecordAuthorityDocument)
  const [values, setValues] = useState<Values>({ childId: of.children[0]?.id ?? '', adultId: '', status: 'UNVERIFIED', basis: 'BY_LAW', source: 'STATEMENT', from: dates.today(), until: '' })
  const change = (some: Partial<Values>): void => setValues({ ...values, ...some })
  const send = async (): Promise<void> => {
    const { until, ...input } = values
    if (await record.run({ familyId: of.familyId, input: { ...input, ...(until !== '' && { until }) } })) onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('authority.record')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!record.busy) void send() }}>
        <Select label={text('authority.child')} value={values.childId} options={of.children.map(({ id, name }) => [id, name])} onChange={(childId) => change({ childId })} />
        <Select label={text('authority.adult')} value={values.adultId} placeholder={text('safeguards.choose')} options={of.adults.map(({ id, name }) => [id, name])} onChange={(adultId) => change({ adultId })} />
        <Select label={text('authority.status')} value={values.status} options={statuses.map((one) => [one, text(`authority.status.${one}`)])} onChange={(status) => change({ status: status as AuthorityStatus })} />
        <Select label={text('authority.basis')} value={values.basis} options={bases.map((one) => [one, text(`authority.basis.${one}`)])} onChange={(basis) => change({ basis: basis as AuthorityBasis })} />
        <Select label={text('authority.source')} value={values.source} options={sourcesOf[of.jurisdiction].map((one) => [one, text(`authority.source.${one}`)])} onChange={(source) => change({ source: source as AuthoritySource })} />
        <Field label={text('authority.from')} {...values.status === 'NONE' && { hint: text('authority.retroactive') }}>
          {(control) => <input {...control} type="date" required value={values.from} onChange={(event) => change({ from: event.target.value })} />}
        </Field>
        <Field label={text('authority.until')}>{(control) => <input {...control} type="date" min={values.from} value={values.until} onChange={(event) => change({ until: event.target.value })} />}</Field>
        <EditFoot refusal={record.refusal} busy={record.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}
