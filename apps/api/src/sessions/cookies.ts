import type { IncomingHttpHeaders } from 'node:http'
import type { App } from './identity.ts'
import type { Session, Sessions } from './sessions.ts'

const apps: readonly App[] = ['desk', 'parent', 'tablet']

/** A name that begins with `__Host-` browsers take from this very host over TLS only: no neighbour of the host can set it. */
export const cookieName = (what: App | 'sign_in' | 'tablet_device', secure: boolean): string => `${secure ? '__Host-' : ''}samenspel_${what}`

/** The cookie that carries a session: not readable by scripts, not sent from other sites. */
export const sessionCookie = (app: App, token: string, secure: boolean): string => `${cookieName(app, secure)}=${token}; ${attributes(secure)}`

export const endedCookie = (what: App | 'sign_in', secure: boolean): string => `${cookieName(what, secure)}=; ${attributes(secure)}; Max-Age=0`

/** Carries a sign-in that is under way to its end, on another server and back. @param seconds how long */
export const signInCookie = (token: string, secure: boolean, seconds: number): string => `${cookieName('sign_in', secure)}=${token}; ${attributes(secure)}; Max-Age=${seconds}`

/** Days that a browser keeps the credential of a tablet without seeing this server; the longest that browsers allow. */
const tabletDays = 400

/** The cookie that makes a device one of a group's tablets: not readable by scripts, and no session by itself. */
export const tabletCookie = (credential: string, secure: boolean): string => `${cookieName('tablet_device', secure)}=${credential}; ${attributes(secure)}; Max-Age=${tabletDays * 24 * 3600}`

/** The credential of the tablet from which a request comes; an empty text when it comes from none. */
export const tabletCredential = ({ cookie }: IncomingHttpHeaders, secure: boolean): string => readCookies(cookie).get(cookieName('tablet_device', secure)) ?? ''

const attributes = (secure: boolean): string => `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

export const readCookies = (header: string | undefined): ReadonlyMap<string, string> =>
  new Map((header ?? '').split(/;\s*/).flatMap((pair) => {
    const equals = pair.indexOf('=')
    return equals > 0 ? [[pair.slice(0, equals), pair.slice(equals + 1)] as const] : []
  }))

/** The session tokens of a request, by app. */
export const tokensOf = (headers: IncomingHttpHeaders, secure: boolean): ReadonlyMap<App, string> => {
  const cookies = readCookies(headers.cookie)
  return new Map(apps.flatMap((app) => {
    const token = cookies.get(cookieName(app, secure))
    return token === undefined || token === '' ? [] : [[app, token] as const]
  }))
}

/**
 * A desk and a parent window work side by side in one browser, so a request says which app it comes from.
 * @param named what the request says: the header `x-samenspel-app`, or `app` of a live connection. When it says nothing, the only session counts.
 */
export const sessionOf = async (sessions: Sessions, headers: IncomingHttpHeaders, named: unknown): Promise<Session | undefined> => {
  const tokens = tokensOf(headers, sessions.secure)
  const app = apps.find((name) => name === named) ?? (named === undefined && tokens.size === 1 ? [...tokens.keys()][0] : undefined)
  const token = app === undefined ? undefined : tokens.get(app)
  return app === undefined || token === undefined ? undefined : sessions.find(app, token, tabletCredential(headers, sessions.secure))
}
