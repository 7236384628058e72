import { Button, VisuallyHidden } from '@samenspel/ui'
import { useState, type ReactNode } from 'react'
import styles from './picture.module.css'
import { useText } from './text.ts'

type Props = {
  /** What the picture shows, in one sentence. */
  readonly title: string
  readonly drawing: ReactNode
  /** What its signs mean. */
  readonly legend?: ReactNode
  /** What is in it can be chosen; else it is one picture. */
  readonly isInteractive?: boolean
  /** The same data in words. */
  readonly list: ReactNode
}

/** A picture with its other self: a list with the same data, for whoever reads better than they see. */
export const Picture = ({ title, drawing, legend, isInteractive = false, list }: Props) => {
  const text = useText()
  const [asList, setAsList] = useState(false)
  return (
    <figure className={styles['picture']}>
      {asList ? list : <div role={isInteractive ? 'group' : 'img'} aria-label={title}>{drawing}</div>}
      <div className={styles['foot']}>
        {!asList && legend}
        <Button kind="quiet" onClick={() => setAsList(!asList)}>
          {asList ? text('picture.asDrawing') : text('picture.asList')}<VisuallyHidden>: {title}</VisuallyHidden>
        </Button>
      </div>
    </figure>
  )
}
