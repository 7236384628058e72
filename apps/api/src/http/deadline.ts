import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common'
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql'
import { from, lastValueFrom, type Observable } from 'rxjs'
import type { RequestContext } from '../graphql/context.ts'
import { longestOperation } from '../graphql/limits.ts'
import { Refused } from '../graphql/refused.ts'

/** Nobody waits longer than that: then the answer is a clear refusal. What was recorded by then stays, and the same command gets its answer. */
@Injectable()
export class DeadlineInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const deadline = context.getType<GqlContextType>() === 'graphql'
      ? GqlExecutionContext.create(context).getContext<RequestContext>().deadline
      : AbortSignal.timeout(longestOperation)
    return from(inTime(lastValueFrom(next.handle(), { defaultValue: undefined }), deadline))
  }
}

/** @throws Refused `takes-too-long` */
export const inTime = <Result>(work: Promise<Result>, deadline: AbortSignal): Promise<Result> => new Promise((resolve, reject) => {
  const over = (): void => { reject(new Refused('takes-too-long')) }
  if (deadline.aborted) over()
  deadline.addEventListener('abort', over, { once: true })
  work.then(resolve, reject).finally(() => { deadline.removeEventListener('abort', over) })
})
