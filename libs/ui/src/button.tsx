import type { ComponentProps } from 'react'
import styles from './button.module.css'

/** `primary`: the one main action; `secondary`: equal in size, outlined; `quiet`: a text that can be pressed; `stop`: ends something. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'stop'

/** The look of a button, for a link that acts as one. */
export const buttonClass = (kind: ButtonKind = 'primary', wide = false): string =>
  [styles['button'], styles[kind], wide ? styles['wide'] : ''].filter(Boolean).join(' ')

type Props = Omit<ComponentProps<'button'>, 'className'> & {
  readonly kind?: ButtonKind
  /** As wide as its place. */
  readonly wide?: boolean
  /** The action is under way: pressing again does nothing; the button stays where it is and keeps focus. */
  readonly busy?: boolean
}

export const Button = ({ kind = 'primary', wide = false, busy = false, type = 'button', onClick, ...rest }: Props) => (
  <button
    {...rest}
    type={type}
    className={buttonClass(kind, wide)}
    aria-disabled={busy || undefined}
    onClick={(event) => {
      if (busy) event.preventDefault()
      else onClick?.(event)
    }}
  />
)
