import { Card, StatusMark } from '@samenspel/ui'
import { useFamilyView } from '../family/family-context.tsx'
import { firstNameOf, momentsOf, type Family, type Proposal } from '../family/model.ts'
import { useJoin } from '../family/use-join.ts'
import { useText } from '../texts.ts'
import styles from './outcome.module.css'

/** Every calendar has it: this stays on the page until the visit is over. */
export const Fixed = ({ proposal }: { readonly proposal: Proposal }) => {
  const text = useText()
  const join = useJoin()
  const { dates } = useFamilyView()
  const days = [...new Set(momentsOf(proposal).map(({ date }) => dates.day(date)))]
  return (
    <Card tone="ok">
      <div className={styles['outcome']}>
        <h2 className={styles['title']}><StatusMark tone="ok">{text('proposal.confirmed')}</StatusMark></h2>
        <p className={styles['days']}>{join(days)}</p>
        <p>{text('proposal.confirmedText')}</p>
      </div>
    </Card>
  )
}

/** A part could no longer be had, so nothing was fixed: said calmly, with what happens next. */
export const Released = ({ proposal, coordinator }: { readonly proposal: Proposal; readonly coordinator: Family['coordinator'] }) => {
  const text = useText()
  return (
    <Card tone="wait">
      <div className={styles['outcome']}>
        <h2 className={styles['title']}>{text('proposal.released')}</h2>
        {proposal.releasedBecause !== null && <p>{proposal.releasedBecause}</p>}
        <p>{text('proposal.releasedText')}</p>
        <p>{text('proposal.releasedNext', { name: coordinator === null ? text('proposal.coordinator') : firstNameOf(coordinator.name) })}</p>
      </div>
    </Card>
  )
}
