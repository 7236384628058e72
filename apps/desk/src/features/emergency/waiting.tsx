import { EmergenciesWaitingDocument } from '@samenspel/graphql-documents/desk'
import { StatusMark } from '@samenspel/ui'
import { useEffect } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { useClient, useQuery } from 'urql'
import { useText } from '../../parts/text.ts'
import { paths } from '../../shell/paths.ts'
import styles from './emergency.module.css'

/** How many openings in an emergency wait for a privacy officer. */
const useWaiting = () => {
  const [{ data }] = useQuery({ query: EmergenciesWaitingDocument, requestPolicy: 'cache-only' })
  return data?.emergenciesWaiting ?? { toReview: 0, overdue: 0 }
}

/** The way to them, with how many there are. */
export const WaitingLink = () => {
  const text = useText()
  const client = useClient()
  const { pathname } = useLocation()
  // Asked anew on every page, since no mail tells of it; here alone, for all who show it.
  useEffect(() => { void client.query(EmergenciesWaitingDocument, {}, { requestPolicy: 'network-only' }).toPromise() }, [client, pathname])
  const { toReview, overdue } = useWaiting()
  return (
    <NavLink to={paths.emergencyReview}>
      {text('emergency.review.title')}
      {toReview > 0 && <span className={styles['waiting']}>{text(overdue > 0 ? 'emergency.waiting.late' : 'emergency.waiting.open', { count: toReview, overdue })}</span>}
    </NavLink>
  )
}

/** The same on the first page; nothing where none waits. */
export const WaitingNote = () => {
  const text = useText()
  const { toReview, overdue } = useWaiting()
  if (toReview === 0) return null
  return (
    <p className={styles['row']}>
      <StatusMark tone={overdue > 0 ? 'stop' : 'wait'}>{text(overdue > 0 ? 'emergency.waiting.noteLate' : 'emergency.waiting.note', { count: toReview, overdue })}</StatusMark>
      <Link to={paths.emergencyReview}>{text('emergency.waiting.go')}</Link>
    </p>
  )
}
