import { PageHeading } from '@samenspel/ui'
import { useText } from '../../parts/text.ts'
import { QuestionsInbox } from './inbox.tsx'
import styles from './questions.module.css'

/** Questions of colleagues, over all families. */
export const QuestionsPage = () => {
  const text = useText()
  return (
    <div className={styles['page']}>
      <PageHeading title={text('questions.title')}>{text('questions.title')}</PageHeading>
      <p>{text('questions.intro')}</p>
      <QuestionsInbox />
    </div>
  )
}
