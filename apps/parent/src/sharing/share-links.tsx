import { buttonClass, Card } from '@samenspel/ui'
import { Link } from 'wouter'
import { usePageText } from '../texts.ts'
import { sharePaths } from './share-paths.ts'
import styles from './sharing.module.css'

/** To share, or to refuse to, without being asked. */
export const ShareLinks = () => {
  const text = usePageText()
  return (
    <Card>
      <div className={styles['part']}>
        <p>{text('share.intro')}</p>
        <div className={styles['answers']}>
          <Link href={sharePaths.yes} className={buttonClass('secondary', true)}>{text('share.yes')}</Link>
          <Link href={sharePaths.no} className={buttonClass('secondary', true)}>{text('share.no')}</Link>
        </div>
      </div>
    </Card>
  )
}
