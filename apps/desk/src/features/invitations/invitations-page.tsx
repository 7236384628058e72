import { AnswerInvitationDocument, InvitationsDocument, type InvitationsQuery } from '@samenspel/graphql-documents/desk'
import { Button, Card, Field, PageHeading, useDates } from '@samenspel/ui'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { familyPath } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import styles from './invitations.module.css'

type Invitation = InvitationsQuery['invitations'][number]

/** Questions to join a team. They name no family before one has joined. */
export const InvitationsPage = () => {
  const text = useText()
  const [asked, again] = useQuery({ query: InvitationsDocument })
  return (
    <div className={styles['page']}>
      <PageHeading title={text('invitations.title')}>{text('invitations.title')}</PageHeading>
      <p className={styles['soft']}>{text('invitations.intro')}</p>
      <Answered asked={asked} onRetry={() => { again({ requestPolicy: 'network-only' }) }}>
        {({ invitations }) => invitations.length === 0 ? <p>{text('invitations.none')}</p> : <>{invitations.map((invitation) => <OneInvitation key={invitation.id} invitation={invitation} />)}</>}
      </Answered>
    </div>
  )
}

const OneInvitation = ({ invitation }: { readonly invitation: Invitation }) => {
  const text = useText()
  const id = useId()
  const { jurisdiction } = useViewer()
  const dates = useDates(zoneIn({ jurisdiction }))
  const command = useCommand(AnswerInvitationDocument)
  const [words, setWords] = useState('')
  const { state, from, until } = invitation
  const answer = (accept: boolean) => { void command.run({ invitationId: invitation.id, accept, words: words.trim() === '' ? undefined : words }) }
  return (
    <Card labelledBy={id} as="article">
      <div className={styles['one']}>
        <h2 id={id} dir="auto">{invitation.question}</h2>
        <p>{[invitation.askedBy, invitation.askedByTitle, invitation.askedByOrganisation].filter((part) => part !== '').join(', ')}</p>
        <p className={styles['soft']}>
          {until === null ? text('invitations.from', { from: dates.date(from) }) : text('invitations.between', { from: dates.date(from), until: dates.date(until) })} {state === 'OPEN' && text('consents.answerBy', { day: dates.date(invitation.answerBy) })}
        </p>
        {state !== 'OPEN' && <p><strong>{text(`invitations.state.${state}`)}</strong>{invitation.words !== null && <> <span dir="auto">“{invitation.words}”</span></>}</p>}
        {invitation.familyId !== null && <p><Link to={familyPath(invitation.familyId)}>{text('invitations.toFamily', { name: invitation.familyName ?? '' })}</Link></p>}
        {state === 'OPEN' && (
          <>
            <Field label={text('invitations.words')} hint={text('invitations.wordsHint')}>{(control) => <textarea {...control} dir="auto" rows={2} value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
            <div className={styles['actions']}>
              <Button busy={command.busy} onClick={() => answer(true)}>{text('invitations.accept')}</Button>
              <Button kind="secondary" busy={command.busy} onClick={() => answer(false)}>{text('invitations.refuse')}</Button>
            </div>
          </>
        )}
        <SaidNo refusal={command.refusal} />
      </div>
    </Card>
  )
}
