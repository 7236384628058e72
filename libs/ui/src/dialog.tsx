import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import styles from './dialog.module.css'

type Props = {
  readonly isOpen: boolean
  /** Called when the person closes it: with Escape or a button. */
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
}

/** A question on top of the page, on the browser's own dialog: it holds the focus and gives it back to its opener. */
export const Dialog = ({ isOpen, onClose, title, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (element === null || element.open === isOpen) return
    if (isOpen) element.showModal()
    else element.close()
  }, [isOpen])
  // A dialog that is taken away while it is open must be closed first: only then does its opener have the focus again.
  useLayoutEffect(() => {
    const element = dialog.current
    return () => { if (element?.open === true) element.close() }
  }, [])
  return (
    <dialog ref={dialog} className={styles['dialog']} aria-labelledby={titleId} onClose={onClose}>
      {isOpen && (
        <div className={styles['content']}>
          <h2 id={titleId}>{title}</h2>
          {children}
        </div>
      )}
    </dialog>
  )
}
