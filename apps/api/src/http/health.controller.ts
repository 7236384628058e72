import type { ServerResponse } from 'node:http'
import { Controller, Get, Inject, Res, UseInterceptors } from '@nestjs/common'
import { DeadlineInterceptor } from './deadline.ts'

export type Readiness = {
  /** Whether the application can answer now: it was opened, and isn't closing. */
  ready: boolean
  /** Whether something inside can't go on, so that answers may lack something. People are answered all the same. */
  readonly isHeldUp: () => Promise<boolean>
  /** Whether anything can be recorded. People may read all the same. */
  readonly isWritable: () => boolean
  /** What an operator should know of mail. It holds nobody up: what is shown is right without it. */
  readonly mailTroubles: () => Promise<readonly string[]>
}
export const READINESS = Symbol('readiness')

@Controller()
@UseInterceptors(DeadlineInterceptor)
export class HealthController {
  constructor(@Inject(READINESS) private readonly readiness: Readiness) {}

  /** The process lives. */
  @Get('healthz')
  healthz(@Res() response: ServerResponse): void { say(response, 200, 'ok') }

  /** It can answer people, and all of it works. */
  @Get('readyz')
  async readyz(@Res() response: ServerResponse): Promise<void> {
    const { ready, isHeldUp, isWritable, mailTroubles } = this.readiness
    const word = !ready ? 'not ready' : !isWritable() ? 'read-only' : await isHeldUp().catch(() => true) ? 'held up' : 'ready'
    const ofMail = ready ? await mailTroubles().catch(() => []) : []
    say(response, word === 'ready' ? 200 : 503, [word, ...ofMail.length === 0 ? [] : [`mail: ${ofMail.join(', ')}`]].join('\n'))
  }
}

const say = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${text}\n`)
}
