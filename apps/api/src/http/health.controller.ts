import type { ServerResponse } from 'node:http'
import { Controller, Get, Inject, Res } from '@nestjs/common'

export type Readiness = {
  /** Whether the application can answer now: it was opened, and isn't closing. */
  ready: boolean
  /** Whether something inside can't go on, so that answers may lack something. People are answered all the same. */
  readonly isHeldUp: () => Promise<boolean>
  /** Whether anything can be recorded. People may read all the same. */
  readonly isWritable: () => boolean
}
export const READINESS = Symbol('readiness')

@Controller()
export class HealthController {
  constructor(@Inject(READINESS) private readonly readiness: Readiness) {}

  /** The process lives. */
  @Get('healthz')
  healthz(@Res() response: ServerResponse): void { say(response, 200, 'ok') }

  /** It can answer people, and all of it works. */
  @Get('readyz')
  async readyz(@Res() response: ServerResponse): Promise<void> {
    const { ready, isHeldUp, isWritable } = this.readiness
    const word = !ready ? 'not ready' : !isWritable() ? 'read-only' : await isHeldUp().catch(() => true) ? 'held up' : 'ready'
    say(response, word === 'ready' ? 200 : 503, word)
  }
}

const say = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${text}\n`)
}
