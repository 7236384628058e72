import { AnswerProposalDocument, type ProposalAnswer } from '@samenspel/graphql-documents/parent'
import { Button, buttonClass, Notice } from '@samenspel/ui'
import { Link } from 'wouter'
import { useFamilyView } from '../family/family-context.tsx'
import { answerOf, othersAsked, type Family, type Proposal } from '../family/model.ts'
import { useCommand } from '../family/use-command.ts'
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
  const isAsked = proposal.status === 'SENT' && proposal.answers.some(({ memberId }) => memberId === me.id)
  if (!isAsked || mine === 'OTHER_MOMENT') return null
  if (mine === 'YES') return <p><Link href={paths.otherMoment(proposal.id)} className={buttonClass('quiet')}>{text('proposal.change')}</Link></p>

  const isBusy = state.kind === 'busy'
  const other = othersAsked(proposal, me).find(({ answer }) => answer !== 'LET_OTHER_ANSWER')
  const answer = async (given: ProposalAnswer) => {
    const done = await send({ familyId: family.id, proposalId: proposal.id, answer: given })
    if (done !== undefined) window.scrollTo(0, 0)
  }

  return (
    <>
      {other !== undefined && mine === undefined && (
        <div>
          <Button kind="secondary" wide busy={isBusy} onClick={() => { void answer('LET_OTHER_ANSWER') }}>{text('proposal.let', { name: other.firstName })}</Button>
          <p className={styles['hint']}>{text('proposal.letHint')}</p>
        </div>
      )}
      <div className={styles['dock']} data-dock role="group" aria-label={text('proposal.dock')}>
        <div className={styles['above']}>
          {number !== undefined && <p className={styles['which']}>{text('proposal.letter', { number })}</p>}
          <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
        </div>
        <Button wide busy={isBusy} onClick={() => { void answer('YES') }}>{text('proposal.yes')}</Button>
        <Link href={paths.otherMoment(proposal.id)} className={buttonClass('secondary', true)}>{text('proposal.other')}</Link>
      </div>
    </>
  )
}
