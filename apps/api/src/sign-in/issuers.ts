/** Sign-in by OpenID Connect: authorization code with PKCE, state and nonce. Tokens stay on this server and are not kept. */
import { readFileSync, statSync } from 'node:fs'
import * as oidc from 'openid-client'
import { writeInstant, type IsoInstant } from '@samenspel/kernel'
import { StartProblem } from '../start-problem.ts'
import { freshMinutes } from '../sessions/sessions.ts'
import type { Issuer } from './oidc-settings.ts'

/** What is kept of a sign-in that was begun, to check what comes back. */
export type Checks = {
  readonly issuer: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** The key of the session whose owner proves anew who they are; absent of who signs in. */
  readonly again?: string
}

/** What a server said of who signed in, and when they proved it there. */
export type Proof = { readonly issuer: Issuer; readonly iss: string; readonly sub: string; readonly secondFactor: boolean; readonly at: IsoInstant }

/** The server can't be reached now: trying later may help. */
export class IssuerUnreachable extends Error {
  readonly issuer: string
  constructor(issuer: string, options: ErrorOptions) {
    super(`sign-in server ${issuer} can't be reached`, options)
    this.name = 'IssuerUnreachable'
    this.issuer = issuer
  }
}

/** What came back is not the answer to what was asked, or proves nothing. */
export class SignInRefused extends Error {
  readonly code: string
  constructor(code: string, options?: ErrorOptions) {
    super(code, options)
    this.name = 'SignInRefused'
    this.code = code
  }
}

export type Issuers = {
  readonly all: readonly Issuer[]
  /**
   * @param anew asks for a new proof, also of who is signed in there
   * @returns where the browser goes, and what to check later
   * @throws IssuerUnreachable
   */
  readonly begin: (issuer: Issuer, anew?: boolean) => Promise<{ readonly url: string; readonly checks: Checks }>
  /** @param query what stood behind the `?` when the browser came back. @throws IssuerUnreachable, SignInRefused */
  readonly finish: (checks: Checks, query: string) => Promise<Proof>
}

/**
 * Seconds since somebody proved who they are. Longer ago counts as not: on a shared phone, signing in again after signing out
 * must ask for more than a click.
 */
export const longestAgo = 900
/** Seconds. */
const patience = 5
export const callbackPath = '/sign-in/callback'

/**
 * @param publicUrl where people find this installation: the servers send them back there
 * @throws StartProblem when a secret can't be read, or others can read it
 */
export const openIssuers = (all: readonly Issuer[], publicUrl: string): Issuers => {
  const secrets = new Map(all.map((issuer) => [issuer.name, secretOf(issuer)] as const))
  const known = new Map<string, Promise<oidc.Configuration>>()

  /** What the server tells of itself, asked once; after a failure it is asked again. */
  const configurationOf = (issuer: Issuer): Promise<oidc.Configuration> => {
    const before = known.get(issuer.name)
    if (before !== undefined) return before
    const secret = secrets.get(issuer.name)
    const asked = oidc.discovery(new URL(issuer.url), issuer.clientId, {}, secret === undefined ? oidc.None() : oidc.ClientSecretBasic(secret), {
      timeout: patience, execute: new URL(issuer.url).protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
    }).catch((error: unknown) => {
      known.delete(issuer.name)
      throw new IssuerUnreachable(issuer.name, { cause: error })
    })
    known.set(issuer.name, asked)
    return asked
  }

  return {
    all,
    begin: async (issuer, anew = false) => {
      const configuration = await configurationOf(issuer)
      const checks: Checks = { issuer: issuer.name, state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
      const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: `${publicUrl}${callbackPath}`, scope: 'openid', response_type: 'code', state: checks.state, nonce: checks.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier), code_challenge_method: 'S256', max_age: String(anew ? 0 : longestAgo), ...(anew && { prompt: 'login' }),
        acr_values: issuer.secondFactor.join(' '),
      })
      return { url: url.href, checks }
    },
    finish: async ({ issuer: name, state, nonce, verifier, again }, query) => {
      const issuer = all.find((one) => one.name === name)
      if (issuer === undefined) throw new SignInRefused('issuer-unknown')
      const configuration = await configurationOf(issuer)
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${publicUrl}${callbackPath}?${query}`), {
        pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true, maxAge: again === undefined ? longestAgo : freshMinutes * 60,
      }).catch((error: unknown) => { throw refusedOf(error, name) })
      const claims = tokens.claims()
      // The library has checked iss, aud, exp, nonce, state and auth_time; without claims nothing was proven.
      if (claims === undefined) throw new SignInRefused('no-id-token')
      const said = [claims['acr'], ...Array.isArray(claims['amr']) ? claims['amr'] : []]
      return { issuer, iss: claims.iss, sub: claims.sub, secondFactor: issuer.secondFactor.some((value) => said.includes(value)), at: writeInstant(Temporal.Instant.fromEpochMilliseconds((claims.auth_time ?? 0) * 1000)) }
    },
  }
}

/** A refusal of the server or of a check; what else went wrong went wrong on the way. */
const refusedOf = (error: unknown, issuer: string): Error => {
  const code = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return error instanceof oidc.ClientError || error instanceof oidc.ResponseBodyError || error instanceof oidc.AuthorizationResponseError
    ? code === 'OAUTH_TIMEOUT' ? new IssuerUnreachable(issuer, { cause: error }) : new SignInRefused(code, { cause: error })
    : new IssuerUnreachable(issuer, { cause: error })
}

const secretOf = ({ name, clientSecretFile: file }: Issuer): string | undefined => {
  if (file === undefined) return undefined
  const setting = `SAMENSPEL_OIDC_${name.toUpperCase()}_CLIENT_SECRET_FILE`
  try {
    if ((statSync(file).mode & 0o077) !== 0) throw new StartProblem(`The file that ${setting} names can be read by others than its owner; give it the mode 600.`)
    const secret = readFileSync(file, 'utf8').trim()
    if (secret === '') throw new StartProblem(`The file that ${setting} names is empty.`)
    return secret
  } catch (error) {
    if (error instanceof StartProblem) throw error
    throw new StartProblem(`The file that ${setting} names can't be read.`, { cause: error })
  }
}
