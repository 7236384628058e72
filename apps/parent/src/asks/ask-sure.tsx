import type { AskKind } from '@samenspel/graphql-documents/parent-pages'
import { Button, Dialog } from '@samenspel/ui'
import { useJoin } from '../family/use-join.ts'
import styles from '../sharing/sharing.module.css'
import { usePageText } from '../texts.ts'
import type { AsksFamily } from './asks-family.ts'

type Props = { readonly family: AsksFamily; readonly kind: AskKind; readonly who: string; readonly isBusy: boolean; readonly onSend: () => void; readonly onClose: () => void }

/** Once more: who reads it and who doesn't, and what stays as it is. */
export const AskSure = ({ family: { coordinator, team }, kind, who, isBusy, onSend, onClose }: Props) => {
  const text = usePageText()
  const join = useJoin()
  const name = coordinator?.name ?? ''
  const substitute = team.find(({ isSubstitute }) => isSubstitute)?.professional.name
  const readers = [name, substitute].filter((one) => one !== undefined && one !== '' && one !== who) as readonly string[]
  const isOfFile = kind === 'NO_SHARED_FILE'
  const goes = isOfFile ? text('asks.goes.NO_SHARED_FILE', { name })
    : kind === 'OTHER_COORDINATOR' ? text(who === name ? 'asks.goes.self' : 'asks.goes.OTHER_COORDINATOR', { through: who, about: name })
      : text(readers.length > 1 ? 'asks.goes.OTHER_PROVIDER.two' : 'asks.goes.OTHER_PROVIDER', { readers: join(readers), about: who })
  return (
    <Dialog isOpen onClose={onClose} title={text(`asks.sure.${kind}`, { about: who })}>
      <p>{goes}</p>
      {!isOfFile && <p>{text('asks.stays')}</p>}
      <div className={styles['answers']}>
        <Button kind={isOfFile ? 'stop' : 'primary'} wide busy={isBusy} onClick={onSend}>{text(isOfFile ? 'asks.sendFile' : 'asks.send')}</Button>
        <Button kind="secondary" wide onClick={onClose}>{text('asks.cancel')}</Button>
      </div>
    </Dialog>
  )
}
