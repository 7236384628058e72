import { PageHeading } from '@samenspel/ui'
import { useText } from '../../parts/text.ts'
import styles from './keys.module.css'
import { TabletsSection } from './tablets-section.tsx'
import { WorkersSection } from './workers-section.tsx'

/** What who keeps the keys of an organisation works with: its tablets, and how its people sign in. */
export const KeysPage = () => {
  const text = useText()
  return (
    <div className={styles['page']}>
      <PageHeading title={text('keys.title')}>{text('keys.title')}</PageHeading>
      <TabletsSection />
      <WorkersSection />
    </div>
  )
}
