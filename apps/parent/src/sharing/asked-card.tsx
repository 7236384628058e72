import { buttonClass, Card } from '@samenspel/ui'
import { useId } from 'react'
import { Link } from 'wouter'
import { paths } from '../paths.ts'
import { usePageText } from '../texts.ts'

/** On Today, while a question about sharing or a treatment waits for this parent. */
export const AskedCard = () => {
  const text = usePageText()
  const id = useId()
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{text('sharing.asked')}</h2>
      <p>{text('sharing.askedText')}</p>
      <Link href={paths.sharing} className={buttonClass('secondary', true)}>{text('sharing.toQuestion')}</Link>
    </Card>
  )
}
