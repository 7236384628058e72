import type { SharedSafetyNotesQuery, WrittenAboutUsQuery } from '@samenspel/graphql-documents/parent-pages'
import type { useDates } from '@samenspel/ui'
import { usePageText } from '../texts.ts'
import styles from './own-data.module.css'

type Statement = (NonNullable<WrittenAboutUsQuery['writtenAboutUs']>['nodes'] | SharedSafetyNotesQuery['sharedSafetyNotes'])[number]['statements'][number]

/** Own words of somebody beside what another wrote, each with what was answered. */
export const Statements = ({ statements, dates }: { readonly statements: readonly Statement[]; readonly dates: Pick<ReturnType<typeof useDates>, 'date' | 'dateOf'> }) => {
  const text = usePageText()
  const day = (at: string): string => dates.date(dates.dateOf(at))
  return (
    <>
      {statements.filter(({ answers }) => answers === null).map((statement) => (
        <blockquote key={statement.id} className={styles['statement']}>
          <p className={styles['words']} dir="auto">{statement.text}</p>
          <footer className={styles['soft']}>{text('data.statementBy', { who: statement.isOwn ? text('data.you') : statement.by, day: day(statement.recordedAt) })}</footer>
          {statements.filter(({ answers }) => answers === statement.id).map((answer) => (
            <blockquote key={answer.id} className={styles['statement']}>
              <p className={styles['words']} dir="auto">{answer.text}</p>
              <footer className={styles['soft']}>{text('data.answerBy', { who: answer.by, day: day(answer.recordedAt) })}</footer>
            </blockquote>
          ))}
        </blockquote>
      ))}
    </>
  )
}
