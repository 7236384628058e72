import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayOf, momentOf, systemClock, type Clock } from '@samenspel/kernel'
import { usualRegistrationTerms } from '@samenspel/register'
import { startApplication, type Application } from '../application.ts'
import type { AllFiles } from '../composition/files.ts'
import { openFiles } from '../composition/open-files.ts'
import { openStores, type Stores } from '../composition/stores.ts'
import { openAccessLog, type AccessLog } from '../disclosure/access-log.ts'
import { usualUrgentNumbers, type Settings } from '../settings.ts'
import { followed } from './followed.ts'
import { copyOfMadeOnce } from './made-once.ts'

export type Answer = {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[]
}

/** Somebody with a browser: asks in their own session. */
export type Somebody = {
  readonly cookie: string
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>
  /** The same, and the answer as it came over the line. */
  readonly askBytes: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<string>
}

export type RunningApi = {
  readonly url: string
  readonly folder: string
  /** What this application keeps, to look at beside it. */
  readonly stores: Stores
  /** The lines that it keeps of who looked. Once read, only newer ones are opened. */
  readonly accessLog: AccessLog
  /** The command handlers on the same stores, for what no request asks for (yet): needs, consent. */
  readonly files: AllFiles
  readonly as: (persona: string) => Promise<Somebody>
  /** @param meanwhile what happens while it is stopped */
  readonly restart: (meanwhile?: () => Promise<void>) => Promise<void>
  /** Stops it, and leaves what it keeps. */
  readonly close: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type ApiOptions = {
  /** Without one it is now. */
  readonly clock?: Clock
  /** What is set besides what `settingsIn` says: another store, say. */
  readonly settings?: Partial<Settings>
  /** Puts something else in the place of what is opened on disk. */
  readonly instead?: (stores: Stores) => Stores
  /** Fills the folder before the application starts, which then finds a region that is open. */
  readonly prepare?: (stores: Stores, files: AllFiles) => Promise<void>
}

export const settingsIn = (folder: string): Settings => ({
  port: 0, host: '127.0.0.1', dataFolder: join(folder, 'data'), demo: true, production: false, store: { kind: 'sqlite' }, tables: { kind: 'sqlite' }, keyStore: { kind: 'sqlite' }, masterKeyFile: join(folder, 'keys/master.key'),
  urgentNumbers: usualUrgentNumbers, keyBackupDays: 30, noteDays: 182, logYears: { NL: 5, BE: 5 }, registrationMonths: usualRegistrationTerms, namesStaff: true, issuers: [],
})

const webAppsIn = (folder: string) => ({ desk: join(folder, 'no-desk'), parent: join(folder, 'no-parent') })

/** What decides where the region is kept: who sets one of these has it opened there. */
const ownPlaces: readonly (keyof Settings)[] = ['store', 'tables', 'keyStore', 'masterKeyFile', 'dataFolder', 'demo']

/** Opens the demo region of a day, at its first moment, so that everybody who comes to it comes later. Whoever follows it has gone through it then. */
const openRegionOf = (day: string) => async (folder: string): Promise<void> => {
  const stores = await openStores(settingsIn(folder))
  const opened = await startApplication({ settings: settingsIn(folder), webApps: webAppsIn(folder), open: () => Promise.resolve(stores), clock: () => momentOf(day, '00:00', 'Europe/Amsterdam') })
  await followed(stores)
  await opened.close()
}

/** The whole application on a folder and a port of its own, with the demo region open. */
export const startApi = async ({ clock, settings: more = {}, instead = (stores) => stores, prepare }: ApiOptions = {}): Promise<RunningApi> => {
  const folder = await mkdtemp(join(tmpdir(), 'samenspel-api-'))
  const settings = { ...settingsIn(folder), ...more }
  if (prepare === undefined && ownPlaces.every((place) => !(place in more))) {
    const day = dayOf((clock ?? systemClock)(), 'Europe/Amsterdam')
    await copyOfMadeOnce(day, openRegionOf(day), folder)
  }
  if (prepare !== undefined) {
    const stores = await openStores(settings)
    try { await prepare(stores, openFiles(stores.events)) } finally { await stores.close() }
  }
  const start = async (): Promise<{ readonly application: Application; readonly stores: Stores; readonly accessLog: AccessLog }> => {
    const opened: Stores[] = []
    const open = async () => {
      const stores = instead(await openStores(settings))
      opened.push(stores)
      return stores
    }
    const application = await startApplication({ settings, webApps: webAppsIn(folder), open, ...(clock !== undefined && { clock }) })
    const stores = opened[0] as Stores
    return { application, stores, accessLog: openAccessLog(stores.accessLog, stores.keys) }
  }
  let running = await start()
  return {
    get url() { return running.application.url },
    get stores() { return running.stores },
    get accessLog() { return running.accessLog },
    get files() { return openFiles(running.stores.events) },
    folder,
    as: (persona) => signIn(running.application.url, persona),
    restart: async (meanwhile = () => Promise.resolve()) => { await running.application.close(); await meanwhile(); running = await start() },
    close: () => running.application.close(),
    stop: async () => { await running.application.close(); await rm(folder, { recursive: true, force: true }) },
  }
}

/** Signs somebody of the demo region in, at whichever process. */
export const signIn = async (url: string, persona: string): Promise<Somebody> => {
  const response = await fetch(`${url}/demo/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ persona }) })
  if (!response.ok) throw new Error(await response.text())
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    cookie,
    ask: (query, variables) => ask(url, query, variables, { cookie }),
    askBytes: (query, variables) => answered(url, query, variables, { cookie }),
  }
}

type Variables = Readonly<Record<string, unknown>>
type Headers = Readonly<Record<string, string>>

const post = (url: string, query: string, variables: Variables = {}, headers: Headers = {}): Promise<Response> =>
  fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) })

/** The answer as it came. Where a table is late on a busy machine that is said, and the same is asked again. */
const answered = async (url: string, query: string, variables?: Variables, headers?: Headers): Promise<string> => {
  for (;;) {
    const text = await (await post(url, query, variables, headers)).text()
    if (!text.includes('"code":"try-again"')) return text
  }
}

export const ask = async (url: string, query: string, variables?: Variables, headers?: Headers): Promise<Answer> =>
  JSON.parse(await answered(url, query, variables, headers)) as Answer
