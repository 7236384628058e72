import { Button, Icon, Notice, PageHeading } from '@samenspel/ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useText } from '../parts/text.ts'
import { goIn, noConnection, type LockScreen } from './door.ts'
import styles from './tablet.module.css'

const length = 6
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

type Props = {
  readonly worker: LockScreen['workers'][number]
  readonly language: string
  readonly onIn: () => void
  readonly onOther: () => void
  /** The tablet is no tablet any more, or this name not on it. */
  readonly onGone: () => void
}

/**
 * Six digits, with a finger or a keyboard. What was typed shows as beads only, never as digits, and is tried at the sixth. No field of
 * a form stands here: no browser offers to keep a PIN on a shared device.
 */
export const PinPad = ({ worker, language, onIn, onOther, onGone }: Props) => {
  const text = useText()
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<string>()
  const typed = useRef('')

  const set = (next: string): void => { typed.current = next; setPin(next) }
  const tryPin = async (whole: string): Promise<void> => {
    setBusy(true)
    const said = await goIn(language, worker.id, whole)
    set('')
    setBusy(false)
    if ('answer' in said) { onIn(); return }
    if (said.no.code === 'tablet-unknown' || said.no.code === 'tablet-worker-unknown') { onGone(); return }
    setNo(said.no.code === noConnection ? text('tablet.offline') : said.no.message)
  }
  const press = (digit: string): void => {
    if (busy || typed.current.length === length) return
    setNo(undefined)
    const next = typed.current + digit
    set(next)
    if (next.length === length) void tryPin(next)
  }
  const erase = (): void => { if (!busy) set(typed.current.slice(0, -1)) }

  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (/^[0-9]$/.test(event.key)) { event.preventDefault(); press(event.key) }
    if (event.key === 'Backspace') { event.preventDefault(); erase() }
    if (event.key === 'Escape') onOther()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])

  return (
    <div className={styles['pin']}>
      <div className={styles['pinHead']}>
        <Button kind="quiet" onClick={onOther}><Icon name="back" /> {text('tablet.pin.other')}</Button>
        <PageHeading title={text('tablet.title')}>{text('tablet.pin.title', { name: worker.name })}</PageHeading>
        <div className={styles['beads']} role="img" aria-label={text('tablet.pin.typed', { count: pin.length })}>
          {Array.from({ length }, (_, index) => <span key={index} className={index < pin.length ? styles['bead'] : styles['hole']} />)}
        </div>
        <p className={styles['said']} role="status">{no === undefined && <span>{text('tablet.pin.typed', { count: pin.length })}</span>}</p>
        <Notice tone="stop">{no}</Notice>
        <p className={styles['soft']}>{text('tablet.pin.forgotten')}</p>
      </div>
      <div className={styles['pad']} role="group" aria-label={text('tablet.pin.pad')} aria-busy={busy}>
        {keys.map((digit) => <Key key={digit} digit={digit} onPress={press} />)}
        <span />
        <Key digit="0" onPress={press} />
        <button type="button" className={styles['erase']} onClick={erase}>{text('tablet.pin.erase')}</button>
      </div>
    </div>
  )
}

const Key = ({ digit, onPress }: { readonly digit: string; readonly onPress: (digit: string) => void }) =>
  <button type="button" className={styles['key']} onClick={() => onPress(digit)}>{digit}</button>
