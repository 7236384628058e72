import { PageHeading, StatusMark } from '@samenspel/ui'
import type { ReactNode } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { answerOf, firstNameOf, othersAsked, type Family, type Proposal } from '../family/model.ts'
import { useJoin } from '../family/use-join.ts'
import { useText } from '../texts.ts'
import styles from './proposal-opening.module.css'

type Props = {
  readonly family: Family
  readonly proposal: Proposal
  /** How many proposals are out. */
  readonly count: number
}

/** How the page opens: with the question, or, once it is answered, with the answer and what happens next. */
export const ProposalOpening = ({ family, proposal, count }: Props) => {
  const text = useText()
  const { me } = useFamilyView()
  const join = useJoin()
  const name = family.coordinator === null ? text('proposal.coordinator') : firstNameOf(family.coordinator.name)
  const others = othersAsked(proposal, me)
  const waitingFor = others.filter(({ answer }) => answer === null).map(({ firstName }) => firstName)

  if (proposal.status === 'CONFIRMING') return <Opening title={text('proposal.confirming')}>{text('proposal.confirmingHint')}</Opening>
  const mine = answerOf(proposal, me)
  switch (mine) {
    case 'YES':
      return (
        <Opening title={text('proposal.thanks')}>
          {waitingFor.length === 0 ? undefined : <StatusMark tone="wait"><span className={styles['waiting']}>{text('proposal.waiting', { names: join(waitingFor) })}</span></StatusMark>}
        </Opening>
      )
    case 'OTHER_MOMENT':
      return <Opening title={text('proposal.otherTitle')}>{text('proposal.otherDone', { name })}</Opening>
    case 'LET_OTHER_ANSWER':
      return <Opening title={text('proposal.letDone', { name: join(others.map(({ firstName }) => firstName)) })}>{text('proposal.letHint')}</Opening>
    case undefined:
      return (
        <>
          <Opening title={text(count > 1 ? 'proposal.titleTwo' : 'proposal.title')}>
            {count === 1 ? text('proposal.intro', { name }) : text(count === 2 ? 'proposal.introTwo' : 'proposal.introMore', { name, count })}
          </Opening>
          {proposal.moves.length > 0 && (
            <>
              <p className={styles['intro']}>{text('proposal.moves')}</p>
              <ul className={styles['moves']}>{proposal.moves.map((move) => <li key={move}>{move}</li>)}</ul>
            </>
          )}
          {proposal.tell !== null && <p className={styles['saving']}>{proposal.tell}</p>}
        </>
      )
  }
}

/** A new title is a new opening: it takes focus, so that everybody hears what their answer did. */
const Opening = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <>
    <PageHeading key={title} title={title}>{title}</PageHeading>
    {children !== undefined && <p className={styles['intro']}>{children}</p>}
  </>
)
