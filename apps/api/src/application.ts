import 'reflect-metadata'
import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DynamicModule } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { start as beforeEverything } from '@samenspel/event-store'
import { systemClock, type Clock } from '@samenspel/kernel'
import type { Lead } from '@samenspel/read-models'
import { AppModule } from './app.module.ts'
import { openParts, report, type Mailing } from './composition/parts.ts'
import { ownKey } from './composition/own-key.ts'
import { StartProblem } from './start-problem.ts'
import { openStores, type Stores } from './composition/stores.ts'
import { lossSentence } from './operations/accept-loss.ts'
import { regionState } from './demo/region-state.ts'
import { limitPatience } from './http/connections.ts'
import type { Readiness } from './http/health.controller.ts'
import type { Sender } from './messages/letter.ts'
import { openOutbox } from './messages/outbox.ts'
import { openPreferences } from './messages/preferences.ts'
import { readableOutbox } from './messages/transport.ts'
import { openSmtp } from './messages/smtp.ts'
import type { ApiDriver } from './graphql/driver.ts'
import { answerOverHttp } from './graphql/over-http.ts'
import { documentsIn, readTrustedDocuments } from './graphql/trusted-documents.ts'
import { countInFlight } from './http/in-flight.ts'
import { onlyOwnOrigin, protect, refuse, type Middleware } from './http/protection.ts'
import { inTurn, openTurns } from './http/turns.ts'
import { serveWebApps, type WebApps } from './http/web-apps.ts'
import { startCheckpointing, type Checkpointing } from './integrity/checkpointing.ts'
import { serveLive } from './live/live-server.ts'
import { askClamd } from './documents/scanning.ts'
import type { Settings } from './settings.ts'
import { openSignIn } from './sign-in/open-sign-in.ts'
import { signInModule } from './sign-in/sign-in.module.ts'

export type Application = {
  /** Where it can be reached. */
  readonly url: string
  /** Finishes what was asked, then closes everything. */
  readonly close: () => Promise<void>
}

export type StartOptions = {
  readonly settings: Settings
  readonly webApps: WebApps
  readonly clock?: Clock
  /** How what is kept on disk is opened. */
  readonly open?: (settings: Settings) => Promise<Stores>
  /** Tells the operator how far it is. */
  readonly say?: (sentence: string) => void
}

/** Milliseconds that a stop gives to answers that are under way. */
const longestFinish = 5_000

