import { FrontDoorWaitingDocument } from '@samenspel/graphql-documents/desk'
import { useEffect } from 'react'
import { NavLink, useLocation } from 'react-router'
import { useClient, useQuery } from 'urql'
import { useText } from '../../parts/text.ts'
import { paths } from '../../shell/paths.ts'
import emergency from '../emergency/emergency.module.css'

/** The way to the front door, with how much waits there; asked anew on every page, since no mail tells of it. */
export const FrontDoorLink = () => {
  const text = useText()
  const client = useClient()
  const { pathname } = useLocation()
  useEffect(() => { void client.query(FrontDoorWaitingDocument, {}, { requestPolicy: 'network-only' }).toPromise() }, [client, pathname])
  const [{ data }] = useQuery({ query: FrontDoorWaitingDocument, requestPolicy: 'cache-only' })
  const waiting = data?.frontDoorWaiting.waiting ?? 0
  return <NavLink to={paths.frontDoor}>{text('shell.frontDoor')}{waiting > 0 && <span className={emergency['waiting']}>{text('frontDoor.waiting', { waiting })}</span>}</NavLink>
}
