import { Button } from '@samenspel/ui'
import type { ComponentProps } from 'react'
import type { Refusal } from '../graph/refusal.ts'
import type { Keeping } from '../graph/use-draft.ts'
import { Conflict } from './conflict.tsx'
import { DraftMark } from './draft-mark.tsx'
import styles from './edit-foot.module.css'
import { SaidNo } from './said-no.tsx'
import { useText } from './text.ts'

type Props = {
  readonly keeping: Keeping
  /** Somebody else was first: their text stays beside these words. */
  readonly conflict?: ComponentProps<typeof Conflict> | undefined
  readonly refusal: Refusal | undefined
  readonly busy: boolean
  readonly onClose: () => void
}

/** The end of a form whose words are kept while they are typed. */
export const EditFoot = ({ keeping, conflict, refusal, busy, onClose }: Props) => {
  const text = useText()
  return (
    <>
      <DraftMark keeping={keeping} />
      {conflict === undefined ? <SaidNo refusal={refusal} /> : <Conflict {...conflict} />}
      <div className={styles['row']}>
        <Button type="submit" busy={busy}>{text('action.save')}</Button>
        <Button kind="secondary" onClick={onClose}>{text('action.close')}</Button>
      </div>
    </>
  )
}
