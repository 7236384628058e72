import { Card } from '@samenspel/ui'
import { useId } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { firstNameOf } from '../family/model.ts'
import { usePageText } from '../texts.ts'

/** On Today, after a loss: nobody asks anything, and who can be rung. It names nobody and explains nothing: the family knows. */
export const SilentCard = () => {
  const text = usePageText()
  const id = useId()
  const coordinator = useFamilyView().family?.coordinator
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{text('silence.title')}</h2>
      <p>{text('silence.nothing')}</p>
      {coordinator != null && <p>{text('silence.who', { name: firstNameOf(coordinator.name) })}</p>}
      {coordinator?.phone != null && <p><a href={`tel:${coordinator.phone.replaceAll(' ', '')}`}>{text('silence.call', { name: firstNameOf(coordinator.name), phone: coordinator.phone })}</a></p>}
    </Card>
  )
}
