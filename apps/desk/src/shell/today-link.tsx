import { TodayChangedDocument, TodayCountDocument, TodayDocument } from '@samenspel/graphql-documents/desk'
import { VisuallyHidden } from '@samenspel/ui'
import { useEffect, useRef } from 'react'
import { NavLink, useLocation } from 'react-router'
import { useClient, useQuery, useSubscription } from 'urql'
import { useText } from '../parts/text.ts'
import { paths } from './paths.ts'
import styles from './shell.module.css'

/** How long it is quiet before what changed is read, so that many changes are read once. */
const settleMilliseconds = 1_500

/**
 * The way to the start page, with how much waits there for the viewer. It is asked once, and again when it changed; on the page itself the
 * page asks. In the hours in which the viewer wants quiet there is no number.
 */
export const TodayLink = () => {
  const text = useText()
  const client = useClient()
  const isThere = useLocation().pathname === paths.today
  const [{ data }] = useQuery({ query: TodayCountDocument, requestPolicy: isThere ? 'cache-only' : 'cache-first' })
  const readAgain = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(readAgain.current), [])
  useSubscription({ query: TodayChangedDocument }, (_before, told) => {
    clearTimeout(readAgain.current)
    readAgain.current = setTimeout(() => { void client.query(isThere ? TodayDocument : TodayCountDocument, {}, { requestPolicy: 'network-only' }).toPromise() }, settleMilliseconds)
    return told
  })
  const today = data?.today
  const isQuiet = today?.quietUntil !== null && today?.quietUntil !== undefined && Temporal.Instant.compare(today.quietUntil, Temporal.Now.instant()) > 0
  const count = today === undefined || isQuiet ? 0 : today.count
  return (
    <NavLink to={paths.today} end>
      {text('today.title')}
      {count > 0 && <> <span className={styles['count']}>{count} <VisuallyHidden>{text('today.waits', { count })}</VisuallyHidden></span></>}
    </NavLink>
  )
}
