import type { IncomingMessage, ServerResponse } from 'node:http'
import { Body, Controller, Get, Inject, Post, Query, Req, Res, UseInterceptors } from '@nestjs/common'
import type { IsoInstant } from '@samenspel/kernel'
import { addressOf, type Allowances } from '../http/allowances.ts'
import { DeadlineInterceptor } from '../http/deadline.ts'
import { languageOf, sendPage } from '../http/page.ts'
import { cookieName, endedCookie, readCookies, sessionCookie, sessionOf, signInCookie, tokensOf } from '../sessions/cookies.ts'
import { deviceOf } from '../sessions/device.ts'
import type { Identity, SignInApp as App } from '../sessions/identity.ts'
import { longAgo, type Sessions } from '../sessions/sessions.ts'
import { SESSIONS } from '../sessions/tokens.ts'
import { IssuerUnreachable, SignInRefused, type Issuers } from './issuers.ts'
import type { Invited, Links } from './links.ts'
import type { Issuer } from './oidc-settings.ts'
import { choicePage, codePage, failurePage, noSessionPage, sessionsPage, type Failure, type Page } from './pages.ts'
import { longestMinutes, type UnderWay } from './under-way.ts'

/** What signing in works with, put together in `open-sign-in.ts`. */
export type SignIn = {
  readonly issuers: Issuers
  readonly links: Links
  readonly underWay: UnderWay
  readonly allowances: Allowances
  /** Whether who was invited is somebody here who may sign in. */
  readonly mayBe: (invited: Invited) => Promise<boolean>
  /** For the operator: a word for what was refused, and nothing about anybody. */
  readonly report: (sentence: string) => void
}
export const SIGN_IN = Symbol('sign-in')

/** Signing in elsewhere, entering the code that says who one is, and one's own sessions. No page here has a script. */
@Controller('sign-in')
@UseInterceptors(DeadlineInterceptor)
export class SignInController {
  constructor(@Inject(SESSIONS) private readonly sessions: Sessions, @Inject(SIGN_IN) private readonly signIn: SignIn) {}

  @Get()
  choose(@Query('for') app: unknown, @Query('language') asked: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): void {
    const language = speaks(asked, request)
    const { all } = this.signIn.issuers
    // Where there is nothing to choose, nobody is asked.
    const [only, ...others] = all.filter((issuer) => issuer.app === appNamed(app))
    if (only !== undefined && others.length === 0) goTo(response, `/sign-in/start?with=${only.name}&language=${language}`)
    else sendPage(response, choicePage(language, all, appNamed(app)))
  }

  /** Where who is signed in proves anew who they are, before something that asks for it. */
  @Get('again')
  async again(@Query('for') named: unknown, @Query('language') asked: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const app = appNamed(named)
    const session = await sessionOf(this.sessions, request.headers, app)
    const where = session === undefined ? undefined : await this.sessions.whereToProve(session)
    goTo(response, where === undefined ? `/sign-in?${app === undefined ? '' : `for=${app}&`}language=${speaks(asked, request)}` : where)
  }

  @Get('start')
  async start(@Query('with') name: unknown, @Query('again') again: unknown, @Query('language') asked: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const { issuers, underWay, allowances } = this.signIn
    const issuer = issuers.all.find((one) => one.name === name)
    const session = issuer === undefined || again === undefined ? undefined : await sessionOf(this.sessions, request.headers, issuer.app)
    if (issuer === undefined || (again !== undefined && session === undefined)) { goTo(response, '/sign-in'); return }
    if (!await allowances.take('signIn', addressOf(request))) { this.fail(request, response, 429, 'tooOften', asked); return }
    await this.failing(request, response, async () => {
      const { url, checks } = await issuers.begin(issuer, session !== undefined)
      response.appendHeader('set-cookie', signInCookie(await underWay.begin({ ...checks, ...(session !== undefined && { again: session.key }) }), this.sessions.secure, longestMinutes * 60))
      goTo(response, url)
    }, asked)
  }

  @Get('callback')
  async callback(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const { issuers, underWay, links, allowances, report } = this.signIn
    const checks = await underWay.take(this.tokenOf(request))
    response.appendHeader('set-cookie', endedCookie('sign_in', this.sessions.secure))
    if (checks === undefined) { this.fail(request, response, 400, 'failed'); return }
    await this.failing(request, response, async () => {
      const { issuer, iss, sub, secondFactor, at } = await issuers.finish(checks, request.url?.split('?')[1] ?? '')
      const subject = links.subjectOf(iss, sub)
      if (!await allowances.take('signedIn', subject)) { this.fail(request, response, 429, 'tooOften'); return }
      if (!secondFactor) {
        report(`sign-in refused: ${issuer.name}, no second factor`)
        this.fail(request, response, 403, 'second')
        return
      }
      const identity = await links.find(subject, issuer.app)
      if (checks.again !== undefined) {
        // Only the session that asked, and only who it belongs to: another proof opens nothing, and signs nobody in.
        const session = await sessionOf(this.sessions, request.headers, issuer.app)
        if (session === undefined || session.key !== checks.again || session.person !== identity?.person) throw new SignInRefused('proof-of-somebody-else')
        await this.sessions.prove(session, at)
        goTo(response, emergencyPath)
        return
      }
      if (identity !== undefined) { await this.enter(request, response, issuer, identity, at); return }
      response.appendHeader('set-cookie', signInCookie(await underWay.await(issuer.name, subject), this.sessions.secure, longestMinutes * 60))
      goTo(response, '/sign-in/code')
    })
  }

