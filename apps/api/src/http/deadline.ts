import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { from, lastValueFrom, type Observable } from 'rxjs'
import { longestOperation } from '../graphql/limits.ts'
import { Refused } from '../graphql/refused.ts'

/** Of a request outside the GraphQL API: how many milliseconds it may take, when that is longer than usual. */
export const MayTake = Reflector.createDecorator<number>()

/**
 * Nobody waits longer than that for a page or a file: then the answer is a clear refusal. It stands before every controller by name, since what stands
 * before everything stands before each field of the GraphQL API too, which has its end elsewhere (`executing.ts`).
 */
@Injectable()
export class DeadlineInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const longest = this.reflector.get(MayTake, context.getHandler()) ?? longestOperation
    return from(inTime(lastValueFrom(next.handle(), { defaultValue: undefined }), AbortSignal.timeout(longest)))
  }
}

/** Milliseconds within which requests that begin have one deadline: a timer of its own costs more than a small question does. */
const sameMoment = 50
let newest: { readonly from: number; readonly deadline: AbortSignal } | undefined

/** When an operation of the GraphQL API that begins now must have ended, at the latest: then it is refused. What was recorded by then stays, and the same command gets its answer. */
export const deadlineFromNow = (now = performance.now()): AbortSignal => {
  if (newest === undefined || now - newest.from >= sameMoment) newest = { from: now, deadline: AbortSignal.timeout(longestOperation) }
  return newest.deadline
}

/** @throws Refused `takes-too-long` */
export const inTime = <Result>(work: Promise<Result>, deadline: AbortSignal): Promise<Result> => new Promise((resolve, reject) => {
  const over = (): void => { reject(new Refused('takes-too-long')) }
  if (deadline.aborted) over()
  deadline.addEventListener('abort', over, { once: true })
  work.then(resolve, reject).finally(() => { deadline.removeEventListener('abort', over) })
})
