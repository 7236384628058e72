import { useEffect } from 'react'
import { useClient } from 'urql'
import { askAgain } from '../client.ts'

/** Hears each time that what somebody sees of a family has changed, what is hidden aside. @returns what stops listening */
export type Listen = (familyId: string, tell: () => void) => () => void

/**
 * What stands on the screen is asked again as soon as it changed, and when the app comes back in front: so a right that ended takes along
 * what it had opened. Behind another app, with the screen dark or without a network the telephone listens to nothing.
 */
export const useLive = (familyId: string | undefined, listen: Listen): void => {
  const client = useClient()
  useEffect(() => {
    if (familyId === undefined) return undefined
    const again = () => { askAgain(client) }
    let stop: (() => void) | undefined
    const follow = () => {
      const listens = document.visibilityState === 'visible' && navigator.onLine
      if (listens) stop ??= listen(familyId, again)
      else {
        stop?.()
        stop = undefined
      }
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    window.addEventListener('online', follow)
    window.addEventListener('offline', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      window.removeEventListener('online', follow)
      window.removeEventListener('offline', follow)
      stop?.()
    }
  }, [client, familyId, listen])
}
