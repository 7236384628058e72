import { Card } from '@samenspel/ui'
import { useId } from 'react'
import type { Family } from '../family/model.ts'
import { useText } from '../texts.ts'
import { SharingLink } from './sharing-link.tsx'

/** On Today, while a question about sharing waits for this parent. */
export const AskedCard = ({ family }: { readonly family: Family }) => {
  const text = useText()
  const id = useId()
  if (!family.consentRequests.some(({ isForYou }) => isForYou)) return null
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{text('sharing.asked')}</h2>
      <p>{text('sharing.askedText')}</p>
      <SharingLink />
    </Card>
  )
}
