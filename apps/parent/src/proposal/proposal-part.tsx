import { PageHeading } from '@samenspel/ui'
import { useState, type ReactNode } from 'react'
import { firstNameOf, momentsOf, type Family, type Proposal } from '../family/model.ts'
import { Columns } from '../shell/page.tsx'
import { useText } from '../texts.ts'
import { VisitCard } from '../visit/visit-card.tsx'
import { AnswerDock } from './answer-dock.tsx'
import { ChooseProposal } from './choose-proposal.tsx'
import styles from './proposal-part.module.css'
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
  const text = useText()
  const [chosen, choose] = useState<string>()
  const proposal = proposals.find(({ id }) => id === chosen) ?? proposals.find(({ status }) => status === 'CONFIRMING') ?? proposals[0]
  if (proposal === undefined) return null
  const name = family.coordinator === null ? text('proposal.coordinator') : firstNameOf(family.coordinator.name)
  const [saving] = proposal.savings?.sentences ?? []
  const title = text(proposals.length > 1 ? 'proposal.titleTwo' : 'proposal.title')
  return (
    <>
      <div>
        {greeting}
        <PageHeading title={title}>{title}</PageHeading>
        <p className={styles['intro']}>
          {proposals.length === 1 ? text('proposal.intro', { name }) : text(proposals.length === 2 ? 'proposal.introTwo' : 'proposal.introMore', { name, count: proposals.length })}
        </p>
        {saving !== undefined && <p className={styles['saving']}>{saving}</p>}
      </div>
      {proposals.length > 1 && <ChooseProposal proposals={proposals} chosen={proposal.id} onChoose={choose} />}
      <Columns
        main={momentsOf(proposal).map((bundle) => <VisitCard key={bundle.id} bundle={bundle} isFixed={false} />)}
        aside={
          <>
            <ProposalWords proposal={proposal} />
            <WhoAnswers proposal={proposal} />
            <AnswerDock key={proposal.id} family={family} proposal={proposal} number={proposals.length > 1 ? proposals.indexOf(proposal) + 1 : undefined} />
            {aside}
          </>
        }
      />
    </>
  )
}
