import type { SignInApp as App } from '../sessions/identity.ts'

/** A server where people prove who they are (OpenID Connect), for one of the apps. */
export type Issuer = {
  /** How the settings call it: `hospital`. */
  readonly name: string
  /** Who signs in there. */
  readonly app: App
  /** How people know it: "Streekziekenhuis". */
  readonly label: string
  readonly url: string
  readonly clientId: string
  /** The file with the client's secret; absent for a client that has none. */
  readonly clientSecretFile?: string
  /** What the server says of a sign-in with a second factor: values of `acr` or `amr`. */
  readonly secondFactor: readonly string[]
}

const loopback = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Reads `SAMENSPEL_OIDC=hospital,parents`, and for each name `SAMENSPEL_OIDC_HOSPITAL_ISSUER` and the like.
 * @param value a variable without `SAMENSPEL_`; nothing when it isn't set
 * @returns the servers, or one sentence for the operator. A secret never stands in it.
 */
export const readIssuers = (value: (name: string) => string | undefined, production: boolean): { readonly issuers: readonly Issuer[] } | { readonly problem: string } => {
  const problem = (name: string, rest: string) => ({ problem: `SAMENSPEL_${name} ${rest}` })
  const names = value('OIDC')?.split(',').map((name) => name.trim()) ?? []
  if (names.some((name) => !/^[a-z][a-z0-9]{0,30}$/.test(name)) || new Set(names).size < names.length) return problem('OIDC', 'must be different names of small letters and digits with commas between them, such as hospital,parents.')
  const issuers: Issuer[] = []
  for (const name of names) {
    const of = (what: string): string => `OIDC_${name.toUpperCase()}_${what}`
    const url = value(of('ISSUER'))
    if (url === undefined || !URL.canParse(url)) return problem(of('ISSUER'), 'must be the address of the server where people sign in, such as https://sign-in.example.org.')
    const { protocol, hostname, username, search, hash } = new URL(url)
    if (username !== '' || search !== '' || hash !== '') return problem(of('ISSUER'), 'must be an address with nothing behind its path, and no name or password in it.')
    const isHere = loopback.includes(hostname) || hostname.endsWith('.localhost')
    if (production && (protocol !== 'https:' || isHere)) return problem(of('ISSUER'), 'must be https and on another machine: SAMENSPEL_ENV=production believes no server that anybody can pretend to be.')
    if (protocol !== 'https:' && !(protocol === 'http:' && isHere)) return problem(of('ISSUER'), 'must be https, except on this machine.')
    const clientId = value(of('CLIENT_ID'))
    if (clientId === undefined) return problem(of('CLIENT_ID'), 'must be set: under that name the server knows this installation.')
    const app = value(of('FOR'))
    if (app !== 'desk' && app !== 'parent') return problem(of('FOR'), 'must be desk (professionals) or parent.')
    const secondFactor = value(of('SECOND_FACTOR'))?.split(/[\s,]+/) ?? []
    if (secondFactor.length === 0) return problem(of('SECOND_FACTOR'), 'must be the values of acr or amr that tell of a second factor, such as mfa: without one nothing opens.')
    const clientSecretFile = value(of('CLIENT_SECRET_FILE'))
    issuers.push({ name, app, label: value(of('LABEL')) ?? name, url, clientId, secondFactor, ...(clientSecretFile !== undefined && { clientSecretFile }) })
  }
  return { issuers }
}
