import { InviteChosenProviderDocument, PartnersToInviteDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { EditFoot } from '../../parts/edit-foot.tsx'
import fields from '../../parts/fields.module.css'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import { chosenOf, type HelpFamily, type HelpSearch } from './help.ts'

/** A question that names nobody, to somebody of the organisation that the family chose (C-02). */
export const InviteChosen = ({ family, search, onClose, onDone }: { readonly family: HelpFamily; readonly search: HelpSearch; readonly onClose: () => void; readonly onDone: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const command = useCommand(InviteChosenProviderDocument)
  const [asked, again] = useQuery({ query: PartnersToInviteDocument, variables: { familyId: family.id } })
  const [values, setValues] = useState({ professionalId: '', question: '', from: dates.today(), until: '' })
  const [tried, setTried] = useState(false)
  const set = (some: Partial<typeof values>) => setValues({ ...values, ...some })
  const chosen = chosenOf(search)
  const name = chosen?.organisation.name ?? ''
  const send = async (first: string | undefined) => {
    setTried(true)
    const { question, from, until } = values
    const professionalId = values.professionalId === '' ? first ?? '' : values.professionalId
    if (chosen === undefined || professionalId === '' || question.trim() === '') return
    if (await command.run({ familyId: family.id, searchId: search.id, optionId: chosen.id, input: { professionalId, question, from, ...(until !== '' && { until }) } })) onDone()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('helpChoices.invite', { name })}>
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
        {({ partnersToInvite }) => {
          const there = partnersToInvite.filter(({ organisation }) => organisation.id === chosen?.organisation.id)
          if (there.length === 0) return <div className={page['form']}><p>{text('helpChoices.nobodyThere', { name })}</p><div><Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button></div></div>
          return (
            <form noValidate className={page['form']} onSubmit={(event) => { event.preventDefault(); void send(there[0]?.id) }}>
              <p>{text('helpChoices.inviteHint', { name })}</p>
              <Field label={text('partners.who')}>{(control) => <select {...control} value={values.professionalId} onChange={(event) => set({ professionalId: event.target.value })}>{there.map((one) => <option key={one.id} value={one.id}>{one.name}, {one.title}</option>)}</select>}</Field>
              <Field label={text('helpChoices.question')} hint={text('partners.questionHint')} error={tried && values.question.trim() === '' ? text('services.missing') : undefined}>{(control) => <textarea {...control} dir="auto" rows={3} value={values.question} onChange={(event) => set({ question: event.target.value })} />}</Field>
              <div className={fields['fields']}>
                <Field label={text('consents.from')}>{(control) => <input {...control} type="date" value={values.from} onChange={(event) => set({ from: event.target.value })} />}</Field>
                <Field label={text('consents.untilLabel')} hint={text('consents.untilHint')}>{(control) => <input {...control} type="date" min={values.from} value={values.until} onChange={(event) => set({ until: event.target.value })} />}</Field>
              </div>
              <EditFoot refusal={command.refusal} busy={command.busy} sendLabel={text('consents.send')} onClose={onClose} />
            </form>
          )
        }}
      </Answered>
    </Dialog>
  )
}
