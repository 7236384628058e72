import type { IncomingMessage, ServerResponse } from 'node:http'
import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res, UseInterceptors } from '@nestjs/common'
import type { RefusalCode } from '@samenspel/intl/refusals'
import type { TextValues } from '@samenspel/intl'
import type { Clock } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'
import { addressOf, type Allowances } from '../http/allowances.ts'
import { DeadlineInterceptor } from '../http/deadline.ts'
import { languageOf } from '../http/page.ts'
import { refuse } from '../http/protection.ts'
import { endedCookie, sessionCookie, sessionOf, tabletCookie, tabletCredential } from '../sessions/cookies.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { SESSIONS } from '../sessions/tokens.ts'
import { isPin } from './pin.ts'
import type { Tablet, Tablets } from './tablets.ts'
import { worksAt } from './working-here.ts'

/** What the door of a tablet works with. */
export type TabletDoor = { readonly tablets: Tablets; readonly files: Pick<AllFiles, 'practitioners' | 'organisations'>; readonly allowances: Allowances; readonly clock: Clock }
export const TABLET_DOOR = Symbol('tablet-door')

/** What a lock screen shows: whose tablet it is, and the names of who works at it. Nothing of a family. */
type LockScreen = { readonly name: string; readonly organisation: string; readonly lockSeconds: number; readonly workers: readonly { readonly id: string; readonly name: string; readonly title: string; readonly isLocked: boolean }[] }

/**
 * The door of a tablet that a group shares: enrolling it, the names on its lock screen, going in with a PIN and locking. Who comes here has
 * no session; the device shows its credential in a cookie.
 */
@Controller('tablet-door')
@UseInterceptors(DeadlineInterceptor)
export class TabletDoorController {
  constructor(@Inject(SESSIONS) private readonly sessions: Sessions, @Inject(TABLET_DOOR) private readonly door: TabletDoor) {}

  @Get()
  async look(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const tablet = await this.tabletOf(request)
    send(response, { tablet: tablet === undefined ? null : await this.lockScreen(tablet) })
  }

  @Post('enrol')
  async enrol(@Body() body: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const { tablets, allowances } = this.door
    if (!await allowances.take('codes', addressOf(request))) { say(request, response, 429, 'tablet-wait'); return }
    // A device is a tablet once: whoever has it in hand doesn't make it that of another organisation.
    if (await this.tabletOf(request) !== undefined) { say(request, response, 409, 'tablet-enrolled'); return }
    const credential = await tablets.enrol(fieldOf(body, 'code'))
    if (credential === undefined) { say(request, response, 403, 'tablet-code-wrong'); return }
    response.setHeader('set-cookie', tabletCookie(credential, this.sessions.secure))
    const tablet = await tablets.find(credential)
    send(response, { tablet: tablet === undefined ? null : await this.lockScreen(tablet) })
  }

  /** Goes in as somebody of the lock screen. Whoever was at work on this tablet is out, and the session is a new one. */
  @Post('open')
  async open(@Body() body: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const { tablets, allowances, files, clock } = this.door
    const tablet = await this.tabletOf(request)
    if (tablet === undefined) { say(request, response, 403, 'tablet-unknown'); return }
    const [worker, pin] = [fieldOf(body, 'worker'), fieldOf(body, 'pin')]
    if (!isPin(pin)) { say(request, response, 400, 'pin-six-digits'); return }
    if (!await allowances.take('pin', tablet.id)) { say(request, response, 429, 'tablet-wait'); return }
    const answer = await tablets.tryPin(tablet.id, worker, pin)
    switch (answer.kind) {
      case 'unknown': { say(request, response, 404, 'tablet-worker-unknown'); return }
      case 'locked': { say(request, response, 403, 'pin-locked'); return }
      case 'wrong': { say(request, response, 403, 'pin-wrong', { left: answer.left }); return }
      case 'in': {
        if (!await worksAt(files, tablet.organisation, answer.person, clock())) { say(request, response, 404, 'tablet-worker-unknown'); return }
        await tablets.lock(tablet.id)
        const language = languageOf(fieldOf(body, 'language'), request.headers['accept-language'])
        // The tablet is what somebody has, the PIN what they know: two factors, for what a group needs and no more (`on-tablet.ts`).
        const token = await this.sessions.open('tablet', { person: answer.person, role: 'professional' }, language, { secondFactor: true, device: tablet.name, tablet: tablet.id })
        response.setHeader('set-cookie', sessionCookie('tablet', token, this.sessions.secure))
        send(response, {})
      }
    }
  }

  /** Says that somebody still works here; answers 401 once nobody does. */
  @Post('stay')
  @HttpCode(204)
  async stay(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const session = await sessionOf(this.sessions, request.headers, 'tablet')
    if (session === undefined) { say(request, response, 401, 'not-signed-in'); return }
    response.writeHead(204, { 'cache-control': 'no-store' }).end()
  }

  /** Ends whoever is at work on this tablet, and lets the browser drop what it kept of them. */
  @Post('lock')
  async lock(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const tablet = await this.tabletOf(request)
    if (tablet !== undefined) {
      await this.door.tablets.lock(tablet.id)
      response.setHeader('set-cookie', endedCookie('tablet', this.sessions.secure))
      response.setHeader('clear-site-data', '"storage"')
    }
    response.writeHead(204, { 'cache-control': 'no-store' }).end()
  }

  private tabletOf({ headers }: IncomingMessage): Promise<Tablet | undefined> { return this.door.tablets.find(tabletCredential(headers, this.sessions.secure)) }

  private async lockScreen({ id, name, organisation, lockSeconds }: Tablet): Promise<LockScreen> {
    const { tablets, files, clock } = this.door
    const workers = await Promise.all((await tablets.workers(id)).map(async (worker) => {
      const known = await files.practitioners.state(worker.person)
      return known === undefined || !await worksAt(files, organisation, worker.person, clock()) ? [] : [{ id: worker.id, name: known.name, title: known.title, isLocked: worker.isLocked }]
    }))
    return { name, organisation: (await files.organisations.state(organisation))?.name ?? '', lockSeconds, workers: workers.flat().sort((a, b) => a.name < b.name ? -1 : 1) }
  }
}

const send = (response: ServerResponse, value: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(value))
}

const say = (request: IncomingMessage, response: ServerResponse, status: number, code: RefusalCode, about?: TextValues): void => { refuse(request, response, status, code, about) }

const fieldOf = (body: unknown, name: string): string => {
  const value = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined
  return typeof value === 'string' ? value : ''
}
