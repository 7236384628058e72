import { useState, type ReactNode } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { answerOf, momentsOf, type Family, type Proposal } from '../family/model.ts'
import { Columns } from '../shell/page.tsx'
import { VisitCard } from '../visit/visit-card.tsx'
import { AnswerDock } from './answer-dock.tsx'
import { ChooseProposal } from './choose-proposal.tsx'
import { ProposalOpening } from './proposal-opening.tsx'
import { ProposalWords } from './proposal-words.tsx'
import { WhoAnswers } from './who-answers.tsx'

type Props = {
  readonly family: Family
  /** At least one. */
  readonly proposals: readonly Proposal[]
  readonly greeting: ReactNode
  readonly aside: ReactNode
}

/** The proposals that are out: one in full, and a calm choice when there are more. */
export const ProposalPart = ({ family, proposals, greeting, aside }: Props) => {
  const { me } = useFamilyView()
  const [chosen, choose] = useState<string>()
  const proposal = proposals.find(({ id }) => id === chosen)
    ?? proposals.find(({ status }) => status === 'CONFIRMING')
    ?? proposals.find((each) => answerOf(each, me) === 'YES')
    ?? proposals[0]
  if (proposal === undefined) return null
  const isOneOfMore = proposals.length > 1 && proposal.status !== 'CONFIRMING'
  return (
    <>
      <div>
        {greeting}
        <ProposalOpening family={family} proposal={proposal} count={proposals.length} />
      </div>
      {isOneOfMore && <ChooseProposal proposals={proposals} chosen={proposal.id} onChoose={choose} />}
      <Columns
        main={momentsOf(proposal).map((bundle) => <VisitCard key={bundle.id} bundle={bundle} isFixed={false} />)}
        aside={
          <>
            <ProposalWords proposal={proposal} />
            <WhoAnswers proposal={proposal} />
            <AnswerDock key={proposal.id} family={family} proposal={proposal} number={isOneOfMore ? proposals.indexOf(proposal) + 1 : undefined} />
            {aside}
          </>
        }
      />
    </>
  )
}
