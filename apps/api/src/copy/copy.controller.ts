import type { IncomingMessage, ServerResponse } from 'node:http'
import { Body, Controller, Get, Inject, Post, Req, Res, UseInterceptors } from '@nestjs/common'
import { COPYING } from '../composition/tokens.ts'
import type { Copying } from '../disclosure/copying/copying.ts'
import { Refused } from '../graphql/refused.ts'
import { DeadlineInterceptor, MayTake } from '../http/deadline.ts'
import { signedInBy } from '../http/signed-in.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { SESSIONS } from '../sessions/tokens.ts'

/** Milliseconds that a copy may take: a large log has many leaves. */
const longestCopy = 120_000

@Controller('copy')
@UseInterceptors(DeadlineInterceptor)
export class CopyController {
  constructor(@Inject(SESSIONS) private readonly sessions: Sessions, @Inject(COPYING) private readonly copying: Copying) {}

  /** A copy of what who is signed in may take along. Asked by POST, since it is noted and counted; neither address nor name of the file tells of whom it is. */
  @Post()
  @MayTake(longestCopy)
  async copy(@Body() body: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const session = await signedInBy(this.sessions, request)
    const familyId = typeof body === 'object' && body !== null && 'familyId' in body ? body.familyId : undefined
    if (typeof familyId !== 'string') throw new Refused('not-found')
    const { file, madeOn } = await this.copying.make(session, familyId)
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-disposition': `attachment; filename="samenspel-copy-${madeOn}.html"`,
    })
    response.end(file)
  }

  /** The key that signs copies, as people compare it. Anybody may know it. */
  @Get('key')
  key(@Res() response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    response.end(JSON.stringify({ fingerprint: this.copying.fingerprint }))
  }
}
