import type { IncomingMessage, ServerResponse } from 'node:http'
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import { isRefusalCode, type RefusalCode } from '@samenspel/intl/refusals'
import type { GqlContextType } from '@nestjs/graphql'
import { Refused } from '../graphql/refused.ts'
import { refuse } from './protection.ts'

/** What went wrong outside the GraphQL API leaves in the same shape: a code and a sentence. */
@Catch()
export class FailuresFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() === 'graphql') throw error
    const response = host.switchToHttp().getResponse<ServerResponse>()
    const request = host.switchToHttp().getRequest<IncomingMessage>()
    const { status, code } = failureOf(error)
    if (code === 'internal') console.error(error instanceof Error ? error.stack : error)
    if (response.headersSent) response.end()
    else refuse(request, response, status, code)
    return undefined
  }
}

/** Waiting helps where a table or an answer was late; nothing else is refused outside the GraphQL API. */
const failureOf = (error: unknown): { readonly status: number; readonly code: RefusalCode } => {
  if (error instanceof Refused && isRefusalCode(error.refusal.code)) return { status: 503, code: error.refusal.code }
  const status = error instanceof HttpException ? error.getStatus() : 500
  return { status, code: codeOf(status) }
}

const codeOf = (status: number): RefusalCode => {
  if (status === 404) return 'not-found'
  if (status === 413) return 'request-too-large'
  return status < 500 ? 'request-invalid' : 'internal'
}
