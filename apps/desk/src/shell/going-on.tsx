import { Loading, useGoingOn } from '@samenspel/ui'
import { useCallback, type ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useViewer } from './viewer.ts'

/** Leads who just signed in to the page that they came for. */
export const GoingOn = ({ children }: { readonly children: ReactNode }) => {
  const { id } = useViewer()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const go = useCallback((address: string) => { void navigate(address, { replace: true }) }, [navigate])
  return useGoingOn('desk', id, pathname, go) ? <Loading /> : children
}
