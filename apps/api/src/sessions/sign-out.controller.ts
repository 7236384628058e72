import type { IncomingMessage, ServerResponse } from 'node:http'
import { Controller, Inject, Post, Req, Res, UseInterceptors } from '@nestjs/common'
import { DeadlineInterceptor } from '../http/deadline.ts'
import { endedCookie, tokensOf } from './cookies.ts'
import type { Sessions } from './sessions.ts'
import { SESSIONS } from './tokens.ts'

@Controller()
@UseInterceptors(DeadlineInterceptor)
export class SignOutController {
  constructor(@Inject(SESSIONS) private readonly sessions: Sessions) {}

  /** Ends the session of the app that asks, or of both when none is named. */
  @Post('sign-out')
  async signOut(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const named = request.headers['x-samenspel-app']
    const tokens = tokensOf(request.headers, this.sessions.secure)
    const ended = [...tokens].filter(([app]) => named === undefined || named === app)
    for (const [, token] of ended) await this.sessions.end(token)
    response.setHeader('set-cookie', ended.map(([app]) => endedCookie(app, this.sessions.secure)))
    // What a browser keeps besides is for the apps together: it goes with the last of the sessions.
    response.setHeader('clear-site-data', ended.length === tokens.size ? '"cache", "storage"' : '"cache"')
    response.writeHead(204, { 'cache-control': 'no-store' }).end()
  }
}
