import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { Filter } from './board.ts'
import { periodOf, type Period, type View } from './period.ts'

export type Rows = 'families' | 'professionals'

/** What the board shows, as its address says it: so that it can be gone back to, and opened again. */
export type BoardAddress = {
  readonly date: string
  readonly period: Period
  readonly rows: Rows
  readonly filter: Filter
  readonly show: (change: { readonly date?: string; readonly view?: View; readonly rows?: Rows; readonly familyId?: string; readonly organisationId?: string }) => void
}

/** @param today what is shown when the address names no day */
export const useBoardAddress = (today: string): BoardAddress => {
  const [search, setSearch] = useSearchParams()
  const said = search.get('dag') ?? ''
  const date = /^\d{4}-\d{2}-\d{2}$/.test(said) && !Number.isNaN(Date.parse(said)) ? said : today
  const view: View = search.get('zicht') === 'maand' ? 'month' : 'week'
  const familyId = search.get('gezin')
  const organisationId = search.get('organisatie')
  const period = useMemo(() => periodOf(view, date), [view, date])
  const show: BoardAddress['show'] = useCallback((change) => {
    setSearch((before) => {
      const next = new URLSearchParams(before)
      const put = (name: string, value: string | undefined) => { if (value === undefined) return; if (value === '') next.delete(name); else next.set(name, value) }
      put('dag', change.date)
      put('zicht', change.view === undefined ? undefined : change.view === 'month' ? 'maand' : '')
      put('rijen', change.rows === undefined ? undefined : change.rows === 'professionals' ? 'hulpverleners' : '')
      put('gezin', change.familyId)
      put('organisatie', change.organisationId)
      return next
    }, { replace: true })
  }, [setSearch])
  return { date, period, rows: search.get('rijen') === 'hulpverleners' ? 'professionals' : 'families', filter: { ...(familyId !== null && { familyId }), ...(organisationId !== null && { organisationId }) }, show }
}
