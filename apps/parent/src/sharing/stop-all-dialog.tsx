import { StopSharingDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Dialog, Notice } from '@samenspel/ui'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import type { Shared } from './sharing.ts'
import styles from './sharing.module.css'

type Props = { readonly familyId: string; readonly organisationId: string; readonly shared: Shared; readonly onClose: () => void }

/** Everything with one organisation stops in one step: asked once, with what it means and what it doesn't (C-04). */
export const StopAllDialog = ({ familyId, organisationId, shared: { recipient, about }, onClose }: Props) => {
  const text = usePageText()
  const { family } = useFamilyView()
  const { state, send } = useCommand(StopSharingDocument)
  const coordinator = family?.coordinator?.organisation.id === organisationId ? family.coordinator : undefined
  const [own, others] = [true, false].map((mayDecide) => about.filter(({ consents }) => consents.some((consent) => consent.mayDecide) === mayDecide).map(({ whom }) => whom))
  const stop = async () => {
    if (state.kind === 'busy') return
    if (await send({ familyId, organisationId }) === undefined) return
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('stopAll.title', { recipient })}>
      <p>{text('stopAll.text', { recipient, names: (own ?? []).join(', ') })}</p>
      <p><b>{text('stopAll.atOnce')}</b></p>
      <p>{text('stopAll.stays')}</p>
      {coordinator !== undefined && <p>{text('stopAll.coordinator', { name: coordinator.name })}</p>}
      {others !== undefined && others.length > 0 && <p>{text('stopAll.other')}</p>}
      <div className={styles['answers']}>
        <Button kind="stop" wide busy={state.kind === 'busy'} onClick={() => { void stop() }}>{text('stopAll.yes')}</Button>
        <Button kind="secondary" wide onClick={onClose}>{text('sharing.stopNo')}</Button>
      </div>
      <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
    </Dialog>
  )
}
