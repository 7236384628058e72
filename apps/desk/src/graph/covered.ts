import { makeOperation, type Exchange } from 'urql'
import { filter, pipe } from 'wonka'

/**
 * Before the cache. An answer that comes after a change that was made or told meanwhile lies under that change, and the cache has nothing
 * to show of it. What is on the screen stays, forms that are open in it too, and the question is asked once more.
 */
export const askAgainWhenCovered: Exchange = ({ client, forward }) => (operations) => pipe(
  forward(operations),
  filter(({ operation, data, error, stale }) => {
    const isCovered = operation.kind === 'query' && operation.context.requestPolicy !== 'cache-only' && error === undefined && (data === undefined || data === null)
    if (isCovered && !stale) client.reexecuteOperation(makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }))
    return !isCovered
  }),
)
