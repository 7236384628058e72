import { Card } from '@samenspel/ui'
import { useId } from 'react'
import type { Proposal } from '../family/model.ts'
import { useText } from '../texts.ts'
import styles from './proposal-words.module.css'

/** What the proposal saves besides the first sentence, which opens the page; why a call is in the evening, and what fits nowhere yet: each in plain sentences. */
export const ProposalWords = ({ proposal }: { readonly proposal: Proposal }) => {
  const text = useText()
  const id = useId()
  const saves = proposal.savings?.sentences.slice(1) ?? []
  if (saves.length + proposal.eveningReasons.length + proposal.unplanned.length === 0) return null
  return (
    <Card labelledBy={saves.length > 0 ? id : undefined}>
      <div className={styles['words']}>
        {saves.length > 0 && (
          <div>
            <h2 id={id} className={styles['title']}>{text('proposal.savesToo')}</h2>
            {saves.map((sentence) => <p key={sentence} className={styles['saves']}>{sentence}</p>)}
          </div>
        )}
        {proposal.eveningReasons.length > 0 && (
          <div>
            <h3 className={styles['title']}>{text('proposal.why')}</h3>
            {proposal.eveningReasons.map((sentence) => <p key={sentence}>{sentence}</p>)}
          </div>
        )}
        {proposal.unplanned.length > 0 && (
          <div>
            <h3 className={styles['title']}>{text('proposal.unplanned')}</h3>
            <ul className={styles['unplanned']}>
              {proposal.unplanned.map((need) => <li key={need.needId}><b>{need.label}</b><br />{need.reason}</li>)}
            </ul>
          </div>
        )}
      </div>
    </Card>
  )
}
