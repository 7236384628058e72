import { useId, type ReactNode } from 'react'
import styles from './field.module.css'

/** What ties a control to its label, hint and error. */
export type ControlProps = { readonly id: string; readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': true | undefined; readonly className: string }

type Props = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** Why what stands here can't be sent, and what to do. */
  readonly error?: ReactNode
  readonly children: (control: ControlProps) => ReactNode
}

/** A label with its control; hint and error are read with it. */
export const Field = ({ label, hint, error, children }: Props) => {
  const id = useId()
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>{label}</label>
      {hint !== undefined && <p className={styles['hint']} id={`${id}-hint`}>{hint}</p>}
      {children({ id, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': error === undefined ? undefined : true, className: styles['control'] ?? '' })}
      {error !== undefined && <p className={styles['error']} id={`${id}-error`}>{error}</p>}
    </div>
  )
}
