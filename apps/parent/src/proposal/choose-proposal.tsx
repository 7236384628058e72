import { RadioCards } from '@samenspel/ui'
import { useFamilyView } from '../family/family-context.tsx'
import { isDusk, momentsOf, type Proposal } from '../family/model.ts'
import { useText } from '../texts.ts'
import styles from './choose-proposal.module.css'

type Props = {
  readonly proposals: readonly Proposal[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** Which proposal is on the screen: a look at each, without any hurry. Choosing here answers nothing yet. */
export const ChooseProposal = ({ proposals, chosen, onChoose }: Props) => {
  const text = useText()
  return (
    <RadioCards
      name="proposal"
      legend={text('proposal.choose')}
      options={proposals.map((proposal, index) => ({ value: proposal.id, label: <InShort proposal={proposal} number={index + 1} /> }))}
      chosen={chosen}
      onChoose={onChoose}
      inline
    />
  )
}

const InShort = ({ proposal, number }: { readonly proposal: Proposal; readonly number: number }) => {
  const text = useText()
  const { dates } = useFamilyView()
  const moments = momentsOf(proposal)
  const evenings = moments.filter(isDusk).length
  const visits = moments.length - evenings
  const days = [...new Set(moments.map(({ date }) => dates.shortDay(date)))]
  return (
    <>
      <b>{text('proposal.letter', { number })}</b>
      <span className={styles['line']}>{text('proposal.shape', { visits, evenings, both: visits > 0 && evenings > 0 ? 'yes' : 'no' })}</span>
      <span className={styles['line']}>{days.join(' · ')}</span>
    </>
  )
}
