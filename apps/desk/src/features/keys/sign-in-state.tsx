import type { WaitingCodePartsFragment } from '@samenspel/graphql-documents/desk'
import { useDates } from '@samenspel/ui'
import { useText } from '../../parts/text.ts'
import styles from './keys.module.css'

type Props = { readonly hasLeft?: boolean; readonly hasSignIn: boolean; readonly code: WaitingCodePartsFragment | null; readonly zone: string }

/** How far somebody is with signing in, and which code waits for them: who made it and until when, never what it says. */
export const SignInState = ({ hasLeft = false, hasSignIn, code, zone }: Props) => {
  const text = useText()
  const dates = useDates(zone)
  return (
    <>
      <span>{text(hasLeft ? 'keys.signIns.left' : hasSignIn ? 'keys.signIns.can' : code === null ? 'keys.signIns.cannot' : 'keys.signIns.waiting')}</span>
      {code !== null && <span className={styles['soft']}>{code.madeBy === null ? text('keys.codes.untilBySystem', { until: dates.moment(code.until) }) : text('keys.codes.until', { until: dates.moment(code.until), name: code.madeBy })}</span>}
    </>
  )
}
