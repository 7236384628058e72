/**
 * Where somebody wanted to go who has to sign in first. Only this window of the browser keeps it (`sessionStorage`): it goes with no
 * request, whichever way one signs in, and is gone once somebody is here.
 */
import { useEffect, useState } from 'react'

/** Which app; each keeps its own. */
type App = 'desk' | 'parent'

/** Milliseconds that it is kept: as long as signing in may take. */
const kept = 15 * 60_000

/** Where each app begins, and where signing in leads. */
const begin = '/'

const wantedIn = (app: App): string => `samenspel.${app}.wanted`
const lastIn = (app: App): string => `samenspel.${app}.last`

/** Keeps where somebody is who goes to sign in. @param address in the app, such as `/gezin/0f0c…?op=2026-11-24` */
export const keepWanted = (app: App, address: string): void => {
  sessionStorage.setItem(wantedIn(app), `${Date.now()} ${address}`)
}

/** Where this person goes on: not where another person was who was here before them, and not what was left long ago. */
const wantedBy = (app: App, person: string): string | undefined => {
  const [at = '', address = ''] = (sessionStorage.getItem(wantedIn(app)) ?? '').split(' ')
  const last = sessionStorage.getItem(lastIn(app))
  const isAddress = /^\/[^/?#]/.test(address)
  return isAddress && Date.now() - Number(at) < kept && (last === null || last === person) ? address : undefined
}

/** Somebody is here: nothing is wanted any more. Their id stays for as long as the window does, to know them from another. */
const arrive = (app: App, person: string): void => {
  sessionStorage.removeItem(wantedIn(app))
  sessionStorage.setItem(lastIn(app), person)
}

/**
 * Goes on to where somebody wanted to go before they signed in.
 * @param here the path of the page that is shown, in the app
 * @param go shows another page in the place of this one; always the same function for the same page
 * @returns whether it is on its way: until then the page where the app begins isn't drawn, since nobody asked for it
 */
export const useGoingOn = (app: App, person: string, here: string, go: (address: string) => void): boolean => {
  const [wanted, setWanted] = useState(() => here === begin ? wantedBy(app, person) : undefined)
  if (wanted !== undefined && here !== begin) setWanted(undefined)
  useEffect(() => {
    arrive(app, person)
    if (wanted !== undefined) go(wanted)
  }, [app, person, wanted, go])
  return wanted !== undefined && here === begin
}
