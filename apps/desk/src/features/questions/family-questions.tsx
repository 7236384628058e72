import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import type { Family } from '../family/family.ts'
import { QuestionCard } from './question-card.tsx'
import styles from './questions.module.css'

/** What colleagues asked each other about this family, what is open first. */
export const FamilyQuestions = ({ family, readAgain }: { readonly family: Family; readonly readAgain: () => void }) => {
  const text = useText()
  const { questions } = family
  if (questions.length === 0) return null
  const inOrder = questions.toSorted((a, b) => Number(a.isDone) - Number(b.isDone))
  return (
    <Section title={text('questions.inFamily')}>
      <ul className={styles['list']}>
        {inOrder.map((question) => <li key={question.id}><QuestionCard question={question} zone={family.zone} onChanged={readAgain} /></li>)}
      </ul>
    </Section>
  )
}
