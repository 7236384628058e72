import { Card } from '@samenspel/ui'
import { useId } from 'react'
import { usePageText } from '../texts.ts'
import { SharingLink } from './sharing-link.tsx'

/** On Today, while a question about sharing waits for this parent. */
export const AskedCard = () => {
  const text = usePageText()
  const id = useId()
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{text('sharing.asked')}</h2>
      <p>{text('sharing.askedText')}</p>
      <SharingLink />
    </Card>
  )
}
