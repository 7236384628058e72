import { SetParentsApartDocument } from '@samenspel/graphql-documents/desk'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import type { PlannerData, PlannerFamily } from './planner.ts'
import styles from './need-dialog.module.css'

type Props = { readonly family: PlannerFamily; readonly planner: PlannerData; readonly readAgain: () => void }

/** Whether the parents may not meet. Only who coordinates sees this; the planner keeps to it. */
export const ParentsApart = ({ family, planner: { parentsApart }, readAgain }: Props) => {
  const text = useText()
  const set = useCommand(SetParentsApartDocument)
  const choose = async (apart: boolean): Promise<void> => { if (await set.run({ familyId: family.id, apart })) readAgain() }
  return (
    <Section title={text('apart.title')}>
      <label className={styles['check']}>
        <input type="checkbox" checked={parentsApart} disabled={set.busy} onChange={(event) => void choose(event.target.checked)} /> {text('apart.choice')}
      </label>
      <p>{text('apart.who')}</p>
      <SaidNo refusal={set.refusal} />
    </Section>
  )
}
