import { InvitePartnerDocument, PartnersToInviteDocument } from '@samenspel/graphql-documents/desk'
import { Dialog, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import fields from '../../parts/fields.module.css'
import page from '../../parts/page.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { SubjectSelect } from '../../parts/subject-select.tsx'
import { useText } from '../../parts/text.ts'
import { subjectChoices, subjectOf } from '../family/subjects.ts'
import { Buttons } from './consent-actions.tsx'
import type { ConsentFamily } from './consents.ts'

/** A question that names nobody, to somebody of the region (C-02). */
export const InvitePartner = ({ family, onClose }: { readonly family: ConsentFamily; readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const command = useCommand(InvitePartnerDocument)
  const [{ data }] = useQuery({ query: PartnersToInviteDocument, variables: { familyId: family.id } })
  const [values, setValues] = useState({ professionalId: '', subject: subjectChoices(family)[0]?.key ?? '', question: '', from: dates.today(), until: '' })
  const [tried, setTried] = useState(false)
  const set = (some: Partial<typeof values>) => setValues({ ...values, ...some })
  const partners = data?.partnersToInvite ?? []
  const send = async () => {
    setTried(true)
    const { professionalId, subject, question, from, until } = values
    if (professionalId === '' || question.trim() === '') return
    if (await command.run({ familyId: family.id, input: { professionalId, subject: subjectOf(subject), category: 'CONTACT', question, from, ...(until !== '' && { until }) } })) onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('partners.invite')}>
      <form className={page['form']} noValidate onSubmit={(event) => { event.preventDefault(); void send() }}>
        <p>{text('partners.inviteHint')}</p>
        <Field label={text('partners.who')} error={tried && values.professionalId === '' ? text('consents.missing') : undefined}>
          {(control) => (
            <select {...control} value={values.professionalId} onChange={(event) => set({ professionalId: event.target.value })}>
              <option value="">{text('consents.choose')}</option>
              {partners.map(({ id, name, title, organisation }) => <option key={id} value={id}>{name}, {title}, {organisation.name}</option>)}
            </select>
          )}
        </Field>
        <SubjectSelect label={text('partners.for')} choices={subjectChoices(family)} value={values.subject} onChange={(subject) => set({ subject })} />
        <Field label={text('partners.question')} hint={text('partners.questionHint')} error={tried && values.question.trim() === '' ? text('consents.missing') : undefined}>
          {(control) => <textarea {...control} dir="auto" rows={3} value={values.question} onChange={(event) => set({ question: event.target.value })} />}
        </Field>
        <div className={fields['fields']}>
          <Field label={text('consents.from')}>{(control) => <input {...control} type="date" value={values.from} onChange={(event) => set({ from: event.target.value })} />}</Field>
          <Field label={text('consents.untilLabel')} hint={text('consents.untilHint')}>{(control) => <input {...control} type="date" min={values.from} value={values.until} onChange={(event) => set({ until: event.target.value })} />}</Field>
        </div>
        <SaidNo refusal={command.refusal} />
        <Buttons busy={command.busy} onClose={onClose} label={text('consents.send')} />
      </form>
    </Dialog>
  )
}
