import type { IncomingMessage, ServerResponse } from 'node:http'
import { Body, Controller, Inject, Post, Req, Res, UseInterceptors } from '@nestjs/common'
import type { Receiving } from '../disclosure/receiving.ts'
import { addressOf, type AllowanceName, type Allowances } from '../http/allowances.ts'
import { DeadlineInterceptor } from '../http/deadline.ts'
import { refuse } from '../http/protection.ts'
import { sessionOf } from '../sessions/cookies.ts'
import type { Session, Sessions } from '../sessions/sessions.ts'
import { SESSIONS } from '../sessions/tokens.ts'
import { readBody, readText } from './read-form.ts'

/** What the door for who has no account here works with. */
export type Entrance = { readonly receiving: Receiving; readonly allowances: Allowances }
export const FRONT_DOOR_ENTRANCE = Symbol('front-door-entrance')

/**
 * Where somebody without an account refers a family, asks a specialist, and follows what became of it. All of it is asked by POST: a
 * link's secret and a receipt stand in no address. Who is signed in at the desk may come here too, and is then who the register knows.
 */
@Controller('front-door')
@UseInterceptors(DeadlineInterceptor)
export class FrontDoorController {
  constructor(@Inject(SESSIONS) private readonly sessions: Sessions, @Inject(FRONT_DOOR_ENTRANCE) private readonly entrance: Entrance) {}

  @Post('look')
  look(@Body() body: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    return this.answer(request, response, 'receipt', async (session) => this.entrance.receiving.look(session, readText(readBody(body), 'link')))
  }

  @Post('refer')
  refer(@Body() body: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    return this.answer(request, response, 'refer', async (session) => ({ receipt: await this.entrance.receiving.refer(session, body) }))
  }

  @Post('ask')
  ask(@Body() body: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    return this.answer(request, response, 'refer', async (session) => ({ receipt: await this.entrance.receiving.ask(session, body) }))
  }

  @Post('status')
  status(@Body() body: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    return this.answer(request, response, 'receipt', () => this.entrance.receiving.status(readText(readBody(body), 'receipt') ?? ''))
  }

  @Post('ask-further')
  askFurther(@Body() body: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    return this.answer(request, response, 'refer', async () => { await this.entrance.receiving.askFurther(body); return {} })
  }

  private async answer(request: IncomingMessage, response: ServerResponse, allowance: AllowanceName, act: (session: Session | undefined) => Promise<object>): Promise<void> {
    if (!await this.entrance.allowances.take(allowance, addressOf(request))) { refuse(request, response, 429, 'door-too-often'); return }
    // Only who says so comes as somebody: a page of the front door itself is nobody's, whoever else is signed in in this browser.
    const session = request.headers['x-samenspel-app'] === 'desk' ? await sessionOf(this.sessions, request.headers, 'desk') : undefined
    const answered = await act(session)
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    response.end(JSON.stringify(answered))
  }
}
