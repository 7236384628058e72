import { createContext, use } from 'react'
import type { Dates } from '@samenspel/intl'
import type { Family, Me } from './model.ts'

/** What every page knows: who looks, their family if they have one, and what time it is for them. */
export type FamilyView = {
  readonly me: Me
  readonly family: Family | undefined
  readonly dates: Dates
  /** Today's date and the time on the wall, in the zone of the case. */
  readonly now: { readonly date: string; readonly time: string }
  readonly refresh: () => void
}

export const FamilyContext = createContext<FamilyView | undefined>(undefined)

export const useFamilyView = (): FamilyView => {
  const view = use(FamilyContext)
  if (view === undefined) throw new Error('A page stands outside FamilyPages.')
  return view
}
