/**
 * Where somebody wanted to go who has to sign in first. Only this window of the browser keeps it (`sessionStorage`): it goes with no
 * request, whichever way one signs in, and is gone once somebody is here.
 */
import { useEffect, useState } from 'react'

/** Which app; each keeps its own. */
type App = 'desk' | 'parent'

/** Milliseconds that it is kept: as long as signing in may take. */
const kept = 900_000

/** Keeps where somebody is who goes to sign in. @param address in the app, such as `/gezin/0f0c…?op=2026-11-24` */
export const keepWanted = (app: App, address: string): void => { sessionStorage.setItem(`${app}.wanted`, `${Date.now()} ${address}`) }

/**
 * Where this person goes on: not where another person was who was here before them, and not what was left long ago. Nothing is wanted
 * any more then; their id stays for as long as the window does, to know them from another.
 */
const takeWanted = (app: App, person: string): string | undefined => {
  const [at, address = ''] = (sessionStorage.getItem(`${app}.wanted`) ?? '').split(' ')
  const last = sessionStorage.getItem(app) ?? person
  sessionStorage.removeItem(`${app}.wanted`)
  sessionStorage.setItem(app, person)
  return /^\/[^/?#]/.test(address) && Date.now() - Number(at) < kept && last === person ? address : undefined
}

/**
 * Goes on to where somebody wanted to go before they signed in.
 * @param here the path of the page that is shown, in the app
 * @param go shows another page in the place of this one
 * @returns whether it is on its way: until then the page where the app begins isn't drawn, since nobody asked for it
 */
export const useGoingOn = (app: App, person: string, here: string, go: (address: string) => void): boolean => {
  const [wanted, setWanted] = useState(() => takeWanted(app, person))
  // Signing in leads to where the app begins, and from nowhere else does anybody go on.
  const isAtBegin = here === '/'
  if (wanted !== undefined && !isAtBegin) setWanted(undefined)
  useEffect(() => { if (wanted !== undefined && isAtBegin) go(wanted) }, [wanted, isAtBegin, go])
  return wanted !== undefined && isAtBegin
}
