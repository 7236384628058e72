import { CancelAppointmentDocument, MakeDigitalDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, buttonClass, Dialog, Notice, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'wouter'
import { useFamilyView } from '../family/family-context.tsx'
import { askedOtherMoment, type Appointment, type Family } from '../family/model.ts'
import { useCommand } from '../family/use-command.ts'
import { paths } from '../paths.ts'
import { dialOf } from '../shell/help-lines.ts'
import { usePageText } from '../texts.ts'
import styles from './part-actions.module.css'

type Props = {
  readonly part: Appointment
  readonly isOnlyOne: boolean
  /** Told in words what changed, for the page that stays. */
  readonly onChanged: (news: string) => void
}

/** What a parent can change about one stop. Folded away: nothing here asks for anything. */
export const PartActions = (props: Props) => {
  const text = usePageText()
  const { family } = useFamilyView()
  if (family === undefined) return null
  return (
    <details className={styles['actions']} data-print="never">
      <summary className={styles['summary']}><span aria-hidden="true">{text('part.change')}</span><VisuallyHidden>{text('part.changeLabel', { label: props.part.label })}</VisuallyHidden></summary>
      <Actions {...props} family={family} />
    </details>
  )
}

const Actions = ({ part, isOnlyOne, onChanged, family }: Props & { readonly family: Family }) => {
  const text = usePageText()
  const { me } = useFamilyView()
  const [isAsking, setIsAsking] = useState(false)
  const cancelling = useCommand(CancelAppointmentDocument)
  const digital = useCommand(MakeDigitalDocument)
  const about = { familyId: family.id, appointmentId: part.id }
  const failed = [cancelling.state, digital.state].find((state) => state.kind === 'failed')

  const cancel = async () => {
    if (await cancelling.send(about) !== undefined) onChanged(text('part.cancelDone'))
    setIsAsking(false)
  }
  const makeDigital = async () => {
    if (await digital.send(about) !== undefined) onChanged(text('part.digitalDone'))
  }

  return (
    <div className={styles['content']}>
      {askedOtherMoment(family, me, part.id)
        ? <p>{text('other.asked')}</p>
        : <Link href={paths.otherMoment(part.id)} className={buttonClass('secondary', true)}>{text('part.other')}</Link>}
      {part.canBecomeDigital && <Button kind="secondary" wide busy={digital.state.kind === 'busy'} onClick={() => { void makeDigital() }}>{text('part.digital')}</Button>}
      {part.canCancel
        ? <Button kind="secondary" wide onClick={() => { setIsAsking(true) }}>{text('part.cancel')}</Button>
        : <CallInstead part={part} />}
      <Notice tone="stop">{failed !== undefined && (failed.reason ?? text('action.failed'))}</Notice>
      <Dialog isOpen={isAsking} onClose={() => { setIsAsking(false) }} title={text('part.cancelTitle')}>
        <p>{text('part.cancelText')}{!isOnlyOne && <> {text('part.cancelRest')}</>}</p>
        <Button wide busy={cancelling.state.kind === 'busy'} onClick={() => { void cancel() }}>{text('part.cancelYes')}</Button>
        <Button kind="secondary" wide onClick={() => { setIsAsking(false) }}>{text('part.cancelNo')}</Button>
      </Dialog>
    </div>
  )
}

/** After the time in which a button can still change it, a person can. */
const CallInstead = ({ part }: { readonly part: Appointment }) => {
  const text = usePageText()
  const whom = part.professionals.find(({ phone }) => phone !== null)
  const phone = whom?.phone ?? part.place?.phone
  if (phone === null || phone === undefined) return null
  return <p>{text('part.call', { name: whom?.name ?? part.organisation?.name ?? '' })} <a href={dialOf(phone)}><bdi>{phone}</bdi></a></p>
}
