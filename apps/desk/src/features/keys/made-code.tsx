import { Button, useDates } from '@samenspel/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { printOnly } from '../board/print-only.ts'
import { useText } from '../../parts/text.ts'
import styles from './keys.module.css'
import type { MadeCode as Made } from './use-make-code.ts'

type Props = { readonly made: Made; readonly zone: string; readonly isForTablet?: boolean; /** Below which heading it stands. */ readonly heading?: 'h2' | 'h3'; readonly onDone: () => void }

/** A code that was just made: to read out, copy or print. Once it is put away nobody sees it again. */
export const MadeCode = ({ made, zone, isForTablet = false, heading: Heading = 'h3', onDone }: Props) => {
  const text = useText()
  const dates = useDates(zone)
  const title = useId()
  const [copied, setCopied] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => { heading.current?.focus() }, [made.code])
  return (
    <section className={styles['made']} aria-labelledby={title} data-printed="code">
      <Heading id={title} ref={heading} tabIndex={-1}>{text('keys.code.for', { name: made.for })}</Heading>
      <p className={styles['code']} translate="no">{made.code}</p>
      <p>{text('keys.code.once', { until: dates.moment(made.until) })}</p>
      <p>{isForTablet ? text('keys.code.tablet', { address: `${location.origin}/tablet/` }) : text('keys.code.hand')}</p>
      <div className={styles['actions']}>
        <Button kind="secondary" onClick={() => { void navigator.clipboard.writeText(made.code).then(() => setCopied(true), () => setCopied(false)) }}>{text(copied ? 'keys.code.copied' : 'keys.code.copy')}</Button>
        <Button kind="secondary" onClick={() => printOnly('code')}>{text('keys.code.print')}</Button>
        <Button onClick={onDone}>{text('keys.code.done')}</Button>
      </div>
    </section>
  )
}
