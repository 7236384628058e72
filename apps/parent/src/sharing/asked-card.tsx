import { buttonClass, Card } from '@samenspel/ui'
import { useId } from 'react'
import { Link } from 'wouter'
import { useFamilyView } from '../family/family-context.tsx'
import { HelpLink } from '../help/help-link.tsx'
import { paths } from '../paths.ts'
import { usePageText } from '../texts.ts'
import styles from './sharing.module.css'

/** On Today, while a question about sharing, a treatment or who helps waits for this parent. */
export const AskedCard = () => {
  const text = usePageText()
  const id = useId()
  const { family } = useFamilyView()
  const isHelp = family?.helpSearches.some(({ isForYou }) => isForYou) === true
  const isOther = family === undefined || [...family.consentRequests, ...family.treatments].some(({ isForYou }) => isForYou)
  return (
    <Card labelledBy={id}>
      <div className={styles['part']}>
        <h2 id={id}>{text('sharing.asked')}</h2>
        {isOther && <><p>{text('sharing.askedText')}</p><Link href={paths.sharing} className={buttonClass('secondary', true)}>{text('sharing.toQuestion')}</Link></>}
        {isHelp && <><p>{text('choosing.askedText')}</p><HelpLink isAsked /></>}
      </div>
    </Card>
  )
}
