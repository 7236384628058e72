import { Button, VisuallyHidden } from '@samenspel/ui'
import { useState, type ReactNode } from 'react'
import styles from './said-words.module.css'
import { useText } from './text.ts'

type Words = { readonly words: string; readonly by: string; readonly children?: ReactNode }

/** What somebody said, and who and when. */
export const SaidWords = ({ words, by, children }: Words) => (
  <blockquote className={styles['said']}>
    <p className={styles['words']} dir="auto">{words}</p>
    <footer className={styles['by']}>{by}</footer>
    {children}
  </blockquote>
)

type Statement = { readonly id: string; readonly answers: string | null; readonly by: string; readonly recordedAt: string; readonly text: string; readonly mayAnswer: boolean }

type Props = {
  readonly statements: readonly Statement[]
  /** A moment as it is said here. */
  readonly day: (at: string) => string
  /** What else can be done with words. @param by who said them and when */
  readonly also?: (statement: Statement, by: string) => ReactNode
  /** Asks for the answer to some words. */
  readonly answering: (statement: Statement, by: string, close: () => void) => ReactNode
}

/** Words of the family that stand beside something, each with what was answered (P-03). */
export const WordsBeside = ({ statements, ...how }: Props) => statements.filter(({ answers }) => answers === null).map((statement) => (
  <OneStatement key={statement.id} statement={statement} answered={statements.filter(({ answers }) => answers === statement.id)} {...how} />
))

const OneStatement = ({ statement, answered, day, also, answering }: Omit<Props, 'statements'> & { readonly statement: Statement; readonly answered: readonly Statement[] }) => {
  const text = useText()
  const [isAnswering, setAnswering] = useState(false)
  const by = text('beside.by', { who: statement.by, day: day(statement.recordedAt) })
  return (
    <SaidWords words={statement.text} by={by}>
      {answered.map((answer) => <SaidWords key={answer.id} words={answer.text} by={text('beside.answerBy', { who: answer.by, day: day(answer.recordedAt) })} />)}
      <div className={styles['row']}>
        {statement.mayAnswer && <Button kind="quiet" onClick={() => setAnswering(true)}>{text('beside.answer')}<VisuallyHidden>: {by}</VisuallyHidden></Button>}
        {also?.(statement, by)}
      </div>
      {isAnswering && answering(statement, by, () => setAnswering(false))}
    </SaidWords>
  )
}
