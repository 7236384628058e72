import { ColleagueQuestionsDocument } from '@samenspel/graphql-documents/desk'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { QuestionCard, type Question } from './question-card.tsx'
import styles from './questions.module.css'

/** What colleagues ask of the viewer over all families, and what the viewer asked: a part that any page can show. */
export const QuestionsInbox = () => {
  const text = useText()
  const [asked, again] = useQuery({ query: ColleagueQuestionsDocument, requestPolicy: 'cache-and-network' })
  const readAgain = () => { again({ requestPolicy: 'network-only' }) }
  return (
    <Answered asked={asked} onRetry={readAgain}>
      {({ colleagueQuestions: all }) => (
        <>
          <Some title={text('questions.mine')} none={text('questions.none')} questions={all.filter(({ isMine }) => isMine)} onChanged={readAgain} />
          <Some title={text('questions.own')} none={text('questions.noneOwn')} questions={all.filter(({ isOwn }) => isOwn)} onChanged={readAgain} />
        </>
      )}
    </Answered>
  )
}

const Some = ({ title, none, questions, onChanged }: { readonly title: string; readonly none: string; readonly questions: readonly Question[]; readonly onChanged: () => void }) => {
  const viewer = useViewer()
  return (
    <Section title={title}>
      {questions.length === 0 ? <p>{none}</p> : (
        <ul className={styles['list']}>
          {questions.map((question) => <li key={question.id}><QuestionCard question={question} zone={zoneIn(viewer)} showsFamily onChanged={onChanged} /></li>)}
        </ul>
      )}
    </Section>
  )
}
