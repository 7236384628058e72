import { Button, Dialog } from '@samenspel/ui'
import type { ReactNode } from 'react'
import type { Refusal } from '../graph/refusal.ts'
import styles from './edit-foot.module.css'
import { SaidNo } from './said-no.tsx'
import { useText } from './text.ts'

type Props = {
  readonly title: string
  /** What follows when it is carried out. */
  readonly children: ReactNode
  readonly sendLabel: string
  readonly kind?: 'primary' | 'stop'
  readonly command: { readonly busy: boolean; readonly refusal: Refusal | undefined }
  /** @returns whether it was carried out */
  readonly onSend: () => Promise<boolean>
  readonly onClose: () => void
}

/** Asks once more before something is carried out, and stays open while it is refused. */
export const ConfirmDialog = ({ title, children, sendLabel, kind = 'primary', command, onSend, onClose }: Props) => {
  const text = useText()
  const send = async (): Promise<void> => { if (await onSend()) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <div className={styles['confirm']}>
        {children}
        <SaidNo refusal={command.refusal} />
        <div className={styles['row']}>
          <Button kind={kind} busy={command.busy} onClick={() => { void send() }}>{sendLabel}</Button>
          <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
