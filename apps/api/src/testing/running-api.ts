import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApplication, type Application } from '../application.ts'
import type { Settings } from '../settings.ts'

export type Answer = {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[]
}

/** Somebody with a browser: asks in their own session. */
export type Somebody = {
  readonly cookie: string
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>
}

export type RunningApi = {
  readonly url: string
  readonly folder: string
  readonly as: (persona: string) => Promise<Somebody>
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

export const settingsIn = (folder: string): Settings => ({
  port: 0, host: '127.0.0.1', dataFolder: join(folder, 'data'), demo: true, production: false, store: 'sqlite', keyStore: 'sqlite', masterKeyFile: join(folder, 'keys/master.key'),
})

/** The whole application on a folder and a port of its own, with the demo region open. */
export const startApi = async (): Promise<RunningApi> => {
  const folder = await mkdtemp(join(tmpdir(), 'samenspel-api-'))
  const start = (): Promise<Application> => startApplication({ settings: settingsIn(folder), webApps: { desk: join(folder, 'no-desk'), parent: join(folder, 'no-parent') } })
  let application = await start()
  return {
    get url() { return application.url },
    folder,
    as: (persona) => signIn(application.url, persona),
    restart: async () => { await application.close(); application = await start() },
    stop: async () => { await application.close(); await rm(folder, { recursive: true, force: true }) },
  }
}

const signIn = async (url: string, persona: string): Promise<Somebody> => {
  const response = await fetch(`${url}/demo/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ persona }) })
  if (!response.ok) throw new Error(await response.text())
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { cookie, ask: (query, variables) => ask(url, query, variables, { cookie }) }
}

export const ask = async (url: string, query: string, variables: Readonly<Record<string, unknown>> = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> => {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) })
  return await response.json() as Answer
}
