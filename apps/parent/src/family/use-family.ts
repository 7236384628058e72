import { FamilyForParentsDocument } from '@samenspel/graphql-documents/parent'
import { useDates } from '@samenspel/ui'
import { useCallback, useEffect, useState } from 'react'
import { useQuery } from 'urql'

/** How soon, in milliseconds, the app asks again while appointments are being fixed. */
const whileConfirming = 1500

/** Asks for the family, and soon again while a proposal is being fixed. What time it is is looked up when the app comes back in front. */
export const useFamily = () => {
  const [{ data: answer, error, fetching }, ask] = useQuery({ query: FamilyForParentsDocument })
  // A failed question has no answer: what was known stays on the screen.
  const [known, setKnown] = useState(answer)
  if (answer !== undefined && answer !== known) setKnown(answer)
  const data = answer ?? known
  const refresh = useCallback(() => { ask({ requestPolicy: 'network-only' }) }, [ask])
  const [now, setNow] = useState(() => new Date())

  useEffect(() => {
    const onReturn = () => {
      if (document.visibilityState === 'visible') setNow(new Date())
    }
    document.addEventListener('visibilitychange', onReturn)
    window.addEventListener('focus', onReturn)
    window.addEventListener('online', onReturn)
    return () => {
      document.removeEventListener('visibilitychange', onReturn)
      window.removeEventListener('focus', onReturn)
      window.removeEventListener('online', onReturn)
    }
  }, [])

  const family = data?.families.nodes[0]
  const isConfirming = family?.proposals.some((proposal) => proposal.status === 'CONFIRMING') ?? false
  useEffect(() => {
    if (!isConfirming) return undefined
    const timer = setInterval(refresh, whileConfirming)
    return () => { clearInterval(timer) }
  }, [isConfirming, refresh])

  const jurisdiction = family?.jurisdiction ?? data?.me.jurisdiction
  const dates = useDates(family?.zone ?? (jurisdiction === 'BE' ? 'Europe/Brussels' : 'Europe/Amsterdam'))
  const moment = now.toISOString()
  return { asked: { data, error, fetching }, family, dates, now: { date: dates.dateOf(moment), time: dates.timeOf(moment) }, refresh }
}
