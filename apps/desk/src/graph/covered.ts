import { makeOperation, type Exchange, type Operation } from 'urql'
import { filter, makeSubject, merge, pipe, tap } from 'wonka'

/**
 * Before the cache. An answer that comes after a change that was made or told meanwhile lies under that change, and the cache has nothing
 * to show of it. What is on the screen stays, forms that are open in it too, and the question is asked once more.
 *
 * It is asked from here: for the client, which never heard of the covered answer, the question is still on its way, and it lets no second
 * one through.
 */
export const askAgainWhenCovered: Exchange = ({ forward }) => (operations) => {
  const again = makeSubject<Operation>()
  const covered = new Map<number, Operation>()
  const askAgain = (key: number) => {
    const question = covered.get(key)
    if (question !== undefined && covered.delete(key)) again.next(makeOperation('query', question, { ...question.context, requestPolicy: 'network-only' }))
  }
  return pipe(
    // Asked by somebody else in between, or no longer of use to anybody.
    merge([pipe(operations, tap(({ key }) => { covered.delete(key) })), again.source]),
    forward,
    filter(({ operation, data, error }) => {
      const isCovered = operation.kind === 'query' && operation.context.requestPolicy !== 'cache-only' && error === undefined && (data === undefined || data === null)
      if (isCovered) {
        covered.set(operation.key, operation)
        void Promise.resolve(operation.key).then(askAgain)
      }
      return !isCovered
    }),
  )
}
