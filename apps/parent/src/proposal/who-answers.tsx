import { Card, StatusMark, type StatusTone } from '@samenspel/ui'
import { useId } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { answerOf, othersAsked, type Proposal } from '../family/model.ts'
import { useText } from '../texts.ts'
import styles from './who-answers.module.css'

type Answer = Proposal['answers'][number]['answer']

/** Who is asked and what each said. Nobody is assumed. */
export const WhoAnswers = ({ proposal }: { readonly proposal: Proposal }) => {
  const text = useText()
  const { me } = useFamilyView()
  const id = useId()
  const others = othersAsked(proposal, me)
  if (others.length === 0) return null
  const mine = answerOf(proposal, me)
  const mayAnswer = proposal.answers.some(({ memberId }) => memberId === me.id)
  const words: Record<NonNullable<Answer>, string> = { YES: text('proposal.saidYes'), LET_OTHER_ANSWER: text('proposal.letOther'), OTHER_MOMENT: text('proposal.saidOther') }
  const myWords: Record<NonNullable<Answer>, string> = {
    YES: text('proposal.mineYes'),
    LET_OTHER_ANSWER: text('proposal.mineLetOther', { name: others.map(({ firstName }) => firstName).join(', ') }),
    OTHER_MOMENT: text('proposal.mineOther'),
  }
  return (
    <Card labelledBy={id}>
      <h2 id={id} className={styles['title']}>{text('proposal.answers')}</h2>
      <ul className={styles['people']}>
        {mayAnswer && <Person name={text('proposal.mine')} answer={mine ?? null} words={mine === undefined ? text('proposal.mineAsked') : withSpoken(myWords[mine], proposal.answers.find(({ memberId }) => memberId === me.id)?.spoken)} />}
        {others.map(({ memberId, firstName, answer, spoken }) => (
          <Person key={memberId} name={firstName} answer={answer} words={answer === null ? text('proposal.asked') : withSpoken(words[answer], spoken)} />
        ))}
      </ul>
    </Card>
  )
}

/** A yes that was said to a professional says so. */
const withSpoken = (words: string, spoken: Proposal['answers'][number]['spoken'] | undefined): string => spoken == null ? words : `${words} (${spoken.words})`

const tones: Record<NonNullable<Answer>, StatusTone> = { YES: 'ok', LET_OTHER_ANSWER: 'neutral', OTHER_MOMENT: 'wait' }

const Person = ({ name, answer, words }: { readonly name: string; readonly answer: Answer; readonly words: string }) => (
  <li className={styles['person']}>
    <StatusMark tone={answer === null ? 'wait' : tones[answer]}><span className={styles['said']}><b>{name}</b> {words}</span></StatusMark>
  </li>
)
