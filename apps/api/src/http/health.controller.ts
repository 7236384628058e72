import type { ServerResponse } from 'node:http'
import { Controller, Get, Inject, Res } from '@nestjs/common'

/** Whether the application can answer now: it was opened, and isn't closing. */
export type Readiness = { ready: boolean }
export const READINESS = Symbol('readiness')

@Controller()
export class HealthController {
  constructor(@Inject(READINESS) private readonly readiness: Readiness) {}

  /** The process lives. */
  @Get('healthz')
  healthz(@Res() response: ServerResponse): void { say(response, 200, 'ok') }

  /** It can answer people. */
  @Get('readyz')
  readyz(@Res() response: ServerResponse): void { say(response, this.readiness.ready ? 200 : 503, this.readiness.ready ? 'ready' : 'not ready') }
}

const say = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${text}\n`)
}
