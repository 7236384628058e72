import type { Keeping } from '../graph/use-draft.ts'
import styles from './draft-mark.module.css'
import { useText } from './text.ts'

/** Whether what was typed is kept. */
export const DraftMark = ({ keeping }: { readonly keeping: Keeping }) => {
  const text = useText()
  return <p className={styles['mark']} role="status">{keeping !== 'untouched' && text(`draft.${keeping}`)}</p>
}
