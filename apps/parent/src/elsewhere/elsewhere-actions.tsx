import { RemoveElsewhereAppointmentDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, buttonClass, Dialog, Notice } from '@samenspel/ui'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useFamilyView } from '../family/family-context.tsx'
import type { Appointment } from '../family/model.ts'
import { useCommand } from '../family/use-command.ts'
import { paths } from '../paths.ts'
import { usePageText } from '../texts.ts'
import styles from './elsewhere-actions.module.css'

/** Whoever entered it changes it or takes it away. */
export const ElsewhereActions = ({ part }: { readonly part: Appointment }) => {
  const text = usePageText()
  const { family } = useFamilyView()
  const [, navigate] = useLocation()
  const [isAsking, setIsAsking] = useState(false)
  const { state, send } = useCommand(RemoveElsewhereAppointmentDocument)
  if (family === undefined || part.elsewhere?.canChange !== true) return null
  const remove = async () => {
    // This page has no appointment any more then: the agenda shows that it is gone.
    if (await send({ familyId: family.id, appointmentId: part.id }) !== undefined) navigate(paths.agenda)
    else setIsAsking(false)
  }
  return (
    <div className={styles['actions']} data-print="never">
      <Link href={paths.changeElsewhere(part.id)} className={buttonClass('secondary', true)}>{text('elsewhere.change')}</Link>
      <Button kind="secondary" wide onClick={() => { setIsAsking(true) }}>{text('elsewhere.remove')}</Button>
      <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
      <Dialog isOpen={isAsking} onClose={() => { setIsAsking(false) }} title={text('elsewhere.removeTitle')}>
        <p>{text('elsewhere.removeText')}</p>
        <Button wide busy={state.kind === 'busy'} onClick={() => { void remove() }}>{text('elsewhere.removeYes')}</Button>
        <Button kind="secondary" wide onClick={() => { setIsAsking(false) }}>{text('elsewhere.removeNo')}</Button>
      </Dialog>
    </div>
  )
}