/** @throws StartProblem with one sentence for the operator */
export const startApplication = async ({ settings, webApps, clock = systemClock, open = openStores, say = () => undefined }: StartOptions): Promise<Application> => {
  const stores = await open(settings)
  const undo: (() => Promise<unknown>)[] = [stores.close]
  const close = async () => { for (const one of undo.splice(0).reverse()) await one() }
  for (const loss of stores.losses) say(lossSentence(loss))
  try {
    const demo = await demoOf(settings, stores)
    let checkpointing: Checkpointing | undefined
    const { promise: refused, reject: refuse } = Promise.withResolvers<never>()
    refused.catch(() => undefined)
    let isOpen = false
    let told: string | undefined
    /** Where processes take turns, whoever leads finds what stands in the way: that ends its start, or is told when it is open already. */
    const tellRefusal = (error: unknown): never => {
      if (error instanceof StartProblem) {
        refuse(error)
        if (isOpen && told !== error.message) say(told = error.message)
      }
      throw error
    }
    const prove: Lead = async ({ signal }) => {
      await stores.proof?.takeOver()
      const begun = await startCheckpointing({
        logs: { events: stores.log, 'access-log': stores.accessLog }, store: stores.checkpoints, key: stores.signingKey, place: settings.checkpoints, clock, report,
        ...(stores.proof !== undefined && { handOver: stores.proof.handOver }),
      })
      checkpointing = begun
      const end = async (): Promise<void> => {
        await begun.close()
        // What it could not hand over at its end is the next leader's to sign.
        if (checkpointing === begun) checkpointing = undefined
      }
      return { done: once(signal, 'abort').then(end) }
    }
    const proving: Lead = (term) => prove(term).catch(tellRefusal)
    const mailing = mailingOf(settings, demo.serve, say)
    // A log that misses something is only read: nothing of it is signed.
    const parts = await openParts(stores, clock, settings.urgentNumbers, stores.losses.length > 0 ? [] : [proving], mailing, settings.namesStaff, settings.production, settings.scanner === undefined ? undefined : askClamd(settings.scanner))
    undo.push(parts.close)
    const readiness: Readiness = { ready: false, isHeldUp: async () => checkpointing?.isHeldUp() === true || await parts.isHeldUp(), isWritable: stores.isWritable, mailTroubles: parts.mailTroubles }
    const signIn = await openSignIn({ stores, files: parts.files, clock, issuers: settings.issuers, publicUrl: publicUrlOf(settings), allowances: parts.app.allowances, report: say })
    if (settings.production && settings.issuers.length === 0) say('Nobody can sign in: SAMENSPEL_OIDC is not set.')
    const module = AppModule.with({ ...parts.app, readiness, introspection: !settings.production, besides: [signInModule(signIn)], ...(demo.serve && mailing !== undefined && { demo: await demoModuleOf(stores, mailing.sender) }) })
    const app = await NestFactory.create<NestExpressApplication>(module, { logger: false, bodyParser: false, abortOnError: false, forceCloseConnections: true })
    undo.push(() => app.close())
    const inFlight = countInFlight()
    app.use(inFlight.count)
    protect(app)
    const whenReady = onlyWhenReady(readiness)
    const inOrder = inTurn(openTurns(), settings.production)
    app.use(whenReady)
    app.use(['/copy', '/documents'], inOrder)
    serveWebApps(app, webApps)
    const documents = readTrustedDocuments(webApps)
    if (settings.production && documents.size === 0) say('Nothing is answered: the apps are not built, and in production only what they ask is.')
    await app.init()
    const server: Server = app.getHttpServer()
    answerOverHttp(server, app.getHttpAdapter().getInstance() as RequestListener, {
      apollo: app.get<GraphQLModule<ApiDriver>>(GraphQLModule).graphQlAdapter.server, sessions: parts.app.sessions, documentOf: documentsIn(documents, settings.production),
      before: [inFlight.count, onlyOwnOrigin, whenReady, inOrder],
    })
    await listen(app, settings)
    limitPatience(server)
    const live = serveLive(server, app.get(GraphQLSchemaHost).schema, parts.app.sessions, { documents, only: settings.production })
    undo.push(live.close)
    if (demo.open) {
      const { openRegion } = await import('./demo/open-region.ts')
      const { giveAddresses } = await import('./demo/mailbox.ts')
      await stores.alone(async () => {
        // Another process may have opened it meanwhile.
        if (await regionState(stores.state) === 'open') return
        await giveAddresses(openPreferences(stores.state, stores.keys))
        await openRegion(parts.files, stores.state, clock, (done, all) => { say(`Opening the demo region Druivendal: ${done} of ${all}`) })
      })
    }
    if (demo.serve) await (await import('./demo/name-keepers.ts')).nameKeepers(stores.state, clock)
    await Promise.race([parts.start(), refused])
    readiness.ready = isOpen = true
    undo.push(() => { readiness.ready = false; return inFlight.finished(longestFinish) })
    return { url: urlOf(server, settings.host), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** How mail leaves: through the mail server that is set; where the demo region is open, onto a page; otherwise not at all. */
const mailingOf = (settings: Settings, demo: boolean, say: (sentence: string) => void): Mailing | undefined => {
  const { mail, production } = settings
  const own = publicUrlOf(settings)
  if (mail !== undefined) return { transport: openSmtp(mail), sender: { from: mail.from, publicUrl: own } }
  if (demo) return { transport: readableOutbox, sender: { from: 'samenspel@druivendal.example', publicUrl: own } }
  if (production) say('No mail is sent: SAMENSPEL_SMTP is not set.')
  return undefined
}

/** Where people find the apps. */
const publicUrlOf = ({ publicUrl, host, port }: Settings): string => publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** The pages of the demo region, with the mail of its people where none leaves. */
const demoModuleOf = async ({ state, keys }: Stores, sender: Sender): Promise<DynamicModule> => {
  const { openMailbox } = await import('./demo/mailbox.ts')
  const { demoModule } = await import('./demo/demo.module.ts')
  return demoModule(openMailbox({ outbox: openOutbox(state), preferences: openPreferences(state, keys), codeKey: await ownKey(keys, 'messages'), sender }))
}

/** Whether the demo region is to be opened now, and whether its people may sign in. */
const demoOf = async ({ demo, production, dataFolder }: Settings, { state, events, losses }: Stores): Promise<{ readonly open: boolean; readonly serve: boolean }> => {
  const region = await regionState(state)
  if (production && region !== 'absent') throw new StartProblem(`The data in ${dataFolder} hold the demo region, which SAMENSPEL_ENV=production refuses.`)
  if (!demo || (region !== 'open' && losses.length > 0)) return { open: false, serve: false }
  // Nothing recorded counts as empty, also when an earlier start came no further than making its files.
  const open = region === 'half open' || (region === 'absent' && await events.lastPosition() === beforeEverything)
  return { open, serve: open || region === 'open' }
}

const onlyWhenReady = (readiness: Readiness): Middleware => (request, response, next) => {
  if (readiness.ready || request.url === '/healthz' || request.url === '/readyz') { next(); return }
  response.setHeader('retry-after', '2')
  refuse(request, response, 503, 'not-ready')
}

const listen = async (app: NestExpressApplication, { port, host }: Settings): Promise<void> => {
  try {
    await app.listen(port, host)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') throw new StartProblem(`Port ${port} on ${host} is taken by another program; set SAMENSPEL_PORT to a free one.`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new StartProblem(`SAMENSPEL_HOST is '${host}', but this machine has no such address.`)
    if (code === 'EACCES') throw new StartProblem(`Port ${port} may not be used by this user; set SAMENSPEL_PORT to one above 1023.`)
    throw error
  }
}

const urlOf = (server: Server, host: string): string => `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`
