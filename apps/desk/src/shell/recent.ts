import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { familyIn } from './paths.ts'

const most = 5
/** In the memory of this page alone: which families somebody opens is kept nowhere. */
let known: readonly string[] = []

/** The families that were open last, the latest first. */
export const recentFamilies = (): readonly string[] => known

/** Keeps which family is open. */
export const useRecent = (): void => {
  const { pathname } = useLocation()
  useEffect(() => {
    const id = familyIn(pathname)
    if (id !== undefined) known = [id, ...known.filter((one) => one !== id)].slice(0, most)
  }, [pathname])
}
