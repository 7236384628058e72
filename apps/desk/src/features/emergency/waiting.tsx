import { EmergenciesWaitingDocument } from '@samenspel/graphql-documents/desk'
import { StatusMark } from '@samenspel/ui'
import { useEffect } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { useQuery } from 'urql'
import { useText } from '../../parts/text.ts'
import { paths } from '../../shell/paths.ts'
import styles from './emergency.module.css'

/** How many openings in an emergency wait for a privacy officer; asked anew on every page, since no mail tells of it. */
const useWaiting = () => {
  const { pathname } = useLocation()
  const [{ data }, again] = useQuery({ query: EmergenciesWaitingDocument })
  useEffect(() => { again({ requestPolicy: 'network-only' }) }, [again, pathname])
  return data?.emergenciesWaiting ?? { toReview: 0, overdue: 0 }
}

/** The way to them, with how many there are. */
export const WaitingLink = () => {
  const text = useText()
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
