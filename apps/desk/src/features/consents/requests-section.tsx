import { NoteAnswerToConsentRequestDocument, WithdrawConsentRequestDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, RadioCards, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import page from '../../parts/page.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useIsBack } from '../../shell/looking-back.tsx'
import { Buttons } from './consent-actions.tsx'
import type { ConsentFamily, ConsentRequest } from './consents.ts'
import styles from './consents.module.css'
import { isNoted, NotedFields, nothingNoted } from './noted-fields.tsx'

const isOpen = ({ state }: ConsentRequest): boolean => state === 'OPEN' || state === 'ONE_MORE_YES'

/** The questions that lie with the parents, and what became of earlier ones. */
export const RequestsSection = ({ family }: { readonly family: ConsentFamily }) => {
  const text = useText()
  const [open, answered] = [family.consentRequests.filter(isOpen), family.consentRequests.filter((request) => !isOpen(request))]
  if (family.consentRequests.length === 0) return null
  return (
    <Section title={text('consents.requests')}>
      {open.length === 0 && <p className={page['soft']}>{text('consents.noRequests')}</p>}
      <ul className={styles['requests']}>{open.map((request) => <li key={request.id}><OneRequest family={family} request={request} /></li>)}</ul>
      {answered.length > 0 && (
        <details>
          <summary>{text('consents.answered')}</summary>
          <ul className={styles['requests']}>{answered.map((request) => <li key={request.id}><OneRequest family={family} request={request} /></li>)}</ul>
        </details>
      )}
    </Section>
  )
}

const OneRequest = ({ family, request }: { readonly family: ConsentFamily; readonly request: ConsentRequest }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const takeBack = useCommand(WithdrawConsentRequestDocument)
  const [isNoting, setIsNoting] = useState(false)
  const isBack = useIsBack()
  const what = <VisuallyHidden>: {request.recipient.label}, {request.what}</VisuallyHidden>
  return (
    <div className={styles['request']}>
      <p><strong>{request.recipient.label}</strong>: {request.what}. <strong>{text(`consents.request.${request.state}`)}</strong></p>
      <p dir="auto">{request.why}</p>
      <p className={page['soft']}>
        {text('consents.askedBy', { name: request.askedBy, day: dates.date(request.askedOn) })} {isOpen(request) && text('consents.answerBy', { day: dates.date(request.answerBy) })} {request.howExplained}
      </p>
      {isOpen(request) && (
        <div className={styles['actions']}>
          {family.can.contribute && <Button kind="quiet" onClick={() => setIsNoting(true)}>{text('consents.noteAnswer')}{what}</Button>}
          {request.mayWithdraw && !isBack && <Button kind="quiet" busy={takeBack.busy} onClick={() => { void takeBack.run({ familyId: family.id, requestId: request.id }) }}>{text('consents.takeBack')}{what}</Button>}
        </div>
      )}
      <SaidNo refusal={takeBack.refusal} />
      {isNoting && <NoteAnswer family={family} request={request} onClose={() => setIsNoting(false)} />}
    </div>
  )
}

const NoteAnswer = ({ family, request, onClose }: { readonly family: ConsentFamily; readonly request: ConsentRequest; readonly onClose: () => void }) => {
  const text = useText()
  const command = useCommand(NoteAnswerToConsentRequestDocument)
  const [answer, setAnswer] = useState<'yes' | 'no'>()
  const [noted, setNoted] = useState({ ...nothingNoted, howExplained: request.howExplained })
  const save = async () => { if (answer !== undefined && isNoted(noted) && await command.run({ familyId: family.id, requestId: request.id, yes: answer === 'yes', noted })) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={text('consents.noteAnswer')}>
      <form className={page['form']} noValidate onSubmit={(event) => { event.preventDefault(); void save() }}>
        <p>{request.recipient.label}: {request.what}</p>
        <RadioCards name={`answer-${request.id}`} legend={text('consents.answer')} inline chosen={answer} onChoose={setAnswer} options={[{ value: 'yes', label: text('consents.yes') }, { value: 'no', label: text('consents.no') }]} />
        <NotedFields family={family} values={noted} onChange={setNoted} />
        <SaidNo refusal={command.refusal} />
        <Buttons busy={command.busy} disabled={answer === undefined || !isNoted(noted)} onClose={onClose} label={text('action.save')} />
      </form>
    </Dialog>
  )
}
