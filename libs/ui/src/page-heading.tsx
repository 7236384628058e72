import { useEffect, useRef, type ReactNode } from 'react'

/** The page that the browser itself opened starts at its top; only pages after it move the focus. */
let pagesShown = 0

type Props = {
  /** The title of the document; the name of the product is added. */
  readonly title: string
  readonly children: ReactNode
}

/** The heading of a page. It names the document, and takes focus after a navigation, so that everybody knows where they are. */
export const PageHeading = ({ title, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Samenspel`
  }, [title])
  useEffect(() => {
    pagesShown += 1
    if (pagesShown > 1) heading.current?.focus({ preventScroll: true })
  }, [])
  return <h1 ref={heading} tabIndex={-1}>{children}</h1>
}
