import { useMemo, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { Client, fetchExchange, Provider, useClient } from 'urql'
import { addresses, asking } from '../graph/client.ts'
import { dayParameter } from './paths.ts'
import { useViewer, zoneIn } from './viewer.ts'

/** A day that has passed, on which the viewer looks at a file as it was known at the end of it. */
export type KnownAt = { readonly day: string; readonly at: string }

/** On which day the viewer looks back; nothing for a file as it is now, and for what is no day that has passed. */
export const useKnownAt = (): KnownAt | undefined => {
  const zone = zoneIn(useViewer())
  const [params] = useSearchParams()
  const day = params.get(dayParameter)
  return useMemo(() => day === null ? undefined : knownAt(day, zone), [day, zone])
}

/** Whether the viewer looks back. What was known then is read, and nothing of it is done: what could be done now isn't offered there. */
export const useIsBack = (): boolean => useKnownAt() !== undefined

/** Keeps the day of who looks back in an address of the same file, so that going on there stays on that day. */
export const useKeepDay = (): ((path: string) => string) => {
  const day = useKnownAt()?.day
  return (path) => day === undefined ? path : `${path}?${dayParameter}=${day}`
}

const knownAt = (day: string, zone: string): KnownAt | undefined => {
  try {
    const date = Temporal.PlainDate.from(day)
    if (Temporal.PlainDate.compare(date, Temporal.Now.plainDateISO(zone)) >= 0) return undefined
    return { day: date.toString(), at: date.add({ days: 1 }).toZonedDateTime({ timeZone: zone }).toInstant().subtract({ milliseconds: 1 }).toString({ fractionalSecondDigits: 3 }) }
  } catch { return undefined }
}

/** Who looks back reads past answers: they never mix with what is known now, so nothing of them is kept. */
export const LookingBack = ({ children }: { readonly children: ReactNode }) => {
  const isBack = useIsBack()
  const client = useMemo(() => isBack ? new Client({ url: addresses(location).http, ...asking, requestPolicy: 'network-only', exchanges: [fetchExchange] }) : undefined, [isBack])
  const usual = useClient()
  return <Provider value={client ?? usual}>{children}</Provider>
}
