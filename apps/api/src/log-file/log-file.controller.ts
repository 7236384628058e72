import type { IncomingMessage, ServerResponse } from 'node:http'
import { Body, Controller, Inject, Post, Req, Res, UseInterceptors } from '@nestjs/common'
import { isDate, isId } from '@samenspel/kernel'
import { EXPORTING_LOG } from '../composition/tokens.ts'
import { lookKinds, type LogFilter } from '../disclosure/access-log-reading.ts'
import { logFileForms, type ExportingLog, type LogFileForm } from '../disclosure/exporting-log.ts'
import { Refused } from '../graphql/refused.ts'
import { DeadlineInterceptor, MayTake } from '../http/deadline.ts'
import { signedInBy } from '../http/signed-in.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { SESSIONS } from '../sessions/tokens.ts'

/** Milliseconds that a file may take: years of lines are many pages. */
const longestFile = 120_000

@Controller('access-log')
@UseInterceptors(DeadlineInterceptor)
export class AccessLogController {
  constructor(@Inject(SESSIONS) private readonly sessions: Sessions, @Inject(EXPORTING_LOG) private readonly exporting: ExportingLog) {}

  /** The access log of a family as a file. Asked by POST, since it is noted; neither address nor name of the file tells of whom it is. */
  @Post()
  @MayTake(longestFile)
  async file(@Body() body: unknown, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const session = await signedInBy(this.sessions, request)
    const { familyId, form, filter } = askedIn(body)
    const { content, type, name } = await this.exporting.make(session, familyId, form, filter)
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${name}"` })
    response.end(content)
  }
}

/** @throws Refused `not-found`, `request-invalid`, `date-impossible` */
const askedIn = (body: unknown): { readonly familyId: string; readonly form: LogFileForm; readonly filter: LogFilter } => {
  const { familyId, form: asked, from, until, organisationId, kind } = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>
  if (typeof familyId !== 'string') throw new Refused('not-found')
  const form = logFileForms.find((one) => one === asked)
  if (form === undefined) throw new Refused('request-invalid')
  const lookKind = kind == null ? undefined : lookKinds.find((one) => one === kind)
  if ((kind != null && lookKind === undefined) || (organisationId != null && (typeof organisationId !== 'string' || !isId(organisationId)))) throw new Refused('request-invalid')
  return {
    familyId, form,
    filter: {
      ...(from != null && { from: dayIn('from', from) }), ...(until != null && { until: dayIn('until', until) }), ...(typeof organisationId === 'string' && { organisation: organisationId }),
      ...(lookKind !== undefined && { kind: lookKind }),
    },
  }
}

const dayIn = (field: string, value: unknown): string => {
  if (typeof value !== 'string' || !isDate(value)) throw new Refused('date-impossible', { field })
  return value
}
