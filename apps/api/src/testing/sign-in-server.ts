import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import Provider from 'oidc-provider'

/** A real OpenID provider on this machine, where whoever is named signs in without a question. */
export type SignInServer = {
  readonly url: string
  /** Who signs in next, and what the provider says of how. */
  readonly next: (who: string, how?: { readonly acr?: string; readonly amr?: readonly string[]; readonly secondsAgo?: number }) => void
  readonly stop: () => Promise<void>
}

export const clientId = 'samenspel'

/** @param callback where the application takes people back */
export const startSignInServer = async (callback: string): Promise<SignInServer> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let who = 'nobody'
  let how: Parameters<SignInServer['next']>[1] = {}
  const provider = new Provider(url, {
    clients: [{ client_id: clientId, client_secret: 'a secret of the tests, long enough for everybody', redirect_uris: [callback], response_types: ['code'], grant_types: ['authorization_code'], id_token_signed_response_alg: 'ES256' }],
    cookies: { keys: ['only for tests'] },
    jwks: { keys: [await signingKey()] },
    features: { devInteractions: { enabled: false } },
    acrValues: ['mfa', 'password'],
    pkce: { required: () => true },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    claims: { openid: ['sub', 'amr'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client?.clientId, accountId: context.oidc.session?.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    renderError: (context, _out, error) => { context.body = error.message },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) { void answer(request, response); return }
    const { acr = 'mfa', amr, secondsAgo = 0 } = how ?? {}
    provider.interactionFinished(request, response, { login: { accountId: who, acr, remember: false, ts: Math.floor(Temporal.Now.instant().epochMilliseconds / 1000) - secondsAgo, ...(amr !== undefined && { amr: [...amr] }) } })
      .catch((error: unknown) => { response.writeHead(500).end(String(error)) })
  })
  return {
    url,
    next: (name, said = {}) => { who = name; how = said },
    stop: async () => { server.closeAllConnections(); server.close(); await once(server, 'close') },
  }
}

const signingKey = async (): Promise<Record<string, unknown>> => {
  const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  return { ...await crypto.subtle.exportKey('jwk', privateKey), alg: 'ES256', use: 'sig', kid: 'test' }
}
