import { WelcomePartnerDocument, WithdrawInvitationDocument } from '@samenspel/graphql-documents/desk'
import { Button, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import page from '../../parts/page.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { subjectKey } from '../family/subjects.ts'
import { recipientKey, type ConsentFamily, type SentInvitation } from './consents.ts'
import styles from './consents.module.css'
import { InvitePartner } from './invite-partner.tsx'
import type { Sharing } from './sharing-fields.tsx'

type Props = {
  readonly family: ConsentFamily
  /** Consent is asked, or noted, for whom it was begun. */
  readonly onConsent: (way: 'ask' | 'note', begun: Partial<Sharing>) => void
}

/** Who was asked to join, and how far that is. The coordinator invites; a yes joins once there is consent. */
export const PartnersSection = ({ family, onConsent }: Props) => {
  const text = useText()
  const [search] = useSearchParams()
  const [isInviting, setIsInviting] = useState(search.has('erbij'))
  if (family.invitations.length === 0 && !family.can.coordinate) return null
  return (
    <Section title={text('partners.title')} action={family.can.coordinate ? <Button kind="secondary" onClick={() => setIsInviting(true)}>{text('partners.invite')}</Button> : undefined}>
      <p className={page['soft']}>{text('partners.hint')}</p>
      <ul className={styles['requests']}>{family.invitations.map((invitation) => <li key={invitation.id}><OneInvitation family={family} invitation={invitation} onConsent={onConsent} /></li>)}</ul>
      {isInviting && family.can.coordinate && <InvitePartner family={family} onClose={() => setIsInviting(false)} />}
    </Section>
  )
}

/** Whether something is shared with the organisation of who said yes; how far that goes, the server decides. */
const isShared = ({ consents, team }: ConsentFamily, { partner: { organisation, discipline } }: SentInvitation): boolean => team.some(({ professional }) => professional.organisation.id === organisation.id) ||
  consents.some(({ effect, state, recipient }) => effect === 'GRANT' && (state === 'IN_FORCE' || state === 'COMING') && (recipient.kind === 'ALL' || recipient.organisation?.id === organisation.id || recipient.discipline === discipline))

const OneInvitation = ({ family, invitation, onConsent }: Props & { readonly invitation: SentInvitation }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const welcome = useCommand(WelcomePartnerDocument)
  const takeBack = useCommand(WithdrawInvitationDocument)
  const { id, partner, state } = invitation
  const lacks = state === 'ACCEPTED' && !isShared(family, invitation)
  const begun = { subject: subjectKey({ kind: invitation.subject.kind, memberIds: [...invitation.subject.memberIds] }), recipient: recipientKey({ kind: 'ORGANISATION', organisationId: partner.organisation.id }) }
  const ids = { familyId: family.id, invitationId: id }
  return (
    <div className={styles['request']}>
      <p><strong>{partner.name}</strong>, {partner.title}, {partner.organisation.name}. <strong>{text(`partners.state.${state}`)}</strong></p>
      <p dir="auto">{invitation.question}</p>
      {invitation.words !== null && <p dir="auto">{text('partners.words', { name: partner.name, words: invitation.words })}</p>}
      <p className={page['soft']}>{text('partners.invitedOn', { day: dates.date(invitation.invitedOn) })} {state === 'OPEN' && text('consents.answerBy', { day: dates.date(invitation.answerBy) })}</p>
      {family.can.coordinate && (state === 'OPEN' || state === 'ACCEPTED') && (
        <div className={styles['actions']}>
          {lacks && <Button onClick={() => onConsent('ask', begun)}>{text('consents.ask')}<VisuallyHidden>: {partner.name}</VisuallyHidden></Button>}
          {lacks && <Button kind="secondary" onClick={() => onConsent('note', begun)}>{text('consents.note')}<VisuallyHidden>: {partner.name}</VisuallyHidden></Button>}
          {state === 'ACCEPTED' && <Button kind={lacks ? 'quiet' : 'primary'} busy={welcome.busy} onClick={() => { void welcome.run(ids) }}>{text('partners.welcome')}<VisuallyHidden>: {partner.name}</VisuallyHidden></Button>}
          <Button kind="quiet" busy={takeBack.busy} onClick={() => { void takeBack.run(ids) }}>{text('partners.takeBack')}<VisuallyHidden>: {partner.name}</VisuallyHidden></Button>
        </div>
      )}
      <SaidNo refusal={welcome.refusal ?? takeBack.refusal} />
    </div>
  )
}
