import type { WindowOfTolerance } from '@samenspel/graphql-documents/desk'
import { useText } from './text.ts'
import styles from './window-mark.module.css'

/** Where the child was in its window of tolerance: the sign shows the place, the words say it. */
export const WindowMark = ({ window }: { readonly window: WindowOfTolerance }) => {
  const text = useText()
  return (
    <p className={styles['mark']}>
      <svg viewBox="0 0 28 24" width="28" height="24" aria-hidden="true">
        <rect x="1" y="7" width="26" height="10" rx="3" />
        <circle cx="14" cy={{ ABOVE: 3.5, WITHIN: 12, BELOW: 20.5 }[window]} r="3.5" />
      </svg>
      {text(`window.${window}`)}
    </p>
  )
}
