import { AnswerProposalDocument, type ProposalAnswer } from '@samenspel/graphql-documents/parent'
import { Button, buttonClass, Notice } from '@samenspel/ui'
import { Link } from 'wouter'
import { useFamilyView } from '../family/family-context.tsx'
import { answerOf, firstNameOf, othersAsked, type Family, type Proposal } from '../family/model.ts'
import { useCommand } from '../family/use-command.ts'
import { useJoin } from '../family/use-join.ts'
import { paths } from '../paths.ts'
import { useText } from '../texts.ts'
import styles from './answer-dock.module.css'

type Props = {
  readonly family: Family
  readonly proposal: Proposal
  /** Which of several proposals this answers. */
  readonly number: number | undefined
}

/** The answer to a proposal, for oneself: always in sight, yes and another moment equal in size. */
export const AnswerDock = ({ family, proposal, number }: Props) => {
  const text = useText()
  const { me } = useFamilyView()
  const { state, send } = useCommand(AnswerProposalDocument)
  const mine = answerOf(proposal, me)
  const isAsked = proposal.answers.some(({ memberId }) => memberId === me.id)
  const isOpen = proposal.status === 'SENT' && isAsked && mine !== 'YES' && mine !== 'OTHER_MOMENT'
  const answer = (given: ProposalAnswer) => { void send({ familyId: family.id, proposalId: proposal.id, answer: given }) }
  const isBusy = state.kind === 'busy'
  const other = othersAsked(proposal, me).find(({ answer: given }) => given !== 'LET_OTHER_ANSWER')

  return (
    <>
      <Answered family={family} proposal={proposal} />
      <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
      {isOpen && other !== undefined && mine === undefined && (
        <div>
          <Button kind="secondary" wide busy={isBusy} onClick={() => { answer('LET_OTHER_ANSWER') }}>{text('proposal.let', { name: other.firstName })}</Button>
          <p className={styles['hint']}>{text('proposal.letHint')}</p>
        </div>
      )}
      {isOpen && (
        <div className={styles['dock']} data-dock role="group" aria-label={text('proposal.dock')}>
          {number !== undefined && <p className={styles['which']}>{text('proposal.letter', { number })}</p>}
          <Button wide busy={isBusy} onClick={() => { answer('YES') }}>{text('proposal.yes')}</Button>
          <Link href={paths.otherMoment(proposal.id)} className={buttonClass('secondary', true)}>{text('proposal.other')}</Link>
        </div>
      )}
    </>
  )
}

/** What my answer was and what happens next. It stays on the page. */
const Answered = ({ family, proposal }: { readonly family: Family; readonly proposal: Proposal }) => {
  const text = useText()
  const { me } = useFamilyView()
  const join = useJoin()
  const mine = answerOf(proposal, me)
  const others = othersAsked(proposal, me)
  const waitingFor = others.filter(({ answer }) => answer === null).map(({ firstName }) => firstName)

  if (proposal.status === 'CONFIRMING') {
    return <Notice tone="ok"><b>{text('proposal.confirming')}</b> {text('proposal.confirmingHint')}</Notice>
  }
  switch (mine) {
    case 'YES':
      return (
        <>
          <Notice tone="ok"><b>{text('proposal.thanks')}</b> {waitingFor.length > 0 && text('proposal.waiting', { names: join(waitingFor) })}</Notice>
          <p><Link href={paths.otherMoment(proposal.id)} className={buttonClass('quiet')}>{text('proposal.change')}</Link></p>
        </>
      )
    case 'LET_OTHER_ANSWER':
      return <Notice tone="neutral"><b>{text('proposal.letDone', { name: join(others.map(({ firstName }) => firstName)) })}</b> {text('proposal.letHint')}</Notice>
    case 'OTHER_MOMENT':
      return <Notice tone="wait">{text('proposal.otherDone', { name: family.coordinator === null ? text('proposal.coordinator') : firstNameOf(family.coordinator.name) })}</Notice>
    case undefined:
      return <Notice>{undefined}</Notice>
  }
}
