import { makeOperation, type Exchange, type Operation } from 'urql'
import { filter, makeSubject, map, merge, pipe } from 'wonka'

/** Once the turn that is running, and all that was to follow it at once, is over. */
const afterThisTurn = (work: () => void): void => { void Promise.resolve().then(work) }

const fromServer = (question: Operation): Operation => makeOperation('query', question, { ...question.context, requestPolicy: 'network-only' })

/**
 * Before the cache: a page that is open comes to show what is, whatever overtakes what. What is on the screen stays meanwhile, forms that
 * are open in it too.
 *
 * The cache orders what it is given by when it was asked for. So an answer may lie under a change that was made or told meanwhile, and
 * there is nothing to show of it: it is asked once more, from here, since for the client, which heard of no answer, the question is still
 * on its way, and no second one is let through. And a change that is told while an old question waits may lie under answers that are newer
 * than that question: what the cache reads anew because of a change comes from the server.
 * @param isChange whether a live message says that what the cache forgets with it is to be read anew
 */
export const askAgainWhenCovered = (isChange: (listening: Operation) => boolean): Exchange => ({ forward }) => (operations) => {
  const again = makeSubject<Operation>()
  const covered = new Map<number, Operation>()
  let changes = 0
  return pipe(
    merge([
      pipe(operations, map((operation) => {
        // No longer of use to anybody, or asked anew.
        covered.delete(operation.key)
        return changes > 0 && operation.kind === 'query' && operation.context.requestPolicy !== 'cache-only' ? fromServer(operation) : operation
      })),
      again.source,
    ]),
    forward,
    filter(({ operation, data, error }) => {
      if (operation.kind === 'subscription' && isChange(operation)) {
        // What is read anew because of it comes by in the turn that follows.
        changes += 1
        afterThisTurn(() => { changes -= 1 })
      }
      const isCovered = operation.kind === 'query' && operation.context.requestPolicy !== 'cache-only' && error === undefined && (data === undefined || data === null)
      if (isCovered) {
        covered.set(operation.key, operation)
        afterThisTurn(() => { if (covered.get(operation.key) === operation && covered.delete(operation.key)) again.next(fromServer(operation)) })
      }
      return !isCovered
    }),
  )
}
