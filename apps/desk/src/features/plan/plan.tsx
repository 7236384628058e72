import { Button } from '@samenspel/ui'
import { useState } from 'react'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import type { Goal, PlanFile } from '../family/family.ts'
import { EndGoal } from './end-goal.tsx'
import { GoalDialog } from './goal-dialog.tsx'
import { GoalRow } from './goal-row.tsx'
import { GuidingQuestion } from './guiding-question.tsx'
import styles from './plan.module.css'
import { ScoreDialog } from './score-dialog.tsx'

type Opened = { readonly what: 'add' } | { readonly what: 'edit' | 'score' | 'end'; readonly goalId: string }

type Props = { readonly family: PlanFile; readonly readAgain: () => void }

/** The family plan: the guiding question first, then the parents' own goals and the others. */
export const Plan = ({ family, readAgain }: Props) => {
  const text = useText()
  const [opened, setOpened] = useState<Opened>()
  const close = (): void => setOpened(undefined)
  const mayEdit = family.can.coordinate
  if (family.guidingQuestion === null && family.goals.length === 0 && !mayEdit) return null
  const goals = family.goals.toSorted((a, b) => Number(a.ended !== null) - Number(b.ended !== null) || Number(b.isParentsOwn) - Number(a.isParentsOwn) || Number(a.isMentalising) - Number(b.isMentalising))
  const goal: Goal | undefined = opened === undefined || opened.what === 'add' ? undefined : family.goals.find((one) => one.id === opened.goalId)
  return (
    <Section title={text('plan.title')} action={mayEdit ? <Button kind="quiet" onClick={() => setOpened({ what: 'add' })}>{text('plan.addGoal')}</Button> : undefined}>
      <div className={styles['plan']}>
        <GuidingQuestion family={family} readAgain={readAgain} />
        {goals.length > 0 && (
          <ul className={styles['goals']}>
            {goals.map((one) => (
              <li key={one.id}>
                <GoalRow goal={one} family={family} onScore={() => setOpened({ what: 'score', goalId: one.id })} onEdit={() => setOpened({ what: 'edit', goalId: one.id })} onEnd={() => setOpened({ what: 'end', goalId: one.id })} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {opened?.what === 'add' && <GoalDialog family={family} goal={undefined} readAgain={readAgain} onClose={close} />}
      {opened?.what === 'edit' && goal !== undefined && <GoalDialog family={family} goal={goal} readAgain={readAgain} onClose={close} />}
      {opened?.what === 'end' && goal !== undefined && <EndGoal family={family} goal={goal} onClose={close} />}
      {opened?.what === 'score' && goal !== undefined && <ScoreDialog family={family} goal={goal} onClose={close} />}
    </Section>
  )
}
