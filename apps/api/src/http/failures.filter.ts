import type { IncomingMessage, ServerResponse } from 'node:http'
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import { refusalText } from '@samenspel/intl/refusals'
import type { GqlContextType } from '@nestjs/graphql'
import { languageOf } from './page.ts'

/** What went wrong outside the GraphQL API leaves in the same shape: a code and a sentence. */
@Catch()
export class FailuresFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() === 'graphql') throw error
    const response = host.switchToHttp().getResponse<ServerResponse>()
    const request = host.switchToHttp().getRequest<IncomingMessage>()
    const status = error instanceof HttpException ? error.getStatus() : 500
    const code = codeOf(status)
    if (code === 'internal') console.error(error instanceof Error ? error.stack : error)
    if (response.headersSent) { response.end(); return undefined }
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    response.end(JSON.stringify({ errors: [{ message: refusalText(languageOf(undefined, request.headers['accept-language']))(code), extensions: { code } }] }))
    return undefined
  }
}

const codeOf = (status: number) => {
  if (status === 404) return 'not-found'
  if (status === 413) return 'request-too-large'
  return status < 500 ? 'request-invalid' : 'internal'
}
