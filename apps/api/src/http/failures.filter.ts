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
    const response = host.switchToHttp().getResponse<ServerResponse>()
    const request = host.switchToHttp().getRequest<IncomingMessage>()
    const { status, code, about } = failureOf(error)
    if (code === 'internal') console.error(error instanceof Error ? error.stack : error)
    if (status === 503 && !response.headersSent) response.setHeader('retry-after', '5')
    if (response.headersSent) response.end()
    else refuse(request, response, status, code, about)
    return undefined
  }
}

/** Of what is refused outside the GraphQL API. Of the rest waiting helps: a table or an answer was late. */
const statuses: Readonly<Partial<Record<RefusalCode, number>>> = { 'not-signed-in': 401, 'not-found': 404, 'copies-today': 429, 'document-too-large': 413, 'document-empty': 400, 'document-type': 415, 'document-damaged': 400, 'document-unsafe': 400 }

const failureOf = (error: unknown): { readonly status: number; readonly code: RefusalCode; readonly about?: TextValues | undefined } => {
  if (error instanceof Refused && isRefusalCode(error.refusal.code)) return { status: statuses[error.refusal.code] ?? 503, code: error.refusal.code, about: error.refusal.about }
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
