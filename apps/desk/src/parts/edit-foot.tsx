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
  /** What became of the words, where they are kept while they are typed: leaving the form then loses nothing. */
  readonly keeping?: Keeping | undefined
  /** Somebody else was first: their text stays beside these words. */
  readonly conflict?: ComponentProps<typeof Conflict> | undefined
  readonly refusal: Refusal | undefined
  readonly busy: boolean
  readonly sendLabel?: string | undefined
  /** Something that the browser can't ask for is still missing. */
  readonly disabled?: boolean
  readonly onClose: () => void
}

/** The end of a form: whether its words are kept, why not, and the two ways on. */
export const EditFoot = ({ keeping, conflict, refusal, busy, sendLabel, disabled = false, onClose }: Props) => {
  const text = useText()
  return (
    <>
      {keeping !== undefined && <DraftMark keeping={keeping} />}
      {conflict === undefined ? <SaidNo refusal={refusal} /> : <Conflict {...conflict} />}
      <div className={styles['row']}>
        <Button type="submit" busy={busy} disabled={disabled}>{sendLabel ?? text('action.save')}</Button>
        <Button kind="secondary" onClick={onClose}>{text(keeping === undefined ? 'action.cancel' : 'action.close')}</Button>
      </div>
    </>
  )
}
