import { useGoingOn } from '@samenspel/ui'
import { useCallback, type ReactNode } from 'react'
import { useLocation } from 'wouter'

/** Leads who just signed in to the page that they came for. */
export const GoingOn = ({ person, children }: { readonly person: string; readonly children: ReactNode }) => {
  const [here, navigate] = useLocation()
  const go = useCallback((address: string) => { navigate(address, { replace: true }) }, [navigate])
  return useGoingOn('parent', person, here, go) ? null : children
}
