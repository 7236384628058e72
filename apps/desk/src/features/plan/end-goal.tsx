import { EndGoalDocument, type GoalEnding } from '@samenspel/graphql-documents/desk'
import { RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useText } from '../../parts/text.ts'
import { WordsDialog } from '../../parts/words-dialog.tsx'
import type { Goal, PlanFile } from '../family/family.ts'

const endings = ['REACHED', 'LET_GO'] as const satisfies readonly GoalEnding[]

/** A goal is reached, or let go: both are good ends, and both stay to be read. */
export const EndGoal = ({ family, goal, onClose }: { readonly family: PlanFile; readonly goal: Goal; readonly onClose: () => void }) => {
  const text = useText()
  const end = useCommand(EndGoalDocument)
  const [outcome, setOutcome] = useState<GoalEnding>('REACHED')
  return (
    <WordsDialog familyId={family.id} form={`end-goal-${goal.id}`} title={text('goal.endTitle', { goal: goal.title })} label={text('goal.endWords')} sendLabel={text('goal.end')} command={end} onClose={onClose} onSend={(words) => end.run({ familyId: family.id, goalId: goal.id, outcome, words })}>
      <RadioCards name="ending" inline legend={text('goal.endHow')} chosen={outcome} onChoose={setOutcome} options={endings.map((value) => ({ value, label: text(`goal.ended.${value}`) }))} />
    </WordsDialog>
  )
}
