import type { IncomingMessage, ServerResponse } from 'node:http'
import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res, UseInterceptors } from '@nestjs/common'
import { personas } from '@samenspel/demo-region'
import { DeadlineInterceptor } from '../http/deadline.ts'
import { languageOf, sendPage } from '../http/page.ts'
import { refuse } from '../http/protection.ts'
import { sessionCookie, sessionOf } from '../sessions/cookies.ts'
import { deviceOf } from '../sessions/device.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { SESSIONS } from '../sessions/tokens.ts'
import { emergencyPath } from '../sign-in/sign-in.controller.ts'
import { againPage } from './again-page.ts'
import { mailboxPage, mailPage } from './mailbox-page.ts'
import type { Mailbox } from './mailbox.ts'
import { startPage } from './start-page.ts'

/** Under this name Nest hands out the mail of the region. */
export const MAILBOX = Symbol('mailbox')

/** Signing in as somebody of the demo region: for this machine only, and never part of a production start. */
@Controller()
@UseInterceptors(DeadlineInterceptor)
export class DemoController {
  constructor(@Inject(SESSIONS) private readonly sessions: Sessions, @Inject(MAILBOX) private readonly mailbox: Mailbox) {}

  @Get()
  page(@Query('language') asked: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): void {
    sendPage(response, startPage(languageOf(asked, request.headers['accept-language']), personas))
  }

  @Get('demo/mail')
  async mails(@Query('language') asked: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    if (!isFromThisMachine(request)) { refuse(request, response, 403, 'demo-only-here'); return }
    sendPage(response, mailboxPage(languageOf(asked, request.headers['accept-language']), await this.mailbox.mails()))
  }

  @Get('demo/mail/:id')
  async mail(@Param('id') id: string, @Query('language') asked: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    if (!isFromThisMachine(request)) { refuse(request, response, 403, 'demo-only-here'); return }
    sendPage(response, mailPage(languageOf(asked, request.headers['accept-language']), `/demo/mail/${encodeURIComponent(id)}`, await this.mailbox.mail(id)))
  }

  @Get('demo/personas')
  personas(@Query('language') asked: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): void {
    const language = languageOf(asked, request.headers['accept-language'])
    sendJson(response, personas.map(({ id, name, app, title, organisation, tryThis }) =>
      ({ id, name, role: title[language], organisation: organisation?.name ?? null, app, tryThis: tryThis[language] })))
  }

  /** In the region nobody has a telephone to prove with who they are: a button stands for it. */
  @Get('demo/again')
  async again(@Query('language') asked: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    if (!isFromThisMachine(request)) { refuse(request, response, 403, 'demo-only-here'); return }
    const session = await sessionOf(this.sessions, request.headers, 'desk')
    if (session === undefined) { response.writeHead(303, { location: '/' }).end(); return }
    sendPage(response, againPage(asked === undefined ? session.language : languageOf(asked, undefined), personas.find(({ person }) => person === session.person)?.name ?? session.name ?? ''))
  }

  @Post('demo/again')
  async prove(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    if (!isFromThisMachine(request)) { refuse(request, response, 403, 'demo-only-here'); return }
    const session = await sessionOf(this.sessions, request.headers, 'desk')
    if (session !== undefined) await this.sessions.prove(session)
    response.writeHead(303, { location: session === undefined ? '/' : emergencyPath, 'cache-control': 'no-store' }).end()
  }

  /** JSON is answered with where to go; a form of the start page goes there. */
  @Post('demo/sign-in')
  async signIn(@Body() body: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    if (!isFromThisMachine(request)) { refuse(request, response, 403, 'demo-only-here'); return }
    const asked = isRecord(body) ? body : {}
    const persona = personas.find(({ id }) => id === asked['persona'])
    if (persona === undefined) { refuse(request, response, 404, 'persona-unknown'); return }
    const { app, person, role, organisation, name } = persona
    const language = languageOf(asked['language'], request.headers['accept-language'])
    const token = await this.sessions.open(app, {
      person, role, ...(organisation === undefined ? {} : { organisation: organisation.id }), ...(role === 'privacyOfficer' && { name }),
    }, language, { secondFactor: true, device: deviceOf(request.headers['user-agent']), proven: { where: '/demo/again' } })
    const url = `/${app}/`
    response.setHeader('set-cookie', sessionCookie(app, token, false))
    response.setHeader('cache-control', 'no-store')
    if (request.headers['content-type']?.startsWith('application/json') === true) sendJson(response, { app, url })
    else response.writeHead(303, { location: url }).end()
  }
}

const sendJson = (response: ServerResponse, value: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(value))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const ownNames = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** From this machine, and by a name of this machine: another site whose name points here (DNS rebinding) is refused too. */
const isFromThisMachine = ({ socket, headers: { host } }: IncomingMessage): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '') && ownNames.test(host ?? '')
