import { buttonClass } from '@samenspel/ui'
import { Link } from 'wouter'
import { useFamilyView } from '../family/family-context.tsx'
import { openSignal } from '../family/model.ts'
import { paths } from '../paths.ts'
import { useText } from '../texts.ts'
import { CallPromise } from './call-promise.tsx'
import styles from './too-much.module.css'

/** The way to say that it is too much; after that, who calls and by when. */
export const TooMuchLink = () => {
  const text = useText()
  const { me, family } = useFamilyView()
  if (family?.can.signalTooMuch !== true) return null
  const signal = openSignal(family, me)
  return (
    <div className={styles['link']}>
      {signal !== undefined && <><p><b>{text('tooMuch.today')}</b></p><CallPromise signal={signal} /></>}
      <Link href={paths.tooMuch} className={buttonClass('secondary', true)}>{text('tooMuch.open')}</Link>
      {signal === undefined && <p className={styles['hint']}>{text('tooMuch.openHint')}</p>}
    </div>
  )
}
