import type { IncomingMessage, ServerResponse } from 'node:http'
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { TextValues } from '@samenspel/intl'
import { isRefusalCode, type RefusalCode } from '@samenspel/intl/refusals'
import type { GqlContextType } from '@nestjs/graphql'
import { Refused } from '../graphql/refused.ts'
import { tellOperator, unavailableIn } from '../graphql/unavailable.ts'
import { refuse } from './protection.ts'

/** What went wrong outside the GraphQL API leaves in the same shape: a code and a sentence. */
@Catch()
export class FailuresFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() === 'graphql') throw error
    answerFailure(error, host.switchToHttp().getRequest<IncomingMessage>(), host.switchToHttp().getResponse<ServerResponse>())
    return undefined
  }
}

/** Says what went wrong, or ends an answer that has begun. */
export const answerFailure = (error: unknown, request: IncomingMessage, response: ServerResponse): void => {
  const { status, code, about } = failureOf(error)
  if (code === 'internal') console.error(error instanceof Error ? error.stack : error)
  if (response.headersSent) { response.end(); return }
  if (status === 503) response.setHeader('retry-after', '5')
  refuse(request, response, status, code, about)
}

/** What is no fault of what was asked: the same again works later. */
const waits: readonly RefusalCode[] = ['only-reading', 'access-not-logged', 'try-again', 'takes-too-long', 'document-unscanned']
/** Of what is refused outside the GraphQL API. The rest was understood, and can't be done as it was asked (422). */
const statuses: Readonly<Partial<Record<RefusalCode, number>>> = {
  'not-signed-in': 401, 'not-on-tablet': 403, 'not-found': 404, 'door-link-unknown': 404, 'receipt-unknown': 404, 'request-invalid': 400, 'copies-today': 429,
  'document-too-large': 413, 'document-empty': 400, 'document-type': 415, 'document-damaged': 400, 'document-unsafe': 400,
  ...Object.fromEntries(waits.map((code) => [code, 503])),
}

const failureOf = (error: unknown): { readonly status: number; readonly code: RefusalCode; readonly about?: TextValues | undefined } => {
  if (error instanceof Refused && isRefusalCode(error.refusal.code)) return { status: statuses[error.refusal.code] ?? 422, code: error.refusal.code, about: error.refusal.about }
  const unavailable = unavailableIn(error)
  if (unavailable !== undefined) {
    tellOperator(unavailable)
    return { status: 503, code: 'store-unavailable' }
  }
  const status = error instanceof HttpException ? error.getStatus() : 500
  return { status, code: codeOf(status) }
}

const codeOf = (status: number): RefusalCode => {
  if (status === 404) return 'not-found'
  if (status === 413) return 'request-too-large'
  return status < 500 ? 'request-invalid' : 'internal'
}