  @Get('code')
  async askCode(@Query('language') asked: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    if (await this.signIn.underWay.awaiting(this.tokenOf(request)) === undefined) { goTo(response, '/sign-in'); return }
    sendPage(response, codePage(speaks(asked, request), false))
  }

  @Post('code')
  async enterCode(@Body() body: unknown, @Query('language') asked: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const { underWay, issuers, links, allowances, mayBe, report } = this.signIn
    const awaiting = await underWay.awaiting(this.tokenOf(request))
    const issuer = issuers.all.find(({ name }) => name === awaiting?.issuer)
    if (awaiting === undefined || issuer === undefined) { goTo(response, '/sign-in'); return }
    if (!await allowances.take('codes', addressOf(request)) || !await allowances.take('code', awaiting.subject)) { this.fail(request, response, 429, 'tooOften', asked); return }
    const identity = await links.redeem(awaiting.subject, issuer.app, fieldOf(body, 'code'), mayBe)
    if (identity === undefined) {
      report(`invitation refused: ${issuer.name}`)
      sendPage(response, codePage(speaks(asked, request), true))
      return
    }
    await underWay.end(this.tokenOf(request))
    response.appendHeader('set-cookie', endedCookie('sign_in', this.sessions.secure))
    await this.enter(request, response, issuer, identity, longAgo)
  }

  @Get('sessions')
  async own(@Query('for') app: unknown, @Query('language') asked: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const session = await sessionOf(this.sessions, request.headers, appNamed(app))
    const own = session === undefined ? undefined : appNamed(session.app)
    sendPage(response, session === undefined || own === undefined ? noSessionPage(speaks(asked, request)) : sessionsPage(asked === undefined ? session.language : speaks(asked, request), own, await this.sessions.own(session)))
  }

  @Post('sessions/end')
  async endOwn(@Body() body: unknown, @Query('language') asked: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const app = appNamed(fieldOf(body, 'app'))
    const session = await sessionOf(this.sessions, request.headers, app)
    if (session !== undefined) await this.sessions.endOwn(session, fieldOf(body, 'id'))
    goTo(response, `/sign-in/sessions?${app === undefined ? '' : `for=${app}&`}language=${speaks(asked, request)}`)
  }

  /** Opens a session under a new name; the one that this browser had for the app ends. */
  private async enter(request: IncomingMessage, response: ServerResponse, { app, name }: Pick<Issuer, 'app' | 'name'>, identity: Identity, at: IsoInstant): Promise<void> {
    const before = tokensOf(request.headers, this.sessions.secure).get(app)
    if (before !== undefined) await this.sessions.end(before)
    const token = await this.sessions.open(app, identity, speaks(undefined, request), { secondFactor: true, device: deviceOf(request.headers['user-agent']), proven: { at, where: `/sign-in/start?with=${name}&again=1` } })
    response.appendHeader('set-cookie', sessionCookie(app, token, this.sessions.secure))
    goTo(response, `/${app}/`)
  }

  private tokenOf(request: IncomingMessage): string {
    return readCookies(request.headers.cookie).get(cookieName('sign_in', this.sessions.secure)) ?? ''
  }

  private async failing(request: IncomingMessage, response: ServerResponse, work: () => Promise<void>, asked?: unknown): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (error instanceof IssuerUnreachable) {
        this.signIn.report(error.message)
        this.fail(request, response, 503, 'later', asked)
      } else if (error instanceof SignInRefused) {
        this.signIn.report(`sign-in refused: ${error.code}`)
        this.fail(request, response, 400, 'failed', asked)
      } else throw error
    }
  }

  private fail(request: IncomingMessage, response: ServerResponse, status: number, failure: Failure, asked?: unknown): void {
    const page: Page = failurePage(speaks(asked, request), failure)
    sendPage(response, page, status)
  }
}

/** Where the desk opens a record in an emergency: the one thing that asks for a new proof. */
export const emergencyPath = '/desk/noodtoegang'

const speaks = (asked: unknown, { headers }: IncomingMessage) => languageOf(asked, headers['accept-language'])
const appNamed = (value: unknown): App | undefined => value === 'desk' || value === 'parent' ? value : undefined
const fieldOf = (body: unknown, name: string): string => {
  const value = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined
  return typeof value === 'string' ? value : ''
}
const goTo = (response: ServerResponse, location: string): void => { response.writeHead(303, { location, 'cache-control': 'no-store' }).end() }
