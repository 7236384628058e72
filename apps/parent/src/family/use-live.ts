import { useEffect } from 'react'
import { useClient } from 'urql'
import { askSoon, hear, noteTold } from '../client.ts'

/**
 * Hears that what somebody sees of a family has changed, what is hidden aside, each time and once as soon as it listens: what was read
 * before that may have changed unheard. @returns what stops listening
 */
export type Listen = (familyId: string, tell: () => void) => () => void

/**
 * What stands on the screen is asked again as soon as it changed, and when the app comes back in front: so a right that ended takes along
 * what it had opened. Behind another app, with the screen dark or without a network the telephone listens to nothing.
 */
export const useLive = (familyId: string | undefined, listen: Listen): void => {
  const client = useClient()
  useEffect(() => {
    let stop: (() => void) | undefined
    const follow = () => {
      const listens = familyId !== undefined && document.visibilityState === 'visible' && navigator.onLine
      noteTold(client, listens)
      if (listens) stop ??= listen(familyId, () => { hear(client) })
      else {
        stop?.()
        stop = undefined
      }
    }
    /** A browser says in more than one way that somebody is back. */
    const onReturn = () => {
      follow()
      if (document.visibilityState === 'visible') askSoon(client)
    }
    follow()
    document.addEventListener('visibilitychange', onReturn)
    window.addEventListener('focus', onReturn)
    window.addEventListener('online', onReturn)
    window.addEventListener('offline', follow)
    return () => {
      document.removeEventListener('visibilitychange', onReturn)
      window.removeEventListener('focus', onReturn)
      window.removeEventListener('online', onReturn)
      window.removeEventListener('offline', follow)
      noteTold(client, false)
      stop?.()
    }
  }, [client, familyId, listen])
}
